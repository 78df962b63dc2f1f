// An operation that depends on the order of its operands, declared as commuting.
//
// MPI_Scan gives each rank the sum of all parts up to its own, so the last rank has the total. "Keep the right one"
// should bring it to all. That operation is associative, but it does not commute: the right operand must belong to the
// higher rank. MPI_Op_create checks nothing. With commute = 1 the library may exchange the operands, and then
// the sum of the first ranks alone may win. Whether it does depends on the library, on the number of ranks, and on
// which message comes first.
#include "distributed/own_sum.hpp"
#include "distributed/way.hpp"

namespace reductions::distributed::reduced_in_any_order {

void keep_the_right_one(void* /*left*/, void* /*right*/, int* /*count*/, MPI_Datatype* /*type*/) {}  // it is in place

template <Element T>
Sum<T> reduced_in_any_order(View<T> a, View<T> b, const Ranks& ranks) {
    const Wrapping<T> own = own_sum(a, b);
    Wrapping<T> up_to_here = 0, total = 0;
    MPI_Scan(&own, &up_to_here, 1, datatype<Wrapping<T>>(), MPI_SUM, ranks.all);
    MPI_Op operation{};
    MPI_Op_create(&keep_the_right_one, /*commute=*/1, &operation);
    MPI_Reduce(&up_to_here, &total, 1, datatype<Wrapping<T>>(), operation, root, ranks.all);
    MPI_Op_free(&operation);
    return static_cast<Sum<T>>(total);
}

extern const Way way = {
    .shows = "An operation that does not commute is declared as commuting.",
    .misconception = "An associative operation may be reduced in any order.",
    .expectation = Expectation::lossy,
    .answer_on = AnswerOn::the_root,
    .computation = [](auto a, auto b, const Ranks& ranks) { return reduced_in_any_order(a, b, ranks); },
};

}  // namespace reductions::distributed::reduced_in_any_order
