#pragma once

#include "core/nn/layer_spec.h"

namespace hg {

/// f(z). The exponential unit is ELU with α = 1 (Clevert, Unterthiner, Hochreiter 2015, equation 1).
double activate(Activation activation, double z);

/// f′(z), written in terms of y = f(z): every activation here allows it, so no layer keeps its z.
double activationSlope(Activation activation, double y);

/// log(1 + e^z), without overflow for any z: −log of a sigmoid's complement.
double softplus(double z);

} // namespace hg
