// Runs a sample's program in many settings.
#include "race_lab/sample_check.hpp"

#include <algorithm>
#include <limits>
#include <sstream>

#include "measure/stopwatch.hpp"
#include "race_lab/shell.hpp"

namespace reductions {
namespace {

// What follows a word at the beginning of a line.
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
    constexpr double longest = 5;  // seconds
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
        const Stopwatch stopwatch;
        const std::string output = run_command(command).output;
        if (stopwatch.seconds() > longest) largest = std::min(largest, setting.size);
        const std::string verdict = value_of(output, "verdict");
        runs.push_back({setting, verdict, value_of(output, "made of"), verdict.empty() ? last_line(output) : ""});
    }
    return runs;
}

}  // namespace reductions
