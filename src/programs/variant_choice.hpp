// Chooses variants of the catalog by name or by chapter.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "contract/variant.hpp"

namespace reductions {

inline constexpr std::string_view all_chapters = "all";

// The variant with this name. Throws InputError, which names the option and lists the valid names.
const Variant& variant_named(std::string_view option, std::string_view name);

// The variants of a chapter, or of all chapters, in teaching order. Throws InputError, which names the option and lists
// the valid chapters.
std::vector<const Variant*> variants_of_chapter(std::string_view option, std::string_view chapter);

// The names of the chapters, in teaching order, separated by commas.
std::string chapter_names();

}  // namespace reductions
