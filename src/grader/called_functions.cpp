#include "grader/called_functions.hpp"

#include <algorithm>
#include <array>
#include <sstream>

namespace reductions {
namespace {

// Beginnings of names. _ZSt, _ZNSt and _ZNKSt are the C++ library's, _Zn and _Zd its operators new and delete.
constexpr std::array allowed_beginnings = std::to_array<std::string_view>({"GOMP_",
                                                                           "_ITM_",
                                                                           "_ZN10__cxxabiv1",
                                                                           "_ZNKSt",
                                                                           "_ZNSi",
                                                                           "_ZNSo",
                                                                           "_ZNSt",
                                                                           "_ZSt",
                                                                           "_ZTI",
                                                                           "_ZTS",
                                                                           "_ZTT",
                                                                           "_ZTV",
                                                                           "_ZThn",
                                                                           "_ZTv0",
                                                                           "_ZTH",
                                                                           "_ZTW",
                                                                           "_Zd",
                                                                           "_Zn",
                                                                           "__atomic_",
                                                                           "__cxa_",
                                                                           "__kmpc_",
                                                                           "__once_",
                                                                           "__tsan_atomic",
                                                                           "__tsan_read",
                                                                           "__tsan_unaligned_",
                                                                           "__tsan_vptr_",
                                                                           "__tsan_write",
                                                                           "omp_",
                                                                           "pthread_barrier",
                                                                           "pthread_cond",
                                                                           "pthread_key",
                                                                           "pthread_mutex",
                                                                           "pthread_once",
                                                                           "pthread_rwlock",
                                                                           "pthread_spin",
                                                                           "sem_"});

constexpr std::array allowed_names = std::to_array<std::string_view>({"_GLOBAL_OFFSET_TABLE_",
                                                                      "_Unwind_Resume",
                                                                      "__assert_fail",
                                                                      "__divmodti4",
                                                                      "__divti3",
                                                                      "__dso_handle",
                                                                      "__errno_location",
                                                                      "__fixdfti",
                                                                      "__fixunsdfti",
                                                                      "__fixxfti",
                                                                      "__floattidf",
                                                                      "__floattixf",
                                                                      "__floatuntidf",
                                                                      "__floatuntixf",
                                                                      "__fprintf_chk",
                                                                      "__gcc_personality_v0",
                                                                      "__gmon_start__",
                                                                      "__gxx_personality_v0",
                                                                      "__libc_single_threaded",
                                                                      "__modti3",
                                                                      "__muloti4",
                                                                      "__multi3",
                                                                      "__once_proxy",
                                                                      "__popcountdi2",
                                                                      "__printf_chk",
                                                                      "__snprintf_chk",
                                                                      "__stack_chk_fail",
                                                                      "__tls_get_addr",
                                                                      "__tsan_func_entry",
                                                                      "__tsan_func_exit",
                                                                      "__tsan_init",
                                                                      "__tsan_memcpy",
                                                                      "__tsan_memmove",
                                                                      "__tsan_memset",
                                                                      "__udivmodti4",
                                                                      "__udivti3",
                                                                      "__umodti3",
                                                                      "__vsnprintf_chk",
                                                                      "abort",
                                                                      "abs",
                                                                      "aligned_alloc",
                                                                      "bcmp",
                                                                      "calloc",
                                                                      "cbrt",
                                                                      "ceil",
                                                                      "clock_gettime",
                                                                      "clock_nanosleep",
                                                                      "copysign",
                                                                      "exp",
                                                                      "exp2",
                                                                      "expm1",
                                                                      "fabs",
                                                                      "fabsf",
                                                                      "fabsl",
                                                                      "fflush",
                                                                      "floor",
                                                                      "fma",
                                                                      "fmaf",
                                                                      "fmal",
                                                                      "fmax",
                                                                      "fmin",
                                                                      "fmod",
                                                                      "fprintf",
                                                                      "fputc",
                                                                      "fputs",
                                                                      "free",
                                                                      "frexp",
                                                                      "fwrite",
                                                                      "hypot",
                                                                      "ilogb",
                                                                      "ldexp",
                                                                      "ldexpl",
                                                                      "llabs",
                                                                      "llrint",
                                                                      "llround",
                                                                      "log",
                                                                      "log10",
                                                                      "log1p",
                                                                      "log2",
                                                                      "logb",
                                                                      "lrint",
                                                                      "lround",
                                                                      "malloc",
                                                                      "memchr",
                                                                      "memcmp",
                                                                      "memcpy",
                                                                      "memmove",
                                                                      "memset",
                                                                      "modf",
                                                                      "nanosleep",
                                                                      "nearbyint",
                                                                      "nextafter",
                                                                      "posix_memalign",
                                                                      "pow",
                                                                      "powf",
                                                                      "printf",
                                                                      "pthread_create",
                                                                      "pthread_detach",
                                                                      "pthread_equal",
                                                                      "pthread_getspecific",
                                                                      "pthread_join",
                                                                      "pthread_self",
                                                                      "pthread_setspecific",
                                                                      "putc",
                                                                      "putchar",
                                                                      "puts",
                                                                      "rand",
                                                                      "realloc",
                                                                      "rint",
                                                                      "round",
                                                                      "scalbln",
                                                                      "scalbn",
                                                                      "sched_getcpu",
                                                                      "sched_yield",
                                                                      "sleep",
                                                                      "snprintf",
                                                                      "sqrt",
                                                                      "sqrtf",
                                                                      "sqrtl",
                                                                      "srand",
                                                                      "stderr",
                                                                      "stdout",
                                                                      "strcmp",
                                                                      "strlen",
                                                                      "time",
                                                                      "trunc",
                                                                      "usleep",
                                                                      "vsnprintf"});

// Files and environments are reached by the C++ library too.
constexpr std::array forbidden_parts =
    std::to_array<std::string_view>({"basic_filebuf", "basic_fstream", "basic_ifstream", "basic_ofstream", "filesystem",
                                     "stdio_filebuf", "stdio_sync_filebuf", "13random_device"});

// Gives the submission memory of OpenMP's library, in which the race check overlooks races. The compiler itself calls
// the functions that create tasks.
bool allocates_in_openmp(std::string_view name) {
    return (name.starts_with("omp_") || name.starts_with("__kmpc_") || name.starts_with("GOMP_")) &&
           name.find("alloc") != std::string_view::npos && name.find("task_alloc") == std::string_view::npos;
}

bool may_call(std::string_view name) {
    name = name.substr(0, name.find('@'));  // the version of a library
    if (allocates_in_openmp(name)) return false;
    // std::latch and std::atomic::wait call the kernel themselves. The filter of system calls stops what they do not
    // need.
    if (name == "syscall") return HAS_SECCOMP;
    const auto contained = [&](std::string_view part) { return name.find(part) != std::string_view::npos; };
    if (std::any_of(forbidden_parts.begin(), forbidden_parts.end(), contained)) return false;
    return std::find(allowed_names.begin(), allowed_names.end(), name) != allowed_names.end() ||
           std::any_of(allowed_beginnings.begin(), allowed_beginnings.end(),
                       [&](std::string_view beginning) { return name.starts_with(beginning); });
}

// Names of C++, and those that the linker adds. Operators new and delete are those of everybody. A global variable has
// the name that it has in the source text. Nobody else uses it, because the library's names are its own.
bool may_define(std::string_view name, std::string_view type) {
    const bool is_variable = type == "B" || type == "D" || type == "R" || type == "G" || type == "S";
    if (is_variable && !name.starts_with('_') && !name.starts_with("omp") && !name.starts_with("kmp") &&
        !name.starts_with("GOMP") && !may_call(name)) {
        return true;
    }
    constexpr std::array of_linker = std::to_array<std::string_view>(
        {"__bss_start", "_edata", "_end", "_fini", "_init", "__gmon_start__", "DW.ref.__gxx_personality_v0"});
    if (std::find(of_linker.begin(), of_linker.end(), name) != of_linker.end()) return true;
    if (name.starts_with(".gomp_")) return true;  // the locks of critical sections
    return name.starts_with("_Z") && !name.starts_with("_Zn") && !name.starts_with("_Zd");
}

}  // namespace

std::optional<Fault> forbidden_symbol(std::string_view printed_by_nm) {
    std::istringstream lines{std::string{printed_by_nm}};
    for (std::string line; std::getline(lines, line);) {
        std::istringstream words{line};
        std::string name;
        std::string type;
        if (!(words >> name >> type)) continue;
        const bool undefined = type == "U" || type == "w" || type == "v";
        if (undefined && !may_call(name)) {
            return Fault{VerdictCode::forbidden,
                         "it calls '" + name.substr(0, name.find('@')) +
                             "', which no sum needs: only the C++ library without files, OpenMP, "
                             "threads, memory and mathematics are allowed"};
        }
        if (!undefined && !may_define(name, type)) {
            return Fault{VerdictCode::forbidden,
                         name == "main" ? "it defines 'main', but the grader calls the function itself: remove main"
                                        : "it defines '" + name +
                                              "', a name of the C library or of the compiler; C++ functions only"};
        }
    }
    return std::nullopt;
}

std::string openmp_function(std::string_view printed_by_nm) {
    std::istringstream lines{std::string{printed_by_nm}};
    for (std::string line; std::getline(lines, line);) {
        std::string name = line.substr(0, line.find_first_of(" @"));
        if (name.starts_with("GOMP_") || name.starts_with("__kmpc_") || name.starts_with("omp_")) return name;
    }
    return {};
}

}  // namespace reductions
