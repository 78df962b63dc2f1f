// Compiles submissions: once as fast as the compiler can, once for the race detector.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "grader/fault.hpp"
#include "grader/sandbox.hpp"

namespace reductions {

// A compiler and what belongs to it.
struct Compiler {
    std::filesystem::path program;     // /usr/bin/g++
    std::vector<std::string> options;  // what submissions and solutions are compiled with
    std::filesystem::path worker;      // the worker program, linked with the same OpenMP library
    bool detects_races = false;
    std::string tool = {};  // the library that tells the race detector what libomp synchronises
};

// The compiler for answers and times, with which this project was built.
Compiler timed_compiler();

// clang++ for ThreadSanitizer, with a worker program that is compiled into this folder. If it cannot be had, the text
// says what is missing and how to get it.
struct Detector {
    std::optional<Compiler> compiler = {};
    std::string missing = {};
};
Detector race_detector(const std::filesystem::path& folder);

// A compiled submission, or why there is none.
struct Compiled {
    std::filesystem::path library = {};
    std::string own_lines = {};        // its own lines as the preprocessor leaves them
    std::string first_warning = {};    // the compiler's
    std::string ignored_pragma = {};   // its warning that it ignores a pragma of OpenMP, or a part of it
    std::string openmp_function = {};  // the first function of OpenMP that it calls
    std::optional<Fault> fault = {};
};

// Compiles a submission in a folder that belongs to the sandbox's user, and checks which functions of other libraries
// it calls. `name` is what messages call it.
Compiled compile_submission(const Compiler& compiler, const Sandbox& sandbox, const std::filesystem::path& source,
                            const std::filesystem::path& folder, const std::string& name);

// What a program of the system prints on standard output.
std::string output_of(const Sandbox& sandbox, const Command& command);

}  // namespace reductions
