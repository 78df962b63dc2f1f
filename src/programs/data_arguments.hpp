// The arguments that say which arrays a program works on, and with how many threads.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "arrays/any_arrays.hpp"
#include "programs/arguments.hpp"

namespace reductions {

struct DataArguments {
    std::vector<std::string> files;      // two .npy files, or none for the article's arrays
    std::vector<std::string> types;      // of the article's arrays, without duplicates
    std::optional<std::size_t> size;     // of the article's arrays, if it was given
    std::optional<std::size_t> threads;  // if the number was given
};

// [A.npy B.npy], --size, --type and --threads. The default is the article's arrays of int64 at their full size, and the
// number of threads that OpenMP chooses. `most_types` is how many types --type accepts. The result refers to
// `arguments`.
std::vector<Argument> data_arguments(DataArguments& arguments, std::size_t most_types);

// Creates a pair of arrays of this type and size.
using Generator = AnyArrays (*)(std::string_view type, std::size_t size);

// Sets the number of threads, checks that they are available, and limits the program to the memory that is available.
// --accuracy also needs `more_threads`. Throws InputError.
void prepare_to_load(const DataArguments& arguments, std::size_t more_threads = 0);

// Prepares, and returns a pair of arrays for each type: from the files, or from the generator if there are no files,
// and if there is enough memory. Throws InputError, NpyError or std::bad_alloc.
std::vector<AnyArrays> load(const DataArguments& arguments, Generator generator, std::size_t more_threads = 0);

}  // namespace reductions
