// Makes a pair of arrays from two .npy files.
#include "arrays/npy.hpp"

#include <algorithm>
#include <cstdint>
#include <span>
#include <string>
#include <system_error>
#include <vector>

#include "arrays/mapped_file.hpp"
#include "arrays/npy_header.hpp"

namespace reductions {
namespace {

struct NpyFile {
    explicit NpyFile(const std::filesystem::path& path);

    MappedFile file;
    NpyHeader header;
};

NpyFile::NpyFile(const std::filesystem::path& path) try : file{path}, header{parse_npy_header(file.bytes())} {
} catch (const std::system_error& error) {
    throw NpyError{"'" + path.string() + "': cannot be read: " + error.code().message()};
} catch (const NpyError& error) {
    throw NpyError{"'" + path.string() + "': " + error.what()};
}

// Whether C order and Fortran order are different for this array. With at most one extent above 1 they are the same.
bool has_two_orders(const NpyHeader& header) {
    const auto above_1 = [](std::uint64_t extent) { return extent > 1; };
    return header.length != 0 && std::count_if(header.shape.begin(), header.shape.end(), above_1) > 1;
}

// Names the first property that should be the same in both files but is not, with both values. Empty if they match.
std::string what_differs(const NpyHeader& a, const NpyHeader& b) {
    const auto sentence = [](const std::string& what, const std::string& of_a, const std::string& of_b) {
        return "must have the same " + what + ", not " + of_a + " and " + of_b;
    };
    if (a.type != b.type) return sentence("element type", std::string{a.type}, std::string{b.type});
    if (a.length != b.length) return sentence("length", std::to_string(a.length), std::to_string(b.length));
    if (a.shape != b.shape) return sentence("shape", to_string(a.shape), to_string(b.shape));
    if (a.fortran_order != b.fortran_order && has_two_orders(a)) {
        const auto order = [](const NpyHeader& header) { return header.fortran_order ? "Fortran's" : "C's"; };
        return sentence("order", order(a), order(b));
    }
    return {};
}

struct NpyPair {
    NpyPair(const std::filesystem::path& of_a, const std::filesystem::path& of_b) : a{of_a}, b{of_b} {}

    NpyFile a;
    NpyFile b;
};

// The files, and copies of their elements if those are needed.
template <Element T>
struct Owner {
    std::shared_ptr<const NpyPair> files;
    std::vector<T> copy_of_a;
    std::vector<T> copy_of_b;
};

// The elements where they lie in the file, or a copy of them if they begin at a byte that is not aligned for T.
template <Element T>
View<T> elements(const NpyFile& npy, std::vector<T>& copy) {
    const std::byte* const begin = npy.file.bytes().data() + npy.header.offset;
    const std::size_t length = npy.header.length;
    if (npy.header.offset % alignof(T) == 0) return {reinterpret_cast<const T*>(begin), length};
    copy.resize(length);
    std::copy_n(begin, length * sizeof(T), std::as_writable_bytes(std::span{copy}).begin());
    return copy;
}

template <Element T>
Arrays<T> arrays(const std::shared_ptr<const NpyPair>& files) {
    const auto owner = std::make_shared<Owner<T>>();
    owner->files = files;
    return {elements(files->a, owner->copy_of_a), elements(files->b, owner->copy_of_b), owner};
}

}  // namespace

AnyArrays read_npy(const std::filesystem::path& a, const std::filesystem::path& b) {
    const auto pair = std::make_shared<const NpyPair>(a, b);
    const std::string differs = what_differs(pair->a.header, pair->b.header);
    if (!differs.empty()) throw NpyError{"'" + a.string() + "' and '" + b.string() + "' " + differs};
    const std::string_view type = pair->a.header.type;
    if (type == type_name<std::int64_t>) return arrays<std::int64_t>(pair);
    if (type == type_name<std::int32_t>) return arrays<std::int32_t>(pair);
    if (type == type_name<double>) return arrays<double>(pair);
    return arrays<float>(pair);
}

void check_files_unchanged() {
    if (const MappedFile* const file = MappedFile::any_changed()) {
        throw NpyError{"'" + file->name() + "' was changed while it was in use; run the program again"};
    }
}

}  // namespace reductions
