// Every read loop reads every word of both arrays once, so the read speed is real.
#include "measure/plain_read.hpp"

#include <cstdint>
#include <random>
#include <set>
#include <utility>
#include <vector>

#include "catch.hpp"
#include "variants/right_variants.hpp"

using namespace reductions;
using namespace reductions::testing;

namespace {

std::vector<std::uint64_t> random_words(std::size_t count, std::uint64_t seed) {
    std::mt19937_64 generator{seed};
    std::vector<std::uint64_t> words(count);
    for (std::uint64_t& word : words) word = generator();
    return words;
}

std::uint64_t exclusive_or(const std::vector<std::uint64_t>& words, std::size_t count) {
    std::uint64_t bits = 0;
    for (std::size_t i = 0; i < count; ++i) bits ^= words[i];
    return bits;
}

}  // namespace

TEST_CASE("every read loop reads every word of both arrays", "[read speed]") {
    const auto a = random_words(140'001, 1);
    const auto b = random_words(140'001, 2);
    const ThreadCount asked{GENERATE(as<std::size_t>{}, 1, 2, 3, 7)};
    for (const std::size_t count :
         std::initializer_list<std::size_t>{0, 1, 7, 8, 31, 64, 100, 1000, 4097, 10'001, 140'001}) {
        const Bytes bytes_a = std::as_bytes(std::span{a}).first(count * 8);
        const Bytes bytes_b = std::as_bytes(std::span{b}).first(count * 8);
        for (const ReadLoop& loop : read_loops(bytes_a.size())) {
            INFO(loop.name << (loop.sharing == Sharing::none ? ", alone, " : ", by a team, ") << count << " words");
            CHECK(loop(bytes_a, bytes_b) == (exclusive_or(a, count) ^ exclusive_or(b, count)));
        }
    }
}

TEST_CASE("the fastest read loops are five different loops, and every kind is among them", "[read speed]") {
    const std::size_t count = GENERATE(as<std::size_t>{}, 10'000, 200'000);  // smaller than a team needs, and larger
    const auto words = random_words(count, 3);
    const Bytes bytes = std::as_bytes(std::span{words});
    const ThreadCount asked{2};
    const std::vector<ReadLoop> loops = fastest_read_loops(bytes, bytes);
    REQUIRE(loops.size() == 5);
    std::set<std::pair<std::string, Sharing>> different;
    std::set<bool> prefetches;
    std::set<Sharing> sharings;
    for (const ReadLoop& loop : loops) {
        different.insert({loop.name, loop.sharing});
        prefetches.insert(loop.prefetches);
        sharings.insert(loop.sharing);
    }
    CHECK(different.size() == 5);
    CHECK(prefetches.size() == 2);
    CHECK(sharings == std::set{Sharing::equal_shares, count == 10'000 ? Sharing::none : Sharing::blocks});
}
