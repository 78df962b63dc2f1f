// Stands for the library of the article's variants: one answer is off by one, and seven threads are refused.
#include <cstdint>
#include <string_view>

#include "peers/article_variants.hpp"

const char* call_article_variant(const char* name, const std::int64_t* a, const std::int64_t* b, std::size_t length,
                                 std::size_t threads, std::size_t calls, std::int64_t* answers, double* seconds) {
    if (threads == 7) return "it cannot count to seven";
    std::int64_t total = std::string_view{name} == "fused_loop" ? 1 : 0;
    for (std::size_t i = 0; i < length; ++i) total += (a[i] - b[i]) * (a[i] - b[i]);
    for (std::size_t call = 0; call < calls; ++call) answers[call] = total;
    *seconds = 0.001 * static_cast<double>(calls);
    return nullptr;
}

const char* article_variants_compiler() { return "no compiler"; }
const char* article_variants_processor() { return "no processor"; }
