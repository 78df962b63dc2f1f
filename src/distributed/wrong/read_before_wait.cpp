// MPI_Iallreduce, and the total is read before MPI_Wait.
//
// The call returns at once, and the total is anything until MPI_Wait has returned: what the buffer held before, a part
// of the sum, or with luck the sum. nowait_then_read is the same mistake among threads.
#include "distributed/own_sum.hpp"
#include "distributed/way.hpp"

namespace reductions::distributed::read_before_wait {

template <Element T>
Sum<T> read_before_wait(View<T> a, View<T> b, const Ranks& ranks) {
    const Wrapping<T> own = own_sum(a, b);
    Wrapping<T> total = 0;
    MPI_Request under_way{};
    MPI_Iallreduce(&own, &total, 1, datatype<Wrapping<T>>(), MPI_SUM, ranks.all, &under_way);
    const volatile Wrapping<T>& now = total;
    const Wrapping<T> answer = now;  // too early
    MPI_Wait(&under_way, MPI_STATUS_IGNORE);
    return static_cast<Sum<T>>(answer);
}

extern const Way way = {
    .shows = "The result of a call that has only begun is read before MPI_Wait.",
    .misconception = "When the call returns, the result is there.",
    .expectation = Expectation::racy,
    .computation = [](auto a, auto b, const Ranks& ranks) { return read_before_wait(a, b, ranks); },
};

}  // namespace reductions::distributed::read_before_wait
