// The tables that CMake writes. Their rows come from the files in src/variants/, their order from CMakeLists.txt.
#pragma once

#include <span>

#include "contract/variant.hpp"

namespace reductions {

// Every variant, including those that this build leaves out; and the article's variants alone. Both tables live as long
// as the program.
std::span<const Variant> all_variants();
std::span<const Variant> article_variants();

}  // namespace reductions
