// Reads what ThreadSanitizer reports about a submission.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace reductions {

// One of the two accesses of a data race.
struct RacingAccess {
    bool writes;
    bool atomic;
    std::optional<std::uint64_t> place;  // in the submission's code; nothing if it is in a library
};

struct ReportedRace {
    RacingAccess first;
    RacingAccess second;
    // Whether OpenMP's library allocated the place, for the data of tasks.
    bool in_openmp_memory = false;
};

// All data races in a detector's text that does not contain names, as with symbolize=0. `library` is the name
// of the submission's file, without folders.
std::vector<ReportedRace> reported_races(std::string_view text, std::string_view library);

}  // namespace reductions
