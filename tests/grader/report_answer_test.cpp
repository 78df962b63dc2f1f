// A report on the student's own arrays: its figures are held against the tables that compare printed.
#include "grader/report_answer.hpp"

#include <sstream>
#include <string>
#include <vector>

#include "catch.hpp"
#include "grader/compare_table.hpp"
#include "measure/measurements.hpp"
#include "report/comparison_report.hpp"

using namespace reductions;
using namespace reductions::testing;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::StartsWith;

namespace {

// What compare prints for arrays of 8 MB each. The team takes half of the time of one thread.
std::string table(std::size_t threads, const std::vector<std::string>& files = {"a.npy", "b.npy"},
                  std::size_t size = 1'000'000) {
    const double share = threads == 1 ? 2 : 1;
    std::vector<TypeMeasurements> measured{
        {"int64",
         {measurement("eigen_temporaries", "int64", size, {0.008 * share, 0.008 * share}),
          measurement("fused_loop", "int64", size, {0.004, 0.004}),
          measurement("omp_reduction", "int64", size, {0.002 * share, 0.002 * share}),
          measurement("shared_accumulator", "int64", size, {0.001, 0.001}),
          measurement("return_zero", "int64", size, {0.0001, 0.0001})}}};
    measured[0].variants[0].peak_heap = 16'000'000;
    measured[0].variants[3].answer = std::int64_t{18};
    measured[0].variants[3].judgement.count<std::int64_t>(18, right_answer);
    measured[0].variants[4].answer = std::int64_t{0};
    measured[0].variants[4].judgement.count<std::int64_t>(0, right_answer);
    Conditions conditions{{"a processor", 2, "a compiler"}, threads, 0, "", {"A constraint."}};
    conditions.files = files;
    std::ostringstream out;
    print_comparison(out, figures_of(measured), conditions, {.width = 200, .colours = false});
    return out.str() + "More ways to reduce: --chapter article\n";
}

const std::string right_lines =
    "# a comment\n"
    "my arrays: the heights of a wave\n"
    "elements in each: 1,000,000\n"
    "element type: int64\n"
    "bytes of both: 16 MB\n"
    "fastest right row: omp_reduction\n"
    "its median time: 2.00 ms\n"
    "times as fast as eigen_temporaries: 4\n"
    "times as fast as with one thread: 2.0x\n"
    "speed: 8 GB/s\n"
    "share of the read speed: 50%\n"
    "peak heap of eigen_temporaries, in arrays: 2.0\n"
    "kept by shared_accumulator: 50 %\n"
    "limited by: the loop\n"
    "why: it takes twice as long as reading\n";

// The lines with one of them changed.
std::string with(const std::string& name, const std::string& text) {
    std::string lines = right_lines;
    const std::size_t begin = lines.find("\n" + name + ":") + 1;
    REQUIRE(begin != 0);
    return lines.replace(begin, lines.find('\n', begin) - begin, text.empty() ? "" : name + ": " + text);
}

// The text with `to` wherever it contains `from`.
std::string replaced(std::string text, const std::string& from, const std::string& to) {
    for (std::size_t i = 0; (i = text.find(from, i)) != std::string::npos; i += to.size()) {
        text.replace(i, from.size(), to);
    }
    return text;
}

std::string verdict_of(const std::string& text) {
    const auto fault = fault_of(ReportTask{}, answer_lines(text));
    return fault ? std::string{to_string(fault->code)} + ": " + fault->message : "right";
}

std::string verdict_with(const std::string& name, const std::string& text) {
    return verdict_of(with(name, text) + table(1) + table(2));
}

}  // namespace

TEST_CASE("a figure has the unit that is asked for", "[grader]") {
    CHECK(figure_in("3.12 ms", Unit::seconds) == 3.12 * 1e-3);
    CHECK(figure_in("3.12µs", Unit::seconds) == 3.12 * 1e-6);
    CHECK(figure_in("160 MB", Unit::bytes) == 160e6);
    CHECK(figure_in("17.5 GB/s", Unit::bytes_per_second) == 17.5e9);
    CHECK(figure_in("50%", Unit::share) == 0.5);
    CHECK(figure_in("50 %", Unit::share) == 0.5);
    CHECK(figure_in("13,238×", Unit::ratio) == 13238);
    CHECK(figure_in("1.5x", Unit::ratio) == 1.5);
    CHECK(figure_in("1.5", Unit::ratio) == 1.5);
    CHECK(figure_in("1,234,567", Unit::none) == 1234567);
    for (const char* const text : {"", "ms", "3.12", "3.12 MB", "3,12 ms", "1,2345 ms", "1234,567 ms", ",123 ms",
                                   "1.2.3 ms", "-1 ms", "1e3 ms", "1 ms more", "1  ms"}) {
        INFO(text);
        CHECK(!figure_in(text, Unit::seconds));
    }
    CHECK(!figure_in("50", Unit::share));
}

