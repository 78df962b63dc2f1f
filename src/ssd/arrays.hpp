// A pair of arrays of one element type: what a variant is called with, and whoever keeps it in memory.
#pragma once

#include <memory>

#include "ssd/element.hpp"

namespace ssd {

// Two views of the same length and the owner of the memory that they look at, which lives as long as any copy.
template <Element T>
struct Arrays {
    View<T> a;
    View<T> b;
    std::shared_ptr<const void> owner;
};

}  // namespace ssd
