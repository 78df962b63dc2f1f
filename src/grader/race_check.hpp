// Whether a submission has a data race, as clang++'s ThreadSanitizer sees it.
#pragma once

#include <optional>
#include <string>

#include "grader/examiner.hpp"
#include "grader/fault.hpp"
#include "grader/sandbox.hpp"
#include "grader/toolchain.hpp"

namespace reductions {

// Asks the submission in a worker of its own 14 questions, with 2 to 8 threads and up to two million elements. A report
// counts if one of its accesses is in the submission. The message names the lines. Other faults, such as a wrong
// answer, count here too.
//
// Throws std::runtime_error if the worker or the detector fails, so that nothing is known.
std::optional<Fault> check_races(const Compiler& compiler, const Sandbox& sandbox, const std::filesystem::path& library,
                                 Content content, AskedFunction function, std::uint64_t seed);

}  // namespace reductions
