// .npy files from NumPy and from other programs, and broken ones.
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <string>

#include "arrays/npy.hpp"
#include "arrays/npy_header.hpp"
#include "catch.hpp"
#include "golden.hpp"
#include "judge/reference.hpp"

using namespace reductions;
using namespace reductions::testing;

namespace {

// A file of this format version with the given dict and `elements` bytes of elements.
std::string npy(std::string dict, std::size_t elements, char version = 1) {
    const std::size_t before = version == 1 ? 10 : 12;
    dict.resize((before + dict.size() + 64) / 64 * 64 - before, ' ');
    std::string text = "\x93NUMPY";
    text += {version, 0};
    for (std::size_t i = 0, length = dict.size(); i < before - 8; ++i, length /= 256) {
        text += static_cast<char>(length % 256);
    }
    return text + dict + std::string(elements, '\0');
}

NpyHeader parse(const std::string& file) {
    return parse_npy_header(std::as_bytes(std::span{file.data(), file.size()}));
}

std::string error_of(const std::string& file) {
    try {
        parse(file);
    } catch (const NpyError& error) {
        return error.what();
    }
    return "no error";
}

}  // namespace

TEST_CASE("NumPy's files have NumPy's sums, and its bad files are refused", "[npy][golden]") {
    std::size_t refused = 0;
    for (const GoldenFiles& files : golden_files()) {
        INFO(files.a << " and " << files.b);
        if (files.expected.starts_with("error")) {
            CHECK_THROWS_AS(read_npy(files.a, files.b), NpyError);
            ++refused;
            continue;
        }
        std::visit(
            [&]<Element T>(const Arrays<T>& arrays) {
                CHECK(reference(arrays.a, arrays.b).expected == parse_expected<T>(files.expected));
            },
            read_npy(files.a, files.b));
    }
    CHECK(refused == 11);
}

TEST_CASE("an error names the file and what is wrong with it", "[npy]") {
    const std::string folder = GOLDEN_FOLDER;
    const auto error = [&](const std::string& a, const std::string& b) -> std::string {
        try {
            read_npy(folder + '/' + a, folder + '/' + b);
        } catch (const NpyError& refused) {
            return refused.what();
        }
        return "no error";
    };
    using Catch::Matchers::ContainsSubstring;
    CHECK_THAT(error("bad_magic.a.npy", "int64.b.npy"),
               ContainsSubstring("bad_magic.a.npy") && ContainsSubstring("not an .npy file"));
    CHECK_THAT(error("int64.a.npy", "missing.npy"),
               ContainsSubstring("missing.npy") && ContainsSubstring("No such file"));
    CHECK_THAT(error("int64.a.npy", ""), ContainsSubstring("Is a directory"));
    CHECK_THAT(error("int64.a.npy", "int32.b.npy"),
               ContainsSubstring("element type") && ContainsSubstring("int64 and int32"));
    CHECK_THAT(error("int64.a.npy", "empty.b.npy"), ContainsSubstring("length") && ContainsSubstring("1001 and 0"));
    CHECK_THAT(error("two_dimensional.a.npy", "fortran_order.b.npy"),
               ContainsSubstring("order") && ContainsSubstring("C's and Fortran's"));
    CHECK_THAT(error("bad_big_endian.a.npy", "int64.b.npy"), ContainsSubstring("'>i8'") && ContainsSubstring("'<i8'"));
}

TEST_CASE("headers that other programs write are understood", "[npy]") {
    const NpyHeader header = parse(npy("{\"shape\":(2 , 3L),\"descr\" : \"<f4\", \"fortran_order\": True}", 24));
    CHECK(header.type == "float32");
    CHECK(header.fortran_order);
    CHECK(header.shape == std::vector<std::uint64_t>{2, 3});
    CHECK(header.length == 6);
    CHECK(parse(npy("{'shape': (5,), 'fortran_order': False, 'descr': '=i4'}", 20)).length == 5);
    CHECK(parse(npy("{'descr': '<i4', 'descr': '<i8', 'fortran_order': False, 'shape': (5,)}", 40)).type == "int64");
    CHECK(parse(npy("{'descr': 'float', 'fortran_order': False, 'shape': ()}", 8)).type == "float64");
    CHECK(parse(npy("{'descr': '<i4', 'fortran_order': False, 'shape': (5,), }", 20, 3)).length == 5);
}

