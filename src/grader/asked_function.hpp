// The functions that exercises ask for.
#pragma once

#include <string_view>

namespace reductions {

enum class AskedFunction {
    sum,               // std::int64_t sum_of_squared_differences(a, b), or the same with double
    sum_and_largest,   // SumAndLargest sum_and_largest(a, b), on arrays of std::int64_t
    sum_with_threads,  // std::int64_t sum_of_squared_differences(a, b, std::size_t threads)
};

// What the grader adds to the end of a submission. It does not compile if the worker would misunderstand what the
// function returns.
constexpr std::string_view check_of_result(AskedFunction function) {
    if (function != AskedFunction::sum_and_largest) return "";
    return R"(
static_assert(__is_same(decltype(SumAndLargest::sum), long) && __is_same(decltype(SumAndLargest::largest), long) &&
              __builtin_offsetof(SumAndLargest, sum) == 0 && sizeof(SumAndLargest) == 16 &&
              __is_trivially_copyable(SumAndLargest) && __is_same(decltype(sum_and_largest({}, {})), SumAndLargest),
              "keep SumAndLargest as it is in the starter: std::int64_t sum, then std::int64_t largest");
)";
}

}  // namespace reductions
