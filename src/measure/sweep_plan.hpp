// What the report's sweeps measure: which sizes, numbers of threads and types, and whether a core is busy.
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
    std::size_t busy_cores = 0;  // kept busy with other work

    bool operator==(const SweepPoint&) const = default;
};

struct SweepPlan {
    std::string name;
    std::vector<SweepPoint> points;  // no duplicates, in ascending order of size
    std::size_t repetitions;         // of each variant at each point
};

// The plan of a sweep over the article's arrays: over sizes from 1,000 to 100,000,000 with one thread per core; over
// threads, from one to twice the cores; over all types; and with one busy core, if there is another one. Leaves out
// points whose arrays and temporaries need more than `memory` bytes. A quick plan has fewer sizes and repetitions. It
// takes less than a minute. The default plan takes a few minutes.
SweepPlan sweep_plan(bool quick, std::size_t cores, std::size_t memory);

// Whether the schedules are compared at this point: it has busy cores, or the plan has the same point with busy cores.
bool compares_schedules(const SweepPlan& plan, const SweepPoint& point);

// About how long a point takes, relative to other points.
double expected_effort(const SweepPoint& point);

}  // namespace reductions
