// MPI_Reduce_scatter_block: a vector is reduced, and each rank gets one element of the result.
//
// Each rank cuts its part into as many pieces as there are ranks. Rank k gets the total of all pieces k, so all ranks
// add at the same time. This is the first half of Rabenseifner's algorithm for long vectors (Thakur, Rabenseifner and
// Gropp, "Optimization of Collective Communication Operations in MPICH", 2005). A second reduction adds the totals. For
// one number this only costs more messages.
#include <vector>

#include "blocks/chunks.hpp"
#include "distributed/own_sum.hpp"
#include "distributed/way.hpp"

namespace reductions::distributed::reduce_scatter_blocks {

template <Element T>
Sum<T> reduce_scatter_blocks(View<T> a, View<T> b, const Ranks& ranks) {
    const Chunks pieces{a.size(), static_cast<std::size_t>(ranks.count())};
    std::vector<Wrapping<T>> sums(pieces.count());
    for (std::size_t k = 0; k < sums.size(); ++k) {
        const auto [begin, length] = pieces[k];
        sums[k] = own_sum(a.subspan(begin, length), b.subspan(begin, length));
    }
    Wrapping<T> own = 0, total = 0;
    MPI_Reduce_scatter_block(sums.data(), &own, 1, datatype<Wrapping<T>>(), MPI_SUM, ranks.all);
    MPI_Reduce(&own, &total, 1, datatype<Wrapping<T>>(), MPI_SUM, root, ranks.all);
    return static_cast<Sum<T>>(total);
}

extern const Way way = {
    .shows = "Each rank gets the total of one piece of all parts, and a second reduction adds the totals.",
    .depends_on = DependsOn::run,
    .answer_on = AnswerOn::the_root,
    .computation = [](auto a, auto b, const Ranks& ranks) { return reduce_scatter_blocks(a, b, ranks); },
};

}  // namespace reductions::distributed::reduce_scatter_blocks
