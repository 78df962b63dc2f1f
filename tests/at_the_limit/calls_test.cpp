// Who may call at_the_limit, and when it does not return a sum: threads, parallel regions, terms that throw, arrays of
// different lengths.
#include "at_the_limit/at_the_limit.hpp"

#include <sys/wait.h>
#include <unistd.h>

#include <cstdint>
#include <exception>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "at_the_limit/sizes.hpp"
#include "catch.hpp"

using namespace reductions::testing;

namespace {

double positive(double x) {
    if (x <= 0) throw std::range_error{"not positive: " + std::to_string(x)};
    return x;
}

}  // namespace

TEST_CASE("a term that throws ends the program", "[at_the_limit]") {
    constexpr int terminated = 42;
    for (const std::size_t size : {std::size_t{1}, std::size_t{1'000}, std::size_t{30'011}}) {
        INFO(size << " elements");
        const std::vector<double> x(size, 0);
        const pid_t child = fork();
        REQUIRE(child >= 0);
        if (child == 0) {
            std::set_terminate([] { _exit(terminated); });
            try {
                at_the_limit::reduce(positive, x);
            } catch (const std::range_error&) {  // must not arrive here
            }
            _exit(0);
        }
        int status = 0;
        REQUIRE(waitpid(child, &status, 0) == child);
        CHECK((WIFEXITED(status) && WEXITSTATUS(status) == terminated));
    }
}

TEST_CASE("at_the_limit gives the same bits inside a parallel region", "[at_the_limit][team]") {
    const auto x = inexact<double>(more_than_one_thread);
    const double outside = at_the_limit::sum(x);
    const int levels = omp_get_max_active_levels();
    omp_set_max_active_levels(GENERATE(1, 2));
    std::vector<double> inside(4);
#pragma omp parallel for schedule(static, 1) num_threads(4)
    for (double& sum : inside) sum = at_the_limit::sum(x);
    omp_set_max_active_levels(levels);
    CHECK(inside == std::vector<double>(4, outside));
}

TEST_CASE("at_the_limit may be called by several threads at once", "[at_the_limit]") {
    constexpr std::size_t count = 4;
    std::vector<std::vector<double>> arrays;
    std::vector<double> expected;
    for (std::size_t i = 0; i < count; ++i) {
        arrays.push_back(inexact<double>(more_than_one_thread + i * 20'000));
        expected.push_back(at_the_limit::sum_of_squares(arrays[i]));
    }
    for (int run = 0; run < 5; ++run) {
        std::vector<double> sums(count);
        std::vector<std::thread> threads;
        for (std::size_t i = 0; i < count; ++i) {
            threads.emplace_back([&, i] { sums[i] = at_the_limit::sum_of_squares(arrays[i]); });
        }
        for (auto& thread : threads) thread.join();
        CHECK(sums == expected);
    }
}

TEST_CASE("at_the_limit refuses arrays of different lengths", "[at_the_limit]") {
    const std::vector<double> three(3), two(2);
    const std::string message = "at_the_limit: an array of 3 elements and one of 2; all must have the same length";
    CHECK_THROWS_WITH(at_the_limit::dot(three, two), message);
    CHECK_THROWS_WITH(at_the_limit::squared_distance(three, two), message);
    const auto term = [](double x, double, double) { return x; };
    CHECK_THROWS_WITH(at_the_limit::reduce(term, three, two, three), message);
    CHECK_THROWS_WITH(at_the_limit::reduce(term, three, three, two), message);
    CHECK_THROWS_AS(at_the_limit::dot(three, std::vector<double>{}), std::invalid_argument);
    CHECK_THROWS_WITH(at_the_limit::dot(two, three),
                      "at_the_limit: an array of 2 elements and one of 3; all must have the same length");
}
