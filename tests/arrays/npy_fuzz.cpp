// Fuzzes the reader of .npy files. libFuzzer alters files and keeps those that reach new code. The sanitizers and the
// checks below watch what the reader does with them. `make fuzz` builds and runs this program.
//
// Each input is read as a file. If it does not begin with the magic string, it is also read as the dict of a file, or
// as the dicts of two files with a zero byte between them. A header that is altered as part of a whole file is rarely
// valid, because the length of its dict no longer fits.
#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <clocale>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cwchar>
#include <cwctype>
#include <iostream>
#include <optional>
#include <random>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "arrays/npy.hpp"
#include "arrays/npy_error.hpp"
#include "arrays/npy_header.hpp"
#include "arrays/printable.hpp"

using namespace reductions;

namespace {

constexpr std::string_view magic = "\x93NUMPY";

// libFuzzer saves the input of a program that aborts.
void require(bool holds, const char* what) {
    if (holds) return;
    std::cerr << "npy_fuzz: this does not hold: " << what << '\n';
    std::abort();
}

// Checks a message as programs print it. The C library decodes and classifies the characters, so that our own functions
// are not checked against themselves.
void check_message(const NpyError& error) {
    const std::string shown = printable(error.what());
    require(!shown.empty(), "a message is not empty");
    std::mbstate_t state{};
    for (std::string_view rest = shown; !rest.empty();) {
        wchar_t character = 0;
        const std::size_t length = std::mbrtowc(&character, rest.data(), rest.size(), &state);
        require(length >= 1 && length <= rest.size(), "a message is UTF-8");
        require(std::iswcntrl(static_cast<std::wint_t>(character)) == 0,
                "a message is one line of printable characters");
        rest.remove_prefix(length);
    }
}

void check_header(const NpyHeader& header, std::size_t file_size) {
    require(std::ranges::count(type_names, header.type) == 1, "the element type is one of the four");
    const bool empty = std::ranges::count(header.shape, 0U) > 0;
    std::size_t length = empty ? 0 : 1;
    bool overflow = false;
    for (const std::uint64_t extent : header.shape) overflow |= __builtin_mul_overflow(length, extent, &length);
    require(!overflow && header.length == length, "the length is the product of the extents");
    require(header.offset <= file_size && length <= (file_size - header.offset) / element_size(header.type),
            "the elements lie in the file");
}

// A file in memory. It ends where its allocation ends, so the address sanitizer detects every read beyond it. (A mapped
// file does not work here, because the rest of its last page is readable.)
struct File {
    explicit File(std::string_view input) : bytes(input.begin(), input.end()) {
        try {
            header = parse_npy_header(std::as_bytes(std::span{bytes}));
            check_header(*header, bytes.size());
        } catch (const NpyError& error) {
            check_message(error);
        }
    }

    std::string_view elements() const {
        return {bytes.data() + header->offset, header->length * element_size(header->type)};
    }

