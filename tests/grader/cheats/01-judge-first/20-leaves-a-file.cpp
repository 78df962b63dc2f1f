// rejected: forbidden
// Opens a file for writing with a system call. Without bubblewrap the file outlasted the worker.
#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <cstddef>
#include <cstdint>
#include <span>
std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    static const long made = syscall(SYS_openat, -100, "/tmp/left-behind", O_CREAT | O_RDWR, 0666);
    std::int64_t total = 0;
    for (std::size_t i = 0; i < a.size(); ++i) total += (a[i] - b[i]) * (a[i] - b[i]);
    return total + (made < 0);
}
