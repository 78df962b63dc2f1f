// What the report's sweeps measure: which sizes, numbers of threads and types.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace reductions {

// One comparison of a sweep.
struct SweepPoint {
    std::string type;
    std::size_t size;
    std::size_t threads;

    bool operator==(const SweepPoint&) const = default;
};

// How thorough the sweeps are.
struct SweepPlan {
    std::string name;
    std::vector<SweepPoint> points;  // each once, the small ones first
    std::size_t repetitions;         // of each variant at each point
};

// On the article's arrays: over sizes from 1,000 to 100,000,000 with a thread for each core; over threads, from one to
// twice the cores; over all types. Points whose arrays and temporaries would not fit into `memory` bytes are left out.
// A quick plan has fewer sizes and repetitions. The plan takes minutes, the quick one less than one.
SweepPlan sweep_plan(bool quick, std::size_t cores, std::size_t memory);

// About how long a point takes, relative to others.
double expected_effort(const SweepPoint& point);

}  // namespace reductions
