// Chooses variants of the catalog by name or by chapter.
#include "programs/variant_choice.hpp"

#include "catalog/catalog.hpp"
#include "programs/arguments.hpp"

namespace reductions {
namespace {

// The names or the chapters of all variants, without repetitions of neighbours, separated by commas.
std::string list_of(std::string_view Variant::*member) {
    std::string text;
    std::string_view last;
    for (const Variant* const variant : catalog()) {
        if (variant->*member != last) text += (text.empty() ? "" : ", ") + std::string{variant->*member};
        last = variant->*member;
    }
    return text;
}

}  // namespace

const Variant& variant_named(std::string_view option, std::string_view name) {
    for (const Variant* const variant : catalog()) {
        if (variant->name == name) return *variant;
    }
    throw InputError{std::string{option} + ": '" + std::string{name} + "' is not one of " + list_of(&Variant::name)};
}

std::vector<const Variant*> variants_of_chapter(std::string_view option, std::string_view chapter) {
    std::vector<const Variant*> variants;
    for (const Variant* const variant : catalog()) {
        if (chapter == all_chapters || variant->chapter == chapter) variants.push_back(variant);
    }
    if (variants.empty()) {
        throw InputError{std::string{option} + ": '" + std::string{chapter} + "' is not one of " + chapter_names() +
                         ", " + std::string{all_chapters}};
    }
    return variants;
}

std::string chapter_names() { return list_of(&Variant::chapter); }

}  // namespace reductions
