// What all programs of the suite have in common: arguments, their errors, and the arrays that they name.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <vector>

#include "arrays/any_arrays.hpp"

namespace reductions {

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

// An argument that a program takes: an option if its name begins with "--", otherwise one that is known by its place.
// (CLI11 reads them. Its header takes 15 s to compile, so one file alone includes it.)
struct Argument {
    std::string name;
    std::string value = {};  // what stands for the value in --help, such as FILE; empty for an option without a value
    std::string description;
    std::function<void(const std::string& text)> read;  // called for each value; may throw InputError
    enum class Takes { one_value, values_between_commas, several_words } takes = Takes::one_value;
    bool required = false;
    std::vector<std::string> excludes = {};  // names of arguments further up in the list
};

// [A.npy B.npy], --size, --type and --threads. Without them: the article's arrays of int64 in their full size, and as
// many threads as OpenMP would take. `most_types` is how many --type may name. The result refers to `arguments`.
std::vector<Argument> data_arguments(DataArguments& arguments, std::size_t most_types);

// An argument whose value is a text, a whole number from `from` to `to`, or an option without a value, which sets
// `given`. The results refer to where the value goes.
Argument text_argument(std::string name, std::string value, std::string description, std::string& text);
Argument number_argument(std::string name, std::string value, std::string description, std::size_t& number,
                         std::size_t from, std::size_t to);
Argument flag_argument(std::string name, std::string description, bool& given);

// The same argument, and it must be there; or it excludes others.
Argument required(Argument argument);
Argument excluding(Argument argument, std::vector<std::string> names);

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
    std::vector<Argument> arguments;
    std::function<int()> body;
};

// Parses the arguments, runs the body and returns the exit status: the body's own, or 2 after one line on standard
// error where an exception came out of either.
int run_program(const Program& program, int count, const char* const* arguments);

}  // namespace reductions
