// Reads the named .npy files and prints one line for each: the element type, the shape and the elements' bytes, or why
// the file was refused. tests/arrays/numpy_load_test.py compares the lines with what numpy.load reads from the files.
#include <algorithm>
#include <cstddef>
#include <iomanip>
#include <iostream>
#include <span>
#include <string>
#include <variant>

#include "arrays/mapped_file.hpp"
#include "arrays/npy.hpp"
#include "arrays/npy_error.hpp"
#include "arrays/npy_header.hpp"
#include "arrays/printable.hpp"

namespace {

void print_elements(const std::string& path) {
    const reductions::AnyArrays pair = reductions::read_npy(path, path);
    const reductions::MappedFile file{path};
    std::string shape = reductions::to_string(reductions::parse_npy_header(file.bytes()).shape);
    std::erase(shape, ' ');
    const auto print = [&]<reductions::Element T>(const reductions::Arrays<T>& arrays) {
        std::cout << reductions::type_name<T> << ' ' << shape << ' ' << std::hex << std::setfill('0');
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
        } catch (const reductions::NpyError& error) {
            std::cout << "refused: " << reductions::printable(error.what()) << '\n';
        }
    }
}
