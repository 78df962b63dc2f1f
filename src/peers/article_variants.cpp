// The article's variants for a caller in another language: the shared library that peers.py calls.
#include "peers/article_variants.hpp"

#include <cstdint>
#include <new>
#include <span>
#include <string>
#include <string_view>

#include "catalog/variant_tables.hpp"
#include "contract/threads.hpp"
#include "measure/machine.hpp"
#include "measure/stopwatch.hpp"

namespace {

const reductions::Variant* find(std::string_view name) {
    for (const reductions::Variant& variant : reductions::article_variants()) {
        if (variant.name == name) return &variant;
    }
    return nullptr;
}

template <reductions::Element T>
void call(const reductions::Variant& variant, const void* a, const void* b, std::size_t length, std::size_t calls,
          void* answers, double* seconds) {
    const reductions::View<T> first{static_cast<const T*>(a), length};
    const reductions::View<T> second{static_cast<const T*>(b), length};
    const std::span<reductions::Sum<T>> sums{static_cast<reductions::Sum<T>*>(answers), calls};
    const reductions::Stopwatch stopwatch;
    for (reductions::Sum<T>& sum : sums) sum = variant(first, second);
    *seconds = stopwatch.seconds();
}

}  // namespace

std::size_t article_variant_count() { return reductions::article_variants().size(); }

// The table has string literals, which end with a null character.
const char* article_variant_name(std::size_t index) { return reductions::article_variants()[index].name.data(); }

const char* article_variant_function(std::size_t index) {
    return reductions::article_variants()[index].article_name.data();
}

bool article_variant_is_right(std::size_t index) {
    return reductions::article_variants()[index].expectation == reductions::Expectation::right;
}

const char* call_article_variant(const char* name, const char* type, const void* a, const void* b, std::size_t length,
                                 std::size_t threads, std::size_t calls, void* answers, double* seconds) {
    const reductions::Variant* const variant = find(name);
    if (variant == nullptr) return "it is not one of the article's variants";
    const auto call_of = std::string_view{type} == "int64"     ? call<std::int64_t>
                         : std::string_view{type} == "int32"   ? call<std::int32_t>
                         : std::string_view{type} == "float32" ? call<float>
                                                               : nullptr;
    if (call_of == nullptr) return "the type of the elements is not int64, int32 or float32";
    reductions::set_thread_count(threads);
    try {
        call_of(*variant, a, b, length, calls, answers, seconds);
    } catch (const std::bad_alloc&) {
        return "not enough memory for what it allocates";
    }
    return nullptr;
}

const char* article_variants_compiler() {
    static const std::string compiler = reductions::this_machine().compiler;
    return compiler.c_str();
}

const char* article_variants_processor() {
    static const std::string processor = reductions::this_machine().processor;
    return processor.c_str();
}