TEST_CASE("headers that promise more than the file contains are refused", "[npy]") {
    using Catch::Matchers::ContainsSubstring;
    const auto shape = [](const std::string& extents) {
        return npy("{'descr': '<i8', 'fortran_order': False, 'shape': (" + extents + "), }", 80);
    };
    CHECK(error_of(shape("10,")) == "no error");
    CHECK(error_of(shape("2, 5")) == "no error");
    CHECK(error_of(shape("9,")) == "no error");  // extra bytes do no harm
    CHECK_THAT(error_of(shape("11,")), ContainsSubstring("truncated"));
    CHECK_THAT(error_of(shape("4294967296, 4294967296")), ContainsSubstring("truncated"));  // 2^64 elements
    CHECK_THAT(error_of(shape("2305843009213693952,")), ContainsSubstring("truncated"));    // 2^64 bytes
    CHECK_THAT(error_of(shape("99999999999999999999,")), ContainsSubstring("more than 64 bits"));
    CHECK_THAT(error_of(shape("-1,")), ContainsSubstring("(-1,), not a tuple of non-negative whole numbers"));
    CHECK_THAT(error_of(shape("True,")), ContainsSubstring("not a tuple of non-negative whole numbers"));
    CHECK_THAT(error_of(shape("10")), ContainsSubstring("'shape' is (10), not a tuple"));
    CHECK_THAT(error_of(shape("2 5")), ContainsSubstring("cannot be parsed"));
    CHECK_THAT(error_of(shape("0, 9223372036854775807")), ContainsSubstring("larger than any memory"));
    CHECK_THAT(error_of(shape("3, 6148914691236517206")), ContainsSubstring("truncated"));  // 2^64 + 2 elements
    CHECK_THAT(error_of(npy("{'descr': '<i8', 'fortran_order': False, 'shape': (), }", 0)),
               ContainsSubstring("truncated"));  // one element is missing
}

