#include "grader/toolchain.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <sstream>
#include <stdexcept>
#include <string_view>
#include <utility>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include "grader/called_functions.hpp"
#include "grader/submission_text.hpp"

namespace reductions {
namespace {

constexpr std::chrono::seconds time_to_compile{60};
constexpr Limits limits_of_compiler{
    .data_bytes = std::uint64_t{2} << 30, .file_bytes = 64 << 20, .processor_seconds = 10, .processes = 100};

// What a program printed and how it ended.
struct Printed {
    std::string output;
    std::string errors;
    bool succeeded;
    std::string end;  // in words, if it did not succeed
};

Descriptor temporary_file() { return Descriptor{succeeded(::memfd_create("output", MFD_CLOEXEC), "memfd_create")}; }

std::string contents(const Descriptor& file) {
    struct stat status {};
    succeeded(::fstat(file.number(), &status), "output");
    std::string text(static_cast<std::size_t>(status.st_size), '\0');
    const ssize_t count = ::pread(file.number(), text.data(), text.size(), 0);
    text.resize(count < 0 ? 0 : static_cast<std::size_t>(count));
    return text;
}

// Whether bubblewrap failed, or what Sandbox::start() does before the program. No submission is to blame for it: a
// compiler's own message begins with another word.
bool did_not_start(int status, const std::string& errors) {
    return WIFEXITED(status) &&
           (WEXITSTATUS(status) == 126 || WEXITSTATUS(status) == 127 || errors.starts_with("bwrap: "));
}

Printed run(const Sandbox& sandbox, Command command) {
    const Descriptor output = temporary_file();
    const Descriptor errors = temporary_file();
    command.descriptors = {-1, output.number(), errors.number()};
    command.environment = {"PATH=/usr/bin", "LC_ALL=C", "TMPDIR=" + sandbox.seen(command.writable).string()};
    command.limits = limits_of_compiler;
    Process process = sandbox.start(command);
    const bool ended = process.wait_until(std::chrono::steady_clock::now() + time_to_compile);
    Printed printed{contents(output), contents(errors), false, {}};
    if (!ended) {
        printed.end = "the compiler did not end within a minute";
    } else if (did_not_start(process.status(), printed.errors)) {
        throw std::runtime_error{"the sandbox does not start: " + printed.errors.substr(0, 200)};
    } else if (WIFEXITED(process.status())) {
        printed.succeeded = WEXITSTATUS(process.status()) == 0;
        printed.end = "the compiler failed";
    } else {
        printed.end = "the compiler was ended: it used too much time or memory";
    }
    return printed;
}

// The first line with this word, such as "error: ", from there on, with its place. `path` becomes `name`.
std::string first_line_with(std::string_view word, const std::string& text, const std::string& path,
                            const std::string& name) {
    std::istringstream lines{text};
    for (std::string line; std::getline(lines, line);) {
        if (line.find(word) == std::string::npos) continue;
        for (auto place = line.find(path); place != std::string::npos; place = line.find(path, place + name.size())) {
            line.replace(place, path.size(), name);
        }
        return line.substr(0, 500);
    }
    return {};
}

// g++: "warning: ignoring '#pragma omp tile'"; clang++: "warning: extra tokens at the end of '#pragma omp for' are
// ignored".
std::string first_ignored_pragma(const std::string& text, const std::string& path, const std::string& name) {
    const std::string ignored = first_line_with("ignoring '#pragma omp", text, path, name);
    return ignored.empty() ? first_line_with("at the end of '#pragma omp", text, path, name) : ignored;
}

std::vector<std::string> common_options(const std::vector<std::string>& more) {
    std::vector<std::string> options{
        "-std=c++20", "-fopenmp", "-fPIC", "-shared", "-ffp-contract=off", "-Wall", "-fdiagnostics-color=never"};
    options.insert(options.end(), more.begin(), more.end());
    return options;
}

std::string first_existing(std::initializer_list<const char*> paths) {
    for (const char* const path : paths) {
        if (std::filesystem::exists(path)) return path;
    }
    return {};
}

}  // namespace

std::string output_of(const Sandbox& sandbox, const Command& command) { return run(sandbox, command).output; }

Compiler timed_compiler() {
    const std::string program = TIMED_COMPILER;
    const bool is_clang = program.find("clang") != std::string::npos;
    std::vector<std::string> options{"-O3", is_clang ? "-ferror-limit=3" : "-fmax-errors=3"};
    std::istringstream words{TIMED_COMPILER_OPTIONS};
    for (std::string word; words >> word;) options.push_back(word);
    return {.program = program, .options = common_options(options), .worker = WORKER_PROGRAM};
}

Detector race_detector(const std::filesystem::path& folder) {
    const std::string how = "; on Debian, `make setup FOR=course` installs it";
    const std::string program = first_existing({"/usr/bin/clang++"});
    if (program.empty()) return {.missing = "the race check needs clang++" + how};
    Compiler compiler{.program = program,
                      .options = common_options({"-O1", "-g", "-fsanitize=thread", "-ferror-limit=3"}),
                      .worker = folder / "worker_for_detector",
                      .detects_races = true};
    const std::filesystem::path real = std::filesystem::canonical(program).parent_path().parent_path();
    compiler.tool = (real / "lib" / "libarcher.so").string();
    if (!std::filesystem::exists(compiler.tool)) {
        return {.missing = "the race check needs libomp and its library libarcher.so" + how};
    }
    if (!std::filesystem::exists(compiler.worker)) {
        const std::string sources = SOURCE_FOLDER;
        std::vector<std::string> words{program,    "-std=c++20",        "-O1",
                                       "-fopenmp", "-fsanitize=thread", "-DHAS_SECCOMP=" + std::to_string(HAS_SECCOMP)};
        words.insert(words.end(), {"-I", sources, sources + "/grader/worker_program.cpp"});
        // ThreadSanitizer has operators new and delete of its own.
        words.insert(words.end(), {"-DHAS_GUARDED_HEAP=0", sources + "/grader/allowed_calls.cpp"});
        words.insert(words.end(), {"-o", compiler.worker.string(), "-ldl"});
        if (HAS_SECCOMP) words.emplace_back("-lseccomp");
        const Printed printed =
            run(Sandbox{Level::protocol, 0}, {.words = std::move(words), .writable = {folder, folder}});
        if (!printed.succeeded) {
            return {.missing = "the race check cannot compile its worker: " +
                               first_line_with("error", printed.errors, SOURCE_FOLDER, "src") + how};
        }
    }
    return {.compiler = std::move(compiler)};
}

Compiled compile_submission(const Compiler& compiler, const Sandbox& sandbox, const std::filesystem::path& source,
                            const std::filesystem::path& folder, const std::string& name) {
    const Visible text{source, "/submission.cpp"};
    const Visible out{folder, "/out"};
    const std::string seen = sandbox.seen(text).string();
    const std::string library = compiler.detects_races ? "for_detector.so" : "submission.so";
    Compiled compiled{.library = folder / library};
    const auto refuse = [&](std::string message) {
        compiled.fault = Fault{VerdictCode::refused, std::move(message)};
        return compiled;
    };
    const auto words_with = [&](std::initializer_list<std::string> more) {
        std::vector<std::string> words{compiler.program.string()};
        words.insert(words.end(), compiler.options.begin(), compiler.options.end());
        words.insert(words.end(), more.begin(), more.end());
        words.push_back(seen);
        // Atomic accesses to more than 8 bytes, such as those of a reduction in long double.
        words.insert(words.end(), {"-Wl,--as-needed", "-latomic"});
        return words;
    };
    const Printed lines = run(sandbox, {.words = words_with({"-E"}), .files = {text}, .writable = out});
    const auto first_error = [&](const Printed& printed) {
        const std::string error = first_line_with("error", printed.errors, seen, name);
        return error.empty() ? printed.end : error;
    };
    if (!lines.succeeded) return refuse(first_error(lines));
    compiled.own_lines = lines_of_file(lines.output, seen);
    compiled.fault = forbidden_word(compiled.own_lines);
    if (compiled.fault) return compiled;

    const Printed printed =
        run(sandbox,
            {.words = words_with({"-o", (sandbox.seen(out) / library).string()}), .files = {text}, .writable = out});
    if (!printed.succeeded) return refuse(first_error(printed));
    compiled.first_warning = first_line_with("warning: ", printed.errors, seen, name);
    compiled.ignored_pragma = first_ignored_pragma(printed.errors, seen, name);
    const Visible object{compiled.library, "/submission.so"};
    const Printed symbols =
        run(sandbox, {.words = {"/usr/bin/nm", "-D", "--format=posix", sandbox.seen(object).string()},
                      .files = {object},
                      .writable = out});
    if (!symbols.succeeded) return refuse("its functions cannot be listed");
    compiled.fault = forbidden_symbol(symbols.output);
    compiled.openmp_function = openmp_function(symbols.output);
    return compiled;
}

}  // namespace reductions
