// `schedule(static, 1)`: the threads take the elements in turn, like cards that are dealt out.
//
// It balances iterations whose cost grows with the index. On an array it is a mistake: every thread reads every cache
// line and uses only its share of it. Both arrays travel to every core. The compiler cannot load neighbours into one
// vector register, because they belong to different threads.
#include "contract/variant.hpp"

namespace reductions::schedule_static_by_element {

template <Element T>
Sum<T> schedule_static_by_element(View<T> a, View<T> b) {
    Wrapping<T> total = 0;
#pragma omp parallel for schedule(static, 1) reduction(+ : total)
    for (std::size_t i = 0; i < a.size(); ++i) total += squared_difference(a[i], b[i]);
    return static_cast<Sum<T>>(total);
}

extern const Entry entry = {
    .shows = "schedule(static, 1): elements dealt out in turn, so that every thread reads every cache line.",
    .depends_on = DependsOn::run,
    .computation = [](auto a, auto b) { return schedule_static_by_element(a, b); },
};

}  // namespace reductions::schedule_static_by_element
