// Each rank names itself as the root of MPI_Reduce.
//
// All ranks must name the same root (MPI 4.0, section 6.9.1). Here each one waits for the sums of the others, which
// wait as well. The program hangs, or each rank takes messages that belong to another reduction. The program ends
// itself after --time-limit and says so; most programs do not.
#include "distributed/own_sum.hpp"
#include "distributed/way.hpp"

namespace reductions::distributed::roots_differ {

template <Element T>
Sum<T> roots_differ(View<T> a, View<T> b, const Ranks& ranks) {
    const Wrapping<T> own = own_sum(a, b);
    Wrapping<T> total = 0;
    MPI_Reduce(&own, &total, 1, datatype<Wrapping<T>>(), MPI_SUM, /*root=*/ranks.rank(), ranks.all);
    return static_cast<Sum<T>>(total);
}

extern const Way way = {
    .shows = "Each rank names itself as the root.",
    .misconception = "Each rank can name itself as the root.",
    .expectation = Expectation::wrong,
    .answer_on = AnswerOn::the_root,
    .computation = [](auto a, auto b, const Ranks& ranks) { return roots_differ(a, b, ranks); },
};

}  // namespace reductions::distributed::roots_differ
