#pragma once

#include "core/lab/lab_state.h"

#include <span>
#include <string_view>

namespace hg {

/// A named example of the convolution labs; ui/theme/example_text has its name and a sentence about it.
struct ConvPreset {
    const char* id;
    bool isShown; ///< in the gallery of its lab: the ten that tell most
    ConvScene (*make)();
    ConvView view{}; ///< that it opens with
};

/// The pictures of "A guide to convolution arithmetic for deep learning" (Dumoulin and Visin 2016), the
/// lecture's examples and our own, of both labs: make().axes tells which.
std::span<const ConvPreset> convPresets();
const ConvPreset* findConvPreset(std::string_view id);

} // namespace hg
