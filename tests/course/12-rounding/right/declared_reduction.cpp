// Knuth's TwoSum, which needs no comparison, in a reduction of its own.
#include <cmath>
#include <cstddef>
#include <span>

namespace {

struct Pair {
    double sum = 0;
    double lost = 0;
};

void add(Pair& pair, double term) {
    const double next = pair.sum + term;
    const double of_term = next - pair.sum;
    pair.lost += (pair.sum - (next - of_term)) + (term - of_term);
    pair.sum = next;
}

void combine(Pair& into, const Pair& from) {
    add(into, from.sum);
    into.lost += from.lost;
}

}  // namespace

#pragma omp declare reduction(compensated:Pair : combine(omp_out, omp_in)) initializer(omp_priv = Pair{})

double sum_of_squared_differences(std::span<const double> a, std::span<const double> b) {
    Pair total;
#pragma omp parallel for reduction(compensated : total)
    for (std::size_t i = 0; i < a.size(); ++i) {
        const double difference = a[i] - b[i];
        add(total, difference * difference);
    }
    return std::isfinite(total.sum) ? total.sum + total.lost : total.sum;
}
