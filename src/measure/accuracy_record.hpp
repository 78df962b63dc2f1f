// What the float answers of one variant on one pair of arrays show.
#pragma once

#include <cmath>
#include <compare>
#include <concepts>
#include <cstddef>
#include <limits>
#include <set>
#include <vector>

#include "measure/accuracy.hpp"
#include "measure/judged_arrays.hpp"
#include "measure/statistics.hpp"
#include "measure/stopwatch.hpp"

namespace reductions {

// The distance of an answer from the exact sum, in units in the last place of the exact sum. `exact` is the exact sum
// correctly rounded, so an answer that is correctly rounded has distance 0.
template <std::floating_point T>
double error_in_ulp(T answer, T exact) {
    const double ulp = static_cast<double>(std::nextafter(exact, std::numeric_limits<T>::infinity())) - exact;
    return std::abs(static_cast<double>(answer) - exact) / ulp;
}

// An order in which answers with different bits are different, except that all NaNs are the same.
struct BitwiseLess {
    template <std::floating_point T>
    bool operator()(T x, T y) const {
        const auto key = [](T answer) { return std::isnan(answer) ? std::numeric_limits<T>::quiet_NaN() : answer; };
        return std::is_lt(std::strong_order(key(x), key(y)));
    }
};

// Runs a variant and keeps what the answers show. Refers to the arrays.
template <std::floating_point T>
class AccuracyRecord {
public:
    AccuracyRecord(const Variant& variant, const JudgedArrays<T>& judged) : variant_{&variant}, judged_{&judged} {}

    std::size_t size() const { return judged_->arrays.a.size(); }

    // Runs the variant on the control arrays, if there are any.
    void run_control() {
        if (!judged_->control) return;
        const Arrays<T> control = judged_->control->arrays();
        judgement_.count((*variant_)(control.a, control.b), *judged_->control);
    }

    // Times one run, after another run has woken the threads.
    void run_timed() {
        if (judged_->control) {
            run_control();
        } else {
            call();
        }
        const Stopwatch stopwatch;
        const T answer = call();
        const double seconds = stopwatch.seconds();
        over_runs_.insert(judge(answer));
        seconds_per_element_.push_back(seconds / static_cast<double>(size()));
    }

    // Runs the variant once with the number of threads that is set now.
    void run_with_threads() { over_threads_.insert(judge(call())); }

    double seconds_per_element() const { return median(seconds_per_element_); }

    Accuracy accuracy(double reference_seconds_per_element) const {
        return {.variant = variant_,
                .size = size(),
                .worst_error = worst_error_,
                .over_runs = over_runs_.size(),
                .over_threads = over_threads_.size(),
                .cost = seconds_per_element() / reference_seconds_per_element,
                .judgement = judgement_};
    }

private:
    T call() const { return (*variant_)(judged_->arrays.a, judged_->arrays.b); }

    T judge(T answer) {
        judgement_.count(answer, judged_->reference);
        const double error = error_in_ulp(answer, judged_->reference.expected);
        if (!(error <= worst_error_)) worst_error_ = error;  // NaN counts as worse
        return answer;
    }

    const Variant* variant_;
    const JudgedArrays<T>* judged_;
    std::set<T, BitwiseLess> over_runs_;
    std::set<T, BitwiseLess> over_threads_;
    double worst_error_ = 0;
    std::vector<double> seconds_per_element_;
    Judgement judgement_;
};

}  // namespace reductions
