// The heap meter: this program's own malloc family. It counts, and forwards to the family that the program would have
// without it. Each function forwards to the one of the same name, because an allocator may call its own functions by
// these names.
//
// Only a replaced malloc family sees every allocation. Replacing operator new would miss Eigen, which calls malloc. The
// linker's --wrap=malloc would miss libstdc++, which is already linked. glibc allows the replacement: see "Replacing
// malloc" in its manual.
#include "measure/heap.hpp"

#include <cstdlib>

#include "measure/sanitizer.hpp"

#if defined(__GLIBC__) && !BUILT_WITH_SANITIZER

#include <malloc.h>

#include <atomic>
#include <cerrno>
#include <memory>

#include "measure/next_malloc.hpp"

namespace {

using reductions::next_family;
using reductions::next_malloc;

// The bytes that are allocated now, and the most since the last measurement began.
constinit std::atomic<std::size_t> allocated = 0;
constinit std::atomic<std::size_t> peak = 0;

// Only glibc's blocks count: another allocator may have its own operator new, which the meter would not see.
std::size_t size_of(void* memory) {
    return memory != nullptr && next_family.is_glibcs ? next_family.usable_size(memory) : 0;
}

void* count(void* memory) {
    const std::size_t size = size_of(memory);
    const std::size_t now = allocated.fetch_add(size, std::memory_order_relaxed) + size;
    std::size_t highest = peak.load(std::memory_order_relaxed);
    while (highest < now && !peak.compare_exchange_weak(highest, now, std::memory_order_relaxed)) {
    }
    return memory;
}

// Whether the meter sees an allocation of `size` bytes. Under Valgrind it does not, because Valgrind replaces this
// malloc with its own.
bool is_seen(std::size_t size) {
    const std::size_t before = allocated;
    const std::unique_ptr<char[]> memory{new char[size]};
    *static_cast<volatile char*>(memory.get()) = 1;  // keeps the compiler from removing the allocation
    return allocated - before >= size;
}

}  // namespace

extern "C" {

void* malloc(std::size_t size) noexcept {
    const reductions::MallocFamily* const to = next_malloc();
    return to == nullptr ? nullptr : count(to->malloc(size));
}

void* calloc(std::size_t number, std::size_t size) noexcept {
    const reductions::MallocFamily* const to = next_malloc();
    return to == nullptr ? nullptr : count(to->calloc(number, size));
}

void* memalign(std::size_t alignment, std::size_t size) noexcept {
    return count(next_malloc()->memalign(alignment, size));
}

void* aligned_alloc(std::size_t alignment, std::size_t size) noexcept {
    return count(next_malloc()->aligned_alloc(alignment, size));
}

void* valloc(std::size_t size) noexcept { return count(next_malloc()->valloc(size)); }

void* pvalloc(std::size_t size) noexcept { return count(next_malloc()->pvalloc(size)); }

int posix_memalign(void** memory, std::size_t alignment, std::size_t size) noexcept {
    const int error = next_malloc()->posix_memalign(memory, alignment, size);
    if (error == 0) count(*memory);
    return error;
}

void* realloc(void* memory, std::size_t size) noexcept {
    const reductions::MallocFamily* const to = next_malloc();
    if (to == nullptr) return nullptr;
    const std::size_t before = size_of(memory);
    void* const moved = to->realloc(memory, size);
    const bool failed = moved == nullptr && size != 0;  // then the old block stays; with size 0 it is freed
    if (!failed) allocated.fetch_sub(before, std::memory_order_relaxed);
    return count(moved);
}

void* reallocarray(void* memory, std::size_t number, std::size_t size) noexcept {
    std::size_t bytes = 0;
    if (__builtin_mul_overflow(number, size, &bytes)) {
        errno = ENOMEM;
        return nullptr;
    }
    return realloc(memory, bytes);
}

void free(void* memory) noexcept {
    const reductions::MallocFamily* const to = next_malloc();
    if (memory == nullptr || to == nullptr) return;
    allocated.fetch_sub(size_of(memory), std::memory_order_relaxed);
    to->free(memory);
}

}  // extern "C"

std::optional<std::size_t> reductions::peak_heap(const std::function<void()>& work) {
    if (!next_family.is_glibcs || !is_seen(1000)) return std::nullopt;
    const std::size_t before = allocated;
    peak = before;
    work();
    return peak - before;
}

#else

std::optional<std::size_t> reductions::peak_heap(const std::function<void()>&) { return std::nullopt; }

#endif
