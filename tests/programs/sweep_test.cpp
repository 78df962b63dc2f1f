// Runs `sweep` through its command line.
#include <csignal>
#include <string>

#include "catch.hpp"
#include "measure/sanitizer.hpp"
#include "programs/run.hpp"

using namespace reductions;
using namespace reductions::testing;
using Catch::Matchers::ContainsSubstring;

namespace {

// Runs a sweep and interrupts it as soon as it has written its next point, however long that takes.
Outcome interrupted_sweep() {
    return run(
        "file=$scratch/report/sweep.unfinished.json; before=$(cksum $file); $bin/sweep --quick $scratch/report & "
        "while [ \"$(cksum $file)\" = \"$before\" ]; do kill -0 $! || exit 1; sleep 0.05; done; "
        "kill $!; wait $!");
}

}  // namespace

// `make report` runs a sweep to its end.
TEST_CASE("an interrupted sweep is continued", "[programs][sweep]") {
    if (built_with_sanitizer) return;  // there it takes minutes
    const Outcome first = interrupted_sweep();
    CHECK(first.status == 128 + SIGTERM);
    CHECK_THAT(first.out, ContainsSubstring("points to measure\n"));
    const std::string first_point = read_text(scratch() / "report" / "sweep.unfinished.json");
    CHECK_THAT(first_point, ContainsSubstring("\"plan\": \"quick\""));

    const Outcome second = interrupted_sweep();
    CHECK(second.status == 128 + SIGTERM);
    CHECK_THAT(second.out, ContainsSubstring("were measured by an interrupted run"));
    const std::string both_points = read_text(scratch() / "report" / "sweep.unfinished.json");
    const auto count_of = [](const std::string& json) {
        std::size_t count = 0;
        for (std::size_t at = json.find("\"omp_reduction/"); at != std::string::npos;
             at = json.find("\"omp_reduction/", at + 1)) {
            ++count;
        }
        return count;
    };
    CHECK(count_of(first_point) > 0);
    CHECK(count_of(both_points) > count_of(first_point));
}

TEST_CASE("sweep names what it cannot use", "[programs][sweep]") {
    const Outcome folder = run("touch $scratch/file; $bin/sweep $scratch/file/report");
    CHECK(folder.status == 2);
    CHECK(folder.lines_of_err() == 1);
    CHECK_THAT(folder.err, ContainsSubstring("file/report"));
    const Outcome option = run("$bin/sweep --fast");
    CHECK(option.status == 2);
    CHECK_THAT(option.err, ContainsSubstring("--fast"));
}
