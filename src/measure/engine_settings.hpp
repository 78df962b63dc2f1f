// Keeps Google Benchmark's own settings out of this program.
#pragma once

#include <string>

namespace reductions {

// Google Benchmark also reads its options from the environment: BENCHMARK_FILTER leaves variants out, BENCHMARK_OUT
// overwrites a file. Users of this program should not have to know which engine it uses. So this file removes those
// variables before the engine reads them. Returns the names of those that were set, to show them to the user:
// "BENCHMARK_FILTER, BENCHMARK_OUT".
std::string ignored_engine_settings();

}  // namespace reductions
