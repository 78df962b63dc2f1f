// Runs `race_step` through its command line.
#include <algorithm>
#include <cstddef>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "catch.hpp"
#include "programs/printed.hpp"
#include "programs/run.hpp"

using namespace reductions::testing;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::EndsWith;

namespace {

// Plays the game with this input, written as a format for printf.
Outcome play(const std::string& input) { return run("printf '" + input + "' | $bin/race_step"); }

std::vector<std::string> lines_of(const std::string& text) {
    std::istringstream stream{text};
    std::vector<std::string> lines;
    for (std::string line; std::getline(stream, line);) lines.push_back(line);
    return lines;
}

// The lines from the first step on, without the prompts.
std::string without_prompts(const std::string& out) {
    std::string text;
    bool begun = false;
    for (const std::string& line : lines_of(out)) {
        begun = begun || line.starts_with("   1  ");
        if (begun && line.find(" > ") == std::string::npos) text += line + '\n';
    }
    return text;
}

constexpr const char* lockstep =
    "   1  load                register = total           0           -      0\n"
    "   2            load      register = total           0           0      0\n"
    "   3  add                 register += 36            36           0      0\n"
    "   4            add       register += 36            36          36      0\n"
    "   5  store               total = register          36          36     36\n"
    "   6            store     total = register          36          36     36\n"
    "\n"
    "The total is 36, and 72 is right: thread 0's update is lost.\n";

}  // namespace

TEST_CASE("race_step --schedule replays a schedule, and says what was lost and why", "[programs]") {
    const Outcome outcome = run("$bin/race_step --schedule 010101");
    CHECK(outcome.status == 0);  // a wrong total is what the program demonstrates
    CHECK(outcome.err.empty());
    CHECK_THAT(outcome.out, ContainsSubstring(lockstep));
    CHECK_THAT(outcome.out, ContainsSubstring("thread 1 loaded in step 2, before thread 0 stored in step 5.") &&
                                ContainsSubstring("stored over it in step 6."));
    CHECK_THAT(outcome.out, EndsWith("race_step --schedule 010101\n"));
    CHECK_THAT(outcome.out, !ContainsSubstring("\033"));

    const Outcome other = run("$bin/race_step --schedule 110001");
    CHECK_THAT(other.out, ContainsSubstring("thread 0's update is lost.\n"
                                            "But thread 1 loaded in step 1, before thread 0 stored in step 5.\n"
                                            "So it added to a total without that update, and stored over it in step "
                                            "6.\n"));

    const Outcome right = run("$bin/race_step --schedule 111000");
    CHECK(right.status == 0);
    CHECK_THAT(right.out, ContainsSubstring("The total is 72, and that is right: "
                                            "thread 0 loaded after thread 1 had stored."));
}

TEST_CASE("race_step --all lists every schedule, and how many are right", "[programs]") {
    const Outcome outcome = run("$bin/race_step --all");
    CHECK(outcome.status == 0);
    const std::vector<std::string> lines = lines_of(outcome.out);
    const auto rows = [&](const std::string& pattern) {
        return std::count_if(lines.begin(), lines.end(),
                             [&](const std::string& line) { return has_match(line, "^" + pattern + "$"); });
    };
    CHECK(rows("[01]{6} .*") == 20);
    CHECK(rows("[01]{6} .* 72  right") == 2);
    CHECK(rows("[01]{6} .* 36  wrong    thread [01]'s update") == 18);
    CHECK_THAT(outcome.out, ContainsSubstring("010110    l─a──s     l─as        36  wrong    thread 1's update\n"));
    CHECK_THAT(outcome.out, EndsWith("\n2 of 20 are right: one thread has stored before the other loads.\n"));
}

TEST_CASE("race_step can be played over a pipe, and prints the same as the replay", "[programs]") {
    const Outcome line_by_line = play("0\\n1\\n0\\n1\\n0\\n1\\n");
    CHECK(line_by_line.status == 0);
    CHECK(line_by_line.err.empty());
    CHECK_THAT(line_by_line.out, ContainsSubstring("0: load, 1: load > 0\n   1  load") &&
                                     ContainsSubstring("0: done, 1: store > 1\n   6 "));
    const std::string replayed = without_prompts(run("$bin/race_step --schedule 010101").out);
    CHECK(without_prompts(line_by_line.out) == replayed);
    CHECK(without_prompts(play("01 0\\n\\n 101\\n").out) == replayed);
    CHECK(without_prompts(play("010101").out) == replayed);            // a last line without a line break
    CHECK(without_prompts(play("010101 0x\\nq\\n").out) == replayed);  // more input after the last step
}

