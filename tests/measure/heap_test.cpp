// Tests the heap meter with allocations of known size by every function, and the heap that the variants need.
#include <malloc.h>
#include <algorithm>

#include <Eigen/Core>
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <latch>
#include <thread>
#include <vector>

#include "arrays/generated_arrays.hpp"
#include "catalog/catalog.hpp"
#include "catch.hpp"
#include "measure/heap.hpp"
#include "variants/right_variants.hpp"

using namespace reductions;
using namespace reductions::testing;

namespace {

constexpr std::size_t kibibyte = 1024;
constexpr std::size_t mebibyte = 1024 * kibibyte;
constexpr std::size_t slack = 64 * kibibyte;  // malloc rounds sizes up, and threads allocate when they start

bool is_metered() {
    const bool metered = peak_heap([] {}).has_value();
    if (!metered) std::cout << "SKIPPED: this program has no heap meter\n";
    return metered;
}

// Checks that work allocates `bytes` at its peak.
void check_peak(std::size_t bytes, const std::function<void()>& work) {
    const std::size_t peak = peak_heap(work).value();
    CHECK(peak >= bytes);
    CHECK(peak <= bytes + slack);
}

void use(void* memory) { *static_cast<volatile char*>(memory) = 1; }  // keeps the compiler from removing the allocation

}  // namespace

TEST_CASE("the heap meter sees malloc, calloc, realloc and the rest of the family", "[heap]") {
    if (!is_metered()) return;
    check_peak(10 * mebibyte, [] {
        void* const memory = std::malloc(10 * mebibyte);
        use(memory);
        std::free(memory);
    });
    check_peak(10 * mebibyte, [] {
        void* const memory = std::calloc(10, mebibyte);
        use(memory);
        std::free(memory);
    });
    check_peak(10 * mebibyte, [] {
        void* memory = std::malloc(mebibyte);
        use(memory);
        memory = std::realloc(memory, 10 * mebibyte);
        use(memory);
        std::free(memory);
    });
    check_peak(10 * mebibyte, [] {
        void* const memory = std::aligned_alloc(4096, 10 * mebibyte);
        use(memory);
        std::free(memory);
    });
    for (void* (*const allocate)() :
         {+[] { return memalign(64, 10 * mebibyte); }, +[] { return valloc(10 * mebibyte); },
          +[] { return pvalloc(10 * mebibyte - 1); }, +[] { return reallocarray(nullptr, 10, mebibyte); },
          +[] {
              void* memory = nullptr;
              return posix_memalign(&memory, 64, 10 * mebibyte) == 0 ? memory : nullptr;
          }}) {
        check_peak(10 * mebibyte, [&] {
            void* const memory = allocate();
            use(memory);
            std::free(memory);
        });
    }
}

TEST_CASE("the heap meter sees std::vector and Eigen", "[heap]") {
    if (!is_metered()) return;
    check_peak(8 * mebibyte, [] {
        std::vector<double> values(mebibyte);
        use(values.data());
    });
    check_peak(8 * mebibyte, [] {
        Eigen::ArrayXd values = Eigen::ArrayXd::Ones(mebibyte);
        use(values.data());
    });
}

TEST_CASE("the heap meter measures the peak, not the sum, and ignores earlier allocations", "[heap]") {
    if (!is_metered()) return;
    const std::vector<char> before(5 * mebibyte);
    check_peak(3 * mebibyte, [] {
        for (int i = 0; i < 4; ++i) {
            std::vector<char> values(3 * mebibyte);
            use(values.data());
        }
    });
    CHECK(peak_heap([] {}) == 0);
}

TEST_CASE("the heap meter adds up what several threads hold at the same time", "[heap]") {
    if (!is_metered()) return;
    check_peak(8 * mebibyte, [] {
        std::latch all_have_it{4};
        std::vector<std::thread> threads;
        threads.reserve(4);
        for (int i = 0; i < 4; ++i) {
            threads.emplace_back([&] {
                std::vector<char> values(2 * mebibyte);
                use(values.data());
                all_have_it.arrive_and_wait();
            });
        }
        for (std::thread& thread : threads) thread.join();
    });
}

// The peak that every call needs. A runtime may enlarge its own pool during any call: libomp takes a mebibyte if a
// thread arrives late, which depends on how busy the machine is.
std::size_t peak_of_each(const auto& call) {
    call();
    std::size_t smallest = peak_heap(call).value();
    for (int i = 0; i < 2; ++i) smallest = std::min(smallest, peak_heap(call).value());
    return smallest;
}

TEST_CASE("the variants need no more memory than documented", "[heap][variants]") {
    if (!is_metered()) return;
    constexpr std::size_t size = 2'000'000;
    const std::size_t threads = GENERATE(as<std::size_t>{}, 1, 2, 4);
    const ThreadCount asked{threads};
    const auto arrays = std::get<Arrays<std::int64_t>>(article_arrays("int64", size));
    const auto peak_of = [&](const Variant& variant) {
        return peak_of_each([&] { static_cast<void>(variant(arrays.a, arrays.b)); });
    };
    for (const Variant* variant : catalog()) {
        if (variant->default_size < size) continue;  // it would take too long
        INFO(variant->name << " with " << threads << " threads");
        const std::size_t peak = peak_of(*variant);
        const std::size_t array = size * sizeof(std::int64_t);
        if (variant->name == "eigen_temporaries") {
            CHECK(peak >= 2 * array);
            CHECK(peak <= 2 * array + slack);
        } else if (variant->name == "eigen_temporaries_chunked") {
            CHECK(peak <= threads * 2 * 100'000 * sizeof(std::int64_t) + slack);
        } else if (variant->name == "inclusive_scan") {  // the running sums, and a copy in the runtime
            CHECK(peak >= array);
            CHECK(peak <= 2 * array + slack);
        } else if (variant->name == "square_in_the_operator") {  // the differences
            CHECK(peak >= array);
            CHECK(peak <= array + slack);
        } else if (variant->name == "eigen_tensor") {  // a queue of tasks for each thread
            CHECK(peak <= threads * slack);
        } else {
            CHECK(peak <= slack);
        }
    }
}

// With more tasks, libgomp runs the next one at once and may crash (src/variants/tasks/task_halving.cpp).
TEST_CASE("task_halving has fewer than 64 tasks per thread, however long the arrays are", "[heap][variants]") {
    if (!is_metered()) return;
    constexpr std::size_t record = 200;  // bytes; libgomp allocates more than this per task
    const std::size_t threads = GENERATE(as<std::size_t>{}, 2, 4);
    const ThreadCount asked{threads};
    const auto arrays = std::get<Arrays<std::int32_t>>(article_arrays("int32", 20'000'000));
    const auto call = [&] { static_cast<void>(variant_named("task_halving")(arrays.a, arrays.b)); };
    CHECK(peak_of_each(call) < 64 * threads * record);
}
