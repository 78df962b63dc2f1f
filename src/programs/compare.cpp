// Compares variants side by side: times, memory, answers and verdicts.
#include <algorithm>
#include <iostream>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

#include "arrays/generated_arrays.hpp"
#include "arrays/npy.hpp"
#include "measure/accuracy.hpp"
#include "measure/busy_cores.hpp"
#include "measure/comparison.hpp"
#include "measure/comparison_figures.hpp"
#include "measure/conditions.hpp"
#include "measure/engine_settings.hpp"
#include "measure/other_work.hpp"
#include "programs/command_line.hpp"
#include "programs/variant_choice.hpp"
#include "report/accuracy_report.hpp"
#include "report/catalog_report.hpp"
#include "report/comparison_report.hpp"
#include "report/format.hpp"
#include "report/output_file.hpp"
#include "report/progress.hpp"

namespace reductions {
namespace {

using Variants = std::vector<const Variant*>;

struct Arguments {
    DataArguments data;
    Variants variants;  // empty: the article's
    std::size_t repetitions = 21;
    std::string json;
    std::size_t busy_cores = 0;
    bool list = false;
    bool accuracy = false;
};

// Adds the variants that are not among the chosen ones yet.
void add(Variants& chosen, const Variants& more) {
    for (const Variant* const variant : more) {
        if (std::find(chosen.begin(), chosen.end(), variant) == chosen.end()) chosen.push_back(variant);
    }
}

std::vector<Argument> arguments_of_compare(Arguments& arguments) {
    Variants& chosen = arguments.variants;
    std::vector<Argument> all = data_arguments(arguments.data, type_names.size());
    all.insert(
        all.end(),
        {{.name = "--only",
          .value = "NAME,...",
          .description = "Variants to compare",
          .read = [&](const std::string& name) { add(chosen, {&variant_named("--only", name)}); },
          .takes = Argument::Takes::values_between_commas},
         {.name = "--chapter",
          .value = "NAME,...",
          .description = "Chapters to compare, or all (default article)",
          .read = [&](const std::string& chapter) { add(chosen, variants_of_chapter("--chapter", chapter)); },
          .takes = Argument::Takes::values_between_commas,
          .excludes = {"--only"}},
         number_argument("--repetitions", "R", "Timed repetitions of each variant (default 21)", arguments.repetitions,
                         1, 100'000),
         {.name = "--busy-cores",
          .value = "N",
          .description = "Cores to keep busy with other work (default 0)",
          .read =
              [&](const std::string& text) {
                  arguments.busy_cores = whole_number("--busy-cores", text, 0, most_busy_cores());
              }},
         text_argument("--json", "FILE", "Write the figures to a file, in Google Benchmark's format", arguments.json),
         flag_argument("--list", "List the variants and do nothing else", arguments.list),
         excluding(flag_argument("--accuracy",
                                 "Show how accurate and repeatable float answers are, by default on random arrays",
                                 arguments.accuracy),
                   {"--repetitions", "--busy-cores", "--json"})});
    return all;
}

int show_accuracy(const Arguments& arguments, Variants variants) {
    DataArguments data = arguments.data;
    if (data.types.empty()) data.types = {"float64", "float32"};
    for (const std::string& type : data.types) {
        if (!type.starts_with("float")) {
            throw InputError{"--accuracy: '" + type + "' has no rounding errors; use float64 or float32"};
        }
    }
    std::erase_if(variants, [](const Variant* variant) { return variant->expectation != Expectation::right; });
    if (variants.empty()) throw InputError{"--accuracy: none of these variants is expected to be right"};
    const Variant& reference_of_cost = variant_named("--accuracy", "omp_reduction");
    const std::size_t most_threads = *std::max_element(std::begin(accuracy_threads), std::end(accuracy_threads));
    const std::vector<AnyArrays> arrays = load(data, random_arrays, most_threads);
    const OtherWork other_work;
    const std::vector<TypeAccuracy> measured = [&] {
        const Progress line{"measuring"};
        const auto progress = [&](std::size_t done, std::size_t all) { line.show(done, all); };
        return measure_accuracy(variants, reference_of_cost, arrays, progress);
    }();
    check_files_unchanged();
    if (measured.empty()) throw InputError{"--accuracy: integers have no rounding errors; use float64 or float32"};
    const std::optional<double> busy = other_work.cores();
    print_accuracy(std::cout, measured, conditions_now(), standard_output());
    std::cout << other_work_in_words(busy);
    const auto was_wrong = [](const Accuracy& result) { return result.judgement.wrong(); };
    return std::any_of(measured.begin(), measured.end(),
                       [&](const TypeAccuracy& type) {
                           return std::any_of(type.variants.begin(), type.variants.end(), was_wrong);
                       })
               ? 1
               : 0;
}

int show_times(const Arguments& arguments, const Variants& variants) {
    const bool with_json = !arguments.json.empty();
    if (with_json) write_named_by("--json", arguments.json, [&] { check_writable(arguments.json); });
    if (const std::string ignored = ignored_engine_settings(); !ignored.empty()) {
        std::cerr << "compare: ignored " << ignored << "; --help lists the options\n";
    }
    const std::vector<AnyArrays> data = load(arguments.data, article_arrays);
    std::ostringstream json;
    const OtherWork other_work;
    const std::vector<TypeMeasurements> measured = [&] {
        const Progress line{"comparing"};
        return compare(variants, data,
                       {.repetitions = arguments.repetitions,
                        .shorten_slow = arguments.data.files.empty() && !arguments.data.size,
                        .busy_cores = arguments.busy_cores,
                        .progress = [&](std::size_t done, std::size_t all) { line.show(done, all); },
                        .json = with_json ? &json : nullptr});
    }();
    check_files_unchanged();
    if (with_json) write_named_by("--json", arguments.json, [&] { write_file(arguments.json, json.str()); });
    const std::optional<double> busy = other_work.cores();
    Conditions conditions = conditions_now(arguments.busy_cores);
    conditions.files = arguments.data.files;
    print_comparison(std::cout, figures_of(measured), conditions, standard_output());
    std::cout << other_work_in_words(busy);
    return a_right_variant_was_wrong(measured) ? 1 : 0;
}

int show(const Arguments& arguments) {
    if (arguments.list) {
        print_catalog(std::cout, standard_output());
        return 0;
    }
    const bool chosen = !arguments.variants.empty();
    const Variants variants = chosen ? arguments.variants : variants_of_chapter("--chapter", "article");
    const int status = arguments.accuracy ? show_accuracy(arguments, variants) : show_times(arguments, variants);
    if (!chosen) {
        std::cout << "More ways to reduce: --chapter " << chapter_names() << ", or " << all_chapters
                  << "; --list shows what they are.\n";
    }
    return status;
}

}  // namespace
}  // namespace reductions

int main(int count, char** arguments) {
    reductions::Arguments parsed;
    return reductions::run_program(
        {.name = "compare",
         .description = "Compares the ways to compute sum((a[i] - b[i])²): time, memory, answers.",
         .arguments = reductions::arguments_of_compare(parsed),
         .body = [&] { return reductions::show(parsed); }},
        count, arguments);
}
