// sum((x - y)²) as NumPy evaluates it: each step produces a whole array.
#pragma once

#include <Eigen/Core>
#include <concepts>
#include <cstdint>

#include "blocks/freed_memory.hpp"
#include "contract/element.hpp"

namespace reductions {

// Two temporaries of a.size() elements; both exist while the squares are written. Eigen adds integers in the element's
// own type, so the squares are widened before they are added, as in np.sum.
template <Element T>
Wrapping<T> sum_of_temporaries(View<T> a, View<T> b) {
    keep_freed_memory();
    // Integers are read as unsigned, so that wrapping around is defined. A signed object may be read as its unsigned
    // type ([basic.lval]/11).
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

}  // namespace reductions
