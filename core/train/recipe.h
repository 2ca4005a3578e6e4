#pragma once

#include "core/engine/optimizer.h"
#include "core/nn/reference.h"
#include "core/train/noise.h"
#include "core/util/result.h"

#include <cstdint>

namespace hg {

enum class Schedule { Constant, Cosine };

/// How a network is trained: everything that, with the data and the network, fixes each number of a run.
struct Recipe {
    OptimizerKind optimizer = OptimizerKind::Adam;
    double learningRate = 1e-3;
    Schedule schedule = Schedule::Constant;
    double momentum = 0; ///< SGD only
    double weightDecay =
        0;               ///< λ: decoupled under AdamW, otherwise added to the gradient (see OptimizerChoice)
    double clipNorm = 0; ///< greatest norm of the whole gradient (see clippingScale); 0: no clipping
    int warmUp = 0;      ///< updates over which the learning rate rises, before the schedule begins
    Loss loss = Loss::Mse;
    int batch = 128;
    int epochs = 5;
    std::uint64_t seed = 1;
    Initialisation initialisation = Initialisation::Glorot;
    Noise noise{}; ///< on the inputs alone
    /// Adds the loss of every shorter code (later numbers set to 0): aligns the code's axes with the
    /// principal ones. Source: nested dropout, deterministic form: Bao, Lucas, Sachdeva, Grosse, arXiv
    /// 2007.06731, section 4.
    bool isOrdered = false;
    bool operator==(const Recipe&) const = default;
};

/// Errors: BadValue with `where` naming the field and the accepted range in `numbers` (a block's: what the
/// input has room for); SigmoidNeeded for
/// binary cross-entropy on another output; ScoresNeeded for softmax cross-entropy on anything but the linear
/// output of a classifier, and for another loss on a classifier.
Result<void> validate(const Recipe& recipe, const Network& network);

/// The learning rate of update `update` (from 0) of `total`. Warm-up over W updates: lr·(update + 1)/W (Goyal
/// et al., arXiv 1706.02677, section 2.2); then, counted from there, constant or cosine: lr·(1 +
/// cos(π·(update − W)/(total − W)))/2 (Loshchilov and Hutter 2017, equation 5, one period, down to 0).
double learningRateAt(const Recipe& recipe, int update, int total);

} // namespace hg
