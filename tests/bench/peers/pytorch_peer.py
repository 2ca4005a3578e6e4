#!/usr/bin/env python3
"""What PyTorch does in the time that `hourglass bench` is given: the same networks, batches and optimiser.

    pytorch_peer.py --workload linear|dense|deep|conv|conv-dense|conv1d|decode-dense|decode-conv|encode-conv
                    [--mode M] [--threads N] [--seconds S] [--epochs N]

Training (samples_per_second): batch 128, Adam 1e-3, mean squared error, float32, all data in one tensor, a new order
an epoch. Modes: `eager` (Adam one parameter at a time), `foreach` (Adam over lists), `traced` (network and loss as
TorchScript, Adam over lists), `preloaded` (the same with an epoch's batches cut beforehand and used again and again,
which no training would do: gathering costs it nothing). Decoding one code (microseconds) and encoding 10,000 pictures in one batch
(milliseconds), both in inference mode: `eager`, `frozen` (traced and frozen TorchScript). With --epochs, training
runs so many epochs of MNIST instead and prints the held-out error, to be held against `hourglass train`.
"""
import argparse
import json
import math
import sys
import time

import mnist
import openblas

try:
    import torch
    import torch.nn.functional as F
    from torch import nn
except ImportError:
    print("pytorch_peer.py: python3-torch is not installed", file=sys.stderr)
    sys.exit(openblas.NOT_INSTALLED)
openblas.require("pytorch_peer.py")

WARM_UP = 50
BATCH = 128
LEAK = 0.1
TRAINING = ("linear", "dense", "deep", "conv", "conv-dense", "conv1d")
INFERENCE = ("decode-dense", "decode-conv", "encode-conv")


def modes(workload):
    return ("eager", "foreach", "traced", "preloaded") if workload in TRAINING else ("eager", "frozen")


def glorot(network):
    """Glorot-uniform weights and biases of zero, as the program starts."""
    for module in network.modules():
        if hasattr(module, "weight"):
            torch.nn.init.xavier_uniform_(module.weight)
            torch.nn.init.zeros_(module.bias)
    return network


def leaky():
    return nn.LeakyReLU(LEAK)


def encoder_of(name):
    if name == "deep":
        return nn.Sequential(nn.Linear(784, 256), leaky(), nn.Linear(256, 128), leaky(), nn.Linear(128, 32), leaky(),
                             nn.Linear(32, 2))
    if name == "conv-dense":
        return nn.Sequential(nn.Unflatten(1, (1, 28, 28)),
                             nn.Conv2d(1, 8, 4, stride=2, padding=1), leaky(),
                             nn.Conv2d(8, 16, 4, stride=2, padding=1), leaky(),
                             nn.Flatten(), nn.Linear(784, 64), leaky(), nn.Linear(64, 2))
    if name == "linear":
        return nn.Sequential(nn.Linear(784, 2))
    if name == "dense":
        return nn.Sequential(nn.Linear(784, 256), nn.ReLU(), nn.Linear(256, 64), nn.ReLU(), nn.Linear(64, 2))
    if name == "conv":
        return nn.Sequential(nn.Unflatten(1, (1, 28, 28)),
                             nn.Conv2d(1, 8, 3, stride=2, padding=1), nn.ReLU(),
                             nn.Conv2d(8, 16, 3, stride=2, padding=1), nn.ReLU(),
                             nn.Flatten(), nn.Linear(784, 2))
    return nn.Sequential(nn.Unflatten(1, (1, 256)),
                         nn.Conv1d(1, 8, 9, stride=2, padding=4), nn.ReLU(),
                         nn.Conv1d(8, 16, 9, stride=2, padding=4), nn.ReLU(),
                         nn.Flatten(), nn.Linear(1024, 2))


def decoder_of(name):
    if name == "deep":
        return nn.Sequential(nn.Linear(2, 32), leaky(), nn.Linear(32, 128), leaky(), nn.Linear(128, 256), leaky(),
                             nn.Linear(256, 784), nn.Sigmoid())
    if name == "conv-dense":
        return nn.Sequential(nn.Linear(2, 64), leaky(), nn.Linear(64, 784), leaky(), nn.Unflatten(1, (16, 7, 7)),
                             nn.ConvTranspose2d(16, 8, 4, stride=2, padding=1), leaky(),
                             nn.ConvTranspose2d(8, 1, 4, stride=2, padding=1), nn.Sigmoid(), nn.Flatten())
    if name == "linear":
        return nn.Sequential(nn.Linear(2, 784))
    if name == "dense":
        return nn.Sequential(nn.Linear(2, 64), nn.ReLU(), nn.Linear(64, 256), nn.ReLU(), nn.Linear(256, 784),
                             nn.Sigmoid())
    if name == "conv":
        return nn.Sequential(nn.Linear(2, 784), nn.ReLU(), nn.Unflatten(1, (16, 7, 7)),
                             nn.ConvTranspose2d(16, 8, 3, stride=2, padding=1, output_padding=1), nn.ReLU(),
                             nn.ConvTranspose2d(8, 1, 3, stride=2, padding=1, output_padding=1), nn.Sigmoid(),
                             nn.Flatten())
    return nn.Sequential(nn.Linear(2, 1024), nn.ReLU(), nn.Unflatten(1, (16, 64)),
                         nn.ConvTranspose1d(16, 8, 9, stride=2, padding=4, output_padding=1), nn.ReLU(),
                         nn.ConvTranspose1d(8, 1, 9, stride=2, padding=4, output_padding=1), nn.Flatten())


