// WRONG ON PURPOSE: the shared accumulator as a cell on the heap, like the article's result[0].
//
// This is the data race of shared_accumulator, in the form that Python gives it. g++ stores a local variable once,
// after the loop. It stores to the heap in every step, because other threads may see that memory. So the threads
// overwrite each other all the time, and the answers are scattered: a start value and a slice on top of it. The machine
// code of the loop decides which wrong answers a data race gives.
#include <memory>

#include "contract/variant.hpp"

namespace reductions::shared_heap_cell {

template <Element T>
Sum<T> shared_heap_cell(View<T> a, View<T> b) {
    const auto result = std::make_unique<Wrapping<T>>(Wrapping<T>{0});
#pragma omp parallel for
    for (std::size_t i = 0; i < a.size(); ++i) *result += squared_difference(a[i], b[i]);
    return static_cast<Sum<T>>(*result);
}

extern const Entry entry = {
    .shows = "The shared accumulator as a cell on the heap, like the article's result[0].",
    .misconception = "A cell of an array collects what all threads add.",
    .expectation = Expectation::racy,
    .computation = [](auto a, auto b) { return shared_heap_cell(a, b); },
};

}  // namespace reductions::shared_heap_cell
