// Which functions a compiled submission calls and defines.
#include "grader/called_functions.hpp"

#include <string>

#include "catch.hpp"

using namespace reductions;
using Catch::Matchers::ContainsSubstring;

namespace {

std::string message(const std::string& printed) {
    const auto fault = forbidden_symbol(printed);
    if (fault) CHECK(fault->code == VerdictCode::forbidden);
    return fault ? fault->message : "";
}

}  // namespace

TEST_CASE("the C++ library, OpenMP, threads, memory and mathematics may be called", "[grader]") {
    for (const std::string line : {"_ZNSt6thread4joinEv U",
                                   "_ZSt9terminatev@GLIBCXX_3.4 U",
                                   "_Znwm@GLIBCXX_3.4 U",
                                   "_ZdlPvm U",
                                   "_ZTVSt9exception U",
                                   "_ZNKSt9exception4whatEv U",
                                   "__cxa_finalize@GLIBC_2.2.5 w",
                                   "_ITM_deregisterTMCloneTable w",
                                   "__gmon_start__ w",
                                   "GOMP_parallel@GOMP_4.0 U",
                                   "omp_get_num_threads@OMP_1.0 U",
                                   "__kmpc_fork_call U",
                                   "__kmpc_omp_task_alloc U",
                                   "pthread_create@GLIBC_2.34 U",
                                   "pthread_mutex_lock U",
                                   "memcpy@GLIBC_2.14 U",
                                   "fma U",
                                   "frexp U",
                                   "snprintf U",
                                   "fprintf U",
                                   "__divmodti4 U",
                                   "__tsan_read8 U",
                                   "__tsan_atomic64_fetch_add U",
                                   "__gxx_personality_v0@CXXABI_1.3 U"}) {
        INFO(line);
        CHECK(message(line + "         \n").empty());
    }
    CHECK(message("").empty());
    CHECK(message("\n\nword\n").empty());
}

TEST_CASE("other functions of libraries may not be called", "[grader]") {
    for (const std::string name : {"open",
                                   "omp_alloc",
                                   "omp_aligned_calloc",
                                   "__kmpc_alloc",
                                   "GOMP_alloc",
                                   "fork",
                                   "system",
                                   "dlsym",
                                   "kill",
                                   "mmap",
                                   "mprotect",
                                   "ptrace",
                                   "getenv",
                                   "exit",
                                   "_exit",
                                   "pthread_kill",
                                   "pthread_cancel",
                                   "signal",
                                   "sqrt2",
                                   "memcpy2",
                                   "__tsan_acquire",
                                   "AnnotateHappensBefore",
                                   "environ",
                                   "_ZN5Eigen4loadEv",
                                   "_ZNSt13random_device7_M_initEv",
                                   "_ZNSt14basic_ifstreamIcE4openEPKc",
                                   "_ZNSt10filesystem6removeERKNS_4pathE"}) {
        INFO(name);
        for (const std::string type : {"U", "w", "v"}) {
            CHECK_THAT(message(name + " " + type + "         \n"), ContainsSubstring("it calls '" + name + "'"));
        }
        CHECK_THAT(message("memcpy U\n" + name + "@GLIBC_2.2.5 U\nfree U\n"),
                   ContainsSubstring("it calls '" + name + "'"));
    }
}

TEST_CASE("only C++ functions may be defined", "[grader]") {
    for (const std::string line :
         {"_Z3sumSt4spanIKdLm18446744073709551615EES1_m T 1139 50", "_ZN1XC1Ev W 1139 50", "_ZTI1X V 4000 8",
          "_ZGVZ1fvE1x u 4000 8", "_fini T 1200", "_edata D 4000", ".gomp_critical_user_x.var B 4000 8"}) {
        INFO(line);
        CHECK(message(line + "\n").empty());
    }
    for (const std::string name : {"memcpy", "omp_get_num_threads", "GOMP_parallel", "__tsan_read8", "_Znwm", "_ZdlPv",
                                   "pthread_create", "clock_gettime", "__tsan_default_options"}) {
        INFO(name);
        for (const std::string type : {"T", "W", "D", "B", "V", "i"}) {
            CHECK_THAT(message(name + " " + type + " 1139 50\n"), ContainsSubstring("it defines '" + name + "'"));
        }
    }
}

TEST_CASE("a submission has no main function", "[grader]") {
    CHECK(forbidden_symbol("main T 1139 50\n"));
    CHECK_FALSE(forbidden_symbol("counter B 4040 8\n"));
}

TEST_CASE("a call of OpenMP is found", "[grader]") {
    CHECK(openmp_function("").empty());
    CHECK(openmp_function("_ZNSt6thread4joinEv U         \npthread_create@GLIBC_2.34 U\n").empty());
    CHECK(openmp_function("my_omp_get B 1 2\n_ZN4omp_1fEv T 1139 50\n").empty());
    CHECK(openmp_function("_Znwm U\nGOMP_parallel@GOMP_4.0 U\nomp_get_num_threads U\n") == "GOMP_parallel");
    CHECK(openmp_function("omp_get_num_threads@OMP_1.0 U\n") == "omp_get_num_threads");
    CHECK(openmp_function("__kmpc_fork_call w\n") == "__kmpc_fork_call");
}
