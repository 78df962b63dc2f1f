// How long messages and reductions take, without any arrays: what a model of larger machines begins with.
#pragma once

#include <mpi.h>

#include <cstddef>
#include <vector>

namespace reductions::distributed {

struct MessageTime {
    std::size_t bytes;
    double seconds;  // from one rank to another: half of a round trip
};

// Ping-pong between two ranks: messages of 8 bytes to 2 MiB, which stay in the caches. Each time is the median of 21
// series. Both ranks call this together, and rank 0 gets the times. There are none with another number of ranks.
std::vector<MessageTime> message_times(MPI_Comm all);

// The time in seconds of one MPI_Allreduce of one double, as rank 0 sees it: the median of 21 series of calls, one
// after the other. All ranks call this together.
double allreduce_seconds(MPI_Comm all);

}  // namespace reductions::distributed
