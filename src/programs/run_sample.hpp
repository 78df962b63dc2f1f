// A sample program: one variant alone.
#pragma once

namespace reductions {

struct Entry;  // contract/variant.hpp; a sample's own file compiles in no time without it

// The main of a sample: understands --size, --type, --threads and two .npy files, runs the variant and prints what it
// shows, its result, the expected one, the verdict, the best time and the peak of the heap. Returns the exit status: 0;
// 1 where a variant that is to be right is wrong; 2 where the arguments cannot be used.
int run_sample(const Entry& entry, const char* name, const char* chapter, int count, const char* const* arguments);

}  // namespace reductions
