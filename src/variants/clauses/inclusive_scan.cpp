// Running sums: `reduction(inscan, + : total)` and `scan inclusive(total)`.
//
// Iteration i sees the sum of all terms up to its own, as numpy.cumsum gives it, and the last running sum is the
// answer. The scan directive splits the loop's body: the statements before it add, and those after it read the sum
// so far. An implementation needs two passes: each thread sums its slice, and then each adds the sum of all slices
// before its own. So the running sums go through memory several times. (OpenMP 5.2, section 5.6.)
//
// clang++ 14 crashes on this file, and gives wrong totals elsewhere (llvm-project#53344). With clang++ 19 a scan of one
// element crashes. g++ 12 frees a pointer that it has never set if the loop has no iteration, so an empty array does
// not reach the loop.
#include <vector>

#include "contract/variant.hpp"

namespace reductions::inclusive_scan {

template <Element T>
Sum<T> inclusive_scan(View<T> a, View<T> b) {
    if (a.empty()) return 0;
    std::vector<Wrapping<T>> running(a.size());
    Wrapping<T> total = 0;
#pragma omp parallel for reduction(inscan, + : total)
    for (std::size_t i = 0; i < a.size(); ++i) {
        total += squared_difference(a[i], b[i]);
#pragma omp scan inclusive(total)
        running[i] = total;
    }
    return static_cast<Sum<T>>(running.back());
}

extern const Entry entry = {
    .shows = "Running sums, as numpy.cumsum gives them; the last one is the answer.",
    .depends_on = DependsOn::threads,
    .computation = [](auto a, auto b) { return inclusive_scan(a, b); },
};

}  // namespace reductions::inclusive_scan
