// Stands in for the library of the article's variants. One of its variants must be right and is off by one, another one
// may be wrong, and none can be called with seven threads.
#include <array>
#include <cstdint>
#include <string_view>

#include "peers/article_variants.hpp"

namespace {

struct Described {
    const char* name;
    const char* function;
    bool is_right;
    std::int64_t error;
};

constexpr std::array variants{Described{"right", "np_squared_diff", true, 0},
                              Described{"off_by_one", "np_parallel_squared_diff", true, 1},
                              Described{"off_by_two", "superfast", false, 2}};

}  // namespace

std::size_t article_variant_count() { return variants.size(); }
const char* article_variant_name(std::size_t index) { return variants[index].name; }
const char* article_variant_function(std::size_t index) { return variants[index].function; }
bool article_variant_is_right(std::size_t index) { return variants[index].is_right; }

const char* call_article_variant(const char* name, const char* type, const void* a, const void* b, std::size_t length,
                                 std::size_t threads, std::size_t calls, void* answers, double* seconds) {
    if (threads == 7) return "it cannot count to seven";
    std::int64_t error = 0;
    for (const Described& variant : variants) {
        if (std::string_view{name} == variant.name) error = variant.error;
    }
    const auto call = [&]<typename T, typename Sum>(const T* x, const T* y, Sum* sums) {
        Sum total = static_cast<Sum>(error);
        for (std::size_t i = 0; i < length; ++i) total += static_cast<Sum>((x[i] - y[i]) * (x[i] - y[i]));
        for (std::size_t index = 0; index < calls; ++index) sums[index] = total;
    };
    if (std::string_view{type} == "int64") {
        call(static_cast<const std::int64_t*>(a), static_cast<const std::int64_t*>(b),
             static_cast<std::int64_t*>(answers));
    } else if (std::string_view{type} == "int32") {
        call(static_cast<const std::int32_t*>(a), static_cast<const std::int32_t*>(b),
             static_cast<std::int64_t*>(answers));
    } else {
        call(static_cast<const float*>(a), static_cast<const float*>(b), static_cast<float*>(answers));
    }
    *seconds = 0.001 * static_cast<double>(calls);
    return nullptr;
}

const char* article_variants_compiler() { return "no compiler"; }
const char* article_variants_processor() { return "no processor"; }
