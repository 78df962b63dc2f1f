// A reduction with nothing to share: values go in, a value comes out.
//
// A data race needs something that two threads can write to. This interface has no such thing: `map` gets elements as
// values, `combine` makes one value of two, and neither may capture anything, not even a reference. So a program cannot
// name the accumulator that shared_accumulator writes to. A program that tries does not compile; tests/refused/ has
// examples. The type system does not see global and static variables.
#pragma once

#include <omp.h>

#include <concepts>
#include <cstddef>
#include <type_traits>
#include <vector>

#include "blocks/chunks.hpp"

namespace reductions {

// A function object without state: a lambda that captures nothing, or std::plus<>. Every capture is refused, because
// from outside a copied number looks like a reference to a variable that all threads could write to.
template <typename Function>
concept CapturesNothing = std::is_empty_v<Function>;

// A range that returns its elements as copies or const references, so that there is nothing to write to.
template <typename Range>
concept ReadOnly = requires(const Range& range, std::size_t index) {
    { range.size() } -> std::convertible_to<std::size_t>;
    requires !std::is_lvalue_reference_v<decltype(range[index])> ||
        std::is_const_v<std::remove_reference_t<decltype(range[index])>>;
};

// combine(identity, map(range[0]), map(range[1]), ...). Every thread of a thread team reduces one slice, and the
// results are combined in the order of the slices. So `combine` must be associative and need not be commutative.
// Combining a value with `identity` must not change it. A float answer depends only on the number of threads. An empty
// range returns `identity`. Throws std::bad_alloc.
template <ReadOnly Range, typename Value, CapturesNothing Map, CapturesNothing Combine>
Value parallel_reduce(const Range& range, const Value& identity, Map map, Combine combine) {
    struct Slice {
        Value result;  // in a struct, because several elements of a std::vector<bool> share one byte
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

}  // namespace reductions
