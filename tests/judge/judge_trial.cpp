// Tests the judge:   judge_trial right|lossy CASES [SEED [LARGEST]]
//
// right: all right variants of the catalog on random arrays, with random numbers of threads. None may be called wrong.
// lossy: sums that lack a thread's share, count it twice, or count another share in its place, added up in several
// orders. Each must be called wrong.
//
// A case is one pair of arrays of a random type, length and kind. Prints a line for each answer that was misjudged, and
// how many answers were judged. The exit status is 1 if an answer was misjudged.
#include <array>
#include <cstdint>
#include <functional>
#include <iostream>
#include <string>

#include "blocks/chunks.hpp"
#include "blocks/fused_sum.hpp"
#include "blocks/tree_sum.hpp"
#include "judge/judgement.hpp"
#include "judge/random_arrays.hpp"
#include "variants/right_variants.hpp"

using namespace reductions;
using namespace reductions::testing;

namespace {

struct Verdicts {
    std::size_t judged = 0;
    std::size_t misjudged = 0;
};

std::string in_words(const Judgement& judgement) {
    return std::to_string(judgement.given().wrong()) + " of " + std::to_string(judgement.given().runs()) +
           " answers wrong, " + std::to_string(judgement.control().wrong()) + " of " +
           std::to_string(judgement.control().runs()) + " control answers";
}

// Judges a computation's answers on the arrays and on all controls.
template <Element T>
Judgement judge(const Arrays<T>& arrays, const Reference<T>& right, ControlArrays<T>& control,
                const std::function<Sum<T>(View<T>, View<T>)>& computation) {
    Judgement judgement;
    judgement.count(computation(arrays.a, arrays.b), right);
    for (std::size_t k = 0; k < control.count(); ++k) {
        if (control.count() > 1) control.fill(k);
        const Arrays<T> exact = control.arrays();
        judgement.count(computation(exact.a, exact.b), control);
    }
    return judgement;
}

// The terms of a lossy sum: runs of consecutive elements.
using Pieces = std::vector<Chunk>;

enum class Mistake { lost, twice, exchanged };
constexpr std::array mistakes = {Mistake::lost, Mistake::twice, Mistake::exchanged};

Pieces pieces_with(Mistake mistake, std::size_t size, std::size_t threads, std::size_t victim, std::size_t other) {
    Pieces pieces;
    for (std::size_t slice = 0; slice < threads; ++slice) {
        const Chunk chunk = Chunks{size, threads}[slice];
        if (slice != victim) {
            pieces.push_back(chunk);
        } else if (mistake == Mistake::twice) {
            pieces.insert(pieces.end(), {chunk, chunk});
        } else if (mistake == Mistake::exchanged) {
            pieces.push_back(Chunks{size, threads}[other]);
        }
    }
    return pieces;
}

// The orders in which a sum may be added up: from the first element to the last, piece by piece, and as a tree.
constexpr std::size_t orders = 3;

template <Element T>
Sum<T> sum_of_pieces(const Pieces& pieces, std::size_t order, View<T> a, View<T> b) {
    Wrapping<T> total = 0;
    std::vector<Wrapping<T>> terms;
    for (const auto [begin, length] : pieces) {
        if (order == 1) total += fused_sum(a.subspan(begin, length), b.subspan(begin, length));
        for (std::size_t i = begin; order != 1 && i < begin + length; ++i) {
            if (order == 0) total += squared_difference(a[i], b[i]);
            if (order == 2) terms.push_back(squared_difference(a[i], b[i]));
        }
    }
    return static_cast<Sum<T>>(order == 2 ? sum_of_tree(std::span{terms}) : total);
}

template <Element T>
void try_lossy(Verdicts& trial, const Arrays<T>& arrays, const Reference<T>& right, ControlArrays<T>& control,
               const std::string& what, std::mt19937_64& random) {
    const std::size_t size = arrays.a.size();
    const std::size_t threads = std::uniform_int_distribution<std::size_t>{2, 64}(random);
    const std::size_t shares = std::min(size, threads);  // those that have elements
    const std::size_t victim = random() % shares;
    const std::size_t other = (victim + 1 + random() % std::max<std::size_t>(shares - 1, 1)) % shares;
    for (const Mistake mistake : mistakes) {
        if (mistake == Mistake::exchanged && other == victim) continue;
        const Pieces pieces = pieces_with(mistake, size, threads, victim, other);
        for (std::size_t order = 0; order < orders; ++order) {
            const Judgement judgement = judge<T>(
                arrays, right, control, [&](View<T> a, View<T> b) { return sum_of_pieces<T>(pieces, order, a, b); });
            ++trial.judged;
            if (judgement.finding() == Finding::wrong) continue;
            ++trial.misjudged;
            std::cout << what << ": share " << victim << " of " << threads << ", mistake " << static_cast<int>(mistake)
                      << ", order " << order << ": " << in_words(judgement) << '\n';
        }
    }
}

template <Element T>
void try_right(Verdicts& trial, const Arrays<T>& arrays, const Reference<T>& right, ControlArrays<T>& control,
               const std::string& what, std::mt19937_64& random) {
    const std::size_t asked = random() % 4 == 0 ? std::uniform_int_distribution<std::size_t>{1, 64}(random)
                                                : std::uniform_int_distribution<std::size_t>{1, 4}(random);
    const ThreadCount threads{asked};
    for (const Variant* const variant : right_variants()) {
        if (arrays.a.size() > variant->default_size) continue;
        const Judgement judgement = judge<T>(arrays, right, control, *variant);
        ++trial.judged;
        if (judgement.finding() != Finding::wrong) continue;
        ++trial.misjudged;
        std::cout << what << ", " << asked << " threads: " << variant->name << ": " << in_words(judgement) << '\n';
    }
}

template <Element T>
void try_case(Verdicts& trial, bool lossy, std::size_t largest, std::uint64_t seed) {
    std::mt19937_64 random{seed};
    const std::string_view kind = kinds_of_data[random() % std::size(kinds_of_data)];
    const std::size_t size = random_length(random, largest);
    const Arrays<T> arrays = arrays_of_kind<T>(kind, size, random);
    const Reference<T> right = reference(arrays.a, arrays.b);
    ControlArrays<T> control{size};
    const std::string what = "case " + std::to_string(seed) + ", " + std::to_string(size) + " elements of " +
                             std::string{type_name<T>} + ", " + std::string{kind};
    (lossy ? try_lossy<T> : try_right<T>)(trial, arrays, right, control, what, random);
}

}  // namespace

