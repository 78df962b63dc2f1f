// The one explicit table of all variants, in teaching order. A new variant adds its declaration and its place in the
// table; a variant that is listed here and not linked is a link error.
#include "ssd/catalog.hpp"

namespace ssd {

namespace variants {

// article: the seven functions of the article
extern const Variant eigen_temporaries;
extern const Variant eigen_temporaries_chunked;
extern const Variant fused_loop;
extern const Variant fused_loop_chunked;
extern const Variant omp_reduction;
extern const Variant shared_accumulator;
extern const Variant return_zero;

}  // namespace variants

std::span<const Variant* const> catalog() {
    static constexpr const Variant* table[] = {
        &variants::eigen_temporaries, &variants::eigen_temporaries_chunked,
        &variants::fused_loop,        &variants::fused_loop_chunked,
        &variants::omp_reduction,     &variants::shared_accumulator,
        &variants::return_zero,
    };
    return table;
}

}  // namespace ssd
