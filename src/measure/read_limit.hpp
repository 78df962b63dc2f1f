// How fast this machine reads: the limit of every sum over arrays that lie in memory or in a cache.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace ssd {

using Bytes = std::span<const std::byte>;

// One way to read two arrays of the same length and do as little as possible with them: an exclusive or of all that was
// read, so that the compiler cannot leave the reading out.
struct ReadLoop {
    std::string name;  // how it reads, in words
    bool by_a_team;    // by thread_count() threads, or by the calling thread alone
    std::uint64_t (*read)(Bytes a, Bytes b);

    // Reads both arrays, each as far as it fills whole words of 8 bytes.
    std::uint64_t operator()(Bytes a, Bytes b) const;
};

// Which way is the fastest depends on the machine, on the cache that the arrays fit into, and on the number of threads.
// Tries many on these arrays (several widths, orders, streams a thread, and distances of prefetching) and returns the
// best few, the fastest first: their medians, measured with care, give the limit.
std::vector<ReadLoop> fastest_read_loops(Bytes a, Bytes b);

}  // namespace ssd
