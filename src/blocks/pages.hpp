// Memory straight from the kernel, in pages of a chosen size.
//
// The kernel promises memory in pages, and provides a page only when it is first written to. Normal pages have 4 KiB.
// Huge pages of 2 MiB need 512 times fewer page faults, and 512 times fewer entries in the processor's table of
// addresses, whose misses cost time while arrays are read. Linux gives huge pages to a program that asks with
// madvise(2), unless /sys/kernel/mm/transparent_hugepage/enabled is set to "never".
#pragma once

#include <sys/mman.h>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <new>
#include <span>

#include "contract/arrays.hpp"

namespace reductions {

enum class PageSize { small, huge };

inline constexpr std::size_t huge_page = std::size_t{1} << 21;  // bytes

// A pair of arrays that have not been written to yet.
template <Element T>
struct FreshArrays {
    std::span<T> a;
    std::span<T> b;
    std::shared_ptr<const void> owner;

    operator Arrays<T>() const { return {a, b, owner}; }
};

// Two arrays of `size` elements. Each begins at the start of a huge page, and none of their pages has been touched. The
// page size is a request: if the kernel does not grant it, the memory works the same but may be slower to read. Throws
// std::bad_alloc.
template <Element T>
FreshArrays<T> fresh_arrays(std::size_t size, PageSize page_size) {
    if (size == 0) return {};
    if (size > std::numeric_limits<std::size_t>::max() / 4 / sizeof(T)) throw std::bad_alloc{};
    const std::size_t array = (size * sizeof(T) + huge_page - 1) / huge_page * huge_page;
    const std::size_t bytes = 2 * array + huge_page;  // one more, so that the first array can begin at the start of one
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

}  // namespace reductions
