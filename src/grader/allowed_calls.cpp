#include "grader/allowed_calls.hpp"

#include <array>
#include <cerrno>
#include <csignal>
#include <initializer_list>
#include <memory>
#include <system_error>

#include <fcntl.h>
#include <sys/prctl.h>
#include <unistd.h>

#if HAS_SECCOMP
#include <asm/termbits.h>
#include <linux/sched.h>
#include <seccomp.h>
#include <sys/ioctl.h>

#include "grader/message.hpp"
#endif

namespace reductions {

#if HAS_SECCOMP
namespace {

// What the loader of shared libraries, libgomp, libomp with its race detector, and the C and C++ libraries call. A name
// that a machine does not have is skipped.
constexpr std::initializer_list<const char*> harmless = {"access",
                                                         "arch_prctl",
                                                         "brk",
                                                         "clock_getres",
                                                         "clock_gettime",
                                                         "clock_nanosleep",
                                                         "dup",
                                                         "exit",
                                                         "exit_group",
                                                         "faccessat2",
                                                         "fstat",
                                                         "futex",
                                                         "getcpu",
                                                         "getcwd",
                                                         "getdents64",
                                                         "getegid",
                                                         "geteuid",
                                                         "getgid",
                                                         "getpid",
                                                         "getppid",
                                                         "getrandom",
                                                         "getrusage",
                                                         "gettid",
                                                         "gettimeofday",
                                                         "getuid",
                                                         "lseek",
                                                         "madvise",
                                                         "mincore",
                                                         "mmap",
                                                         "mprotect",
                                                         "mremap",
                                                         "munmap",
                                                         "nanosleep",
                                                         "newfstatat",
                                                         "pread64",
                                                         "read",
                                                         "readlink",
                                                         "readlinkat",
                                                         "recvfrom",
                                                         "restart_syscall",
                                                         "rseq",
                                                         "rt_sigaction",
                                                         "rt_sigprocmask",
                                                         "rt_sigreturn",
                                                         "sched_getaffinity",
                                                         "sched_setaffinity",
                                                         "sched_yield",
                                                         "sendto",
                                                         "set_robust_list",
                                                         "set_tid_address",
                                                         "sigaltstack",
                                                         "stat",
                                                         "sysinfo",
                                                         "uname",
                                                         "unlink",
                                                         "write"};

// Throws if libseccomp reports an error, which it does as a negative errno.
void require(int result) {
    if (result < 0) throw std::system_error{-result, std::generic_category(), "the filter of system calls"};
}

}  // namespace

bool allow_only_needed_calls() {
    const std::unique_ptr<void, decltype(&seccomp_release)> filter{seccomp_init(SCMP_ACT_KILL_PROCESS),
                                                                   &seccomp_release};
    if (!filter) throw std::bad_alloc{};
    for (const char* const name : harmless) {
        const int call = seccomp_syscall_resolve_name(name);
        if (call != __NR_SCMP_ERROR && call >= 0) require(seccomp_rule_add(filter.get(), SCMP_ACT_ALLOW, call, 0));
    }
    const auto allow_if = [&](int call, const scmp_arg_cmp& argument) {
        require(seccomp_rule_add_array(filter.get(), SCMP_ACT_ALLOW, call, 1, &argument));
    };
    // Files may be read. A file that is written would outlast the worker.
    constexpr scmp_datum_t writes = O_ACCMODE | O_CREAT | O_TRUNC;
    allow_if(SCMP_SYS(open), {1, SCMP_CMP_MASKED_EQ, writes, O_RDONLY});
    allow_if(SCMP_SYS(openat), {2, SCMP_CMP_MASKED_EQ, writes, O_RDONLY});
    // The first descriptors are the worker's: the connection, the arrays, and where the race detector reports.
    allow_if(SCMP_SYS(close), {0, SCMP_CMP_GT, worker_arrays, 0});
    // A thread shares everything with its creator. A new process does not.
    constexpr scmp_datum_t of_a_thread = CLONE_THREAD | CLONE_VM | CLONE_SIGHAND;
    allow_if(SCMP_SYS(clone), {0, SCMP_CMP_MASKED_EQ, of_a_thread, of_a_thread});
    // The filter cannot see clone3's flags, because they are in memory. The C library then tries clone.
    require(seccomp_rule_add(filter.get(), SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(clone3), 0));
    // Names of threads and of memory; limits may be read; the C library asks whether a descriptor is a terminal.
    constexpr scmp_datum_t name_of_memory = 0x53564d41;  // PR_SET_VMA, which older headers lack
    allow_if(SCMP_SYS(prctl), {0, SCMP_CMP_EQ, PR_SET_NAME, 0});
    allow_if(SCMP_SYS(prctl), {0, SCMP_CMP_EQ, name_of_memory, 0});
    allow_if(SCMP_SYS(prlimit64), {2, SCMP_CMP_EQ, 0, 0});
    allow_if(SCMP_SYS(ioctl), {1, SCMP_CMP_EQ, TCGETS, 0});
    // abort(), which a failed assertion calls, sends this signal to its own process.
    const std::array<scmp_arg_cmp, 2> abort{
        {{0, SCMP_CMP_EQ, static_cast<scmp_datum_t>(::getpid()), 0}, {2, SCMP_CMP_EQ, SIGABRT, 0}}};
    require(seccomp_rule_add_array(filter.get(), SCMP_ACT_ALLOW, SCMP_SYS(tgkill), abort.size(), abort.data()));
    require(seccomp_load(filter.get()));
    return true;
}

#else

bool allow_only_needed_calls() { return false; }

#endif

}  // namespace reductions
