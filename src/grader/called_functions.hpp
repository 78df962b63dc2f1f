// Which functions of other libraries a compiled submission calls, and which names it defines.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "grader/fault.hpp"

namespace reductions {

// Checks what nm -D --format=posix prints about a library: it may call the C++ library, OpenMP, threads, memory and
// mathematics, and it defines C++ functions only. Everything else is how programs reach files, processes, the
// detector's or the grader's functions.
std::optional<Fault> forbidden_symbol(std::string_view printed_by_nm);

// The first function of OpenMP that a submission calls, also through a directive; empty if there is none.
std::string openmp_function(std::string_view printed_by_nm);

}  // namespace reductions
