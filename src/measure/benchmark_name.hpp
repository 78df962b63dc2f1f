// The names of benchmarks in Google Benchmark's JSON.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace reductions {

// <what>/<type>/<size>/<threads>. /busy_cores:<number> follows if cores are kept busy.
std::string benchmark_name(std::string_view what, std::string_view type, std::size_t size, std::size_t threads,
                           std::size_t busy_cores = 0);

}  // namespace reductions
