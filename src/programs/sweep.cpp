// Measures what the report shows: the article's variants and at_the_limit, over sizes, threads and types.
#include <omp.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <filesystem>
#include <iostream>
#include <numeric>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "arrays/generated_arrays.hpp"
#include "arrays/printable.hpp"
#include "catalog/catalog.hpp"
#include "contract/threads.hpp"
#include "measure/comparison.hpp"
#include "measure/constraints.hpp"
#include "measure/engine_settings.hpp"
#include "measure/machine.hpp"
#include "measure/memory.hpp"
#include "measure/other_work.hpp"
#include "measure/sweep_plan.hpp"
#include "programs/command_line.hpp"
#include "programs/resources.hpp"
#include "report/format.hpp"
#include "report/progress.hpp"
#include "report/sweep_file.hpp"

namespace {

struct Arguments {
    std::string folder = "build/report";
    bool quick = false;
};

std::vector<const reductions::Variant*> swept_variants() {
    std::vector<const reductions::Variant*> variants;
    for (const reductions::Variant* variant : reductions::catalog()) {
        if (variant->chapter == "article" || variant->name == "at_the_limit") variants.push_back(variant);
    }
    return variants;
}

std::string in_words(const reductions::SweepPoint& point) {
    return reductions::format_count(point.size) + " elements of " + point.type + ", " + std::to_string(point.threads) +
           (point.threads == 1 ? " thread" : " threads");
}

// How far the sweep is, in effort, and how long the rest will take if it goes on like this.
class TimeLeft {
public:
    explicit TimeLeft(double all) : all_{all} {}

    void spent(double effort) { done_ += effort; }

    std::string in_words(double of_the_current_point) const {
        const double done = done_ + of_the_current_point;
        if (done <= 0) return "";
        const std::chrono::duration<double> elapsed = std::chrono::steady_clock::now() - start_;
        const auto seconds = static_cast<std::size_t>(std::ceil(elapsed.count() * (all_ - done) / done));
        return ", about " +
               (seconds < 60 ? std::to_string(seconds) + " s" : std::to_string(seconds / 60 + 1) + " min") + " left";
    }

private:
    std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
    double all_;
    double done_ = 0;
};

// Measures one point; returns whether all variants that are to be right were right.
bool measure(const reductions::SweepPoint& point, std::size_t repetitions, reductions::SweepFile& file,
             const std::function<void(std::size_t done, std::size_t all)>& progress) {
    reductions::set_thread_count(point.threads);
    const std::vector<reductions::AnyArrays> data{reductions::article_arrays(point.type, point.size)};
    std::ostringstream json;
    const std::vector<reductions::Measurement> measurements =
        reductions::compare(swept_variants(), data,
                            {.repetitions = repetitions, .shorten_slow = false, .progress = progress, .json = &json});
    file.add(point, json.str());
    return std::none_of(measurements.begin(), measurements.end(), [](const reductions::Measurement& m) {
        return m.variant->expectation == reductions::Expectation::right && m.judgement.wrong();
    });
}

// The points with more threads than OpenMP delivers, which are points with fewer threads.
void leave_out_what_openmp_does_not_deliver(reductions::SweepPlan& plan, std::size_t most_threads) {
    reductions::set_thread_count(most_threads);
    const std::size_t delivered = omp_get_dynamic() != 0 ? most_threads : reductions::delivered_threads();
    const auto too_many = [&](const reductions::SweepPoint& point) { return point.threads > delivered; };
    if (const auto count = std::erase_if(plan.points, too_many); count != 0) {
        std::cout << "sweep: " << count << " points with more threads are left out: OpenMP delivers " << delivered
                  << reductions::note_on_threads() << '\n';
    }
}

int sweep(const Arguments& arguments) {
    if (const std::string ignored = reductions::ignored_engine_settings(); !ignored.empty()) {
        std::cerr << "sweep: ignored: " << ignored << "; what can be set is listed by --help\n";
    }
    const std::size_t cores = reductions::this_machine().cores;
    reductions::SweepPlan plan = reductions::sweep_plan(arguments.quick, cores, reductions::memory_at_start().bytes);
    reductions::start_threads(2 * cores, "a sweep to twice the cores");
    reductions::limit_memory_to_what_is_available();
    leave_out_what_openmp_does_not_deliver(plan, 2 * cores);
    reductions::SweepFile file{arguments.folder, plan.name, std::filesystem::read_symlink("/proc/self/exe")};

    std::vector<reductions::SweepPoint> to_do = plan.points;
    std::erase_if(to_do, [&](const reductions::SweepPoint& point) { return file.has(point); });
    std::cout << "sweep: " << to_do.size() << " points to measure";
    if (to_do.size() != plan.points.size()) {
        std::cout << "; " << plan.points.size() - to_do.size() << " are there from a run that was interrupted";
    }
    std::cout << std::endl;

    TimeLeft time_left{std::accumulate(
        to_do.begin(), to_do.end(), 0.0,
        [](double sum, const reductions::SweepPoint& point) { return sum + reductions::expected_effort(point); })};
    bool right = true;
    const reductions::OtherWork other_work;
    {
        const reductions::Progress line{"sweep"};
        for (std::size_t i = 0; i < to_do.size(); ++i) {
            const reductions::SweepPoint& point = to_do[i];
            const double effort = reductions::expected_effort(point);
            const auto progress = [&](std::size_t done, std::size_t all) {
                const double part = static_cast<double>(done) / static_cast<double>(std::max<std::size_t>(all, 1));
                line.show("point " + std::to_string(i + 1) + " of " + std::to_string(to_do.size()) + " (" +
                          in_words(point) + ')' + time_left.in_words(part * effort));
            };
            progress(0, 1);
            right = measure(point, plan.repetitions, file, progress) && right;
            time_left.spent(effort);
        }
    }
    file.finish();
    std::cout << reductions::other_work_in_words(other_work.cores());
    std::cout << "sweep: the results are in " << reductions::printable(file.finished_path().string()) << '\n';
    if (!right) {
        std::cerr << "sweep: a variant that should be right gave a wrong answer; wrong_runs and wrong_control_runs in "
                     "the file tell which\n";
    }
    return right ? 0 : 1;
}

}  // namespace

int main(int count, char** arguments) {
    Arguments parsed;
    std::vector<reductions::Argument> all{
        reductions::text_argument("folder", "FOLDER", "Where the results go (default build/report)", parsed.folder),
        reductions::flag_argument("--quick", "Fewer sizes and repetitions: less than a minute", parsed.quick)};
    return reductions::run_program(
        {.name = "sweep",
         .description = "Measures what the report shows: the article's variants and at_the_limit, over sizes, threads "
                        "and types. An interrupted run is continued.",
         .arguments = std::move(all),
         .body = [&] { return sweep(parsed); }},
        count, arguments);
}
