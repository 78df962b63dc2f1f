// Checks one sample in many settings and for data races, and says in one line what is wrong and where.
#include <algorithm>
#include <filesystem>
#include <iostream>
#include <optional>
#include <string>
#include <vector>

#include "programs/command_line.hpp"
#include "race_lab/detector_run.hpp"
#include "race_lab/sample_check.hpp"
#include "report/format.hpp"
#include "report/progress.hpp"

namespace {

constexpr std::size_t runs_under_detector = 5;

struct Arguments {
    std::string sample;
    std::string for_detector;
};

std::vector<reductions::Argument> arguments_of_check(Arguments& arguments) {
    return {
        reductions::required(reductions::text_argument("sample", "SAMPLE", "The sample's program", arguments.sample)),
        reductions::text_argument("detector", "SAMPLE", "The same sample, built by clang++ for ThreadSanitizer",
                                  arguments.for_detector)};
}

std::string in_words(const reductions::SampleRun& run) {
    return "  " + run.setting.type + ", " + reductions::format_count(run.setting.size) +
           (run.setting.size == 1 ? " element, " : " elements, ") + std::to_string(run.setting.threads) +
           (run.setting.threads == 1 ? " thread: " : " threads: ") + (run.verdict.empty() ? run.error : run.verdict) +
           (run.made_of.empty() ? "" : "; " + run.made_of);
}

int check(const Arguments& arguments) {
    if (!std::filesystem::exists(arguments.sample)) {
        throw reductions::InputError{"there is no sample '" + arguments.sample + "'"};
    }
    std::vector<reductions::SampleRun> runs;
    std::optional<reductions::Detection> detection;
    {
        const reductions::Progress progress{"checking"};
        runs = reductions::check_sample(arguments.sample,
                                        [&](std::size_t done, std::size_t all) { progress.show(done, all); });
        progress.show("race detector");
        if (std::filesystem::exists(arguments.for_detector)) {
            detection = reductions::run_under_detector(arguments.for_detector, runs_under_detector);
        }
    }
    for (const reductions::SampleRun& run : runs) {
        if (!run.right()) std::cout << in_words(run) << '\n';
    }
    std::cout << std::filesystem::path{arguments.sample}.filename().string() << ": "
              << reductions::conclusion(runs, detection) << '\n';
    const bool right =
        std::all_of(runs.begin(), runs.end(), [](const reductions::SampleRun& run) { return run.right(); });
    return right && !(detection && detection->found != 0) ? 0 : 1;
}

}  // namespace

int main(int count, char** arguments) {
    Arguments parsed;
    return reductions::run_program(
        {.name = "check",
         .description = "Runs a sample in many settings and under a race detector, and says what is wrong and where.",
         .arguments = arguments_of_check(parsed),
         .body = [&] { return check(parsed); }},
        count, arguments);
}
