// The student's folder and its progress.
#include "grader/desk.hpp"

#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <thread>
#include <vector>

#include "catch.hpp"
#include "grader/scratch_folder.hpp"
#include "grader/watched_file.hpp"

using namespace reductions;
using Catch::Matchers::ContainsSubstring;

namespace fs = std::filesystem;

namespace {

void write(const fs::path& path, const std::string& text) {
    fs::create_directories(path.parent_path());
    std::ofstream{path} << text;
}

std::string text_of(const fs::path& path) {
    std::ifstream file{path};
    return {std::istreambuf_iterator<char>{file}, {}};
}

// A checkout with two exercises.
struct Course {
    Course() {
        for (const std::string name : {"01-one", "07-seven"}) {
            write(course / name / "exercise.json", "{}");
            write(course / name / "exercise.md",
                  "Read first: `src/variants/article/fused_loop.cpp`,\n"
                  "then `src/variants/lost/x.cpp` and `docs/races.md`.\n");
            write(course / name / "starter.cpp", "// starter of " + name + "\n");
            write(course / name / "hints.md", "First.\n---\nSecond,\nin two lines.\n---\nThird.\n");
        }
    }

    Desk desk() const { return Desk{scratch.path() / "a student's $desk", course}; }
    Desk started() const {
        Desk desk = this->desk();
        desk.start("/bin/course");
        return desk;
    }

    ScratchFolder scratch;
    fs::path course = scratch.path() / "checkout" / "src" / "course";
};

Grade grade_with(double points, Criterion::State state) {
    return {.submission = "sum.cpp",
            .exercise = "01-one",
            .seed = 1,
            .level = "A",
            .seconds = 1,
            .criteria = {{.name = "answer", .most_points = points, .state = Criterion::State::passed},
                         {.name = "speed", .most_points = 1, .state = state}}};
}

}  // namespace

TEST_CASE("a desk contains the starters and says what is new", "[grader]") {
    const Course course;
    Desk desk = course.desk();
    CHECK_FALSE(desk.is_started());
    CHECK(desk.start("/bin/course") == 2);
    CHECK(desk.is_started());
    CHECK(text_of(desk.file("01-one")) == "// starter of 01-one\n");
    CHECK(desk.is_starter("07-seven"));
    CHECK_THAT(text_of(desk.folder() / "01-one" / "exercise.md"), ContainsSubstring("Read first"));
    CHECK(desk.start("/bin/course") == 0);
}

TEST_CASE("a second start keeps the student's file, adds exercises, and refreshes the rest", "[grader]") {
    const Course course;
    const Desk before = course.started();
    write(before.file("01-one"), "mine");
    write(before.folder() / "01-one" / "exercise.md", "old");
    write(course.course / "09-nine" / "exercise.json", "{}");
    write(course.course / "09-nine" / "starter.cpp", "// nine\n");
    Desk desk = course.desk();
    CHECK(desk.start("/elsewhere/course") == 1);
    CHECK(text_of(desk.file("01-one")) == "mine");
    CHECK(text_of(desk.file("09-nine")) == "// nine\n");
    CHECK_THAT(text_of(desk.folder() / "01-one" / "exercise.md"), ContainsSubstring("Read first"));
    CHECK_THAT(text_of(desk.folder() / "Makefile"), ContainsSubstring("'/elsewhere/course'"));
}

TEST_CASE("a file that is a dangling link is the student's", "[grader]") {
    const Course course;
    Desk desk = course.started();
    fs::remove(desk.file("01-one"));
    fs::create_symlink("/nowhere/sum.cpp", desk.file("01-one"));
    CHECK(desk.start("/bin/course") == 0);
    CHECK(fs::is_symlink(desk.file("01-one")));
}

TEST_CASE("another project's Makefile stays", "[grader]") {
    const Course course;
    Desk desk = course.desk();
    write(desk.folder() / "Makefile", "all:\n");
    CHECK_THROWS_WITH(desk.start("/bin/course"), ContainsSubstring("Makefile of another project; choose a new folder"));
    CHECK(text_of(desk.folder() / "Makefile") == "all:\n");
    CHECK_FALSE(fs::exists(desk.file("01-one")));
}

TEST_CASE("an exercise has a number and a name", "[grader]") {
    const Desk desk = Course{}.desk();
    for (const char* text : {"7", "07", "07-seven", "07-seven/"}) CHECK(desk.find(text) == "07-seven");
    for (const char* text : {"", "/", "8", "007", "seven", "../07-seven"}) CHECK_FALSE(desk.find(text));
    CHECK(desk.after("01-one") == "07-seven");
    CHECK_FALSE(desk.after("07-seven"));
}

