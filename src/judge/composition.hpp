// What a wrong sum is made of, told from its value alone.
//
// A race leaves traces: if each thread kept its sum in a register, whole slices of the array are missing; if it stored
// the sum in every step, a slice lies on top of the beginning of another; if every step was read, changed and written,
// terms are missing all over the array. Where the squares are random numbers, the sum gives that away.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ssd/chunks.hpp"
#include "ssd/element.hpp"

namespace ssd {

// What a sum turned out to be.
struct Composition {
    enum class Kind {
        right,                   // all of the squares
        slices,                  // the squares of `slices` threads, and nothing of the others
        slices_and_a_beginning,  // the same, and the beginning of another thread's slice
        cut_off,                 // the right sum, cut off to 32 bits
        scattered,               // something else: updates lost here and there
    };
    Kind kind;
    std::size_t slices = 0;

    auto operator<=>(const Composition&) const = default;  // NOLINT(modernize-use-nullptr): there is no null
};

// In words, such as "1 of 4 slices".
std::string to_string(const Composition& composition, std::size_t threads);

// Works compositions out for one pair of arrays, cut into equal slices for a number of threads, as a static schedule
// cuts them.
class Decomposition {
public:
    // The largest number of threads: all sets of slices are tried.
    static constexpr std::size_t most_threads = 12;

    // Squares of integers that do not wrap, all of them positive; `threads` from 1 to most_threads.
    Decomposition(View<std::int64_t> a, View<std::int64_t> b, std::size_t threads);

    std::int64_t right() const { return static_cast<std::int64_t>(first_.back()); }
    Composition of(std::int64_t sum) const;

private:
    std::optional<Composition> of_slices(std::uint64_t sum) const;
    bool is_beginning(std::size_t slice, std::uint64_t sum) const;

    Chunks slices_;
    std::vector<std::uint64_t> first_;     // first_[i] is the sum of the first i squares
    std::vector<std::uint64_t> of_slice_;  // the sum of each slice
};

}  // namespace ssd
