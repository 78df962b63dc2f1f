// A sample program: one variant alone.
#include "programs/run_sample.hpp"

#include <algorithm>
#include <cstdint>
#include <iostream>
#include <limits>
#include <map>
#include <new>
#include <string>
#include <vector>

#include "arrays/generated_arrays.hpp"
#include "arrays/npy.hpp"
#include "contract/threads.hpp"
#include "contract/variant.hpp"
#include "judge/judgement.hpp"
#include "measure/constraints.hpp"
#include "measure/heap.hpp"
#include "measure/other_work.hpp"
#include "measure/stopwatch.hpp"
#include "programs/command_line.hpp"
#include "race_lab/composition.hpp"
#include "report/format.hpp"
#include "report/verdict.hpp"

namespace reductions {
namespace {

// To find the best time, the variant is called until this many calls in a row have not improved it, or until this much
// time is spent.
constexpr std::size_t runs_without_gain = 20;
constexpr std::size_t control_runs = 5;
constexpr double longest = 1;  // seconds
// The article prints five answers of its bad function.
constexpr std::size_t most_answers_shown = 5;

// What the runs of a variant showed.
struct Seen {
    std::vector<Answer> first_answers;
    Judgement judgement;
    std::map<Composition, std::size_t> made_of;  // the wrong answers of control runs
    double best_seconds = std::numeric_limits<double>::infinity();
    std::optional<std::size_t> heap;
};

template <Element T>
void run_timed(Seen& seen, const Variant& variant, const Arrays<T>& arrays, const Reference<T>& right) {
    double spent = 0;
    for (std::size_t without_gain = 0; without_gain < runs_without_gain && spent < longest; ++without_gain) {
        const Stopwatch stopwatch;
        const Sum<T> answer = variant(arrays.a, arrays.b);
        const double seconds = stopwatch.seconds();
        seen.judgement.count(answer, right);
        if (seen.first_answers.size() < most_answers_shown) seen.first_answers.emplace_back(answer);
        spent += seconds;
        if (seconds < seen.best_seconds) {
            seen.best_seconds = seconds;
            without_gain = 0;
        }
    }
}

// The run is judged as well: it may be the one in which a race shows.
template <Element T>
void run_for_heap(Seen& seen, const Variant& variant, const Arrays<T>& arrays, const Reference<T>& right) {
    Sum<T> answer{};
    seen.heap = peak_heap([&] { answer = variant(arrays.a, arrays.b); });
    if (seen.heap) seen.judgement.count(answer, right);
}

// Finds what a wrong answer is made of. This works only if all elements count in one control.
template <Element T>
void take_apart(Seen& seen, Sum<T> answer, const ControlArrays<T>& control) {
    if (control.count() > 1) return;
    const Arrays<T> arrays = control.arrays();
    const Decomposition decomposition{arrays.a, arrays.b, thread_count()};
    using Number = std::conditional_t<std::integral<T>, std::int64_t, double>;
    ++seen.made_of[decomposition.of(static_cast<Number>(answer))];
}

// Runs the variant on every control at least once, and several times if that is quick.
template <Element T>
void run_controls(Seen& seen, const Variant& variant, std::size_t size) try {
    std::optional<ControlArrays<T>> control = control_arrays<T>(size);
    if (!control) return;
    const Stopwatch stopwatch;
    for (std::size_t k = 0; k < control->count(); ++k) {
        if (k > 0) control->fill(k);
        const Arrays<T> arrays = variant.place(control->arrays());
        for (std::size_t run = 0; run < std::max<std::size_t>(control_runs / control->count(), 1); ++run) {
            if (run > 0 && stopwatch.seconds() > longest) break;
            const Sum<T> answer = variant(arrays.a, arrays.b);
            seen.judgement.count(answer, *control);
            if (control->verdict(answer) == Verdict::wrong) take_apart(seen, answer, *control);
        }
    }
} catch (const std::bad_alloc&) {
    return;  // there are fewer control runs, and the verdict shows how many
}

void print(const char* what, const std::string& value) {
    std::cout << "  " << what << std::string(12 - std::string_view{what}.size(), ' ') << value << '\n';
}

// One answer if none was wrong, otherwise those of the first runs.
std::string answers_in_words(const Seen& seen) {
    std::string text = format_answer(seen.first_answers.front());
    if (seen.judgement.given().wrong() == 0) return text;
    for (std::size_t i = 1; i < seen.first_answers.size(); ++i) text += ", " + format_answer(seen.first_answers[i]);
    return text;
}

// "1 of 2 slices in 4 of 5 control runs, scattered lost updates in 1"
std::string made_of_in_words(const Seen& seen) {
    std::vector<std::pair<Composition, std::size_t>> sorted{seen.made_of.begin(), seen.made_of.end()};
    std::stable_sort(sorted.begin(), sorted.end(), [](const auto& x, const auto& y) { return x.second > y.second; });
    std::string text;
    for (const auto& [composition, count] : sorted) {
        text += (text.empty() ? "" : ", ") + to_string(composition, thread_count()) + " in " + std::to_string(count);
        if (&composition == &sorted.front().first) {
            text += " of " + std::to_string(seen.judgement.control().runs()) + " control runs";
        }
    }
    return text;
}

// What the catalog says about the variant, compared with what the runs showed, because the user may have edited the
// file. Empty if both say that it is right.
std::string expectation_in_words(const Variant& variant, const Judgement& judgement) {
    const std::string check = "make check-" + std::string{variant.name};
    const std::size_t runs = judgement.given().runs() + judgement.control().runs();
    const std::string not_seen = ", not seen in these " + std::to_string(runs) + " runs";
    switch (variant.expectation) {
        case Expectation::right:
            return judgement.wrong() ? "should be right; " + check + " shows what is wrong and where" : "";
        case Expectation::racy:
            if (judgement.wrong()) return "a data race: any answer is possible, even the right one";
            if (thread_count() == 1) return "a data race, which needs a second thread";
            // The rule of three: with a rate of 3/k, k runs in a row are right in 5 % of all cases.
            return "a data race" + not_seen + ": fewer than " + format_percent(3.0 / static_cast<double>(runs)) +
                   " of such runs are wrong (95% confidence); " + check + " looks for it";
        case Expectation::lossy:
            return "wrong without a data race, on some arrays or with some numbers of threads" +
                   (judgement.wrong() ? "" : not_seen);
        case Expectation::wrong:
            return "wrong on purpose";
    }
    return "?";
}

template <Element T>
int run(const Variant& variant, const Arrays<T>& given) {
    const OtherWork other_work;
    const Reference<T> right = reference(given.a, given.b);
    Seen seen;
    // The control runs come first, while the variant has no threads yet. TBB is not built for ThreadSanitizer, which
    // therefore does not see how TBB passes data that is written later to threads that already exist.
    run_controls<T>(seen, variant, given.a.size());
    {
        const Arrays<T> arrays = variant.place(given);
        run_timed(seen, variant, arrays, right);
        run_for_heap(seen, variant, arrays, right);
    }

    check_files_unchanged();
    std::cout << variant.name << ": " << variant.shows << '\n';
    print("data", format_count(given.a.size()) + " elements of type " + std::string{type_name<T>});
    print("threads", std::to_string(delivered_threads()) + note_on_threads());
    print("result", answers_in_words(seen));
    print("expected", format_answer(right.expected));
    print("verdict", verdict_in_words(seen.judgement));
    if (!seen.made_of.empty()) print("made of", made_of_in_words(seen));
    const std::string expectation = expectation_in_words(variant, seen.judgement);
    if (!expectation.empty()) print("catalog", expectation);
    print("best time", format_seconds(seen.best_seconds));
    print("peak heap", seen.heap ? format_bytes(*seen.heap) : "n/a");
    std::cout << other_work_in_words(other_work.cores());
    return variant.expectation == Expectation::right && seen.judgement.wrong() ? 1 : 0;
}

}  // namespace

int run_sample(const Entry& entry, const char* name, const char* chapter, int count, const char* const* arguments) {
    const Variant variant{entry, name, chapter};
    DataArguments data;
    if (variant.left_out) {
        std::cerr << variant.name << ": left out of this build: " << variant.shows << '\n';
        return 2;
    }
    const auto body = [&] {
        return std::visit([&](const auto& arrays) { return run(variant, arrays); }, load(data, article_arrays).front());
    };
    return run_program({std::string{variant.name}, std::string{variant.shows}, data_arguments(data, 1), body}, count,
                       arguments);
}

}  // namespace reductions
