// What all programs of the suite share.
#include "programs/command_line.hpp"

// This header takes seconds to compile, so only this file includes it.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <iostream>
#include <new>
#include <sstream>
#include <system_error>

#include "arrays/lost_bytes.hpp"
#include "arrays/printable.hpp"
#include "measure/memory.hpp"
#include "programs/illegal_instruction.hpp"
#include "report/format.hpp"
#include "report/terminal.hpp"
#include "report/wrapping.hpp"

namespace reductions {
namespace {

// Adds an argument to CLI11's.
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

void write_named_by(const std::string& option, const std::string& path, const std::function<void()>& write) {
    try {
        write();
    } catch (const std::system_error& error) {
        throw InputError{option + ": '" + path + "' cannot be written: " + error.code().message()};
    }
}

std::optional<Ending> failure_of(const std::function<void()>& work) {
    const auto failed = [](const std::string& reason) { return Ending{.status = 2, .error = reason}; };
    try {
        work();
        return std::nullopt;
    } catch (const NotEnoughMemory& error) {
        return failed(std::string{error.what()} + "; " + memory_in_words(memory_at_start()));
    } catch (const std::bad_alloc&) {
        return failed("not enough memory for arrays of this size: " + memory_in_words(memory_at_start()) +
                      "; choose a smaller --size or free some memory");
    } catch (const std::exception& error) {
        return failed(error.what());
    }
}

std::optional<Ending> parse(const Program& program, int count, const char* const* arguments) {
    const std::size_t width = standard_output().width;
    CLI::App application{program.description, program.name};
    application.get_formatter()->column_width(std::clamp<std::size_t>(width / 3, 10, 30));
    std::optional<Ending> ending;
    const std::optional<Ending> failure = failure_of([&] {
        try {
            for (const Argument& argument : program.arguments) add(application, argument);
            application.parse(count, arguments);
        } catch (const CLI::Success& success) {  // --help
            std::ostringstream help;
            ending = Ending{.status = application.exit(success, help)};
            ending->output = help.str();
        } catch (const CLI::ParseError& error) {
            ending = Ending{.status = 2, .error = std::string{error.what()} + "; --help lists the arguments"};
        }
    });
    return failure ? failure : ending;
}

int print_ending(const std::string& name, const Ending& ending) {
    std::cout << ending.output << std::flush;
    // A message may contain bytes of an argument or a file. It must stay one line, and no terminal may obey it.
    if (!ending.error.empty()) {
        std::cerr << wrapped_below(name + ": " + printable(ending.error), standard_error().width) << '\n';
    }
    return ending.status;
}

void explain_signals(const std::string& name) {
    report_lost_bytes(name, standard_error().can_erase ? erase_line : "");
    explain_illegal_instructions();
}

int run_program(const Program& program, int count, const char* const* arguments) {
    explain_signals(program.name);
    const WrappedStream wrapped_output{std::cout, standard_output().width};
    if (const auto ending = parse(program, count, arguments)) return print_ending(program.name, *ending);
    int status = 0;
    const auto failure = failure_of([&] {
        status = program.body();
        std::cout.flush();
        if (!std::cout) throw InputError{"standard output cannot be written to"};
    });
    return failure ? print_ending(program.name, *failure) : status;
}

}  // namespace reductions
