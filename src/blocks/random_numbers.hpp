// Random numbers by their place in the sequence, so that threads can fill their parts of an array in any order.
#pragma once

#include <cstdint>

namespace reductions {

// The k-th output, k >= 1, of the generator splitmix64 with seed 0. (Steele, Lea, Flood: "Fast splittable pseudorandom
// number generators", OOPSLA 2014.)
constexpr std::uint64_t random_bits(std::uint64_t k) {
    std::uint64_t z = k * 0x9E3779B97F4A7C15;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
    return z ^ (z >> 31);
}

}  // namespace reductions
