// Loops that only read, in many ways.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace reductions {

using Bytes = std::span<const std::byte>;

// Who reads: the calling thread alone; thread_count() threads, each an equal share; or that many threads, each of which
// takes another block when it is free. Blocks are faster if one of the cores is busy with other work.
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
