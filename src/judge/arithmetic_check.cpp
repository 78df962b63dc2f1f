// Runs at configure time: do floats behave as IEEE 754 says, with the given compiler options? The judge and the
// compensated sums rely on it. Exit status 0 if so; otherwise 1, with the fault on standard output.
//
// The numbers are volatile, so that the compiler cannot know them. What it does with the operations on them depends on
// the options.
#include <cmath>
#include <concepts>
#include <cstdio>
#include <limits>

namespace {

template <std::floating_point T>
const char* fault() {
    using Limits = std::numeric_limits<T>;
    const volatile T not_a_number = Limits::quiet_NaN();
    const volatile T infinity = Limits::infinity();
    const volatile T largest = Limits::max();
    const volatile T smallest = Limits::min();
    const volatile T minus_zero = -T{0};
    const volatile T three = 3;
    const volatile T ten = 10;
    const volatile T above_one = 1 + Limits::epsilon();

    const T x = not_a_number;
    if (x == x || std::isfinite(x)) return "NaN is taken for a number";
    if (const T y = infinity; std::isfinite(y) || !(y > Limits::max())) return "infinity is taken for a finite number";
    if (const T scaled = largest * ten / ten; std::isfinite(scaled)) return "results have more digits than their type";
    if (smallest / ten == 0) return "numbers near zero are replaced by zero";
    if (1 / (minus_zero + T{0}) < 0) return "the sign of zero is ignored";

    const T big = 1 / Limits::epsilon() * 4;  // so large that adding 1 changes nothing
    const volatile T opaque_big = big;
    const volatile T one = 1;
    const T term = one;
    const T sum = opaque_big;
    const T next = sum + term;
    const T added = next - sum;
    if (term - added != 1) return "additions are reordered";

    for (int i = 1; i <= 100; ++i) {
        const volatile T dividend = static_cast<T>(i);
        if (dividend / T{3} != dividend / three) return "divisions are replaced by multiplications";
    }

    const volatile T square = above_one * above_one;
    const T factor = above_one;
    if (factor * factor - square != 0) return "a multiplication and an addition are fused";
    return nullptr;
}

const char* fault_of_any_type() {
    const volatile double tenth = 0.1;
    const volatile float rounded_tenth = 0.1F;
    if (tenth == rounded_tenth) return "double constants are rounded to float";
    const char* const of_double = fault<double>();
    return of_double != nullptr ? of_double : fault<float>();
}

}  // namespace

int main() {
    const char* const found = fault_of_any_type();
    if (found == nullptr) return 0;
    std::fputs(found, stdout);
    return 1;
}
