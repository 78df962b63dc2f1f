#include "programs/desk_predict.hpp"

#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <chrono>
#include <csignal>
#include <iostream>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <thread>

#include "arrays/printable.hpp"
#include "grader/exercise.hpp"
#include "grader/interruption.hpp"
#include "grader/prediction.hpp"
#include "programs/arguments.hpp"
#include "report/terminal.hpp"
#include "report/wrapping.hpp"

namespace reductions {
namespace {

constexpr std::size_t longest_input = 1000;  // bytes of a line

// The next line of standard input, without spaces at its ends; nothing at the end of the input. std::getline would wait
// for the end of the line after Ctrl-C.
std::optional<std::string> next_line() {
    std::string line;
    while (true) {
        throw_if_interrupted();
        pollfd input{.fd = STDIN_FILENO, .events = POLLIN, .revents = 0};
        if (::poll(&input, 1, 200) <= 0) continue;  // so that a signal just before poll is noticed too
        char letter = 0;
        const ssize_t count = ::read(STDIN_FILENO, &letter, 1);
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0 && line.empty()) return std::nullopt;
        if (count <= 0 || letter == '\n') break;
        line += letter;
        if (line.size() > longest_input) {
            throw InputError{"a line of the input has more than " + std::to_string(longest_input) +
                             " bytes, so nothing was recorded"};
        }
    }
    constexpr std::string_view spaces = " \t\r";
    line.erase(0, std::min(line.find_first_not_of(spaces), line.size()));
    line.erase(line.find_last_not_of(spaces) + 1);
    return line;
}

std::string answer_to(const std::string& prompt) {
    std::cout << prompt << std::flush;
    const auto line = next_line();
    // A terminal shows what is typed. Other input is printed here, so that the dialogue looks the same.
    if (!line || ::isatty(STDIN_FILENO) != 1) std::cout << printable(line.value_or("")) << '\n';
    if (!line) throw InputError{"the input has ended, so nothing was recorded"};
    return *line;
}

Prediction asked_for(const PredictionTask& task) {
    const std::size_t count = task.choices.size();
    std::size_t number = 0;
    while (true) {
        const std::string text = answer_to("Your prediction, 1 to " + std::to_string(count) + ": ");
        const char* const end = text.data() + text.size();
        const auto [read_to, error] = std::from_chars(text.data(), end, number);
        if (error == std::errc{} && read_to == end && number >= 1 && number <= count) break;
        std::cout << '\'' << printable(text) << "' is not a number from 1 to " << count << ".\n";
    }
    while (true) {
        const std::string reason = answer_to("Your reason, in one line: ");
        if (!reason.empty()) return {.choice = task.choices[number - 1], .reason = reason};
        std::cout << "A prediction needs a reason.\n";
    }
}

// As if the student had typed it in the checkout: without what the desk's make tells a make that it calls.
[[noreturn]] void become_shell(const std::filesystem::path& checkout, const std::string& command) {
    for (const char* const name : {"MAKEFLAGS", "MFLAGS", "MAKELEVEL", "MAKEOVERRIDES"}) ::unsetenv(name);
    if (::chdir(checkout.c_str()) == 0) ::execl("/bin/sh", "sh", "-c", command.c_str(), nullptr);
    ::_exit(127);
}

// Runs the command with this program's input and output, and returns its status as waitpid does. Throws Interrupted
// when the command has ended after Ctrl-C, which a terminal also sends to the command.
int status_of(const std::filesystem::path& checkout, const std::string& command) {
    const pid_t child = ::fork();
    if (child == 0) become_shell(checkout, command);
    if (child < 0) throw std::system_error{errno, std::generic_category(), "no shell can be started"};
    int status = 0;
    bool is_told = false;
    while (::waitpid(child, &status, WNOHANG) == 0) {
        if (was_interrupted() && !is_told) {
            ::kill(child, SIGTERM);  // the signal may have been sent to this process alone
            is_told = true;
        }
        std::this_thread::sleep_for(std::chrono::milliseconds{20});
    }
    if (was_interrupted()) {
        std::cout << "\nYour prediction stays recorded. `make predict` runs the command again.\n" << std::flush;
    }
    throw_if_interrupted();
    return status;
}

// The commands after one that fails do not run.
bool run_commands(const PredictionTask& task, const std::filesystem::path& checkout) {
    std::cout << "\nIn " << printable(checkout.string()) << ":\n";
    for (const std::string& command : task.commands) {
        std::cout << "$ " << command << '\n' << std::flush;
        const int status = status_of(checkout, command);
        if (status == 0) continue;
        std::cout << "This command failed with "
                  << (WIFEXITED(status) ? "status " + std::to_string(WEXITSTATUS(status))
                                        : "signal " + std::to_string(WTERMSIG(status)))
                  << ".\n";
        return false;
    }
    return true;
}

// Broken between words, also where the output is no terminal.
void print_line(const std::string& line) {
    std::cout << wrapped_below(line, std::min<std::size_t>(standard_output().width, 80)) << '\n';
}

}  // namespace

bool predict(const DeskArguments& arguments, const Desk& desk) {
    const std::string exercise = chosen_exercise(arguments, desk);
    if (!desk.has_prediction_task(exercise)) throw InputError{"there is nothing to predict in " + exercise};
    const PredictionTask task = read_prediction_task(desk.prediction_file(exercise));
    std::cout << task.question << '\n';
    for (std::size_t i = 0; i < task.choices.size(); ++i) {
        print_line("  " + std::to_string(i + 1) + "  " + task.choices[i]);
    }
    std::cout << '\n';
    std::optional<Prediction> prediction = desk.state().progress_of(exercise).prediction;
    if (prediction) {
        std::cout << "You have made your prediction, and it stays as it is.\n";
    } else {
        prediction = desk.record_prediction(exercise, asked_for(task));
        std::cout << "Your prediction is recorded.\n";
    }
    const bool succeeded = run_commands(task, desk.checkout());
    std::cout << '\n';
    print_line("You predicted:  " + printable(prediction->choice));
    print_line("Your reason:    " + printable(prediction->reason));
    print_line("Expected:       " + task.choices[task.expected]);
    std::cout << '\n' << task.meaning << std::flush;
    return succeeded;
}

void mention_prediction(const Desk& desk, const std::string& exercise) {
    if (!desk.has_prediction_task(exercise)) return;
    const DeskState state = desk.state();
    if (state.progress_of(exercise).prediction) return;
    const std::string choice = state.current == exercise ? "" : " EXERCISE=" + exercise_number(exercise);
    std::cout << "This exercise has a question for you first: `make predict" << choice << "`.\n" << std::flush;
}

}  // namespace reductions
