// Arrays on which every right answer is exact, and on which every element counts.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>

#include "blocks/pages.hpp"
#include "judge/reference.hpp"

namespace reductions {

// On the arrays that a user gives, a float answer may prove nothing: rounding alone may explain the loss of half of the
// elements. So the same computation also runs on control arrays of the same length and type. Their squares are random
// whole numbers with a sum so small that no partial sum is ever rounded, in any order. All squares that count are
// positive. For each number of threads from 1 to 64, no two slices have the same sum. So every right answer is the
// exact sum, and an answer that lost, repeated or exchanged a slice is a different number. docs/judging.md has the
// proof.
//
// A float32 counts only to 2^24. So longer arrays need several controls: each element counts in one of them and adds
// nothing in the others, and every slice counts in all of them.
template <Element T>
class ControlArrays {
public:
    // Holds the first control for arrays of `size` elements. It is the same in every run. Throws std::bad_alloc.
    explicit ControlArrays(std::size_t size);

    // The number of controls, at least 1.
    std::size_t count() const { return count_; }

    // Holds the control with this index from now on, in the same memory. The index must be below count().
    void fill(std::size_t control);

    Arrays<T> arrays() const { return memory_; }
    Sum<T> expected() const { return expected_; }
    Verdict verdict(Sum<T> answer) const { return answer == expected_ ? Verdict::right : Verdict::wrong; }

private:
    void fill_from(std::uint64_t seed, std::size_t control);
    bool is_usable();

    std::size_t count_;
    double slope_;  // how much larger a difference can be at the end of the arrays than at the beginning
    FreshArrays<T> memory_;
    Sum<T> expected_{};
};

// The control arrays, or nothing if there is not enough memory for them.
template <Element T>
std::optional<ControlArrays<T>> control_arrays(std::size_t size);

}  // namespace reductions
