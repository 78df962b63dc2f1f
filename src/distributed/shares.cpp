// Which elements of the whole arrays each rank has.
#include "distributed/shares.hpp"

#include <numeric>

namespace reductions::distributed {

std::vector<std::size_t> beginnings_of_parts(std::size_t size, std::span<const std::size_t> shares) {
    const std::size_t all = std::accumulate(shares.begin(), shares.end(), std::size_t{0});
    std::vector<std::size_t> beginnings{0};
    std::size_t before = 0;
    for (const std::size_t share : shares) {
        before += share;
        // size * before / all, without an overflow in the product
        beginnings.push_back(size / all * before + size % all * before / all);
    }
    return beginnings;
}

}  // namespace reductions::distributed
