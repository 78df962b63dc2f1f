// A lost update between processes: MPI_Get, an addition, and MPI_Put.
//
// Each flush completes the call before it. But between the get and the put, another rank may have put its own total,
// which this put overwrites. It is shared_accumulator's mistake, over a network. A shared lock lets all ranks in at
// once, so it protects nothing, and MPI leaves the result of such conflicts undefined. Each rank adds its part in
// 100 pieces, because updates collide only if there are many. Use one_sided_accumulate.
#include "blocks/chunks.hpp"
#include "distributed/own_sum.hpp"
#include "distributed/way.hpp"

namespace reductions::distributed::get_then_put {

template <Element T>
Sum<T> get_then_put(View<T> a, View<T> b, const Ranks& ranks) {
    MPI_Datatype number = datatype<Wrapping<T>>();
    Wrapping<T>* total = nullptr;
    MPI_Win window{};
    const MPI_Aint bytes = ranks.rank() == root ? sizeof *total : 0;
    MPI_Win_allocate(bytes, sizeof *total, MPI_INFO_NULL, ranks.all, &total, &window);
    const Wrapping<T> zero = 0;
    Wrapping<T> answer = 0;
    MPI_Win_lock(MPI_LOCK_SHARED, root, 0, window);
    if (ranks.rank() == root) MPI_Put(&zero, 1, number, root, 0, 1, number, window);
    MPI_Win_flush(root, window);
    MPI_Barrier(ranks.all);
    const Chunks pieces{a.size(), 100};
    for (std::size_t piece = 0; piece < pieces.count(); ++piece) {
        const auto [begin, length] = pieces[piece];
        const Wrapping<T> own = own_sum(a.subspan(begin, length), b.subspan(begin, length));
        Wrapping<T> sum = 0;
        MPI_Get(&sum, 1, number, root, 0, 1, number, window);
        MPI_Win_flush(root, window);
        sum += own;
        MPI_Put(&sum, 1, number, root, 0, 1, number, window);
        MPI_Win_flush(root, window);
    }
    MPI_Barrier(ranks.all);
    MPI_Get(&answer, 1, number, root, 0, 1, number, window);
    MPI_Win_unlock(root, window);
    MPI_Win_free(&window);
    return static_cast<Sum<T>>(answer);
}

extern const Way way = {
    .shows = "Each rank gets the total, adds to it, and puts it back.",
    .misconception = "A get and a put make an update.",
    .expectation = Expectation::racy,
    .answer_on = AnswerOn::the_root,
    .default_size = 1'000'003,
    .computation = [](auto a, auto b, const Ranks& ranks) { return get_then_put(a, b, ranks); },
};

}  // namespace reductions::distributed::get_then_put
