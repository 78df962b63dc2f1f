// Summarises the rates of two variants with known answers.
#include "race_lab/race_rates.hpp"

#include "catch.hpp"

using namespace reductions;

namespace {

using Kind = Composition::Kind;

const Variant racy{Entry{.shows = "", .expectation = Expectation::racy, .computation = {}}, "racy", "races"};
const Variant right{Entry{.shows = "", .computation = {}}, "right", "article"};

// `wrong` of `runs` answers are one slice.
RaceRate rate(const Variant& variant, std::string_view level, std::size_t elements, std::size_t wrong,
              std::size_t runs) {
    RaceRate made{&variant, level, 2, 2, elements, 72, {}, {}};
    if (wrong != 0) made.answers[36] = made.made_of[{Kind::slices, 1}] = wrong;
    if (runs != wrong) made.answers[72] = made.made_of[{Kind::right}] = runs - wrong;
    return made;
}

}  // namespace

TEST_CASE("a summary has a row for each setting in which a variant was wrong", "[race_lab]") {
    const std::vector<RaceRate> rates = {rate(racy, "-O0", 10, 3, 10),  rate(racy, "-O0", 1000, 10, 10),
                                         rate(racy, "-O1", 10, 0, 10),  rate(racy, "-O1", 1000, 0, 50),
                                         rate(right, "-O0", 10, 0, 10), rate(right, "-O0", 1000, 0, 10)};
    const std::vector<RaceSummary> all = summaries(rates);
    REQUIRE(all.size() == 2);
    CHECK(all[0].variant == &racy);
    REQUIRE(all[0].rows.size() == 1);
    const RaceRow& row = all[0].rows[0];
    CHECK(row.rates.size() == 2);
    CHECK(row.distinct_answers == 3);
    REQUIRE(row.made_of.size() == 2);
    CHECK(row.made_of[0].composition == Composition{Kind::slices, 1});
    CHECK(row.made_of[0].share == 13.0 / 20);
    CHECK(row.made_of[1].share == 7.0 / 20);
    CHECK(row.others == 0);
    CHECK(all[0].not_observed.rows.size() == 1);
    CHECK(all[0].not_observed.settings == 2);
    CHECK(all[0].not_observed.runs == 60);
    CHECK(all[0].not_observed.most_likely == wilson_interval(0, 10).high);
    CHECK(all[1].rows.empty());
    CHECK(all[1].not_observed.settings == 2);
}

TEST_CASE("a summary names the three most frequent compositions", "[race_lab]") {
    RaceRate several = rate(racy, "-O0", 10, 4, 10);
    several.made_of = {{{Kind::right}, 1}, {{Kind::scattered}, 5}, {{Kind::slices, 1}, 2}, {{Kind::slices, 3}, 2}};
    const std::vector<RaceSummary> all = summaries({&several, 1});
    const RaceRow& row = all.at(0).rows.at(0);
    REQUIRE(row.made_of.size() == 3);
    CHECK(row.made_of[0].composition == Composition{Kind::scattered});
    CHECK(row.made_of[1].composition == Composition{Kind::slices, 1});
    CHECK(row.made_of[2].composition == Composition{Kind::slices, 3});
    CHECK(row.others == 0.1);
}

TEST_CASE("a wrong answer of a variant that is expected to be right is a surprise", "[race_lab]") {
    CHECK(!RaceRates{{rate(racy, "-O0", 10, 4, 10), rate(right, "-O0", 10, 0, 10)}, 2}.any_surprise());
    CHECK(RaceRates{{rate(racy, "-O0", 10, 4, 10), rate(right, "-O0", 10, 1, 10)}, 2}.any_surprise());
}

TEST_CASE("too few cores at work for a race are reported only on a machine with more cores", "[race_lab]") {
    CHECK(RaceRates{{}, 1.1}.too_few_cores_at_work(4));
    CHECK(!RaceRates{{}, 1.1}.too_few_cores_at_work(1));
    CHECK(!RaceRates{{}, 1.9}.too_few_cores_at_work(2));
}
