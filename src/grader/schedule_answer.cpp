#include "grader/schedule_answer.hpp"

#include <string>
#include <utility>

#include "race_lab/interleaving.hpp"
#include "race_lab/interleaving_report.hpp"

namespace reductions {
namespace {

Fault refused_schedule(const std::string& reason) {
    return {VerdictCode::refused,
            reason + "; expected one line with the thread of each step: three 0 and three 1, such as 010101"};
}

Fault wrong_schedule(std::string message) { return {VerdictCode::wrong, std::move(message)}; }

std::string explanation_in_words(const Interleaving& interleaving) {
    std::string text;
    for (const std::string& sentence : explanation_of(interleaving, {.width = 80, .colours = false})) {
        text += (text.empty() ? "" : " ") + sentence;
    }
    return text;
}

}  // namespace

std::optional<Fault> fault_of(const ScheduleTask& task, const std::vector<AnswerLine>& lines) {
    if (lines.empty()) return refused_schedule("the file contains no schedule");
    if (lines.size() > 1) {
        return refused_schedule("there are " + std::to_string(lines.size()) + " lines that are not comments");
    }
    std::string schedule;
    for (const std::string& word : words_of(lines.front().text)) schedule += word;
    if (schedule.find_first_not_of("01") != std::string::npos) {
        return refused_schedule("line " + std::to_string(lines.front().number) +
                                " is not a schedule: " + quoted_part(lines.front().text));
    }
    constexpr std::size_t shown = 2 * Interleaving::steps;  // more digits are as wrong as these
    try {
        const Interleaving played = replay(parse_schedule(schedule.substr(0, shown)));
        const std::string wanted = "thread " + std::to_string(task.loser) + "'s update";
        const auto lost = played.lost_update();
        if (!lost) return wrong_schedule(explanation_in_words(played) + " So no update is lost. Lose " + wanted + ".");
        if (lost->loser != task.loser) return wrong_schedule(explanation_in_words(played) + " Lose " + wanted + ".");
    } catch (const ScheduleError& error) {
        return wrong_schedule(std::string{"each thread takes three steps, and then it has finished: "} + error.what());
    }
    return std::nullopt;
}

}  // namespace reductions
