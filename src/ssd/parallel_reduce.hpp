// A reduction with nothing to share: values go in, a value comes out.
//
// A data race needs something that two threads can write to. In this interface there is nothing of the kind: elements
// are handed to `map` as values, `combine` makes one value of two, and neither may hold on to anything, not even to a
// reference. So the accumulator that shared_accumulator writes to cannot be named; such a program does not compile
// (tests/refused/ has some). What the type system does not see are global and static variables.
#pragma once

#include <omp.h>

#include <concepts>
#include <cstddef>
#include <type_traits>
#include <vector>

#include "ssd/chunks.hpp"

namespace ssd {

// A function object without a state: a lambda that captures nothing, std::plus<>. A capture of any kind is refused, as
// from outside a copy of a number looks like a reference to a variable that all threads would write to.
template <typename Function>
concept CapturesNothing = std::is_empty_v<Function>;

// Numbered elements of which one gets copies or const references, and nothing to write to.
template <typename Range>
concept ReadOnly = requires(const Range& range, std::size_t index) {
    { range.size() } -> std::convertible_to<std::size_t>;
    requires !std::is_lvalue_reference_v<decltype(range[index])> ||
        std::is_const_v<std::remove_reference_t<decltype(range[index])>>;
};

// combine(identity, map(range[0]), map(range[1]), ...): every thread of a team reduces one slice, and the results are
// combined in the order of the slices. So `combine` has to be associative and need not be commutative, `identity` has
// to change nothing when it is combined, and a float answer depends on the number of threads alone. An empty range
// gives the identity. Throws std::bad_alloc.
template <ReadOnly Range, typename Value, CapturesNothing Map, CapturesNothing Combine>
Value parallel_reduce(const Range& range, const Value& identity, Map map, Combine combine) {
    struct Slice {
        Value result;  // in a struct, since a std::vector<bool> has its elements in common bytes
    };
    std::vector<Slice> partials(static_cast<std::size_t>(omp_get_max_threads()), Slice{identity});
#pragma omp parallel
    {
        const Chunks slices{range.size(), static_cast<std::size_t>(omp_get_num_threads())};
        const auto thread = static_cast<std::size_t>(omp_get_thread_num());
        const auto [begin, length] = slices[thread];
        Value partial = identity;
        for (std::size_t i = begin; i < begin + length; ++i) partial = combine(partial, map(range[i]));
        partials[thread].result = partial;
    }
    Value total = identity;
    for (const Slice& slice : partials) total = combine(total, slice.result);
    return total;
}

}  // namespace ssd
