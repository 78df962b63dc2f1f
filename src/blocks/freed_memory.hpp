// What happens to freed memory: it goes back to the kernel, or it is kept for the next allocation.
//
// By default glibc's malloc gets every large block from the kernel and gives it back when it is freed. The first write
// to each 4 KiB page of such a block is a page fault, in which the kernel finds a page and fills it with zeros. The
// temporaries of one call on the article's arrays cause 40,000 page faults, which cost many times as much as the
// arithmetic. NumPy has fewer of them, because it asks the kernel for huge pages of 2 MiB. This file tells malloc to
// keep what is freed, so that only the first call pays. The temporaries are as large and as real as before.
#pragma once

#include <cstdlib>  // defines __GLIBC__ if glibc is the C library
#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace reductions {

// Makes malloc reuse freed blocks of any size, from now on and for the whole program (mallopt(3)). Does nothing without
// glibc: there the temporaries cost what that C library's malloc charges for them.
inline void keep_freed_memory() {
#ifdef __GLIBC__
    [[maybe_unused]] static const bool kept = [] {
        const bool no_mapping = mallopt(M_MMAP_MAX, 0) == 1;
        const bool no_trimming = mallopt(M_TRIM_THRESHOLD, -1) == 1;
        return no_mapping && no_trimming;
    }();
#endif
}

}  // namespace reductions