TEST_CASE("race_step answers wrong input with one line, and continues", "[programs]") {
    const Outcome outcome = play("0x1\\nhello\\n2 é\\033[A\\n0 0 0\\n1 1\\n");
    INFO(outcome.out);
    CHECK(outcome.status == 0);
    CHECK(outcome.err.empty());
    const std::string refusal = "' is not a thread; 0 or 1 steps, q ends\n";
    CHECK_THAT(outcome.out, ContainsSubstring("\n'x" + refusal) && ContainsSubstring("\n'hello" + refusal) &&
                                ContainsSubstring("\n'2" + refusal) && ContainsSubstring("\n'é\\x1b[A" + refusal));
    CHECK_THAT(outcome.out, ContainsSubstring("\nthread 0 has finished; 1 steps, q ends\n"));
    CHECK_THAT(outcome.out, EndsWith("race_step --schedule 010011\n"));
}

TEST_CASE("race_step ends at the end of the input, or at q", "[programs]") {
    const std::string ended = "\nEnded after 2 of 6 steps, total 0. To return to this point, play 01.\n";
    struct Input {
        std::string text;
        std::string answer;  // to the last prompt
    };
    const std::vector<Input> inputs = {
        {"01", "\n"}, {"01\\n", "\n"}, {"01\\nquit\\n0\\n", "quit\n"}, {"01\\n q0\\n", " q0\n"}};
    for (const Input& input : inputs) {
        const Outcome outcome = play(input.text);
        INFO(input.text << '\n' << outcome.out);
        CHECK(outcome.status == 0);
        CHECK(outcome.err.empty());
        CHECK_THAT(outcome.out, EndsWith("0: add, 1: add > " + input.answer + ended));
    }
    CHECK_THAT(play("01q10\\n").out, EndsWith(ended));
    CHECK_THAT(run("$bin/race_step").out, EndsWith("\nEnded after 0 of 6 steps, total 0.\n"));
}

TEST_CASE("race_step refuses bad arguments in one line", "[programs]") {
    struct BadArguments {
        std::string arguments;
        std::string named;
    };
    const std::vector<BadArguments> all = {
        {"--schedule 01x101", "--schedule: '01x101' has neither 0 nor 1 for step 3"},
        {"--schedule 000011", "--schedule: '000011' has thread 0 take step 4 when it has finished"},
        {"--schedule 0101", "--schedule: '0101' ends after 4 of 6 steps; expected three 0 and three 1"},
        {"--schedule 01010101", "--schedule: '01010101' has thread 0 take step 7"},
        {"--schedule ''", "--schedule: '' ends after 0 of 6 steps"},
        {"--schedule", "--schedule"},
        {"--schedule 010101 --all", "--all"},
        {"--all=x", "--all"},
        {"--schedule 010101 --json", "--json"},
        {"--all --json", "--json"},
        {"--json states.json", "states.json"},
        {"010101", "010101"},
    };
    for (const BadArguments& bad : all) {
        const Outcome outcome = run("$bin/race_step " + bad.arguments);
        INFO(bad.arguments << "\nstdout: " << outcome.out << "\nstderr: " << outcome.err);
        CHECK(outcome.status == 2);
        CHECK(outcome.out.empty());
        CHECK(outcome.lines_of_err() == 1);
        CHECK_THAT(outcome.err, ContainsSubstring(bad.named));
    }
    CHECK(run("$bin/race_step --all >/dev/full").status == 2);
    CHECK(run("$bin/race_step --json >/dev/full").status == 2);
}

