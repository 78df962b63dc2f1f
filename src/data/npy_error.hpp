// Why an .npy file cannot be used.
#pragma once

#include <stdexcept>

namespace ssd {

// In a sentence, which may contain characters from the file as they are: printable() is for the caller that shows it.
struct NpyError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

}  // namespace ssd
