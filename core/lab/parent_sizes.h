#pragma once

#include "core/lab/conv_scene.h"

#include <optional>

namespace hg {

/// Neighbouring sizes that a direct layer takes to one and the same: rounding down forgets which it was, and
/// the transposed layer's output padding says it (Dumoulin and Visin, "A guide to convolution arithmetic for
/// deep learning", 2016, relation 14).
struct ParentSizes {
    int first = 0;  ///< what output padding 0 leads back to
    int count = 0;  ///< the stride
    int result = 0; ///< what the direct layer makes of each of them
    bool operator==(const ParentSizes&) const = default;
};

/// Of an axis of a transposed convolution with that output padding; nothing at stride 1, which forgets
/// nothing, or where a parent would be empty.
std::optional<ParentSizes> parentSizes(const ConvAxis& transposed, int outputPadding);

} // namespace hg
