// A program of MPI: one way to sum over the ranks.
#include "programs/run_way.hpp"

#include <atomic>
#include <chrono>
#include <cstdlib>
#include <iostream>
#include <optional>
#include <string>
#include <thread>
#include <variant>

#include "arrays/npy.hpp"
#include "contract/threads.hpp"
#include "distributed/agreement.hpp"
#include "distributed/time_limit.hpp"
#include "distributed/way.hpp"
#include "distributed/way_report.hpp"
#include "distributed/way_result.hpp"
#include "measure/machine.hpp"
#include "programs/command_line.hpp"
#include "programs/way_arguments.hpp"
#include "report/format.hpp"
#include "report/output_file.hpp"

namespace reductions {

using namespace distributed;

namespace {

constexpr int status_if_time_is_up = 3;

// MPI for as long as the object lives.
class Session {
public:
    Session() { MPI_Init_thread(nullptr, nullptr, MPI_THREAD_FUNNELED, &provided_); }
    // Whether a program with threads may call MPI in its main thread (MPI 4.0, section 11.6). A library may allow less.
    bool allows_threads() const { return provided_ >= MPI_THREAD_FUNNELED; }
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;
    ~Session() { MPI_Finalize(); }

private:
    int provided_ = 0;
};

// What must be the same on all ranks.
std::string description(const WayArguments& arguments, const LoadedArrays& loaded) {
    std::string shares;
    for (const std::size_t share : arguments.shares) shares += ", --shares " + std::to_string(share);
    return format_count(loaded.ranks.whole) + " elements of " + loaded.type +
           (arguments.data.files.empty() ? "" : " from files") + ", " + std::to_string(delivered_threads()) +
           (delivered_threads() == 1 ? " thread" : " threads") + shares + ", --repetitions " +
           std::to_string(arguments.repetitions);
}

int number_of_nodes(MPI_Comm all) {
    MPI_Comm node{};
    MPI_Comm_split_type(all, MPI_COMM_TYPE_SHARED, 0, MPI_INFO_NULL, &node);
    int rank = 0;
    MPI_Comm_rank(node, &rank);
    MPI_Comm_free(&node);
    int nodes = rank == 0 ? 1 : 0;
    MPI_Allreduce(MPI_IN_PLACE, &nodes, 1, MPI_INT, MPI_SUM, all);
    return nodes;
}

std::string name_of_library() {
    std::string text(MPI_MAX_LIBRARY_VERSION_STRING, ' ');
    int length = 0;
    MPI_Get_library_version(text.data(), &length);
    return short_name_of_library(std::string_view{text}.substr(0, static_cast<std::size_t>(length)));
}

// Makes an ending of one rank the ending of all. The root prints it. Otherwise the others would wait for that rank.
std::optional<int> ended_together(MPI_Comm all, const std::string& name, const std::optional<Ending>& own) {
    const std::string text = !own ? "" : own->error.empty() ? "help" : "error: " + own->error;
    const TextOfRank first = first_text(all, text);
    if (first.text.empty()) return std::nullopt;
    int rank = 0;
    MPI_Comm_rank(all, &rank);
    if (first.text == "help") return rank == first.rank ? print_ending(name, *own) : 0;
    const std::string error = first.text.substr(std::string_view{"error: "}.size());
    const Ending ending{.status = 2,
                        .error = (first.rank == 0 ? "" : "rank " + std::to_string(first.rank) + ": ") + error};
    return rank == root ? print_ending(name, ending) : ending.status;
}

template <Element T>
int measure_and_print(const Way& way, const std::string& name, const WayArguments& arguments,
                      const LoadedArrays& loaded) {
    const Ranks& ranks = loaded.ranks;
    const RunOfWay run = {.name = name,
                          .library = name_of_library(),
                          .processor = this_machine().processor,
                          .type = loaded.type,
                          .ranks = ranks.count(),
                          .nodes = number_of_nodes(ranks.all),
                          .threads = delivered_threads(),
                          .size = ranks.whole};
    const WayResult result = result_of(way, std::get<Arrays<T>>(loaded.part), ranks, std::get<Arrays<T>>(loaded.whole),
                                       arguments.repetitions);
    int status = 0;
    std::optional<Ending> failure;
    if (ranks.rank() == root) {
        failure = failure_of([&] {
            check_files_unchanged();
            print_way(std::cout, way, run, result);
            std::cout.flush();
            if (!arguments.json.empty()) {
                write_named_by("--json", arguments.json,
                               [&] { write_file(arguments.json, json_of_way(way, run, result)); });
            }
        });
        status = way.expectation == Expectation::right && result.judgement.wrong() ? 1 : 0;
    }
    if (const auto ended = ended_together(ranks.all, name, failure)) return *ended;
    MPI_Bcast(&status, 1, MPI_INT, root, ranks.all);
    return status;
}

}  // namespace

int run_way(const Way& way, const char* name, int count, const char* const* arguments) {
    explain_signals(name);
    WayArguments given;
    const std::optional<Ending> parsed =
        parse({name, std::string{way.shows}, way_arguments(given), nullptr}, count, arguments);
    std::atomic<int> rank = root;  // until MPI says which one
    // From here to the end, because ranks also wait for each other while MPI begins and ends.
    const TimeLimit limit{
        given.time_limit, [&] {
            if (rank == root) {
                print_ending(name, {.error = "not done after " + std::to_string(given.time_limit) +
                                             " s: the ranks wait for each other, or need more time (--time-limit)"});
            } else {
                std::this_thread::sleep_for(std::chrono::milliseconds{500});  // the root speaks first
            }
            std::_Exit(status_if_time_is_up);
        }};
    const Session session;
    MPI_Comm all = MPI_COMM_WORLD;
    int own_rank = 0;
    MPI_Comm_rank(all, &own_rank);
    rank = own_rank;
    if (const auto ended = ended_together(all, name, parsed)) return *ended;

    std::optional<LoadedArrays> loaded;
    const auto share_out_here = [&] {
        if (!session.allows_threads()) {
            throw InputError{"this MPI may not be used in a program with threads"};
        }
        loaded = share_out(way, given, all);
    };
    if (const auto ended = ended_together(all, name, failure_of(share_out_here))) return *ended;
    const auto compare_with_root = [&, here = description(given, *loaded),
                                    there = text_of_root(all, description(given, *loaded))] {
        if (here != there) throw InputError{"has " + here + "; rank 0 has " + there};
    };
    if (const auto ended = ended_together(all, name, failure_of(compare_with_root))) return *ended;

    const bool from_files = !given.data.files.empty();
    const auto load_here = [&] { load_part(*loaded, from_files); };
    if (!from_files) {
        const auto check_memory = [&] { check_memory_of_node(*loaded); };
        if (const auto ended = ended_together(all, name, failure_of(check_memory))) return *ended;
    }
    if (const auto ended = ended_together(all, name, failure_of(load_here))) return *ended;

    int status = 0;
    const auto failure = failure_of([&] {
        status = std::visit(
            [&]<Element T>(const Arrays<T>&) { return measure_and_print<T>(way, name, given, *loaded); }, loaded->part);
    });
    if (failure) {  // in the middle of the work, where the others do not ask
        print_ending(name, {.error = "rank " + std::to_string(own_rank) + ": " + failure->error});
        MPI_Abort(all, failure->status);
    }
    return status;
}

}  // namespace reductions
