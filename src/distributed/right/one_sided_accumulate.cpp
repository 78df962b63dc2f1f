// MPI_Accumulate: each rank adds to a number in the root's memory, and the root does nothing.
//
// A window is memory that other ranks may read and write. MPI_Accumulate is its atomic update: updates of one element
// with the same operation do not lose each other (MPI 4.0, section 12.7.1). The fences separate the updates from what
// comes before and after them. get_then_put makes the same update in two steps, and loses some.
#include "distributed/own_sum.hpp"
#include "distributed/way.hpp"

namespace reductions::distributed::one_sided_accumulate {

template <Element T>
Sum<T> one_sided_accumulate(View<T> a, View<T> b, const Ranks& ranks) {
    const Wrapping<T> own = own_sum(a, b);
    Wrapping<T>* total = nullptr;
    MPI_Win window{};
    const MPI_Aint bytes = ranks.rank() == root ? sizeof *total : 0;
    MPI_Win_allocate(bytes, sizeof *total, MPI_INFO_NULL, ranks.all, &total, &window);
    if (ranks.rank() == root) *total = 0;
    MPI_Win_fence(0, window);
    MPI_Accumulate(&own, 1, datatype<Wrapping<T>>(), root, 0, 1, datatype<Wrapping<T>>(), MPI_SUM, window);
    MPI_Win_fence(0, window);
    const Wrapping<T> answer = ranks.rank() == root ? *total : 0;
    MPI_Win_free(&window);
    return static_cast<Sum<T>>(answer);
}

extern const Way way = {
    .shows = "Each rank adds its sum to a number in the root's memory, atomically.",
    .depends_on = DependsOn::run,
    .answer_on = AnswerOn::the_root,
    .computation = [](auto a, auto b, const Ranks& ranks) { return one_sided_accumulate(a, b, ranks); },
};

}  // namespace reductions::distributed::one_sided_accumulate
