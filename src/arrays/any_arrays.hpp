// Arrays whose element type is known only at run time.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <variant>

#include "contract/arrays.hpp"

namespace reductions {

using AnyArrays = std::variant<Arrays<std::int64_t>, Arrays<std::int32_t>, Arrays<double>, Arrays<float>>;

// The names of the element types, as NumPy spells them, in the order of AnyArrays' alternatives.
inline constexpr std::array<std::string_view, 4> type_names = {"int64", "int32", "float64", "float32"};

// The size in bytes of one element of the type with this name.
constexpr std::size_t element_size(std::string_view type) { return type.ends_with("64") ? 8 : 4; }

// The name of T.
template <Element T>
inline constexpr std::string_view type_name =
    std::integral<T> ? type_names[sizeof(T) == 8 ? 0 : 1] : type_names[sizeof(T) == 8 ? 2 : 3];

}  // namespace reductions
