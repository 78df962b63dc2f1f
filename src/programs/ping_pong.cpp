// Prints how long messages take between two ranks of MPI, and a reduction between all.
//
//     mpiexec -n 2 build/release-openmpi/distributed/ping_pong
//     mpiexec -n 2 build/release-openmpi/distributed/ping_pong --json
#include <mpi.h>

#include <iostream>
#include <string_view>

#include "distributed/message_times.hpp"
#include "report/format.hpp"

using namespace reductions;

namespace {

void print_json(const std::vector<distributed::MessageTime>& times, int ranks, double allreduce) {
    std::cout << "{\"ranks\": " << ranks << ", \"allreduce_seconds\": " << allreduce << ", \"messages\": [";
    for (std::size_t i = 0; i < times.size(); ++i) {
        std::cout << (i == 0 ? "" : ", ") << "{\"bytes\": " << times[i].bytes << ", \"seconds\": " << times[i].seconds
                  << '}';
    }
    std::cout << "]}" << '\n';
}

void print(const std::vector<distributed::MessageTime>& times, int ranks, double allreduce) {
    if (!times.empty()) std::cout << "from rank to rank, half of a round trip:\n";
    for (const auto& [bytes, seconds] : times) {
        std::cout << "  " << format_count(bytes) << " bytes: " << format_seconds(seconds) << '\n';
    }
    std::cout << "MPI_Allreduce of one double, " << ranks << " ranks: " << format_seconds(allreduce) << '\n';
}

}  // namespace

int main(int count, char** arguments) {
    const bool as_json = count == 2 && arguments[1] == std::string_view{"--json"};
    MPI_Init(&count, &arguments);
    int rank = 0, ranks = 0;
    MPI_Comm_rank(MPI_COMM_WORLD, &rank);
    MPI_Comm_size(MPI_COMM_WORLD, &ranks);
    int status = 0;
    if (count > 1 && !as_json) {
        if (rank == 0) std::cerr << "ping_pong: '" << arguments[1] << "' is not --json\n";
        status = 2;
    } else {
        const auto times = distributed::message_times(MPI_COMM_WORLD);
        const double allreduce = distributed::allreduce_seconds(MPI_COMM_WORLD);
        if (rank == 0) (as_json ? print_json : print)(times, ranks, allreduce);
    }
    MPI_Finalize();
    return status;
}
