// The article's variants for a caller in another language: the C interface of the shared library article_variants.
#pragma once

#include <cstddef>

extern "C" {

// The variants, in the article's order: how many there are, and for an index below that the variant's name, the
// article's function that it stands for, and whether every answer must be right. The text lasts as long as the program.
std::size_t article_variant_count();
const char* article_variant_name(std::size_t index);
const char* article_variant_function(std::size_t index);
bool article_variant_is_right(std::size_t index);

// Calls a variant `calls` >= 1 times on two arrays of `length` elements, with the requested number of threads. The type
// of the elements is int64, int32 or float32. Writes the answer of each call to `answers`, as int64 for integers and as
// float32 for float32, and the total time of all calls to `seconds`. The time is measured inside this function, so that
// it does not include the call through the interface. Returns a null pointer, or the reason why the variant could not
// be called, as text that lasts as long as the program.
const char* call_article_variant(const char* name, const char* type, const void* a, const void* b, std::size_t length,
                                 std::size_t threads, std::size_t calls, void* answers, double* seconds);

// Name and version of the compiler that built the library, and the model of the processor, as text that lasts as long
// as the program.
const char* article_variants_compiler();
const char* article_variants_processor();
}
