// How the result of a way is shown: in words, and as JSON for the table of all ways.
#pragma once

#include <iosfwd>
#include <string>
#include <string_view>

#include "distributed/way.hpp"
#include "distributed/way_result.hpp"

namespace reductions::distributed {

// What was run, as far as the result does not say it.
struct RunOfWay {
    std::string name;
    std::string library;  // MPI's name and version
    std::string processor;
    std::string type;  // one of type_names
    int ranks;
    int nodes;
    std::size_t threads;  // of each rank
    std::size_t size;     // elements of the whole arrays
};

// "Open MPI 4.1.4" or "MPICH 4.0.2": the beginning of what MPI_Get_library_version gives.
std::string short_name_of_library(std::string_view version);

void print_way(std::ostream& out, const Way& way, const RunOfWay& run, const WayResult& result);

// One object, in one line. Times are in seconds, memory is in bytes, and `bits` are those of the first answer.
std::string json_of_way(const Way& way, const RunOfWay& run, const WayResult& result);

}  // namespace reductions::distributed
