// What a way of MPI is given.
#include "programs/way_arguments.hpp"

#include <algorithm>
#include <variant>

#include "arrays/generated_arrays.hpp"
#include "arrays/npy.hpp"
#include "distributed/shares.hpp"
#include "measure/memory.hpp"
#include "report/format.hpp"

namespace reductions {

using namespace distributed;

namespace {

std::size_t size_of(const AnyArrays& arrays) {
    return std::visit([](const auto& x) { return x.a.size(); }, arrays);
}

}  // namespace

std::vector<Argument> way_arguments(WayArguments& arguments) {
    std::vector<Argument> all = data_arguments(arguments.data, 1);
    all.push_back(
        {.name = "--shares",
         .value = "S,...",
         .description = "One number for each rank: how large its part is (default 1,1,...)",
         .read = [&arguments](
                     const std::string& text) { arguments.shares.push_back(whole_number("--shares", text, 0, 1'000)); },
         .takes = Argument::Takes::values_between_commas});
    all.push_back(number_argument("--repetitions", "N", "Timed runs (default 11)", arguments.repetitions, 1, 100'000));
    all.push_back(number_argument("--time-limit", "S", "Seconds until a rank that waits gives up (default 120)",
                                  arguments.time_limit, 1, 86'400));
    all.push_back(text_argument("--json", "FILE", "Also write the result to this file", arguments.json));
    return all;
}

LoadedArrays share_out(const Way& way, const WayArguments& arguments, MPI_Comm all) {
    const DataArguments& data = arguments.data;
    prepare_to_load(data);
    LoadedArrays loaded{.type = std::string{data.types.empty() ? type_names.front() : data.types.front()},
                        .ranks = {.all = all, .begin = 0, .part = 0, .whole = 0}};
    Ranks& ranks = loaded.ranks;
    const auto rank = static_cast<std::size_t>(ranks.rank()), count = static_cast<std::size_t>(ranks.count());
    std::vector<std::size_t> shares = arguments.shares;
    if (shares.empty()) shares.assign(count, 1);
    if (shares.size() != count) {
        throw InputError{"--shares: " + std::to_string(shares.size()) + " numbers for " + std::to_string(count) +
                         " ranks; it takes one for each"};
    }
    if (std::ranges::all_of(shares, [](std::size_t share) { return share == 0; })) {
        throw InputError{"--shares: all are 0; one of them must be positive"};
    }
    if (data.files.empty()) {
        ranks.whole = data.size.value_or(std::min(article_size, way.default_size));
    } else {
        loaded.whole = read_npy(data.files[0], data.files[1]);
        loaded.type = type_names[loaded.whole.index()];
        ranks.whole = size_of(loaded.whole);
    }
    const std::vector<std::size_t> beginnings = beginnings_of_parts(ranks.whole, shares);
    ranks.begin = beginnings[rank];
    ranks.part = beginnings[rank + 1] - ranks.begin;
    return loaded;
}

void check_memory_of_node(const LoadedArrays& loaded) {
    const Ranks& ranks = loaded.ranks;
    const std::size_t elements = ranks.part + (ranks.rank() == root ? ranks.whole : 0);
    std::uint64_t bytes = 2 * elements * element_size(loaded.type);
    MPI_Comm node{};
    MPI_Comm_split_type(ranks.all, MPI_COMM_TYPE_SHARED, 0, MPI_INFO_NULL, &node);
    MPI_Allreduce(MPI_IN_PLACE, &bytes, 1, MPI_UINT64_T, MPI_SUM, node);
    MPI_Comm_free(&node);
    const AvailableMemory& memory = memory_at_start();
    if (bytes <= memory.bytes) return;
    throw InputError{"not enough memory for arrays of this size: the ranks of this node need " + format_bytes(bytes) +
                     ", and " + memory_in_words(memory) + "; choose a smaller --size"};
}

void load_part(LoadedArrays& loaded, bool from_files) {
    const Ranks& ranks = loaded.ranks;
    if (from_files) {
        loaded.part = std::visit(
            [&]<Element T>(const Arrays<T>& x) -> AnyArrays {
                return Arrays<T>{x.a.subspan(ranks.begin, ranks.part), x.b.subspan(ranks.begin, ranks.part), x.owner};
            },
            loaded.whole);
    } else {
        loaded.part = part_of_article_arrays(loaded.type, ranks.begin, ranks.part);
        loaded.whole = article_arrays(loaded.type, ranks.rank() == root ? ranks.whole : 0);
    }
}

}  // namespace reductions
