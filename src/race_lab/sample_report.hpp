// Prints what a sample found out.
#pragma once

#include <cstddef>
#include <iosfwd>
#include <string_view>

#include "contract/variant.hpp"
#include "race_lab/sample_result.hpp"

namespace reductions {

// One line for each of: data, threads, result, expected, verdict, best time and peak heap. If there is something to
// say, also what wrong sums are made of, and what the catalog says.
void print_sample(std::ostream& out, const Variant& variant, std::string_view type, std::size_t size,
                  const SampleResult& result);

}  // namespace reductions
