// Every rank sums the whole arrays, and the sums are added: the answer times the number of ranks.
//
// mpiexec starts the same program several times. Nothing is shared out unless the program does it. Here each rank first
// gets all parts, as if it had read the whole file. whole_loop_in_every_thread is the same mistake
// among threads. (Counts are int in MPI, so this overflows from 2^31 elements on. MPI 4.0 has MPI_Allgatherv_c.)
#include <vector>

#include "distributed/own_sum.hpp"
#include "distributed/way.hpp"

namespace reductions::distributed::everything_on_every_rank {

template <Element T>
std::vector<T> whole_array(View<T> part, const Ranks& ranks) {
    const auto own = static_cast<int>(part.size());
    std::vector<int> sizes(static_cast<std::size_t>(ranks.count())), places(sizes.size());
    MPI_Allgather(&own, 1, MPI_INT, sizes.data(), 1, MPI_INT, ranks.all);
    for (std::size_t r = 1; r < sizes.size(); ++r) places[r] = places[r - 1] + sizes[r - 1];
    std::vector<T> whole(ranks.whole);
    MPI_Allgatherv(part.data(), own, datatype<T>(), whole.data(), sizes.data(), places.data(), datatype<T>(),
                   ranks.all);
    return whole;
}

template <Element T>
Sum<T> everything_on_every_rank(View<T> a, View<T> b, const Ranks& ranks) {
    const std::vector<T> whole_a = whole_array(a, ranks), whole_b = whole_array(b, ranks);
    const Wrapping<T> own = own_sum(View<T>{whole_a}, View<T>{whole_b});  // not its own at all
    Wrapping<T> total = 0;
    MPI_Allreduce(&own, &total, 1, datatype<Wrapping<T>>(), MPI_SUM, ranks.all);
    return static_cast<Sum<T>>(total);
}

extern const Way way = {
    .shows = "Every rank sums everything, and the sums are added.",
    .misconception = "mpiexec shares the loop among the ranks.",
    .expectation = Expectation::lossy,
    .default_size = 1'000'003,
    .computation = [](auto a, auto b, const Ranks& ranks) { return everything_on_every_rank(a, b, ranks); },
};

}  // namespace reductions::distributed::everything_on_every_rank
