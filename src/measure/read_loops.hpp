// Loops that only read, in many ways.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace reductions {

using Bytes = std::span<const std::byte>;

// One way to read two arrays of the same length. It combines all words with exclusive or, so that the compiler cannot
// remove the reads, and does nothing else.
struct ReadLoop {
    std::string name;  // how it reads, in words
    bool by_a_team;    // by thread_count() threads, or by the calling thread alone
    bool prefetches;
    std::uint64_t (*read)(Bytes a, Bytes b);

    // Reads both arrays, up to their last whole word of 8 bytes.
    std::uint64_t operator()(Bytes a, Bytes b) const;
};

// All ways to read arrays of this many bytes each: register widths, orders, numbers of streams, prefetch distances. A
// team runs each of them. For arrays so small that waking a team may not pay, one thread alone runs each of them too.
std::vector<ReadLoop> read_loops(std::size_t bytes);

}  // namespace reductions
