// Keeps Google Benchmark's own settings out of this program.
#include "measure/engine_settings.hpp"

#include <array>
#include <cstddef>
#include <string_view>

#include "measure/sanitizer.hpp"

namespace reductions {
namespace {

constexpr std::string_view prefix = "BENCHMARK_";

// The settings found, up to 32. A user who sets more does not need to see the rest.
constinit std::array<const char*, 32> found{};

// Removes the engine's settings from the environment.
[[maybe_unused]] void forget_engine_settings(int, char**, char** environment) {
    std::size_t count = 0;
    char** kept = environment;
    for (char** setting = environment; *setting != nullptr; ++setting) {
        if (std::string_view{*setting}.starts_with(prefix)) {
            if (count < found.size()) found[count++] = *setting;
        } else {
            *kept++ = *setting;
        }
    }
    *kept = nullptr;
}

// The engine reads its settings, and complains about them, in the constructors of its shared library. The functions in
// .preinit_array run before those constructors. A sanitizer is not ready then.
#if defined(__linux__) && !BUILT_WITH_SANITIZER
[[gnu::used, gnu::section(".preinit_array")]] void (*const before_all_constructors)(int, char**,
                                                                                    char**) = forget_engine_settings;
#endif

}  // namespace

std::string ignored_engine_settings() {
    std::string names;
    for (const char* setting : found) {
        if (setting == nullptr) break;
        const std::string_view text{setting};
        names.append(names.empty() ? "" : ", ").append(text.substr(0, text.find('=')));
    }
    return names;
}

}  // namespace reductions
