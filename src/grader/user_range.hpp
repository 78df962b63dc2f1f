// Users of the operating system, as whom submissions run. No two graders on a machine use the same ones: the kernel
// counts processes and threads by user, so the submission of one grader could keep those of another from starting.
#pragma once

#include <cstddef>

#include <sys/types.h>

#include "grader/descriptor.hpp"

namespace reductions {

class UserRange {
public:
    // As many submissions as one grader may judge at the same time, and one more.
    static constexpr std::size_t size = 65;

    // Takes a range that no other grader uses. Throws std::runtime_error if there is none.
    UserRange();

    // The user for a place, which is less than `size`.
    uid_t user(std::size_t place) const { return first_ + static_cast<uid_t>(place); }

private:
    uid_t first_ = 0;
    Descriptor taken_;
};

}  // namespace reductions
