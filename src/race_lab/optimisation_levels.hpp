// Variants compiled at every level of optimisation, in one program: the machine code decides what a race prints.
#pragma once

#include <span>
#include <string_view>

#include "contract/variant.hpp"

namespace reductions {

// The wrong variants and their right counterparts as one level of optimisation makes them.
struct OptimisationLevel {
    std::string_view name;  // the compiler's option, such as -O2
    std::span<const Variant> variants;
};

// From -O0 to -O3, each with the same variants in the same order.
std::span<const OptimisationLevel> optimisation_levels();

}  // namespace reductions
