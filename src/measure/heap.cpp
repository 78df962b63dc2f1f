// The heap meter: this program's own malloc family, which counts and forwards to the family that the program would have
// without it: glibc's, or that of an allocator that was preloaded or linked, such as jemalloc.
//
// Only this way sees every allocation. Replacing operator new would miss Eigen, which calls malloc; the linker's
// --wrap=malloc would miss libstdc++, which was linked before. glibc allows it: "Replacing malloc" in its manual.
#include "measure/heap.hpp"

#include <cstdlib>

#include "measure/sanitizer.hpp"

#if defined(__GLIBC__) && !BUILT_WITH_SANITIZER

#include <dlfcn.h>
#include <malloc.h>

#include <atomic>
#include <cerrno>
#include <memory>

// glibc's own name.  NOLINTNEXTLINE(bugprone-reserved-identifier, readability-identifier-naming)
extern "C" void* __libc_malloc(std::size_t);

namespace {

// The family that is forwarded to, each function to the one of its name: an allocator may call its own by these names.
struct Family {
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
    bool is_counted;  // glibc's; an allocator with an operator new of its own would be seen in part only
};

// Nothing here may be initialised by a constructor: the first allocation comes before any constructor has run.
constinit Family family{};

enum class Search { not_begun, going_on, done };
constinit Search search = Search::not_begun;

// The next definition after this program's own, in the order in which the loader searches.
template <typename Function>
void find_next(Function& function, const char* name) {
    function = reinterpret_cast<Function>(dlsym(RTLD_NEXT, name));
}

// The family, which the first allocation of the program looks for; nothing while that goes on. A dlsym that then calls
// malloc or calloc gets no memory, and does without.
const Family* next() {
    if (search == Search::done) return &family;
    if (search == Search::going_on) return nullptr;
    search = Search::going_on;
    find_next(family.malloc, "malloc");
    find_next(family.calloc, "calloc");
    find_next(family.realloc, "realloc");
    find_next(family.memalign, "memalign");
    find_next(family.aligned_alloc, "aligned_alloc");
    find_next(family.posix_memalign, "posix_memalign");
    find_next(family.valloc, "valloc");
    find_next(family.pvalloc, "pvalloc");
    find_next(family.free, "free");
    find_next(family.usable_size, "malloc_usable_size");
    family.is_counted = family.malloc == &__libc_malloc;
    search = Search::done;
    return &family;
}

// What is allocated now, and the most that ever was since the last measurement began.
constinit std::atomic<std::size_t> allocated = 0;
constinit std::atomic<std::size_t> peak = 0;

std::size_t size_of(void* memory) { return memory != nullptr && family.is_counted ? family.usable_size(memory) : 0; }

void* count(void* memory) {
    const std::size_t size = size_of(memory);
    const std::size_t now = allocated.fetch_add(size, std::memory_order_relaxed) + size;
    std::size_t highest = peak.load(std::memory_order_relaxed);
    while (highest < now && !peak.compare_exchange_weak(highest, now, std::memory_order_relaxed)) {
    }
    return memory;
}

// Whether an allocation of `size` bytes is seen. It is not under Valgrind, which puts a malloc of its own in the place
// of this one.
bool is_seen(std::size_t size) {
    const std::size_t before = allocated;
    const std::unique_ptr<char[]> memory{new char[size]};
    *static_cast<volatile char*>(memory.get()) = 1;  // or the compiler leaves the allocation out
    return allocated - before >= size;
}

}  // namespace

extern "C" {

void* malloc(std::size_t size) noexcept {
    const Family* const to = next();
    return to == nullptr ? nullptr : count(to->malloc(size));
}

void* calloc(std::size_t number, std::size_t size) noexcept {
    const Family* const to = next();
    return to == nullptr ? nullptr : count(to->calloc(number, size));
}

void* memalign(std::size_t alignment, std::size_t size) noexcept { return count(next()->memalign(alignment, size)); }

void* aligned_alloc(std::size_t alignment, std::size_t size) noexcept {
    return count(next()->aligned_alloc(alignment, size));
}

void* valloc(std::size_t size) noexcept { return count(next()->valloc(size)); }

void* pvalloc(std::size_t size) noexcept { return count(next()->pvalloc(size)); }

int posix_memalign(void** memory, std::size_t alignment, std::size_t size) noexcept {
    const int error = next()->posix_memalign(memory, alignment, size);
    if (error == 0) count(*memory);
    return error;
}

void* realloc(void* memory, std::size_t size) noexcept {
    const Family* const to = next();
    if (to == nullptr) return nullptr;
    const std::size_t before = size_of(memory);
    void* const moved = to->realloc(memory, size);
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
    const Family* const to = next();
    if (memory == nullptr || to == nullptr) return;
    allocated.fetch_sub(size_of(memory), std::memory_order_relaxed);
    to->free(memory);
}

}  // extern "C"

std::optional<std::size_t> reductions::peak_heap(const std::function<void()>& work) {
    if (!family.is_counted || !is_seen(1000)) return std::nullopt;
    const std::size_t before = allocated;
    peak = before;
    work();
    return peak - before;
}

#else

std::optional<std::size_t> reductions::peak_heap(const std::function<void()>&) { return std::nullopt; }

#endif
