// The arrays on which submissions are judged.
#include "grader/shared_arrays.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include "catch.hpp"

using namespace reductions;

namespace {

constexpr std::size_t capacity = 4096;
constexpr Chunk all{0, capacity};

std::vector<std::uint64_t> words(const SharedArrays& arrays) {
    std::vector<std::uint64_t> result;
    for (const std::int64_t x : arrays.a<std::int64_t>(all)) result.push_back(static_cast<std::uint64_t>(x));
    for (const std::int64_t x : arrays.b<std::int64_t>(all)) result.push_back(static_cast<std::uint64_t>(x));
    return result;
}

}  // namespace

TEST_CASE("the arrays contain numbers of their kind", "[grader]") {
    SharedArrays integers{Content::int64, capacity, 1};
    CHECK(words(integers) == std::vector<std::uint64_t>(2 * capacity));
    integers.fill();
    const auto a = integers.a<std::int64_t>(all);
    CHECK(std::all_of(a.begin(), a.end(), [](std::int64_t x) { return x >= -1'000'000 && x <= 1'000'000; }));
    // Most are small, and some are large.
    CHECK(*std::min_element(a.begin(), a.end()) < -900'000);
    CHECK(*std::max_element(a.begin(), a.end()) > 900'000);
    const auto small = std::count_if(a.begin(), a.end(), [](std::int64_t x) { return x >= -1000 && x <= 1000; });
    CHECK(small * 10 > static_cast<std::ptrdiff_t>(a.size()) * 9);

    SharedArrays whole{Content::whole_doubles, capacity, 1};
    whole.fill();
    const auto b = whole.b<double>(all);
    CHECK(std::all_of(b.begin(), b.end(), [](double x) { return x == std::trunc(x) && std::abs(x) <= 30'000; }));
    CHECK(std::any_of(b.begin(), b.end(), [](double x) { return x < -20'000; }));

    SharedArrays doubles{Content::doubles, capacity, 1};
    doubles.fill();
    const auto c = doubles.a<double>(all);
    CHECK(std::all_of(c.begin(), c.end(),
                      [](double x) { return std::abs(x) <= 1 && x * 0x1p52 == std::trunc(x * 0x1p52); }));
    CHECK(std::any_of(c.begin(), c.end(), [](double x) { return x < -0.9; }));
    CHECK(std::any_of(c.begin(), c.end(), [](double x) { return x > 0.9; }));
}

TEST_CASE("one difference of 32-bit numbers needs more than 32 bits, and its square fits into a sum", "[grader]") {
    SharedArrays arrays{Content::int64, capacity, 1};
    constexpr Chunk chunk{100, 50};
    arrays.make_one_wide(chunk);
    const auto a = arrays.a<std::int64_t>(chunk);
    const auto b = arrays.b<std::int64_t>(chunk);
    std::size_t wide = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (a[i] == b[i]) continue;
        ++wide;
        CHECK(std::in_range<std::int32_t>(a[i]));
        CHECK(std::in_range<std::int32_t>(b[i]));
        CHECK_FALSE(std::in_range<std::int32_t>(a[i] - b[i]));
        CHECK(std::pow(static_cast<double>(a[i] - b[i]), 2) < 0.9 * 0x1p63);
    }
    CHECK(wide == 1);

    SharedArrays doubles{Content::doubles, capacity, 1};
    doubles.make_one_wide(chunk);
    CHECK(words(doubles) == std::vector<std::uint64_t>(2 * capacity));
}

TEST_CASE("an element of fractions can get a difference", "[grader]") {
    SharedArrays doubles{Content::doubles, capacity, 1};
    doubles.fill();
    const auto before = words(doubles);
    doubles.set_difference(3, 0x1p26);
    const auto after = words(doubles);
    CHECK(doubles.a<double>(all)[3] - doubles.b<double>(all)[3] == 0x1p26);
    for (std::size_t i = 0; i < before.size(); ++i) CHECK((before[i] == after[i]) == (i != 3 && i != capacity + 3));

    SharedArrays integers{Content::int64, capacity, 1};
    integers.set_difference(3, 0x1p26);
    CHECK(words(integers) == std::vector<std::uint64_t>(2 * capacity));
}

TEST_CASE("the content depends on the seed", "[grader]") {
    SharedArrays one{Content::int64, capacity, 1};
    SharedArrays again{Content::int64, capacity, 1};
    SharedArrays other{Content::int64, capacity, 2};
    for (SharedArrays* arrays : {&one, &again, &other}) {
        arrays->fill();
        arrays->change({5, 100}, 3);
    }
    CHECK(words(one) == words(again));
    CHECK(words(one) != words(other));
}

TEST_CASE("a change changes each slice, and nothing outside the chunk", "[grader]") {
    SharedArrays arrays{Content::int64, capacity, 1};
    arrays.fill();
    std::size_t unchanged = 0;
    std::size_t outside = 0;
    // A few elements, so that the same one is often changed twice.
    for (int round = 0; round < 20'000; ++round) {
        const std::size_t threads = 1 + static_cast<std::size_t>(round) % 8;
        const Chunk chunk{10, 1 + static_cast<std::size_t>(round) % 11};
        const Chunk seen{8, 16};
        const auto a = arrays.a<std::int64_t>(seen);
        const auto b = arrays.b<std::int64_t>(seen);
        const std::vector<std::int64_t> a_before{a.begin(), a.end()};
        const std::vector<std::int64_t> b_before{b.begin(), b.end()};
        arrays.change(chunk, threads);
        const auto differs = [&](std::size_t i) { return a[i - 8] != a_before[i - 8] || b[i - 8] != b_before[i - 8]; };
        const Chunks slices{chunk.length, threads};
        for (std::size_t thread = 0; thread < threads; ++thread) {
            const auto [begin, size] = slices[thread];
            bool changed = size == 0;
            for (std::size_t i = begin; i < begin + size; ++i) changed = changed || differs(chunk.begin + i);
            unchanged += changed ? 0 : 1;
        }
        for (std::size_t i = 8; i < 24; ++i) {
            if ((i < chunk.begin || i >= chunk.begin + chunk.length) && differs(i)) ++outside;
        }
    }
    CHECK(unchanged == 0);
    CHECK(outside == 0);
    const auto before = words(arrays);
    arrays.change({7, 0}, 4);
    CHECK(words(arrays) == before);
}

TEST_CASE("nobody else can write to the arrays", "[grader]") {
    SharedArrays arrays{Content::int64, capacity, 1};
    arrays.fill();
    constexpr std::size_t bytes = 2 * capacity * 8;
    CHECK(::mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_SHARED, arrays.descriptor(), 0) == MAP_FAILED);
    CHECK(::write(arrays.descriptor(), "x", 1) == -1);
    CHECK(::ftruncate(arrays.descriptor(), 0) == -1);

    void* const place = ::mmap(nullptr, bytes, PROT_READ, MAP_SHARED, arrays.descriptor(), 0);
    REQUIRE(place != MAP_FAILED);
    CHECK(::mprotect(place, bytes, PROT_READ | PROT_WRITE) == -1);
    const auto* const seen = static_cast<const std::uint64_t*>(place);
    CHECK(std::vector<std::uint64_t>(seen, seen + 2 * capacity) == words(arrays));
    arrays.fill();
    CHECK(std::vector<std::uint64_t>(seen, seen + 2 * capacity) == words(arrays));
    ::munmap(place, bytes);

    // Its owner can open it again for writing, and the seal holds nevertheless.
    const std::string path = "/proc/self/fd/" + std::to_string(arrays.descriptor());
    const Descriptor again{::open(path.c_str(), O_RDWR | O_CLOEXEC)};
    if (again.number() >= 0) {
        CHECK(::mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_SHARED, again.number(), 0) == MAP_FAILED);
        CHECK(::pwrite(again.number(), "x", 1, 0) == -1);
        CHECK(::ftruncate(again.number(), 0) == -1);
    }
}

TEST_CASE("the last elements end where the arrays end", "[grader]") {
    const SharedArrays arrays{Content::int64, capacity, 1};
    for (const std::size_t size : {std::size_t{0}, std::size_t{1}, capacity}) {
        const Chunk chunk = arrays.last(size);
        CHECK(chunk.length == size);
        CHECK(chunk.begin + chunk.length == capacity);
    }
    CHECK(arrays.a<double>(arrays.last(1)).data() + 1 == arrays.b<double>(all).data());
}