TEST_CASE("a reset keeps the student's text under a number", "[grader]") {
    const Course course;
    const Desk desk = course.started();
    CHECK_FALSE(desk.reset("01-one"));  // it is the starter
    for (const std::string number : {"1", "2"}) {
        write(desk.file("01-one"), "mine " + number);
        const auto copy = desk.reset("01-one");
        REQUIRE(copy);
        CHECK(copy->filename() == "sum." + number + ".cpp");
        CHECK(text_of(*copy) == "mine " + number);
        CHECK(desk.is_starter("01-one"));
    }
    CHECK(text_of(desk.folder() / "01-one" / "sum.1.cpp") == "mine 1");
    fs::remove_all(desk.folder() / "01-one");
    CHECK_FALSE(desk.reset("01-one"));
    CHECK(desk.is_starter("01-one"));
}

TEST_CASE("an answer that is a text has a starter that is a text", "[grader]") {
    const Course course;
    write(course.course / "07a-lines" / "exercise.json", "{}");
    write(course.course / "07a-lines" / "exercise.md", "Order them.\n");
    write(course.course / "07a-lines" / "starter.txt", "# lines\n");
    const Desk desk = course.started();
    CHECK(desk.file_name("07a-lines") == "07a-lines/answer.txt");
    CHECK(desk.file_name("07-seven") == "07-seven/sum.cpp");
    CHECK(text_of(desk.folder() / "07a-lines" / "answer.txt") == "# lines\n");
    CHECK_THAT(text_of(desk.folder() / "07a-lines" / "exercise.md"), ContainsSubstring("Your file is `answer.txt`."));
    CHECK(desk.is_starter("07a-lines"));
    write(desk.file("07a-lines"), "mine");
    const auto copy = desk.reset("07a-lines");
    REQUIRE(copy);
    CHECK(copy->filename() == "answer.1.txt");
    CHECK(text_of(*copy) == "mine");
    CHECK(desk.is_starter("07a-lines"));
}

TEST_CASE("the exercise with a letter comes before the one without", "[grader]") {
    const Course course;
    for (const char* const name : {"07a-first", "07b-second", "08-eight"}) {
        write(course.course / name / "exercise.json", "{}");
        write(course.course / name / "starter.txt", "");
    }
    const Desk desk = course.desk();
    CHECK(desk.exercises() == std::vector<std::string>{"01-one", "07a-first", "07b-second", "07-seven", "08-eight"});
    CHECK(desk.after("01-one") == "07a-first");
    CHECK(desk.after("07b-second") == "07-seven");
    CHECK(desk.after("07-seven") == "08-eight");
    CHECK_FALSE(desk.after("08-eight"));
    for (const char* text : {"7a", "07a", "07a-first", "07a-first/"}) CHECK(desk.find(text) == "07a-first");
    CHECK(desk.find("7") == "07-seven");
    CHECK_FALSE(desk.find("7c"));
}

TEST_CASE("hints and samples come from the exercise's files", "[grader]") {
    const Course course;
    const Desk desk = course.started();
    CHECK(desk.hints("01-one") == std::vector<std::string>{"First.\n", "Second,\nin two lines.\n", "Third.\n"});
    const fs::path checkout = course.scratch.path() / "checkout";
    CHECK(desk.samples("01-one") == std::vector<fs::path>{checkout / "src/variants/article/fused_loop.cpp",
                                                          checkout / "src/variants/lost/x.cpp"});
}

TEST_CASE("the best points stay, and so does having passed", "[grader]") {
    const Course course;
    const Desk desk = course.started();
    CHECK(desk.state().current == "01-one");
    CHECK(desk.state().progress_of("01-one").points == 0);
    desk.record(grade_with(3, Criterion::State::not_judged));
    CHECK(desk.state().progress_of("01-one").points == 3);
    CHECK_FALSE(desk.state().progress_of("01-one").passed);
    desk.record(grade_with(3, Criterion::State::not_measured));
    desk.record(grade_with(2, Criterion::State::failed));
    CHECK(desk.state().progress_of("01-one").points == 4);
    CHECK(desk.state().progress_of("01-one").passed);
}

