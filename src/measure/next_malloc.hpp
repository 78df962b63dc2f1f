// The malloc family that the program would have without the heap meter: glibc's, or that of an allocator that was
// preloaded or linked, such as jemalloc. For heap.cpp alone, with glibc.
#pragma once

#include <dlfcn.h>
#include <malloc.h>

#include <cstddef>
#include <cstdlib>

// glibc's own name.  NOLINTNEXTLINE(bugprone-reserved-identifier, readability-identifier-naming)
extern "C" void* __libc_malloc(std::size_t);

namespace reductions {

struct MallocFamily {
    decltype(&std::malloc) malloc;
    decltype(&std::calloc) calloc;
    decltype(&std::realloc) realloc;
    decltype(&::memalign) memalign;
    decltype(&std::aligned_alloc) aligned_alloc;
    decltype(&::posix_memalign) posix_memalign;
    decltype(&::valloc) valloc;
    decltype(&::pvalloc) pvalloc;
    decltype(&std::free) free;
    decltype(&::malloc_usable_size) usable_size;
    bool is_glibcs;
};

// No constructor may initialise anything here, because the first allocation comes before all constructors.
inline constinit MallocFamily next_family{};

enum class MallocSearch { not_begun, going_on, done };
inline constinit MallocSearch malloc_search = MallocSearch::not_begun;

// Finds the next definition after this program's own, in the order in which the loader searches.
template <typename Function>
void find_next(Function& function, const char* name) {
    function = reinterpret_cast<Function>(dlsym(RTLD_NEXT, name));
}

// Returns the family. The program's first allocation searches for it, and during the search the result is null. If
// dlsym calls malloc or calloc then, it gets no memory and works without it.
inline const MallocFamily* next_malloc() {
    if (malloc_search == MallocSearch::done) return &next_family;
    if (malloc_search == MallocSearch::going_on) return nullptr;
    malloc_search = MallocSearch::going_on;
    find_next(next_family.malloc, "malloc");
    find_next(next_family.calloc, "calloc");
    find_next(next_family.realloc, "realloc");
    find_next(next_family.memalign, "memalign");
    find_next(next_family.aligned_alloc, "aligned_alloc");
    find_next(next_family.posix_memalign, "posix_memalign");
    find_next(next_family.valloc, "valloc");
    find_next(next_family.pvalloc, "pvalloc");
    find_next(next_family.free, "free");
    find_next(next_family.usable_size, "malloc_usable_size");
    next_family.is_glibcs = next_family.malloc == &__libc_malloc;
    malloc_search = MallocSearch::done;
    return &next_family;
}

}  // namespace reductions
