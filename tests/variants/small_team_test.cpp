// A team may be smaller than was asked for (OpenMP 5.2, section 10.1.1). No element may be dropped then.
//
// CTest runs this file a second and third time, with OMP_THREAD_LIMIT and with OMP_DYNAMIC in the environment.
#include <omp.h>

#include <cstdint>
#include <numeric>
#include <vector>

#include "catch.hpp"
#include "variants/right_variants.hpp"

using namespace reductions;
using namespace reductions::testing;

namespace {

// One million elements whose sum shows how many are missing: a[i] - b[i] is 1.
void check_that_none_is_dropped() {
    std::vector<std::int64_t> a(1'000'000);
    std::vector<std::int64_t> b(a.size());
    std::iota(a.begin(), a.end(), 1);
    std::iota(b.begin(), b.end(), 0);
    for (const Variant* variant : right_variants()) {
        INFO(variant->name);
        CHECK((*variant)(View<std::int64_t>{a}, View<std::int64_t>{b}) == 1'000'000);
    }
}

}  // namespace

TEST_CASE("with more threads requested than there are cores, no element is dropped", "[variants][team]") {
    const ThreadCount asked{16};
    check_that_none_is_dropped();
}

TEST_CASE("with one thread instead of the requested eight, no element is dropped", "[variants][team]") {
    const ThreadCount asked{8};
    const int levels = omp_get_max_active_levels();
    omp_set_max_active_levels(0);  // every parallel region is run by one thread
    check_that_none_is_dropped();
    omp_set_max_active_levels(levels);
}

TEST_CASE("if OpenMP chooses the size of the team, no element is dropped", "[variants][team]") {
    const ThreadCount asked{16};
    const int dynamic = omp_get_dynamic();
    omp_set_dynamic(1);
    check_that_none_is_dropped();
    omp_set_dynamic(dynamic);
}
