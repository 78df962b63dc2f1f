// A catalog with one variant that claims to be right and is wrong. Tests check how the programs report it.
#include "catalog/variant_tables.hpp"

namespace reductions::off_by_one {

template <Element T>
Sum<T> off_by_one(View<T> a, View<T> b) {
    Sum<T> total = 1;
    for (std::size_t i = 0; i < a.size(); ++i) total += static_cast<Sum<T>>(squared_difference(a[i], b[i]));
    return total;
}

extern const Entry entry = {
    .shows = "A wrong answer that claims to be right.",
    .computation = [](auto a, auto b) { return off_by_one(a, b); },
};

}  // namespace reductions::off_by_one

std::span<const reductions::Variant> reductions::all_variants() {
    static const Variant variants[] = {{off_by_one::entry, "off_by_one", "article"}};
    return variants;
}
