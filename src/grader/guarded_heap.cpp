#include "grader/guarded_heap.hpp"

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <new>

#include <sys/mman.h>

namespace {

constexpr std::size_t page = 4096;
// Addresses for all blocks together. They cost no memory. If they are used up, blocks come from malloc.
constexpr std::size_t room = std::size_t{1} << 36;

std::byte* guarded = nullptr;  // where the room begins
std::atomic<std::size_t> used = 0;

constexpr std::size_t rounded_up(std::size_t size, std::size_t unit) { return (size + unit - 1) / unit * unit; }

// A page that keeps the length, then pages that end with the block, then a page that stays forbidden.
void* guarded_block(std::size_t size, std::size_t alignment) {
    if (!guarded || size > room || alignment > page) return nullptr;
    const std::size_t block = rounded_up(std::max(size, std::size_t{1}), alignment);
    const std::size_t bytes = page + rounded_up(block, page);
    const std::size_t begin = used.fetch_add(bytes + page);
    if (begin + bytes + page > room) return nullptr;
    std::byte* const place = guarded + begin;
    if (::mprotect(place, bytes, PROT_READ | PROT_WRITE) != 0) return nullptr;
    *reinterpret_cast<std::size_t*>(place) = bytes;
    return place + bytes - block;
}

bool is_guarded(const void* block) {
    const auto address = reinterpret_cast<std::uintptr_t>(block);
    const auto begin = reinterpret_cast<std::uintptr_t>(guarded);
    return guarded && address >= begin && address - begin < room;
}

void forbid(void* block) {
    const auto inside = reinterpret_cast<std::uintptr_t>(block) % page;
    std::byte* const place = static_cast<std::byte*>(block) - inside - page;
    const std::size_t bytes = *reinterpret_cast<const std::size_t*>(place);
    ::madvise(place, bytes, MADV_DONTNEED);  // gives the memory back
    ::mprotect(place, bytes, PROT_NONE);
}

void* block_or_throw(std::size_t size, std::size_t alignment) {
    void* block = guarded_block(size, alignment);
    if (!block) block = std::aligned_alloc(alignment, rounded_up(std::max(size, std::size_t{1}), alignment));
    if (!block) throw std::bad_alloc{};
    return block;
}

void release(void* block) {
    if (is_guarded(block)) {
        forbid(block);
    } else {
        std::free(block);
    }
}

}  // namespace

void reductions::guard_heap() {
    void* const place = ::mmap(nullptr, room, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (place == MAP_FAILED) std::_Exit(1);
    guarded = static_cast<std::byte*>(place);
}

// The library's other forms of new and delete call these.
void* operator new(std::size_t size) { return block_or_throw(size, __STDCPP_DEFAULT_NEW_ALIGNMENT__); }
void* operator new(std::size_t size, std::align_val_t alignment) {
    return block_or_throw(size, static_cast<std::size_t>(alignment));
}
void operator delete(void* block) noexcept { release(block); }
void operator delete(void* block, std::align_val_t) noexcept { release(block); }
void operator delete(void* block, std::size_t) noexcept { release(block); }
void operator delete(void* block, std::size_t, std::align_val_t) noexcept { release(block); }