TEST_CASE("a table is read as compare prints it", "[grader]") {
    const auto tables = compare_tables(answer_lines("my arrays: mine\n" + table(1) + table(2)));
    REQUIRE(tables.size() == 2);
    const CompareTable& team = tables[1];
    CHECK(team.elements == 1'000'000);
    CHECK(team.type == "int64");
    CHECK(team.threads == 2);
    CHECK(team.right_answer == "36");
    CHECK(team.is_of_files);
    CHECK(team.rows.size() == 5);
    const CompareRow* const row = team.find("shared_accumulator");
    REQUIRE(row);
    CHECK(row->seconds == 1e-3);
    CHECK(row->result == "18");
    CHECK(!row->is_right);
    CHECK(team.find("eigen_temporaries")->peak_heap == 16e6);
    CHECK(team.find("eigen_temporaries")->is_right);
    CHECK(team.find("omp_reduction")->share_of_read_speed == 0.5);
    CHECK(team.find("omp_reduction")->speed == 4);
    CHECK(!team.find("return_zero")->share_of_read_speed);
    CHECK(!team.find("fixed_tree"));
    CHECK(!compare_tables(answer_lines(table(2, {}))).front().is_of_files);
}

TEST_CASE("a report with right figures passes", "[grader]") {
    CHECK(verdict_of(right_lines + table(1) + table(2)) == "right");
    CHECK(verdict_of(table(2) + right_lines + table(1)) == "right");
    CHECK(verdict_with("speed", "8.2 GB/s") == "right");      // rounded
    CHECK(verdict_with("limited by", "reading") == "right");  // at 50 % both can be argued
}

TEST_CASE("a wrong line of a report is named, and why it is wrong", "[grader]") {
    CHECK_THAT(verdict_with("speed", "4 GB/s"),
               StartsWith("wrong: 13 of 14 lines are right. For example, line 10: 'speed': divide the bytes of both"));
    struct Wrong {
        std::string line;
        std::string text;
        std::string message;
    };
    const std::vector<Wrong> cases = {
        {"my arrays", "waves", "three words"},
        {"elements in each", "999,999", "the tables have another number of elements"},
        {"element type", "float64", "the tables have another element type"},
        {"bytes of both", "8 MB", "twice the elements"},
        {"fastest right row", "fused_loop", "another right row has a shorter"},
        {"fastest right row", "return_zero", "the verdict of this row is not right"},
        {"its median time", "4.00 ms", "another median time"},
        {"times as fast as eigen_temporaries", "0.25", "the column 'speed'"},
        {"times as fast as with one thread", "1", "with one thread by its time"},
        {"speed", "8.5 GB/s", "divide the bytes of both"},
        {"share of the read speed", "100%", "'of read speed'"},
        {"peak heap of eigen_temporaries, in arrays", "1", "bytes of one array"},
        {"kept by shared_accumulator", "100%", "divide the result of this row"},
        {"why", "so", "three words"},
    };
    for (const Wrong& wrong : cases) {
        INFO(wrong.line << ' ' << wrong.text);
        CHECK_THAT(verdict_with(wrong.line, wrong.text), StartsWith("wrong: ") &&
                                                             ContainsSubstring("'" + wrong.line + "': ") &&
                                                             ContainsSubstring(wrong.message));
    }
}

TEST_CASE("sums are read as compare writes them", "[grader]") {
    const auto verdict = [](const std::string& right, const std::string& result, const std::string& kept) {
        const std::string tables =
            replaced(replaced(table(1) + table(2), "the right answer is 36", "the right answer is " + right),
                     "18  wrong", result + "  wrong");
        return verdict_of(with("kept by shared_accumulator", kept) + tables);
    };
    CHECK(verdict("3.6e+08", "1.8e+08", "50%") == "right");
    CHECK(verdict("-36", "-18", "50%") == "right");
    CHECK_THAT(verdict("3.6e+08", "inf", "50%"), ContainsSubstring("divide the result of this row"));
    CHECK_THAT(verdict("3.6e+08", "nan", "50%"), ContainsSubstring("divide the result of this row"));
    for (const char* const useless : {"0", "inf", "-inf", "nan"}) {
        CHECK_THAT(verdict(useless, "18", "50%"),
                   StartsWith("refused: the right answer is ") && ContainsSubstring("which proves little"));
    }
    CHECK_THAT(verdict("many", "18", "50%"), ContainsSubstring("'many' is not a number"));
}

TEST_CASE("a table with figures that no machine has is refused", "[grader]") {
    const auto verdict = [](const std::string& from, const std::string& to) {
        return verdict_of(right_lines + table(1) + replaced(table(2), from, to));
    };
    CHECK_THAT(verdict("of 1,000,000 elements", "of 1000000000000000000000000 elements"),
               ContainsSubstring("is not a number of elements"));
    CHECK_THAT(verdict("of 1,000,000 elements", "of 0.5 elements"), ContainsSubstring("is not a number of elements"));
    CHECK_THAT(verdict("with 2 threads", "with 2.5 threads"), ContainsSubstring("is not a number of threads"));
    CHECK_THAT(verdict("2.00 ms", "0.00 ms"), ContainsSubstring("cannot be read in the column 'median time'"));
}

