// Wide registers in a program for every x86-64 machine: function multiversioning.
//
// A program that is built for any x86-64 machine may use registers of 16 bytes, although most machines have registers
// of 32 or 64. Here the kernel is compiled for each width, and the version that fits the machine is called
// (blocks/widest_registers.hpp). CMake builds this file without -march=native, so it shows what a program that is built
// once and shipped can do. The sums are kept in lanes (blocks/lanes.hpp), because one float total cannot make use of
// wide registers. Each thread sums one slice.
#include <omp.h>

#include "blocks/chunks.hpp"
#include "blocks/lanes.hpp"
#include "blocks/widest_registers.hpp"
#include "contract/variant.hpp"

namespace reductions::wide_simd {

template <Element T>
Sum<T> wide_simd(View<T> a, View<T> b) {
    Wrapping<T> total = 0;
#pragma omp parallel reduction(+ : total)
    {
        const Chunks slices{a.size(), static_cast<std::size_t>(omp_get_num_threads())};
        const auto [begin, length] = slices[static_cast<std::size_t>(omp_get_thread_num())];
        const auto kernel = [](auto width, View<T> x, View<T> y) __attribute__((always_inline)) {
            return sum_in_lanes<width>(x, y);
        };
        total += with_widest_registers(kernel, a.subspan(begin, length), b.subspan(begin, length));
    }
    return static_cast<Sum<T>>(total);
}

extern const Entry entry = {
    .shows = "Function multiversioning: built for any x86-64, with the widest registers of the machine that runs it.",
    .depends_on = DependsOn::run,
    .computation = [](auto a, auto b) { return wide_simd(a, b); },
};

}  // namespace reductions::wide_simd
