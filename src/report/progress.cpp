// A line that says how far a long computation is.
#include "report/progress.hpp"

#include <unistd.h>

#include <iostream>

namespace ssd {
namespace {

constexpr const char* erase_line = "\r\033[K";

}  // namespace

Progress::Progress(std::string what) : what_{std::move(what)}, visible_{isatty(STDERR_FILENO) != 0} {
    if (visible_) std::cerr << what_ << " ..." << std::flush;
}

Progress::~Progress() {
    if (visible_) std::cerr << erase_line << std::flush;
}

void Progress::show(const std::string& text) const {
    if (visible_) std::cerr << erase_line << what_ << ": " << text << std::flush;
}

void Progress::show(std::size_t done, std::size_t all) const {
    show(std::to_string(done) + " of " + std::to_string(all));
}

}  // namespace ssd
