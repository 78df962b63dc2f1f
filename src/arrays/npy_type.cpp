// What numpy.dtype makes of a string, for the four types. NumPy itself writes '<i8'. Other programs and people also
// write '=i8' and '|i8', which mean this machine's byte order.
#include "arrays/npy_type.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>
#include <string>

#include "arrays/any_arrays.hpp"
#include "arrays/npy_error.hpp"

namespace reductions {
namespace {

static_assert(std::endian::native == std::endian::little,
              "elements are used with their bytes in the order of the file");

struct Spelling {
    std::string_view numpy;
    std::string_view type;  // one of type_names
};

// Names without a mark for the byte order. The sizes of C's types are those of 64-bit Linux.
constexpr std::array<Spelling, 13> names = {{{"int64", "int64"},
                                             {"int", "int64"},
                                             {"int_", "int64"},
                                             {"intp", "int64"},
                                             {"long", "int64"},
                                             {"longlong", "int64"},
                                             {"int32", "int32"},
                                             {"intc", "int32"},
                                             {"float64", "float64"},
                                             {"float", "float64"},
                                             {"double", "float64"},
                                             {"float32", "float32"},
                                             {"single", "float32"}}};

// Letters that name one of C's types. A mark for the byte order may precede them.
constexpr std::array<Spelling, 6> letters = {
    {{"l", "int64"}, {"q", "int64"}, {"p", "int64"}, {"i", "int32"}, {"d", "float64"}, {"f", "float32"}}};

template <std::size_t size>
std::string_view find(const std::array<Spelling, size>& spellings, std::string_view text) {
    const auto* const found =
        std::find_if(spellings.begin(), spellings.end(), [&](const Spelling& s) { return s.numpy == text; });
    return found == spellings.end() ? std::string_view{} : found->type;
}

// A letter for the kind and the number of bytes, such as i8.
std::string_view find_sized(std::string_view text) {
    if (!text.starts_with('i') && !text.starts_with('f')) return {};
    const bool integer = text.front() == 'i';
    unsigned bytes = 0;
    const auto [end, error] = std::from_chars(text.data() + 1, text.data() + text.size(), bytes);
    if (error != std::errc{} || end != text.data() + text.size()) return {};
    if (bytes == 8) return integer ? "int64" : "float64";
    if (bytes == 4) return integer ? "int32" : "float32";
    return {};
}

// Empty if the text names none of the four types.
std::string_view find_code(std::string_view text) {
    const std::string_view letter = find(letters, text);
    return letter.empty() ? find_sized(text) : letter;
}

std::string shortened(std::string_view source) {
    constexpr std::size_t most = 60;
    return std::string{source.substr(0, most)} + (source.size() > most ? "..." : "");
}

}  // namespace

std::string_view npy_type(const PythonValue& descr) {
    if (const auto* const text = std::get_if<std::string>(&descr.is)) {
        const std::string_view spelling = *text;
        const bool marked =
            !spelling.empty() && std::string_view{"<=|>"}.find(spelling.front()) != std::string_view::npos;
        const std::string_view code = find_code(spelling.substr(marked ? 1 : 0));
        if (!code.empty() && spelling.starts_with('>')) {
            throw NpyError{
                "its elements are big-endian, " + std::string{descr.source} +
                ", and '<i8', '<i4', '<f8', '<f4' are accepted: numpy.save(file, numpy.load(file).astype('<" +
                std::string{code.starts_with('i') ? "i" : "f"} + (code.ends_with("64") ? "8" : "4") +
                "')) converts them"};
        }
        if (!code.empty()) return code;
        if (const std::string_view name = find(names, spelling); !name.empty()) return name;
    }
    throw NpyError{"element type " + shortened(descr.source) +
                   " is not one of '<i8', '<i4', '<f8', '<f4' (little-endian int64, int32, float64, float32)"};
}

}  // namespace reductions
