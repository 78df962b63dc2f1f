// Runs a sample's program in many settings, so that a student can check an edited sample.
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace reductions {

struct SampleSetting {
    std::string type;
    std::size_t size;
    std::size_t threads;
};

// What the program printed in one setting.
struct SampleRun {
    SampleSetting setting;
    std::string verdict;  // in the program's own words; empty if it printed none
    std::string made_of;  // what wrong answers are made of; empty if it did not say
    std::string error;    // if there is no verdict: the last line of its output

    bool right() const { return verdict.starts_with("right") || verdict.starts_with("all elements counted"); }
};

// From one element to a million, with 1 to 8 threads, and all types.
std::vector<SampleSetting> settings_of_a_check();

// Runs the program in each setting and calls `progress` before each. After a setting that took more than five seconds,
// settings with more elements are left out.
std::vector<SampleRun> check_sample(const std::filesystem::path& program,
                                    const std::function<void(std::size_t done, std::size_t all)>& progress);

}  // namespace reductions
