// The article's variants for a caller in another language: the shared library that compare.py calls.
#include "peers/article_variants.hpp"

#include <chrono>
#include <cstdint>
#include <new>
#include <string>
#include <string_view>

#include "measure/machine.hpp"
#include "ssd/threads.hpp"
#include "ssd/variant.hpp"

namespace ssd {

namespace variants {

extern const Variant eigen_temporaries;
extern const Variant eigen_temporaries_chunked;
extern const Variant fused_loop;
extern const Variant fused_loop_chunked;
extern const Variant omp_reduction;
extern const Variant shared_accumulator;
extern const Variant return_zero;

}  // namespace variants

namespace {

const Variant* find(std::string_view name) {
    for (const Variant* variant : {&variants::eigen_temporaries, &variants::eigen_temporaries_chunked,
                                   &variants::fused_loop, &variants::fused_loop_chunked, &variants::omp_reduction,
                                   &variants::shared_accumulator, &variants::return_zero}) {
        if (variant->name == name) return variant;
    }
    return nullptr;
}

}  // namespace
}  // namespace ssd

const char* call_article_variant(const char* name, const std::int64_t* a, const std::int64_t* b, std::size_t length,
                                 std::size_t threads, std::size_t calls, std::int64_t* answers, double* seconds) {
    const ssd::Variant* const variant = ssd::find(name);
    if (variant == nullptr) return "it is not one of the article's variants";
    ssd::set_thread_count(threads);
    const ssd::View<std::int64_t> first{a, length};
    const ssd::View<std::int64_t> second{b, length};
    try {
        const auto start = std::chrono::steady_clock::now();
        for (std::size_t call = 0; call < calls; ++call) answers[call] = (*variant)(first, second);
        *seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    } catch (const std::bad_alloc&) {
        return "not enough memory for what it allocates";
    }
    return nullptr;
}

const char* article_variants_compiler() {
    static const std::string compiler = ssd::this_machine().compiler;
    return compiler.c_str();
}

const char* article_variants_processor() {
    static const std::string processor = ssd::this_machine().processor;
    return processor.c_str();
}
