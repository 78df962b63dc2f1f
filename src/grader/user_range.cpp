#include "grader/user_range.hpp"

#include <stdexcept>
#include <string>

#include <sys/socket.h>
#include <sys/un.h>

namespace reductions {
namespace {

// Debian gives the users from 60000 to 64999 to single packages, and few packages ask for one (Debian Policy, section
// 9.2.2). These are the last ones of them.
constexpr uid_t first_of_all = 61'200;
constexpr uid_t end_of_all = 65'000;

// Takes a name that one process at a time can have, and loses it when it ends (unix(7), abstract sockets). Returns an
// empty descriptor if another process has it.
Descriptor take(const std::string& name) {
    Descriptor socket{succeeded(::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0), "socket")};
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    name.copy(address.sun_path + 1, sizeof address.sun_path - 1);  // after a zero byte
    const auto length = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + 1 + name.size());
    if (::bind(socket.number(), reinterpret_cast<const sockaddr*>(&address), length) != 0) socket.close();
    return socket;
}

}  // namespace

UserRange::UserRange() {
    for (first_ = first_of_all; first_ + size <= end_of_all; first_ += size) {
        taken_ = take("reductions-grader-" + std::to_string(first_));
        if (taken_.number() >= 0) return;
    }
    throw std::runtime_error{"all users for submissions are taken; too many graders are at work"};
}

}  // namespace reductions
