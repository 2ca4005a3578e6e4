#!/usr/bin/env python3
"""What scikit-learn and numpy do in the time that `hourglass bench` is given.

    sklearn_peer.py --workload pca|mds|fewlabels [--mode M] [--threads N] [--seconds S] [--accuracies]

pca (seconds): two components of MNIST's 60,000 x 784 in float32. Modes: scikit-learn's solvers `randomized` (its own
choice for these sizes) and `arpack`; `numpy` (covariance and numpy.linalg.eigh), `scipy` (covariance and the two
greatest eigenpairs alone). mds (seconds_per_iteration): scikit-learn's SMACOF on the first 2,000 pictures, from a
random start, in single iterations; mode `smacof`. fewlabels (seconds): LogisticRegression(C=1) on 1, 2, 5, 10, 20,
50 and 100 labels a class, ten draws (as many as the time allows, at least one, and ten times one of them), on raw
pixels and on 8, 64 and 256 principal components, reading the 10,000 test digits each time; modes `float64` and
`float32` of the numbers given; with --accuracies, the means of ten draws instead. numpy must run on OpenBLAS
(libopenblas0-pthread): with Debian's reference BLAS it is some twenty times slower, so that is refused.
"""
import argparse
import itertools
import json
import os
import statistics
import sys
import time
import warnings

import mnist
import openblas

MODES = {"pca": ("randomized", "arpack", "numpy", "scipy"), "mds": ("smacof",), "fewlabels": ("float64", "float32")}
COUNTS = (1, 2, 5, 10, 20, 50, 100)
DRAWS = 10


def parse():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--workload", required=True, choices=MODES)
    parser.add_argument("--mode")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seconds", type=float, default=2)
    parser.add_argument("--accuracies", action="store_true")
    parser.add_argument("--list-modes", action="store_true")
    arguments = parser.parse_args()
    if arguments.mode and arguments.mode not in MODES[arguments.workload]:
        parser.error(f"--mode: {arguments.workload} has " + ", ".join(MODES[arguments.workload]))
    return arguments


def import_libraries(threads):
    """Imports numpy and scikit-learn; the number of threads must stand in the environment before that."""
    for variable in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS"):
        os.environ[variable] = str(threads)
    global numpy, scipy, sklearn
    try:
        import numpy
        import scipy.linalg
        import sklearn.decomposition
        import sklearn.exceptions
        import sklearn.linear_model
        import sklearn.manifold
        import sklearn.metrics
    except ImportError:
        print("sklearn_peer.py: python3-sklearn is not installed", file=sys.stderr)
        sys.exit(openblas.NOT_INSTALLED)
    openblas.require("sklearn_peer.py")


def covariance_of(rows):
    centred = rows - rows.mean(axis=0)
    return centred.T @ centred / numpy.float32(len(rows) - 1)


def fit(mode, rows):
    if mode == "numpy":
        return numpy.linalg.eigh(covariance_of(rows))[1][:, -2:]
    if mode == "scipy":
        last = rows.shape[1] - 1
        return scipy.linalg.eigh(covariance_of(rows), subset_by_index=(last - 1, last))[1]
    return sklearn.decomposition.PCA(2, svd_solver=mode, random_state=1).fit(rows).components_


def pca_time(mode, seconds):
    rows = mnist.pictures()
    fit(mode, rows)
    start, runs = time.perf_counter(), 0
    while time.perf_counter() - start < seconds:
        fit(mode, rows)
        runs += 1
    return {"seconds": (time.perf_counter() - start) / runs}


def mds_time(_, seconds):
    distances = sklearn.metrics.pairwise_distances(mnist.pictures()[:2000].astype(numpy.float64))
    points = numpy.random.RandomState(1).uniform(size=(2000, 2))

    def iterate(count):
        nonlocal points
        points, _, done = sklearn.manifold.smacof(distances, init=points, n_init=1, max_iter=count, eps=-1,
                                                  n_jobs=1, return_n_iter=True, normalized_stress=False)
        return done
    iterate(3)
    start, iterations = time.perf_counter(), 0
    while time.perf_counter() - start < seconds:
        iterations += iterate(20)
    return {"seconds_per_iteration": (time.perf_counter() - start) / iterations}


def readable_features(mode):
    """(name, training rows, test rows), centred and on one scale."""
    train, test = mnist.pictures().astype(numpy.float64), mnist.pictures("test").astype(numpy.float64)
    train, test = train - train.mean(axis=0), test - train.mean(axis=0)
    axes = numpy.linalg.eigh(train.T @ train)[1][:, ::-1]
    found = [("raw", train, test)] + [("pca" + str(k), train @ axes[:, :k], test @ axes[:, :k]) for k in (8, 64, 256)]
    return [(name, *((rows / a.std()).astype(mode) for rows in (a, b))) for name, a, b in found]


def labelled_rows(labels, count, draw):
    random = numpy.random.RandomState(draw)
    return numpy.concatenate([random.permutation(numpy.flatnonzero(labels == c))[:count] for c in range(10)])


def read(train, test, labels, rows, test_labels):
    """The accuracy of one fit; that it stops at its hundredth step is its own choice."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", sklearn.exceptions.ConvergenceWarning)
        model = sklearn.linear_model.LogisticRegression(C=1).fit(train[rows], labels[rows])
    return (model.predict(test) == test_labels).mean()


def few_labels_time(mode, seconds):
    features, labels, test_labels = readable_features(mode), mnist.labels(), mnist.labels("test")
    start, draws = time.perf_counter(), 0
    while draws == 0 or time.perf_counter() - start < seconds:
        for (_, train, test), count in itertools.product(features, COUNTS):
            read(train, test, labels, labelled_rows(labels, count, draws), test_labels)
        draws += 1
    return {"seconds": (time.perf_counter() - start) / draws * DRAWS}


def few_labels_accuracies(mode):
    labels, test_labels = mnist.labels(), mnist.labels("test")
    return {"labels": COUNTS, "accuracies": {
        name: [statistics.mean(read(train, test, labels, labelled_rows(labels, count, draw), test_labels)
                               for draw in range(DRAWS)) for count in COUNTS]
        for name, train, test in readable_features(mode) if name in ("raw", "pca8")}}


def main():
    options = parse()
    import_libraries(options.threads)
    if options.list_modes:
        print(json.dumps(MODES[options.workload]))
        return
    mode = options.mode or MODES[options.workload][0]
    measure = {"pca": pca_time, "mds": mds_time, "fewlabels": few_labels_time}[options.workload]
    if options.accuracies:
        print(json.dumps(few_labels_accuracies(mode)))
        return
    peer = "numpy " + numpy.__version__ if mode in ("numpy", "scipy") else "scikit-learn " + sklearn.__version__
    print(json.dumps({"peer": peer, "workload": options.workload, "mode": mode, "threads": options.threads,
                      **measure(mode, options.seconds)}))


if __name__ == "__main__":
    main()
