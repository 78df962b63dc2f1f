// How the ranks find out that one of them cannot go on.
#pragma once

#include <mpi.h>

#include <string>

namespace reductions::distributed {

// A text of one rank. There is none if the text is empty.
struct TextOfRank {
    int rank = 0;
    std::string text = {};
};

// All ranks call this, each with its own text. Returns the text of the lowest rank whose text is
// not empty, the same on all ranks. If a rank that failed simply ended, the others would wait for it in their next
// collective call.
TextOfRank first_text(MPI_Comm all, const std::string& text);

// The root's text, on all ranks.
std::string text_of_root(MPI_Comm all, const std::string& text);

}  // namespace reductions::distributed
