// Variants compiled at every level of optimisation, in one program, because the answer of a race depends on the machine
// code.
#pragma once

#include <span>
#include <string_view>

#include "contract/variant.hpp"

namespace reductions {

// The wrong variants and their right counterparts, compiled at one level of optimisation.
struct OptimisationLevel {
    std::string_view name;  // the compiler's option, such as -O2
    std::span<const Variant> variants;
};

// From -O0 to -O3. Each level has the same variants in the same order.
std::span<const OptimisationLevel> optimisation_levels();

}  // namespace reductions
