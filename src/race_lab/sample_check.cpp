// A sample's program, run in many settings.
#include "race_lab/sample_check.hpp"

#include <algorithm>
#include <chrono>
#include <limits>
#include <set>
#include <sstream>

#include "race_lab/shell.hpp"

namespace reductions {
namespace {

// What stands behind a word at the beginning of a line.
std::string value_of(const std::string& output, const std::string& word) {
    std::istringstream lines{output};
    for (std::string line; std::getline(lines, line);) {
        if (!line.starts_with("  " + word + "  ")) continue;
        return line.substr(line.find_first_not_of(' ', word.size() + 2));
    }
    return {};
}

std::string last_line(const std::string& text) {
    std::istringstream lines{text};
    std::string last;
    for (std::string line; std::getline(lines, line);) {
        if (!line.empty()) last = line;
    }
    return last;
}

// "2, 4 and 8 threads"
std::string in_words(const std::set<std::size_t>& threads) {
    std::string text;
    for (auto count = threads.begin(); count != threads.end(); ++count) {
        if (count != threads.begin()) text += std::next(count) == threads.end() ? " and " : ", ";
        text += std::to_string(*count);
    }
    return text + (*threads.rbegin() == 1 ? " thread" : " threads");
}

std::string of_the_detector(const std::optional<Detection>& detection) {
    if (!detection) return "whether it has a data race is not known, because no race detector was run";
    if (detection->failed != 0) return "the race detector does not run here";
    if (detection->found != 0) return "data race at " + detection->place;
    return "no data race found";
}

}  // namespace

std::vector<SampleSetting> settings_of_a_check() {
    std::vector<SampleSetting> settings;
    for (const std::size_t size : {1UL, 10UL, 1'000UL, 100'003UL, 1'000'003UL}) {
        for (const std::size_t threads : {1UL, 2UL, 4UL, 8UL}) settings.push_back({"int64", size, threads});
        if (size != 100'003) continue;
        for (const char* const type : {"int32", "float64", "float32"}) settings.push_back({type, size, 2});
    }
    return settings;
}

std::vector<SampleRun> check_sample(const std::filesystem::path& program,
                                    const std::function<void(std::size_t done, std::size_t all)>& progress) {
    constexpr std::chrono::seconds longest{5};
    std::size_t largest = std::numeric_limits<std::size_t>::max();
    std::vector<SampleRun> runs;
    const std::vector<SampleSetting> settings = settings_of_a_check();
    for (std::size_t i = 0; i < settings.size(); ++i) {
        progress(i, settings.size());
        const SampleSetting& setting = settings[i];
        if (setting.size > largest) continue;
        const std::string command = quoted(program.string()) + " --type " + setting.type + " --size " +
                                    std::to_string(setting.size) + " --threads " + std::to_string(setting.threads) +
                                    " 2>&1";
        const auto start = std::chrono::steady_clock::now();
        const std::string output = run_command(command).output;
        if (std::chrono::steady_clock::now() - start > longest) largest = std::min(largest, setting.size);
        const std::string verdict = value_of(output, "verdict");
        runs.push_back({setting, verdict, value_of(output, "made of"), verdict.empty() ? last_line(output) : ""});
    }
    return runs;
}

std::string conclusion(const std::vector<SampleRun>& runs, const std::optional<Detection>& detection) {
    std::set<std::size_t> wrong;
    const SampleRun* first_wrong = nullptr;
    for (const SampleRun& run : runs) {
        if (run.verdict.empty()) {
            return "the program fails with " + std::to_string(run.setting.size) + " elements and " +
                   in_words({run.setting.threads}) + ": " + (run.error.empty() ? "it says nothing" : run.error);
        }
        if (run.right()) continue;
        wrong.insert(run.setting.threads);
        if (first_wrong == nullptr || (first_wrong->made_of.empty() && !run.made_of.empty())) first_wrong = &run;
    }
    const bool race = detection && detection->found != 0;
    const std::string found = of_the_detector(detection);
    if (first_wrong == nullptr) {
        const std::string right = "right in all " + std::to_string(runs.size()) + " settings";
        return race ? right + " by luck: " + found : right + "; " + found;
    }
    const std::string made_of = first_wrong->made_of.substr(0, first_wrong->made_of.find(" in "));
    const std::string what = "wrong with " + in_words(wrong) + (made_of.empty() ? "" : " (" + made_of + ")");
    if (race) return what + ": " + found;
    if (wrong.contains(1)) return what + ": the mistake is in what one thread computes; " + found;
    return what + ": the mistake is in how the threads share the work or combine their sums; " + found;
}

}  // namespace reductions
