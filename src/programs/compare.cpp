// Prints the variants side by side: times, memory, answers and verdicts.
#include <algorithm>
#include <functional>
#include <iostream>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "arrays/generated_arrays.hpp"
#include "arrays/npy.hpp"
#include "catalog/catalog.hpp"
#include "measure/accuracy.hpp"
#include "measure/comparison.hpp"
#include "measure/engine_settings.hpp"
#include "measure/other_work.hpp"
#include "programs/command_line.hpp"
#include "report/accuracy_report.hpp"
#include "report/catalog_report.hpp"
#include "report/comparison_report.hpp"
#include "report/format.hpp"
#include "report/output_file.hpp"
#include "report/progress.hpp"
#include "report/table.hpp"

namespace {

using reductions::Expectation;
using reductions::InputError;
using reductions::Variant;

struct Arguments {
    reductions::DataArguments data;
    std::vector<const Variant*> variants;  // none: the article's
    std::size_t repetitions = 21;
    std::string json;
    bool list = false;
    bool accuracy = false;
};

constexpr std::string_view default_chapter = "article";
constexpr std::string_view all_chapters = "all";

// Adds the variants of the catalog of which `wanted` is true, each once; returns whether there were any.
bool add_variants(std::vector<const Variant*>& variants, const std::function<bool(const Variant&)>& wanted) {
    bool any = false;
    for (const Variant* variant : reductions::catalog()) {
        if (!wanted(*variant)) continue;
        any = true;
        if (std::find(variants.begin(), variants.end(), variant) == variants.end()) variants.push_back(variant);
    }
    return any;
}

// What the variants of the catalog have as a name or as a chapter, each once, separated by commas.
std::string list_of(std::string_view Variant::*member) {
    std::string text;
    std::string_view last;
    for (const Variant* variant : reductions::catalog()) {
        if (variant->*member != last) text += (text.empty() ? "" : ", ") + std::string{variant->*member};
        last = variant->*member;
    }
    return text;
}

void add_by_name(std::vector<const Variant*>& variants, const std::string& name) {
    if (!add_variants(variants, [&](const Variant& variant) { return variant.name == name; })) {
        throw InputError{"--only: '" + name + "' is not one of " + list_of(&Variant::name)};
    }
}

void add_by_chapter(std::vector<const Variant*>& variants, const std::string& chapter) {
    const auto wanted = [&](const Variant& variant) { return chapter == all_chapters || variant.chapter == chapter; };
    if (!add_variants(variants, wanted)) {
        throw InputError{"--chapter: '" + chapter + "' is not one of " + list_of(&Variant::chapter) + ", " +
                         std::string{all_chapters}};
    }
}

std::vector<reductions::Argument> arguments_of_compare(Arguments& arguments) {
    std::vector<reductions::Argument> all = reductions::data_arguments(arguments.data, reductions::type_names.size());
    all.insert(
        all.end(),
        {{.name = "--only",
          .value = "NAME,...",
          .description = "Variants to compare",
          .read = [&](const std::string& name) { add_by_name(arguments.variants, name); },
          .takes = reductions::Argument::Takes::values_between_commas},
         {.name = "--chapter",
          .value = "NAME,...",
          .description = "Chapters to compare, or all (default article)",
          .read = [&](const std::string& chapter) { add_by_chapter(arguments.variants, chapter); },
          .takes = reductions::Argument::Takes::values_between_commas,
          .excludes = {"--only"}},
         reductions::number_argument("--repetitions", "R", "Timed repetitions of each variant (default 21)",
                                     arguments.repetitions, 1, 100'000),
         reductions::text_argument("--json", "FILE", "Write the figures to a file, in Google Benchmark's format",
                                   arguments.json),
         reductions::flag_argument("--list", "List the variants and do nothing else", arguments.list),
         reductions::excluding(
             reductions::flag_argument(
                 "--accuracy", "Show for floats how accurate and how repeatable the answers are; the arrays are random",
                 arguments.accuracy),
             {"--repetitions", "--json"})});
    return all;
}

// Whether the variant is one whose answers are to be right and was wrong.
bool failed(const reductions::Measurement& m) {
    return m.variant->expectation == Expectation::right && m.judgement.wrong();
}

int compare_accuracy(const Arguments& arguments, std::vector<const Variant*> variants,
                     const reductions::Terminal& terminal) {
    reductions::DataArguments data = arguments.data;
    if (data.types.empty()) data.types = {"float64", "float32"};
    for (const std::string& type : data.types) {
        if (!type.starts_with("float")) {
            throw InputError{"--accuracy: '" + type + "' has no rounding errors; it is for float64 and float32"};
        }
    }
    std::erase_if(variants, [](const Variant* variant) { return variant->expectation != Expectation::right; });
    if (variants.empty()) throw InputError{"--accuracy: none of these variants is expected to be right"};
    std::vector<const Variant*> clause;
    add_by_name(clause, "omp_reduction");
    const std::vector<reductions::AnyArrays> arrays = reductions::load(
        data, reductions::random_arrays,
        *std::max_element(std::begin(reductions::accuracy_threads), std::end(reductions::accuracy_threads)));
    std::vector<reductions::Accuracy> results;
    const reductions::OtherWork other_work;
    {
        const reductions::Progress progress{"measuring"};
        results = reductions::measure_accuracy(variants, *clause.front(), arrays,
                                               [&](std::size_t done, std::size_t all) { progress.show(done, all); });
    }
    reductions::check_files_unchanged();
    if (results.empty())
        throw InputError{"--accuracy: integers have no rounding errors; it is for float64 and float32"};
    const std::optional<double> busy = other_work.cores();
    reductions::print_accuracy(std::cout, results, terminal);
    std::cout << reductions::other_work_in_words(busy);
    const auto wrong = [](const reductions::Accuracy& result) { return result.judgement.wrong(); };
    return std::any_of(results.begin(), results.end(), wrong) ? 1 : 0;
}

int compare_times(const Arguments& arguments, const std::vector<const Variant*>& variants,
                  const reductions::Terminal& terminal) {
    const bool with_json = !arguments.json.empty();
    if (with_json) {
        reductions::write_named_by("--json", arguments.json, [&] { reductions::check_writable(arguments.json); });
    }
    if (const std::string ignored = reductions::ignored_engine_settings(); !ignored.empty()) {
        std::cerr << "compare: ignored: " << ignored << "; what can be set is listed by --help\n";
    }
    const std::vector<reductions::AnyArrays> data = reductions::load(arguments.data, reductions::article_arrays);
    std::ostringstream json;
    std::vector<reductions::Measurement> measurements;
    const reductions::OtherWork other_work;
    {
        const reductions::Progress progress{"comparing"};
        measurements =
            reductions::compare(variants, data,
                                {.repetitions = arguments.repetitions,
                                 .shorten_slow = arguments.data.files.empty() && !arguments.data.size,
                                 .progress = [&](std::size_t done, std::size_t all) { progress.show(done, all); },
                                 .json = with_json ? &json : nullptr});
    }
    reductions::check_files_unchanged();
    if (with_json) {
        reductions::write_named_by("--json", arguments.json,
                                   [&] { reductions::write_file(arguments.json, json.str()); });
    }
    const std::optional<double> busy = other_work.cores();
    reductions::print_comparison(std::cout, measurements, terminal);
    std::cout << reductions::other_work_in_words(busy);
    return std::any_of(measurements.begin(), measurements.end(), failed) ? 1 : 0;
}

int compare(const Arguments& arguments) {
    const reductions::Terminal terminal = reductions::standard_output();
    if (arguments.list) {
        reductions::print_catalog(std::cout, terminal);
        return 0;
    }
    std::vector<const Variant*> variants = arguments.variants;
    if (variants.empty()) add_by_chapter(variants, std::string{default_chapter});
    const int status = arguments.accuracy ? compare_accuracy(arguments, variants, terminal)
                                          : compare_times(arguments, variants, terminal);
    if (arguments.variants.empty()) {
        std::cout << "More ways to reduce: --chapter " << list_of(&Variant::chapter) << ", or " << all_chapters
                  << "; --list shows what they are.\n";
    }
    return status;
}

}  // namespace

int main(int count, char** arguments) {
    Arguments parsed;
    return reductions::run_program(
        {.name = "compare",
         .description = "Compares the ways to compute sum((a[i] - b[i])²): time, memory, answers.",
         .arguments = arguments_of_compare(parsed),
         .body = [&] { return compare(parsed); }},
        count, arguments);
}
