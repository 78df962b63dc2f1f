// Loops that only read, in many ways.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace reductions {

using Bytes = std::span<const std::byte>;

// How a team of thread_count() threads shares the reading. With `none` the calling thread reads alone. With
// `equal_shares` each thread reads as much as the others. With `blocks` a free thread takes the next block, which is
// faster if a core is busy with other work.
enum class Sharing { none, equal_shares, blocks };

// One way to read two arrays of the same length. It combines all words with exclusive or, so that the compiler cannot
// remove the reads, and does nothing else.
struct ReadLoop {
    std::string name;  // how it reads, in words
    Sharing sharing;
    bool prefetches;
    std::uint64_t (*read)(Bytes a, Bytes b);

    // Reads both arrays, up to their last whole word of 8 bytes.
    std::uint64_t operator()(Bytes a, Bytes b) const;
};

// All ways to read arrays of this many bytes each: register widths, orders, numbers of streams, prefetch distances.
// Each of them comes with equal shares. For arrays so small that waking a team may not pay, each also comes for one
// thread alone, and for larger arrays with blocks.
std::vector<ReadLoop> read_loops(std::size_t bytes);

}  // namespace reductions
