// A line that says how far a long computation is.
#pragma once

#include <cstddef>
#include <string>

#include "report/table.hpp"

namespace reductions {

// Writes to standard error, and only where that is a terminal that can erase a line: over and over on one line, which
// is gone again when the object is.
class Progress {
public:
    explicit Progress(std::string what);
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;
    ~Progress();

    // Shows "what: text", or "what: done of all".
    void show(const std::string& text) const;
    void show(std::size_t done, std::size_t all) const;

private:
    void write(const std::string& text) const;

    std::string what_;
    Terminal terminal_;
};

}  // namespace reductions
