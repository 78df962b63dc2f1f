// Prints how long messages take between two ranks of MPI, and a reduction between all.
//
//     mpiexec.openmpi -n 2 build/release-openmpi/distributed/ping_pong
#include <mpi.h>

#include <iostream>
#include <nlohmann/json.hpp>

#include "distributed/message_times.hpp"
#include "programs/command_line.hpp"
#include "report/format.hpp"

using namespace reductions;

namespace {

void print_json(const std::vector<distributed::MessageTime>& times, int ranks, double allreduce) {
    nlohmann::ordered_json messages = nlohmann::ordered_json::array();
    for (const auto& [bytes, seconds] : times) messages.push_back({{"bytes", bytes}, {"seconds", seconds}});
    std::cout << nlohmann::ordered_json{{"ranks", ranks}, {"allreduce_seconds", allreduce}, {"messages", messages}}
              << '\n';
}

void print(const std::vector<distributed::MessageTime>& times, int ranks, double allreduce) {
    if (!times.empty()) std::cout << "from rank to rank, half of a round trip:\n";
    for (const auto& [bytes, seconds] : times) {
        std::cout << format_fact(format_count(bytes) + " bytes", format_seconds(seconds), 17);
    }
    std::cout << "MPI_Allreduce of one double, " << ranks << " ranks: " << format_seconds(allreduce) << '\n';
}

}  // namespace

int main(int count, char** arguments) {
    bool as_json = false;
    const Program program{.name = "ping_pong",
                          .description = "How long messages and a reduction take between the ranks of MPI",
                          .arguments = {flag_argument("--json", "Print the times as JSON", as_json)},
                          .body = nullptr};
    const auto ending = parse(program, count, arguments);  // the same on all ranks
    MPI_Init(nullptr, nullptr);
    int rank = 0, ranks = 0;
    MPI_Comm_rank(MPI_COMM_WORLD, &rank);
    MPI_Comm_size(MPI_COMM_WORLD, &ranks);
    int status = ending ? ending->status : 0;
    if (ending) {
        if (rank == 0) status = print_ending(program.name, *ending);
    } else {
        const auto times = distributed::message_times(MPI_COMM_WORLD);
        const double allreduce = distributed::allreduce_seconds(MPI_COMM_WORLD);
        if (rank == 0) (as_json ? print_json : print)(times, ranks, allreduce);
    }
    MPI_Finalize();
    return status;
}
