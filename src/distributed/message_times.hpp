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

// Ping-pong between ranks 0 and 1: messages of 8 bytes to 4 MiB. Each time is the median of 21 series. All ranks call
// this together; only ranks 0 and 1 do something, and only rank 0 gets the times. There are none with one rank.
std::vector<MessageTime> message_times(MPI_Comm all);

// The time in seconds of one MPI_Allreduce of one double, as rank 0 sees it: the median of 21 series of calls, one
// after the other. All ranks call this together.
double allreduce_seconds(MPI_Comm all);

}  // namespace reductions::distributed