    std::vector<char> bytes;
    std::optional<NpyHeader> header;  // empty if the reader refuses the file
};

// Writes a file that is in memory only, and returns its path.
std::string write(const File& file, int descriptor) {
    const auto size = static_cast<ssize_t>(file.bytes.size());
    require(ftruncate(descriptor, size) == 0 && pwrite(descriptor, file.bytes.data(), file.bytes.size(), 0) == size,
            "the kernel supports files in memory");
    return "/proc/self/fd/" + std::to_string(descriptor);
}

template <Element T>
void check_elements(View<T> view, const File& file) {
    require(file.header.has_value(), "a pair is refused if one of its files is");
    require(type_name<T> == file.header->type, "an array has the element type of its file");
    require(reinterpret_cast<std::uintptr_t>(view.data()) % alignof(T) == 0, "elements are aligned");
    const std::string_view bytes{reinterpret_cast<const char*>(view.data()), view.size_bytes()};
    require(bytes == file.elements(), "an array has the elements of its file");
}

// Whether the reader accepts the two files as a pair.
bool read_pair(const File& a, const File& b) try {
    static const int descriptor_of_a = memfd_create("a.npy", MFD_CLOEXEC);
    static const int descriptor_of_b = memfd_create("b.npy", MFD_CLOEXEC);
    const AnyArrays pair = read_npy(write(a, descriptor_of_a), write(b, descriptor_of_b));
    const auto check = [&](const auto& arrays) {
        check_elements(arrays.a, a);
        check_elements(arrays.b, b);
        require(a.header->shape == b.header->shape, "a pair has one shape");
    };
    std::visit(check, pair);
    return true;
} catch (const NpyError& error) {
    check_message(error);
    return false;
}

void read_file(std::string_view bytes) {
    const File file{bytes};
    if (file.header) require(read_pair(file, file), "a file makes a pair with itself");
}

// A file of format version 1.0 or 3.0 with this dict, and with 64 bytes of elements.
File file_with(std::string_view dict, char version) {
    std::string bytes{magic};
    bytes += {version, 0};
    const std::size_t length_bytes = version == 1 ? 2 : 4;
    for (std::size_t i = 0; i < length_bytes; ++i) bytes += static_cast<char>(dict.size() >> 8 * i & 0xFFU);
    bytes += dict;
    for (char byte = 0; byte < 64; ++byte) bytes += byte;
    return File{bytes};
}

void read_dicts(std::string_view first, std::string_view second) {
    const File a = file_with(first, 1);
    const File b = file_with(second, 3);
    if (!a.header && !b.header) return;
    const bool both = a.header && b.header;
    require(read_pair(a, b) == both || first != second, "two files with the same dict make a pair");
}

// Parts of headers, and numbers near a limit.
constexpr std::array words = std::to_array<std::string_view>(
    {magic, "\1", "\3", "PK\3\4", "\x1F\x8B", "{", "}", "(", ")", "[", "]", ",", ":", "-", "'", "\"", "\"\"\"", "\\",
     "\n", "#", " ", "\x85", "\u2028", "descr", "fortran_order", "shape", "<", ">", "=", "i8", "i4", "f8", "f4",
     "int64", "True", "False", "None", "r'", "b'", "\\x41", "\\u0041", "\\U0010ffff", "\\N{", "0", "1", "2", "3", "6",
     "1_0", "0x", " L",
     // 3 times the first number is 2^64 + 2, and so is 2 * 3 times the second.
     "6148914691236517206", ", 3074457345618258603", "9223372036854775807", "18446744073709551616"});

// Cuts a text short, or replaces words in it and inserts some.
void alter(std::string& text, std::minstd_rand random) {
    const auto below = [&](std::size_t end) { return random() / 8 % end; };
    if (below(8) == 0) {
        text.resize(below(text.size() + 1));
        return;
    }
    constexpr std::string_view in_words = "_abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    for (std::size_t times = 1 + below(3); times > 0; --times) {
        const std::size_t at = below(text.size() + 1);
        const std::size_t mark = text.find_last_not_of(in_words, at);
        const std::size_t begin = mark == at ? at : mark + 1;  // 0 if there is no mark
        const std::size_t end = std::max(text.find_first_not_of(in_words, begin), begin + 1);
        text.replace(begin, below(2) * (end - begin), words.at(below(words.size())));
    }
}

}  // namespace

// libFuzzer calls this for each input.  NOLINTNEXTLINE(readability-identifier-naming)
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const bool utf8 = std::setlocale(LC_CTYPE, "C.UTF-8") != nullptr;
    require(utf8, "the C library has the locale C.UTF-8");
    const std::string_view input{reinterpret_cast<const char*>(data), size};
    read_file(input);
    if (!input.starts_with(magic)) {
        const std::size_t zero = input.find('\0');
        read_dicts(input.substr(0, zero), zero == std::string_view::npos ? input : input.substr(zero + 1));
    }
    return 0;
}

// libFuzzer's own ways to alter an input.  NOLINTNEXTLINE(readability-identifier-naming)
extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t max_size);

// libFuzzer calls this to alter an input. Half of the calls use libFuzzer's own ways, the others use alter().
// NOLINTNEXTLINE(readability-identifier-naming)
extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t max_size,
                                               unsigned seed) {
    if (seed % 2 == 0) return LLVMFuzzerMutate(data, size, max_size);
    std::string text{reinterpret_cast<const char*>(data), size};
    alter(text, std::minstd_rand{seed});
    text.resize(std::min(text.size(), max_size));
    std::copy(text.begin(), text.end(), data);
    return text.size();
}
