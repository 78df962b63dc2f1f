// Eigen as intended: the whole formula as one expression.
//
// Eigen's operators return descriptions of a computation, and sum() evaluates them in one vectorised pass without
// temporaries. Compare with eigen_temporaries, which asks for temporaries. It uses one thread. Eigen adds several lanes
// side by side, so float answers are more accurate than a plain loop's, and take less time.
#include <Eigen/Core>
#include <concepts>
#include <cstdint>

#include "contract/variant.hpp"

namespace reductions::eigen_lazy_expression {

template <Element T>
Sum<T> eigen_lazy_expression(View<T> a, View<T> b) {
    // Integers are read as unsigned, so that wrapping around is defined, and widened before they are added.
    using Value = WrappingElement<T>;
    using Map = Eigen::Map<const Eigen::Array<Value, Eigen::Dynamic, 1>>;
    const auto length = static_cast<Eigen::Index>(a.size());
    const Map x{reinterpret_cast<const Value*>(a.data()), length};
    const Map y{reinterpret_cast<const Value*>(b.data()), length};
    if constexpr (std::integral<T>) {
        const auto squares = (x - y).square().template cast<T>().template cast<std::int64_t>();
        return static_cast<Sum<T>>(squares.template cast<std::uint64_t>().sum());
    } else {
        return (x - y).square().sum();
    }
}

extern const Entry entry = {
    .shows = "Eigen as intended: one expression, no temporaries.",
    .computation = [](auto a, auto b) { return eigen_lazy_expression(a, b); },
};

}  // namespace reductions::eigen_lazy_expression
