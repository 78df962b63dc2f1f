// What becomes of freed memory: back to the kernel, or kept for the next allocation.
//
// By default glibc's malloc maps every large block afresh and unmaps it when it is freed. The first write to each
// 4 KiB page of such a block is a page fault, in which the kernel finds a page and fills it with zeros: 40,000 faults
// for the temporaries of one call on the article's arrays, and they cost many times what the arithmetic does. NumPy
// takes fewer of them, since it asks the kernel for huge pages of 2 MiB. Here malloc is told to keep what is freed, so
// that only the first call pays; the temporaries are as large and as real as before.
#pragma once

#include <cstdlib>  // declares __GLIBC__ where it is the C library
#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace ssd {

// Lets malloc reuse blocks of any size, from now on and for the whole program (mallopt(3)). Without glibc it does
// nothing: there the temporaries cost what that malloc charges for them.
inline void keep_freed_memory() {
#ifdef __GLIBC__
    [[maybe_unused]] static const bool kept = [] {
        const bool no_mapping = mallopt(M_MMAP_MAX, 0) == 1;
        const bool no_trimming = mallopt(M_TRIM_THRESHOLD, -1) == 1;
        return no_mapping && no_trimming;
    }();
#endif
}

}  // namespace ssd
