// Finds out from the value of a wrong sum what it is made of.
//
// A race leaves traces. If each thread kept its sum in a register, whole slices of the array are missing. If it stored
// the sum in every step, the sum is a slice on top of the beginning of another. If every step read, changed and wrote
// the total, terms are missing all over the array. Other mistakes leave traces too: if a loop is not shared among the
// threads, each thread adds the whole array. If the squares are random numbers, the value of the sum shows which of
// these happened.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "blocks/chunks.hpp"
#include "contract/element.hpp"

namespace reductions {

// What a sum is made of.
struct Composition {
    enum class Kind {
        right,                   // all squares
        slices,                  // the squares of `count` threads, and nothing from the others
        slices_and_a_beginning,  // the same, and the beginning of another thread's slice
        cut_off,                 // the right sum, cut off to 32 bits
        multiple,                // `count` times the right sum
        slice_twice,             // all squares, and those of one thread a second time
        without_first,           // all but the first `count` squares
        without_last,            // all but the last `count` squares
        scattered,               // less than the right sum: updates were lost here and there
        too_much,                // more than the right sum
        no_sum,                  // not finite, or negative
    };
    Kind kind;
    std::size_t count = 0;

    auto operator<=>(const Composition&) const = default;  // NOLINT(modernize-use-nullptr): there is no null
};

// In words, for example "1 of 4 slices".
std::string to_string(const Composition& composition, std::size_t threads);

// How often each composition was seen, the most frequent first.
using CountedCompositions = std::vector<std::pair<Composition, std::size_t>>;
CountedCompositions by_frequency(const std::map<Composition, std::size_t>& counts);

// Finds compositions for one pair of arrays. It is cut into equal slices, one per thread, as a static schedule cuts it.
class Decomposition {
public:
    // Up to this many threads, all sets of slices are tried. With more, only single slices, and all slices except one.
    static constexpr std::size_t most_threads_for_all_sets = 12;

    // For control arrays, or other arrays whose differences are whole numbers, and whose squares are positive and add
    // up to less than 2^63. Needs at least one thread. Throws std::bad_alloc.
    template <Element T>
    Decomposition(View<T> a, View<T> b, std::size_t threads) : slices_{a.size(), threads} {
        first_.reserve(a.size() + 1);
        first_.push_back(0);
        for (std::size_t i = 0; i < a.size(); ++i) {
            const auto difference = static_cast<std::int64_t>(a[i] - b[i]);
            first_.push_back(first_.back() + static_cast<std::uint64_t>(difference * difference));
        }
        for (std::size_t slice = 0; slice < threads; ++slice) {
            const auto [begin, length] = slices_[slice];
            of_slice_.push_back(first_[begin + length] - first_[begin]);
        }
    }

    std::int64_t right() const { return static_cast<std::int64_t>(first_.back()); }

    Composition of(std::int64_t sum) const;

    // For a sum of floats. If it is larger than the right sum, it may have been rounded, once per thread.
    Composition of(double sum) const;

private:
    using Sets = std::vector<std::vector<bool>>;

    Composition of_positive(std::uint64_t sum, std::uint64_t tolerance) const;
    Composition of_more(std::uint64_t sum, std::uint64_t tolerance) const;
    bool is_telling(std::size_t candidates) const;
    Sets sets_of_slices() const;
    std::optional<Composition> of_slices(std::uint64_t sum) const;
    std::optional<Composition> of_one_end(std::uint64_t sum) const;
    bool is_beginning(std::size_t slice, std::uint64_t sum) const;

    Chunks slices_;
    std::vector<std::uint64_t> first_;     // first_[i] is the sum of the first i squares
    std::vector<std::uint64_t> of_slice_;  // the sum of each slice
};

}  // namespace reductions
