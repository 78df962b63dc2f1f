// Whether a sanitizer is compiled in: it brings a malloc of its own, and reserves far more memory than it uses.
#pragma once

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)  // g++
#define BUILT_WITH_SANITIZER 1
#elif defined(__has_feature)  // clang++
#define BUILT_WITH_SANITIZER (__has_feature(address_sanitizer) || __has_feature(thread_sanitizer))
#else
#define BUILT_WITH_SANITIZER 0
#endif
