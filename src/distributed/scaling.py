#!/usr/bin/python3
"""How reductions over MPI scale: measured here, and predicted for larger machines:   scaling.py BUILD... [--figure SVG]

Each BUILD is a build folder with another MPI. Prints tables in Markdown: strong scaling (the same arrays, more ranks),
weak scaling (more ranks with parts of the same length), and the time of one MPI_Allreduce, measured and predicted by
model.py from the ping-pong of this machine.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[1]
sys.path[1:1] = [str(SOURCE / "page"), str(SOURCE / "peers"), str(SOURCE / "distributed")]
import quantities
from command import InputError, Parser, exit_status
from model import Machine
from table import launched, run

WAY = "mpi_allreduce"
RANKS = (1, 2, 4)
MORE_RANKS = (1, 2, 4, 8, 16)
PREDICTED_RANKS = (10, 100, 1_000, 10_000)
STRONG, WEAK = 9_999_999, 2_500_000  # elements, in all and for each rank


def ping_pong(build, ranks, cores=None):
    """Times of messages and of MPI_Allreduce. With cores, all ranks share these, and wait as if there were more ranks
    than cores: Open MPI then gives its core away while it waits, but it does not notice that cores are shared."""
    environment = dict(os.environ)
    command = launched(build, ranks, "ping_pong", "--json")
    if cores is not None:
        command = ["taskset", "--cpu-list", cores, *command]
        environment["OMPI_MCA_mpi_yield_when_idle"] = "true"
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=300,
                          env=environment)
    if done.returncode != 0:
        raise InputError(f"ping_pong with {ranks} ranks ended with exit status {done.returncode}: {done.stderr[-300:]}")
    return json.loads(next(line for line in done.stdout.splitlines() if line.startswith("{")))


def table(titles, lines):
    rows = [titles, ["--:"] * len(titles), *lines]
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


def scaling(build, size_of):
    """The results of the way with each number of ranks."""
    results = []
    for ranks in RANKS:
        result = run(build, WAY, ranks, ["--size", str(size_of(ranks)), "--repetitions", "21"], 120)
        if "ended" in result:
            raise InputError(f"{WAY} with {ranks} ranks {result['ended']}")
        results.append(result)
    return results


def scaling_table(results, is_strong):
    first = results[0]["seconds"]
    lines = []
    for result in results:
        gain = first / result["seconds"]
        efficiency = gain / result["ranks"] if is_strong else gain
        lines.append([str(result["ranks"]), quantities.count(result["size"]), quantities.seconds(result["seconds"]),
                      quantities.seconds(result["sum_seconds"]),
                      quantities.seconds(result["seconds"] - result["sum_seconds"]),
                      quantities.percent(result["read_seconds"] / result["seconds"]), quantities.percent(efficiency)])
    return table(["ranks", "elements", "time", "sum", "communication", "of read speed", "efficiency"], lines)


def model_of(build, cores):
    """From two ranks on two cores, and from two that share one. `cores` are the numbers of those that there are."""
    apart = ping_pong(build, 2)["messages"]
    together = ping_pong(build, 2, str(cores[0]))["messages"]
    return Machine(cores=len(cores), latency=apart[0]["seconds"], switch=together[0]["seconds"],
                   seconds_per_byte=apart[-1]["seconds"] / apart[-1]["bytes"])


def allreduce_table(machine, measured):
    lines = []
    for ranks, seconds in measured.items():
        predicted = machine.allreduce(ranks)
        lines.append([quantities.count(ranks), quantities.seconds(seconds), quantities.seconds(predicted),
                      quantities.ratio(seconds / predicted) if predicted else "–"])
    return table(["ranks", "measured", "predicted", "measured ÷ predicted"], lines)


def prediction_table(machine, rank_seconds):
    """For a machine with a core for each rank, and parts that take rank_seconds to sum."""
    lines = []
    for ranks in PREDICTED_RANKS:
        reduction = machine.with_a_core_for_each_rank().allreduce(ranks)
        lines.append([quantities.count(ranks), quantities.seconds(reduction),
                      quantities.percent(reduction / (reduction + rank_seconds))])
    return table(["ranks", "one MPI_Allreduce, predicted", "of the whole time"], lines)


def draw(path, curves):
    import matplotlib

    matplotlib.use("svg")
    matplotlib.rcParams["svg.hashsalt"] = "reductions"
    from matplotlib import pyplot

    figure, axes = pyplot.subplots(figsize=(7, 4), layout="constrained")
    for index, (name, machine, measured) in enumerate(curves):
        colour = f"C{index}"
        ranks = [count for count in measured if count > 1]
        axes.plot(ranks, [1e6 * measured[count] for count in ranks], "o", color=colour, label=f"{name}, measured")
        axes.plot(ranks, [1e6 * machine.allreduce(count) for count in ranks], "--", color=colour,
                  label=f"{name}, predicted for {quantities.things(machine.cores, 'core')}")
        wide = machine.with_a_core_for_each_rank()
        more = [2, *PREDICTED_RANKS]
        axes.plot(more, [1e6 * wide.allreduce(count) for count in more], ":", color=colour,
                  label=f"{name}, predicted with a core for each rank")
    axes.set_xscale("log")
    axes.set_yscale("log")
    axes.set_xlabel("ranks")
    axes.set_ylabel("one MPI_Allreduce in µs")
    axes.grid(alpha=0.3)
    axes.legend(fontsize="small")
    figure.savefig(path, metadata={"Date": None})


def main():
    parser = Parser(description="How reductions over MPI scale: measured here, and predicted for larger machines.")
    parser.add_argument("builds", nargs="+", type=Path, metavar="BUILD", help="a build folder with MPI")
    parser.add_argument("--figure", type=Path, help="also draw the times of MPI_Allreduce to this SVG file")
    given = parser.parse_args()
    cores = sorted(os.sched_getaffinity(0))
    curves = []
    for build in given.builds:
        strong, weak = scaling(build, lambda ranks: STRONG), scaling(build, lambda ranks: WEAK * ranks)
        machine = model_of(build, cores)
        measured = {ranks: ping_pong(build, ranks)["allreduce_seconds"] for ranks in MORE_RANKS}
        curves.append((strong[0]["library"], machine, measured))
        print(f"{strong[0]['library']}, {strong[0]['processor']}, {quantities.things(len(cores), 'core')}, `{WAY}`\n\n"
              f"Strong scaling:\n\n{scaling_table(strong, True)}\nWeak scaling:\n\n{scaling_table(weak, False)}\n"
              f"{machine}\n\nOne `MPI_Allreduce` of a double:\n\n{allreduce_table(machine, measured)}\n"
              f"Predicted for parts of {quantities.count(WEAK)} elements:\n\n"
              f"{prediction_table(machine, weak[0]['sum_seconds'])}")
    if given.figure:
        draw(given.figure, curves)


if __name__ == "__main__":
    sys.exit(exit_status("scaling", main))
