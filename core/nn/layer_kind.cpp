#include "core/nn/layer_kind.h"

#include "core/nn/layer_kinds_detail.h"

#include <algorithm>
#include <array>

namespace hg {

// An explicit table: registrars in a static library would be dropped by the linker.
std::span<const LayerKind> layerKinds()
{
#define HG_KIND(Name, name) layers::name##Kind,
    static const std::array table{HG_LAYER_TYPES(HG_KIND)};
#undef HG_KIND
    return table;
}

const LayerKind& layerKind(LayerType type)
{
    return layerKinds()[static_cast<std::size_t>(type)];
}

const LayerParameter* findParameter(const LayerKind& kind, std::string_view name)
{
    const auto it = std::find_if(kind.parameters.begin(), kind.parameters.end(),
                                 [&](const LayerParameter& p) { return p.name == name; });
    return it == kind.parameters.end() ? nullptr : &*it;
}

LayerSpec dense(int units, Activation activation)
{
    return dense(Shape{units, 1, 1}, activation);
}

LayerSpec dense(Shape units, Activation activation)
{
    return {.type = LayerType::Dense, .units = units, .activation = activation};
}

LayerSpec conv(int filters, Axes kernel, Axes stride, Activation activation)
{
    return {.type = LayerType::Conv,
            .filters = filters,
            .kernel = kernel,
            .stride = stride,
            .paddingH = {Padding::Kind::Same},
            .paddingW = {Padding::Kind::Same},
            .activation = activation};
}

LayerSpec convTransposed(int filters, Axes kernel, Axes stride, Activation activation)
{
    LayerSpec spec = conv(filters, kernel, stride, activation);
    spec.type = LayerType::ConvTransposed;
    return spec;
}

LayerSpec conv(int filters, int kernel, int stride, Activation activation)
{
    return conv(filters, Axes{kernel, kernel}, Axes{stride, stride}, activation);
}

LayerSpec convTransposed(int filters, int kernel, int stride, Activation activation)
{
    return convTransposed(filters, Axes{kernel, kernel}, Axes{stride, stride}, activation);
}

LayerSpec maxPool(Axes size)
{
    return {.type = LayerType::MaxPool, .kernel = size, .stride = size};
}

LayerSpec averagePool(Axes size)
{
    return {.type = LayerType::AveragePool, .kernel = size, .stride = size};
}

LayerSpec upsample(Axes factor)
{
    return {.type = LayerType::Upsample, .stride = factor};
}

LayerSpec conv1d(int filters, int kernel, int stride, Activation activation)
{
    return conv(filters, Axes{1, kernel}, Axes{1, stride}, activation);
}

LayerSpec convTransposed1d(int filters, int kernel, int stride, Activation activation)
{
    return convTransposed(filters, Axes{1, kernel}, Axes{1, stride}, activation);
}

LayerSpec maxPool1d(int size)
{
    return maxPool({1, size});
}

LayerSpec averagePool1d(int size)
{
    return averagePool({1, size});
}

LayerSpec upsample1d(int factor)
{
    return upsample({1, factor});
}

} // namespace hg
