#include "grader/thread_activity.hpp"

#include <charconv>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace reductions {
namespace {

std::string only_line_of(const std::filesystem::path& path) {
    std::ifstream file{path};
    std::string line;
    std::getline(file, line);
    return line;
}

}  // namespace

Activity activity_of(const std::string& stat, const std::string& schedstat) {
    Activity activity;
    // The name of the thread stands in parentheses and may contain spaces. The fields after it are numbered from 3
    // (proc(5)): its state is number 3, its minor page faults are number 10.
    const auto end_of_name = stat.rfind(')');
    if (end_of_name == std::string::npos) return activity;
    std::istringstream fields{stat.substr(end_of_name + 1)};
    std::string field;
    for (int number = 3; number <= 10 && fields >> field; ++number) {
        if (number == 3) activity.sleeps = field == "S" || field == "D";
        if (number == 10) std::from_chars(field.data(), field.data() + field.size(), activity.page_faults);
    }
    std::istringstream{schedstat} >> activity.nanoseconds;
    return activity;
}

ThreadActivity thread_activity(pid_t process) {
    ThreadActivity threads;
    std::error_code none;
    const std::filesystem::path tasks = "/proc/" + std::to_string(process) + "/task";
    for (std::filesystem::directory_iterator task{tasks, none}; !none && task != std::filesystem::directory_iterator{};
         task.increment(none)) {
        const std::string stat = only_line_of(task->path() / "stat");
        if (stat.empty()) continue;
        threads[static_cast<pid_t>(std::stol(task->path().filename().string()))] =
            activity_of(stat, only_line_of(task->path() / "schedstat"));
    }
    return threads;
}

}  // namespace reductions
