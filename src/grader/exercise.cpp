#include "grader/exercise.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <stdexcept>
#include <string_view>

#include <nlohmann/json.hpp>

#include "race_lab/interleaving.hpp"

namespace reductions {
namespace {

constexpr std::array known_criteria =
    std::to_array<std::string_view>({"answer", "threads", "races", "accuracy", "bits", "speed"});

// "slow" alone, or a list with a row for each size.
std::vector<SpeedGoal> speed_goals_of(const nlohmann::ordered_json& object) {
    if (!object.contains("speed")) return {{.slow = object.at("slow")}};
    std::vector<SpeedGoal> goals;
    for (const auto& row : object.at("speed")) {
        SpeedGoal goal{.slow = row.at("slow"), .busy_core = row.value("busy_core", false)};
        goal.elements = row.value("elements", goal.elements);
        if (goal.elements < 100) throw std::runtime_error{"speed: fewer than 100 elements"};
        goals.push_back(goal);
    }
    if (goals.empty()) throw std::runtime_error{"speed: an empty list"};
    return goals;
}

ScheduleTask schedule_task(const nlohmann::ordered_json& object) {
    const ScheduleTask task{.loser = object.at("loses")};
    if (task.loser >= Interleaving::threads) throw std::runtime_error{"loses: neither 0 nor 1"};
    return task;
}

LabelsTask labels_task(const nlohmann::ordered_json& object) {
    LabelsTask task;
    for (const auto& program : object.at("programs")) {
        const auto label = program_label(program.at("label"));
        if (!label) throw std::runtime_error{"programs: a label is not one of racy, lossy, right"};
        LabelledProgram labelled{.label = *label, .racing_lines = {}, .hint = program.at("hint")};
        if (*label == ProgramLabel::racy) labelled.racing_lines = program.at("lines").get<std::vector<std::size_t>>();
        task.programs.push_back(labelled);
    }
    return task;
}

// The letter of one of the task's lines.
char known_letter(const OrderTask& task, const std::string& text) {
    if (text.size() != 1 || !task.lines.contains(text.front())) {
        throw std::runtime_error{"'" + text + "' is not the letter of a line"};
    }
    return text.front();
}

OrderTask order_task(const nlohmann::ordered_json& object) {
    OrderTask task;
    for (const auto& [letter, text] : object.at("lines").items()) {
        if (letter.size() != 1 || letter < "A" || letter > "Z") {
            throw std::runtime_error{"lines: '" + letter + "' is not one of A to Z"};
        }
        task.lines[letter.front()] = text;
    }
    for (const auto& rule : object.at("rules")) {
        task.rules.push_back({.first = known_letter(task, rule.at("first")),
                              .then = known_letter(task, rule.at("then")),
                              .directly = rule.value("directly", false),
                              .why = rule.at("why")});
    }
    for (const auto& [letter, distractor] : object.at("distractors").items()) {
        task.distractors[known_letter(task, letter)] = {.instead_of = known_letter(task, distractor.at("instead_of")),
                                                        .why = distractor.at("why")};
    }
    return task;
}

// Without a kind, the answer is a program.
AnswerTask answer_task(const nlohmann::ordered_json& object) {
    const std::string kind = object.value("kind", "program");
    if (kind == "program") return {};
    if (kind == "schedule") return schedule_task(object);
    if (kind == "labels") return labels_task(object);
    if (kind == "order") return order_task(object);
    if (kind == "report") return ReportTask{};
    throw std::runtime_error{"kind: '" + kind + "' is not one of program, schedule, labels, order, report"};
}

Content content_of(const nlohmann::ordered_json& object) {
    if (object.at("element") == "int64") return Content::int64;
    if (object.at("element") == "double") return Content::whole_doubles;
    throw std::runtime_error{"element: neither int64 nor double"};
}

Exercise exercise_of(const std::filesystem::path& folder, const nlohmann::ordered_json& object) {
    Exercise exercise{.folder = folder,
                      .name = folder.filename().string(),
                      .title = object.at("title"),
                      .task = answer_task(object),
                      .criteria = {}};
    if (exercise.asks_for_program()) exercise.content = content_of(object);
    const std::string function = object.value("function", "sum_of_squared_differences");
    if (function == "sum_and_largest") {
        exercise.function = AskedFunction::sum_and_largest;
    } else if (function == "sum_with_threads") {
        exercise.function = AskedFunction::sum_with_threads;
    } else if (function != "sum_of_squared_differences") {
        throw std::runtime_error{"function: '" + function +
                                 "' is not one of sum_of_squared_differences, sum_and_largest, sum_with_threads"};
    }
    if (exercise.function != AskedFunction::sum && exercise.content != Content::int64) {
        throw std::runtime_error{"function: " + function + " needs int64"};
    }
    for (const auto& [criterion, points] : object.at("criteria").items()) {
        if (std::find(known_criteria.begin(), known_criteria.end(), criterion) == known_criteria.end()) {
            throw std::runtime_error{"criteria: '" + criterion +
                                     "' is not one of answer, threads, races, accuracy, bits, speed"};
        }
        exercise.criteria.emplace_back(criterion, points.get<double>());
    }
    // Without the right answer nothing else gives points.
    if (exercise.criteria.empty() || exercise.criteria.front().first != "answer") {
        throw std::runtime_error{"criteria: the first one is not answer"};
    }
    if (!exercise.asks_for_program() && exercise.criteria.size() > 1) {
        throw std::runtime_error{"criteria: of a text, only the answer is judged"};
    }
    if (exercise.asks_for("speed")) exercise.speed = speed_goals_of(object);
    if (exercise.asks_for("accuracy")) {
        if (exercise.content == Content::int64) throw std::runtime_error{"accuracy: whole numbers are not rounded"};
        exercise.ulps = object.at("ulps");
    }
    if (exercise.function != AskedFunction::sum && (exercise.asks_for("speed") || exercise.asks_for("bits"))) {
        throw std::runtime_error{"criteria: speed and bits are judged for sum_of_squared_differences alone"};
    }
    exercise.guarded_heap = object.value("guarded_heap", false);
    exercise.small_team = object.value("small_team", false);
    exercise.openmp = object.value("openmp", true);
    return exercise;
}

}  // namespace

bool Exercise::asks_for(const std::string& criterion) const {
    return std::any_of(criteria.begin(), criteria.end(), [&](const auto& row) { return row.first == criterion; });
}

std::optional<Fault> fault_of_text(const Exercise& exercise, std::string_view text) {
    const std::vector<AnswerLine> lines = answer_lines(text);
    if (const auto* task = std::get_if<ScheduleTask>(&exercise.task)) return fault_of(*task, lines);
    if (const auto* task = std::get_if<LabelsTask>(&exercise.task)) return fault_of(*task, lines);
    if (const auto* task = std::get_if<OrderTask>(&exercise.task)) return fault_of(*task, lines);
    return fault_of(std::get<ReportTask>(exercise.task), lines);
}

Exercise read_exercise(const std::filesystem::path& folder) {
    const std::filesystem::path path = folder / "exercise.json";
    std::ifstream file{path};
    if (!file) throw std::runtime_error{"'" + path.string() + "' cannot be read"};
    try {
        return exercise_of(folder, nlohmann::ordered_json::parse(file));
    } catch (const std::exception& error) {
        throw std::runtime_error{path.string() + ": " + error.what()};
    }
}

std::vector<std::string> exercise_names(const std::filesystem::path& course) {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator{course}) {
        if (std::filesystem::exists(entry.path() / "exercise.json")) names.push_back(entry.path().filename().string());
    }
    // A letter counts as less than none.
    const auto key = [](std::string name) {
        const auto end = name.find('-');
        if (end != std::string::npos) name[end] = '~';
        return name;
    };
    std::sort(names.begin(), names.end(), [&](const auto& x, const auto& y) { return key(x) < key(y); });
    return names;
}

std::string exercise_number(const std::string& name) { return name.substr(0, name.find('-')); }

}  // namespace reductions
