// Bad input gets one clear line on standard error that names the bad value and the valid ones, and exit status 2.
#include <algorithm>
#include <string>
#include <vector>

#include "catch.hpp"
#include "golden.hpp"
#include "measure/sanitizer.hpp"
#include "programs/run.hpp"

using namespace reductions;
using namespace reductions::testing;

namespace {

struct BadInput {
    std::string arguments;
    std::vector<std::string> named;  // what the error must name
};

// For every program.
const std::vector<BadInput> everywhere = {
    {"--size 0", {"--size", "'0'", "from 1 to"}},
    {"--size -5", {"--size", "'-5'", "from 1 to"}},
    {"--size many", {"--size", "'many'", "from 1 to"}},
    {"--size 1.5", {"--size", "'1.5'"}},
    {"--size 1e3", {"--size", "'1e3'"}},
    {"--size 10x", {"--size", "'10x'"}},
    {"--size ''", {"--size", "''"}},
    {"--size 99999999999999999999999", {"--size", "from 1 to"}},
    {"--size 9999999999999", {"--size", "'9999999999999'", "from 1 to"}},
    {"--size", {"--size"}},
    {"--threads 0", {"--threads", "'0'", "from 1 to 1024"}},
    {"--threads -1", {"--threads", "'-1'", "from 1 to 1024"}},
    {"--threads two", {"--threads", "'two'", "from 1 to 1024"}},
    {"--threads 1000000", {"--threads", "'1000000'", "from 1 to 1024"}},
    {"--type int16", {"--type", "'int16'", "int64, int32, float64, float32"}},
    {"--type ''", {"--type", "int64, int32, float64, float32"}},
    {"--typ int64", {"--typ", "--help"}},
    {"$golden/int64.a.npy", {"two .npy files", "int64.a.npy"}},
    {"$golden/int64.a.npy $golden/int64.b.npy $golden/int64.b.npy", {"int64.b.npy"}},
    {"$golden/int64.a.npy $golden/int64.b.npy --size 7", {"--size", "files"}},
    {"$golden/int64.a.npy $golden/int64.b.npy --type int64", {"--type", "files"}},
    {"$golden/int64.a.npy $scratch/missing.npy", {"missing.npy", "No such file"}},
    {"$golden/int64.a.npy $golden", {"golden", "Is a directory"}},
    {"$golden/two_dimensional.a.npy $golden/fortran_order.b.npy", {"order"}},
    {"/dev/null /dev/null", {"/dev/null", "a device: only a regular file"}},
    {"$scratch/pipe $golden/int64.b.npy", {"pipe", "a pipe: only a regular file"}},
    {"$golden/int64.a.npy /dev/stdin", {"/dev/stdin", "only a regular file"}},
    // Control characters that a terminal would obey, and line breaks.
    {"--type \"$(printf '\\033[31mred\\nline')\"", {"--type", "'\\x1b[31mred\\nline'"}},
    {"\"$(printf -- '--\\033[2J\\n.')\"", {"--\\x1b[2J\\n."}},  // an option to CLI11 2.3, a file to 2.4
    {"$golden/int64.a.npy \"$(printf '\\033]0;title\\a\\377')\"", {"'\\x1b]0;title\\x07\\xff'", "No such file"}},
};

const std::vector<BadInput> compare_alone = {
    {"--only fused", {"--only", "'fused'", "eigen_temporaries, ", "return_zero"}},
    {"--only fused_loop,nothing", {"--only", "'nothing'", "fused_loop_chunked"}},
    {"--chapter articles", {"--chapter", "'articles'", "article, synchronised, ", "all"}},
    {"--chapter races --only fused_loop", {"--chapter", "--only"}},
    {"--accuracy --type int64", {"--accuracy", "'int64'", "float64"}},
    {"--accuracy --chapter races", {"--accuracy", "right"}},
    {"--accuracy --repetitions 3", {"--accuracy", "--repetitions"}},
    {"--accuracy $golden/int64.a.npy $golden/int64.b.npy", {"--accuracy", "float64"}},
    {"--accuracy --busy-cores 1", {"--accuracy", "--busy-cores"}},
    {"--repetitions 0", {"--repetitions", "'0'"}},
    {"--busy-cores -1", {"--busy-cores", "'-1'", "from 0 to"}},
    {"--busy-cores one", {"--busy-cores", "'one'", "from 0 to"}},
    {"--busy-cores 1.5", {"--busy-cores", "'1.5'", "from 0 to"}},
    {"--busy-cores 1000000", {"--busy-cores", "'1000000'", "from 0 to"}},
    {"--json $scratch/missing/file.json", {"missing/file.json", "No such file"}},
    {"--size 900000000000 --json $scratch/missing/file.json",
     {"missing/file.json", "No such file"}},  // checked before the work
    {"--json $scratch", {"Is a directory"}},
};

// A pipe that no program writes to.
void make_pipe() { run("rm -f $scratch/pipe; mkfifo $scratch/pipe"); }

void check_refused(const std::string& program, const BadInput& input) {
    const Outcome outcome = run(program + ' ' + input.arguments);
    const auto is_control = [](char c) { return static_cast<unsigned char>(c) < ' ' && c != '\n'; };
    INFO(program << ' ' << input.arguments << "\nstdout: " << outcome.out << "\nstderr: " << outcome.err);
    CHECK(outcome.status == 2);
    CHECK(outcome.out.empty());
    CHECK(outcome.lines_of_err() == 1);
    CHECK(std::none_of(outcome.err.begin(), outcome.err.end(), is_control));
    for (const std::string& name : input.named) CHECK(outcome.err.find(name) != std::string::npos);
}

}  // namespace

