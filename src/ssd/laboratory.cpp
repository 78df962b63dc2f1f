// Variants compiled at every level of optimisation, in one program.
#include "ssd/laboratory.hpp"

#include <array>

namespace ssd {

extern const std::span<const Variant* const> laboratory_o0;
extern const std::span<const Variant* const> laboratory_o1;
extern const std::span<const Variant* const> laboratory_o2;
extern const std::span<const Variant* const> laboratory_o3;

std::span<const OptimisationLevel> optimisation_levels() {
    static const std::array<OptimisationLevel, 4> levels = {{
        {"-O0", laboratory_o0},
        {"-O1", laboratory_o1},
        {"-O2", laboratory_o2},
        {"-O3", laboratory_o3},
    }};
    return levels;
}

}  // namespace ssd
