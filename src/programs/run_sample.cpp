// A sample program: one variant alone.
#include "programs/run_sample.hpp"

#include <iostream>
#include <string>
#include <variant>

#include "arrays/any_arrays.hpp"
#include "arrays/generated_arrays.hpp"
#include "arrays/npy.hpp"
#include "contract/variant.hpp"
#include "measure/other_work.hpp"
#include "programs/command_line.hpp"
#include "programs/data_arguments.hpp"
#include "race_lab/sample_report.hpp"
#include "report/format.hpp"

namespace reductions {
namespace {

template <Element T>
int run(const Variant& variant, const Arrays<T>& arrays) {
    const OtherWork other_work;
    const SampleResult result = sample_result(variant, arrays);
    check_files_unchanged();
    print_sample(std::cout, variant, type_name<T>, arrays.a.size(), result);
    std::cout << other_work_in_words(other_work.cores());
    return variant.expectation == Expectation::right && result.judgement.wrong() ? 1 : 0;
}

}  // namespace

int run_sample(const Entry& entry, const char* name, const char* chapter, int count, const char* const* arguments) {
    const Variant variant{entry, name, chapter};
    DataArguments data;
    if (variant.left_out) {
        std::cerr << variant.name << ": left out of this build: " << variant.shows << '\n';
        return 2;
    }
    const auto body = [&] {
        return std::visit([&](const auto& arrays) { return run(variant, arrays); }, load(data, article_arrays).front());
    };
    return run_program({std::string{variant.name}, std::string{variant.shows}, data_arguments(data, 1), body}, count,
                       arguments);
}

}  // namespace reductions
