// What ThreadSanitizer says of a variant, and whether that agrees with what the catalog says.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "contract/variant.hpp"

namespace reductions {

// The place of the first data race that a program's standard error reports: the file, from src/ on, and the line of an
// access that races, such as "src/variants/article/shared_accumulator.cpp:17". Nothing where no race is reported.
//
// A report counts if one of its two accesses is made in this project's own code. Others are made inside a library that
// is not compiled with ThreadSanitizer and synchronises where it cannot see it: oneTBB's headers under par_unseq. And a
// report of .red_init. or .red_comb. does not count, the functions in which clang++ initialises and combines the copies
// of a task reduction: libomp 14 does not tell the detector that this is synchronised.
std::optional<std::string> reported_race(std::string_view standard_error);

// What a detector said of one variant in several runs.
struct Detection {
    std::size_t runs = 0;
    std::size_t found = 0;   // runs in which a race was reported
    std::string place = {};  // of the first one
    std::size_t failed = 0;  // runs that did not end as they should: killed, or the detector would not start
    bool left_out = false;   // the build does not have the variant
};

// Whether it is as the catalog has it: a racy variant found in every run, all others clean in every run.
bool agrees(const Detection& detection, Expectation expectation);

}  // namespace reductions
