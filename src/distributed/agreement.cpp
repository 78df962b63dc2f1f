// How the ranks find out that one of them cannot go on.
#include "distributed/agreement.hpp"

#include <cstdint>

#include "distributed/way.hpp"

namespace reductions::distributed {
namespace {

std::string text_of(MPI_Comm all, int rank, std::string text) {
    std::uint64_t length = text.size();
    MPI_Bcast(&length, 1, MPI_UINT64_T, rank, all);
    text.resize(length);
    MPI_Bcast(text.data(), static_cast<int>(length), MPI_CHAR, rank, all);
    return text;
}

}  // namespace

TextOfRank first_text(MPI_Comm all, const std::string& text) {
    int rank = 0, count = 0;
    MPI_Comm_rank(all, &rank);
    MPI_Comm_size(all, &count);
    int first = text.empty() ? count : rank;
    MPI_Allreduce(MPI_IN_PLACE, &first, 1, MPI_INT, MPI_MIN, all);
    if (first == count) return {};
    return {first, text_of(all, first, text)};
}

std::string text_of_root(MPI_Comm all, const std::string& text) { return text_of(all, root, text); }

}  // namespace reductions::distributed
