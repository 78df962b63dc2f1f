// Variants compiled at every level of optimisation, in one program.
#include "ssd/laboratory.hpp"

#include <array>

namespace ssd {

extern const std::span<const Variant* const> laboratory_O0;
extern const std::span<const Variant* const> laboratory_O1;
extern const std::span<const Variant* const> laboratory_O2;
extern const std::span<const Variant* const> laboratory_O3;

std::span<const OptimisationLevel> optimisation_levels() {
    static const std::array<OptimisationLevel, 4> levels = {{
        {"-O0", laboratory_O0},
        {"-O1", laboratory_O1},
        {"-O2", laboratory_O2},
        {"-O3", laboratory_O3},
    }};
    return levels;
}

}  // namespace ssd
