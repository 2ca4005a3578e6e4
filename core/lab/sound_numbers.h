#pragma once

#include "core/lab/conv_scene.h"
#include "core/lab/sound_scene.h"

namespace hg {

/// A stretch of a sound as numbers of which each is seen.
struct SoundNumbers {
    /// What had to be done to a filter of more than `largestKernel` taps.
    enum class Change { None, MiddleTaken, EchoShortened };

    ConvScene scene;
    Change change = Change::None;
};

/// Up to `largestSide` samples from that second on, in thousandths, under the figure's filter and stride. Of
/// a long filter the middle taps are taken; an echo or a comb, whose middle is empty, is replaced by a
/// shorter one.
SoundNumbers numbersAt(const SoundFigure& figure, double second);

} // namespace hg
