// Compensated summation after Neumaier, one element at a time.
//
// What an addition rounds away can be computed exactly with two more operations. It is added up separately, and at the
// end the two sums are added. The error does not grow with the number of elements, until there are very many. Blocks
// have a fixed size and are combined in order, so it does not matter which thread sums which block. For integers
// nothing is lost. (A. Neumaier, "Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen", ZAMM 54,
// 1974. It also handles a term that is larger than the sum, which Kahan's method does not.)
#include "blocks/no_contraction.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "contract/variant.hpp"

namespace reductions::neumaier {

constexpr std::size_t block = 8192;

template <Element T>
class CompensatedSum {
public:
    // Terms and sums are never negative here, so they are compared without absolute values.
    void add(Wrapping<T> term) {
        const Wrapping<T> next = sum_ + term;
        lost_ += sum_ >= term ? (sum_ - next) + term : (term - next) + sum_;
        sum_ = next;
    }

    void add(const CompensatedSum& other) {
        add(other.sum_);
        lost_ += other.lost_;
    }

    // If the sum is infinite, `lost_` is minus infinity or NaN, and the sum is returned as it is.
    Sum<T> value() const { return static_cast<Sum<T>>(std::isfinite(sum_) ? sum_ + lost_ : sum_); }

private:
    Wrapping<T> sum_ = 0;
    Wrapping<T> lost_ = 0;
};

template <Element T>
Sum<T> neumaier(View<T> a, View<T> b) {
    std::vector<CompensatedSum<T>> partial((a.size() + block - 1) / block);
#pragma omp parallel for
    for (std::size_t index = 0; index < partial.size(); ++index) {
        CompensatedSum<T> sum;
        const std::size_t end = std::min((index + 1) * block, a.size());
        for (std::size_t i = index * block; i < end; ++i) sum.add(squared_difference(a[i], b[i]));
        partial[index] = sum;
    }
    CompensatedSum<T> total;
    for (const CompensatedSum<T>& sum : partial) total.add(sum);
    return total.value();
}

extern const Entry entry = {
    .shows = "Compensated summation: what each addition rounds away is added up separately.",
    .computation = [](auto a, auto b) { return neumaier(a, b); },
};

}  // namespace reductions::neumaier
