// Reads the .npy files that are named, and prints a line for each: element type, shape and the elements' bytes; or why
// it was refused. tests/data/numpy_load_test.py compares the lines with what numpy.load makes of the same files.
#include <algorithm>
#include <cstddef>
#include <iomanip>
#include <iostream>
#include <span>
#include <string>
#include <variant>

#include "data/mapped_file.hpp"
#include "data/npy.hpp"
#include "data/npy_error.hpp"
#include "data/npy_header.hpp"
#include "data/printable.hpp"

namespace {

void print_elements(const std::string& path) {
    const ssd::AnyArrays pair = ssd::read_npy(path, path);
    const ssd::MappedFile file{path};
    std::string shape = ssd::to_string(ssd::parse_npy_header(file.bytes()).shape);
    std::erase(shape, ' ');
    const auto print = [&]<ssd::Element T>(const ssd::Arrays<T>& arrays) {
        std::cout << ssd::type_name<T> << ' ' << shape << ' ' << std::hex << std::setfill('0');
        for (const std::byte byte : std::as_bytes(arrays.a)) std::cout << std::setw(2) << std::to_integer<int>(byte);
        std::cout << std::dec << '\n';
    };
    std::visit(print, pair);
}

}  // namespace

int main(int count, char** arguments) {
    for (const char* const path : std::span{arguments, static_cast<std::size_t>(count)}.subspan(1)) {
        try {
            print_elements(path);
        } catch (const ssd::NpyError& error) {
            std::cout << "refused: " << ssd::printable(error.what()) << '\n';
        }
    }
}
