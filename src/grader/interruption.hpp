// Ctrl-C, and what batch systems send before they kill: the grader then leaves nothing behind.
#pragma once

namespace reductions {

// Thrown by throw_if_interrupted(). It is no std::exception, so that nobody takes it for a fault of a submission.
struct Interrupted {};

// From now on SIGINT, SIGTERM and SIGHUP do not end the program. Instead, whatever waits for a submission throws.
void watch_for_interruption();

bool was_interrupted();

void throw_if_interrupted();

}  // namespace reductions
