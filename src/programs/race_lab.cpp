// The race laboratory: shows how often the wrong variants are wrong, what their answers are made of, and why.
#include <algorithm>
#include <iostream>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "programs/command_line.hpp"
#include "programs/resources.hpp"
#include "race_lab/machine_code.hpp"
#include "race_lab/machine_code_report.hpp"
#include "race_lab/optimisation_levels.hpp"
#include "race_lab/race_report.hpp"
#include "race_lab/race_runs.hpp"
#include "report/output_file.hpp"
#include "report/progress.hpp"

namespace {

using reductions::InputError;

struct Arguments {
    std::vector<std::string> only;
    std::size_t runs = 0;
    bool quick = false;
    std::string explain;
    std::string json;
};

std::span<const reductions::Variant> variants() { return reductions::optimisation_levels().front().variants; }

const reductions::Variant& variant_named(std::string_view option, std::string_view name) {
    std::string names;
    for (const reductions::Variant& variant : variants()) {
        if (variant.name == name) return variant;
        names += (names.empty() ? "" : ", ") + std::string{variant.name};
    }
    throw InputError{std::string{option} + ": '" + std::string{name} + "' is not one of " + names};
}

std::vector<reductions::Argument> arguments_of_race_lab(Arguments& arguments) {
    return {
        {.name = "--only",
         .value = "NAME,...",
         .description = "Variants to run",
         .read = [&](const std::string& name) { arguments.only.emplace_back(variant_named("--only", name).name); },
         .takes = reductions::Argument::Takes::values_between_commas},
        reductions::number_argument("--runs", "R", "Runs in each setting (default 100, fewer if a run takes long)",
                                    arguments.runs, 1, 100'000),
        reductions::flag_argument("--quick", "Finish in a few seconds, with wider intervals", arguments.quick),
        {.name = "--explain",
         .value = "NAME",
         .description = "Show the machine code of a variant's loop, at each level of optimisation",
         .read = [&](const std::string& name) { arguments.explain = variant_named("--explain", name).name; }},
        reductions::text_argument("--json", "FILE", "Write the figures to a file", arguments.json),
    };
}

int explain(const std::string& name) {
    const reductions::Terminal terminal = reductions::standard_output();
    const reductions::Variant& variant = variant_named("--explain", name);
    const std::string source = "src/variants/" + std::string{variant.chapter} + '/' + name + ".cpp";
    for (const reductions::OptimisationLevel& level : reductions::optimisation_levels()) {
        const reductions::Loop loop = reductions::loop_of(source, level.name);
        std::cout << name << " at " << level.name << '\n';
        reductions::print_loop(std::cout, loop, source, terminal);
        std::cout << '\n';
    }
    return 0;
}

int measure(const Arguments& arguments) {
    const bool with_json = !arguments.json.empty();
    if (with_json)
        reductions::write_named_by("--json", arguments.json, [&] { reductions::check_writable(arguments.json); });
    reductions::start_threads(
        *std::max_element(std::begin(reductions::laboratory_threads), std::end(reductions::laboratory_threads)),
        "the laboratory's settings");
    reductions::RaceOptions options{.only = arguments.only, .runs = 100, .seconds = 45, .progress = {}};
    if (arguments.quick) {
        options.runs = 20;
        options.seconds = 8;
    }
    if (arguments.runs != 0) {
        options.runs = arguments.runs;
        options.seconds = std::numeric_limits<double>::max();
    }
    const reductions::RaceRates measured = [&] {
        const reductions::Progress progress{"racing"};
        options.progress = [&](std::size_t done, std::size_t all) { progress.show(done, all); };
        return reductions::run_races(options);
    }();
    if (with_json) {
        reductions::write_named_by("--json", arguments.json, [&] {
            reductions::write_file(arguments.json, reductions::race_rates_as_json(measured.rates));
        });
    }
    reductions::print_race_rates(std::cout, measured, reductions::conditions_now(), reductions::standard_output());
    return measured.any_surprise() ? 1 : 0;
}

}  // namespace

int main(int count, char** arguments) {
    Arguments parsed;
    return reductions::run_program(
        {.name = "race_lab",
         .description = "Runs the wrong variants, and right ones for comparison, at every level of optimisation.",
         .arguments = arguments_of_race_lab(parsed),
         .body = [&] { return parsed.explain.empty() ? measure(parsed) : explain(parsed.explain); }},
        count, arguments);
}
