// Saves the results of a sweep in a file, point by point, so that an interrupted sweep can be continued.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "measure/sweep_plan.hpp"

namespace reductions {

// A sweep writes its results to sweep.unfinished.json, which becomes sweep.json when the sweep is finished. Both files
// have Google Benchmark's format. Their context also contains the name of the plan, and under "variants" the name,
// chapter, article_name and expectation of every variant of the catalog, in teaching order. All functions throw
// std::system_error if a file cannot be written.
class SweepFile {
public:
    // Creates the folder if it is missing. Continues the folder's unfinished sweep if it has the same plan, processor,
    // compiler and variants, and if its file is not older than `program`. Otherwise starts a new sweep, which
    // overwrites the unfinished one when the first point is added.
    SweepFile(const std::filesystem::path& folder, const std::string& plan, const std::filesystem::path& program);
    SweepFile(const SweepFile&) = delete;
    SweepFile& operator=(const SweepFile&) = delete;
    ~SweepFile();

    // Whether the file contains results of the point.
    bool has(const SweepPoint& point) const;

    // Adds the results of a comparison, in Google Benchmark's JSON, and saves the file.
    void add(const std::string& json);

    // Renames the file to sweep.json.
    void finish() const;

    std::filesystem::path finished_path() const;

private:
    struct Results;  // hides the JSON library, because its header takes seconds to compile

    std::filesystem::path folder_;
    std::unique_ptr<Results> results_;
};

}  // namespace reductions
