// Grades on disk.
#include "grader/grade_record.hpp"

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <system_error>

#include "catch.hpp"
#include "grader/hostile_grades.hpp"
#include "grader/scratch_folder.hpp"

using namespace reductions;

namespace {

std::string contents(const std::filesystem::path& path) {
    std::ostringstream text;
    text << std::ifstream{path}.rdbuf();
    return text.str();
}

void check_equal(const std::optional<Grade>& found, const Grade& grade) {
    REQUIRE(found);
    CHECK(found->submission == grade.submission);
    CHECK(found->exercise == grade.exercise);
    CHECK(found->seed == grade.seed);
    CHECK(found->level == grade.level);
    CHECK(found->seconds == grade.seconds);
    REQUIRE(found->criteria.size() == grade.criteria.size());
    for (std::size_t i = 0; i < grade.criteria.size(); ++i) {
        CHECK(found->criteria[i].name == grade.criteria[i].name);
        CHECK(found->criteria[i].most_points == grade.criteria[i].most_points);
        CHECK(found->criteria[i].state == grade.criteria[i].state);
        CHECK(found->criteria[i].failure == grade.criteria[i].failure);
        CHECK(found->criteria[i].message == grade.criteria[i].message);
    }
}

}  // namespace

TEST_CASE("a record is continued", "[grader]") {
    const ScratchFolder scratch;
    const auto path = scratch.path() / "record";
    CHECK_FALSE(seed_of_record(path));
    {
        GradeRecord record{path, 42, "A"};
        record.add("text of alice", racy_grade());
        check_equal(record.find("alice.cpp", "text of alice"), racy_grade());
    }
    CHECK(seed_of_record(path) == 42U);
    GradeRecord{path, 42, "A"}.add("text of bob", late_grade());
    const GradeRecord record{path, 42, "A"};
    check_equal(record.find("alice.cpp", "text of alice"), racy_grade());
    check_equal(record.find("bob.cpp", "text of bob"), late_grade());
    CHECK_FALSE(record.find("alice.cpp", "another text"));
    CHECK_FALSE(record.find("carol.cpp", "text of alice"));
}

TEST_CASE("a record with another seed or other conditions does not count", "[grader]") {
    const ScratchFolder scratch;
    const auto path = scratch.path() / "record";
    GradeRecord{path, 42, "A"}.add("text", racy_grade());
    SECTION("another seed") {
        CHECK_FALSE(GradeRecord{path, 43, "A"}.find("alice.cpp", "text"));
        CHECK(seed_of_record(path) == 43U);
    }
    SECTION("other conditions") { CHECK_FALSE(GradeRecord{path, 42, "B"}.find("alice.cpp", "text")); }
    CHECK_FALSE(GradeRecord{path, 42, "A"}.find("alice.cpp", "text"));
}

TEST_CASE("a line that was cut off is left out", "[grader]") {
    const ScratchFolder scratch;
    const auto path = scratch.path() / "record";
    {
        GradeRecord record{path, 42, "A"};
        record.add("text of alice", racy_grade());
        record.add("text of bob", late_grade());
    }
    const std::string whole = contents(path);
    const auto second = whole.find('\n', whole.find('\n') + 1) + 1;
    for (std::size_t size = second; size + 1 < whole.size(); size += 7) {
        std::ofstream{path} << whole.substr(0, size);
        {
            GradeRecord record{path, 42, "A"};
            check_equal(record.find("alice.cpp", "text of alice"), racy_grade());
            CHECK_FALSE(record.find("bob.cpp", "text of bob"));
            record.add("text of bob", late_grade());
        }
        check_equal(GradeRecord{path, 42, "A"}.find("bob.cpp", "text of bob"), late_grade());
    }
}

TEST_CASE("lines that are no grades are left out", "[grader]") {
    const ScratchFolder scratch;
    const auto path = scratch.path() / "record";
    GradeRecord{path, 42, "A"}.add("text", racy_grade());
    std::ofstream{path, std::ios::app}
        << "5\n{}\n[]\n\n{\"key\": 1, \"grade\": 2}\n{\"key\": \"k\", \"grade\": {}}\n\xff\n";
    check_equal(GradeRecord{path, 42, "A"}.find("alice.cpp", "text"), racy_grade());

    for (const std::string head : {"", "5\n", "{\"seed\": -1}\n", "{\"seed\": \"x\"}\n", "{}\n", "no JSON\n"}) {
        INFO(head);
        std::ofstream{path} << head;
        CHECK_FALSE(seed_of_record(path));
        CHECK_FALSE(GradeRecord{path, 42, "A"}.find("alice.cpp", "text"));
    }
}

TEST_CASE("a message with any bytes is recorded", "[grader]") {
    const ScratchFolder scratch;
    const auto path = scratch.path() / "record";
    Grade grade = racy_grade();
    grade.criteria[1].message = "\xff\n\"\\";
    GradeRecord{path, 42, "A"}.add("\xfe", grade);
    const auto found = GradeRecord{path, 42, "A"}.find("alice.cpp", "\xfe");
    REQUIRE(found);
    CHECK(found->criteria[1].message == "\xEF\xBF\xBD\n\"\\");
}

TEST_CASE("a finished record is removed, and one that cannot be written is an error", "[grader]") {
    const ScratchFolder scratch;
    const auto path = scratch.path() / "record";
    GradeRecord{path, 42, "A"}.add("text", racy_grade());
    GradeRecord::remove(path);
    CHECK_FALSE(std::filesystem::exists(path));
    CHECK_NOTHROW(GradeRecord::remove(path));
    CHECK_THROWS_AS((GradeRecord{scratch.path() / "no" / "folder", 42, "A"}), std::system_error);
}
