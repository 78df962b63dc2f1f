#include "programs/desk_watch.hpp"

#include <unistd.h>

#include <chrono>
#include <iostream>
#include <memory>
#include <string>
#include <thread>

#include "grader/interruption.hpp"
#include "grader/watched_file.hpp"
#include "programs/desk_check.hpp"
#include "programs/desk_predict.hpp"

namespace reductions {
namespace {

// Between two looks at the file. A terminal that was closed ends the watch, also where make alone hears of it.
void pause() {
    static const bool was_terminal = ::isatty(STDOUT_FILENO) == 1;
    throw_if_interrupted();
    if (was_terminal && ::isatty(STDOUT_FILENO) != 1) throw Interrupted{};
    std::this_thread::sleep_for(std::chrono::milliseconds{200});
}

// Returns when the file has been saved, or when the student has gone to another exercise.
void wait_for_save(const DeskArguments& arguments, const Desk& desk, const std::string& exercise,
                   WatchedFile& watched) {
    WatchedFile state{desk.state_file()};
    const std::string shown = desk.file_name(exercise);
    constexpr int patience = 15;  // an editor that renames needs less
    for (int missing = 0; !watched.was_saved(); pause()) {
        missing = stamp_of(watched.path()) ? 0 : missing + 1;
        if (missing == patience) {
            std::cout << shown << " is missing. `make reset` writes the starter.\n" << std::flush;
        }
        if (state.was_saved()) {
            state.see();
            if (chosen_exercise(arguments, desk) != exercise) return;
        }
    }
    // An editor may need several writes.
    do {
        watched.see();
        std::this_thread::sleep_for(std::chrono::milliseconds{50});
        throw_if_interrupted();
    } while (watched.was_saved() || !stamp_of(watched.path()));
}

// Watches one exercise until the student goes to another one.
void watch_exercise(const DeskArguments& arguments, const Desk& desk, const std::string& exercise) {
    desk.lay_out(exercise);
    WatchedFile watched{desk.file(exercise)};
    // The starter is not worth a check, but a student's file is.
    bool is_saved = !desk.is_starter(exercise);
    const std::unique_ptr<Workbench> bench = prepared(desk, exercise);
    std::cout << "Watching " << desk.file_name(exercise) << ": save it to check it. Ctrl-C ends.\n" << std::flush;
    mention_prediction(desk, exercise);
    while (true) {
        if (!is_saved) wait_for_save(arguments, desk, exercise, watched);
        if (chosen_exercise(arguments, desk) != exercise) return;
        watched.see();
        try {
            check_file(arguments, desk, *bench, &watched);
            is_saved = false;
        } catch (const SavedAgain&) {
            is_saved = true;
        }
    }
}

}  // namespace

void watch_desk(const DeskArguments& arguments, const Desk& desk) {
    try {
        while (true) watch_exercise(arguments, desk, chosen_exercise(arguments, desk));
    } catch (const Interrupted&) {
        // This is how a watch ends.
    }
}

}  // namespace reductions
