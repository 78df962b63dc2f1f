// The table of contents, in two parts: the variants of this build, and those that it leaves out.
#include "catalog/catalog.hpp"

#include <vector>

#include "catalog/variant_tables.hpp"

namespace reductions {
namespace {

std::vector<const Variant*> select(bool left_out) {
    std::vector<const Variant*> selected;
    for (const Variant& variant : all_variants()) {
        if (variant.left_out == left_out) selected.push_back(&variant);
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

}  // namespace reductions
