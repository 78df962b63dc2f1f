// Loops that only read, in many ways.
#include "measure/read_loops.hpp"

#include <omp.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <functional>
#include <numeric>

#include "blocks/chunks.hpp"
#include "contract/threads.hpp"

namespace reductions {
namespace {

constexpr std::size_t line = 64;                             // bytes per cache line
constexpr std::size_t largest_alone = std::size_t{1} << 20;  // bytes of one array that one thread alone reads
// Bytes of one array, so many that fetching one takes no time. A quarter of it is not a multiple of a page, or four
// streams would share sets of the L1 cache.
constexpr std::size_t block = std::size_t{4} * (32'768 + 1'024);

// For the end of an array, which does not fill a register.
std::uint64_t exclusive_or_of_words(Bytes bytes) {
    std::uint64_t bits = 0;
    for (std::size_t i = 0; i + sizeof bits <= bytes.size(); i += sizeof bits) {
        std::uint64_t word = 0;
        std::memcpy(&word, bytes.data() + i, sizeof word);
        bits ^= word;
    }
    return bits;
}

// A vector of `width` bytes, as g++ and clang++ provide them. `Anywhere` may have any address.
template <std::size_t width>
struct Register {
    using Type [[gnu::vector_size(width)]] = std::uint64_t;
    using Anywhere [[gnu::vector_size(width), gnu::aligned(1), gnu::may_alias]] = std::uint64_t;
};

// Reads an array in `streams` streams, which start at equal distances. Each step reads four registers of every stream.
// Prefetches `ahead` bytes ahead, unless that is 0.
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

// Both arrays side by side, as a sum over pairs must read them. Each step reads `registers` registers of every stream
// of both arrays.
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
    return {name, Sharing::equal_shares, ahead > 0, read_in_turn<width, streams, ahead>};
}

template <std::size_t width, std::size_t registers, std::size_t ahead, std::size_t streams = 1>
ReadLoop side_by_side() {
    const std::string name = words(width, "both arrays side by side", streams, ahead);
    return {name, Sharing::equal_shares, ahead > 0, read_side_by_side<width, registers, ahead, streams>};
}

// What the calling thread reads as one of a team. All threads of the team must call this.
std::uint64_t read_share(const ReadLoop& loop, Bytes a, Bytes b) {
    const Chunks shares{a.size() / line, static_cast<std::size_t>(omp_get_num_threads())};
    const auto thread = static_cast<std::size_t>(omp_get_thread_num());
    const std::size_t begin = shares[thread].begin * line;
    const bool last = thread + 1 == shares.count();
    const std::size_t length = last ? a.size() - begin : shares[thread].length * line;
    return loop.read(a.subspan(begin, length), b.subspan(begin, length));
}

std::uint64_t read_blocks(const ReadLoop& loop, Bytes a, Bytes b) {
    std::uint64_t bits = 0;
#pragma omp for schedule(dynamic) nowait
    for (std::size_t begin = 0; begin < a.size(); begin += block) {
        const std::size_t length = std::min(block, a.size() - begin);
        bits ^= loop.read(a.subspan(begin, length), b.subspan(begin, length));
    }
    return bits;
}

}  // namespace

std::vector<ReadLoop> read_loops(std::size_t bytes) {
    std::vector<ReadLoop> loops = {
        side_by_side<16, 4, 0>(),    side_by_side<32, 2, 0>(),      side_by_side<32, 4, 2048>(),
        side_by_side<64, 1, 0>(),    side_by_side<64, 2, 0, 4>(),   side_by_side<64, 4, 1024>(),
        side_by_side<32, 2, 0, 4>(), side_by_side<32, 2, 256, 4>(), side_by_side<64, 1, 256, 4>(),
        side_by_side<64, 4, 2048>(), side_by_side<64, 4, 8192>(),   side_by_side<64, 4, 16384>(),
        in_turn<16, 1, 0>(),         in_turn<16, 4, 0>(),           in_turn<32, 1, 0>(),
        in_turn<32, 4, 0>(),         in_turn<64, 1, 0>(),           in_turn<64, 4, 0>(),
        in_turn<64, 8, 0>(),         in_turn<64, 1, 2048>(),        in_turn<64, 1, 8192>(),
    };
    if (thread_count() == 1) return loops;
    const bool small = bytes <= largest_alone;
    const std::size_t count = loops.size();
    for (std::size_t i = 0; i < count; ++i) {
        ReadLoop loop = loops[i];
        loop.sharing = small ? Sharing::none : Sharing::blocks;
        if (!small) loop.name += ", in blocks for free threads";
        loops.push_back(loop);
    }
    return loops;
}

std::uint64_t ReadLoop::operator()(Bytes a, Bytes b) const {
    if (sharing == Sharing::none) return read(a, b);
    // Each thread stores what it has read: for small arrays that is faster than a reduction clause. The memory stays
    // allocated between calls.
    static thread_local std::vector<std::uint64_t> kept;
    kept.resize(thread_count());
    const std::span<std::uint64_t> bits_of_thread{kept};
    std::size_t threads = 0;  // in the team, which may be smaller than requested
#pragma omp parallel
    {
        const auto thread = static_cast<std::size_t>(omp_get_thread_num());
        if (thread == 0) threads = static_cast<std::size_t>(omp_get_num_threads());
        bits_of_thread[thread] = sharing == Sharing::blocks ? read_blocks(*this, a, b) : read_share(*this, a, b);
    }
    const auto bits = bits_of_thread.first(threads);
    return std::accumulate(bits.begin(), bits.end(), std::uint64_t{0}, std::bit_xor{});
}

}  // namespace reductions
