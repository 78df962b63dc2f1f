// Generated arrays, allocated as NumPy allocates them: in huge pages where the kernel has them.
#include "data/generated_arrays.hpp"

#include <cmath>
#include <cstdint>
#include <stdexcept>
#include <string>

#include "ssd/pages.hpp"

namespace ssd {
namespace {

// Arrays with first(i) and second(i) as their elements, for i from 0.
template <Element T>
AnyArrays make(std::size_t size, auto first, auto second) {
    const FreshArrays<T> arrays = fresh_arrays<T>(size, PageSize::huge);
    // By all threads: a page of memory belongs to the node of the core that first writes to it.
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

// The k-th output, k >= 1, of the generator splitmix64 started at 0, as a number in [-1, 1). (Steele, Lea, Flood: "Fast
// splittable pseudorandom number generators", OOPSLA 2014.)
double random_number(std::uint64_t k) {
    std::uint64_t z = k * 0x9E3779B97F4A7C15;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
    z ^= z >> 31;
    return std::ldexp(static_cast<double>(z >> 11), -52) - 1;
}

}  // namespace

AnyArrays article_arrays(std::string_view type, std::size_t size) {
    return make_of_type(
        type, size, [](std::size_t i) { return i + 1; }, [](std::size_t i) { return i + 7; });
}

AnyArrays random_arrays(std::string_view type, std::size_t size) {
    return make_of_type(
        type, size, [](std::size_t i) { return random_number(2 * i + 1); },
        [](std::size_t i) { return random_number(2 * i + 2); });
}

Arrays<std::int64_t> telling_arrays(std::size_t size) {
    const auto difference = [](std::size_t i) { return 8192 * (random_number(i + 1) + 1) + 1; };  // from 1 to 2^14
    return std::get<Arrays<std::int64_t>>(make<std::int64_t>(size, difference, [](std::size_t) { return 0; }));
}

}  // namespace ssd
