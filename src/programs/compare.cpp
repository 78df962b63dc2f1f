// Prints the variants side by side: times, memory, answers and verdicts.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <iostream>
#include <optional>
#include <sstream>
#include <string>
#include <system_error>
#include <vector>

#include "measure/comparison.hpp"
#include "programs/command_line.hpp"
#include "report/comparison_report.hpp"
#include "report/output_file.hpp"
#include "report/progress.hpp"
#include "report/table.hpp"
#include "ssd/catalog.hpp"

namespace {

using ssd::Expectation;
using ssd::InputError;
using ssd::Variant;

struct Arguments {
    ssd::DataArguments data;
    std::vector<const Variant*> variants;
    std::size_t repetitions = 21;
    std::string json;
    bool list = false;
};

const Variant* find_variant(const std::string& name) {
    const auto catalog = ssd::catalog();
    const auto found = std::find_if(catalog.begin(), catalog.end(), [&](const Variant* v) { return v->name == name; });
    if (found != catalog.end()) return *found;
    std::string names;
    for (const Variant* variant : catalog) names += (names.empty() ? "" : ", ") + std::string{variant->name};
    throw InputError{"--only: '" + name + "' is not one of " + names};
}

void add_arguments(CLI::App& application, Arguments& arguments) {
    ssd::add_data_arguments(application, arguments.data, ssd::type_names.size());
    application
        .add_option_function<std::vector<std::string>>(
            "--only",
            [&](const std::vector<std::string>& names) {
                for (const std::string& name : names) {
                    const Variant* const variant = find_variant(name);
                    auto& variants = arguments.variants;
                    if (std::find(variants.begin(), variants.end(), variant) == variants.end()) {
                        variants.push_back(variant);
                    }
                }
            },
            "Variants to compare (default: all)")
        ->type_name("NAME,...")
        ->delimiter(',')
        ->allow_extra_args(false);
    application
        .add_option_function<std::string>(
            "--repetitions",
            [&](const std::string& text) {
                arguments.repetitions = ssd::whole_number("--repetitions", text, 1, 100'000);
            },
            "Timed repetitions of each variant (default 21)")
        ->type_name("R");
    application.add_option("--json", arguments.json, "Write the figures to a file, in Google Benchmark's format")
        ->type_name("FILE");
    application.add_flag("--list", arguments.list, "List the variants and do nothing else");
}

void print_list(const ssd::Terminal& terminal) {
    using ssd::Align;
    ssd::Table table{{{"variant", Align::left},
                      {"chapter", Align::left},
                      {"expected", Align::left},
                      {"what it shows", Align::left}}};
    for (const Variant* variant : ssd::catalog()) {
        const char* const expected = variant->expectation == Expectation::right  ? "right"
                                     : variant->expectation == Expectation::racy ? "racy"
                                                                                 : "wrong";
        table.add({.cells = {{std::string{variant->name}},
                             {std::string{variant->chapter}},
                             {expected},
                             {std::string{variant->shows}}}});
    }
    table.print(std::cout, terminal);
}

// Passes on what `write` does; a std::system_error becomes an error that names the file.
void on_json_file(const std::string& path, void (*write)(const std::string&, const std::string&),
                  const std::string& text) {
    try {
        write(path, text);
    } catch (const std::system_error& error) {
        throw InputError{"--json: '" + path + "' cannot be written: " + error.code().message()};
    }
}

int compare(const Arguments& arguments) {
    const ssd::Terminal terminal = ssd::standard_output();
    if (arguments.list) {
        print_list(terminal);
        return 0;
    }
    const bool with_json = !arguments.json.empty();
    if (with_json) {
        on_json_file(arguments.json, [](const auto& path, const auto&) { ssd::check_writable(path); }, {});
    }
    const std::vector<ssd::AnyArrays> data = ssd::load(arguments.data);
    const auto catalog = ssd::catalog();
    const std::vector<const Variant*> all{catalog.begin(), catalog.end()};

    std::ostringstream json;
    std::vector<ssd::Measurement> measurements;
    {
        const ssd::Progress progress{"comparing"};
        measurements = ssd::compare(arguments.variants.empty() ? all : arguments.variants, data,
                                    {.repetitions = arguments.repetitions,
                                     .progress = [&](std::size_t done, std::size_t of) { progress.show(done, of); },
                                     .json = with_json ? &json : nullptr});
    }
    if (with_json) {
        on_json_file(
            arguments.json, [](const auto& path, const auto& text) { ssd::write_file(path, text); }, json.str());
    }
    ssd::print_comparison(std::cout, measurements, terminal);
    const bool right = std::all_of(measurements.begin(), measurements.end(), [](const ssd::Measurement& m) {
        return m.variant->expectation != Expectation::right || m.tally.wrong() == 0;
    });
    return right ? 0 : 1;
}

}  // namespace

int main(int count, char** arguments) {
    Arguments parsed;
    return ssd::run_program({.name = "compare",
                             .description = "Compares the ways to compute sum((a[i] - b[i])²): time, memory, answers.",
                             .add_arguments = [&](CLI::App& application) { add_arguments(application, parsed); },
                             .body = [&] { return compare(parsed); }},
                            count, arguments);
}
