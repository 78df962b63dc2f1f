// How fast this machine reads: the fastest plain read of both arrays that was found. It is not a bound.
#pragma once

#include <vector>

#include "measure/read_loops.hpp"

namespace reductions {

// Which loop is the fastest depends on the machine, on the cache that holds the arrays, and on the number of threads.
// Tries all loops on these arrays and returns five: the fastest, the fastest of each other kind (with and without
// prefetching; for small arrays by a team and alone, for large ones in equal shares and in blocks), and the next ones.
// A careful measurement of these five then gives the read speed.
std::vector<ReadLoop> fastest_read_loops(Bytes a, Bytes b);

}  // namespace reductions
