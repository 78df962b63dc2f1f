// How accurate a variant's float answers are, how repeatable, and at what cost.
#include "measure/accuracy.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <compare>
#include <iterator>
#include <limits>
#include <map>
#include <optional>
#include <set>

#include "contract/threads.hpp"
#include "measure/memory.hpp"
#include "measure/statistics.hpp"

namespace reductions {
namespace {

// The distance of an answer from the exact sum, in units of the last place of the exact sum. It is known to half of
// one, so an answer that is the exact sum correctly rounded is at distance 0.
template <std::floating_point T>
double error_in_ulp(T answer, T exact) {
    const double ulp = static_cast<double>(std::nextafter(exact, std::numeric_limits<T>::infinity())) - exact;
    return std::abs(static_cast<double>(answer) - exact) / ulp;
}

// Answers that differ in a bit are distinct, but one NaN is as good as another.
struct Before {
    template <std::floating_point T>
    bool operator()(T x, T y) const {
        const auto key = [](T answer) { return std::isnan(answer) ? std::numeric_limits<T>::quiet_NaN() : answer; };
        return std::is_lt(std::strong_order(key(x), key(y)));
    }
};

// One pair of arrays, and what is needed to judge the answers.
template <std::floating_point T>
struct JudgedArrays {
    explicit JudgedArrays(const Arrays<T>& given)
        : arrays{given}, right{reference(given.a, given.b)}, control{control_arrays<T>(given.a.size())} {}

    Arrays<T> arrays;
    Reference<T> right;
    std::optional<ControlArrays<T>> control;
};

// What one variant did on one pair of arrays.
template <std::floating_point T>
class Record {
public:
    Record(const Variant& variant, const JudgedArrays<T>& part) : variant_{&variant}, part_{&part} {}

    bool is_of(const JudgedArrays<T>& part) const { return part_ == &part; }

    void run_control() {
        if (!part_->control) return;
        const Arrays<T> control = part_->control->arrays();
        judgement_.count((*variant_)(control.a, control.b), *part_->control);
    }

    // One timed run, with threads that the run before has woken.
    void run_timed() {
        if (part_->control) {
            run_control();
        } else {
            call();
        }
        const auto start = std::chrono::steady_clock::now();
        const T answer = call();
        const std::chrono::duration<double> time = std::chrono::steady_clock::now() - start;
        over_runs_.insert(judged(answer));
        seconds_of_element_.push_back(time.count() / static_cast<double>(part_->arrays.a.size()));
    }

    void run_with_threads() { over_threads_.insert(judged(call())); }

    double seconds_of_element() const { return median(seconds_of_element_); }

    Accuracy accuracy(double cost_of_reference) const {
        return {variant_,
                type_name<T>,
                part_->arrays.a.size(),
                worst_error_,
                over_runs_.size(),
                over_threads_.size(),
                seconds_of_element() / cost_of_reference,
                judgement_};
    }

private:
    T call() const { return (*variant_)(part_->arrays.a, part_->arrays.b); }

    T judged(T answer) {
        judgement_.count(answer, part_->right);
        const double error = error_in_ulp(answer, part_->right.expected);
        if (!(error <= worst_error_)) worst_error_ = error;  // NaN counts as worse
        return answer;
    }

    const Variant* variant_;
    const JudgedArrays<T>* part_;
    std::set<T, Before> over_runs_;
    std::set<T, Before> over_threads_;
    double worst_error_ = 0;
    std::vector<double> seconds_of_element_;
    Judgement judgement_;
};

template <std::floating_point T>
void measure(std::span<const Variant* const> variants, const Variant& reference_of_cost, const Arrays<T>& arrays,
             const std::function<void()>& progress, std::vector<Accuracy>& results) {
    std::map<std::size_t, JudgedArrays<T>> parts;  // by size
    std::vector<Record<T>> records;
    const auto add_record = [&](const Variant* variant) {
        const std::size_t size = std::min(arrays.a.size(), variant->default_size);
        const Arrays<T> given{arrays.a.first(size), arrays.b.first(size), arrays.owner};
        records.emplace_back(*variant, parts.try_emplace(size, given).first->second);
    };
    add_record(&reference_of_cost);
    for (const Variant* variant : variants) add_record(variant);

    // All controls but the last, which stays filled in for the runs that wake the threads.
    for (auto& [size, part] : parts) {
        for (std::size_t k = 1; part.control && k < part.control->count(); ++k) {
            for (Record<T>& record : records) {
                if (record.is_of(part)) record.run_control();
            }
            part.control->fill(k);
        }
    }
    for (std::size_t run = 0; run < accuracy_runs; ++run) {
        progress();
        for (Record<T>& record : records) record.run_timed();
    }
    const MemoryLimitLifted lifted;
    const std::size_t asked_for = requested_threads();
    for (const std::size_t threads : accuracy_threads) {
        progress();
        set_thread_count(threads);
        for (Record<T>& record : records) record.run_with_threads();
    }
    set_thread_count(asked_for);

    const double cost_of_reference_call = records.front().seconds_of_element();
    for (auto record = std::next(records.begin()); record != records.end(); ++record) {
        results.push_back(record->accuracy(cost_of_reference_call));
    }
}

}  // namespace

std::vector<Accuracy> measure_accuracy(std::span<const Variant* const> variants, const Variant& reference_of_cost,
                                       std::span<const AnyArrays> data,
                                       const std::function<void(std::size_t done, std::size_t all)>& progress) {
    const std::size_t all = data.size() * (accuracy_runs + std::size(accuracy_threads));
    std::size_t done = 0;
    std::vector<Accuracy> results;
    for (const AnyArrays& any : data) {
        std::visit(
            [&]<Element T>(const Arrays<T>& arrays) {
                if constexpr (std::floating_point<T>) {
                    measure<T>(
                        variants, reference_of_cost, arrays, [&] { progress(done++, all); }, results);
                }
            },
            any);
    }
    return results;
}

}  // namespace reductions
