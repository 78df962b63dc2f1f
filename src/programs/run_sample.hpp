// A sample program: one variant alone.
#pragma once

namespace reductions {

struct Entry;  // contract/variant.hpp; without it a sample's own file compiles almost instantly

// The main of a sample. It accepts --size, --type, --threads and two .npy files, runs the variant and prints what it
// shows, its result, the expected one, the verdict, the best time and the peak heap. Returns the exit status: 0; 1 if a
// variant that should be right is wrong; 2 if the arguments cannot be used.
int run_sample(const Entry& entry, const char* name, const char* chapter, int count, const char* const* arguments);

}  // namespace reductions
