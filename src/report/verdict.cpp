// A judgement in words.
#include "report/verdict.hpp"

#include <algorithm>
#include <cmath>

#include "report/format.hpp"

namespace reductions {
namespace {

std::string wrong_of(const Tally& tally, const std::string& runs) {
    return "in " + format_count(tally.wrong()) + " of " + format_count(tally.runs()) + ' ' + runs +
           (tally.runs() == 1 ? "" : "s");
}

std::string in_percent(double fraction) { return fraction < 0.0005 ? "less than 0.1%" : format_percent(fraction); }

// How far off the answers on the given arrays are, and how far off rounding alone can put them.
std::string within_rounding(const Judgement& judgement) {
    if (std::isnan(judgement.off())) return "here the right answer is not finite, which proves nothing";
    return "here within rounding: off " + in_percent(judgement.off()) + ", up to " + in_percent(judgement.most_off()) +
           " possible";
}

std::string wrong_in_words(const Judgement& judgement) {
    const Tally& given = judgement.given();
    const Tally& control = judgement.control();
    if (given.wrong() == 0) return "wrong " + wrong_of(control, "control run");
    return "wrong " + wrong_of(given, "run") + (control.wrong() == 0 ? "" : " and " + wrong_of(control, "control run"));
}

bool any(std::span<const Judgement* const> judgements, Finding finding) {
    return std::any_of(judgements.begin(), judgements.end(),
                       [=](const Judgement* judgement) { return judgement->finding() == finding; });
}

}  // namespace

std::string verdict_in_words(const Judgement& judgement) {
    const std::string control_runs = format_count(judgement.control().runs());
    switch (judgement.finding()) {
        case Finding::right:
            return "right";
        case Finding::counted:
            return "all elements counted in " + control_runs + " of " + control_runs + " control run" +
                   (judgement.control().runs() == 1 ? "" : "s") + "; " + within_rounding(judgement);
        case Finding::unproven:
            return (judgement.given().within_rounding() == 0 ? "right on these arrays" : within_rounding(judgement)) +
                   "; not enough memory for control runs";
        case Finding::wrong:
            return wrong_in_words(judgement);
    }
    return "?";
}

Cell verdict_cell(const Judgement& judgement) {
    switch (judgement.finding()) {
        case Finding::right:
            return {"right", Colour::good};
        case Finding::counted:
            return {std::isnan(judgement.off()) ? "counted" : "counted, off " + in_percent(judgement.off()),
                    Colour::good};
        case Finding::unproven:
            return {"unproven"};
        case Finding::wrong:
            return {"wrong " + (judgement.given().wrong() != 0 ? wrong_of(judgement.given(), "run")
                                                               : wrong_of(judgement.control(), "control run")),
                    Colour::bad};
    }
    return {"?"};
}

std::string explanation_of_verdicts(std::span<const Judgement* const> judgements) {
    std::string text;
    if (any(judgements, Finding::counted)) {
        const auto most = std::max_element(judgements.begin(), judgements.end(),
                                           [](const auto* x, const auto* y) { return x->most_off() < y->most_off(); });
        text +=
            "counted: every element counted in all control runs, on arrays where no addition is rounded. On these "
            "arrays\nthe answer itself proves nothing: ";
        text += (*most)->most_off() > 0
                    ? "rounding alone can put it off by up to " + in_percent((*most)->most_off()) + ".\n"
                    : "it is not finite.\n";
    }
    if (any(judgements, Finding::unproven)) {
        text += "unproven: no answer was wrong, and there is not enough memory for control runs.\n";
    }
    return text;
}

}  // namespace reductions
