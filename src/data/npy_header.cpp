// The .npy header, read by hand: it is a Python dict with three known keys, which NumPy writes in one way and other
// programs order, quote and space as they like.
#include "data/npy_header.hpp"

#include <algorithm>
#include <charconv>
#include <cstring>

namespace ssd {
namespace {

std::string_view skip_spaces(std::string_view text) {
    return text.substr(std::min(text.find_first_not_of(" \t\n"), text.size()));
}

// The dict's text, which ends where the elements begin.
std::string_view find_dict(std::string_view file) {
    constexpr std::string_view magic = "\x93NUMPY";
    if (!file.starts_with(magic))
        throw NpyError{"not an .npy file: it does not begin with the magic string \\x93NUMPY"};
    if (file.size() < magic.size() + 2) throw NpyError{"truncated within the header"};
    const int version = static_cast<unsigned char>(file[magic.size()]);
    if (version < 1 || version > 3) {
        throw NpyError{"format version " + std::to_string(version) + " is not one of 1, 2, 3"};
    }
    // The dict's length: 2 bytes in version 1, 4 bytes since; little-endian.
    const std::size_t length_bytes = version == 1 ? 2 : 4;
    const std::size_t begin = magic.size() + 2 + length_bytes;
    if (file.size() < begin) throw NpyError{"truncated within the header"};
    std::uint32_t length = 0;
    std::memcpy(&length, file.data() + begin - length_bytes, length_bytes);
    if (length > file.size() - begin) throw NpyError{"truncated within the header"};
    return file.substr(begin, length);
}

// What stands behind the key, up to the end of the dict.
std::string_view value_of(std::string_view dict, const std::string& key) {
    for (const char quote : {'\'', '"'}) {
        const std::size_t at = dict.find(quote + key + quote);
        if (at == std::string_view::npos) continue;
        const std::string_view rest = skip_spaces(dict.substr(at + key.size() + 2));
        if (rest.starts_with(':')) return skip_spaces(rest.substr(1));
    }
    throw NpyError{"its header has no '" + key + "'"};
}

std::string_view parse_type(std::string_view value) {
    const std::string_view quoted = value.substr(0, value.find(',') + 1);
    for (const char* const quote : {"'", "\""}) {
        const auto is = [&](const char* code) { return quoted.starts_with(quote + std::string{code} + quote); };
        if (is("<i8")) return "int64";
        if (is("<i4")) return "int32";
        if (is("<f8")) return "float64";
        if (is("<f4")) return "float32";
    }
    throw NpyError{"element type " + std::string{value.substr(0, value.find(", 'fortran_order"))} +
                   " is not one of '<i8', '<i4', '<f8', '<f4' (little-endian int64, int32, float64, float32)"};
}

bool parse_order(std::string_view value) {
    if (value.starts_with("True")) return true;
    if (value.starts_with("False")) return false;
    throw NpyError{"its header's 'fortran_order' is neither True nor False"};
}

std::vector<std::uint64_t> parse_shape(std::string_view value) {
    std::vector<std::uint64_t> shape;
    if (!value.starts_with('(')) throw NpyError{"its header's 'shape' is not a tuple"};
    for (value = skip_spaces(value.substr(1)); !value.starts_with(')'); value = skip_spaces(value)) {
        std::uint64_t extent = 0;
        const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), extent);
        if (error != std::errc{}) throw NpyError{"its header's 'shape' is not a tuple of whole numbers of 64 bits"};
        shape.push_back(extent);
        value.remove_prefix(static_cast<std::size_t>(end - value.data()));
        if (value.starts_with('L')) value.remove_prefix(1);  // Python 2's long integers
        value = skip_spaces(value);
        if (value.starts_with(',')) value.remove_prefix(1);
    }
    return shape;
}

// The product of the extents, none of which may promise more elements than are there.
std::size_t count_elements(const NpyHeader& header, std::size_t available) {
    if (std::find(header.shape.begin(), header.shape.end(), 0) != header.shape.end()) return 0;
    std::size_t length = 1;
    for (const std::uint64_t extent : header.shape) {
        if (extent > available / length) length = 0;
        length *= extent;
        if (length == 0) break;
    }
    if (length == 0 || length > available) {
        throw NpyError{"truncated: shape " + to_string(header.shape) + " of " + std::string{header.type} +
                       " promises more than the " + std::to_string(available) + " elements that are there"};
    }
    return length;
}

}  // namespace

std::string to_string(const std::vector<std::uint64_t>& shape) {
    std::string text;
    for (const std::uint64_t extent : shape) text += (text.empty() ? "" : ", ") + std::to_string(extent);
    return "(" + text + (shape.size() == 1 ? ",)" : ")");
}

NpyHeader parse_npy_header(std::span<const std::byte> file) {
    const std::string_view text{reinterpret_cast<const char*>(file.data()), file.size()};
    const std::string_view dict = find_dict(text);
    NpyHeader header;
    header.type = parse_type(value_of(dict, "descr"));
    header.fortran_order = parse_order(value_of(dict, "fortran_order"));
    header.shape = parse_shape(value_of(dict, "shape"));
    header.offset = static_cast<std::size_t>(dict.data() + dict.size() - text.data());
    const std::size_t element = header.type.ends_with("64") ? 8 : 4;
    if (header.offset % element != 0) {
        throw NpyError{"its elements begin at byte " + std::to_string(header.offset) + ", which is not a multiple of " +
                       std::to_string(element) + ", the size of one"};
    }
    header.length = count_elements(header, (file.size() - header.offset) / element);
    return header;
}

}  // namespace ssd
