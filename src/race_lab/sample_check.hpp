// A sample's program, run in many settings: what a student checks an edited sample with.
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "race_lab/race_detector.hpp"

namespace reductions {

struct SampleSetting {
    std::string type;
    std::size_t size;
    std::size_t threads;
};

// What the program said in one setting.
struct SampleRun {
    SampleSetting setting;
    std::string verdict;  // in the program's own words; empty where it did not come to one
    std::string made_of;  // what wrong answers were made of; empty where it did not say
    std::string error;    // the last line of its standard error

    bool right() const { return verdict.starts_with("right") || verdict.starts_with("all elements counted"); }
};

// From one element to a million, with 1 to 8 threads, and all types.
std::vector<SampleSetting> settings_of_a_check();

// Runs the program in each setting; `progress` is called before each. A setting with more elements than one that took
// more than five seconds is left out.
std::vector<SampleRun> check_sample(const std::filesystem::path& program,
                                    const std::function<void(std::size_t done, std::size_t all)>& progress);

// What is wrong and where, in one line, by the runs and by what the detector found, if there was one.
std::string conclusion(const std::vector<SampleRun>& runs, const std::optional<Detection>& detection);

}  // namespace reductions
