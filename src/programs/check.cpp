// Checks one sample in many settings and for data races. Its last line says what is wrong and where.
#include <algorithm>
#include <filesystem>
#include <iostream>
#include <optional>
#include <string>
#include <vector>

#include "programs/command_line.hpp"
#include "race_lab/detector_run.hpp"
#include "race_lab/sample_check.hpp"
#include "race_lab/sample_check_report.hpp"
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
        if (!run.right()) std::cout << "  " << reductions::run_in_words(run) << '\n';
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
