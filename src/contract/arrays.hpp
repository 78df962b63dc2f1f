// A pair of arrays of one element type: what a variant is called with, and what keeps the memory alive.
#pragma once

#include <memory>

#include "contract/element.hpp"

namespace reductions {

// Two views of the same length, and the owner of their memory. The memory lives as long as any copy of this struct.
template <Element T>
struct Arrays {
    View<T> a;
    View<T> b;
    std::shared_ptr<const void> owner;
};

}  // namespace reductions
