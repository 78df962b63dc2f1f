// Generated arrays, allocated as NumPy allocates its arrays: in huge pages if the kernel provides them.
#include "arrays/generated_arrays.hpp"

#include <cmath>
#include <cstdint>
#include <stdexcept>
#include <string>

#include "blocks/pages.hpp"
#include "blocks/random_numbers.hpp"

namespace reductions {
namespace {

// Arrays whose elements are first(i) and second(i), for i from 0.
template <Element T>
AnyArrays make(std::size_t size, auto first, auto second) {
    const FreshArrays<T> arrays = fresh_arrays<T>(size, PageSize::huge);
    // All threads fill them, because a page of memory belongs to the node of the core that first writes to it.
#pragma omp parallel for schedule(static)
    for (std::size_t i = 0; i < size; ++i) {
        arrays.a[i] = static_cast<T>(first(i));
        arrays.b[i] = static_cast<T>(second(i));
    }
    return static_cast<Arrays<T>>(arrays);
}

AnyArrays make_of_type(std::string_view type, std::size_t size, auto first, auto second) {
    if (type == type_name<std::int64_t>) return make<std::int64_t>(size, first, second);
    if (type == type_name<std::int32_t>) return make<std::int32_t>(size, first, second);
    if (type == type_name<double>) return make<double>(size, first, second);
    if (type == type_name<float>) return make<float>(size, first, second);
    throw std::invalid_argument{"unknown element type '" + std::string{type} + "'"};
}

// A number in [-1, 1) that depends only on k >= 1.
double random_number(std::uint64_t k) { return std::ldexp(static_cast<double>(random_bits(k) >> 11), -52) - 1; }

}  // namespace

AnyArrays article_arrays(std::string_view type, std::size_t size) { return part_of_article_arrays(type, 0, size); }

AnyArrays part_of_article_arrays(std::string_view type, std::size_t begin, std::size_t size) {
    return make_of_type(
        type, size, [begin](std::size_t i) { return begin + i + 1; }, [begin](std::size_t i) { return begin + i + 7; });
}

AnyArrays random_arrays(std::string_view type, std::size_t size) {
    return make_of_type(
        type, size, [](std::size_t i) { return random_number(2 * i + 1); },
        [](std::size_t i) { return random_number(2 * i + 2); });
}

}  // namespace reductions
