// A line that shows the progress of a long computation.
#pragma once

#include <cstddef>
#include <string>

#include "report/terminal.hpp"

namespace reductions {

// Writes to standard error, if that is a terminal that can erase a line. Always overwrites the same line, and erases it
// in the end.
class Progress {
public:
    explicit Progress(std::string what);
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;
    ~Progress();

    // Shows "<what>: <text>" or "<what>: <done> of <all>".
    void show(const std::string& text) const;
    void show(std::size_t done, std::size_t all) const;

private:
    void write(const std::string& text) const;

    std::string what_;
    Terminal terminal_;
};

}  // namespace reductions
