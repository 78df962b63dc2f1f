// Saves the results of a sweep in a file, point by point.
#include "report/sweep_file.hpp"

#include <fstream>
#include <nlohmann/json.hpp>

#include "catalog/catalog.hpp"
#include "measure/benchmark_name.hpp"
#include "measure/machine.hpp"
#include "report/output_file.hpp"

namespace reductions {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

fs::path unfinished(const fs::path& folder) { return folder / "sweep.unfinished.json"; }

// The names of all benchmarks of a point end with it.
std::string suffix(const SweepPoint& point) {
    return benchmark_name("", point.type, point.size, point.threads, point.busy_cores);
}

// What a reader of the file needs to know about each variant of the catalog, in teaching order.
Json variants_as_json() {
    Json variants = Json::array();
    for (const Variant* const variant : catalog()) {
        const Json article_name = variant->article_name.empty() ? Json{} : Json(variant->article_name);
        variants.push_back({{"name", variant->name},
                            {"chapter", variant->chapter},
                            {"article_name", article_name},
                            {"expectation", name_of(variant->expectation)}});
    }
    return variants;
}

bool can_be_continued(const Json& sweep, const std::string& plan) {
    const Machine machine = this_machine();
    const Json context = sweep.value("context", Json::object());
    return sweep.contains("benchmarks") && context.value("plan", "") == plan &&
           context.value("processor", "") == machine.processor && context.value("compiler", "") == machine.compiler &&
           context.value("variants", Json{}) == variants_as_json();
}

}  // namespace

struct SweepFile::Results {
    std::string plan;
    Json sweep;
};

SweepFile::SweepFile(const fs::path& folder, const std::string& plan, const fs::path& program)
    : folder_{folder}, results_{std::make_unique<Results>(Results{plan, {}})} {
    fs::create_directories(folder);
    check_writable(unfinished(folder));
    if (!fs::exists(unfinished(folder))) return;
    if (fs::last_write_time(unfinished(folder)) < fs::last_write_time(program)) return;
    std::ifstream file{unfinished(folder)};
    Json sweep = Json::parse(file, nullptr, false);
    if (sweep.is_object() && can_be_continued(sweep, plan)) results_->sweep = std::move(sweep);
}

SweepFile::~SweepFile() = default;

bool SweepFile::has(const SweepPoint& point) const {
    if (!results_->sweep.is_object()) return false;
    for (const Json& benchmark : results_->sweep["benchmarks"]) {
        if (benchmark.value("run_name", "").ends_with(suffix(point))) return true;
    }
    return false;
}

void SweepFile::add(const std::string& json) {
    Json point = Json::parse(json);
    Json& sweep = results_->sweep;
    if (!sweep.is_object()) {
        sweep = {{"context", point["context"]}, {"benchmarks", Json::array()}};
        sweep["context"]["plan"] = results_->plan;
        sweep["context"]["variants"] = variants_as_json();
    }
    for (Json& benchmark : point["benchmarks"]) sweep["benchmarks"].push_back(std::move(benchmark));
    write_file(unfinished(folder_), sweep.dump(1) + '\n');
}

void SweepFile::finish() const { fs::rename(unfinished(folder_), finished_path()); }

fs::path SweepFile::finished_path() const { return folder_ / "sweep.json"; }

}  // namespace reductions
