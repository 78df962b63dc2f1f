// The arguments that a program takes from its command line.
#include "programs/arguments.hpp"

#include <charconv>
#include <system_error>
#include <utility>

namespace reductions {

std::size_t whole_number(const std::string& option, const std::string& text, std::size_t from, std::size_t to) {
    std::size_t value = 0;
    const char* const end = text.data() + text.size();
    const auto [read_to, error] = std::from_chars(text.data(), end, value);
    if (error != std::errc{} || read_to != end || value < from || value > to) {
        throw InputError{option + ": '" + text + "' is not a whole number from " + std::to_string(from) + " to " +
                         std::to_string(to)};
    }
    return value;
}

Argument text_argument(std::string name, std::string value, std::string description, std::string& text) {
    const auto read = [&text](const std::string& given) { text = given; };
    return {std::move(name), std::move(value), std::move(description), read};
}

Argument number_argument(std::string name, std::string value, std::string description, std::size_t& number,
                         std::size_t from, std::size_t to) {
    const auto read = [name, from, to, &number](const std::string& text) {
        number = whole_number(name, text, from, to);
    };
    return {std::move(name), std::move(value), std::move(description), read};
}

Argument flag_argument(std::string name, std::string description, bool& given) {
    return {std::move(name), "", std::move(description), [&given](const std::string&) { given = true; }};
}

Argument required(Argument argument) {
    argument.required = true;
    return argument;
}

Argument excluding(Argument argument, std::vector<std::string> names) {
    argument.excludes = std::move(names);
    return argument;
}

}  // namespace reductions
