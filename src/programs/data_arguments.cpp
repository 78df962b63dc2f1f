// The arguments that say which arrays a program works on, and with how many threads.
#include "programs/data_arguments.hpp"

#include <algorithm>
#include <span>

#include "arrays/generated_arrays.hpp"
#include "arrays/npy.hpp"
#include "contract/threads.hpp"
#include "measure/memory.hpp"
#include "programs/resources.hpp"
#include "report/format.hpp"

namespace reductions {
namespace {

constexpr std::size_t largest_size = 1'000'000'000'000;
constexpr std::size_t most_threads = 1024;

std::string joined(std::span<const std::string_view> names) {
    std::string text;
    for (const std::string_view name : names) text += (text.empty() ? "" : ", ") + std::string{name};
    return text;
}

void add_type(DataArguments& arguments, const std::string& name, std::size_t most_types) {
    if (std::find(type_names.begin(), type_names.end(), name) == type_names.end()) {
        throw InputError{"--type: '" + name + "' is not one of " + joined(type_names)};
    }
    std::vector<std::string>& types = arguments.types;
    if (std::find(types.begin(), types.end(), name) == types.end()) types.push_back(name);
    if (types.size() > most_types) throw InputError{"--type: only one type is accepted, of " + joined(type_names)};
}

// Generates a pair of arrays for each type, if there is enough memory for all of them.
std::vector<AnyArrays> generate(const std::vector<std::string>& types, std::size_t size, Generator generator) {
    const AvailableMemory& memory = memory_at_start();
    std::size_t bytes = 0;
    for (const std::string& type : types) bytes += 2 * size * element_size(type);
    if (bytes > memory.bytes) {
        throw InputError{"not enough memory for arrays of this size: they need " + format_bytes(bytes) + ", and " +
                         memory_in_words(memory) + "; choose a smaller --size"};
    }
    std::vector<AnyArrays> data;
    data.reserve(types.size());
    for (const std::string& type : types) data.push_back(generator(type, size));
    return data;
}

}  // namespace

std::vector<Argument> data_arguments(DataArguments& arguments, std::size_t most_types) {
    const auto read_size = [&arguments](const std::string& text) {
        arguments.size = whole_number("--size", text, 1, largest_size);
    };
    const auto read_threads = [&arguments](const std::string& text) {
        arguments.threads = whole_number("--threads", text, 1, most_threads);
    };
    return {
        {.name = "files",
         .value = "A.npy B.npy",
         .description = "Two .npy files to use instead of the article's arrays",
         .read = [&arguments](const std::string& file) { arguments.files.push_back(file); },
         .takes = Argument::Takes::several_words},
        {.name = "--size",
         .value = "N",
         .description = "Elements in each of the article's arrays (default " + format_count(article_size) + ")",
         .read = read_size,
         .excludes = {"files"}},
        {.name = "--type",
         .value = most_types > 1 ? "T,..." : "T",
         .description =
             "Their element type: " + joined(type_names) + " (default " + std::string{type_names.front()} + ")",
         .read = [&arguments, most_types](const std::string& name) { add_type(arguments, name, most_types); },
         .takes = Argument::Takes::values_between_commas,
         .excludes = {"files"}},
        {.name = "--threads",
         .value = "T",
         .description = "Threads to request (default: OMP_NUM_THREADS, or all cores)",
         .read = read_threads},
    };
}

void prepare_to_load(const DataArguments& arguments, std::size_t more_threads) {
    const std::vector<std::string>& files = arguments.files;
    if (!files.empty() && files.size() != 2) {
        std::string given;
        for (const std::string& file : files) given += " '" + file + "'";
        throw InputError{"expected two .npy files, or none for the article's arrays; got" + given};
    }
    memory_at_start();  // before any thread starts
    if (arguments.threads) set_thread_count(*arguments.threads);
    if (more_threads > requested_threads()) {
        start_threads(more_threads, "--accuracy");
    } else {
        start_threads(requested_threads(), arguments.threads ? "--threads" : who_asks_for_threads());
    }
    limit_memory_to_what_is_available();
}

std::vector<AnyArrays> load(const DataArguments& arguments, Generator generator, std::size_t more_threads) {
    prepare_to_load(arguments, more_threads);
    const std::vector<std::string>& files = arguments.files;
    if (!files.empty()) return {read_npy(files[0], files[1])};
    const std::vector<std::string> default_types{std::string{type_names.front()}};
    return generate(arguments.types.empty() ? default_types : arguments.types, arguments.size.value_or(article_size),
                    generator);
}

}  // namespace reductions
