// A line that shows the progress of a long computation.
#include "report/progress.hpp"

#include <algorithm>
#include <iostream>

#include "report/wrapping.hpp"

namespace reductions {

Progress::Progress(std::string what) : what_{std::move(what)}, terminal_{standard_error()} { write(what_ + " ..."); }

Progress::~Progress() { write(""); }

void Progress::show(const std::string& text) const { write(what_ + ": " + text); }

void Progress::show(std::size_t done, std::size_t all) const {
    show(std::to_string(done) + " of " + std::to_string(all));
}

// Leaves out what does not fit the line: text that continues on a second line cannot be erased.
void Progress::write(const std::string& text) const {
    if (!terminal_.can_erase) return;
    const std::size_t room = std::max<std::size_t>(terminal_.width, 2) - 1;
    std::cerr << erase_line << wrapped(text, room).front() << std::flush;
}

}  // namespace reductions
