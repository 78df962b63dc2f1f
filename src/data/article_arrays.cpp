// The article's arrays, allocated as NumPy allocates them: in huge pages where the kernel has them.
#include "data/article_arrays.hpp"

#include <sys/mman.h>

#include <algorithm>
#include <cstdlib>
#include <limits>
#include <new>
#include <stdexcept>
#include <string>

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

template <Element T>
AnyArrays make(std::size_t size) {
    const auto owner = std::make_shared<std::pair<std::shared_ptr<T[]>, std::shared_ptr<T[]>>>();
    owner->first = allocate<T>(size);
    owner->second = allocate<T>(size);
    const std::span<T> a{owner->first.get(), size};
    const std::span<T> b{owner->second.get(), size};
    // By all threads: a page of memory belongs to the node of the core that first writes to it.
#pragma omp parallel for schedule(static)
    for (std::size_t i = 0; i < size; ++i) {
        a[i] = static_cast<T>(i + 1);
        b[i] = static_cast<T>(i + 7);
    }
    return Arrays<T>{a, b, owner};
}

}  // namespace

AnyArrays article_arrays(std::string_view type, std::size_t size) {
    if (type == type_name<std::int64_t>) return make<std::int64_t>(size);
    if (type == type_name<std::int32_t>) return make<std::int32_t>(size);
    if (type == type_name<double>) return make<double>(size);
    if (type == type_name<float>) return make<float>(size);
    throw std::invalid_argument{"unknown element type '" + std::string{type} + "'"};
}

}  // namespace ssd