TEST_CASE("headers that make no sense are refused", "[npy]") {
    using Catch::Matchers::ContainsSubstring;
    CHECK_THAT(error_of(""), ContainsSubstring("not an .npy file"));
    CHECK_THAT(error_of("\x93NUMPY"), ContainsSubstring("truncated"));
    CHECK_THAT(error_of(npy("{'descr': '<i8', 'fortran_order': False, 'shape': (1,), }", 8, 4)),
               ContainsSubstring("version 4"));
    CHECK_THAT(error_of(npy("{'descr': '<i8', 'shape': (1,), }", 8)), ContainsSubstring("no 'fortran_order'"));
    CHECK_THAT(error_of(npy("{'descr': '<i8', 'fortran_order': False, 'shape': (1,), 'extra': 1}", 8)),
               ContainsSubstring("'extra'") && ContainsSubstring("'descr', 'fortran_order', 'shape'"));
    CHECK_THAT(error_of(npy("{'descr': '<i8', 'fortran_order': 0, 'shape': (1,), }", 8)),
               ContainsSubstring("not True or False"));
    CHECK_THAT(error_of(npy("['descr']", 8)), ContainsSubstring("not a dict"));
    std::string minor = npy("{'descr': '<i8', 'fortran_order': False, 'shape': (1,), }", 8);
    minor[7] = 1;
    CHECK_THAT(error_of(minor), ContainsSubstring("version 1.1 is not one of 1.0, 2.0, 3.0"));
    CHECK_THAT(error_of(npy("{'descr': '<i8', 'fortran_order': False, 'shape': (1,), }" + std::string(9'950, ' '), 8)),
               ContainsSubstring("more than 10000 characters"));
    CHECK_THAT(error_of(npy("{'descr': '\xE9', 'fortran_order': False, 'shape': (1,), }", 8, 3)),
               ContainsSubstring("not UTF-8"));
    CHECK_THAT(error_of(npy("{'descr': '<i8', 'fortran_order': False, 'shape': 1, }", 8)), ContainsSubstring("tuple"));
    CHECK_THAT(error_of(npy("{'descr': '<i8', 'fortran_order': False, 'shape': (1,", 8)),
               ContainsSubstring("a value is missing at its end"));
    CHECK_THAT(error_of(npy("{'descr': '<i8", 8)), ContainsSubstring("'<i8"));
    CHECK_THAT(error_of(npy("{'descr': [" + std::string(500, '1') + "], 'fortran_order': False, 'shape': (1,)}", 8)),
               ContainsSubstring("more than 64 bits"));
}

TEST_CASE("files of other kinds are refused with a hint", "[npy]") {
    using Catch::Matchers::ContainsSubstring;
    CHECK_THAT(error_of(""), ContainsSubstring("it is empty"));
    CHECK_THAT(error_of("PK\3\4..."), ContainsSubstring("numpy.save('a.npy', numpy.load('archive.npz')['a'])"));
    CHECK_THAT(error_of("\x1F\x8B\b"), ContainsSubstring("gunzip"));
    CHECK_THAT(error_of("1,2,3\n"), ContainsSubstring("numpy.save"));
    CHECK_THAT(error_of(npy("{'descr': '>f4', 'fortran_order': False, 'shape': (1,), }", 4)),
               ContainsSubstring("big-endian") && ContainsSubstring("astype('<f4')"));
}

TEST_CASE("elements may begin at any byte of a file", "[npy]") {
    const std::string path = SCRATCH_FOLDER "/at_any_byte.npy";
    std::filesystem::create_directories(SCRATCH_FOLDER);
    for (std::size_t shift = 0; shift < 16; ++shift) {
        std::string file = npy("{'descr': '<i8', 'fortran_order': False, 'shape': (3,), }", 0);
        file[8] = static_cast<char>(static_cast<std::size_t>(file[8]) + shift);
        file.append(shift, ' ');
        for (const std::int64_t element : {1, -2, 1'000'000'007}) {
            file.append(reinterpret_cast<const char*>(&element), sizeof element);
        }
        std::ofstream{path, std::ios::binary} << file;
        const auto arrays = std::get<Arrays<std::int64_t>>(read_npy(path, path));
        REQUIRE(arrays.a.size() == 3);
        CHECK(arrays.a[0] == 1);
        CHECK(arrays.b[1] == -2);
        CHECK(arrays.b[2] == 1'000'000'007);
        CHECK(reinterpret_cast<std::uintptr_t>(arrays.a.data()) % alignof(std::int64_t) == 0);
    }
}

TEST_CASE("C order and Fortran order are equal if at most one dimension is above 1, or one is 0", "[npy]") {
    const std::string folder = SCRATCH_FOLDER;
    std::filesystem::create_directories(folder);
    const auto readable = [&](const std::string& shape) {
        for (const std::string order : {"True", "False"}) {
            std::ofstream{folder + "/order_" + order + ".npy", std::ios::binary}
                << npy("{'descr': '<i8', 'fortran_order': " + order + ", 'shape': " + shape + ", }", 48);
        }
        try {
            read_npy(folder + "/order_True.npy", folder + "/order_False.npy");
        } catch (const NpyError& error) {
            CHECK_THAT(error.what(), Catch::Matchers::ContainsSubstring("same order, not Fortran's and C's"));
            return false;
        }
        return true;
    };
    for (const char* const shape : {"()", "(6,)", "(6, 1)", "(1, 6)", "(1, 6, 1)", "(1, 1)", "(2, 0, 3)"}) {
        INFO(shape);
        CHECK(readable(shape));
    }
    for (const char* const shape : {"(2, 3)", "(2, 1, 3)", "(2, 2)"}) {
        INFO(shape);
        CHECK_FALSE(readable(shape));
    }
}

TEST_CASE("an empty array that is cut off anywhere is refused", "[npy]") {
    const std::string whole = npy("{'descr': '<i8', 'fortran_order': False, 'shape': (0,), }", 0);
    REQUIRE(parse(whole).length == 0);
    for (std::size_t size = 0; size < whole.size(); ++size) {
        const std::vector<char> part(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size));
        CHECK_THROWS_AS(parse_npy_header(std::as_bytes(std::span{part})), NpyError);
    }
}

TEST_CASE("pairs with the same length and different shapes are refused", "[npy]") {
    const std::string folder = SCRATCH_FOLDER;
    std::filesystem::create_directories(folder);
    const auto write = [&](const char* name, const char* shape) {
        std::ofstream{folder + '/' + name, std::ios::binary}
            << npy(std::string{"{'descr': '<i8', 'fortran_order': False, 'shape': "} + shape + ", }", 48);
    };
    write("flat.npy", "(6,)");
    write("square.npy", "(2, 3)");
    try {
        read_npy(folder + "/flat.npy", folder + "/square.npy");
        FAIL("no error");
    } catch (const NpyError& error) {
        CHECK_THAT(error.what(), Catch::Matchers::ContainsSubstring("same shape, not (6,) and (2, 3)"));
    }
}

TEST_CASE("a file that is cut off anywhere is refused and never read beyond its end", "[npy]") {
    const std::string whole = npy("{'descr': '<i8', 'fortran_order': False, 'shape': (3,), }", 24);
    REQUIRE(parse(whole).length == 3);
    for (std::size_t size = 0; size < whole.size(); ++size) {
        const std::vector<char> part(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size));
        CHECK_THROWS_AS(parse_npy_header(std::as_bytes(std::span{part})), NpyError);
    }
}
