// Comma-separated values. formats_test.py reads them with Python's csv.
#include "grader/grades_table.hpp"

#include "catch.hpp"
#include "grader/hostile_grades.hpp"

using namespace reductions;

namespace {

// The row of a submission with this name, without the cells that follow its name.
std::string name_cell(const std::string& name) {
    Grade grade = passed_grade();
    grade.submission = name;
    const std::string table = grades_table(std::span{&grade, 1});
    const std::size_t begin = table.find("\r\n") + 2;
    return table.substr(begin, table.find(",04-shared-total,") - begin);
}

}  // namespace

TEST_CASE("the table has a row per submission and two columns per criterion", "[grader]") {
    const std::vector<Grade> grades = {racy_grade(), late_grade(), passed_grade()};
    CHECK(grades_table(grades) ==
          "submission,exercise,verdict,points,\"most points\",answer,\"answer points\",races,\"races points\",bits,"
          "\"bits points\",speed,\"speed points\",threads,\"threads points\",seed,level,seconds\r\n"
          "alice.cpp,04-shared-total,race,4,10,passed,3,\"failed: race\",0,\"not judged\",0,\"not measured\",1,,,42,"
          "\"B: bubblewrap\",3.1234\r\n"
          "bob.cpp,11-futures,late,0,10,\"failed: late\",0,,,,,,,passed,0,18446744073709551615,"
          "\"A: the protocol alone\",0.5\r\n"
          "carol.cpp,04-shared-total,passed,0.3,0.3,passed,0.1,passed,0.2,,,,,,,42,\"B: bubblewrap\",2\r\n");
    CHECK(grades_table({}) == "submission,exercise,verdict,points,\"most points\",seed,level,seconds\r\n");
}

TEST_CASE("fields are quoted as RFC 4180 says", "[grader]") {
    CHECK(name_cell("plain.cpp") == "plain.cpp");
    CHECK(name_cell("a,b") == "\"a,b\"");
    CHECK(name_cell("a\"b") == "\"a\"\"b\"");
    CHECK(name_cell("a;b") == "\"a;b\"");
    CHECK(name_cell("a\r\nb") == "a\\r\\nb");
}

TEST_CASE("no cell of text is a formula", "[grader]") {
    CHECK(name_cell("=HYPERLINK(\"x\",\"y\")") == "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"");
    CHECK(name_cell("+1") == "\"'+1\"");
    CHECK(name_cell("-1") == "\"'-1\"");
    CHECK(name_cell("@SUM(1)") == "\"'@SUM(1)\"");
    CHECK(name_cell("  =1") == "\"'  =1\"");
    CHECK(name_cell("＝1") == "\"'＝1\"");
    CHECK(name_cell("＋1") == "\"'＋1\"");
    CHECK(name_cell("－1") == "\"'－1\"");
    CHECK(name_cell("＠1") == "\"'＠1\"");
    CHECK(name_cell("\t=1") == "\\t=1");
    CHECK(name_cell("a=1") == "a=1");
    CHECK(name_cell("   ") == "\"   \"");
}
