// The article's arrays of one type.
#pragma once

#include <cstddef>
#include <variant>

#include "arrays/generated_arrays.hpp"

namespace reductions::testing {

template <Element T>
Arrays<T> article(std::size_t size) {
    return std::get<Arrays<T>>(article_arrays(type_name<T>, size));
}

}  // namespace reductions::testing
