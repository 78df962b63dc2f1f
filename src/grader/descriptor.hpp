// An open file descriptor, closed at the end of its owner's life.
#pragma once

#include <cerrno>
#include <string>
#include <system_error>
#include <utility>

#include <unistd.h>

namespace reductions {

class Descriptor {
public:
    Descriptor() = default;
    explicit Descriptor(int number) : number_{number} {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    Descriptor(Descriptor&& other) noexcept : number_{std::exchange(other.number_, -1)} {}
    Descriptor& operator=(Descriptor&& other) noexcept {
        std::swap(number_, other.number_);
        return *this;
    }
    ~Descriptor() {
        if (number_ >= 0) ::close(number_);
    }

    int number() const { return number_; }
    void close() { *this = Descriptor{}; }

private:
    int number_ = -1;
};

// The result of a system call. Throws std::system_error, with the error in errno, if it is negative.
template <typename Number>
Number succeeded(Number result, const std::string& what) {
    if (result < 0) throw std::system_error{errno, std::generic_category(), what};
    return result;
}

}  // namespace reductions
