// `parallel loop`: iterations that may run in any order and at the same time.
//
// `for` says how the iterations are shared out. `loop` only says that they do not depend on each other, and leaves the
// rest to the compiler: threads, lanes of a register or an accelerator. There is no schedule clause and no nowait, and
// the body may not call OpenMP's functions. The views are firstprivate for the same reason as in for_simd_reduction.
// (OpenMP 5.2, section 11.7. clang++ 14 ignores the word with a warning, so every thread runs the whole loop.)
#include "contract/variant.hpp"

namespace reductions::loop_construct {

template <Element T>
Sum<T> loop_construct(View<T> a, View<T> b) {
    Wrapping<T> total = 0;
#pragma omp parallel loop firstprivate(a, b) reduction(+ : total)
    for (std::size_t i = 0; i < a.size(); ++i) total += squared_difference(a[i], b[i]);
    return static_cast<Sum<T>>(total);
}

extern const Entry entry = {
    .shows = "The loop construct: iterations that may run in any order, and the compiler decides where.",
    .depends_on = DependsOn::run,
    .computation = [](auto a, auto b) { return loop_construct(a, b); },
};

}  // namespace reductions::loop_construct
