// The article's variants for a caller in another language: what the shared library article_variants has to offer.
#pragma once

#include <cstddef>
#include <cstdint>

extern "C" {

// Calls a variant `calls` >= 1 times on two arrays of `length` elements, with as many threads as are asked for. Leaves
// each call's answer in `answers`, and the time of all calls together, in seconds, in `seconds`: it is taken in here,
// so that the way in and out is no part of it. Returns a null pointer, or what prevented it, as text that lasts.
const char* call_article_variant(const char* name, const std::int64_t* a, const std::int64_t* b, std::size_t length,
                                 std::size_t threads, std::size_t calls, std::int64_t* answers, double* seconds);

// Name and version of the compiler that made the library, and the processor's model; as text that lasts.
const char* article_variants_compiler();
const char* article_variants_processor();
}
