// A program that was built for a newer processor.
#include <csignal>

#include "catch.hpp"
#include "programs/run.hpp"

using namespace reductions::testing;

#ifdef __x86_64__

TEST_CASE("A program with an instruction that the processor lacks says so in one line", "[programs]") {
    const Outcome outcome = run("$bin/newer_instruction missing");
    CHECK(outcome.status == 2);
    CHECK(outcome.lines_of_err() == 1);
    CHECK(outcome.err.starts_with("newer_instruction: built for another processor (-m"));
    CHECK(outcome.err.find("; build it with make ARCH=x86-64") != std::string::npos);
}

TEST_CASE("A fault of the program itself is not blamed on the processor", "[programs]") {
    const Outcome outcome = run("$bin/newer_instruction ud2");
    CHECK(outcome.status != 0);
    CHECK(outcome.err.find("another processor") == std::string::npos);
}

TEST_CASE("A SIGILL that a process sends is not explained", "[programs]") {
    const Outcome outcome = run("$bin/newer_instruction sent");
    CHECK(outcome.status == 128 + SIGILL);
    CHECK(outcome.err.find("another processor") == std::string::npos);
}

#endif
