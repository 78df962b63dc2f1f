// Mean and variance of the differences in one pass, beside the sum: `declare reduction` with Chan's merge.
//
// The variance is the mean squared distance from the mean. So either the loop runs twice, or it subtracts two large
// sums, which can lose all digits (lost/expanded_square.cpp). Welford's update keeps the mean and the sum of squared
// distances up to date in one pass. To merge two parts, Chan, Golub and LeVeque correct for the distance between their
// means ("Algorithms for Computing the Sample Variance", The American Statistician 37, 1983). An empty part must change
// nothing: a thread may have no work.
#include "contract/variant.hpp"

namespace reductions::mean_and_variance {

template <Element T>
struct Moments {
    Wrapping<T> sum_of_squares = 0;
    double count = 0;
    double mean = 0;      // of the differences
    double distance = 0;  // the sum of (difference - mean)²

    void add(T x, T y) {
        sum_of_squares += squared_difference(x, y);
        const auto value = static_cast<double>(difference(x, y));
        const double step = value - mean;
        count += 1;
        mean += step / count;
        distance += step * (value - mean);
    }

    void merge(const Moments& other) {
        sum_of_squares += other.sum_of_squares;
        if (other.count == 0) return;
        const double step = other.mean - mean;
        const double all = count + other.count;
        mean += step * (other.count / all);
        distance += other.distance + step * step * (count * other.count / all);
        count = all;
    }

    double variance() const { return distance / count; }  // of all elements; a sample's divides by count - 1
};

template <Element T>
Moments<T> mean_and_variance(View<T> a, View<T> b) {
#pragma omp declare reduction(chan : Moments <T> : omp_out.merge(omp_in)) initializer(omp_priv = Moments <T>{})
    Moments<T> moments;
#pragma omp parallel for reduction(chan : moments)
    for (std::size_t i = 0; i < a.size(); ++i) moments.add(a[i], b[i]);
    return moments;
}

extern const Entry entry = {
    .shows = "Mean and variance of the differences in one pass, beside the sum: declare reduction with Chan's merge.",
    .depends_on = DependsOn::run,
    .computation =
        [](auto a, auto b) {
            return static_cast<Sum<typename decltype(a)::value_type>>(mean_and_variance(a, b).sum_of_squares);
        },
};

}  // namespace reductions::mean_and_variance
