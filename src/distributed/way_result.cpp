// What the root finds out about a way: answers, times and memory.
#include "distributed/way_result.hpp"

#include <algorithm>
#include <limits>

#include "distributed/time_in_mpi.hpp"
#include "judge/control_arrays.hpp"
#include "judge/reference.hpp"
#include "measure/heap.hpp"
#include "measure/read_loops.hpp"
#include "measure/statistics.hpp"
#include "measure/stopwatch.hpp"

namespace reductions::distributed {
namespace {

// Control arrays of this length at most. It is a prime, so hardly any number of ranks divides it.
constexpr std::size_t longest_control = 999'983;
constexpr std::size_t runs_on_each_control = 5;

double most_of(double value, const Ranks& ranks) {
    MPI_Allreduce(MPI_IN_PLACE, &value, 1, MPI_DOUBLE, MPI_MAX, ranks.all);
    return value;
}

// The answers of all ranks, on the root.
template <Element T>
std::vector<Sum<T>> answers_of(Sum<T> own, const Way& way, const Ranks& ranks) {
    if (way.answer_on == AnswerOn::the_root) return {own};
    std::vector<Sum<T>> answers(static_cast<std::size_t>(ranks.count()));
    MPI_Gather(&own, 1, datatype<Sum<T>>(), answers.data(), 1, datatype<Sum<T>>(), root, ranks.all);
    return answers;
}

// The answer that stands for all of them: a wrong one if there is one.
template <Element T>
Sum<T> worst_of(const std::vector<Sum<T>>& answers, const auto& judge) {
    const auto wrong = std::ranges::find_if(answers, [&](Sum<T> x) { return judge.verdict(x) == Verdict::wrong; });
    return wrong == answers.end() ? answers.front() : *wrong;
}

// The root's array, cut into the parts of the ranks.
template <Element T>
std::vector<T> scattered(View<T> whole, const Ranks& ranks, int size, std::vector<int> sizes) {
    std::vector<T> part(static_cast<std::size_t>(size));
    std::vector<int> places(sizes.size());
    for (std::size_t r = 1; r < sizes.size(); ++r) places[r] = places[r - 1] + sizes[r - 1];
    MPI_Scatterv(whole.data(), sizes.data(), places.data(), datatype<T>(), part.data(), size, datatype<T>(), root,
                 ranks.all);
    return part;
}

template <Element T>
Arrays<T> placed(const Way& way, const Arrays<T>& part, const Ranks& ranks) {
    const auto placement = way.placement.of<T>();
    return placement == nullptr ? part : placement(part.a, part.b, ranks);
}

// Shares the control arrays as the given ones are shared.
template <Element T>
void judge_on_control_arrays(const Way& way, const Ranks& given, Judgement& judgement) {
    Ranks ranks = given;
    ranks.whole = std::min(given.whole, longest_control);
    const auto place = [&](std::size_t i) {  // i / given.whole of the control arrays
        return given.whole == 0 ? 0
                                : static_cast<std::size_t>(static_cast<double>(i) / static_cast<double>(given.whole) *
                                                           static_cast<double>(ranks.whole));
    };
    ranks.begin = place(given.begin);
    ranks.part = place(given.begin + given.part) - ranks.begin;
    const auto size = static_cast<int>(ranks.part);
    std::vector<int> sizes(static_cast<std::size_t>(ranks.count()));
    MPI_Gather(&size, 1, MPI_INT, sizes.data(), 1, MPI_INT, root, ranks.all);

    ControlArrays<T> control{ranks.rank() == root ? ranks.whole : 0};
    std::uint64_t count = control.count();
    MPI_Bcast(&count, 1, MPI_UINT64_T, root, ranks.all);
    for (std::size_t k = 0; k < count; ++k) {
        if (ranks.rank() == root && k > 0) control.fill(k);
        const std::vector<T> a = scattered(control.arrays().a, ranks, size, sizes);
        const std::vector<T> b = scattered(control.arrays().b, ranks, size, sizes);
        const Arrays<T> arrays = placed(way, Arrays<T>{a, b, nullptr}, ranks);
        for (std::size_t run = 0; run < runs_on_each_control; ++run) {
            const Sum<T> own = way.computation.of<T>()(arrays.a, arrays.b, ranks);
            const auto answers = answers_of<T>(own, way, ranks);
            if (ranks.rank() == root) judgement.count(worst_of<T>(answers, control), control);
        }
    }
}

// The time of the fastest loop that reads all parts, in each rank the same loop at the same time.
template <Element T>
double fastest_read(const Arrays<T>& part, const Ranks& ranks) {
    const auto bytes = static_cast<std::size_t>(most_of(static_cast<double>(part.a.size_bytes()), ranks));
    double fastest = std::numeric_limits<double>::infinity();
    for (const ReadLoop& loop : read_loops(bytes)) {
        for (int run = 0; run < 3; ++run) {
            MPI_Barrier(ranks.all);
            const Stopwatch stopwatch;
            loop(std::as_bytes(part.a), std::as_bytes(part.b));
            fastest = std::min(fastest, most_of(stopwatch.seconds(), ranks));
        }
    }
    return fastest;
}

}  // namespace

template <Element T>
WayResult result_of(const Way& way, const Arrays<T>& part, const Ranks& ranks, const Arrays<T>& whole,
                    std::size_t repetitions) {
    const bool is_root = ranks.rank() == root;
    WayResult result;
    result.largest_part = static_cast<std::size_t>(most_of(static_cast<double>(ranks.part), ranks));
    result.smallest_part = static_cast<std::size_t>(-most_of(-static_cast<double>(ranks.part), ranks));
    const Reference<T> expected = is_root ? reference(whole.a, whole.b) : Reference<T>{};
    result.expected = expected.expected;

    judge_on_control_arrays<T>(way, ranks, result.judgement);
    const Arrays<T> arrays = placed(way, part, ranks);
    const auto run_once = [&] { return way.computation.of<T>()(arrays.a, arrays.b, ranks); };
    std::vector<double> seconds, sum_seconds;
    for (std::size_t run = 0; run < repetitions; ++run) {
        MPI_Barrier(ranks.all);
        const double before = seconds_in_mpi();
        const Stopwatch stopwatch;
        const Sum<T> own = run_once();
        const double own_seconds = stopwatch.seconds();
        const double in_mpi = seconds_in_mpi() - before;
        const auto answers = answers_of<T>(own, way, ranks);
        seconds.push_back(most_of(own_seconds, ranks));
        sum_seconds.push_back(most_of(std::max(own_seconds - in_mpi, 0.0), ranks));
        if (!is_root) continue;
        result.judgement.count(worst_of<T>(answers, expected), expected);
        if (run == 0) result.first_answers.assign(answers.begin(), answers.end());
    }
    result.seconds = median(seconds);
    result.sum_seconds = median(sum_seconds);
    const bool can_be_measured = peak_heap([] {}).has_value();
    if (most_of(can_be_measured ? 0 : 1, ranks) == 0) {  // on all ranks
        const auto heap = static_cast<double>(peak_heap([&] { run_once(); }).value_or(0));
        result.peak_heap = static_cast<std::size_t>(most_of(heap, ranks));
    }
    result.read_seconds = fastest_read(part, ranks);
    return result;
}

template WayResult result_of(const Way&, const Arrays<std::int64_t>&, const Ranks&, const Arrays<std::int64_t>&,
                             std::size_t);
template WayResult result_of(const Way&, const Arrays<std::int32_t>&, const Ranks&, const Arrays<std::int32_t>&,
                             std::size_t);
template WayResult result_of(const Way&, const Arrays<double>&, const Ranks&, const Arrays<double>&, std::size_t);
template WayResult result_of(const Way&, const Arrays<float>&, const Ranks&, const Arrays<float>&, std::size_t);

}  // namespace reductions::distributed
