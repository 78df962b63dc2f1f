// Which elements of the whole arrays each rank has.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace reductions::distributed {

// Where each rank's part begins, and behind the last one the size of the whole. Rank r gets a share of the elements
// that is proportional to shares[r], up to rounding. So a rank with the share 0 gets none. At least one share must be
// positive, and their sum below 2^32.
std::vector<std::size_t> beginnings_of_parts(std::size_t size, std::span<const std::size_t> shares);

}  // namespace reductions::distributed
