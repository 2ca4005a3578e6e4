#!/usr/bin/env python3
"""Hourglass against its peers on this machine: `hourglass bench` and each peer in turn, ratios as a table.

    compare.py [--hourglass FILE] [--workload NAME[,NAME...]] [--threads N] [--rounds N] [--seconds S]
               [--losses] [--json]

A first round tries every mode of the peer on one thread and on --threads, with every set of OpenBLAS's kernels that
this processor can run: left to itself it takes the slowest ones for a processor younger than itself. The two fastest
of each kind go on: those that train, gathering each batch as Hourglass does, and the one whose batches were cut
beforehand. Then ours, peers, ours, ... for --rounds rounds (at least five): only figures of one round are divided by
each other. Of each kind the mode with the better median counts, and has a line of its own; a line gives the median
ratio and its range, above 1 where Hourglass is faster.
--losses trains an epoch of each with both and prints the held-out errors side by side, and of fewlabels the accuracies
of ten draws each: the same work, or the ratio means nothing. A peer that is not installed is passed over with a note. Keep the machine otherwise idle.
"""
import argparse
import itertools
import json
import os
import pathlib
import platform
import statistics
import subprocess
import sys

from openblas import NOT_INSTALLED

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[2]
# Kernels that OpenBLAS can be told to take (OPENBLAS_CORETYPE), and what the processor must have for them.
CORE_TYPES = {"SkylakeX": "avx512vl", "Haswell": "avx2"}
ITS_OWN_CHOICE = ""
# What gathers nothing, because its batches were cut beforehand: beside the others, not among them.
PRELOADED = "preloaded"
# The window's presets by their ids; the recipe is the bench's. The others are called alike everywhere.
MODELS = {"deep": "lab-deep", "conv-dense": "lab-conv"}
RECIPE = ["--epochs", "1", "--loss", "mse", "--lr", "0.001", "--schedule", "constant"]

# Workload: the script that runs its peer, and the figure's name; a greater figure is better where it is a speed.
WORKLOADS = {
    "linear": ("pytorch_peer.py", "samples_per_second"),
    "dense": ("pytorch_peer.py", "samples_per_second"),
    "deep": ("pytorch_peer.py", "samples_per_second"),
    "conv": ("pytorch_peer.py", "samples_per_second"),
    "conv-dense": ("pytorch_peer.py", "samples_per_second"),
    "conv1d": ("pytorch_peer.py", "samples_per_second"),
    "decode-dense": ("pytorch_peer.py", "microseconds"),
    "decode-conv": ("pytorch_peer.py", "microseconds"),
    "encode-conv": ("pytorch_peer.py", "milliseconds"),
    "pca": ("sklearn_peer.py", "seconds"),
    "mds": ("sklearn_peer.py", "seconds_per_iteration"),
    "fewlabels": ("sklearn_peer.py", "seconds"),
}


class PeerMissing(Exception):
    pass


def run_json(command, core_type=ITS_OWN_CHOICE):
    environment = dict(os.environ)
    # Set where a machine's OpenBLAS has to be held back: the peers are measured at their own best.
    for held_back in ("OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE"):
        environment.pop(held_back, None)
    if core_type:
        environment["OPENBLAS_CORETYPE"] = core_type
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    if done.returncode == NOT_INSTALLED:
        raise PeerMissing(done.stderr.strip())
    if done.returncode != 0:
        sys.exit(f"compare.py: {' '.join(map(str, command))}: {done.stderr.strip() or done.returncode}")
    return json.loads(done.stdout.strip().splitlines()[-1])


def interpreter_for(script, workload):
    """The first Python that has the peer's libraries: this one, or the system's, which Debian's packages are for."""
    missing = None
    for python in dict.fromkeys((sys.executable, "/usr/bin/python3")):
        if not pathlib.Path(python).exists():
            continue
        try:
            return python, run_json([python, HERE / script, "--workload", workload, "--list-modes"])
        except PeerMissing as error:
            missing = error
    raise missing


def speed(figures, name):
    """Greater is faster, whatever the unit."""
    return figures[name] if name == "samples_per_second" else 1 / figures[name]


def measure_ours(options, workload, name):
    command = [options.hourglass, "bench", "--workload", workload, "--threads", str(options.threads), "--seconds",
               str(options.seconds), "--json"]
    return speed(run_json(command), name)


def core_types():
    """OpenBLAS's own choice, and what else this processor can run."""
    try:
        flags = set(pathlib.Path("/proc/cpuinfo").read_text(encoding="utf-8").split())
    except OSError:
        flags = set()
    return [ITS_OWN_CHOICE] + [name for name, needed in CORE_TYPES.items() if needed in flags]


def measure_peer(options, python, workload, mode, threads, core_type):
    script, name = WORKLOADS[workload]
    return speed(run_json([python, HERE / script, "--workload", workload, "--mode", mode, "--threads", str(threads),
                           "--seconds", str(options.seconds)], core_type), name)


def processor():
    """Its name and, because clouds give many the same one, its family and model."""
    try:
        lines = pathlib.Path("/proc/cpuinfo").read_text(encoding="utf-8").split("\n\n")[0].splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    fields = {key.strip(): value.strip() for key, _, value in (line.partition(":") for line in lines)}
    return (f"{fields.get('model name', platform.machine())}, family {fields.get('cpu family', '?')}, "
            f"model {fields.get('model', '?')}")


