// A program of MPI: one way to sum over the ranks.
#pragma once

namespace reductions {

namespace distributed {
struct Way;  // distributed/way.hpp
}

// The main of a way. mpiexec starts it once for each rank. It accepts --size, --type, two .npy files, --shares,
// --repetitions, --time-limit and --json. Each rank makes or maps its own part of the arrays; the root alone has the
// whole, to judge the answers, and prints. Returns the same status on all ranks: 0; 1 if a way that should be right is
// wrong; 2 if the arguments or the files cannot be used, on whichever rank, which one line tells; 3 if the time limit
// ended it.
int run_way(const distributed::Way& way, const char* name, int count, const char* const* arguments);

}  // namespace reductions
