// A pair of arrays, and what is needed to judge the answers on them.
#pragma once

#include <optional>

#include "contract/arrays.hpp"
#include "judge/control_arrays.hpp"
#include "judge/reference.hpp"

namespace reductions {

template <Element T>
struct JudgedArrays {
    explicit JudgedArrays(const Arrays<T>& given)
        : arrays{given},
          reference{reductions::reference(given.a, given.b)},
          control{control_arrays<T>(given.a.size())} {}

    Arrays<T> arrays;
    Reference<T> reference;
    std::optional<ControlArrays<T>> control;  // of the same length; nothing if there is not enough memory
};

}  // namespace reductions
