// Finds out from the value of a wrong sum what it is made of.
#include "race_lab/composition.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>

namespace reductions {
namespace {

std::string elements(std::size_t count) { return count == 1 ? "element" : std::to_string(count) + " elements"; }

}  // namespace

CountedCompositions by_frequency(const std::map<Composition, std::size_t>& counts) {
    CountedCompositions sorted{counts.begin(), counts.end()};
    std::stable_sort(sorted.begin(), sorted.end(), [](const auto& x, const auto& y) { return x.second > y.second; });
    return sorted;
}

std::string to_string(const Composition& composition, std::size_t threads) {
    const std::string slices = std::to_string(composition.count) + " of " + std::to_string(threads) + " slices";
    switch (composition.kind) {
        case Composition::Kind::right:
            return "right";
        case Composition::Kind::slices:
            return composition.count == 0 ? "nothing" : slices;
        case Composition::Kind::slices_and_a_beginning:
            return slices + " on a start value";
        case Composition::Kind::cut_off:
            return "cut off to 32 bits";
        case Composition::Kind::multiple:
            return std::to_string(composition.count) + " times the sum";
        case Composition::Kind::slice_twice:
            return "everything, and one slice twice";
        case Composition::Kind::without_first:
            return "everything except the first " + elements(composition.count);
        case Composition::Kind::without_last:
            return "everything except the last " + elements(composition.count);
        case Composition::Kind::scattered:
            return "scattered lost updates";
        case Composition::Kind::too_much:
            return "more than the sum";
        case Composition::Kind::no_sum:
            return "not a sum of squares";
    }
    return "?";
}

Composition Decomposition::of(std::int64_t sum) const {
    if (sum == right()) return {Composition::Kind::right};
    if (sum == static_cast<std::int32_t>(right())) return {Composition::Kind::cut_off};
    for (std::size_t times = 2; times <= of_slice_.size(); ++times) {  // the product may wrap around
        if (static_cast<std::uint64_t>(sum) == times * first_.back()) return {Composition::Kind::multiple, times};
    }
    if (sum < 0) return {Composition::Kind::no_sum};
    return of_positive(static_cast<std::uint64_t>(sum), 0);
}

Composition Decomposition::of(double sum) const {
    if (!(0 <= sum && sum < 0x1p63)) return {Composition::Kind::no_sum};
    if (sum == static_cast<double>(right())) return {Composition::Kind::right};
    const double tolerance = static_cast<double>(of_slice_.size()) * std::numeric_limits<float>::epsilon() / 2 * sum;
    return of_positive(static_cast<std::uint64_t>(sum), static_cast<std::uint64_t>(tolerance));
}

Composition Decomposition::of_positive(std::uint64_t sum, std::uint64_t tolerance) const {
    if (sum > first_.back()) return of_more(sum, tolerance);
    // A wrong loop bound leaves out fewer elements than there are threads.
    const auto end = of_one_end(sum);
    if (end && end->count < of_slice_.size()) return *end;
    if (const auto slices = of_slices(sum)) return *slices;
    return end.value_or(Composition{Composition::Kind::scattered});
}

Composition Decomposition::of_more(std::uint64_t sum, std::uint64_t tolerance) const {
    const std::uint64_t whole = first_.back();
    const auto is_about = [&](std::uint64_t other) { return std::max(sum, other) - std::min(sum, other) <= tolerance; };
    const std::uint64_t times = sum / whole + (sum % whole > whole / 2 ? 1 : 0);
    if (times >= 2 && is_about(times * whole)) return {Composition::Kind::multiple, times};
    const bool one_slice_twice =
        std::any_of(of_slice_.begin(), of_slice_.end(), [&](std::uint64_t slice) { return is_about(whole + slice); });
    return {one_slice_twice ? Composition::Kind::slice_twice : Composition::Kind::too_much};
}

// Small squares of many elements add up to almost any number. So a match with one of the candidates counts only if
// fewer than one sum in a thousand would match by chance.
bool Decomposition::is_telling(std::size_t candidates) const { return candidates < first_.back() / 1000; }

// All sets of slices; or if these are too many, the empty set, each slice alone, and all slices except one.
Decomposition::Sets Decomposition::sets_of_slices() const {
    const std::size_t threads = of_slice_.size();
    Sets sets;
    if (threads <= most_threads_for_all_sets) {
        for (std::size_t bits = 0; bits < std::size_t{1} << threads; ++bits) {
            std::vector<bool>& set = sets.emplace_back(threads);
            for (std::size_t slice = 0; slice < threads; ++slice) set[slice] = (bits >> slice & 1) != 0;
        }
        return sets;
    }
    sets.emplace_back(threads);
    for (const bool alone : {true, false}) {
        for (std::size_t slice = 0; slice < threads; ++slice) sets.emplace_back(threads, !alone)[slice] = alone;
    }
    return sets;
}

// Is the sum that of a set of slices, perhaps with the beginning of a slice that is not in the set?
std::optional<Composition> Decomposition::of_slices(std::uint64_t sum) const {
    const Sets sets = sets_of_slices();
    const bool beginnings_tell = is_telling(sets.size() * first_.size());
    std::optional<Composition> found;
    for (const std::vector<bool>& chosen : sets) {
        const auto count = static_cast<std::size_t>(std::count(chosen.begin(), chosen.end(), true));
        std::uint64_t whole = 0;
        for (std::size_t slice = 0; slice < of_slice_.size(); ++slice) whole += chosen[slice] ? of_slice_[slice] : 0;
        if (whole == sum) return Composition{Composition::Kind::slices, count};
        for (std::size_t slice = 0; count != 0 && beginnings_tell && !found && slice < of_slice_.size(); ++slice) {
            if (!chosen[slice] && is_beginning(slice, sum - whole)) {
                found = Composition{Composition::Kind::slices_and_a_beginning, count};
            }
        }
    }
    return found;
}

// Does the sum lack only elements at the beginning or at the end of the array?
std::optional<Composition> Decomposition::of_one_end(std::uint64_t sum) const {
    const auto position = [this](std::uint64_t value) -> std::optional<std::size_t> {
        const auto at = std::lower_bound(first_.begin(), first_.end(), value);
        if (at == first_.end() || *at != value) return std::nullopt;
        return static_cast<std::size_t>(at - first_.begin());
    };
    const std::size_t size = first_.size() - 1;
    const auto end = position(sum);
    if (end && is_telling(size - *end)) return Composition{Composition::Kind::without_last, size - *end};
    const auto begin = position(first_.back() - sum);
    if (begin && is_telling(*begin)) {
        return Composition{Composition::Kind::without_first, *begin};
    }
    return std::nullopt;
}

bool Decomposition::is_beginning(std::size_t slice, std::uint64_t sum) const {
    const auto [begin, length] = slices_[slice];
    const auto from = first_.begin() + static_cast<std::ptrdiff_t>(begin);
    return std::binary_search(from, from + static_cast<std::ptrdiff_t>(length), *from + sum);
}

}  // namespace reductions
