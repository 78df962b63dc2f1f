// Other programs' work, from the text of /proc/stat.
#include "measure/other_work.hpp"

#include "catch.hpp"

using namespace reductions;

namespace {

const char* const proc_stat =
    "cpu  1000 10 200 5000 30 4 6 90 0 0\n"
    "cpu0 700 10 100 2000 10 1 2 40 0 0\n"
    "cpu1 300 0 100 3000 20 3 4 50 0 0\n"
    "cpu10 7 0 0 0 0 0 0 0 0 0\n"
    "intr 1 2 3\n";

}  // namespace

TEST_CASE("a core is busy unless it is idle or waits for a disk", "[measure]") {
    CHECK(busy_seconds(proc_stat, {0}, 100) == 8.53);
    CHECK(busy_seconds(proc_stat, {0, 1}, 100) == 13.10);
    CHECK(busy_seconds(proc_stat, {10}, 100) == 0.07);
    CHECK(busy_seconds(proc_stat, {7}, 100) == 0);
    CHECK(busy_seconds("", {0}, 100) == 0);
}

TEST_CASE("other work of a fifth of a core or more is reported", "[measure]") {
    CHECK(is_busy(0.2));
    CHECK(!is_busy(0.19));
    CHECK(!is_busy(std::nullopt));
}

TEST_CASE("a very short time gives no figure", "[measure]") { CHECK(!OtherWork{}.cores()); }
