// Figures as text.
#include "report/format.hpp"

#include <cmath>
#include <cstdint>
#include <limits>

#include "catch.hpp"

using namespace reductions;

TEST_CASE("times have three digits and a unit that fits", "[format]") {
    CHECK(format_seconds(0.00312) == "3.12 ms");
    CHECK(format_seconds(0.0352) == "35.2 ms");
    CHECK(format_seconds(2.1e-9) == "2.10 ns");
    CHECK(format_seconds(0.9994e-6) == "999 ns");
    CHECK(format_seconds(0.9996e-6) == "1.00 µs");
    CHECK(format_seconds(12) == "12.0 s");
    CHECK(format_seconds(4321) == "4321 s");
}

TEST_CASE("sizes are in powers of 1000, as in the article", "[format]") {
    CHECK(format_bytes(0) == "0 B");
    CHECK(format_bytes(999) == "999 B");
    CHECK(format_bytes(1000) == "1.00 kB");
    CHECK(format_bytes(160'009'094) == "160 MB");
}

TEST_CASE("counts have commas between thousands", "[format]") {
    CHECK(format_count(0) == "0");
    CHECK(format_count(999) == "999");
    CHECK(format_count(1000) == "1,000");
    CHECK(format_count(9'999'999) == "9,999,999");
}

TEST_CASE("answers keep all their digits", "[format]") {
    CHECK(format_answer(std::int64_t{-5675326925717809777}) == "-5675326925717809777");
    CHECK(format_answer(180000000.0) == "180000000");
    CHECK(format_answer(167456544.0F) == "167456544");
    CHECK(format_answer(0.1) == "0.1");
    CHECK(format_answer(0.1F) == "0.1");
    CHECK(format_answer(1e300) == "1e+300");
    CHECK(format_answer(std::numeric_limits<double>::infinity()) == "inf");
}

TEST_CASE("if there are many answers, five are shown and the others are counted", "[format]") {
    CHECK(format_answers({}).empty());
    CHECK(format_answers({Answer{std::int64_t{1}}, Answer{std::int64_t{2}}}) == "1, 2");
    CHECK(format_answers(std::vector<Answer>(7, Answer{std::int64_t{8}})) == "8, 8, 8, 8, 8 and 2 more");
    CHECK(format_answers(std::vector<Answer>(Tally::most_kept, Answer{std::int64_t{8}})) ==
          "8, 8, 8, 8, 8 and at least 95 more");
}

TEST_CASE("percentages have two digits", "[format]") {
    CHECK(format_percent(0.0159) == "1.6%");
    CHECK(format_percent(0.0994) == "9.9%");
    CHECK(format_percent(0.0996) == "10%");
    CHECK(format_percent(1.5) == "150%");
}

TEST_CASE("ratios have three digits, or commas between thousands", "[format]") {
    CHECK(format_ratio(4.314) == "4.31×");
    CHECK(format_ratio(999.4) == "999×");
    CHECK(format_ratio(1'421'282.9) == "1,421,282×");
    CHECK(format_ratio(std::nan("")) == "-");
}

TEST_CASE("the time left is in whole seconds or minutes, rounded up", "[format]") {
    CHECK(format_time_left(11.2) == "12 s");
    CHECK(format_time_left(59) == "59 s");
    CHECK(format_time_left(60) == "1 min");
    CHECK(format_time_left(60.5) == "2 min");
    CHECK(format_time_left(130) == "3 min");
}

TEST_CASE("NaN is shown as nan, and a figure that was not measured as a dash", "[format]") {
    CHECK(format_answer(-std::nan("")) == "nan");
    CHECK(format_answer(-std::nanf("")) == "nan");
    CHECK(format_digits(std::nan("")) == "-");
    CHECK(format_percent(std::numeric_limits<double>::infinity()) == "-");
}

TEST_CASE("available memory is reported with what limits it", "[format]") {
    CHECK(memory_in_words({290'000'000, "ulimit -d"}) == "290 MB is available (ulimit -d)");
    CHECK(memory_in_words({AvailableMemory::unknown, "this machine"}) ==
          "the system does not report how much is available");
}

TEST_CASE("other programs' work is reported if it matters", "[format]") {
    CHECK(other_work_in_words(std::nullopt).empty());
    CHECK(other_work_in_words(0.1).empty());
    CHECK(other_work_in_words(0.9) ==
          "Other programs kept 0.90 cores busy. Times and their ratios are therefore unreliable, and races show less "
          "often.\n");
}
