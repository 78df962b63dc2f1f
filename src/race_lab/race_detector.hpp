// Reads ThreadSanitizer's reports about a variant and compares them with the catalog.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "contract/variant.hpp"

namespace reductions {

// The place of the first data race in a program's standard error: the file and the line of one of the accesses, such as
// "src/variants/article/shared_accumulator.cpp:17". std::nullopt if no race is reported.
//
// A report counts if one of its two accesses is in this project's own code. Other reports are about accesses inside a
// library that is not compiled with ThreadSanitizer, such as oneTBB under par_unseq, whose synchronisation the detector
// does not see. Reports about the functions .red_init. and .red_comb. do not count either. clang++ initialises and
// combines the copies of a task reduction in them, and libomp 14 does not tell the detector that this is synchronised.
// The same holds for memory of libomp's own: it keeps the records of tasks there, and uses one again when its task has
// ended.
std::optional<std::string> reported_race(std::string_view standard_error);

// What a detector reported about one variant in several runs.
struct Detection {
    std::size_t runs = 0;
    std::size_t found = 0;   // runs in which a race was reported
    std::string place = {};  // of the first race
    std::size_t failed = 0;  // runs that failed without a report: killed, or the detector did not start
    bool left_out = false;   // this build does not contain the variant
};

// Whether the reports agree with the catalog: a race in every run of a racy variant, and in no run of any other.
bool agrees(const Detection& detection, Expectation expectation);

}  // namespace reductions
