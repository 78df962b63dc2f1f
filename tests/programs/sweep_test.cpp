// `sweep` through its command line.
#include <csignal>

#include "catch.hpp"
#include "measure/sanitizer.hpp"
#include "programs/run.hpp"

using namespace reductions::testing;
using Catch::Matchers::ContainsSubstring;

TEST_CASE("an interrupted sweep is continued", "[programs][sweep]") {
    if (BUILT_WITH_SANITIZER) return;  // there it takes minutes
    const std::string sweep = "$bin/sweep --quick $scratch/report";
    // It is interrupted as soon as it has written its first point, however long that takes.
    const Outcome interrupted = run(sweep +
                                    " & until [ -s $scratch/report/sweep.unfinished.json ]; do kill -0 $! || exit 1; "
                                    "sleep 0.05; done; kill $!; wait $!");
    CHECK(interrupted.status == 128 + SIGTERM);
    CHECK_THAT(interrupted.out, ContainsSubstring("points to measure\n"));
    const Outcome continued = run(sweep);
    INFO(continued.out << continued.err);
    CHECK(continued.status == 0);
    CHECK_THAT(continued.out, ContainsSubstring("are there from a run that was interrupted") &&
                                  ContainsSubstring("the results are in"));
    const std::string json = read_text(scratch() / "report" / "sweep.json");
    CHECK_THAT(json, ContainsSubstring("at_the_limit/int64/1000/") &&
                         ContainsSubstring("read_limit/float32/9999999/") &&
                         ContainsSubstring("\"label\": \"359999964\"") && ContainsSubstring("\"plan\": \"quick\""));
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
