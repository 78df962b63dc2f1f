// Arrays that are generated: the article's, and random ones.
#pragma once

#include <cstddef>
#include <string_view>

#include "arrays/any_arrays.hpp"

namespace reductions {

// The article's own length. The arrays are 1 ... 9,999,999 and 7 ... 10,000,005, and the right answer is 359999964.
inline constexpr std::size_t article_size = 9'999'999;

// The article's arrays, numpy.arange(1, n + 1) and numpy.arange(7, n + 7): a[i] = i + 1 and b[i] = i + 7 for `size`
// elements, converted to the named type (one of type_names): integers wrap around, floats are rounded. Throws
// std::bad_alloc if memory cannot be allocated, and std::invalid_argument for an unknown name.
AnyArrays article_arrays(std::string_view type, std::size_t size);

// `size` elements of those arrays, from index `begin` on: what one of several processes needs of them.
AnyArrays part_of_article_arrays(std::string_view type, std::size_t begin, std::size_t size);

// Arrays whose squares do not add up exactly: numbers spread evenly over [-1, 1); as integers, 0 or -1. They are the
// same in every run. Throws as article_arrays does.
AnyArrays random_arrays(std::string_view type, std::size_t size);

}  // namespace reductions
