#include "grader/class_grading.hpp"

#include <algorithm>
#include <atomic>
#include <future>
#include <memory>
#include <random>
#include <stdexcept>
#include <system_error>

#include "arrays/printable.hpp"
#include "grader/interruption.hpp"
#include "grader/submission_text.hpp"

namespace reductions {
namespace {

void add_folder(const std::filesystem::path& folder, std::vector<Submission>& submissions) {
    const std::size_t before = submissions.size();
    constexpr auto options = std::filesystem::directory_options::skip_permission_denied;
    for (auto entry = std::filesystem::recursive_directory_iterator{folder, options};
         entry != std::filesystem::recursive_directory_iterator{}; ++entry) {
        std::error_code none;  // of a symbolic link that leads to itself, for example
        if (entry->path().extension() != ".cpp" || entry->is_directory(none)) continue;
        submissions.push_back({entry->path(), printable(entry->path().lexically_relative(folder).string())});
    }
    if (submissions.size() == before) throw std::runtime_error{"'" + folder.string() + "' contains no .cpp file"};
    std::sort(submissions.begin() + static_cast<std::ptrdiff_t>(before), submissions.end(),
              [](const Submission& x, const Submission& y) { return x.path < y.path; });
}

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

std::vector<Submission> submissions_in(const std::vector<std::string>& paths) {
    std::vector<Submission> submissions;
    for (const std::filesystem::path path : paths) {
        const auto status = std::filesystem::symlink_status(path);
        if (!std::filesystem::exists(status))
            throw std::runtime_error{"there is no submission '" + path.string() + "'"};
        if (std::filesystem::is_directory(status)) {
            add_folder(path, submissions);
        } else {
            submissions.push_back({path, printable(path.filename().string())});
        }
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
                if (record) record->add(read_submission(submissions[i].path).text, grades.back());
            }
            progress(grades.size());
        }
    }
    return grades;
}

}  // namespace reductions
