#include "grader/race_check.hpp"

#include <algorithm>
#include <array>
#include <random>
#include <sstream>
#include <stdexcept>

#include "grader/race_reports.hpp"

namespace reductions {
namespace {

// A place in the submission's source text, from its debugging information.
struct SourceLine {
    std::string function;
    std::string line;  // "9", or "?" if it is not known
};

SourceLine source_line(const Sandbox& sandbox, const std::filesystem::path& library, std::uint64_t place) {
    std::ostringstream address;
    address << "0x" << std::hex << place;
    const Visible object{library, "/submission.so"};
    const std::string printed = output_of(
        sandbox,
        {.words = {"/usr/bin/addr2line", "-f", "-e", sandbox.seen(object).string(), address.str()}, .files = {object}});
    // Two lines: the function, then "/submission.cpp:9 (discriminator 1)".
    std::istringstream lines{printed};
    SourceLine result{{}, "?"};
    std::string file_and_line;
    std::getline(lines, result.function);
    std::getline(lines, file_and_line);
    const auto colon = file_and_line.rfind(':');
    if (colon == std::string::npos) return result;
    const std::string after = file_and_line.substr(colon + 1);
    const std::string digits = after.substr(0, after.find_first_not_of("0123456789"));
    if (!digits.empty() && digits != "0") result.line = digits;
    return result;
}

std::string in_words(const RacingAccess& access, const SourceLine& where) {
    const std::string what = access.writes ? "write" : "read";
    return (access.atomic ? "an atomic " + what : "a " + what) + " in line " + where.line;
}

// clang++ initialises and combines the copies of a task reduction in such functions, and libomp 14 does not tell the
// detector that this is synchronised. To combine, they read a copy and the total, and write to the total. So a race on
// the total is also reported as one with a write.
bool is_of_task_reduction(const RacingAccess& access, const SourceLine& where) {
    return (access.writes && where.function.find(".red_init.") != std::string::npos) ||
           (!access.writes && where.function.find(".red_comb.") != std::string::npos);
}

std::optional<Fault> race_fault(const Sandbox& sandbox, const std::filesystem::path& library,
                                const std::vector<ReportedRace>& races) {
    for (const ReportedRace& race : races) {
        // libomp gives a task the memory of a finished one and does not tell the detector. A submission has no other
        // memory of libomp: it may not call omp_alloc().
        if (race.in_openmp_memory) continue;
        std::vector<std::string> accesses;
        bool of_task_reduction = false;
        for (const RacingAccess& access : {race.first, race.second}) {
            if (!access.place) continue;
            const SourceLine where = source_line(sandbox, library, *access.place);
            of_task_reduction = of_task_reduction || is_of_task_reduction(access, where);
            accesses.push_back(in_words(access, where));
        }
        if (of_task_reduction || accesses.empty()) continue;
        const std::string& first = accesses.front();
        const std::string second = accesses.size() == 2 ? accesses[1] : "an access in a library";
        return Fault{VerdictCode::race, "data race: " + first + " by one thread and " + second +
                                            " by another thread reach the same place, and nothing orders them"};
    }
    return std::nullopt;
}

// Sizes up to the largest ones of the other checks: some that each submission gets, then one between every two powers
// of 2, in random order. A submission that is right in the few calls that a detector can afford, and racy in others,
// must not know which these are.
std::vector<Question> questions(const SharedArrays& arrays, std::uint64_t seed) {
    std::mt19937_64 random{seed};
    std::vector<Question> all;
    for (const std::size_t size :
         {std::size_t{10'000}, std::size_t{10'000}, std::size_t{1} << 20, 1 + random() % 3000}) {
        all.push_back({arrays.last(size), 4});
    }
    std::array<int, 9> powers{11, 12, 13, 14, 15, 16, 17, 18, 19};
    std::shuffle(powers.begin(), powers.end(), random);
    for (const int power : powers) {
        const std::size_t least = std::size_t{1} << power;
        all.push_back({arrays.last(least + random() % least), 2 + random() % 7});
    }
    all.push_back({arrays.last(arrays.capacity()), 2 + random() % 7});
    return all;
}

}  // namespace

std::optional<Fault> check_races(const Compiler& compiler, const Sandbox& sandbox, const std::filesystem::path& library,
                                 Content content, AskedFunction function, std::uint64_t seed) {
    constexpr std::size_t capacity = std::size_t{1} << 21;
    SharedArrays arrays{content, capacity, seed};
    const WorkerProgram program{.worker = compiler.worker,
                                .submission = library,
                                .function = function,
                                .detects_races = true,
                                .tool = compiler.tool};
    Worker worker{sandbox, program, arrays};
    worker.freeze();
    arrays.fill();
    RightAnswers right{arrays, function};
    std::optional<Fault> other;
    for (const Question& question : questions(arrays, seed)) {
        if (other) break;
        worker.freeze();
        right.change(question.chunk, question.threads);
        other = right.fault(question, worker.ask(question));
    }
    // A wrong answer may be the race's doing, so the report comes first. After a crash or a hang there is none. The
    // status is no reason not to read it: a submission that ends the program itself chooses the status.
    const auto report = worker.end();
    if (report) {
        const Visible object{library, "/submission.so"};
        auto race =
            race_fault(sandbox, library, reported_races(report->text, sandbox.seen(object).filename().string()));
        if (race) {
            race->message += other && other->code == VerdictCode::wrong
                                 ? ". Here the answer was wrong: " + other->message
                                 : ". So the result is undefined, even if it was right so far";
            return race;
        }
    }
    if (report && !report->ended_well && !other) {
        return Fault{VerdictCode::hang,
                     "the program does not end when it should: something that it executes at its end, such "
                     "as a destructor of a global variable, loops, throws or crashes"};
    }
    if (!report && !other) throw std::runtime_error{"the race detector failed"};
    return other;
}

}  // namespace reductions
