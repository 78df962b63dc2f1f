// Loops that read and do as little as possible.
#include "measure/read_limit.hpp"

#include <omp.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <cstring>
#include <functional>
#include <map>
#include <numeric>
#include <string>

#include "blocks/chunks.hpp"
#include "contract/threads.hpp"
#include "measure/statistics.hpp"

namespace reductions {
namespace {

constexpr std::size_t line = 64;                             // bytes of a line of the cache
constexpr std::size_t largest_alone = std::size_t{1} << 20;  // bytes of one array
using Seconds = std::chrono::duration<double>;
constexpr Seconds longest{0.3};  // of a trial

// What no register is filled with: the rest of an array.
std::uint64_t exclusive_or_of_words(Bytes bytes) {
    std::uint64_t bits = 0;
    for (std::size_t i = 0; i + sizeof bits <= bytes.size(); i += sizeof bits) {
        std::uint64_t word = 0;
        std::memcpy(&word, bytes.data() + i, sizeof word);
        bits ^= word;
    }
    return bits;
}

// A vector of `width` bytes, as g++ and clang++ have them; it may lie at any address.
template <std::size_t width>
struct Register {
    using Type [[gnu::vector_size(width)]] = std::uint64_t;
    using Anywhere [[gnu::vector_size(width), gnu::aligned(1), gnu::may_alias]] = std::uint64_t;
};

// Reads in `streams` streams that begin at equal distances, four registers at a time of each, and prefetches `ahead`
// bytes ahead, if not 0.
template <std::size_t width, std::size_t streams, std::size_t ahead>
std::uint64_t read_streams(Bytes bytes) {
    constexpr std::size_t step = 4 * width;
    const std::size_t length = bytes.size() / streams / step * step;
    std::array<typename Register<width>::Type, 4> bits{};
    for (std::size_t i = 0; i < length; i += step) {
        for (std::size_t stream = 0; stream < streams; ++stream) {
            const std::byte* const from = bytes.data() + stream * length + i;
            if (ahead > 0 && i + ahead + step <= length) {
                for (std::size_t j = 0; j < step; j += line) __builtin_prefetch(from + ahead + j);
            }
            for (std::size_t j = 0; j < 4; ++j) {
                bits[j] ^= *reinterpret_cast<const typename Register<width>::Anywhere*>(from + j * width);
            }
        }
    }
    const auto all = bits[0] ^ bits[1] ^ bits[2] ^ bits[3];
    std::uint64_t result = exclusive_or_of_words(bytes.subspan(streams * length));
    for (std::size_t i = 0; i < width / sizeof result; ++i) result ^= all[i];
    return result;
}

// One array after the other.
template <std::size_t width, std::size_t streams, std::size_t ahead>
std::uint64_t read_in_turn(Bytes a, Bytes b) {
    return read_streams<width, streams, ahead>(a) ^ read_streams<width, streams, ahead>(b);
}

// Both arrays side by side, as a sum over pairs has to read them, each in `streams` streams, `registers` registers of
// each at a time.
template <std::size_t width, std::size_t registers, std::size_t ahead, std::size_t streams>
std::uint64_t read_side_by_side(Bytes a, Bytes b) {
    constexpr std::size_t step = registers * width;
    const std::size_t length = a.size() / streams / step * step;
    std::array<typename Register<width>::Type, registers> bits{};
    for (std::size_t i = 0; i < length; i += step) {
        for (std::size_t stream = 0; stream < streams; ++stream) {
            const std::byte* const from_a = a.data() + stream * length + i;
            const std::byte* const from_b = b.data() + stream * length + i;
            if (ahead > 0 && i + ahead + step <= length) {
                for (std::size_t j = 0; j < step; j += line) {
                    __builtin_prefetch(from_a + ahead + j);
                    __builtin_prefetch(from_b + ahead + j);
                }
            }
            for (std::size_t j = 0; j < registers; ++j) {
                bits[j] ^= *reinterpret_cast<const typename Register<width>::Anywhere*>(from_a + j * width) ^
                           *reinterpret_cast<const typename Register<width>::Anywhere*>(from_b + j * width);
            }
        }
    }
    auto all = bits[0];
    for (std::size_t j = 1; j < registers; ++j) all ^= bits[j];
    const std::size_t read = streams * length;
    std::uint64_t result = exclusive_or_of_words(a.subspan(read)) ^ exclusive_or_of_words(b.subspan(read));
    for (std::size_t i = 0; i < width / sizeof result; ++i) result ^= all[i];
    return result;
}

std::string words(std::size_t width, const std::string& order, std::size_t streams, std::size_t ahead) {
    const std::string in_streams = streams == 1 ? "" : " in " + std::to_string(streams) + " streams";
    const std::string prefetching = ahead == 0 ? "" : ", prefetching " + std::to_string(ahead) + " bytes ahead";
    return order + in_streams + ", " + std::to_string(width) + " bytes wide" + prefetching;
}

template <std::size_t width, std::size_t streams, std::size_t ahead>
ReadLoop in_turn() {
    const std::string name = words(width, "one array after the other", streams, ahead);
    return {name, true, ahead > 0, read_in_turn<width, streams, ahead>};
}

template <std::size_t width, std::size_t registers, std::size_t ahead, std::size_t streams = 1>
ReadLoop side_by_side() {
    const std::string name = words(width, "both arrays side by side", streams, ahead);
    return {name, true, ahead > 0, read_side_by_side<width, registers, ahead, streams>};
}

// The time of one call, of as many as take `at_least`.
Seconds time_of(const ReadLoop& loop, Bytes a, Bytes b) {
    constexpr Seconds at_least{20e-6};
    [[maybe_unused]] volatile std::uint64_t bits = 0;  // a result that has to be there
    const auto start = std::chrono::steady_clock::now();
    for (double calls = 1;; ++calls) {
        bits = loop(a, b);
        const Seconds time = std::chrono::steady_clock::now() - start;
        if (time >= at_least) return time / calls;
    }
}

}  // namespace

// All of them by a team; for arrays so small that waking a team may not pay, each also by one thread alone.
std::vector<ReadLoop> read_loops(std::size_t bytes) {
    std::vector<ReadLoop> loops = {
        side_by_side<16, 4, 0>(),    side_by_side<32, 2, 0>(),    side_by_side<32, 4, 2048>(),
        side_by_side<64, 1, 0>(),    side_by_side<64, 2, 0, 4>(), side_by_side<64, 4, 1024>(),
        side_by_side<64, 4, 2048>(), side_by_side<64, 4, 8192>(), side_by_side<64, 4, 16384>(),
        in_turn<16, 1, 0>(),         in_turn<16, 4, 0>(),         in_turn<32, 1, 0>(),
        in_turn<32, 4, 0>(),         in_turn<64, 1, 0>(),         in_turn<64, 4, 0>(),
        in_turn<64, 8, 0>(),         in_turn<64, 1, 2048>(),      in_turn<64, 1, 8192>(),
    };
    if (thread_count() > 1 && bytes <= largest_alone) {
        const std::size_t count = loops.size();
        for (std::size_t i = 0; i < count; ++i)
            loops.push_back({loops[i].name, false, loops[i].prefetches, loops[i].read});
    }
    return loops;
}

std::uint64_t ReadLoop::operator()(Bytes a, Bytes b) const {
    if (!by_a_team) return read(a, b);
    // Each thread stores what it has read: small arrays are read sooner than a reduction clause combines. The memory
    // for it is kept from call to call.
    static thread_local std::vector<std::uint64_t> kept;
    kept.resize(thread_count());
    const std::span<std::uint64_t> bits_of_thread{kept};
    std::size_t threads = 0;  // that there are, which may be fewer
#pragma omp parallel
    {
        const Chunks shares{a.size() / line, static_cast<std::size_t>(omp_get_num_threads())};
        const auto thread = static_cast<std::size_t>(omp_get_thread_num());
        if (thread == 0) threads = shares.count();
        const std::size_t begin = shares[thread].begin * line;
        const bool last = thread + 1 == shares.count();
        const std::size_t length = last ? a.size() - begin : shares[thread].length * line;
        bits_of_thread[thread] = read(a.subspan(begin, length), b.subspan(begin, length));
    }
    const auto bits = bits_of_thread.first(threads);
    return std::accumulate(bits.begin(), bits.end(), std::uint64_t{0}, std::bit_xor{});
}

std::vector<ReadLoop> fastest_read_loops(Bytes a, Bytes b) {
    const std::vector<ReadLoop> loops = read_loops(a.size());
    std::vector<std::vector<double>> seconds(loops.size());  // a value a round
    const auto start = std::chrono::steady_clock::now();
    // All loops in turn, so that a change of the machine's speed meets all alike; large arrays get fewer rounds.
    for (std::size_t round = 0; round < 15 && (round < 3 || std::chrono::steady_clock::now() - start < longest);
         ++round) {
        for (std::size_t i = 0; i < loops.size(); ++i) seconds[i].push_back(time_of(loops[i], a, b).count());
    }
    std::multimap<double, ReadLoop> tried;  // by their times, as multiples of the first one's
    for (std::size_t i = 0; i < loops.size(); ++i) tried.emplace(median_ratio(seconds[i], seconds[0]), loops[i]);
    std::vector<ReadLoop> fastest;
    const auto take_first = [&](const auto& wanted) {
        const auto found =
            std::find_if(tried.begin(), tried.end(), [&](const auto& loop) { return wanted(loop.second); });
        if (found == tried.end()) return;
        fastest.push_back(found->second);
        tried.erase(found);
    };
    const auto any = [](const ReadLoop&) { return true; };
    take_first(any);
    // Which kind leads changes from one moment to the next.
    const ReadLoop best = fastest.front();
    take_first(
        [&](const ReadLoop& loop) { return loop.by_a_team == best.by_a_team && loop.prefetches != best.prefetches; });
    take_first([&](const ReadLoop& loop) { return loop.by_a_team != best.by_a_team; });
    while (fastest.size() < 5) take_first(any);
    return fastest;
}

}  // namespace reductions
