// What all programs of the suite have in common.
#include "programs/command_line.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>
#include <iostream>
#include <new>
#include <system_error>
#include <utility>

#include "arrays/generated_arrays.hpp"
#include "arrays/lost_bytes.hpp"
#include "arrays/npy.hpp"
#include "arrays/printable.hpp"
#include "contract/threads.hpp"
#include "measure/memory.hpp"
#include "programs/illegal_instruction.hpp"
#include "programs/resources.hpp"
#include "report/format.hpp"
#include "report/table.hpp"
#include "report/wrapping.hpp"

namespace reductions {
namespace {

constexpr std::size_t largest_size = 1'000'000'000'000;
constexpr std::size_t most_threads = 1024;

std::string joined(std::span<const std::string_view> names) {
    std::string text;
    for (const std::string_view name : names) text += (text.empty() ? "" : ", ") + std::string{name};
    return text;
}

void add_type(DataArguments& arguments, const std::string& name, std::size_t most_types) {
    if (std::find(type_names.begin(), type_names.end(), name) == type_names.end()) {
        throw InputError{"--type: '" + name + "' is not one of " + joined(type_names)};
    }
    std::vector<std::string>& types = arguments.types;
    if (std::find(types.begin(), types.end(), name) == types.end()) types.push_back(name);
    if (types.size() > most_types) throw InputError{"--type: one type is wanted, not more, of " + joined(type_names)};
}

// Hands an argument to CLI11.
void add(CLI::App& application, const Argument& argument) {
    CLI::Option* option = nullptr;
    if (argument.value.empty()) {
        option = application.add_flag_callback(
            argument.name, [&argument] { argument.read(""); }, argument.description);
    } else if (argument.takes == Argument::Takes::one_value) {
        option = application.add_option_function<std::string>(argument.name, argument.read, argument.description);
    } else {
        const auto read = [&argument](const std::vector<std::string>& texts) {
            for (const std::string& text : texts) argument.read(text);
        };
        option = application.add_option_function<std::vector<std::string>>(argument.name, read, argument.description);
    }
    if (!argument.value.empty()) option->type_name(argument.value);
    if (argument.takes == Argument::Takes::values_between_commas) option->delimiter(',')->allow_extra_args(false);
    option->required(argument.required);
    for (const std::string& name : argument.excludes) option->excludes(application.get_option(name));
}

}  // namespace

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

std::vector<Argument> data_arguments(DataArguments& arguments, std::size_t most_types) {
    return {
        {.name = "files",
         .value = "A.npy B.npy",
         .description = "Two .npy files to use in place of the article's arrays",
         .read = [&arguments](const std::string& file) { arguments.files.push_back(file); },
         .takes = Argument::Takes::several_words},
        {.name = "--size",
         .value = "N",
         .description = "Elements in each of the article's arrays (default " + format_count(article_size) + ")",
         .read =
             [&arguments](const std::string& text) { arguments.size = whole_number("--size", text, 1, largest_size); },
         .excludes = {"files"}},
        {.name = "--type",
         .value = most_types > 1 ? "T,..." : "T",
         .description =
             "Their element type: " + joined(type_names) + " (default " + std::string{type_names.front()} + ")",
         .read = [&arguments, most_types](const std::string& name) { add_type(arguments, name, most_types); },
         .takes = Argument::Takes::values_between_commas,
         .excludes = {"files"}},
        {.name = "--threads",
         .value = "T",
         .description = "Threads to ask for (default: OMP_NUM_THREADS, or all cores)",
         .read =
             [&arguments](const std::string& text) {
                 arguments.threads = whole_number("--threads", text, 1, most_threads);
             }},
    };
}

std::vector<AnyArrays> load(const DataArguments& arguments, Generator generator, std::size_t more_threads) {
    if (!arguments.files.empty() && arguments.files.size() != 2) {
        std::string given;
        for (const std::string& file : arguments.files) given += " '" + file + "'";
        throw InputError{"two .npy files are wanted, or none for the article's arrays, not" + given};
    }
    const AvailableMemory& memory = memory_at_start();
    if (arguments.threads) set_thread_count(*arguments.threads);
    if (more_threads > requested_threads()) {
        start_threads(more_threads, "--accuracy");
    } else {
        start_threads(requested_threads(), arguments.threads ? "--threads" : who_asks_for_threads());
    }
    limit_memory_to_what_is_available();
    if (!arguments.files.empty()) return {read_npy(arguments.files[0], arguments.files[1])};
    const std::vector<std::string> default_types{std::string{type_names.front()}};
    const std::vector<std::string>& types = arguments.types.empty() ? default_types : arguments.types;
    const std::size_t size = arguments.size.value_or(article_size);
    std::size_t bytes = 0;
    for (const std::string& type : types) bytes += 2 * size * element_size(type);
    if (bytes > memory.bytes) {
        throw InputError{"not enough memory for arrays of this size: they need " + format_bytes(bytes) + ", and " +
                         in_words(memory) + "; choose a smaller --size"};
    }
    std::vector<AnyArrays> data;
    data.reserve(types.size());
    for (const std::string& type : types) data.push_back(generator(type, size));
    return data;
}

void write_named_by(const std::string& option, const std::string& path, const std::function<void()>& write) {
    try {
        write();
    } catch (const std::system_error& error) {
        throw InputError{option + ": '" + path + "' cannot be written: " + error.code().message()};
    }
}

int run_program(const Program& program, int count, const char* const* arguments) {
    // Whatever a message shows of an argument or a file, it is one line, and no terminal obeys it.
    const auto fail = [&](const std::string& reason) {
        std::cerr << wrapped_below(program.name + ": " + printable(reason), standard_error().width) << '\n';
        return 2;
    };
    report_lost_bytes(program.name);
    explain_illegal_instructions();
    const std::size_t width = standard_output().width;
    const WrappedStream wrapped_output{std::cout, width};
    CLI::App application{program.description, program.name};
    application.get_formatter()->column_width(std::clamp<std::size_t>(width / 3, 10, 30));
    try {
        for (const Argument& argument : program.arguments) add(application, argument);
        application.parse(count, arguments);
        const int status = program.body();
        std::cout.flush();
        return std::cout ? status : fail("standard output cannot be written to");
    } catch (const CLI::Success& success) {  // --help
        return application.exit(success);
    } catch (const CLI::ParseError& error) {
        return fail(std::string{error.what()} + "; --help lists what is understood");
    } catch (const std::bad_alloc&) {
        return fail("not enough memory for arrays of this size: " + in_words(memory_at_start()) +
                    "; choose a smaller --size or free some");
    } catch (const std::exception& error) {
        return fail(error.what());
    }
}

}  // namespace reductions
