// Checks how a sweep saves its results, and which interrupted sweeps it continues.
#include "report/sweep_file.hpp"

#include <chrono>
#include <fstream>
#include <string>

#include "catalog/catalog.hpp"
#include "catch.hpp"
#include "measure/machine.hpp"
#include "programs/run.hpp"

using namespace reductions;
using namespace reductions::testing;
namespace fs = std::filesystem;
using Catch::Matchers::ContainsSubstring;

namespace {

const SweepPoint small{"int64", 1'000, 2};
const SweepPoint small_and_busy{"int64", 1'000, 2, 1};
const SweepPoint large{"int64", 10'000, 2};

// What compare() writes for the point.
std::string results(const SweepPoint& point) {
    const Machine machine = this_machine();
    return R"({"context": {"processor": ")" + machine.processor + R"(", "compiler": ")" + machine.compiler +
           R"("}, "benchmarks": [{"run_name": "fused_loop/)" + point.type + '/' + std::to_string(point.size) + '/' +
           std::to_string(point.threads) +
           (point.busy_cores == 0 ? "" : "/busy_cores:" + std::to_string(point.busy_cores)) +
           R"(", "real_time": 1.5}]})";
}

// A folder for the results, and a program that is older than the results.
struct Place {
    fs::path folder = scratch() / "sweep";
    fs::path program = scratch() / "program";

    Place() {
        fs::remove_all(folder);
        std::ofstream{program} << "a program";
        fs::last_write_time(program, fs::file_time_type::clock::now() - std::chrono::hours{1});
    }
    SweepFile open(const std::string& plan = "default") const { return {folder, plan, program}; }
};

}  // namespace

TEST_CASE("an interrupted sweep keeps its points, and a finished one is sweep.json", "[sweep]") {
    const Place place;
    place.open().add(results(small));
    SweepFile continued = place.open();
    CHECK(continued.has(small));
    CHECK_FALSE(continued.has(large));
    CHECK_FALSE(continued.has(small_and_busy));
    continued.add(results(small_and_busy));
    CHECK(continued.has(small_and_busy));
    continued.add(results(large));
    CHECK_FALSE(fs::exists(continued.finished_path()));
    continued.finish();
    const std::string json = read_text(place.folder / "sweep.json");
    CHECK_THAT(json, ContainsSubstring("fused_loop/int64/1000/2") && ContainsSubstring("fused_loop/int64/10000/2") &&
                         ContainsSubstring("\"plan\": \"default\""));
    CHECK_FALSE(place.open().has(small));  // the next sweep starts from the beginning
    CHECK(fs::exists(place.folder / "sweep.json"));
}

TEST_CASE("a sweep's file describes every variant of the catalog, in its order", "[sweep]") {
    const Place place;
    place.open().add(results(small));
    const std::string json = read_text(place.folder / "sweep.unfinished.json");
    std::size_t position = json.find("\"variants\"");
    for (const Variant* const variant : catalog()) {
        const std::string article_name =
            variant->article_name.empty() ? "null" : '"' + std::string{variant->article_name} + '"';
        const auto expect_next = [&](const std::string& key, const std::string& value) {
            INFO(variant->name << ": " << key);
            position = json.find('"' + key + "\": " + value, position);
            REQUIRE(position != std::string::npos);
        };
        expect_next("name", '"' + std::string{variant->name} + '"');
        expect_next("chapter", '"' + std::string{variant->chapter} + '"');
        expect_next("article_name", article_name);
        expect_next("expectation", '"' + std::string{name_of(variant->expectation)} + '"');
    }
}

TEST_CASE("results of another plan, program, machine or catalog, or a broken file, are not continued", "[sweep]") {
    const Place place;
    place.open().add(results(small));
    CHECK(place.open().has(small));
    CHECK_FALSE(place.open("quick").has(small));

    fs::last_write_time(place.program, fs::file_time_type::clock::now() + std::chrono::hours{1});
    CHECK_FALSE(place.open().has(small));
    fs::last_write_time(place.program, fs::file_time_type::clock::now() - std::chrono::hours{1});

    std::string elsewhere = results(small);
    elsewhere.replace(elsewhere.find(this_machine().processor), this_machine().processor.size(), "another processor");
    fs::remove_all(place.folder);
    place.open().add(elsewhere);
    CHECK_FALSE(place.open().has(small));

    fs::remove_all(place.folder);
    place.open().add(results(small));
    std::string other_catalog = read_text(place.folder / "sweep.unfinished.json");
    other_catalog.replace(other_catalog.find("\"racy\""), 6, "\"right\"");
    std::ofstream{place.folder / "sweep.unfinished.json"} << other_catalog;
    CHECK_FALSE(place.open().has(small));

    std::ofstream{place.folder / "sweep.unfinished.json"} << "{\"benchmarks\": [";
    CHECK_FALSE(place.open().has(small));
}

TEST_CASE("a folder that cannot be created is reported before the work starts", "[sweep]") {
    std::ofstream{scratch() / "a_file"} << "not a folder";
    CHECK_THROWS_AS(SweepFile(scratch() / "a_file" / "report", "default", "/proc/self/exe"), std::system_error);
}
