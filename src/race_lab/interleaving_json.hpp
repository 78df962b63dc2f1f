// All states of the model of two threads as JSON, for a page on which readers schedule the threads.
#pragma once

#include <string>

namespace reductions {

// An object with the term, the right total, and a state for each schedule of up to six steps. The key of a state is its
// schedule, so a player appends the digit of the thread that steps.
std::string interleavings_as_json();

}  // namespace reductions
