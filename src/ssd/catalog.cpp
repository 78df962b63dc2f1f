// The one explicit table of all variants, in teaching order. A new variant adds its declaration and its place in the
// table; a variant that is listed here and not linked is a link error.
#include "ssd/catalog.hpp"

#include <vector>

namespace ssd {

namespace variants {

// article: the article's seven functions
extern const Variant eigen_temporaries;
extern const Variant eigen_temporaries_chunked;
extern const Variant fused_loop;
extern const Variant fused_loop_chunked;
extern const Variant omp_reduction;
extern const Variant shared_accumulator;
extern const Variant return_zero;

// synchronised: right, slow or not
extern const Variant critical_per_element;
extern const Variant critical_per_thread;
extern const Variant atomic_per_element;
extern const Variant atomic_per_thread;
extern const Variant lock_per_element;
extern const Variant mutex_per_element;

// partials: a partial sum for each thread
extern const Variant partials_false_sharing;
extern const Variant partials_padded;
extern const Variant partials_in_registers;
extern const Variant partials_by_value;

// clauses: OpenMP's reduction clause and its kin
extern const Variant for_simd_reduction;
extern const Variant several_results;
extern const Variant declared_reduction;
extern const Variant array_section_reduction;
extern const Variant default_none;
extern const Variant target_teams_reduction;

// tasks: reductions over tasks
extern const Variant task_halving;
extern const Variant taskloop_reduction;
extern const Variant parallel_task_reduction;

// threads: without OpenMP
extern const Variant std_thread;
extern const Variant std_async;
extern const Variant pool_with_atomic_total;

// libraries: what others wrote
extern const Variant eigen_lazy_expression;
extern const Variant std_transform_reduce;
extern const Variant std_par_unseq;
extern const Variant tbb_parallel_reduce;
extern const Variant tbb_deterministic_reduce;

// limit: as fast as the machine reads
extern const Variant huge_pages;
extern const Variant touched_by_one_thread;
extern const Variant first_touch;
extern const Variant one_thread_if_small;
extern const Variant wide_simd;
extern const Variant blocks_with_prefetch;
extern const Variant several_streams;
extern const Variant at_the_limit;

// accurate: floats: accurate, and the same in every run
extern const Variant numpy_pairwise;
extern const Variant neumaier;
extern const Variant neumaier_in_lanes;
extern const Variant fixed_tree;
extern const Variant exact_sum;

// races: wrong on purpose
extern const Variant shared_heap_cell;
extern const Variant default_none_shared;
extern const Variant unsynchronised_combine;
extern const Variant initialisation_race;
extern const Variant relaxed_load_and_store;
extern const Variant slices_by_requested_threads;
extern const Variant narrow_accumulator;
extern const Variant lost_update_by_slice;
extern const Variant lost_update_by_step;

}  // namespace variants

namespace {

constexpr const Variant* table[] = {
    // article
    &variants::eigen_temporaries,
    &variants::eigen_temporaries_chunked,
    &variants::fused_loop,
    &variants::fused_loop_chunked,
    &variants::omp_reduction,
    &variants::shared_accumulator,
    &variants::return_zero,
    // synchronised
    &variants::critical_per_element,
    &variants::critical_per_thread,
    &variants::atomic_per_element,
    &variants::atomic_per_thread,
    &variants::lock_per_element,
    &variants::mutex_per_element,
    // partials
    &variants::partials_false_sharing,
    &variants::partials_padded,
    &variants::partials_in_registers,
    &variants::partials_by_value,
    // clauses
    &variants::for_simd_reduction,
    &variants::several_results,
    &variants::declared_reduction,
    &variants::array_section_reduction,
    &variants::default_none,
    &variants::target_teams_reduction,
    // tasks
    &variants::task_halving,
    &variants::taskloop_reduction,
    &variants::parallel_task_reduction,
    // threads
    &variants::std_thread,
    &variants::std_async,
    &variants::pool_with_atomic_total,
    // libraries
    &variants::eigen_lazy_expression,
    &variants::std_transform_reduce,
    &variants::std_par_unseq,
    &variants::tbb_parallel_reduce,
    &variants::tbb_deterministic_reduce,
    // limit
    &variants::huge_pages,
    &variants::touched_by_one_thread,
    &variants::first_touch,
    &variants::one_thread_if_small,
    &variants::wide_simd,
    &variants::blocks_with_prefetch,
    &variants::several_streams,
    &variants::at_the_limit,
    // accurate
    &variants::numpy_pairwise,
    &variants::neumaier,
    &variants::neumaier_in_lanes,
    &variants::fixed_tree,
    &variants::exact_sum,
    // races
    &variants::shared_heap_cell,
    &variants::default_none_shared,
    &variants::unsynchronised_combine,
    &variants::initialisation_race,
    &variants::relaxed_load_and_store,
    &variants::slices_by_requested_threads,
    &variants::narrow_accumulator,
    &variants::lost_update_by_slice,
    &variants::lost_update_by_step,
};

std::vector<const Variant*> select(bool left_out) {
    std::vector<const Variant*> selected;
    for (const Variant* variant : table) {
        if (variant->left_out == left_out) selected.push_back(variant);
    }
    return selected;
}

}  // namespace

std::span<const Variant* const> catalog() {
    static const std::vector<const Variant*> built = select(false);
    return built;
}

std::span<const Variant* const> left_out() {
    static const std::vector<const Variant*> missing = select(true);
    return missing;
}

}  // namespace ssd
