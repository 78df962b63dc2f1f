// The smallest whole program: each rank sums its own part, and all ranks get the total. It needs nothing of the suite.
//
//     mpicxx -O2 src/distributed/first_program.cpp -o first_program
//     mpiexec -n 4 ./first_program
//
// mpiexec starts the program once for each rank. MPI ends the program if a call fails, so nobody checks what it
// returns.
#include <mpi.h>

#include <cstdint>
#include <iostream>

int main(int count, char** arguments) {
    MPI_Init(&count, &arguments);
    int rank = 0, ranks = 0;
    MPI_Comm_rank(MPI_COMM_WORLD, &rank);  // this communicator contains all ranks
    MPI_Comm_size(MPI_COMM_WORLD, &ranks);

    constexpr std::int64_t size = 9'999'999;
    const std::int64_t begin = size * rank / ranks, end = size * (rank + 1) / ranks;
    std::int64_t own = 0, total = 0;
    for (std::int64_t i = begin; i < end; ++i) {
        const std::int64_t a = i + 1, b = i + 7;
        own += (a - b) * (a - b);
    }
    // From `own` to `total`: one number of this type, added, on all ranks.
    MPI_Allreduce(&own, &total, 1, MPI_INT64_T, MPI_SUM, MPI_COMM_WORLD);
    if (rank == 0) std::cout << total << '\n';
    MPI_Finalize();
}
