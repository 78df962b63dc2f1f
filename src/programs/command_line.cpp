// What all programs of the suite share.
#include "programs/command_line.hpp"

// This header takes seconds to compile, so only this file includes it.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <iostream>
#include <new>
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

int run_program(const Program& program, int count, const char* const* arguments) {
    // A message may contain bytes of an argument or a file. It must stay one line, and no terminal may obey it.
    const auto fail = [&](const std::string& reason) {
        std::cerr << wrapped_below(program.name + ": " + printable(reason), standard_error().width) << '\n';
        return 2;
    };
    report_lost_bytes(program.name, standard_error().can_erase ? erase_line : "");
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
        return fail(std::string{error.what()} + "; --help lists the arguments");
    } catch (const NotEnoughMemory& error) {
        return fail(std::string{error.what()} + "; " + memory_in_words(memory_at_start()));
    } catch (const std::bad_alloc&) {
        return fail("not enough memory for arrays of this size: " + memory_in_words(memory_at_start()) +
                    "; choose a smaller --size or free some memory");
    } catch (const std::exception& error) {
        return fail(error.what());
    }
}

}  // namespace reductions