int main(int count, char** arguments) {
    const std::vector<std::string> words{arguments + 1, arguments + count};
    if (words.size() < 2 || (words[0] != "right" && words[0] != "lossy")) {
        std::cerr << "judge_trial: judge_trial right|lossy CASES [SEED [LARGEST]]\n";
        return 2;
    }
    const bool lossy = words[0] == "lossy";
    const std::uint64_t cases = std::stoull(words[1]);
    const std::uint64_t first = words.size() > 2 ? std::stoull(words[2]) : 1;
    const std::size_t largest = words.size() > 3 ? std::stoull(words[3]) : 30'000'000;
    Verdicts trial;
    for (std::uint64_t seed = first; seed < first + cases; ++seed) {
        switch (seed % 4) {
            case 0:
                try_case<std::int64_t>(trial, lossy, largest, seed);
                break;
            case 1:
                try_case<std::int32_t>(trial, lossy, largest, seed);
                break;
            case 2:
                try_case<double>(trial, lossy, largest, seed);
                break;
            default:
                try_case<float>(trial, lossy, largest, seed);
        }
    }
    std::cout << trial.judged << ' ' << words[0] << " sums judged in " << cases << " cases, " << trial.misjudged
              << " of them misjudged\n";
    return trial.misjudged == 0 ? 0 : 1;
}
