// The contract of a way to sum over the ranks of MPI: what every file in right/ and wrong/ provides.
//
// Each rank holds its own part of the two arrays, in the memory of its own process. A way has the form of a variant
// (contract/variant.hpp), and one argument more, the ranks.
#pragma once

#include <mpi.h>

#include <cstddef>
#include <limits>
#include <string_view>

#include "contract/variant.hpp"

namespace reductions::distributed {

// The ranks that sum together, and which part of the whole arrays the calling rank has: `part` elements of `whole`,
// from index `begin` on. The parts follow each other in the order of the ranks. Some may be empty.
struct Ranks {
    MPI_Comm all;
    std::size_t begin;
    std::size_t part;
    std::size_t whole;

    int rank() const {
        int rank = 0;
        MPI_Comm_rank(all, &rank);
        return rank;
    }
    int count() const {
        int count = 0;
        MPI_Comm_size(all, &count);
        return count;
    }
};

// The rank that receives what is sent to one rank alone.
inline constexpr int root = 0;

// Which ranks return the sum. The others may return anything.
enum class AnswerOn { the_root, all_ranks };

// One way to compute sum((a[i] - b[i])²) over the parts of all ranks. All ranks call it at the same time (it is
// collective), each with its own part. Each file ends with one, called `way`, in a namespace with the name of the file.
struct Way {
    std::string_view shows;               // what it shows, in one sentence
    std::string_view misconception = {};  // the belief that leads to it, if it is wrong
    Expectation expectation = Expectation::right;
    DependsOn depends_on = DependsOn::threads;  // what a float's bits depend on; here ranks count as threads
    AnswerOn answer_on = AnswerOn::all_ranks;
    // A slow way is run on at most this many elements, unless the user asks for a size.
    std::size_t default_size = std::numeric_limits<std::size_t>::max();
    OfEachType<TheSum, const Ranks&> computation;
    // Copies the parts to where the way needs them, before the computation. Neither its time nor its memory is
    // measured.
    OfEachType<TheArrays, const Ranks&> placement = {};
};

// MPI's name of a type in which numbers are sent.
template <typename Number>
MPI_Datatype datatype() {
    if constexpr (std::same_as<Number, std::uint64_t>) {
        return MPI_UINT64_T;
    } else if constexpr (std::same_as<Number, std::int64_t>) {
        return MPI_INT64_T;
    } else if constexpr (std::same_as<Number, std::int32_t>) {
        return MPI_INT32_T;
    } else if constexpr (std::same_as<Number, double>) {
        return MPI_DOUBLE;
    } else {
        static_assert(std::same_as<Number, float>);
        return MPI_FLOAT;
    }
}

}  // namespace reductions::distributed
