// Messages about settings and limits that change times.
#include "measure/constraints.hpp"

#include <omp.h>

#include <cstdlib>

#include "catch.hpp"
#include "contract/threads.hpp"
#include "measure/machine.hpp"
#include "variants/right_variants.hpp"

using namespace reductions;
using namespace reductions::testing;
using Catch::Matchers::ContainsSubstring;

TEST_CASE("a quota is reported if it is less than the threads can use", "[constraints]") {
    const auto reported = [](std::size_t threads, double quota, std::size_t busy_cores = 0) {
        for (const std::string& constraint : constraints(threads, quota, busy_cores)) {
            if (constraint.find("quota") != std::string::npos) return constraint;
        }
        return std::string{};
    };
    CHECK_THAT(reported(2, 1.5), ContainsSubstring("the time of 1.5 cores") && ContainsSubstring("2 threads"));
    CHECK_THAT(reported(1, 0.5), ContainsSubstring("the time of 0.5 cores") && ContainsSubstring("1 thread has"));
    CHECK(reported(2, 2).empty());
    CHECK(reported(1, 1.5).empty());
    CHECK_THAT(reported(2, 1.5, 1), ContainsSubstring("2 threads and the other work have"));
    // The other work uses the quota up too, as far as there are cores for it.
    CHECK(reported(1, 1.5, 1).empty() == (this_machine().cores == 1));
    CHECK(reported(1, 2, 1).empty());
}

TEST_CASE("threads that OpenMP does not deliver are reported, and not counted", "[constraints]") {
    const ThreadCount asked{3};
    const int levels = omp_get_max_active_levels();
    omp_set_max_active_levels(0);
    CHECK(requested_threads() == 3);
    CHECK(thread_count() == 1);
    CHECK(delivered_threads() == 1);
    CHECK_THAT(note_on_threads(), ContainsSubstring(" (3 requested"));
    omp_set_max_active_levels(levels);
}

TEST_CASE("the settings that are set are reported with their values", "[constraints]") {
    setenv("A_SETTING", "1,2", 1);
    setenv("ANOTHER_SETTING", "\033[31m\n", 1);
    CHECK(settings_among({"A_SETTING", "NO_SETTING", "ANOTHER_SETTING"}) ==
          "A_SETTING=1,2, ANOTHER_SETTING=\\x1b[31m\\n");
    CHECK(settings_among({"NO_SETTING"}).empty());
    unsetenv("A_SETTING");
    unsetenv("ANOTHER_SETTING");
}
