// What happens if bytes of a mapped file are gone when a program reads them.
#include "arrays/lost_bytes.hpp"

#include <array>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <latch>
#include <string>
#include <thread>

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "arrays/mapped_file.hpp"
#include "catch.hpp"
#include "programs/run.hpp"

using namespace reductions;
using namespace reductions::testing;

namespace {

struct Ending {
    int status;  // as wait(2) reports it
    std::string err;
};

// Runs the work in a child process that reports lost bytes. The child ends with status 0 if nothing ends it earlier.
template <typename Work>
Ending in_own_process(Work work) {
    const std::filesystem::path err = scratch() / "err_of_child";
    const pid_t child = fork();
    if (child == 0) {
        dup2(open(err.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600), STDERR_FILENO);
        report_lost_bytes("program");
        work();
        _exit(0);
    }
    Ending ending{};
    waitpid(child, &ending.status, 0);
    ending.err = read_text(err);
    return ending;
}

int read_last_byte(const MappedFile& file) {
    return std::to_integer<int>(*const_cast<const volatile std::byte*>(&file.bytes().back()));
}

}  // namespace

TEST_CASE("a file that is cut short while a program reads it causes one line and status 2", "[programs][mapped]") {
    const std::filesystem::path path = scratch() / "cut\nshort";
    std::ofstream{path} << std::string(100'000, 'x');
    const MappedFile file{path};
    CHECK(in_own_process([&] { read_last_byte(file); }).status == 0);
    std::filesystem::resize_file(path, 10);
    const std::string line = "program: '" + scratch().string() +
                             "/cut\\nshort' was cut short while it was in use, or its disk cannot be read\n";
    const Ending ending = in_own_process([&] { read_last_byte(file); });
    CHECK(ending.err == line);
    REQUIRE(WIFEXITED(ending.status));
    CHECK(WEXITSTATUS(ending.status) == 2);
    // One line, even if many threads notice.
    const Ending of_threads = in_own_process([&] {
        std::array<std::thread, 8> threads;
        std::latch all_started{threads.size()};
        const auto work = [&] {
            all_started.arrive_and_wait();
            read_last_byte(file);
        };
        for (std::thread& thread : threads) thread = std::thread{work};
        for (std::thread& thread : threads) thread.join();
    });
    CHECK(of_threads.err == line);
    REQUIRE(WIFEXITED(of_threads.status));
    CHECK(WEXITSTATUS(of_threads.status) == 2);
    std::filesystem::remove(path);
}

TEST_CASE("a bus error that no mapped file caused ends the program as usual", "[programs][mapped]") {
    const Ending ending = in_own_process([] { std::raise(SIGBUS); });
    CHECK(ending.err.empty());
    REQUIRE(WIFSIGNALED(ending.status));
    CHECK(WTERMSIG(ending.status) == SIGBUS);
}
