// Arrays that are generated: the article's, and random ones.
#pragma once

#include <cstddef>
#include <string_view>

#include "data/arrays.hpp"

namespace ssd {

// The article's own length: 1 ... 9,999,999 and 7 ... 10,000,005, where the right answer is 359999964.
inline constexpr std::size_t article_size = 9'999'999;

// The article's arrays, numpy.arange(1, n + 1) and numpy.arange(7, n + 7): a[i] = i + 1 and b[i] = i + 7 for `size`
// elements of the named type (one of type_names), converted to it: integers wrap, floats round. Throws std::bad_alloc
// where memory cannot be had and std::invalid_argument for another name.
AnyArrays article_arrays(std::string_view type, std::size_t size);

// Arrays whose squares do not add up exactly: numbers evenly spread over [-1, 1), 0 or -1 for integers. The same in
// every run. Throws as article_arrays does.
AnyArrays random_arrays(std::string_view type, std::size_t size);

}  // namespace ssd
