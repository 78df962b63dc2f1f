// Runs every sample under a race detector and compares its reports with the catalog.
#include <algorithm>
#include <filesystem>
#include <iostream>
#include <string>
#include <vector>

#include "catalog/catalog.hpp"
#include "programs/command_line.hpp"
#include "race_lab/detector_report.hpp"
#include "race_lab/detector_run.hpp"
#include "race_lab/race_detector.hpp"
#include "report/progress.hpp"

namespace {

using reductions::Detection;
using reductions::InputError;

constexpr int unusable = 3;  // the exit status

struct Arguments {
    std::string samples;
    std::string of_gcc;
    std::size_t runs = 20;
};

std::vector<reductions::Argument> arguments_of_detect(Arguments& arguments) {
    return {
        reductions::required(reductions::text_argument(
            "samples", "SAMPLES", "Folder of the samples that clang++ built for ThreadSanitizer", arguments.samples)),
        reductions::text_argument("--gcc", "SAMPLES", "Folder of the samples that g++ built, to compare with them",
                                  arguments.of_gcc),
        reductions::number_argument("--runs", "R", "Runs of each sample (default 20)", arguments.runs, 1, 1'000)};
}

Detection detect(const std::string& folder, std::string_view name, std::size_t runs) {
    const std::filesystem::path sample = std::filesystem::path{folder} / name;
    if (!std::filesystem::exists(sample)) throw InputError{"there is no sample '" + sample.string() + "'"};
    return reductions::run_under_detector(sample, runs);
}

// Why the detector cannot be trusted here; empty if it can. It is tried on a right loop and on a racy one.
std::string reason_against(const std::string& folder) {
    const Detection right = detect(folder, "omp_reduction", 1);
    if (right.failed != 0) return "its programs do not run";
    if (right.found != 0) return "it reports a race in omp_reduction, which has none, at " + right.place;
    if (detect(folder, "shared_accumulator", 1).found == 0) return "it reports no race in shared_accumulator";
    return {};
}

int detect_all(const Arguments& arguments) {
    if (const std::string reason = reason_against(arguments.samples); !reason.empty()) {
        std::cout << "detector unusable here: " << reason << '\n';
        return unusable;
    }
    std::cout
        << "clang++'s ThreadSanitizer finds the race in shared_accumulator and none in omp_reduction: usable here\n";
    const bool with_gcc = !arguments.of_gcc.empty();
    if (with_gcc) {
        const std::string reason = reason_against(arguments.of_gcc);
        std::cout << "g++'s ThreadSanitizer is " << (reason.empty() ? "usable here" : "unusable here: " + reason)
                  << '\n';
    }
    std::vector<reductions::DetectedVariant> variants;
    {
        const reductions::Progress progress{"detecting"};
        for (const reductions::Variant* variant : reductions::catalog()) {
            progress.show(variants.size(), reductions::catalog().size());
            variants.push_back({variant, detect(arguments.samples, variant->name, arguments.runs), {}});
            if (with_gcc) variants.back().of_gcc = detect(arguments.of_gcc, variant->name, 1);
        }
    }
    std::cout << '\n';
    reductions::print_detections(std::cout, variants, reductions::standard_output());
    const auto disagrees = [](const reductions::DetectedVariant& x) {
        return !agrees(x.detection, x.variant->expectation);
    };
    const auto wrong = std::count_if(variants.begin(), variants.end(), disagrees);
    std::cout << "\nThe detector and the catalog "
              << (wrong == 0 ? "agree on all " + std::to_string(variants.size()) + " variants\n"
                             : "disagree on " + std::to_string(wrong) + " of " + std::to_string(variants.size()) +
                                   " variants\n");
    return wrong == 0 ? 0 : 1;
}

}  // namespace

int main(int count, char** arguments) {
    Arguments parsed;
    return reductions::run_program(
        {.name = "detect",
         .description = "Runs every sample under ThreadSanitizer and compares its reports with the catalog.",
         .arguments = arguments_of_detect(parsed),
         .body = [&] { return detect_all(parsed); }},
        count, arguments);
}
