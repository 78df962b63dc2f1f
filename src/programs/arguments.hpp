// The arguments that a program takes from its command line.
#pragma once

#include <cstddef>
#include <functional>
#include <stdexcept>
#include <string>
#include <vector>

namespace reductions {

// The user gave something that cannot be used. The message names the bad value and the valid ones.
struct InputError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

// An argument is an option if its name begins with "--". Otherwise its place on the command line identifies it.
struct Argument {
    std::string name;
    std::string value = {};  // stands for the value in --help, such as FILE; empty for an option without a value
    std::string description;
    std::function<void(const std::string& text)> read;  // called for each value; may throw InputError
    enum class Takes { one_value, values_between_commas, several_words } takes = Takes::one_value;
    bool required = false;
    std::vector<std::string> excludes = {};  // names of arguments that come before this one in the list
};

// An argument whose value is a text; a whole number from `from` to `to`; or an option without a value, which sets
// `given`. The result refers to the variable that gets the value.
Argument text_argument(std::string name, std::string value, std::string description, std::string& text);
Argument number_argument(std::string name, std::string value, std::string description, std::size_t& number,
                         std::size_t from, std::size_t to);
Argument flag_argument(std::string name, std::string description, bool& given);

// The same argument, but required, or excluding others.
Argument required(Argument argument);
Argument excluding(Argument argument, std::vector<std::string> names);

// A whole number from `from` to `to`. Throws InputError if the text is anything else.
std::size_t whole_number(const std::string& option, const std::string& text, std::size_t from, std::size_t to);

}  // namespace reductions
