#include "grader/race_reports.hpp"

#include <charconv>
#include <sstream>

namespace reductions {
namespace {

// "#0 <null> <null> (submission.so+0x1139) (BuildId: ...)"; some versions print the library's whole path.
std::optional<std::uint64_t> place_in(std::string_view line, std::string_view library) {
    const std::string module = std::string{library} + "+0x";
    const auto begin = line.find(module);
    if (begin == std::string_view::npos || begin == 0 || (line[begin - 1] != '(' && line[begin - 1] != '/')) {
        return std::nullopt;
    }
    const std::string_view digits = line.substr(begin + module.size());
    std::uint64_t place = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), place, 16);
    return error == std::errc{} ? std::optional{place} : std::nullopt;
}

}  // namespace

std::vector<ReportedRace> reported_races(std::string_view text, std::string_view library) {
    std::vector<ReportedRace> races;
    std::vector<RacingAccess> accesses;
    bool in_race = false;
    bool in_access = false;
    bool in_location = false;
    bool in_openmp_memory = false;
    const auto finish = [&] {
        if (accesses.size() == 2) races.push_back({accesses[0], accesses[1], in_openmp_memory});
        accesses.clear();
        in_race = in_access = in_location = in_openmp_memory = false;
    };
    std::istringstream lines{std::string{text}};
    for (std::string line; std::getline(lines, line);) {
        if (line.find("WARNING: ThreadSanitizer: data race") != std::string::npos) {
            finish();
            in_race = true;
        } else if (in_race && accesses.size() < 2 && line.find(" of size ") != std::string::npos) {
            // "  Previous atomic write of size 8 at 0x7b... by thread T1:". The place may have a size too.
            const bool writes = line.find("rite of size") != std::string::npos;
            accesses.push_back({writes, line.find("tomic") != std::string::npos, std::nullopt});
            in_access = true;
        } else if (in_access && line.find('#') != std::string::npos) {
            if (!accesses.back().place) accesses.back().place = place_in(line, library);
        } else if (in_race && line.find("Location is heap block") != std::string::npos) {
            in_location = true;
        } else if (in_location && line.find("#1 ") != std::string::npos) {  // what called malloc
            in_openmp_memory =
                line.find("(libomp.so") != std::string::npos || line.find("/libomp.so") != std::string::npos;
            in_location = false;
        } else if (in_access && line.find_first_not_of(" \r") == std::string::npos) {
            in_access = false;
        } else if (line.find("SUMMARY: ThreadSanitizer") != std::string::npos) {
            finish();
        }
    }
    finish();
    return races;
}

}  // namespace reductions
