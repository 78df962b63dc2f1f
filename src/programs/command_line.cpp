// What all programs of the suite have in common.
#include "programs/command_line.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>
#include <iostream>
#include <new>
#include <system_error>

#include "data/generated_arrays.hpp"
#include "data/lost_bytes.hpp"
#include "data/npy.hpp"
#include "data/printable.hpp"
#include "measure/memory.hpp"
#include "programs/illegal_instruction.hpp"
#include "programs/resources.hpp"
#include "report/format.hpp"
#include "report/table.hpp"
#include "report/wrapping.hpp"
#include "ssd/threads.hpp"

namespace ssd {
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

void add_data_arguments(CLI::App& application, DataArguments& arguments, std::size_t most_types) {
    CLI::Option* const files =
        application.add_option("files", arguments.files, "Two .npy files to use in place of the article's arrays")
            ->type_name("A.npy B.npy");
    application
        .add_option_function<std::string>(
            "--size",
            [&arguments](const std::string& text) { arguments.size = whole_number("--size", text, 1, largest_size); },
            "Elements in each of the article's arrays (default " + format_count(article_size) + ")")
        ->type_name("N")
        ->excludes(files);
    application
        .add_option_function<std::vector<std::string>>(
            "--type",
            [&arguments, most_types](const std::vector<std::string>& names) {
                for (const std::string& name : names) add_type(arguments, name, most_types);
            },
            "Their element type: " + joined(type_names) + " (default " + std::string{type_names.front()} + ")")
        ->type_name(most_types > 1 ? "T,..." : "T")
        ->delimiter(',')
        ->allow_extra_args(false)
        ->excludes(files);
    application
        .add_option_function<std::string>(
            "--threads",
            [&arguments](const std::string& text) {
                arguments.threads = whole_number("--threads", text, 1, most_threads);
            },
            "Threads to ask for (default: OMP_NUM_THREADS, or all cores)")
        ->type_name("T");
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
        program.add_arguments(application);
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

}  // namespace ssd
