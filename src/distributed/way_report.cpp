// How the result of a way is shown.
#include "distributed/way_report.hpp"

#include <bit>
#include <cctype>
#include <nlohmann/json.hpp>
#include <ostream>
#include <sstream>
#include <variant>

#include "measure/answer_text.hpp"
#include "report/format.hpp"
#include "report/verdict.hpp"

namespace reductions::distributed {
namespace {

std::string counted(std::size_t count, const std::string& what) {
    return format_count(count) + " " + what + (count == 1 ? "" : "s");
}

// The answers of the ranks: one, if all agree.
std::string answers_in_words(const std::vector<Answer>& answers) {
    std::string text = format_answer(answers.front());
    bool differ = false;
    for (const Answer& answer : answers) differ = differ || format_answer(answer) != text;
    for (std::size_t i = 1; differ && i < answers.size(); ++i) text += ", " + format_answer(answers[i]);
    return text;
}

std::string bits_of(const Answer& answer) {
    std::ostringstream text;
    text << std::hex;
    if (const auto* const integer = std::get_if<std::int64_t>(&answer)) text << std::bit_cast<std::uint64_t>(*integer);
    if (const auto* const number = std::get_if<double>(&answer)) text << std::bit_cast<std::uint64_t>(*number);
    if (const auto* const number = std::get_if<float>(&answer)) text << std::bit_cast<std::uint32_t>(*number);
    return text.str();
}

}  // namespace

std::string short_name_of_library(std::string_view version) {
    std::string text;
    for (const char c : version) {
        if (c == ',' || c == '\n') break;
        const bool is_space = std::isspace(static_cast<unsigned char>(c)) != 0;
        if (!is_space) text += c;
        if (is_space && !text.empty() && text.back() != ' ') text += ' ';
    }
    // "Open MPI v4.1.4", "MPICH Version: 4.0.2"
    for (const std::string_view word : {"Version: ", "v"}) {
        const std::size_t place = text.rfind(word);
        if (place != std::string::npos) text.erase(place, word.size());
    }
    return text;
}

void print_way(std::ostream& out, const Way& way, const RunOfWay& run, const WayResult& result) {
    const auto print = [&](std::string_view what, const std::string& value) { out << format_fact(what, value, 15); };
    out << run.name << ": " << way.shows << '\n';
    if (!way.misconception.empty()) print("misconception", std::string{way.misconception});
    print("ranks", std::to_string(run.ranks) + " on " + counted(static_cast<std::size_t>(run.nodes), "node") + ", " +
                       counted(run.threads, "thread") + " each, " + run.library);
    print("elements", format_count(run.size) + " of " + run.type + ", " + format_count(result.smallest_part) + " to " +
                          format_count(result.largest_part) + " for each rank");
    print("right answer", format_answer(result.expected));
    print(way.answer_on == AnswerOn::the_root ? "answer" : "answers", answers_in_words(result.first_answers));
    print("verdict", verdict_in_words(result.judgement));
    print("time", format_seconds(result.seconds) + ": sum " + format_seconds(result.sum_seconds) + ", communication " +
                      format_seconds(result.communication_seconds()));
    print("of read speed", format_percent(result.of_read_speed()));
    if (result.peak_heap) print("peak heap", format_bytes(*result.peak_heap) + " in a rank");
}

std::string json_of_way(const Way& way, const RunOfWay& run, const WayResult& result) {
    std::vector<std::string> answers, wrong;
    for (const Answer& answer : result.first_answers) answers.push_back(text_of(answer));
    for (const Answer& answer : result.judgement.given().distinct_wrong()) wrong.push_back(text_of(answer));
    const nlohmann::ordered_json json = {
        {"name", run.name},
        {"shows", way.shows},
        {"misconception", way.misconception},
        {"expectation", name_of(way.expectation)},
        {"depends_on", name_of(way.depends_on)},
        {"library", run.library},
        {"processor", run.processor},
        {"ranks", run.ranks},
        {"nodes", run.nodes},
        {"threads", run.threads},
        {"type", run.type},
        {"size", run.size},
        {"expected", text_of(result.expected)},
        {"answers", answers},
        {"wrong_answers", wrong},
        {"bits", bits_of(result.first_answers.front())},
        {"runs", result.judgement.given().runs()},
        {"wrong", result.judgement.given().wrong()},
        {"control_runs", result.judgement.control().runs()},
        {"control_wrong", result.judgement.control().wrong()},
        {"verdict", verdict_cell(result.judgement).text},
        {"seconds", result.seconds},
        {"sum_seconds", result.sum_seconds},
        {"read_seconds", result.read_seconds},
        {"peak_heap", result.peak_heap ? nlohmann::ordered_json(*result.peak_heap) : nlohmann::ordered_json()},
    };
    return json.dump() + "\n";
}

}  // namespace reductions::distributed
