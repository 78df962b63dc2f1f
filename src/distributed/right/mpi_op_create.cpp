// An operation of your own: Neumaier's compensated sums, combined between ranks without losing the compensation.
//
// What is reduced is a pair: a sum, and what rounding took from it. MPI_Op_create makes an operation of a function of
// two buffers (MPI 4.0, section 6.9.5). It must be associative, up to rounding. `commute` says whether the library may
// also exchange the operands. Here it may. reduced_in_any_order shows what happens if that is not true.
#include <cmath>

#include "distributed/way.hpp"

namespace reductions::distributed::mpi_op_create {

template <Element T>
struct Pair {
    Wrapping<T> sum = 0;
    Wrapping<T> lost = 0;  // what rounding took from the sum; 0 for integers, which do not round

    // Neumaier: the smaller of two numbers loses bits, and they can be computed exactly. Squares are not negative, so
    // no absolute values are needed.
    void add(Wrapping<T> x) {
        const Wrapping<T> next = sum + x;
        lost += sum >= x ? (sum - next) + x : (x - next) + sum;
        sum = next;
    }
};

template <Element T>
void combine(void* in, void* inout, int* count, MPI_Datatype*) {
    const auto* const from = static_cast<const Pair<T>*>(in);
    auto* const into = static_cast<Pair<T>*>(inout);
    for (int i = 0; i < *count; ++i) {
        const Wrapping<T> lost = into[i].lost + from[i].lost;
        into[i].lost = 0;
        into[i].add(from[i].sum);
        into[i].lost += lost;  // in this order, so that exchanging the operands changes no bit
    }
}

template <Element T>
Sum<T> mpi_op_create(View<T> a, View<T> b, const Ranks& ranks) {
    MPI_Datatype pair{};
    MPI_Type_contiguous(2, datatype<Wrapping<T>>(), &pair);
    MPI_Type_commit(&pair);
    MPI_Op operation{};
    MPI_Op_create(&combine<T>, /*commute=*/1, &operation);
    Pair<T> own, total;
    for (std::size_t i = 0; i < a.size(); ++i) own.add(squared_difference(a[i], b[i]));
    MPI_Allreduce(&own, &total, 1, pair, operation, ranks.all);
    MPI_Op_free(&operation);
    MPI_Type_free(&pair);
    const bool overflowed = std::isinf(static_cast<double>(total.sum));  // then what was lost is no number
    return static_cast<Sum<T>>(overflowed ? total.sum : total.sum + total.lost);
}

extern const Way way = {
    .shows = "Pairs of a sum and its rounding error, combined by an operation of your own.",
    .depends_on = DependsOn::run,
    .computation = [](auto a, auto b, const Ranks& ranks) { return mpi_op_create(a, b, ranks); },
};

}  // namespace reductions::distributed::mpi_op_create
