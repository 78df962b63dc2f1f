#include "grader/accuracy_check.hpp"

#include <array>
#include <bit>
#include <cmath>
#include <functional>
#include <random>
#include <string>

#include "grader/right_answers.hpp"

namespace reductions {
namespace {

// The square of this difference is 2⁵², and the last place of such a sum is worth 1.
constexpr double large = 0x1p26;

// The square of this difference is finite, and twice the square is not.
constexpr double half_of_too_large = 1.3e154;

// The square of this difference is infinite.
constexpr double too_large = 1e200;

// What the arrays contain, and what a sum of it needs. `arrange` changes fractions into it.
struct Arrangement {
    std::function<void(SharedArrays&, Chunk, std::mt19937_64&)> arrange;
    std::string lesson;
};

// The large square is the first one, so nothing is added before it.
void one_large_and_many_small(SharedArrays& arrays, Chunk chunk, std::mt19937_64& random) {
    std::uniform_real_distribution<double> square{0.25, 0.49};
    arrays.set_difference(chunk.begin, large);
    for (std::size_t i = 1; i < chunk.length; ++i) {
        arrays.set_difference(chunk.begin + i, std::sqrt(square(random)));
    }
}

// All small squares together are 3.6 units in the last place, and those of one of 8 threads less than half of one. Each
// is also too small for a total of 64 bits, the long double of x86.
void one_large_and_many_tiny(SharedArrays& arrays, Chunk chunk, std::mt19937_64&) {
    const double tiny = std::sqrt(3.6 / static_cast<double>(chunk.length));
    arrays.set_difference(chunk.begin, large);
    for (std::size_t i = 1; i < chunk.length; ++i) arrays.set_difference(chunk.begin + i, tiny);
}

void one_infinite(SharedArrays& arrays, Chunk chunk, std::mt19937_64& random) {
    arrays.set_difference(chunk.begin + random() % chunk.length, too_large);
}

void two_that_overflow(SharedArrays& arrays, Chunk chunk, std::mt19937_64&) {
    arrays.set_difference(chunk.begin, half_of_too_large);
    arrays.set_difference(chunk.begin + chunk.length - 1, half_of_too_large);
}

std::array<Arrangement, 5> arrangements() {
    const std::string infinite =
        "The sum is too large for a double, so it is infinite. What such an addition loses is infinite or not a number "
        "(NaN), and must not be added to the sum. Ask whether the sum is finite";
    return {{
        {one_large_and_many_small,
         "The first square is large here, and each other square is less than half a unit in its last place. An "
         "addition loses such a square, unless what it loses is computed and added up separately"},
        {[](SharedArrays&, Chunk, std::mt19937_64&) {}, "Each addition rounds, and the errors add up"},
        {one_large_and_many_tiny,
         "The first square is large here, and all others together are 3.6 units in its last place. They are lost "
         "unless what each addition loses is kept, also where partial sums are added"},
        {one_infinite, infinite},
        {two_that_overflow, infinite},
    }};
}

}  // namespace

std::optional<Fault> check_accuracy(Worker& worker, SharedArrays& arrays, double ulps, std::uint64_t seed) {
    std::mt19937_64 random{seed};
    RightAnswers right{arrays, AskedFunction::sum, ulps};
    for (const Arrangement& arrangement : arrangements()) {
        // Nobody can prepare for a size that is not known before.
        const std::size_t capacity = arrays.capacity();
        const Chunk chunk = arrays.last(capacity / 2 + random() % (capacity / 2));
        worker.freeze();
        arrays.fill();
        arrangement.arrange(arrays, chunk, random);
        for (const std::size_t threads : std::array<std::size_t, 2>{8, 1}) {
            const Question question{chunk, threads};
            const Reply answer = worker.ask(question);
            auto fault = right.fault(question, answer);
            if (!fault) continue;
            const bool is_nan = fault->code == VerdictCode::wrong && std::isnan(std::bit_cast<double>(answer.bits));
            if (fault->code == VerdictCode::ulp || is_nan) fault->message += ". " + arrangement.lesson;
            return fault;
        }
    }
    return std::nullopt;
}

}  // namespace reductions
