// How fast this machine reads: the limit of every sum over arrays that lie in memory or in a cache.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace reductions {

using Bytes = std::span<const std::byte>;

// One way to read two arrays of the same length and do as little as possible with them: an exclusive or of all that was
// read, so that the compiler cannot leave the reading out.
struct ReadLoop {
    std::string name;  // how it reads, in words
    bool by_a_team;    // by thread_count() threads, or by the calling thread alone
    bool prefetches;
    std::uint64_t (*read)(Bytes a, Bytes b);

    // Reads both arrays, each as far as it fills whole words of 8 bytes.
    std::uint64_t operator()(Bytes a, Bytes b) const;
};

// All ways that are tried on arrays of this many bytes: widths, orders, streams a thread, distances of prefetching.
std::vector<ReadLoop> read_loops(std::size_t bytes);

// Which way is the fastest depends on the machine, on the cache that the arrays fit into, and on the number of threads.
// Tries all on these arrays and returns the best, and the best that differ from it in kind: with prefetching or
// without, by a team or alone. There are five, one of which, measured with care, gives the limit.
std::vector<ReadLoop> fastest_read_loops(Bytes a, Bytes b);

}  // namespace reductions
