// Keeps the timing engine's own settings out of this program.
#pragma once

#include <string>

namespace reductions {

// Google Benchmark takes its command line's options from the environment as well: BENCHMARK_FILTER leaves variants out,
// BENCHMARK_OUT writes over a file. That the engine is Google Benchmark is this program's business, so the engine finds
// none of them. Returns the names of those that were set, to be told to the user: "BENCHMARK_FILTER, BENCHMARK_OUT".
std::string ignored_engine_settings();

}  // namespace reductions