TEST_CASE("compare refuses bad input", "[programs]") {
    make_pipe();
    for (const BadInput& input : everywhere) check_refused("$bin/compare", input);
    for (const BadInput& input : compare_alone) check_refused("$bin/compare", input);
    check_refused("$bin/compare", {"--size 1000 --json '" + full_device() + "'", {"full", "No space left"}});
}

TEST_CASE("a sample refuses bad input", "[programs]") {
    make_pipe();
    for (const BadInput& input : everywhere) check_refused("$samples/fused_loop", input);
    check_refused("$samples/fused_loop", {"--type int64,int32", {"--type", "one type"}});
}

TEST_CASE("every bad pair of .npy files is refused", "[programs][npy]") {
    for (const GoldenFiles& files : golden_files()) {
        if (!files.expected.starts_with("error")) continue;
        check_refused("$bin/compare", {files.a + ' ' + files.b, {"bad_"}});
        check_refused("$samples/omp_reduction", {files.a + ' ' + files.b, {"bad_"}});
    }
}

TEST_CASE("a lack of memory or threads is reported in one line", "[programs]") {
    if (built_with_sanitizer) return;  // a sanitizer needs more address space than these limits
    const BadInput too_large{"--size 100000000 --threads 2", {"memory"}};
    check_refused("ulimit -v 500000; $bin/compare", too_large);
    check_refused("ulimit -v 500000; $samples/omp_reduction", too_large);
    check_refused("$bin/compare", {"--size 900000000000", {"memory"}});
    // The arrays fit, but the temporaries do not.
    check_refused("ulimit -v 350000; $bin/compare", {"--threads 2", {"eigen_temporaries", "memory"}});
    check_refused("ulimit -v 800000; $bin/compare", {"--size 1000 --threads 1024", {"1024 threads"}});
}

TEST_CASE("a full disk leaves the existing file unchanged, and no other file", "[programs]") {
    run("rm -rf $scratch/full; mkdir $scratch/full; echo precious > $scratch/full/figures.json");
    // No file may grow beyond a kilobyte, which libomp itself needs. This works like a full disk, with another message.
    const Outcome outcome = run(
        "(trap '' XFSZ; ulimit -f 2; "
        "$bin/compare --size 1000 --repetitions 1 --json $scratch/full/figures.json 2>&1 >/dev/null; echo $?) | cat");
    CHECK_THAT(outcome.out, Catch::Matchers::ContainsSubstring("figures.json' cannot be written: File too large\n2\n"));
    CHECK(run("cat $scratch/full/figures.json; ls -A $scratch/full").out == "precious\nfigures.json\n");
}

TEST_CASE("standard output that cannot be written to is an error", "[programs]") {
    CHECK(run("$bin/compare --list >/dev/full").status == 2);
    CHECK(run("$samples/fused_loop --size 1000 >/dev/full").status == 2);
}
