#!/usr/bin/env python3
"""Trains small networks in PyTorch, in double, and stores their loss curves for tests/core/tst_pytorch.cpp.

    python3 tests/golden/make_pytorch_vectors.py > tests/golden/vectors/pytorch_training.json

Needs python3-torch and python3-numpy; the program and its tests need neither. Weights and data are not stored:
both sides compute them from Philox4x32-10 (core/util/rng.h), written down a second time here.

    weights of layer l, element i:  float((2u - 1) * sqrt(6 / (fan_in + fan_out))), u of (seed 1, purpose 1, index l)
    biases of layer l, element i:   float((2u - 1) * 0.1),                          u of (seed 1, purpose 200, index l)
    number f of sample i:           float((s p1 + (1 - s) p2 + r p3) / 2), where s and r are element i of (seed 1,
                                    purpose 201, index 0 and 1), p1 p2 p3 element f of (seed 1, purpose 202, index 0 1 2)
    class of sample i:              floor(10 s)

Update t (from 0) of 50 takes samples t * batch + j, j = 0 ... batch - 1.
"""
import json
import math
import sys

import numpy
import torch
import torch.nn.functional as F

UPDATES = 50
torch.set_default_dtype(torch.float64)


def uniform(purpose, index, count, first=0):
    """Elements first ... first + count - 1 of hg::Random(1, purpose, index).uniform."""
    low32 = numpy.uint64(0xFFFFFFFF)
    shift = numpy.uint64(32)
    i = numpy.arange(first, first + count, dtype=numpy.uint64)
    c = [i & low32, i >> shift, numpy.full_like(i, index), numpy.full_like(i, purpose)]
    key = [1, 0]
    for _ in range(10):
        p0, p1 = numpy.uint64(0xD2511F53) * c[0], numpy.uint64(0xCD9E8D57) * c[2]
        c = [(p1 >> shift) ^ c[1] ^ numpy.uint64(key[0]), p1 & low32,
             (p0 >> shift) ^ c[3] ^ numpy.uint64(key[1]), p0 & low32]
        key = [(key[0] + 0x9E3779B9) & 0xFFFFFFFF, (key[1] + 0xBB67AE85) & 0xFFFFFFFF]
    return (((c[0] << shift) | c[1]) >> numpy.uint64(11)).astype(numpy.float64) * 2.0 ** -53


def as_float(numbers):
    return torch.from_numpy(numbers.astype(numpy.float32).astype(numpy.float64))


def samples(shape, first, count):
    """Rows first ... first + count - 1 of the data and their classes."""
    features = int(numpy.prod(shape))
    s, r = (uniform(201, index, count, first) for index in (0, 1))
    p1, p2, p3 = (uniform(202, index, features) for index in (0, 1, 2))
    rows = (numpy.outer(s, p1) + numpy.outer(1 - s, p2) + numpy.outer(r, p3)) / 2
    return as_float(rows).reshape(count, *shape), torch.from_numpy((10 * s).astype(numpy.int64))


ACTIVATIONS = {
    "linear": lambda z: z, "tanh": torch.tanh, "sigmoid": torch.sigmoid, "relu": torch.relu,
    "leaky": lambda z: F.leaky_relu(z, 0.1), "elu": F.elu,
}


class Layer:
    """One layer on (N, C, H, W). `parameters` are its weight and bias, or nothing."""
    parameters = ()
    activation = "linear"

    def make_parameters(self, index, weight_shape, biases, fan_in, fan_out):
        limit = math.sqrt(6 / (fan_in + fan_out))
        weights = (2 * uniform(1, index, int(numpy.prod(weight_shape))) - 1) * limit
        bias = (2 * uniform(200, index, biases) - 1) * 0.1
        self.parameters = (as_float(weights).reshape(weight_shape).requires_grad_(),
                           as_float(bias).requires_grad_())

    def __call__(self, x):
        self.sums = self.forward(x)
        return ACTIVATIONS[self.activation](self.sums)


class Dense(Layer):
    def __init__(self, shape, activation):
        self.shape, self.activation = ((shape, 1, 1) if isinstance(shape, int) else shape), activation

    def build(self, index, shape):
        inputs, outputs = int(numpy.prod(shape)), int(numpy.prod(self.shape))
        self.make_parameters(index, (outputs, inputs), outputs, inputs, outputs)
        return self.shape

    def forward(self, x):
        return F.linear(x.flatten(1), *self.parameters).reshape(-1, *self.shape)


def keras_same(n, effective_kernel, stride):
    total = max((math.ceil(n / stride) - 1) * stride + effective_kernel - n, 0)
    return total // 2, total - total // 2


