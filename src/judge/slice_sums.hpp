// The sums of all slices into which 1 to 64 threads cut an array.
#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

#include "blocks/chunks.hpp"

namespace reductions {

// The slices are those of OpenMP's static schedule. The cuts for all 64 numbers of threads together divide the array
// into about 2,000 stretches. Each stretch is added up once, and a slice is a run of stretches.
template <typename Number>
class SliceSums {
public:
    static constexpr std::size_t most_threads = 64;

    // sum_of(begin, end) adds up the terms of the elements [begin, end).
    SliceSums(std::size_t size, const auto& sum_of) : size_{size} {
        for (std::size_t threads = 1; threads <= most_threads; ++threads) {
            const Chunks slices{size, threads};
            for (std::size_t slice = 0; slice < threads; ++slice) cuts_.push_back(slices[slice].begin);
        }
        cuts_.push_back(size);
        std::sort(cuts_.begin(), cuts_.end());
        cuts_.erase(std::unique(cuts_.begin(), cuts_.end()), cuts_.end());
        for (std::size_t i = 0; i + 1 < cuts_.size(); ++i) stretches_.push_back(sum_of(cuts_[i], cuts_[i + 1]));
    }

    // The sums of the slices of this many threads, 1 to most_threads. Slices without elements are left out.
    std::vector<Number> of(std::size_t threads) const {
        std::vector<Number> sums;
        const Chunks slices{size_, threads};
        std::size_t stretch = 0;
        for (std::size_t slice = 0; slice < threads; ++slice) {
            const auto [begin, length] = slices[slice];
            if (length == 0) break;
            Number sum{};
            for (; cuts_[stretch] < begin + length; ++stretch) sum += stretches_[stretch];
            sums.push_back(sum);
        }
        return sums;
    }

private:
    std::size_t size_;
    std::vector<std::size_t> cuts_;  // in ascending order, without duplicates
    std::vector<Number> stretches_;  // stretches_[i] is the sum from cuts_[i] to cuts_[i + 1]
};

}  // namespace reductions
