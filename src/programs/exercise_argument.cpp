#include "programs/exercise_argument.hpp"

#include <filesystem>

#include "programs/arguments.hpp"

namespace reductions {

std::filesystem::path course_folder() { return COURSE_FOLDER; }

Exercise exercise_argument(const std::string& text) {
    const std::filesystem::path course = course_folder();
    std::string names;
    for (const std::string& name : exercise_names(course)) {
        const std::string number = exercise_number(name);
        if (text == name || text == number || "0" + text == number) return read_exercise(course / name);
        names += (names.empty() ? "" : ", ") + name;
    }
    if (std::filesystem::exists(std::filesystem::path{text} / "exercise.json")) {
        return read_exercise(std::filesystem::canonical(text));
    }
    throw InputError{"exercise: '" + text + "' is not one of " + names};
}

}  // namespace reductions
