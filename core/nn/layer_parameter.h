#pragma once

#include "core/nn/layer_spec.h"

#include <variant>

namespace hg {

/// The two fields that one parameter `padding` stands for.
struct PaddingFields {
    Padding LayerSpec::*h;
    Padding LayerSpec::*w;
};

/// Where LayerSpec keeps a parameter, and so which kind of value it is: a shape, a whole number, one for each
/// axis, paddings, an activation or a truth. Who reads or writes parameters visits these kinds: a new one is
/// a compile error wherever it is not thought of.
using ParameterField = std::variant<Shape LayerSpec::*, int LayerSpec::*, Axes LayerSpec::*, PaddingFields,
                                    Activation LayerSpec::*, bool LayerSpec::*>;

/// Of a side, a row, a kernel: `resolve` bounds their products.
struct WholeRange {
    int least = 1;
    int most = 1'000'000;
};

/// What a user may choose about the layers of a type. Model files read and write layers by it
/// (docs/model-file.md), tests go through it. Its default is LayerSpec's own.
struct LayerParameter {
    const char* name;
    ParameterField field;
    bool isNeeded = false; ///< a description without it is refused
    WholeRange range{};    ///< of every whole number in it
};

} // namespace hg
