// The result of a check in words.
#include "race_lab/sample_check_report.hpp"

#include <iterator>
#include <set>

#include "report/format.hpp"

namespace reductions {
namespace {

// "2, 4 and 8 threads"
std::string threads_in_words(const std::set<std::size_t>& threads) {
    std::string text;
    for (auto count = threads.begin(); count != threads.end(); ++count) {
        if (count != threads.begin()) text += std::next(count) == threads.end() ? " and " : ", ";
        text += std::to_string(*count);
    }
    return text + (*threads.rbegin() == 1 ? " thread" : " threads");
}

std::string detection_in_words(const std::optional<Detection>& detection) {
    if (!detection) return "no race detector was run, so it may have a data race";
    if (detection->failed != 0) return "the race detector does not run here";
    if (detection->found != 0) return "data race at " + detection->place;
    return "no data race found";
}

}  // namespace

std::string run_in_words(const SampleRun& run) {
    const auto& [type, size, threads] = run.setting;
    return type + ", " + format_count(size) + (size == 1 ? " element, " : " elements, ") + threads_in_words({threads}) +
           ": " + (run.verdict.empty() ? run.error : run.verdict) + (run.made_of.empty() ? "" : "; " + run.made_of);
}

std::string conclusion(const std::vector<SampleRun>& runs, const std::optional<Detection>& detection) {
    std::set<std::size_t> wrong;
    const SampleRun* first_wrong = nullptr;
    for (const SampleRun& run : runs) {
        if (run.verdict.empty()) {
            return "the program fails with " + std::to_string(run.setting.size) + " elements and " +
                   threads_in_words({run.setting.threads}) + ": " + (run.error.empty() ? "it says nothing" : run.error);
        }
        if (run.right()) continue;
        wrong.insert(run.setting.threads);
        if (first_wrong == nullptr || (first_wrong->made_of.empty() && !run.made_of.empty())) first_wrong = &run;
    }
    const bool race = detection && detection->found != 0;
    const std::string found = detection_in_words(detection);
    if (first_wrong == nullptr) {
        const std::string right = "right in all " + std::to_string(runs.size()) + " settings";
        return race ? right + " by luck: " + found : right + "; " + found;
    }
    const std::string made_of = first_wrong->made_of.substr(0, first_wrong->made_of.find(" in "));
    const std::string what = "wrong with " + threads_in_words(wrong) + (made_of.empty() ? "" : " (" + made_of + ")");
    if (race) return what + ": " + found;
    if (wrong.contains(1)) return what + ": the mistake is in what one thread computes; " + found;
    return what + ": the mistake is in how the threads share the work or combine their sums; " + found;
}

}  // namespace reductions