TEST_CASE("what limits a row follows from its share of the read speed", "[grader]") {
    const auto verdict_at = [](const std::string& share, const std::string& limit) {
        const std::string text = with("limited by", limit) + table(1) + table(2);
        return verdict_of(replaced(replaced(text, "   50%", "   " + share), "speed: 50%", "speed: " + share));
    };
    CHECK_THAT(verdict_at("25%", "reading"), ContainsSubstring("'limited by': the row takes more than twice as long"));
    CHECK(verdict_at("25%", "the loop") == "right");
    CHECK(verdict_at("95%", "reading") == "right");
    CHECK_THAT(verdict_at("95%", "the loop"), ContainsSubstring("'limited by': the row takes hardly longer than"));
}

TEST_CASE("each answer that was seen of the racy row may be the one that is kept", "[grader]") {
    const auto verdict = [](const std::string& kept, const std::string& result = "18") {
        const std::string seen = "    wrong answers seen: 18, 9 and 3 more\n";
        const std::string team = replaced(table(2), "18  wrong", result + "  wrong");
        const std::size_t after = team.find("return_zero");
        return verdict_of(with("kept by shared_accumulator", kept) + table(1) + team.substr(0, after) + seen +
                          team.substr(after));
    };
    CHECK(verdict("50%") == "right");
    CHECK(verdict("25%") == "right");
    CHECK_THAT(verdict("100%"), ContainsSubstring("or a wrong answer that was seen"));
    // The result of that one run is right, and the verdict says that others are not.
    CHECK_THAT(verdict("100%", "36"), ContainsSubstring("or a wrong answer that was seen"));
    CHECK(verdict("50%", "36") == "right");
}

TEST_CASE("rows that are equally fast may both be called the fastest", "[grader]") {
    const std::string tables = table(1) + table(2);
    const std::string lines = with("fastest right row", "fused_loop");
    const std::string far_apart = "another right row has a shorter median time";
    CHECK_THAT(verdict_of(lines + tables), ContainsSubstring(far_apart));
    // From 2.4 to 5.6 ms, and from 1.2 to 2.8 ms.
    CHECK_THAT(verdict_of(lines + replaced(tables, " ms ±0.0%", " ms ±40%")), !ContainsSubstring(far_apart));
}

TEST_CASE("a report that cannot be read is refused", "[grader]") {
    CHECK(verdict_with("why", "?") == "wrong: line 15: 'why' is still open");
    CHECK(verdict_with("speed", "") == "refused: there is no line 'speed: …'");
    CHECK(verdict_of(right_lines + "why: it is reading too\n" + table(1) + table(2)) ==
          "refused: line 16: there is another line 'why'");
    CHECK_THAT(verdict_with("speed", "8"),
               StartsWith("refused: line 10: 'speed': '8' is not a figure such as 12.3 GB/s"));
    CHECK_THAT(verdict_with("fastest right row", "mine"), ContainsSubstring("'mine' is not a row of the table"));
    CHECK_THAT(verdict_with("limited by", "memory"), ContainsSubstring("'memory' is not one of reading, the loop"));
    CHECK_THAT(verdict_of(right_lines), ContainsSubstring("and one with more; there are 0"));
    CHECK_THAT(verdict_of(right_lines + table(2) + table(2)), ContainsSubstring("one table must have 1 thread"));
    CHECK_THAT(verdict_of(right_lines + table(1) + table(2, {})), ContainsSubstring("not of arrays of your own"));
    CHECK_THAT(verdict_of(right_lines + table(1) + table(2, {"a.npy", "b.npy"}, 1000)),
               ContainsSubstring("different arrays"));
    CHECK_THAT(verdict_of(right_lines + replaced(table(1), "omp_reduction", "fixed_tree") + table(2)),
               ContainsSubstring("the table with one thread has no row omp_reduction"));
    CHECK_THAT(verdict_of(right_lines + table(1) + replaced(table(2), "shared_accumulator", "fixed_tree")),
               ContainsSubstring("this table has no row shared_accumulator"));
    const std::string narrow = table(2).substr(0, table(2).find("variant"));
    CHECK_THAT(verdict_of(right_lines + table(1) + narrow),
               ContainsSubstring("the table that begins here has no rows"));
}

TEST_CASE("a table that was changed contradicts itself", "[grader]") {
    std::string changed = table(2);
    changed.replace(changed.find("2.00 ms"), 7, "1.00 ms");
    CHECK_THAT(verdict_of(right_lines + table(1) + changed),
               StartsWith("wrong: line ") && ContainsSubstring("the time and the GB/s of omp_reduction do not agree"));
}
