#include "grader/desk.hpp"

#include <fcntl.h>
#include <sys/file.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <system_error>
#include <utility>

#include <nlohmann/json.hpp>

#include "grader/descriptor.hpp"
#include "grader/exercise.hpp"
#include "report/output_file.hpp"

namespace reductions {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

// The first line of a desk's Makefile. No other Makefile is overwritten.
constexpr std::string_view first_line = "# The student's desk. `make course` writes this file again.";

// Follows the definitions of `program`, `checkout` and `exercises`, three paths that are quoted for the shell.
constexpr std::string_view makefile = R"makefile(
# EXERCISE=07 chooses another exercise than the current one. SEED=42 repeats a check with the same data.
quoted = '$(subst ','\'',$(1))'
present = [ -x $(program) ] || { echo 'course: '$(program)' is missing; `make course` in '$(checkout)' builds it'; exit 2; }
course = $(program) $(1) --course $(exercises) $(if $(EXERCISE),--exercise $(call quoted,$(EXERCISE)))
seed = $(if $(SEED),--seed $(call quoted,$(SEED)))

.PHONY: watch predict check hint next list reset help
.DEFAULT_GOAL := watch

# With exec, no shell between make and the program dies of Ctrl-C and says so.
watch: ## check the exercise whenever you save it (this); Ctrl-C ends
	@$(present); exec $(call course,watch)

predict: ## say what you expect before a program runs, and run it
	@$(present); exec $(call course,predict)

# Status 1 says that the exercise has not passed, and then the check has worked.
check: ## check it once [EXERCISE=07] [SEED=42]
	@$(present); $(call course,check) $(seed) || [ $$? = 1 ]

hint: ## show the next of three hints
	@$(present); $(call course,hint)

next: ## go to the next exercise, or to EXERCISE=07
	@$(present); $(call course,next)

list: ## list the exercises, your points, and the current exercise
	@$(present); $(call course,list)

reset: ## bring the starter back; your file gets another name
	@$(present); $(call course,reset)

help: ## list the targets
	@sed -n 's/^\([a-z]*\):[^#]*## /    make \1: /p' Makefile
)makefile";

void replace_all(std::string& text, std::string_view from, const std::string& to) {
    for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
        text.replace(at, from.size(), to);
    }
}

// A path as a word of the shell, in a variable of make.
std::string quoted(std::string path) {
    replace_all(path, "'", "'\\''");
    replace_all(path, "$", "$$");
    replace_all(path, "#", "\\#");
    return "'" + path + "'";
}

// Nothing if there is no such file. Throws std::runtime_error if there is one that cannot be read.
std::optional<std::string> file_text(const fs::path& path) {
    if (!fs::exists(path)) return std::nullopt;
    std::ifstream file{path, std::ios::binary};
    if (!file) throw std::runtime_error{"'" + path.string() + "' cannot be read"};
    return std::string{std::istreambuf_iterator<char>{file}, {}};
}

void write_text(const fs::path& path, std::string_view text) {
    try {
        write_file(path, text);
    } catch (const std::system_error& error) {
        throw std::runtime_error{"'" + path.string() + "' cannot be written: " + error.code().message()};
    }
}

// A path with a number before the extension, sum.1.cpp for sum.cpp, such that no file has it.
fs::path numbered(const fs::path& path) {
    for (std::size_t number = 1;; ++number) {
        fs::path candidate = path;
        candidate.replace_extension("." + std::to_string(number) + path.extension().string());
        if (!fs::exists(fs::symlink_status(candidate))) return candidate;
    }
}

// The state's file as JSON: null if it is absent, discarded if it is damaged.
json json_of_file(const fs::path& path) {
    json discarded(json::value_t::discarded);
    if (fs::is_directory(path)) return discarded;
    const auto text = file_text(path);
    if (!text) return nullptr;
    const json object = json::parse(*text, nullptr, false);
    return object.is_object() ? object : json(json::value_t::discarded);
}

// A text that is not empty, or else nothing.
std::optional<std::string> text_at(const json& object, const char* key) {
    const auto found = object.find(key);
    if (found == object.end() || !found->is_string() || found->get<std::string>().empty()) return std::nullopt;
    return found->get<std::string>();
}

std::optional<Prediction> prediction_from(const json& object) {
    if (!object.is_object()) return std::nullopt;
    const auto choice = text_at(object, "choice");
    const auto reason = text_at(object, "reason");
    if (!choice || !reason) return std::nullopt;
    return Prediction{.choice = *choice, .reason = *reason};
}

