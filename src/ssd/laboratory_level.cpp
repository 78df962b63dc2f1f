// The laboratory's variants at one level of optimisation.
//
// Compiled once for each level, as the variants' own files are; there every name below stands for one of its own, such
// as omp_reduction_o2 (CMakeLists.txt).
#include <span>

#include "ssd/variant.hpp"

namespace ssd {

namespace variants {
extern const Variant omp_reduction;
extern const Variant atomic_per_element;
extern const Variant atomic_per_thread;
extern const Variant critical_per_thread;
extern const Variant shared_accumulator;
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

// The wrong ones first, then the right ones beside them as controls.
constexpr const Variant* table[] = {
    &variants::shared_accumulator,          &variants::shared_heap_cell,    &variants::default_none_shared,
    &variants::unsynchronised_combine,      &variants::initialisation_race, &variants::relaxed_load_and_store,
    &variants::slices_by_requested_threads, &variants::narrow_accumulator,  &variants::lost_update_by_slice,
    &variants::lost_update_by_step,         &variants::omp_reduction,       &variants::atomic_per_element,
    &variants::atomic_per_thread,           &variants::critical_per_thread,
};

}  // namespace

extern const std::span<const Variant* const> laboratory;
const std::span<const Variant* const> laboratory = table;

}  // namespace ssd
