// One thread for small arrays: the `if` clause.
//
// Waking a thread team and waiting for it costs more than a small sum. The clause decides at run time: below the
// crossover the region has one thread, the caller. The crossover must be measured. On the machine of docs/limit.md two
// threads begin to pay at about 256 KiB per array. A region of one thread still costs a call into the runtime;
// at_the_limit avoids that call.
#include "contract/variant.hpp"

namespace reductions::one_thread_if_small {

constexpr std::size_t crossover = 262'144;  // bytes of one array

template <Element T>
Sum<T> one_thread_if_small(View<T> a, View<T> b) {
    Wrapping<T> total = 0;
#pragma omp parallel for reduction(+ : total) if (a.size_bytes() >= crossover)
    for (std::size_t i = 0; i < a.size(); ++i) total += squared_difference(a[i], b[i]);
    return static_cast<Sum<T>>(total);
}

extern const Entry entry = {
    .shows = "The plain clause with an if: small arrays are not worth waking a team for.",
    .depends_on = DependsOn::run,
    .computation = [](auto a, auto b) { return one_thread_if_small(a, b); },
};

}  // namespace reductions::one_thread_if_small
