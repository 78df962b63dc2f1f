#include "grader/exercise.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <stdexcept>
#include <string_view>

#include <nlohmann/json.hpp>

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

Exercise exercise_of(const std::filesystem::path& folder, const nlohmann::ordered_json& object) {
    Exercise exercise{.folder = folder,
                      .name = folder.filename().string(),
                      .title = object.at("title"),
                      .content = object.at("element") == "int64" ? Content::int64 : Content::whole_doubles,
                      .criteria = {}};
    if (object.at("element") != "int64" && object.at("element") != "double") {
        throw std::runtime_error{"element: neither int64 nor double"};
    }
    if (const std::string function = object.value("function", "sum_of_squared_differences");
        function == "sum_and_largest") {
        exercise.function = AskedFunction::sum_and_largest;
        if (exercise.content != Content::int64) throw std::runtime_error{"function: sum_and_largest needs int64"};
    } else if (function != "sum_of_squared_differences") {
        throw std::runtime_error{"function: neither sum_of_squared_differences nor sum_and_largest"};
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
    return exercise;
}

}  // namespace

bool Exercise::asks_for(const std::string& criterion) const {
    return std::any_of(criteria.begin(), criteria.end(), [&](const auto& row) { return row.first == criterion; });
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
    std::sort(names.begin(), names.end());
    return names;
}

}  // namespace reductions