class Conv(Layer):
    """`padding`: None for Keras's 'same', or (top, bottom, left, right)."""
    def __init__(self, filters, kernel, stride, activation, padding=None, dilation=(1, 1)):
        self.filters, self.kernel, self.stride = filters, kernel, stride
        self.activation, self.padding, self.dilation = activation, padding, dilation

    def build(self, index, shape):
        area = self.kernel[0] * self.kernel[1]
        self.make_parameters(index, (self.filters, shape[0], *self.kernel), self.filters,
                             area * shape[0], area * self.filters)
        if self.padding is None:
            sides = [keras_same(shape[1 + a], (self.kernel[a] - 1) * self.dilation[a] + 1, self.stride[a])
                     for a in (0, 1)]
            self.padding = (*sides[0], *sides[1])
        with torch.no_grad():
            return tuple(self.forward(torch.zeros(1, *shape)).shape[1:])

    def forward(self, x):
        top, bottom, left, right = self.padding
        return F.conv2d(F.pad(x, (left, right, top, bottom)), *self.parameters, stride=self.stride,
                        dilation=self.dilation)


class ConvTransposed(Layer):
    """`crop`: None for Keras's 'same', or (top, bottom, left, right)."""
    def __init__(self, filters, kernel, stride, activation, crop=None):
        self.filters, self.kernel, self.stride = filters, kernel, stride
        self.activation, self.crop = activation, crop

    def build(self, index, shape):
        area = self.kernel[0] * self.kernel[1]
        self.make_parameters(index, (shape[0], self.filters, *self.kernel), self.filters,
                             area * shape[0], area * self.filters)
        with torch.no_grad():
            return tuple(self.forward(torch.zeros(1, *shape)).shape[1:])

    def forward(self, x):
        y = F.conv_transpose2d(x, self.parameters[0], stride=self.stride)
        for axis in (2, 3):
            k, s, n = self.kernel[axis - 2], self.stride[axis - 2], x.shape[axis]
            if self.crop is None:
                y = y.narrow(axis, max((k - s) // 2, 0), n * s)
            else:
                before, after = self.crop[2 * (axis - 2):2 * (axis - 1)]
                y = y.narrow(axis, before, y.shape[axis] - before - after)
        return y + self.parameters[1].reshape(1, -1, 1, 1)


class MaxPool(Layer):
    def __init__(self, size):
        self.size = size

    def build(self, index, shape):
        return shape[0], shape[1] // self.size[0], shape[2] // self.size[1]

    def forward(self, x):
        return F.max_pool2d(x, self.size)


class AveragePoolSame(Layer):
    """Overlapping windows, Keras's 'same': divides by the cells inside the input."""
    def __init__(self, size, stride):
        self.size, self.stride = size, stride

    def build(self, index, shape):
        h, w = (keras_same(shape[1 + a], self.size[a], self.stride[a]) for a in (0, 1))
        self.sides = (*w, *h)
        return shape[0], math.ceil(shape[1] / self.stride[0]), math.ceil(shape[2] / self.stride[1])

    def forward(self, x):
        def mean(values):
            return F.avg_pool2d(F.pad(values, self.sides), self.size, self.stride)
        return mean(x) / mean(torch.ones_like(x))


class Upsample(Layer):
    def __init__(self, factor):
        self.factor = factor

    def build(self, index, shape):
        return shape[0], shape[1] * self.factor[0], shape[2] * self.factor[1]

    def forward(self, x):
        return F.interpolate(x, scale_factor=tuple(float(f) for f in self.factor), mode="nearest")


def square(cls, filters, kernel, stride, activation):
    return cls(filters, (kernel, kernel), (stride, stride), activation)


def line(cls, filters, kernel, stride, activation):
    return cls(filters, (1, kernel), (1, stride), activation)


def dense_model():
    return [Dense(256, "relu"), Dense(64, "relu"), Dense(2, "linear"), Dense(64, "relu"), Dense(256, "relu"),
            Dense((1, 12, 12), "sigmoid")]


def conv_model():
    return [square(Conv, 8, 3, 2, "relu"), square(Conv, 16, 3, 2, "relu"), Dense(2, "linear"),
            Dense((16, 3, 3), "relu"), square(ConvTransposed, 8, 3, 2, "relu"),
            square(ConvTransposed, 1, 3, 2, "sigmoid")]


def conv1d_model():
    return [line(Conv, 8, 9, 2, "relu"), line(Conv, 16, 9, 2, "relu"), Dense(2, "linear"),
            Dense((16, 1, 64), "relu"), line(ConvTransposed, 8, 9, 2, "relu"),
            line(ConvTransposed, 1, 9, 2, "linear")]


PICTURE = (1, 12, 12)

# name, input, layers, loss, optimiser and its arguments, recipe: the same rows stand in tst_pytorch.cpp.
CASES = [
    ("linear, adam, mse", PICTURE, [Dense(3, "linear"), Dense(PICTURE, "linear")], "mse",
     "Adam", {"lr": 1e-2}, {}),
    ("dense, adam, mse", PICTURE, dense_model(), "mse", "Adam", {"lr": 3e-3}, {}),
    ("dense, adam with decay, bce", PICTURE, dense_model(), "bce", "Adam", {"lr": 1e-3, "weight_decay": 1e-3},
     {"batch": 80}),
    ("conv, adam, mse", PICTURE, conv_model(), "mse", "Adam", {"lr": 3e-3}, {"batch": 80}),
    ("conv, sgd with momentum, bce", PICTURE, conv_model(), "bce", "SGD", {"lr": 0.1, "momentum": 0.9}, {}),
    ("conv1d, adamw, mse", (1, 1, 256), conv1d_model(), "mse", "AdamW", {"lr": 1e-3, "weight_decay": 0.1}, {}),
    ("pooling and upsampling, sgd with momentum and decay, mse", PICTURE,
     [square(Conv, 4, 3, 1, "relu"), MaxPool((2, 2)), AveragePoolSame((3, 3), (2, 1)), Dense(3, "linear"),
      Dense((4, 4, 6), "relu"), Upsample((3, 2)), square(Conv, 1, 3, 1, "linear")], "mse",
     "SGD", {"lr": 0.05, "momentum": 0.9, "weight_decay": 1e-3}, {}),
    ("tanh, elu, leaky relu, sigmoid, adamw, warm-up and cosine, mse", PICTURE,
     [Dense(40, "tanh"), Dense(20, "elu"), Dense(5, "leaky"), Dense(20, "sigmoid"), Dense(PICTURE, "linear")],
     "mse", "AdamW", {"lr": 1e-2, "weight_decay": 0.05}, {"warm_up": 10, "cosine": True}),
    ("odd shapes, dilation, sgd, mse", (2, 9, 7),
     [Conv(3, (3, 2), (2, 1), "tanh", padding=(2, 1, 2, 1), dilation=(2, 1)),
      ConvTransposed(5, (4, 2), (3, 1), "leaky", crop=(1, 1, 0, 1)), Dense((2, 9, 7), "linear")],
     "mse", "SGD", {"lr": 0.1}, {}),
    ("classifier, clipped adam, softmax", PICTURE,
     [square(Conv, 6, 3, 1, "relu"), MaxPool((2, 2)), Dense(16, "relu"), Dense(10, "linear")], "softmax",
     "Adam", {"lr": 1e-2}, {"clip": 0.5, "batch": 80}),
]


def loss_of(kind, sums, outputs, target):
    if kind == "mse":
        return F.mse_loss(outputs, target)
    if kind == "bce":
        return F.binary_cross_entropy_with_logits(sums, target)
    return F.cross_entropy(sums.flatten(1), target)


def learning_rate(base, recipe, update):
    warm_up = recipe.get("warm_up", 0)
    if update < warm_up:
        return base * (update + 1) / warm_up
    if not recipe.get("cosine"):
        return base
    return base * 0.5 * (1 + math.cos(math.pi * (update - warm_up) / (UPDATES - warm_up)))


def train(shape, layers, loss_kind, optimizer, arguments, recipe):
    built = shape
    for index, layer in enumerate(layers):
        built = layer.build(index, built)
    assert loss_kind == "softmax" or built == shape, (built, shape)
    parameters = [p for layer in layers for p in layer.parameters]
    update_rule = getattr(torch.optim, optimizer)(parameters, **arguments)
    batch = recipe.get("batch", 20)
    losses = []
    for t in range(UPDATES):
        x, labels = samples(shape, t * batch, batch)
        outputs = x
        for layer in layers:
            outputs = layer(outputs)
        loss = loss_of(loss_kind, layers[-1].sums, outputs, labels if loss_kind == "softmax" else x)
        for group in update_rule.param_groups:
            group["lr"] = learning_rate(arguments["lr"], recipe, t)
        update_rule.zero_grad(set_to_none=True)
        loss.backward()
        if "clip" in recipe:
            torch.nn.utils.clip_grad_norm_(parameters, recipe["clip"])
        update_rule.step()
        losses.append(loss.item())
    return losses, math.sqrt(sum((p.detach() ** 2).sum().item() for p in parameters))


def main():
    cases = []
    for name, *case in CASES:
        losses, norm = train(*case)
        print(f"{name}: {losses[0]:.5f} -> {losses[-1]:.5f}", file=sys.stderr)
        cases.append({"name": name, "losses": losses, "parameter_norm": norm})
    document = {"made_with": f"PyTorch {torch.__version__}, float64", "cases": cases}
    print(json.dumps(document, indent=None, separators=(",", ":")).replace('{"name"', '\n{"name"'))


main()
