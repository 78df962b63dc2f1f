// The race laboratory's figures as a person reads them, and as JSON.
#pragma once

#include <iosfwd>
#include <span>
#include <string>

#include "race_lab/race_rates.hpp"
#include "report/table.hpp"

namespace reductions {

// How many cores were at work at a time while the rates were measured, for a race needs two; then a table for each
// variant: a row for each level of optimisation and number of threads in which it was wrong, with the failure rate for
// each size, the number of distinct answers and what they are made of; and one line for all in which it was not seen to
// be wrong. The rates of one variant have to stand together, as race_rates() returns them.
void print_race_rates(std::ostream& out, std::span<const RaceRate> rates, double cores_at_work,
                      const Terminal& terminal);

// The same figures, and all distinct answers with how often each came.
std::string race_rates_as_json(std::span<const RaceRate> rates);

}  // namespace reductions
