// Of several ways the quickest is found out, for each size and number of threads.
#include "ssd/quickest.hpp"

#include <thread>

#include "catch.hpp"

using namespace ssd;
using namespace std::chrono_literals;

namespace {

// Which ways are taken in `calls` calls, where only `quick` does not sleep.
std::array<int, 3> ways_taken(Quickest<3>& quickest, std::size_t size, std::size_t threads, std::size_t quick,
                              int calls) {
    std::array<int, 3> taken{};
    for (int i = 0; i < calls; ++i) {
        quickest(size, threads, [&](std::size_t way) {
            ++taken.at(way);
            if (way != quick) std::this_thread::sleep_for(300us);
        });
    }
    return taken;
}

}  // namespace

TEST_CASE("after a trial of all ways the quickest is taken", "[quickest]") {
    Quickest<3> quickest;
    const std::size_t quick = GENERATE(as<std::size_t>{}, 0, 1, 2);
    for (const int tried : ways_taken(quickest, 1000, 2, quick, 96)) CHECK(tried == 32);
    CHECK(ways_taken(quickest, 1000, 2, quick, 20).at(quick) == 20);
    CHECK(ways_taken(quickest, 1023, 2, quick, 20).at(quick) == 20);  // the same power of two
}

TEST_CASE("another size, and another number of threads, is another trial", "[quickest]") {
    Quickest<3> quickest;
    ways_taken(quickest, 1000, 2, 0, 96);
    CHECK(ways_taken(quickest, 2000, 2, 1, 100).at(1) == 36);
    CHECK(ways_taken(quickest, 1000, 2, 0, 10).at(0) == 10);
    CHECK(ways_taken(quickest, 1000, 3, 2, 100).at(2) == 36);
}

TEST_CASE("a round that is disturbed decides nothing", "[quickest]") {
    Quickest<2> quickest;
    int calls = 0;
    const auto work = [&](std::size_t way) {
        const bool in_the_first_round = calls++ < 8;
        if (way == 0) std::this_thread::sleep_for(in_the_first_round ? 1000us : 100us);
        if (way == 1) std::this_thread::sleep_for(in_the_first_round ? 0us : 500us);
    };
    for (int i = 0; i < 64; ++i) quickest(1000, 2, work);
    std::size_t taken = 0;
    quickest(1000, 2, [&](std::size_t way) { taken = way; });
    CHECK(taken == 0);
}
