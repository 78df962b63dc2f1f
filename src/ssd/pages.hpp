// Memory straight from the kernel, in pages of a size that one asks for.
//
// The kernel promises memory in pages and finds them only when they are first written to. A page of 4 KiB is the rule;
// of huge pages of 2 MiB it takes 512 times fewer, and as many fewer entries in the processor's table of addresses,
// whose misses cost time while arrays are read. Linux gives them to who asks with madvise(2), unless it is set to
// "never" in /sys/kernel/mm/transparent_hugepage/enabled.
#pragma once

#include <sys/mman.h>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <new>
#include <span>

#include "ssd/arrays.hpp"

namespace ssd {

enum class PageSize { small, huge };

inline constexpr std::size_t huge_page = std::size_t{1} << 21;  // bytes

// A pair of arrays that are still to be written to.
template <Element T>
struct FreshArrays {
    std::span<T> a;
    std::span<T> b;
    std::shared_ptr<const void> owner;

    operator Arrays<T>() const { return {a, b, owner}; }
};

// Two arrays of `size` elements, each at the beginning of a huge page, no page of which has been touched. A page size
// is a wish; where the kernel does not grant it, the memory is the same and perhaps slower to read. Throws
// std::bad_alloc.
template <Element T>
FreshArrays<T> fresh_arrays(std::size_t size, PageSize page_size) {
    if (size == 0) return {};
    if (size > std::numeric_limits<std::size_t>::max() / 4 / sizeof(T)) throw std::bad_alloc{};
    const std::size_t array = (size * sizeof(T) + huge_page - 1) / huge_page * huge_page;
    const std::size_t bytes = 2 * array + huge_page;  // the first huge page is cut off where it begins
    void* const mapped = mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (mapped == MAP_FAILED) throw std::bad_alloc{};
    const std::shared_ptr<void> owner{mapped, [bytes](void* memory) { munmap(memory, bytes); }};
#ifdef MADV_HUGEPAGE
    madvise(mapped, bytes, page_size == PageSize::huge ? MADV_HUGEPAGE : MADV_NOHUGEPAGE);
#endif
    std::byte* const first =
        static_cast<std::byte*>(mapped) + (huge_page - reinterpret_cast<std::uintptr_t>(mapped) % huge_page);
    return {{reinterpret_cast<T*>(first), size}, {reinterpret_cast<T*>(first + array), size}, owner};
}

}  // namespace ssd
