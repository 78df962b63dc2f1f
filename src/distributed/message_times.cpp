// How long messages and reductions take.
#include "distributed/message_times.hpp"

#include <algorithm>

#include "measure/statistics.hpp"
#include "measure/stopwatch.hpp"

namespace reductions::distributed {
namespace {

constexpr int series = 21;
constexpr std::size_t smallest = 8, largest = std::size_t{2} << 20;  // bytes

constexpr double seconds_of_series = 0.01;

// The median time of a call. A first series of two warms up, and tells how many calls the others make.
double median_seconds(MPI_Comm all, const auto& call) {
    int calls = 2;
    std::vector<double> seconds;
    for (int k = 0; k <= series; ++k) {
        MPI_Barrier(all);
        const Stopwatch stopwatch;
        for (int i = 0; i < calls; ++i) call();
        const double of_a_call = stopwatch.seconds() / calls;
        if (k > 0) seconds.push_back(of_a_call);
        if (k > 0) continue;
        calls = static_cast<int>(std::clamp(seconds_of_series / of_a_call, 2.0, 1'000.0));
        MPI_Bcast(&calls, 1, MPI_INT, 0, all);
    }
    return median(std::move(seconds));
}

}  // namespace

std::vector<MessageTime> message_times(MPI_Comm all) {
    int rank = 0, count = 0;
    MPI_Comm_rank(all, &rank);
    MPI_Comm_size(all, &count);
    std::vector<MessageTime> times;
    std::vector<char> message(largest);
    for (std::size_t bytes = smallest; count == 2 && bytes <= largest; bytes *= 8) {
        const auto size = static_cast<int>(bytes);
        const auto send = [&](int to) { MPI_Send(message.data(), size, MPI_CHAR, to, 0, all); };
        const auto receive = [&](int from) {
            MPI_Recv(message.data(), size, MPI_CHAR, from, 0, all, MPI_STATUS_IGNORE);
        };
        const double round_trip = median_seconds(all, [&] {
            if (rank == 0) {
                send(1);
                receive(1);
            } else {
                receive(0);
                send(0);
            }
        });
        if (rank == 0) times.push_back({bytes, round_trip / 2});
    }
    return times;
}

double allreduce_seconds(MPI_Comm all) {
    return median_seconds(all, [&] {
        const double own = 1;
        double total = 0;
        MPI_Allreduce(&own, &total, 1, MPI_DOUBLE, MPI_SUM, all);
    });
}

}  // namespace reductions::distributed
