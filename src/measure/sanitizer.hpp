// Whether AddressSanitizer or ThreadSanitizer is compiled in. They replace malloc, and they reserve far more memory
// than the program uses.
#pragma once

// A macro for the two files that must leave a definition out: heap.cpp and engine_settings.cpp. g++ defines macros;
// clang++ has __has_feature.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define BUILT_WITH_SANITIZER 1
#elif defined(__has_feature)
#define BUILT_WITH_SANITIZER (__has_feature(address_sanitizer) || __has_feature(thread_sanitizer))
#else
#define BUILT_WITH_SANITIZER 0
#endif

namespace reductions {

// The same for all other code.
inline constexpr bool built_with_sanitizer = BUILT_WITH_SANITIZER;

}  // namespace reductions
