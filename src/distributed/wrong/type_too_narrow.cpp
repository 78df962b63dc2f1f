// MPI_INT for a 64-bit sum: MPI reads as many bytes as the type says, and checks nothing.
//
// A buffer is a void*, so the compiler cannot compare it with the type. MPI_INT makes MPI add the lower four bytes of
// each sum. On a little-endian machine that is right as long as the total fits: in the test with small arrays, and not
// in production. For float32 the type is right. MPI_FLOAT for a double adds the lower halves of the numbers, which are
// noise. datatype() in way.hpp derives MPI's type from the type of the number.
#include "distributed/own_sum.hpp"
#include "distributed/way.hpp"

namespace reductions::distributed::type_too_narrow {

template <Element T>
Sum<T> type_too_narrow(View<T> a, View<T> b, const Ranks& ranks) {
    const Wrapping<T> own = own_sum(a, b);
    Wrapping<T> total = 0;
    MPI_Allreduce(&own, &total, 1, std::integral<T> ? MPI_INT : MPI_FLOAT, MPI_SUM, ranks.all);
    return static_cast<Sum<T>>(total);
}

extern const Way way = {
    .shows = "The type that MPI is told is narrower than the number.",
    .misconception = "MPI knows the type of a buffer.",
    .expectation = Expectation::lossy,
    .computation = [](auto a, auto b, const Ranks& ranks) { return type_too_narrow(a, b, ranks); },
};

}  // namespace reductions::distributed::type_too_narrow
