#include "grader/thread_activity.hpp"

#include <algorithm>
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

ThreadActivity difference(const ThreadActivity& before, ThreadActivity after) {
    for (auto& [thread, activity] : after) {
        const auto earlier = before.find(thread);
        if (earlier == before.end()) continue;
        activity.page_faults -= std::min(activity.page_faults, earlier->second.page_faults);
        activity.nanoseconds -= std::min(activity.nanoseconds, earlier->second.nanoseconds);
    }
    return after;
}

bool worked_together(const Activity& one, const Activity& other) {
    if (one.first_look == 0 || other.first_look == 0) return true;
    return std::max(one.first_look, other.first_look) <= std::min(one.last_look, other.last_look);
}

void ThreadWatch::look(const ThreadActivity& now) {
    // Who starts a thread causes a few page faults in its stack. That is no work on the arrays.
    constexpr std::uint64_t least = 32;
    ++looks_;
    for (auto [thread, activity] : now) {
        const Activity& earlier = latest_[thread];
        activity.first_look = earlier.first_look;
        activity.last_look = earlier.last_look;
        const auto at_work = page_faults_at_work_.try_emplace(thread, before_[thread].page_faults).first;
        if (activity.page_faults >= at_work->second + least) {
            at_work->second = activity.page_faults;
            activity.last_look = looks_;
            if (activity.first_look == 0) activity.first_look = looks_;
        }
        latest_[thread] = activity;
    }
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
