// Prints what a sample found out.
#include "race_lab/sample_report.hpp"

#include <ostream>
#include <string>

#include "measure/constraints.hpp"
#include "report/format.hpp"
#include "report/verdict.hpp"

namespace reductions {
namespace {

// One answer if no answer was wrong, otherwise those of the first runs.
std::string answers_in_words(const SampleResult& result) {
    std::string text = format_answer(result.first_answers.front());
    if (result.judgement.given().wrong() == 0) return text;
    for (std::size_t i = 1; i < result.first_answers.size(); ++i) text += ", " + format_answer(result.first_answers[i]);
    return text;
}

// "1 of 2 slices in 4 of 5 control runs, scattered lost updates in 1"
std::string made_of_in_words(const SampleResult& result) {
    std::string text;
    for (const auto& [composition, count] : result.made_of) {
        if (text.empty()) {
            text = to_string(composition, result.slices) + " in " + std::to_string(count) + " of " +
                   std::to_string(result.judgement.control().runs()) + " control runs";
        } else {
            text += ", " + to_string(composition, result.slices) + " in " + std::to_string(count);
        }
    }
    return text;
}

// What the catalog says about the variant, compared with what the runs showed, because the user may have edited the
// file. Empty if both say that it is right.
std::string expectation_in_words(const Variant& variant, const SampleResult& result) {
    const std::string check = "make check-" + std::string{variant.name};
    const std::string not_seen = ", not seen in these " + std::to_string(result.runs()) + " runs";
    const bool wrong = result.judgement.wrong();
    switch (variant.expectation) {
        case Expectation::right:
            return wrong ? "should be right; " + check + " shows what is wrong and where" : "";
        case Expectation::racy:
            if (wrong) return "a data race: any answer is possible, even the right one";
            if (result.threads == 1) return "a data race, which needs a second thread";
            return "a data race" + not_seen + ": fewer than " + format_percent(result.failure_rate().high) +
                   " of such runs are wrong (95% confidence); " + check + " looks for it";
        case Expectation::lossy:
            return "wrong without a data race, on some arrays or with some numbers of threads" +
                   (wrong ? "" : not_seen);
        case Expectation::wrong:
            return "wrong on purpose";
    }
    return "?";
}

}  // namespace

void print_sample(std::ostream& out, const Variant& variant, std::string_view type, std::size_t size,
                  const SampleResult& result) {
    out << variant.name << ": " << variant.shows << '\n';
    out << format_fact("data", format_count(size) + " elements of type " + std::string{type});
    out << format_fact("threads", std::to_string(result.threads) + note_on_threads());
    out << format_fact("result", answers_in_words(result));
    out << format_fact("expected", format_answer(result.expected));
    out << format_fact("verdict", verdict_in_words(result.judgement));
    if (!result.made_of.empty()) out << format_fact("made of", made_of_in_words(result));
    const std::string expectation = expectation_in_words(variant, result);
    if (!expectation.empty()) out << format_fact("catalog", expectation);
    if (!variant.misconception.empty()) out << format_fact("belief", std::string{variant.misconception});
    out << format_fact("best time", format_seconds(result.best_seconds));
    out << format_fact("peak heap", result.peak_heap ? format_bytes(*result.peak_heap) : "n/a");
}

}  // namespace reductions
