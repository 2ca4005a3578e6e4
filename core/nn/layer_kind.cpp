#include "core/nn/layer_kind.h"

#include "core/nn/layer_kinds_detail.h"

#include <array>

namespace hg {

// An explicit table: registrars in a static library would be dropped by the linker.
std::span<const LayerKind> layerKinds()
{
    static const std::array<LayerKind, 3> table{layers::denseKind, layers::convKind,
                                                layers::convTransposedKind};
    return table;
}

const LayerKind& layerKind(LayerType type)
{
    return layerKinds()[static_cast<std::size_t>(type)];
}

LayerSpec dense(int units, Activation activation)
{
    return dense(Shape{units, 1, 1}, activation);
}

LayerSpec dense(Shape units, Activation activation)
{
    return {.type = LayerType::Dense, .units = units, .activation = activation};
}

LayerSpec conv(int filters, int kernel, int stride, Activation activation)
{
    return {.type = LayerType::Conv,
            .filters = filters,
            .kernel = {kernel, kernel},
            .stride = {stride, stride},
            .padding = {Padding::Kind::Same},
            .activation = activation};
}

LayerSpec convTransposed(int filters, int kernel, int stride, Activation activation)
{
    LayerSpec spec = conv(filters, kernel, stride, activation);
    spec.type = LayerType::ConvTransposed;
    return spec;
}

} // namespace hg
