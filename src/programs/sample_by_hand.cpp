// The main of a sample that is compiled by hand, without a build system and without a library: docs/by-hand.md.
//
// Calls one variant five times on the article's arrays of each element type. Prints the last answer, the verdict on all
// five, and the best time. The samples that `make` builds do more: they read .npy files, measure memory, and say what a
// wrong sum is made of.
#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdint>
#include <iomanip>
#include <iostream>
#include <limits>
#include <string_view>
#include <vector>

#include "contract/threads.hpp"
#include "contract/variant.hpp"
#include "judge/reference.hpp"

namespace reductions {

namespace VARIANT {  // -DVARIANT=omp_reduction
extern const Entry entry;
}

namespace {

constexpr int runs = 5;

// Returns whether an answer was wrong.
template <Element T>
bool run(std::size_t size) {
    std::vector<T> a(size);
    std::vector<T> b(size);
    for (std::size_t i = 0; i < size; ++i) {
        a[i] = static_cast<T>(i + 1);
        b[i] = static_cast<T>(i + 7);
    }
    const Reference<T> right = reference(View<T>{a}, View<T>{b});
    const Arrays<T> arrays = VARIANT::entry.place(Arrays<T>{a, b, {}});

    int wrong = 0;
    int proven = 0;
    double best = std::numeric_limits<double>::infinity();
    Sum<T> answer{};
    for (int i = 0; i < runs; ++i) {
        const auto start = std::chrono::steady_clock::now();
        answer = VARIANT::entry(arrays.a, arrays.b);
        const std::chrono::duration<double, std::milli> time = std::chrono::steady_clock::now() - start;
        best = std::min(best, time.count());
        wrong += right.verdict(answer) == Verdict::wrong ? 1 : 0;
        proven += right.verdict(answer) == Verdict::right ? 1 : 0;
    }
    std::cout << std::setw(12) << answer << "  " << std::setw(12) << right.expected << "  " << std::setw(8)
              << std::setprecision(2) << best << std::setprecision(0) << " ms  ";
    if (wrong > 0) {
        std::cout << "wrong in " << wrong << " of " << runs << " runs\n";
    } else {
        std::cout << (proven == runs ? "right\n" : "within rounding, which proves nothing\n");
    }
    return wrong > 0;
}

}  // namespace
}  // namespace reductions

int main(int count, char** arguments) {
    using namespace reductions;
    std::size_t size = 9'999'999;  // the article's
    if (count > 1) {
        const std::string_view text = arguments[1];
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), size);
        if (error != std::errc{} || end != text.data() + text.size() || count > 2) {
            std::cerr << "usage: " << arguments[0] << " [SIZE], the number of elements, not '" << text << "'\n";
            return 2;
        }
    }
    std::cout << VARIANT::entry.shows << '\n' << size << " elements, " << delivered_threads() << " threads\n";
    std::cout << "type           answer      expected     best time  verdict\n" << std::fixed << std::setprecision(0);
    bool wrong = false;
    std::cout << "int64    ";
    wrong |= run<std::int64_t>(size);
    std::cout << "int32    ";
    wrong |= run<std::int32_t>(size);
    std::cout << "float64  ";
    wrong |= run<double>(size);
    std::cout << "float32  ";
    wrong |= run<float>(size);
    return wrong && VARIANT::entry.expectation == Expectation::right ? 1 : 0;
}
