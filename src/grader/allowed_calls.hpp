// The system calls that a submission may make.
#pragma once

namespace reductions {

// From now on, the kernel ends this process if it calls anything that computing a sum does not need: opening a
// connection, starting a program or another process, sending signals, setting timers, looking into other processes.
// Threads may be started. Does nothing, and returns false, if this was built without libseccomp.
//
// Throws std::system_error if the kernel refuses.
bool allow_only_needed_calls();

}  // namespace reductions
