// Two .npy files become a pair of arrays.
#include "data/npy.hpp"

#include <bit>
#include <string>
#include <system_error>

#include "data/mapped_file.hpp"
#include "data/npy_header.hpp"

namespace ssd {
namespace {

static_assert(std::endian::native == std::endian::little, "the elements of a file are used as they are");

struct NpyFile {
    MappedFile file;
    NpyHeader header;
};

NpyFile open_npy(const std::filesystem::path& path) try {
    MappedFile file{path};
    NpyHeader header = parse_npy_header(file.bytes());
    return {std::move(file), std::move(header)};
} catch (const std::system_error& error) {
    throw NpyError{"'" + path.string() + "': cannot be read: " + error.code().message()};
} catch (const NpyError& error) {
    throw NpyError{"'" + path.string() + "': " + error.what()};
}

// What has to be the same on both sides and is not: its name and both values; nothing where the pair is all right.
std::string difference(const NpyHeader& a, const NpyHeader& b) {
    const auto sentence = [](const std::string& what, const std::string& of_a, const std::string& of_b) {
        return "must have the same " + what + ", not " + of_a + " and " + of_b;
    };
    if (a.type != b.type) return sentence("element type", std::string{a.type}, std::string{b.type});
    if (a.length != b.length) return sentence("length", std::to_string(a.length), std::to_string(b.length));
    if (a.shape != b.shape) return sentence("shape", to_string(a.shape), to_string(b.shape));
    if (a.shape.size() > 1 && a.fortran_order != b.fortran_order) {  // with fewer dimensions both orders are one
        const auto order = [](const NpyHeader& header) { return header.fortran_order ? "Fortran's" : "C's"; };
        return sentence("order", order(a), order(b));
    }
    return {};
}

struct Pair {
    NpyFile a;
    NpyFile b;
};

template <Element T>
View<T> view(const NpyFile& npy) {
    return {reinterpret_cast<const T*>(npy.file.bytes().data() + npy.header.offset), npy.header.length};
}

template <Element T>
Arrays<T> arrays(const std::shared_ptr<const Pair>& pair) {
    return {view<T>(pair->a), view<T>(pair->b), pair};
}

}  // namespace

AnyArrays read_npy(const std::filesystem::path& a, const std::filesystem::path& b) {
    const auto pair = std::make_shared<const Pair>(Pair{open_npy(a), open_npy(b)});
    const std::string differs = difference(pair->a.header, pair->b.header);
    if (!differs.empty()) throw NpyError{"'" + a.string() + "' and '" + b.string() + "' " + differs};
    const std::string_view type = pair->a.header.type;
    if (type == type_name<std::int64_t>) return arrays<std::int64_t>(pair);
    if (type == type_name<std::int32_t>) return arrays<std::int32_t>(pair);
    if (type == type_name<double>) return arrays<double>(pair);
    return arrays<float>(pair);
}

}  // namespace ssd
