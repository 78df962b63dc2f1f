// The results of a sweep in a file that grows from point to point, so that an interrupted sweep can be continued.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "measure/sweep_plan.hpp"

namespace ssd {

// While a sweep is under way its results are in sweep.unfinished.json; a finished one is sweep.json. Both are in Google
// Benchmark's format, with the plan's name in the context. All functions throw std::system_error where a file cannot be
// written.
class SweepFile {
public:
    // Takes up an unfinished sweep of the folder, if it was measured with the same plan, on the same machine, and by
    // a program not older than `program`; otherwise begins anew, and what cannot be taken up is lost only when the
    // first new point is added. Makes the folder.
    SweepFile(const std::filesystem::path& folder, const std::string& plan, const std::filesystem::path& program);
    SweepFile(const SweepFile&) = delete;
    SweepFile& operator=(const SweepFile&) = delete;
    ~SweepFile();

    // Whether the point's results are there.
    bool has(const SweepPoint& point) const;

    // Adds the results of a comparison, in Google Benchmark's JSON, and saves all that there is.
    void add(const SweepPoint& point, const std::string& json);

    // Makes sweep.json of it.
    void finish() const;

    std::filesystem::path finished_path() const;

private:
    struct Results;  // of the JSON library, whose header takes seconds to compile

    std::filesystem::path folder_;
    std::unique_ptr<Results> results_;
};

}  // namespace ssd
