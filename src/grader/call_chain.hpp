// Many calls for one question. A small sum takes less time than a question's way to the worker and back.
#pragma once

#include <cstddef>
#include <cstdint>

#include "blocks/random_numbers.hpp"

namespace reductions {

// A call's elements begin a whole number of cache lines after the question's first one, in each array at another place.
inline constexpr std::size_t call_places = 128;
inline constexpr std::size_t elements_between_places = 8;

// How many elements after a question's own a call may use.
inline constexpr std::size_t elements_after = (call_places - 1) * elements_between_places;

// Makes so many calls: `call(offset in a, offset in b)` returns the bits of a sum. Where a call's elements are depends
// on the sum before, so nobody can make the calls in another order or leave one out. Returns a number that depends on
// all sums.
template <typename Call>
std::uint64_t hash_of_calls(std::uint64_t calls, const Call& call) {
    std::uint64_t hash = calls;
    for (; calls > 0; --calls) {
        hash = random_bits(hash);
        hash ^=
            call(hash % call_places * elements_between_places, (hash >> 32) % call_places * elements_between_places);
    }
    return random_bits(hash);
}

}  // namespace reductions