TEST_CASE("the first prediction stays, also after a reset and a check", "[grader]") {
    const Course course;
    const Desk desk = course.started();
    CHECK_FALSE(desk.has_prediction_task("01-one"));
    write(desk.prediction_file("01-one"), "");
    CHECK(desk.has_prediction_task("01-one"));
    CHECK_FALSE(desk.has_prediction_task("07-seven"));
    CHECK_FALSE(desk.state().progress_of("01-one").prediction);
    const Prediction first{.choice = "it \"crashes\"\\", .reason = "because – well"};
    CHECK(desk.record_prediction("01-one", first) == first);
    CHECK(desk.record_prediction("01-one", {.choice = "it does not", .reason = "I have seen it"}) == first);
    write(desk.file("01-one"), "mine");
    CHECK(desk.reset("01-one"));
    desk.record(grade_with(3, Criterion::State::passed));
    CHECK(desk.state().progress_of("01-one").prediction == first);
    CHECK_FALSE(desk.state().progress_of("07-seven").prediction);
    CHECK(desk.state().progress_of("01-one").points == 4);
}

TEST_CASE("changes at the same time are all kept", "[grader]") {
    const Course course;
    const Desk desk = course.started();
    const auto count = [&] {
        for (int i = 0; i < 50; ++i) desk.change_state([](DeskState& state) { ++state.exercises["01-one"].hints; });
    };
    std::thread other{count};
    count();
    other.join();
    CHECK(desk.state().progress_of("01-one").hints == 100);
}

TEST_CASE("a damaged state counts as absent, and its text is kept", "[grader]") {
    const Course course;
    const Desk desk = course.started();
    CHECK_FALSE(desk.set_damaged_state_aside());
    for (const std::string text : {"", "{\"current\": \"07", "[]", "null", "\xff\xfe"}) {
        write(desk.state_file(), text);
        CHECK(desk.state().current == "01-one");
        const auto aside = desk.set_damaged_state_aside();
        REQUIRE(aside);
        CHECK(text_of(*aside) == text);
        CHECK_FALSE(fs::exists(desk.state_file()));
    }
    fs::create_directory(desk.state_file());
    CHECK(desk.state().current == "01-one");
    CHECK(desk.set_damaged_state_aside());
}

TEST_CASE("a value that makes no sense in the state is left out", "[grader]") {
    const Course course;
    const Desk desk = course.started();
    write(desk.state_file(), R"({"current": "07-seven", "exercises": {
        "01-one": {"hints": -1, "points": "ten", "passed": "yes"},
        "07-seven": {"hints": 2, "points": 1.5, "passed": true}, "08-eight": []}})");
    CHECK(desk.state().current == "07-seven");
    CHECK(desk.state().progress_of("07-seven").hints == 2);
    CHECK(desk.state().progress_of("07-seven").points == 1.5);
    for (const char* current : {R"("99-gone")", "7", "{}"}) {
        write(desk.state_file(), std::string{R"({"exercises": 5, "current": )"} + current + "}");
        CHECK(desk.state().current == "01-one");
    }
    write(desk.state_file(), R"({"exercises": {"01-one": {"hints": -1, "points": -5, "passed": "yes"}}})");
    CHECK(desk.state().progress_of("01-one").hints == 0);
    CHECK(desk.state().progress_of("01-one").points == 0);
    CHECK_FALSE(desk.state().progress_of("01-one").passed);
    for (const char* const prediction :
         {"5", "null", "[]", "{}", R"({"choice": "one"})", R"({"choice": "", "reason": "so"})",
          R"({"choice": 1, "reason": "so"})", R"({"choice": "one", "reason": ""})"}) {
        write(desk.state_file(),
              std::string{R"({"exercises": {"01-one": {"hints": 2, "prediction": )"} + prediction + "}}}");
        CHECK(desk.state().progress_of("01-one").hints == 2);
        CHECK_FALSE(desk.state().progress_of("01-one").prediction);
    }
}

TEST_CASE("every way to save a file is noticed, and a missing file is none", "[grader]") {
    const ScratchFolder scratch;
    const fs::path path = scratch.path() / "sum.cpp";
    WatchedFile watched{path};
    CHECK_FALSE(watched.was_saved());
    write(path, "one");
    CHECK(watched.was_saved());
    watched.see();
    CHECK_FALSE(watched.was_saved());
    fs::remove(path);
    CHECK_FALSE(watched.was_saved());
    const auto time = fs::file_time_type::clock::now();
    write(path, "two");
    fs::last_write_time(path, time);
    watched.see();
    // Another file with the same size and time takes its place.
    write(scratch.path() / "new", "six");
    fs::last_write_time(scratch.path() / "new", time);
    fs::rename(scratch.path() / "new", path);
    CHECK(watched.was_saved());
    watched.see();
    fs::last_write_time(path, time + std::chrono::nanoseconds{1000});
    CHECK(watched.was_saved());
    watched.see();
    write(path, "seven");
    fs::last_write_time(path, time + std::chrono::nanoseconds{1000});
    CHECK(watched.was_saved());
}
