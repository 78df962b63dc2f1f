#include "grader/class_grading.hpp"

#include <algorithm>
#include <atomic>
#include <future>
#include <memory>
#include <random>
#include <set>
#include <stdexcept>
#include <system_error>

#include "arrays/printable.hpp"
#include "grader/interruption.hpp"
#include "grader/submission_text.hpp"

namespace reductions {
namespace {

namespace fs = std::filesystem;

// The path of an existing file or folder without links on its way. A file that is a link stays one, so that nobody
// follows it.
fs::path place_of(const fs::path& path, bool is_folder) {
    if (is_folder) return fs::canonical(path);
    return fs::canonical(fs::absolute(path).parent_path()) / path.filename();
}

// .CPP is .cpp in capital letters.
bool has_extension(const fs::path& path, const std::string& extension) {
    const std::string own = path.extension();
    return std::equal(own.begin(), own.end(), extension.begin(), extension.end(), [](char x, char y) {
        return x == y || (y >= 'a' && y <= 'z' && x == static_cast<char>(y - 'a' + 'A'));
    });
}

std::vector<fs::path> files_in(const fs::path& folder, const std::string& extension) {
    std::vector<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator{folder, fs::directory_options::skip_permission_denied}) {
        std::error_code none;  // of a symbolic link that leads to itself, for example
        if (has_extension(entry.path(), extension) && !entry.is_directory(none)) files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

fs::path common_folder(const fs::path& x, const fs::path& y) {
    fs::path common;
    const auto end = std::mismatch(x.begin(), x.end(), y.begin(), y.end()).first;
    for (auto part = x.begin(); part != end; ++part) common /= *part;
    return common;
}

// Two paths may look the same when their characters are made printable.
std::string unique_name(const std::string& name, std::set<std::string>& names) {
    std::string unique = name;
    for (std::size_t number = 2; !names.insert(unique).second; ++number) {
        unique = name + " (" + std::to_string(number) + ")";
    }
    return unique;
}

// If the grader itself failed, for example for lack of memory, it tries again when it is continued.
bool is_judged(const Grade& grade) { return grade.criteria.front().state != Criterion::State::not_judged; }

// Calls judge() of all gradings, each from one of as many threads as there are jobs. The calling thread waits.
void judge_at_once(std::vector<std::unique_ptr<Grading>>& gradings) {
    std::vector<std::future<void>> judged;
    judged.reserve(gradings.size());
    for (const auto& grading : gradings) {
        judged.push_back(std::async(std::launch::async, [&grading] { grading->judge(); }));
    }
    for (auto& one : judged) one.get();
}

}  // namespace

std::vector<Submission> submissions_in(const std::vector<std::string>& paths, const std::string& extension) {
    std::vector<fs::path> files;
    fs::path common;
    for (const fs::path path : paths) {
        const auto status = fs::symlink_status(path);
        if (!fs::exists(status)) throw std::runtime_error{"there is no submission '" + path.string() + "'"};
        const bool is_folder = fs::is_directory(status);
        const fs::path place = place_of(path, is_folder);
        const auto found = is_folder ? files_in(place, extension) : std::vector{place};
        if (found.empty()) throw std::runtime_error{"'" + path.string() + "' contains no " + extension + " file"};
        files.insert(files.end(), found.begin(), found.end());
        const fs::path folder = is_folder ? place : place.parent_path();
        common = common.empty() ? folder : common_folder(common, folder);
    }
    std::vector<Submission> submissions;
    std::set<fs::path> seen;
    std::set<std::string> names;
    for (const fs::path& file : files) {
        if (!seen.insert(file).second) continue;
        submissions.push_back({file, unique_name(printable(file.lexically_relative(common).string()), names)});
    }
    return submissions;
}

std::uint64_t random_seed() {
    std::random_device device;
    return (std::uint64_t{device()} << 20 ^ device()) & 0xfffff'ffff'ffffU;
}

std::vector<Grade> grade_class(const GradingTools& tools, const std::vector<Submission>& submissions,
                               std::uint64_t seed, std::size_t jobs, GradeRecord* record,
                               const std::function<void(std::size_t done)>& progress) {
    std::vector<Grade> grades;
    for (std::size_t begin = 0; begin < submissions.size(); begin += jobs) {
        const std::size_t end = std::min(begin + jobs, submissions.size());
        std::vector<std::optional<Grade>> earlier;
        std::vector<std::unique_ptr<Grading>> gradings;
        for (std::size_t i = begin; i < end; ++i) {
            const auto& [path, name] = submissions[i];
            earlier.push_back(record ? record->find(name, read_submission(path).text) : std::nullopt);
            if (earlier.back()) continue;
            gradings.push_back(std::make_unique<Grading>(tools, 1 + gradings.size(), path, name, seed));
        }
        judge_at_once(gradings);
        auto next = gradings.begin();
        for (std::size_t i = begin; i < end; ++i) {
            throw_if_interrupted();
            if (const auto& known = earlier[i - begin]) {
                grades.push_back(*known);
            } else {
                Grading& grading = **next++;
                grading.measure();
                grades.push_back(grading.grade());
                if (record && is_judged(grades.back())) {
                    record->add(read_submission(submissions[i].path).text, grades.back());
                }
            }
            progress(grades.size());
        }
    }
    return grades;
}

}  // namespace reductions