ExerciseProgress progress_from(const json& object) {
    ExerciseProgress progress;
    if (!object.is_object()) return progress;
    if (const auto hints = object.find("hints"); hints != object.end() && hints->is_number_unsigned()) {
        progress.hints = *hints;
    }
    if (const auto points = object.find("points"); points != object.end() && points->is_number()) {
        progress.points = std::max(0.0, points->get<double>());
    }
    if (const auto passed = object.find("passed"); passed != object.end() && passed->is_boolean()) {
        progress.passed = *passed;
    }
    if (const auto found = object.find("prediction"); found != object.end())
        progress.prediction = prediction_from(*found);
    return progress;
}

std::string json_text(const DeskState& state) {
    json exercises = json::object();
    for (const auto& [name, progress] : state.exercises) {
        exercises[name] = {{"hints", progress.hints}, {"points", progress.points}, {"passed", progress.passed}};
        if (const auto& prediction = progress.prediction) {
            exercises[name]["prediction"] = {{"choice", prediction->choice}, {"reason", prediction->reason}};
        }
    }
    const json object{{"current", state.current}, {"exercises", exercises}};
    return object.dump(4, ' ', false, json::error_handler_t::replace) + "\n";
}

// The watch and a command in another terminal may both change the state. The lock ends with the descriptor, so a
// program that is killed leaves none behind. Where a file system has no locks, nothing is locked.
class FolderLock {
public:
    explicit FolderLock(const fs::path& folder) : folder_{::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)} {
        if (folder_.number() >= 0) ::flock(folder_.number(), LOCK_EX);
    }

private:
    Descriptor folder_;
};

}  // namespace

ExerciseProgress DeskState::progress_of(const std::string& exercise) const {
    const auto found = exercises.find(exercise);
    return found == exercises.end() ? ExerciseProgress{} : found->second;
}

Desk::Desk(const fs::path& folder, fs::path course)
    : folder_{fs::absolute(folder).lexically_normal()},
      course_{std::move(course)},
      exercises_{exercise_names(course_)} {
    if (exercises_.empty()) throw std::runtime_error{"'" + course_.string() + "' contains no exercise"};
}

std::optional<std::string> Desk::find(std::string text) const {
    while (text.size() > 1 && text.back() == '/') text.pop_back();
    for (const std::string& name : exercises_) {
        const std::string number = exercise_number(name);
        if (text == name || text == number || "0" + text == number) return name;
    }
    return std::nullopt;
}

std::optional<std::string> Desk::after(const std::string& exercise) const {
    const auto found = std::find(exercises_.begin(), exercises_.end(), exercise);
    return exercises_.end() - found < 2 ? std::nullopt : std::optional{*(found + 1)};
}

bool Desk::is_started() const {
    std::ifstream file{folder_ / "Makefile"};
    std::string line;
    return std::getline(file, line) && line == first_line;
}

std::size_t Desk::start(const fs::path& program) {
    const fs::path path = folder_ / "Makefile";
    if (fs::exists(fs::symlink_status(path)) && !is_started()) {
        throw std::runtime_error{"'" + folder_.string() + "' has a Makefile of another project; choose a new folder"};
    }
    std::error_code error;
    fs::create_directories(folder_, error);
    if (error) throw std::runtime_error{"'" + folder_.string() + "' cannot be created: " + error.message()};
    std::size_t added = 0;
    for (const std::string& name : exercises_) added += lay_out(name) ? 1U : 0U;
    std::string text{first_line};
    text += "\n\nprogram := " + quoted(program.string());
    text += "\ncheckout := " + quoted(checkout().string()) + "\n";
    text += "exercises := " + quoted(course_.string()) + "\n";
    text += makefile;
    write_text(path, text);
    return added;
}

// The name says whether the answer is a program or a text.
fs::path Desk::starter(const std::string& exercise) const {
    const fs::path text = course_ / exercise / "starter.txt";
    return fs::exists(text) ? text : course_ / exercise / "starter.cpp";
}

fs::path Desk::file(const std::string& exercise) const { return folder_ / file_name(exercise); }

std::string Desk::file_name(const std::string& exercise) const {
    return exercise + (starter(exercise).extension() == ".txt" ? "/answer.txt" : "/sum.cpp");
}

