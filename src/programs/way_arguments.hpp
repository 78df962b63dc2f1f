// What a way of MPI is given: its arguments, and a rank's part of the arrays.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "arrays/any_arrays.hpp"
#include "distributed/way.hpp"
#include "programs/arguments.hpp"
#include "programs/data_arguments.hpp"

namespace reductions {

struct WayArguments {
    DataArguments data;
    std::vector<std::size_t> shares;
    std::size_t repetitions = 11;
    std::size_t time_limit = 120;
    std::string json;
};

// The arguments of a way's program. The result refers to `arguments`.
std::vector<Argument> way_arguments(WayArguments& arguments);

// What a rank has: its part of the arrays, and on the root the whole.
struct LoadedArrays {
    std::string type;
    distributed::Ranks ranks;
    AnyArrays part = {};
    AnyArrays whole = {};
};

// Which rank has which elements. Files are mapped already, and what no rank touches is not read. Throws InputError,
// NpyError or std::bad_alloc, perhaps on one rank alone.
LoadedArrays share_out(const distributed::Way& way, const WayArguments& arguments, MPI_Comm all);

// Each rank may have enough memory for its own arrays, and all ranks of a node together not. All ranks call this.
// Throws InputError on the ranks of such a node.
void check_memory_of_node(const LoadedArrays& loaded);

// Takes the rank's part out of the files, or generates it; on the root the whole, too. Throws std::bad_alloc.
void load_part(LoadedArrays& loaded, bool from_files);

}  // namespace reductions