def finalists(candidates, first):
    """The two fastest of each kind after the first round."""
    ordered = sorted(candidates, key=first.get, reverse=True)
    kinds = [[c for c in ordered if c[0] != PRELOADED], [c for c in ordered if c[0] == PRELOADED]]
    return [kind[:2] for kind in kinds if kind]


def compare(options, workload):
    """A result for each kind of peer."""
    script, name = WORKLOADS[workload]
    python, modes = interpreter_for(script, workload)
    candidates = list(itertools.product(modes, sorted({1, options.threads}), core_types()))
    kinds = finalists(candidates, {c: measure_peer(options, python, workload, *c) for c in candidates})
    ours, theirs = [], {c: [] for kind in kinds for c in kind}
    for _ in range(options.rounds):
        ours.append(measure_ours(options, workload, name))
        for c in theirs:
            theirs[c].append(measure_peer(options, python, workload, *c))

    def figure(speeds):
        median = statistics.median(speeds)
        return median if name == "samples_per_second" else 1 / median
    for kind in kinds:
        best = max(kind, key=lambda c: statistics.median(theirs[c]))
        ratios = [a / b for a, b in zip(ours, theirs[best])]
        yield {"workload": workload, "figure": name, "hourglass": figure(ours), "peer": figure(theirs[best]),
               "mode": best[0], "threads": options.threads, "peer_threads": best[1],
               "peer_kernels": best[2] or "default", "rounds": options.rounds, "processor": processor(),
               "ratio": statistics.median(ratios), "least": min(ratios), "greatest": max(ratios)}


def compare_losses(options, workload):
    python, _ = interpreter_for(WORKLOADS[workload][0], workload)
    ours = run_json([options.hourglass, "train", "--model", MODELS.get(workload, workload), *RECIPE, "--json"])
    theirs = run_json([python, HERE / WORKLOADS[workload][0], "--workload", workload, "--epochs", "1"])
    return {"workload": workload, "updates": theirs["updates"], "hourglass_test_mse": ours["test_mse"],
            "peer_test_mse": theirs["test_mse"]}


def compare_accuracies(options):
    """Each draws its own labels: of one label a class means of ten draws differ by .02."""
    python, _ = interpreter_for("sklearn_peer.py", "fewlabels")
    theirs = run_json([python, HERE / "sklearn_peer.py", "--workload", "fewlabels", "--accuracies"])
    ours = run_json([options.hourglass, "fewlabels", "--features", "raw,pca", "--json", "--labels",
                     ",".join(map(str, theirs["labels"]))])
    pairs = zip(ours["features"], (theirs["accuracies"][name] for name in ("raw", "pca8")))
    for feature, peer in pairs:
        for count, own, other in zip(theirs["labels"], feature["accuracy"], peer):
            yield {"workload": "fewlabels", "feature": feature["name"], "labels": count, "hourglass_accuracy": own,
                   "peer_accuracy": other}


def rows_of(options, workload):
    if not options.losses:
        return compare(options, workload)
    return compare_accuracies(options) if workload == "fewlabels" else [compare_losses(options, workload)]


def print_row(options, result):
    if options.json:
        print(json.dumps(result), flush=True)
    elif "ratio" in result:
        print(f"{result['workload']:<13}{result['hourglass']:>12.4g} {result['peer']:>12.4g}  {result['figure']:<22}"
              f"{result['mode']:>10} x{result['peer_threads']} {result['peer_kernels']:<9} {result['ratio']:6.2f}x "
              f"({result['least']:.2f} ... {result['greatest']:.2f})", flush=True)
    elif "labels" in result:
        print(f"{result['workload']:<13}{result['hourglass_accuracy']:>12.4f} {result['peer_accuracy']:>12.4f}  "
              f"{result['feature']} with {result['labels']} labels a class", flush=True)
    else:
        print(f"{result['workload']:<13}{result['hourglass_test_mse']:>12.5f} {result['peer_test_mse']:>12.5f}  "
              f"held-out error after {result['updates']} updates", flush=True)


def parse():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--hourglass", default=str(ROOT / "build" / "release" / "app" / "hourglass"))
    parser.add_argument("--workload", default=",".join(WORKLOADS))
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=2)
    parser.add_argument("--losses", action="store_true")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    options.workloads = options.workload.split(",")
    for workload in options.workloads:
        if workload not in WORKLOADS:
            parser.error(f"--workload: {workload} is none of " + ", ".join(WORKLOADS))
    if options.rounds < 5:
        parser.error("--rounds: at least 5")
    if not pathlib.Path(options.hourglass).exists():
        parser.error(f"--hourglass: {options.hourglass} does not exist; ./dev build release makes it")
    return options


def main():
    options = parse()
    load = os.getloadavg()[0]
    if load > 0.5:
        print(f"compare.py: the machine is busy (load {load:.1f}): these ratios mean little", file=sys.stderr)
    if not options.json:
        print(processor())
        print(f"{'workload':<13}{'hourglass':>12} {'peer':>12}")
    for workload in options.workloads:
        if options.losses and workload not in ("linear", "dense", "deep", "conv", "conv-dense", "fewlabels"):
            continue
        try:
            for row in rows_of(options, workload):
                print_row(options, row)
        except PeerMissing as missing:
            print(f"{workload}: passed over: {missing}", file=sys.stderr)


if __name__ == "__main__":
    main()
