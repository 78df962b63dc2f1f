// Measures what the report shows: the article's variants and at_the_limit, over sizes, threads and types; and the
// schedules, with idle cores and with a busy one.
#include <omp.h>

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <numeric>
#include <sstream>
#include <string>
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
#include "measure/stopwatch.hpp"
#include "measure/sweep_plan.hpp"
#include "programs/command_line.hpp"
#include "programs/resources.hpp"
#include "programs/variant_choice.hpp"
#include "report/format.hpp"
#include "report/progress.hpp"
#include "report/sweep_file.hpp"

namespace reductions {
namespace {

struct Arguments {
    std::string folder = "build/report";
    bool quick = false;
};

std::vector<Argument> arguments_of_sweep(Arguments& arguments) {
    return {text_argument("folder", "FOLDER", "Where the results go (default build/report)", arguments.folder),
            flag_argument("--quick", "Fewer sizes and repetitions: less than a minute", arguments.quick)};
}

using Variants = std::vector<const Variant*>;

// The variants with different schedules, and one that steals work, if this build has it. Those that are too slow for
// arrays of this size are left out.
Variants schedules(std::size_t size) {
    Variants variants;
    for (const Variant* const variant : catalog()) {
        const bool is_wanted = variant->chapter == "schedules" || variant->name == "tbb_parallel_reduce";
        if (is_wanted && variant->default_size >= size) variants.push_back(variant);
    }
    return variants;
}

// With busy cores, the slow variants of the article would take long and show nothing.
Variants variants_at(const SweepPlan& plan, const SweepPoint& point) {
    Variants variants = point.busy_cores == 0 ? variants_of_chapter("sweep", "article")
                                              : Variants{&variant_named("sweep", "omp_reduction")};
    variants.push_back(&variant_named("sweep", "at_the_limit"));
    if (compares_schedules(plan, point)) {
        const Variants more = schedules(point.size);
        variants.insert(variants.end(), more.begin(), more.end());
    }
    return variants;
}

std::string in_words(const SweepPoint& point) {
    return format_count(point.size) + " elements of " + point.type + ", " + std::to_string(point.threads) +
           (point.threads == 1 ? " thread" : " threads") +
           (point.busy_cores == 0 ? "" : ", " + std::to_string(point.busy_cores) + " busy");
}

// Measures one point and adds it to the file. Returns whether all variants that should be right were right.
bool measure(const SweepPoint& point, const SweepPlan& plan, SweepFile& file,
             const std::function<void(std::size_t done, std::size_t all)>& progress) {
    set_thread_count(point.threads);
    const std::vector<AnyArrays> data{article_arrays(point.type, point.size)};
    std::ostringstream json;
    const std::vector<TypeMeasurements> measured = compare(variants_at(plan, point), data,
                                                           {.repetitions = plan.repetitions,
                                                            .shorten_slow = false,
                                                            .busy_cores = point.busy_cores,
                                                            .progress = progress,
                                                            .json = &json});
    file.add(json.str());
    return !a_right_variant_was_wrong(measured);
}

// Measures these points. The progress line estimates the time left from the effort done so far. Returns whether all
// variants that should be right were right.
bool measure_all(const std::vector<SweepPoint>& points, const SweepPlan& plan, SweepFile& file) {
    const double all_effort =
        std::accumulate(points.begin(), points.end(), 0.0,
                        [](double sum, const SweepPoint& point) { return sum + expected_effort(point); });
    double effort_of_points_done = 0;
    bool right = true;
    const Stopwatch stopwatch;
    const Progress line{"sweep"};
    for (std::size_t i = 0; i < points.size(); ++i) {
        const SweepPoint& point = points[i];
        const auto progress = [&](std::size_t done, std::size_t all) {
            const double part = static_cast<double>(done) / static_cast<double>(std::max<std::size_t>(all, 1));
            const double effort = effort_of_points_done + part * expected_effort(point);
            const double left = stopwatch.seconds() * (all_effort - effort) / effort;
            line.show("point " + std::to_string(i + 1) + " of " + std::to_string(points.size()) + " (" +
                      in_words(point) + ')' + (effort > 0 ? ", about " + format_time_left(left) + " left" : ""));
        };
        progress(0, 1);
        right = measure(point, plan, file, progress) && right;
        effort_of_points_done += expected_effort(point);
    }
    return right;
}

// Removes points with more threads than OpenMP delivers: they would be the same as points with fewer threads.
void leave_out_what_openmp_does_not_deliver(SweepPlan& plan, std::size_t most_threads) {
    set_thread_count(most_threads);
    const std::size_t delivered = omp_get_dynamic() != 0 ? most_threads : delivered_threads();
    const auto too_many = [&](const SweepPoint& point) { return point.threads > delivered; };
    if (const auto count = std::erase_if(plan.points, too_many); count != 0) {
        std::cout << "sweep: " << count << " points with more threads are left out, because OpenMP delivers "
                  << delivered << note_on_threads() << '\n';
    }
}

int sweep(const Arguments& arguments) {
    if (const std::string ignored = ignored_engine_settings(); !ignored.empty()) {
        std::cerr << "sweep: ignored " << ignored << "; --help lists the options\n";
    }
    const std::size_t cores = this_machine().cores;
    SweepPlan plan = sweep_plan(arguments.quick, cores, memory_at_start().bytes);
    start_threads(2 * cores, "a sweep to twice the cores");
    limit_memory_to_what_is_available();
    leave_out_what_openmp_does_not_deliver(plan, 2 * cores);
    SweepFile file{arguments.folder, plan.name, std::filesystem::read_symlink("/proc/self/exe")};

    std::vector<SweepPoint> to_do = plan.points;
    std::erase_if(to_do, [&](const SweepPoint& point) { return file.has(point); });
    std::cout << "sweep: " << to_do.size() << " points to measure";
    if (to_do.size() != plan.points.size()) {
        std::cout << "; " << plan.points.size() - to_do.size() << " were measured by an interrupted run";
    }
    std::cout << std::endl;

    const OtherWork other_work;
    const bool right = measure_all(to_do, plan, file);
    file.finish();
    std::cout << other_work_in_words(other_work.cores());
    std::cout << "sweep: the results are in " << printable(file.finished_path().string()) << '\n';
    if (!right) {
        std::cerr << "sweep: a variant that should be right gave a wrong answer; see wrong_runs and wrong_control_runs "
                     "in the file\n";
    }
    return right ? 0 : 1;
}

}  // namespace
}  // namespace reductions

int main(int count, char** arguments) {
    reductions::Arguments parsed;
    return reductions::run_program(
        {.name = "sweep",
         .description = "Measures what the report shows: the article's variants and at_the_limit, over sizes, threads "
                        "and types; and the schedules, with and without a busy core. Continues an interrupted run.",
         .arguments = reductions::arguments_of_sweep(parsed),
         .body = [&] { return reductions::sweep(parsed); }},
        count, arguments);
}
