// The race laboratory's figures as text and as JSON.
#pragma once

#include <iosfwd>
#include <span>
#include <string>

#include "measure/conditions.hpp"
#include "race_lab/race_rates.hpp"
#include "report/table.hpp"

namespace reductions {

// Prints the conditions and how many cores were at work. Then each variant gets a table and a line. The table has a row
// for each level of optimisation and number of threads at which the variant was wrong: the failure rate for each size,
// the number of distinct answers, and what they are made of. The line sums up the settings in which it was not wrong.
void print_race_rates(std::ostream& out, const RaceRates& measured, const Conditions& conditions,
                      const Terminal& terminal);

// The same figures, and all distinct answers with how often each occurred.
std::string race_rates_as_json(std::span<const RaceRate> rates);

}  // namespace reductions
