#include <iostream>
#include <random>
#include <string>
#include <vector>
#include "grader/grading.hpp"
#include "programs/command_line.hpp"
#include <sys/prctl.h>
using namespace reductions;
int main(int count, char** arguments) {
    std::vector<std::string> words(arguments + 1, arguments + count);
    ::prctl(PR_SET_DUMPABLE, 0);
    ::prctl(PR_SET_CHILD_SUBREAPER, 1);
    const Exercise exercise = read_exercise(words[1]);
    const Level level = words[0] == "A" ? Level::protocol : words[0] == "C" ? Level::other_user : Sandbox::strongest();
    const GradingTools tools{exercise, level};
    std::cout << description(level) << " " << tools.no_detector_because() << '\n';
    for (std::size_t i = 2; i < words.size(); ++i) {
        std::cout << words[i] << '\n';
        Grading grading{tools, 1, words[i], 7, [](const Criterion& c) { std::cout << "  " << c.name << " " << (c.failure ? to_string(*c.failure) : std::string_view(c.state == Criterion::State::passed ? "ok" : "open")) << " " << c.message << std::endl; }};
        grading.judge();
        grading.measure();
        const auto v = grading.grade().verdict();
        std::cout << "  => " << (v ? to_string(*v) : "right") << " " << grading.grade().points() << " " << grading.grade().seconds << " s\n";
        for (auto& c : grading.grade().criteria) if (c.state == Criterion::State::not_judged) std::cout << "   not judged " << c.name << " " << c.message << '\n';
    }
}
