// The format is described at numpy.org/doc/stable/reference/generated/numpy.lib.format.html.
#include "arrays/npy_header.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>
#include <optional>

#include "arrays/any_arrays.hpp"
#include "arrays/npy_dict.hpp"
#include "arrays/npy_type.hpp"
#include "arrays/python_error.hpp"
#include "arrays/python_value.hpp"

namespace reductions {
namespace {

constexpr std::size_t most_dimensions = 64;  // as in NumPy 2.0 and later; earlier versions allow 32
constexpr std::size_t longest_array = std::numeric_limits<std::ptrdiff_t>::max();  // in bytes

constexpr std::array<std::string_view, 3> keys = {"descr", "fortran_order", "shape"};

PythonValue parsed(const NpyDict& dict) try {
    return python_value(dict.text, dict.version < 3);  // Python 2 wrote versions 1 and 2
} catch (const PythonError& error) {
    throw NpyError{std::string{"its header cannot be parsed: "} + error.what()};
}

// The values of these keys; any other key is refused. If a key occurs twice, the last value counts, as in Python.
std::array<PythonValue, keys.size()> values_of_keys(const PythonValue& header) {
    const auto* const dict = std::get_if<PythonValue::Dict>(&header.is);
    if (dict == nullptr) throw NpyError{"its header is not a dict"};
    std::array<std::optional<PythonValue>, keys.size()> found;
    for (std::size_t i = 0; i < dict->keys.size(); ++i) {
        const PythonValue& key = dict->keys[i];
        const auto* const name = std::get_if<std::string>(&key.is);
        const auto* const known = name == nullptr ? keys.end() : std::find(keys.begin(), keys.end(), *name);
        if (known == keys.end()) {
            throw NpyError{"its header has the key " + std::string{key.source} +
                           ", which is not one of 'descr', 'fortran_order', 'shape'"};
        }
        found.at(static_cast<std::size_t>(known - keys.begin())) = dict->values[i];
    }
    std::array<PythonValue, keys.size()> values;
    for (std::size_t i = 0; i < keys.size(); ++i) {
        if (!found[i]) throw NpyError{"its header has no '" + std::string{keys[i]} + "'"};
        values[i] = *found[i];
    }
    return values;
}

bool order(const PythonValue& value) {
    if (const bool* const fortran = std::get_if<bool>(&value.is)) return *fortran;
    throw NpyError{"its header's 'fortran_order' is " + std::string{value.source} + ", not True or False"};
}

// NumPy reads an extent of -1 as "as many as there are". We refuse it, because a file that was cut short would look
// complete.
std::vector<std::uint64_t> shape_of(const PythonValue& value) {
    const auto refuse = [&](const std::string& reason) {
        throw NpyError{"its header's 'shape' is " + std::string{value.source} + ", " + reason};
    };
    const auto* const tuple = std::get_if<PythonValue::Tuple>(&value.is);
    if (tuple == nullptr) refuse("not a tuple");
    std::vector<std::uint64_t> shape;
    for (const PythonValue& item : tuple->items) {
        const auto* const extent = std::get_if<std::int64_t>(&item.is);
        if (extent == nullptr || *extent < 0) refuse("not a tuple of non-negative whole numbers");
        shape.push_back(static_cast<std::uint64_t>(*extent));
    }
    if (shape.size() > most_dimensions) refuse("of more than " + std::to_string(most_dimensions) + " dimensions");
    return shape;
}

// The product of the extents. It must not exceed the number of elements in the file. An empty array has an extent of 0.
// Its other extents may be large, as long as an array of that shape could exist.
std::size_t count_elements(const NpyHeader& header, std::size_t available, std::size_t element) {
    const bool empty = std::find(header.shape.begin(), header.shape.end(), 0) != header.shape.end();
    const std::size_t most = empty ? longest_array / element : available;
    std::size_t length = 1;
    bool too_long = most == 0;  // the shape () has one element
    for (const std::uint64_t extent : header.shape) {
        if (extent == 0) continue;
        too_long = too_long || extent > most / length;
        if (!too_long) length *= extent;
    }
    if (too_long && empty) throw NpyError{"shape " + to_string(header.shape) + " is larger than any memory"};
    if (too_long) {
        throw NpyError{"truncated: shape " + to_string(header.shape) + " of " + std::string{header.type} +
                       " promises more than the " + std::to_string(available) + " elements in the file"};
    }
    return empty ? 0 : length;
}

}  // namespace

std::string to_string(const std::vector<std::uint64_t>& shape) {
    std::string text;
    for (const std::uint64_t extent : shape) text += (text.empty() ? "" : ", ") + std::to_string(extent);
    return "(" + text + (shape.size() == 1 ? ",)" : ")");
}

NpyHeader parse_npy_header(std::span<const std::byte> file) {
    const std::string_view all{reinterpret_cast<const char*>(file.data()), file.size()};
    const NpyDict dict = npy_dict(all);
    const auto [descr, fortran_order, shape] = values_of_keys(parsed(dict));
    NpyHeader header;
    header.type = npy_type(descr);
    header.fortran_order = order(fortran_order);
    header.shape = shape_of(shape);
    header.offset = dict.end;
    const std::size_t element = element_size(header.type);
    header.length = count_elements(header, (file.size() - header.offset) / element, element);
    return header;
}

}  // namespace reductions