TEST_CASE("race_step --json contains each state once, and steps lead from one to the next", "[programs]") {
    const Outcome outcome = run("$bin/race_step --json");
    CHECK(outcome.status == 0);
    const auto json = nlohmann::json::parse(outcome.out);
    CHECK(json.at("term") == 36);
    CHECK(json.at("right_total") == 72);
    std::map<std::size_t, int> of_length;
    for (const auto& [schedule, state] : json.at("states").items()) {
        INFO(schedule << ": " << state);
        ++of_length[schedule.size()];
        REQUIRE(state.at("threads").size() == 2);
        for (const char thread : {'0', '1'}) {
            // The rules once more: a step changes the total or this thread's register, and nothing else.
            auto expected = state;
            auto& stepping = expected["threads"][thread == '0' ? 0 : 1];
            const std::string after = schedule + thread;
            CHECK(json["states"].contains(after) == (stepping["next"] != "done"));
            if (!json["states"].contains(after)) continue;
            if (stepping["next"] == "load") {
                CHECK(stepping["register"].is_null());
                stepping = {{"register", state["total"]}, {"next", "add"}, {"code", "register += 36"}};
            } else if (stepping["next"] == "add") {
                stepping = {{"register", stepping["register"].get<int>() + 36},
                            {"next", "store"},
                            {"code", "total = register"}};
            } else {
                expected["total"] = stepping["register"];
                stepping["next"] = "done";
                stepping["code"] = "";
            }
            auto reached = json["states"][after];
            for (const char* const key : {"right", "lost", "explanation"}) {
                CHECK(reached.contains(key) == (after.size() == 6));
                reached.erase(key);
            }
            CHECK(reached == expected);
        }
    }
    // Two threads with three steps each: the number of ways to choose thread 0's steps.
    CHECK(of_length == std::map<std::size_t, int>{{0, 1}, {1, 2}, {2, 4}, {3, 8}, {4, 14}, {5, 20}, {6, 20}});
    CHECK(json["states"][""] == nlohmann::json::parse(R"({"total": 0, "threads": [
        {"register": null, "next": "load", "code": "register = total"},
        {"register": null, "next": "load", "code": "register = total"}]})"));
}

TEST_CASE("race_step --json explains complete schedules as --schedule does", "[programs]") {
    const auto json = nlohmann::json::parse(run("$bin/race_step --json").out);
    const auto& lockstep_state = json["states"]["010101"];
    CHECK(lockstep_state["right"] == false);
    CHECK(lockstep_state["lost"] == 0);
    CHECK(json["states"]["101010"]["lost"] == 1);
    CHECK(json["states"]["000111"]["right"] == true);
    CHECK(json["states"]["000111"]["lost"].is_null());
    int right = 0;
    for (const auto& [schedule, state] : json["states"].items()) {
        if (schedule.size() < 6) continue;
        right += state["right"] == true ? 1 : 0;
        CHECK(state["right"] == (state["total"] == json["right_total"]));
        CHECK(state["right"] == state["lost"].is_null());
        std::string explanation = "\n\n";
        for (const std::string sentence : state["explanation"]) explanation += sentence + '\n';
        CHECK_THAT(run("$bin/race_step --schedule " + schedule).out,
                   ContainsSubstring(explanation + "To see it again"));
    }
    CHECK(right == 2);
}

TEST_CASE("race_step fits a terminal of 80 columns", "[programs]") {
    const auto width_of = [](const std::string& line) {
        const auto begins_character = [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; };
        return std::count_if(line.begin(), line.end(), begins_character);
    };
    for (const std::string arguments : {"--all", "--schedule 010101", "--schedule 000111", ""}) {
        for (const std::string& line : lines_of(run("echo 01010 | $bin/race_step " + arguments).out)) {
            INFO(line);
            CHECK(width_of(line) <= 80);
            CHECK_FALSE((line.ends_with(' ') && line.find(" > ") == std::string::npos));
        }
    }
}

TEST_CASE("race_step can be played on a terminal", "[programs]") {
    if (!has_terminal()) return;
    const auto on_terminal = [](const std::string& setting) {
        return run_in_terminal("printf '0\\n1\\n0\\n1\\n0\\n1\\n' | " + setting, "race_step", "80").out;
    };
    const std::string coloured = on_terminal("");
    INFO(coloured);
    CHECK_THAT(coloured, ContainsSubstring("\033[2m0: load, 1: load > \033[0m"));
    CHECK_THAT(coloured, ContainsSubstring("The total is \033[31m36\033[0m, and 72 is right"));
    CHECK_THAT(coloured, ContainsSubstring("race_step --schedule 010101"));
    const std::string plain = on_terminal("NO_COLOR=1");
    CHECK_THAT(plain, !ContainsSubstring("\033"));
    CHECK_THAT(plain, ContainsSubstring("The total is 36, and 72 is right"));
}
