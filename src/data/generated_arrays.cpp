// Generated arrays, allocated as NumPy allocates them: in huge pages where the kernel has them.
#include "data/generated_arrays.hpp"

#include <sys/mman.h>

#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <limits>
#include <new>
#include <stdexcept>
#include <string>
#include <utility>

namespace ssd {
namespace {

constexpr std::size_t huge_page = std::size_t{1} << 21;

// Memory for `size` elements, at the beginning of a huge page.
template <Element T>
std::shared_ptr<T[]> allocate(std::size_t size) {
    if (size > (std::numeric_limits<std::size_t>::max() - huge_page) / sizeof(T)) throw std::bad_alloc{};
    const std::size_t bytes = (size * sizeof(T) + huge_page - 1) / huge_page * huge_page;
    void* memory = std::aligned_alloc(huge_page, bytes);
    if (memory == nullptr && bytes != 0) throw std::bad_alloc{};
#ifdef MADV_HUGEPAGE
    madvise(memory, bytes, MADV_HUGEPAGE);  // a wish; without it the arrays are the same and somewhat slower to read
#endif
    return {static_cast<T*>(memory), std::free};
}

// Arrays with first(i) and second(i) as their elements, for i from 0.
template <Element T>
AnyArrays make(std::size_t size, auto first, auto second) {
    const auto owner = std::make_shared<std::pair<std::shared_ptr<T[]>, std::shared_ptr<T[]>>>();
    owner->first = allocate<T>(size);
    owner->second = allocate<T>(size);
    const std::span<T> a{owner->first.get(), size};
    const std::span<T> b{owner->second.get(), size};
    // By all threads: a page of memory belongs to the node of the core that first writes to it.
#pragma omp parallel for schedule(static)
    for (std::size_t i = 0; i < size; ++i) {
        a[i] = static_cast<T>(first(i));
        b[i] = static_cast<T>(second(i));
    }
    return Arrays<T>{a, b, owner};
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
