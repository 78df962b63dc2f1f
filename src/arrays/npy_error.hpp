// Why an .npy file cannot be used.
#pragma once

#include <stdexcept>

namespace reductions {

// The reason, in one sentence. It may contain characters from the file, unescaped; the caller that shows it must use
// printable().
struct NpyError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

}  // namespace reductions
