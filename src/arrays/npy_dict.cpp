// An .npy file begins with a magic string, the format's version, and the length of the dict.
#include "arrays/npy_dict.hpp"

#include <cstdint>
#include <cstring>
#include <optional>

#include "arrays/npy_error.hpp"
#include "arrays/utf8.hpp"

namespace reductions {
namespace {

constexpr std::string_view magic = "\x93NUMPY";

// In characters. NumPy refuses more, because a malicious dict could keep Python busy for a long time.
constexpr std::size_t longest_dict = 10'000;

// What the file may be instead.
std::string hint(std::string_view file) {
    if (file.empty()) return "it is empty";
    if (file.starts_with("PK\3\4") || file.starts_with("PK\5\6")) {
        return "it is a zip archive, such as numpy.savez writes: save its arrays one by one, with "
               "numpy.save('a.npy', numpy.load('archive.npz')['a'])";
    }
    if (file.starts_with("\x1F\x8B")) return "it is compressed by gzip: gunzip it first";
    return "it does not begin with the magic string \\x93NUMPY; numpy.save writes such files";
}

// Version 3 stores the text in UTF-8. Earlier versions store it in Latin-1, in which each byte is a character's number.
std::string decoded(std::string_view bytes, int version) {
    std::string text;
    std::size_t characters = 0;
    for (; !bytes.empty() && characters <= longest_dict; ++characters) {
        std::optional<char32_t> character = static_cast<unsigned char>(bytes.front());
        if (version < 3) {
            bytes.remove_prefix(1);
        } else {
            character = take_character(bytes);
        }
        if (!character) throw NpyError{"its header is not UTF-8"};
        append_character(text, *character);
    }
    if (characters > longest_dict) {
        throw NpyError{"its header has more than " + std::to_string(longest_dict) +
                       " characters, which NumPy refuses too"};
    }
    return text;
}

}  // namespace

NpyDict npy_dict(std::string_view file) {
    if (!file.starts_with(magic)) throw NpyError{"not an .npy file: " + hint(file)};
    if (file.size() < magic.size() + 2) throw NpyError{"truncated within the header"};
    const int major = static_cast<unsigned char>(file[magic.size()]);
    const int minor = static_cast<unsigned char>(file[magic.size() + 1]);
    if (major < 1 || major > 3 || minor != 0) {
        throw NpyError{"format version " + std::to_string(major) + '.' + std::to_string(minor) +
                       " is not one of 1.0, 2.0, 3.0"};
    }
    // The dict's length has 2 bytes in version 1 and 4 bytes in later versions, little-endian.
    const std::size_t length_bytes = major == 1 ? 2 : 4;
    const std::size_t begin = magic.size() + 2 + length_bytes;
    if (file.size() < begin) throw NpyError{"truncated within the header"};
    std::uint32_t length = 0;
    std::memcpy(&length, file.data() + begin - length_bytes, length_bytes);
    if (length > file.size() - begin) throw NpyError{"truncated within the header"};
    return {major, decoded(file.substr(begin, length), major), begin + length};
}

}  // namespace reductions
