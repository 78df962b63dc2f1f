#include "grader/grade_record.hpp"

#include <cerrno>
#include <fstream>
#include <functional>
#include <sstream>
#include <system_error>

#include <nlohmann/json.hpp>

#include "report/output_file.hpp"

namespace reductions {
namespace {

using nlohmann::json;

// Two texts with the same key are the same text, or a student who found a collision of 64 bits.
std::string key_of(const std::string& name, const std::string& text) {
    std::ostringstream key;
    key << std::hex << std::hash<std::string>{}(text) << ' ' << text.size() << ' ' << name;
    return key.str();
}

json json_of(const Criterion& criterion) {
    json object{{"name", criterion.name},
                {"most_points", criterion.most_points},
                {"state", static_cast<int>(criterion.state)},
                {"message", criterion.message}};
    if (criterion.failure) object["failure"] = static_cast<int>(*criterion.failure);
    return object;
}

json json_of(const Grade& grade) {
    json criteria = json::array();
    for (const Criterion& criterion : grade.criteria) criteria.push_back(json_of(criterion));
    return {{"submission", grade.submission}, {"exercise", grade.exercise}, {"seed", grade.seed},
            {"level", grade.level},           {"seconds", grade.seconds},   {"criteria", criteria}};
}

Criterion criterion_of(const json& object) {
    Criterion criterion{.name = object.at("name"),
                        .most_points = object.at("most_points"),
                        .state = static_cast<Criterion::State>(object.at("state").get<int>()),
                        .message = object.at("message")};
    if (object.contains("failure")) criterion.failure = static_cast<VerdictCode>(object.at("failure").get<int>());
    return criterion;
}

Grade grade_of(const json& object) {
    Grade grade{.submission = object.at("submission"),
                .exercise = object.at("exercise"),
                .seed = object.at("seed"),
                .level = object.at("level"),
                .seconds = object.at("seconds"),
                .criteria = {}};
    for (const json& criterion : object.at("criteria")) grade.criteria.push_back(criterion_of(criterion));
    return grade;
}

}  // namespace

std::optional<std::uint64_t> seed_of_record(const std::filesystem::path& path) {
    std::ifstream file{path};
    std::string line;
    std::getline(file, line);
    const json head = json::parse(line, nullptr, false);
    if (!head.is_object() || !head.contains("seed") || !head["seed"].is_number_unsigned()) return std::nullopt;
    return head["seed"].get<std::uint64_t>();
}

GradeRecord::GradeRecord(std::filesystem::path path, std::uint64_t seed, const std::string& conditions)
    : path_{std::move(path)} {
    const std::string head = json{{"seed", seed}, {"conditions", conditions}}.dump();
    {
        std::ifstream file{path_};
        std::string line;
        if (std::getline(file, line) && line == head) {
            while (std::getline(file, line)) {
                const json object = json::parse(line, nullptr, false);
                try {
                    grades_.emplace(object.at("key"), grade_of(object.at("grade")));
                } catch (const json::exception&) {
                    continue;
                }
            }
        }
    }
    // Write the whole file again, without lines that were cut off.
    std::ostringstream file;
    file << head << '\n';
    for (const auto& [key, grade] : grades_) file << json{{"key", key}, {"grade", json_of(grade)}}.dump() << '\n';
    write_file(path_, file.str());
}

std::optional<Grade> GradeRecord::find(const std::string& name, const std::string& text) const {
    const auto found = grades_.find(key_of(name, text));
    return found == grades_.end() ? std::nullopt : std::optional{found->second};
}

void GradeRecord::add(const std::string& text, const Grade& grade) {
    const std::string key = key_of(grade.submission, text);
    grades_.insert_or_assign(key, grade);
    std::ofstream file{path_, std::ios::app};
    file << json{{"key", key}, {"grade", json_of(grade)}}.dump(-1, ' ', false, json::error_handler_t::replace) << '\n';
    if (!file.flush()) throw std::system_error{errno, std::generic_category(), path_.string()};
}

void GradeRecord::remove(const std::filesystem::path& path) {
    std::error_code ignored;
    std::filesystem::remove(path, ignored);
}

}  // namespace reductions
