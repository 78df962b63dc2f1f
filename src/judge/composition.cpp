// What a wrong sum is made of, told from its value alone.
#include "judge/composition.hpp"

#include <algorithm>
#include <bit>
#include <stdexcept>

namespace ssd {

std::string to_string(const Composition& composition, std::size_t threads) {
    std::string slices = std::to_string(composition.slices) + " of " + std::to_string(threads) + " slices";
    switch (composition.kind) {
        case Composition::Kind::right:
            return "right";
        case Composition::Kind::slices:
            return slices;
        case Composition::Kind::slices_and_a_beginning:
            return slices + " on a start value";
        case Composition::Kind::cut_off:
            return "cut off to 32 bits";
        case Composition::Kind::scattered:
            return "scattered lost updates";
    }
    return "?";
}

namespace {

std::size_t checked(std::size_t threads) {
    if (threads == 0 || threads > Decomposition::most_threads) {
        throw std::invalid_argument{"a sum is taken apart for 1 to " + std::to_string(Decomposition::most_threads) +
                                    " threads, not for " + std::to_string(threads)};
    }
    return threads;
}

}  // namespace

Decomposition::Decomposition(View<std::int64_t> a, View<std::int64_t> b, std::size_t threads)
    : slices_{a.size(), checked(threads)} {
    first_.reserve(a.size() + 1);
    first_.push_back(0);
    for (std::size_t i = 0; i < a.size(); ++i) first_.push_back(first_.back() + squared_difference(a[i], b[i]));
    for (std::size_t slice = 0; slice < threads; ++slice) {
        const auto [begin, length] = slices_[slice];
        of_slice_.push_back(first_[begin + length] - first_[begin]);
    }
}

Composition Decomposition::of(std::int64_t sum) const {
    if (sum == right()) return {Composition::Kind::right};
    if (sum == static_cast<std::int32_t>(right())) return {Composition::Kind::cut_off};
    return of_slices(static_cast<std::uint64_t>(sum)).value_or(Composition{Composition::Kind::scattered});
}

// Tries all sets of slices, a bit for each: is the sum theirs, or is the rest the beginning of a slice not among them?
std::optional<Composition> Decomposition::of_slices(std::uint64_t sum) const {
    std::optional<Composition> found;
    for (std::uint32_t chosen = 0; chosen < std::uint32_t{1} << of_slice_.size(); ++chosen) {
        const auto is_chosen = [&](std::size_t slice) { return (chosen >> slice & 1) != 0; };
        const auto count = static_cast<std::size_t>(std::popcount(chosen));
        std::uint64_t whole = 0;
        for (std::size_t slice = 0; slice < of_slice_.size(); ++slice) whole += is_chosen(slice) ? of_slice_[slice] : 0;
        if (whole == sum) return Composition{Composition::Kind::slices, count};
        for (std::size_t slice = 0; count != 0 && !found && slice < of_slice_.size(); ++slice) {
            if (!is_chosen(slice) && is_beginning(slice, sum - whole)) {
                found = Composition{Composition::Kind::slices_and_a_beginning, count};
            }
        }
    }
    return found;
}

bool Decomposition::is_beginning(std::size_t slice, std::uint64_t sum) const {
    const auto [begin, length] = slices_[slice];
    const auto from = first_.begin() + static_cast<std::ptrdiff_t>(begin);
    return std::binary_search(from, from + static_cast<std::ptrdiff_t>(length), *from + sum);
}

}  // namespace ssd
