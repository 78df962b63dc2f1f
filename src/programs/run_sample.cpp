// A sample program: one variant alone.
#include "programs/run_sample.hpp"

#include <algorithm>
#include <chrono>
#include <iostream>
#include <limits>
#include <string>

#include "data/generated_arrays.hpp"
#include "judge/reference.hpp"
#include "judge/tally.hpp"
#include "measure/constraints.hpp"
#include "measure/heap.hpp"
#include "programs/command_line.hpp"
#include "report/format.hpp"
#include "ssd/threads.hpp"

namespace ssd {
namespace {

using Seconds = std::chrono::duration<double>;

// As in the article, which prints five answers of its bad one.
constexpr std::size_t runs_of_a_race = 5;
// Others are called for the best time until it has not fallen for this many calls, or this long.
constexpr std::size_t runs_without_gain = 20;
constexpr Seconds longest{1};

void print(const char* what, const std::string& value) {
    std::cout << "  " << what << std::string(12 - std::string_view{what}.size(), ' ') << value << '\n';
}

std::string verdict_in_words(const Variant& variant, const Tally& tally) {
    const std::string runs = std::to_string(tally.runs()) + (tally.runs() == 1 ? " run" : " runs");
    std::string wrong = "wrong in " + std::to_string(tally.wrong()) + " of " + runs;
    if (variant.expectation == Expectation::racy) {
        if (tally.wrong() != 0) return wrong + ": a data race";
        return "right in " + runs + ": the race was not observed this time" +
               (thread_count() == 1 ? ", for one thread has nobody to race" : ", and is there all the same");
    }
    if (tally.wrong() != 0) return wrong;
    return variant.expectation == Expectation::right ? "right"
                                                     : "right, by chance: these arrays happen to have this sum";
}

template <Element T>
int run(const Variant& variant, const Arrays<T>& given) {
    const Arrays<T> arrays = variant.place(given);
    const Reference<T> right = reference(arrays.a, arrays.b);
    Tally tally;
    std::string results;
    Seconds best{std::numeric_limits<double>::infinity()};
    const auto call = [&] {
        const auto start = std::chrono::steady_clock::now();
        const Sum<T> answer = variant(arrays.a, arrays.b);
        const Seconds time = std::chrono::steady_clock::now() - start;
        tally.count(answer, right.accepts(answer));
        results += (results.empty() ? "" : ", ") + format_answer(answer);
        return time;
    };
    if (variant.expectation == Expectation::racy) {
        for (std::size_t i = 0; i < runs_of_a_race; ++i) best = std::min(best, call());
    } else {
        best = call();
    }
    const std::string shown_results = results;
    const std::string verdict = verdict_in_words(variant, tally);

    const auto heap = peak_heap(call);
    Seconds spent{0};
    for (std::size_t without_gain = 0; without_gain < runs_without_gain && spent < longest; ++without_gain) {
        const Seconds time = call();
        spent += time;
        if (time < best) {
            best = time;
            without_gain = 0;
        }
    }

    std::cout << variant.name << ": " << variant.shows << '\n';
    print("data", format_count(arrays.a.size()) + " elements of type " + std::string{type_name<T>});
    print("threads", std::to_string(delivered_threads()) + note_on_threads());
    print("result", shown_results);
    print("expected", format_answer(right.expected));
    print("verdict", verdict);
    print("best time", format_seconds(best.count()));
    print("peak heap", heap ? format_bytes(*heap) : "n/a");
    return variant.expectation == Expectation::right && tally.wrong() != 0 ? 1 : 0;
}

}  // namespace

int run_sample(const Variant& variant, int count, const char* const* arguments) {
    DataArguments data;
    if (variant.left_out) {
        std::cerr << variant.name << ": left out of this build: " << variant.shows << '\n';
        return 2;
    }
    const auto add_arguments = [&](CLI::App& application) { add_data_arguments(application, data, 1); };
    const auto body = [&] {
        return std::visit([&](const auto& arrays) { return run(variant, arrays); }, load(data, article_arrays).front());
    };
    return run_program({std::string{variant.name}, std::string{variant.shows}, add_arguments, body}, count, arguments);
}

}  // namespace ssd
