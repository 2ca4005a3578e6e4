#pragma once

#include "core/nn/layer_kind.h"

namespace hg::test {

/// Gives `to` the value that the parameter has in `from`.
inline void copyParameter(const LayerParameter& parameter, const LayerSpec& from, LayerSpec& to)
{
    const auto copy = [&](auto field) { to.*field = from.*field; };
    std::visit(
        [&](auto field) {
            if constexpr (std::is_same_v<decltype(field), PaddingFields>) {
                copy(field.h);
                copy(field.w);
            } else {
                copy(field);
            }
        },
        parameter.field);
}

inline LayerSpec withDefault(LayerSpec spec, const LayerParameter& parameter)
{
    copyParameter(parameter, LayerSpec(), spec);
    return spec;
}

/// The spec with those fields alone that its type has parameters for; the others are their defaults.
inline LayerSpec withOwnFields(const LayerSpec& spec)
{
    LayerSpec own{.type = spec.type};
    for (const LayerParameter& parameter : layerKind(spec.type).parameters)
        copyParameter(parameter, spec, own);
    return own;
}

/// A layer of that type, none of whose parameters has its default, that fits on a few channels of 4×6 cells
/// or more.
inline LayerSpec exampleOf(LayerType type, Activation activation)
{
    return withOwnFields({.type = type,
                          .units = {3, 8, 6},
                          .filters = 2,
                          .kernel = {3, 2},
                          .stride = {2, 2},
                          .dilation = {1, 2},
                          .paddingH = {Padding::Kind::Same},
                          .paddingW = {Padding::Kind::Explicit, 1, 2},
                          .activation = activation,
                          .hasBias = false});
}

} // namespace hg::test
