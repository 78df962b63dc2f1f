// Eigen's Tensor module on a thread pool: the whole formula as one expression, with threads.
//
// The expression is that of eigen_lazy_expression. The device says which threads evaluate it: `total.device(device) =
// …`. Each thread sums one block in vector registers, and the blocks' sums are added in order. The pool is Eigen's own
// and independent of OpenMP's threads. Here every call starts it; a program would keep it.
//
// The module is in Eigen's folder `unsupported`, and TensorFlow is built on it.
#define EIGEN_USE_THREADS

#include <concepts>
#include <cstdint>
#include <unsupported/Eigen/CXX11/Tensor>

#include "contract/threads.hpp"
#include "contract/variant.hpp"

namespace reductions::eigen_tensor {

template <Element T>
Sum<T> eigen_tensor(View<T> a, View<T> b) {
    // Integers are read as unsigned, so that wrapping around is defined, and widened before they are added.
    using Value = WrappingElement<T>;
    using Map = Eigen::TensorMap<const Eigen::Tensor<const Value, 1, Eigen::RowMajor, Eigen::Index>>;
    const auto length = static_cast<Eigen::Index>(a.size());
    const Map x{reinterpret_cast<const Value*>(a.data()), length};
    const Map y{reinterpret_cast<const Value*>(b.data()), length};
    const int threads = static_cast<int>(thread_count());
    Eigen::ThreadPool pool{threads};
    const Eigen::ThreadPoolDevice device{&pool, threads};
    Eigen::Tensor<Wrapping<T>, 0, Eigen::RowMajor, Eigen::Index> total;
    if constexpr (std::integral<T>) {
        const auto squares = (x - y).square().template cast<T>().template cast<std::int64_t>();
        total.device(device) = squares.template cast<std::uint64_t>().sum();
    } else {
        total.device(device) = (x - y).square().sum();
    }
    return static_cast<Sum<T>>(total());
}

extern const Entry entry = {
    .shows = "Eigen's Tensor module: one expression, evaluated by Eigen's own thread pool.",
    .depends_on = DependsOn::threads,
    .computation = [](auto a, auto b) { return eigen_tensor(a, b); },
};

}  // namespace reductions::eigen_tensor
