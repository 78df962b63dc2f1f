// Each rank sums whole / ranks elements, and the remainder of the division is lost.
//
// Ranks that cut the work themselves often divide integers. With four ranks and 9,999,999 elements, the last three
// elements belong to nobody. The answer is right whenever the number of ranks divides that of the elements, as powers
// of two do in most tests. remainder_lost is the same mistake among threads.
#include <algorithm>

#include "distributed/own_sum.hpp"
#include "distributed/way.hpp"

namespace reductions::distributed::last_elements_lost {

template <Element T>
Sum<T> last_elements_lost(View<T> a, View<T> b, const Ranks& ranks) {
    const std::size_t size = std::min(a.size(), ranks.whole / static_cast<std::size_t>(ranks.count()));
    const Wrapping<T> own = own_sum(a.first(size), b.first(size));
    Wrapping<T> total = 0;
    MPI_Allreduce(&own, &total, 1, datatype<Wrapping<T>>(), MPI_SUM, ranks.all);
    return static_cast<Sum<T>>(total);
}

extern const Way way = {
    .shows = "Each rank sums an equal number of elements, and the remainder belongs to nobody.",
    .misconception = "Each rank has n / ranks elements.",
    .expectation = Expectation::lossy,
    .computation = [](auto a, auto b, const Ranks& ranks) { return last_elements_lost(a, b, ranks); },
};

}  // namespace reductions::distributed::last_elements_lost
