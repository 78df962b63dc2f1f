// Prints what race detectors reported, and compares it with the catalog.
#include "race_lab/detector_report.hpp"

#include <ostream>
#include <string>

namespace reductions {
namespace {

std::string of_runs(std::size_t count, std::size_t runs) {
    return " in " + std::to_string(count) + " of " + std::to_string(runs) + (runs == 1 ? " run" : " runs");
}

std::string in_words(const Detection& detection, Expectation expectation) {
    if (detection.left_out) return "left out of this build";
    if (detection.failed != 0) return "failed" + of_runs(detection.failed, detection.runs);
    if (detection.found != 0) return "race" + of_runs(detection.found, detection.runs) + ": " + detection.place;
    const std::string clean = "clean" + of_runs(detection.runs, detection.runs);
    return expectation == Expectation::lossy ? clean + ": wrong, without a data race" : clean;
}

// What the second detector found, compared with the catalog.
Cell alarm(const std::optional<Detection>& detection, Expectation expectation) {
    if (!detection) return {"-", Colour::faint};
    if (detection->left_out || detection->failed != 0) return {"-", Colour::faint};
    if (expectation == Expectation::racy) {
        return detection->found != 0 ? Cell{"race"} : Cell{"missed", Colour::bad};
    }
    return detection->found != 0 ? Cell{"FALSE ALARM", Colour::bad} : Cell{"clean"};
}

}  // namespace

void print_detections(std::ostream& out, std::span<const DetectedVariant> variants, const Terminal& terminal) {
    Table table{{{"variant", Align::left},
                 {"catalog", Align::left},
                 {"", Align::left},
                 {"g++'s", Align::left},
                 {"clang++'s ThreadSanitizer, with Archer", Align::left}}};
    for (const auto& [variant, detection, of_gcc] : variants) {
        const bool agreed = agrees(detection, variant->expectation);
        table.add({.cells = {{std::string{variant->name}},
                             {std::string{name_of(variant->expectation)}},
                             agreed ? Cell{"agrees", Colour::good} : Cell{"DISAGREES", Colour::bad},
                             alarm(of_gcc, variant->expectation),
                             {in_words(detection, variant->expectation)}}});
    }
    table.print(out, terminal);
}

}  // namespace reductions
