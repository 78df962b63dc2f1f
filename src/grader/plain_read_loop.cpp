// Reads both arrays, in the form of a submission: the grader measures it beside submissions, to say how far they are
// from what this machine's memory delivers. Combining with exclusive or keeps the compiler from removing the reads.
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>

namespace {

// Waking a team takes longer than reading fewer elements than these.
constexpr std::size_t enough_for_a_team = 32'768;

template <typename T>
std::uint64_t combination(std::span<const T> a, std::span<const T> b) {
    std::uint64_t bits = 0;
    const auto read = [&](std::size_t i) {
        return std::bit_cast<std::uint64_t>(a[i]) ^ std::bit_cast<std::uint64_t>(b[i]);
    };
    if (a.size() < enough_for_a_team) {
        for (std::size_t i = 0; i < a.size(); ++i) bits ^= read(i);
        return bits;
    }
    // In blocks, because equal shares take longer if one core is busy.
#pragma omp parallel for simd schedule(dynamic, 16'384) reduction(^ : bits)
    for (std::size_t i = 0; i < a.size(); ++i) bits ^= read(i);
    return bits;
}

}  // namespace

std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    return static_cast<std::int64_t>(combination(a, b));
}

double sum_of_squared_differences(std::span<const double> a, std::span<const double> b) {
    return std::bit_cast<double>(combination(a, b));
}
