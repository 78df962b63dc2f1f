// Runs a sample that was built for ThreadSanitizer.
#include "race_lab/detector_run.hpp"

#include <string>

#include "race_lab/shell.hpp"

namespace reductions {
namespace {

// Some releases of ThreadSanitizer do not start if the system randomises addresses over too wide a range. So we turn
// this off if we may.
std::string without_random_addresses() {
    return run_command("setarch -R true 2>/dev/null").status == 0 ? "setarch -R " : "";
}

}  // namespace

Detection run_under_detector(const std::filesystem::path& sample, std::size_t runs) {
    static const std::string setarch = without_random_addresses();
    // With the longest history of accesses, since a shorter one misses races that are far apart.
    const std::string command = "TSAN_OPTIONS=ignore_noninstrumented_modules=1:history_size=7 " + setarch +
                                quoted(sample.string()) + " --size 10000 --threads 4 2>&1 >/dev/null";
    Detection detection;
    for (detection.runs = 0; detection.runs < runs; ++detection.runs) {
        const auto [output, status] = run_command(command);
        if (output.find("left out of this build") != std::string::npos) return {.left_out = true};
        const auto race = reported_race(output);
        const bool reported = output.find("WARNING: ThreadSanitizer") != std::string::npos;
        if (status != 0 && !reported) ++detection.failed;
        if (!race) continue;
        if (detection.found++ == 0) detection.place = *race;
    }
    return detection;
}

}  // namespace reductions
