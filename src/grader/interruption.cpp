#include "grader/interruption.hpp"

#include <csignal>
#include <initializer_list>

namespace reductions {
namespace {

volatile std::sig_atomic_t interrupted = 0;

void interrupt(int) { interrupted = 1; }

}  // namespace

void watch_for_interruption() {
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) std::signal(signal, interrupt);
}

bool was_interrupted() { return interrupted != 0; }

void throw_if_interrupted() {
    if (was_interrupted()) throw Interrupted{};
}

}  // namespace reductions
