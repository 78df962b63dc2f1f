// How long this rank spends in MPI: in communication, and in waiting for other ranks.
#pragma once

namespace reductions::distributed {

// The time in seconds that this process has spent so far in the calls of MPI that the ways make. MPI's profiling
// interface (MPI 4.0, section 15.2) allows a program to replace any function of MPI by its own, which calls the
// original under the name PMPI_... So no way has to stop a clock. A
// way that calls another function must add it to time_in_mpi.cpp. The time of several threads is added up.
double seconds_in_mpi();

}  // namespace reductions::distributed
