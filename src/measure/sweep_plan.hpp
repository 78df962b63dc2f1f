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

struct SweepPlan {
    std::string name;
    std::vector<SweepPoint> points;  // no duplicates, in ascending order of size
    std::size_t repetitions;         // of each variant at each point
};

// The plan of a sweep over the article's arrays: over sizes from 1,000 to 100,000,000 with one thread per core; over
// threads, from one to twice the cores; and over all types. Leaves out points whose arrays and temporaries need more
// than `memory` bytes. A quick plan has fewer sizes and repetitions. It takes less than a minute. The default plan
// takes a few minutes.
SweepPlan sweep_plan(bool quick, std::size_t cores, std::size_t memory);

// About how long a point takes, relative to other points.
double expected_effort(const SweepPoint& point);

}  // namespace reductions