bool Desk::is_starter(const std::string& exercise) const {
    return file_text(file(exercise)) == file_text(starter(exercise));
}

bool Desk::lay_out(const std::string& exercise) const {
    const fs::path folder = folder_ / exercise;
    std::error_code error;
    fs::create_directories(folder, error);
    if (error) throw std::runtime_error{"'" + folder.string() + "' cannot be created: " + error.message()};
    const std::string description = file_text(course_ / exercise / "exercise.md").value_or("");
    write_text(folder / "exercise.md", description + "\nYour file is `" + file(exercise).filename().string() +
                                           "`. The paths above are relative to\n`" + checkout().string() + "`.\n");
    // A dangling link is the student's too.
    if (fs::exists(fs::symlink_status(file(exercise)))) return false;
    write_text(file(exercise), file_text(starter(exercise)).value());
    return true;
}

std::optional<fs::path> Desk::reset(const std::string& exercise) const {
    if (lay_out(exercise) || is_starter(exercise)) return std::nullopt;
    const fs::path copy = numbered(file(exercise));
    // A copy, so that the student's file exists at any moment.
    fs::copy_file(file(exercise), copy);
    write_text(file(exercise), file_text(starter(exercise)).value());
    return copy;
}

std::vector<std::string> Desk::hints(const std::string& exercise) const {
    constexpr std::string_view separator = "---\n";
    const std::string text = file_text(course_ / exercise / "hints.md").value_or("");
    std::vector<std::string> hints;
    for (std::size_t begin = 0; begin < text.size();) {
        const auto end = std::min(text.find(separator, begin), text.size());
        hints.push_back(text.substr(begin, end - begin));
        begin = end + separator.size();
    }
    return hints;
}

std::vector<fs::path> Desk::samples(const std::string& exercise) const {
    constexpr std::string_view quote = "`";
    const std::string text = file_text(course_ / exercise / "exercise.md").value_or("");
    std::vector<fs::path> samples;
    for (auto begin = text.find("`src/variants/"); begin != std::string::npos;
         begin = text.find("`src/variants/", begin)) {
        const auto end = text.find(quote, ++begin);
        if (end == std::string::npos) break;
        samples.push_back(checkout() / text.substr(begin, end - begin));
        begin = end;
    }
    return samples;
}

fs::path Desk::prediction_file(const std::string& exercise) const { return course_ / exercise / "prediction.md"; }

bool Desk::has_prediction_task(const std::string& exercise) const { return fs::exists(prediction_file(exercise)); }

DeskState Desk::state() const {
    DeskState state{.current = exercises_.front()};
    const json object = json_of_file(state_file());
    if (!object.is_object()) return state;
    if (const auto current = object.find("current"); current != object.end() && current->is_string()) {
        state.current = find(current->get<std::string>()).value_or(state.current);
    }
    if (const auto exercises = object.find("exercises"); exercises != object.end() && exercises->is_object()) {
        for (const auto& [name, progress] : exercises->items()) state.exercises[name] = progress_from(progress);
    }
    return state;
}

void Desk::change_state(const std::function<void(DeskState&)>& change) const {
    const FolderLock lock{folder_};
    DeskState changed = state();
    change(changed);
    write_text(state_file(), json_text(changed));
}

void Desk::record(const Grade& grade) const {
    const bool passed = all_passed(grade);
    change_state([&](DeskState& state) {
        ExerciseProgress& progress = state.exercises[grade.exercise];
        progress.points = std::max(progress.points, grade.points());
        progress.passed = progress.passed || passed;
    });
}

Prediction Desk::record_prediction(const std::string& exercise, const Prediction& prediction) const {
    Prediction first = prediction;
    change_state([&](DeskState& state) {
        std::optional<Prediction>& recorded = state.exercises[exercise].prediction;
        if (!recorded) recorded = prediction;
        first = *recorded;
    });
    return first;
}

std::optional<fs::path> Desk::set_damaged_state_aside() const {
    const FolderLock lock{folder_};
    if (!json_of_file(state_file()).is_discarded()) return std::nullopt;
    fs::path aside = numbered(state_file());
    fs::rename(state_file(), aside);
    return aside;
}

bool all_passed(const Grade& grade) {
    return grade.has_right_answer() &&
           std::all_of(grade.criteria.begin(), grade.criteria.end(), [](const Criterion& each) {
               return each.state == Criterion::State::passed || each.state == Criterion::State::not_measured;
           });
}

}  // namespace reductions
