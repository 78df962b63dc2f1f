// sum((x - y)²) as NumPy evaluates it: every step a whole array.
#pragma once

#include <Eigen/Core>
#include <concepts>
#include <cstdint>

#include "ssd/element.hpp"
#include "ssd/freed_memory.hpp"

namespace ssd {

// Two temporaries of a.size() elements, both alive while the squares are written. Eigen adds integers up as it does
// everything, in the element's own type, so the squares are widened on the way into the sum, as np.sum does.
template <Element T>
Wrapping<T> sum_of_temporaries(View<T> a, View<T> b) {
    keep_freed_memory();
    // Integers as unsigned, so that wrapping around is defined; a signed object may be read as its unsigned type
    // ([basic.lval]/11).
    using Value = WrappingElement<T>;
    using Array = Eigen::Array<Value, Eigen::Dynamic, 1>;
    const auto length = static_cast<Eigen::Index>(a.size());
    const Eigen::Map<const Array> x{reinterpret_cast<const Value*>(a.data()), length};
    const Eigen::Map<const Array> y{reinterpret_cast<const Value*>(b.data()), length};

    const Array difference = x - y;
    const Array squares = difference.square();
    if constexpr (std::integral<T>) {
        return squares.template cast<T>().template cast<std::int64_t>().template cast<std::uint64_t>().sum();
    } else {
        return squares.sum();
    }
}

}  // namespace ssd
