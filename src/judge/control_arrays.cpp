// Arrays on which every right answer is exact.
#include "judge/control_arrays.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <new>
#include <vector>

#include "blocks/random_numbers.hpp"
#include "judge/slice_sums.hpp"

namespace reductions {
namespace {

// A sum below 2^exact_bits<T> is exact. A float's mantissa has that many bits; for integers it leaves some room below
// the largest int64.
template <Element T>
constexpr int exact_bits = std::integral<T> ? 62 : std::numeric_limits<T>::digits;

// Differences up to this size can be squared without wrapping around in int32, and without coming near 2^62 in int64.
template <Element T>
constexpr double largest_slope = sizeof(T) == 4 ? 46'337 : 1 << 30;

// A float32 sum has room for this many squares that are not all the same.
constexpr std::size_t most_elements_of_float32 = 10'000'000;

// One thread fills fewer elements than this before a thread team has woken up.
constexpr std::size_t too_few_for_a_team = 100'000;

}  // namespace

template <Element T>
ControlArrays<T>::ControlArrays(std::size_t size)
    : count_{std::same_as<T, float> && size > most_elements_of_float32 ? (size - 1) / most_elements_of_float32 + 1 : 1},
      // Differences that rise evenly from 1 to 1 + slope, times a random number from 0 to 1, have squares of slope²/9
      // on average. With this slope their sum takes a third of the room.
      slope_{std::clamp(std::sqrt(3 * std::ldexp(static_cast<double>(count_), exact_bits<T>) /
                                  static_cast<double>(std::max<std::size_t>(size, 1))) -
                            1.65,
                        0.0, largest_slope<T>)},
      memory_{fresh_arrays<T>(size, PageSize::huge)} {
    fill(0);
}

// Rarely, random squares add up to too much, or give two slices the same sum. Then this function draws others.
template <Element T>
void ControlArrays<T>::fill(std::size_t control) {
    std::uint64_t seed = 0;
    do {
        fill_from(seed++, control);
    } while (!is_usable());
}

// Differences that rise along the array give each slice a different sum. Each a[i] lies a random difference above or
// below a random b[i], so that no mistake with signs or positions goes unnoticed.
template <Element T>
void ControlArrays<T>::fill_from(std::uint64_t seed, std::size_t control) {
    constexpr std::uint64_t other_sequence = std::uint64_t{1} << 63;
    const std::uint64_t start = (seed << 40) + 1;
    const auto size = static_cast<double>(memory_.a.size());
    const auto range = static_cast<std::uint64_t>(4096 + 2 * slope_);
#pragma omp parallel for schedule(static) if (memory_.a.size() >= too_few_for_a_team)
    for (std::size_t i = 0; i < memory_.a.size(); ++i) {
        const std::uint64_t bits = random_bits(start + i);
        const double random = std::ldexp(static_cast<double>(bits >> 32), -32);
        const double most = 1 + slope_ * (static_cast<double>(i) + 0.5) / size;
        auto difference = static_cast<std::int64_t>(1 + random * most);
        if (count_ > 1 && random_bits(start + i + other_sequence) % count_ != control) difference = 0;
        const std::uint64_t low_bits = bits & 0x7FFFFFFF;
        const auto b = static_cast<std::int64_t>((low_bits * range) >> 31);
        const bool below = (bits >> 31 & 1) != 0;
        memory_.a[i] = static_cast<T>(below ? b - difference : b + difference);
        memory_.b[i] = static_cast<T>(b);
    }
}

// Whether the sum is exact in any order, and whether for every number of threads the sums of the slices are positive
// and all different.
template <Element T>
bool ControlArrays<T>::is_usable() {
    const SliceSums<std::uint64_t> sums{memory_.a.size(), [this](std::size_t begin, std::size_t end) {
                                            std::uint64_t sum = 0;
                                            for (std::size_t i = begin; i < end; ++i) {
                                                const auto difference =
                                                    static_cast<std::int64_t>(memory_.a[i] - memory_.b[i]);
                                                sum += static_cast<std::uint64_t>(difference * difference);
                                            }
                                            return sum;
                                        }};
    for (std::size_t threads = 1; threads <= SliceSums<std::uint64_t>::most_threads; ++threads) {
        std::vector<std::uint64_t> slices = sums.of(threads);
        std::sort(slices.begin(), slices.end());
        if (!slices.empty() && slices.front() == 0) return false;
        if (std::adjacent_find(slices.begin(), slices.end()) != slices.end()) return false;
        if (threads > 1) continue;
        const std::uint64_t sum = slices.empty() ? 0 : slices.front();
        if (sum >> exact_bits<T> != 0) return false;
        expected_ = static_cast<Sum<T>>(sum);
    }
    return true;
}

template <Element T>
std::optional<ControlArrays<T>> control_arrays(std::size_t size) {
    try {
        return ControlArrays<T>{size};
    } catch (const std::bad_alloc&) {
        return std::nullopt;
    }
}

template class ControlArrays<std::int64_t>;
template class ControlArrays<std::int32_t>;
template class ControlArrays<double>;
template class ControlArrays<float>;
template std::optional<ControlArrays<std::int64_t>> control_arrays(std::size_t size);
template std::optional<ControlArrays<std::int32_t>> control_arrays(std::size_t size);
template std::optional<ControlArrays<double>> control_arrays(std::size_t size);
template std::optional<ControlArrays<float>> control_arrays(std::size_t size);

}  // namespace reductions
