// What all programs of the suite have in common: arguments, their errors, and the arrays that they name.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <vector>

#include "data/arrays.hpp"

namespace CLI {
class App;  // of CLI11, whose header takes seconds to compile and is left to those who need it
}

namespace ssd {

// Something that the user gave and that cannot be used; names the bad value and the valid ones.
struct InputError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

// Which arrays, and how many threads.
struct DataArguments {
    std::vector<std::string> files;      // two .npy files, or none for the article's arrays
    std::vector<std::string> types;      // of the article's arrays; without duplicates
    std::optional<std::size_t> size;     // of the article's arrays, where it was given
    std::optional<std::size_t> threads;  // where that was given
};

// Lets the application understand [A.npy B.npy], --size, --type and --threads. Without them: the article's arrays of
// int64 in their full size, and as many threads as OpenMP would take. `most_types` is how many --type may name.
void add_data_arguments(CLI::App& application, DataArguments& arguments, std::size_t most_types);

// Makes a pair of arrays of the named type and size.
using Generator = AnyArrays (*)(std::string_view type, std::size_t size);

// Sets the number of threads, makes sure that they and the memory can be had, and provides the arrays, a pair for each
// type: from the files if there are any, otherwise from the generator. --accuracy wants `more_threads` as well. Throws
// InputError, NpyError or std::bad_alloc.
std::vector<AnyArrays> load(const DataArguments& arguments, Generator generator, std::size_t more_threads = 0);

// A whole number from `from` to `to`; throws InputError where the text is anything else.
std::size_t whole_number(const std::string& option, const std::string& text, std::size_t from, std::size_t to);

// Calls `write`, which writes to a file that an option names; a std::system_error becomes an InputError that names
// both.
void write_named_by(const std::string& option, const std::string& path, const std::function<void()>& write);

// A program: what it is called, what it says of itself under --help, what arguments it takes, and what it does.
struct Program {
    std::string name;
    std::string description;
    std::function<void(CLI::App&)> add_arguments;
    std::function<int()> body;
};

// Parses the arguments, runs the body and returns the exit status: the body's own, or 2 after one line on standard
// error where an exception came out of either.
int run_program(const Program& program, int count, const char* const* arguments);

}  // namespace ssd