def waves(count=10000, length=256):
    """Series of two waves each, from 0 to 1."""
    at = torch.arange(length) * (2 * math.pi / length)
    slow, fast = 1 + 4 * torch.rand(count, 1), 5 + 15 * torch.rand(count, 1)
    return 0.5 + 0.25 * (torch.sin(slow * at) + torch.sin(fast * at))


def training_data(workload):
    if workload == "conv1d":
        return waves()
    rows = torch.from_numpy(mnist.pictures())
    return rows - rows.mean(0) if workload == "linear" else rows


class Error(nn.Module):
    """The network together with its loss, so that one trace holds both."""

    def __init__(self, network):
        super().__init__()
        self.network = network

    def forward(self, batch):
        return F.mse_loss(self.network(batch), batch)


class Step:
    """One update after another: its own shuffled order, network and optimiser."""

    def __init__(self, workload, mode, rows):
        self.rows = rows
        self.order, self.at = torch.randperm(len(rows)), 0
        self.batches = None
        if mode == "preloaded":
            self.batches = [rows[self.order[i:i + BATCH]] for i in range(0, len(rows) - BATCH + 1, BATCH)]
        self.network = glorot(nn.Sequential(encoder_of(workload), decoder_of(workload)))
        self.optimizer = torch.optim.Adam(self.network.parameters(), lr=1e-3, foreach=mode != "eager")
        self.error = Error(self.network)
        if mode in ("traced", "preloaded"):
            self.error = torch.jit.trace(self.error, rows[:BATCH])

    def next_batch(self):
        if self.batches:
            self.at = (self.at + 1) % len(self.batches)
            return self.batches[self.at]
        if self.at >= len(self.rows):
            self.order, self.at = torch.randperm(len(self.rows)), 0
        self.at += BATCH
        return self.rows[self.order[self.at - BATCH:self.at]]

    def __call__(self):
        batch = self.next_batch()
        self.optimizer.zero_grad(set_to_none=True)
        self.error(batch).backward()
        self.optimizer.step()
        return len(batch)


def training_speed(workload, mode, seconds):
    step = Step(workload, mode, training_data(workload))
    for _ in range(WARM_UP):
        step()
    start, samples = time.perf_counter(), 0
    while time.perf_counter() - start < seconds:
        samples += step()
    return {"samples_per_second": samples / (time.perf_counter() - start)}


def held_out_error(workload, mode, epochs):
    if workload == "conv1d":
        sys.exit("pytorch_peer.py: --epochs: conv1d trains on made-up waves; choose one that trains on MNIST")
    if mode == "preloaded":
        sys.exit("pytorch_peer.py: --epochs: preloaded goes through one order only; choose another mode")
    step = Step(workload, mode, training_data(workload))
    updates = 0
    while updates < epochs * math.ceil(len(step.rows) / BATCH):
        step()
        updates += 1
    test = torch.from_numpy(mnist.pictures("test"))
    if workload == "linear":
        test = test - torch.from_numpy(mnist.pictures()).mean(0)
    with torch.inference_mode():
        return {"epochs": epochs, "updates": updates, "test_mse": F.mse_loss(step.network(test), test).item()}


def seconds_each(seconds, work):
    for _ in range(3):
        work()
    start, runs = time.perf_counter(), 0
    while time.perf_counter() - start < seconds:
        work()
        runs += 1
    return (time.perf_counter() - start) / runs


def inference(network, mode, example):
    network = glorot(network).eval()
    return torch.jit.freeze(torch.jit.trace(network, example)) if mode == "frozen" else network


def inference_time(workload, mode, seconds):
    task, name = workload.split("-")
    with torch.inference_mode():
        if task == "encode":
            rows = torch.from_numpy(mnist.pictures())[:10000]
            encoder = inference(encoder_of(name), mode, rows)
            return {"milliseconds": 1e3 * seconds_each(seconds, lambda: encoder(rows))}
        code = torch.tensor([[0.25, -0.5]])
        decoder = inference(decoder_of(name), mode, code)

        def hundred():
            for _ in range(100):
                decoder(code)
        return {"microseconds": 1e4 * seconds_each(seconds, hundred)}


def parse():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--workload", required=True, choices=TRAINING + INFERENCE)
    parser.add_argument("--mode")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seconds", type=float, default=2)
    parser.add_argument("--epochs", type=int, help="train so long and print the held-out error")
    parser.add_argument("--list-modes", action="store_true")
    arguments = parser.parse_args()
    if arguments.mode and arguments.mode not in modes(arguments.workload):
        parser.error(f"--mode: {arguments.workload} has " + ", ".join(modes(arguments.workload)))
    return arguments


def main():
    options = parse()
    if options.list_modes:
        print(json.dumps(modes(options.workload)))
        return
    torch.set_num_threads(options.threads)
    torch.manual_seed(1)
    mode = options.mode or ("traced" if options.workload in TRAINING else "frozen")
    if options.epochs:
        figures = held_out_error(options.workload, mode, options.epochs)
    elif options.workload in TRAINING:
        figures = training_speed(options.workload, mode, options.seconds)
    else:
        figures = inference_time(options.workload, mode, options.seconds)
    print(json.dumps({"peer": f"pytorch {torch.__version__}", "workload": options.workload, "mode": mode,
                      "threads": options.threads, **figures}))


if __name__ == "__main__":
    main()
