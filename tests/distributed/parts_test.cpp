// Parts of arrays, and the name of the MPI library.
#include <numeric>

#include "catch.hpp"
#include "distributed/shares.hpp"
#include "distributed/way_report.hpp"

namespace reductions::distributed {
namespace {

std::vector<std::size_t> beginnings(std::size_t size, const std::vector<std::size_t>& shares) {
    return beginnings_of_parts(size, shares);
}

TEST_CASE("equal shares differ by one element at most") {
    CHECK(beginnings(10, {1, 1, 1, 1}) == std::vector<std::size_t>{0, 2, 5, 7, 10});
    CHECK(beginnings(2, {1, 1, 1}) == std::vector<std::size_t>{0, 0, 1, 2});
    CHECK(beginnings(0, {1, 1}) == std::vector<std::size_t>{0, 0, 0});
}

TEST_CASE("parts are proportional to the shares") {
    CHECK(beginnings(100, {0, 1, 0, 3}) == std::vector<std::size_t>{0, 0, 25, 25, 100});
}

TEST_CASE("the parts of the longest arrays cover them") {
    const std::vector<std::size_t> shares(10'000, 1'000);
    const std::vector<std::size_t> places = beginnings(1'000'000'000'003, shares);
    CHECK(std::ranges::is_sorted(places));
    CHECK(places.back() == 1'000'000'000'003);
    CHECK(places[5'000] == 500'000'000'001);
}

TEST_CASE("the name of the MPI library is short") {
    CHECK(short_name_of_library("Open MPI v4.1.4, package: Debian OpenMPI, ident: 4.1.4") == "Open MPI 4.1.4");
    CHECK(short_name_of_library("MPICH Version:\t4.0.2\nMPICH Release date:\tThu Apr  7") == "MPICH 4.0.2");
    CHECK(short_name_of_library("MPICH Version:      4.2.1\nMPICH") == "MPICH 4.2.1");
}

}  // namespace
}  // namespace reductions::distributed
