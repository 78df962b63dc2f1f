// The heap meter: this program's own malloc family, which counts and forwards to glibc's.
//
// Only this way sees every allocation. Replacing operator new would miss Eigen, which calls malloc; the linker's
// --wrap=malloc would miss libstdc++, which was linked before. glibc allows it: "Replacing malloc" in its manual.
#include "measure/heap.hpp"

#include <cstdlib>

#include "measure/sanitizer.hpp"

#if defined(__GLIBC__) && !SSD_SANITIZER

#include <malloc.h>

#include <atomic>
#include <cerrno>

namespace {

// What is allocated now, and the most that ever was since the last measurement began.
std::atomic<std::size_t> allocated = 0;
std::atomic<std::size_t> peak = 0;

void* count(void* memory) {
    if (memory == nullptr) return nullptr;
    const std::size_t size = malloc_usable_size(memory);
    const std::size_t now = allocated.fetch_add(size, std::memory_order_relaxed) + size;
    std::size_t highest = peak.load(std::memory_order_relaxed);
    while (highest < now && !peak.compare_exchange_weak(highest, now, std::memory_order_relaxed)) {
    }
    return memory;
}

void discount(void* memory) {
    if (memory != nullptr) allocated.fetch_sub(malloc_usable_size(memory), std::memory_order_relaxed);
}

}  // namespace

extern "C" {

// NOLINTBEGIN(bugprone-reserved-identifier, readability-identifier-naming): glibc's own names
void* __libc_malloc(std::size_t);
void* __libc_calloc(std::size_t, std::size_t);
void* __libc_realloc(void*, std::size_t);
void* __libc_memalign(std::size_t, std::size_t);
void* __libc_valloc(std::size_t);
void* __libc_pvalloc(std::size_t);
void __libc_free(void*);
// NOLINTEND(bugprone-reserved-identifier, readability-identifier-naming)

void* malloc(std::size_t size) noexcept { return count(__libc_malloc(size)); }
void* calloc(std::size_t number, std::size_t size) noexcept { return count(__libc_calloc(number, size)); }
void* memalign(std::size_t alignment, std::size_t size) noexcept { return count(__libc_memalign(alignment, size)); }
void* aligned_alloc(std::size_t alignment, std::size_t size) noexcept { return memalign(alignment, size); }
void* valloc(std::size_t size) noexcept { return count(__libc_valloc(size)); }
void* pvalloc(std::size_t size) noexcept { return count(__libc_pvalloc(size)); }

int posix_memalign(void** memory, std::size_t alignment, std::size_t size) noexcept {
    if (alignment % sizeof(void*) != 0 || (alignment & (alignment - 1)) != 0 || alignment == 0) return EINVAL;
    void* const allocated_memory = memalign(alignment, size);
    if (allocated_memory == nullptr) return ENOMEM;
    *memory = allocated_memory;
    return 0;
}

void* realloc(void* memory, std::size_t size) noexcept {
    const std::size_t before = memory == nullptr ? 0 : malloc_usable_size(memory);
    void* const moved = __libc_realloc(memory, size);
    const bool failed = moved == nullptr && size != 0;  // then the old block stays; with size 0 it was freed
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
    discount(memory);
    __libc_free(memory);
}

}  // extern "C"

std::optional<std::size_t> ssd::peak_heap(const std::function<void()>& work) {
    const std::size_t before = allocated;
    peak = before;
    work();
    return peak - before;
}

#else

std::optional<std::size_t> ssd::peak_heap(const std::function<void()>&) { return std::nullopt; }

#endif
