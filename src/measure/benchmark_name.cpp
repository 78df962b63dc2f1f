// The names of benchmarks in Google Benchmark's JSON.
#include "measure/benchmark_name.hpp"

namespace reductions {

std::string benchmark_name(std::string_view what, std::string_view type, std::size_t size, std::size_t threads,
                           std::size_t busy_cores) {
    return std::string{what} + '/' + std::string{type} + '/' + std::to_string(size) + '/' + std::to_string(threads) +
           (busy_cores == 0 ? "" : "/busy_cores:" + std::to_string(busy_cores));
}

}  // namespace reductions
