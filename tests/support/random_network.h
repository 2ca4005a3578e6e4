#pragma once

#include "core/nn/network.h"

#include <QString>

#include <random>

namespace hg::test {

/// Networks of random odd shapes: two layers of any type but Dense between a convolution, whose weights feel
/// them, and a dense end. Some ask for the impossible, e.g. a kernel larger than its input.
class RandomNetworks {
public:
    explicit RandomNetworks(unsigned seed) : m_random(seed) {}

    Network next()
    {
        const Shape input{integer(1, 2), integer(1, 7), integer(2, 8)};
        const int odd = 2 * integer(0, 1) + 1;
        return {.input = input,
                .layers = {conv(integer(1, 3), Axes{1, odd}, Axes{1, 1}, Activation::Tanh), layer(), layer(),
                           dense(input, Activation::Linear)}};
    }

    int integer(int least, int most) { return std::uniform_int_distribution<int>(least, most)(m_random); }

private:
    Axes axes(int most) { return {integer(1, most), integer(1, most)}; }

    Padding padding()
    {
        using enum Padding::Kind;
        static constexpr Padding::Kind kinds[]{Valid, Same, Full, Explicit};
        return {kinds[integer(0, 3)], integer(0, 2), integer(0, 2)};
    }

    LayerSpec layer()
    {
        static constexpr Activation smooth[]{Activation::Linear, Activation::Tanh, Activation::Sigmoid};
        return {.type = static_cast<LayerType>(integer(1, static_cast<int>(layerKinds().size()) - 1)),
                .filters = integer(1, 3),
                .kernel = axes(4),
                .stride = axes(3),
                .dilation = axes(2),
                .paddingH = padding(),
                .paddingW = padding(),
                .activation = smooth[integer(0, 2)],
                .hasBias = integer(0, 3) > 0};
    }

    std::mt19937 m_random;
};

inline QString describe(const Network& network)
{
    const auto pair = [](Axes a) { return QStringLiteral("%1,%2").arg(a.h).arg(a.w); };
    const Shape in = network.input;
    QString text = QStringLiteral("input %1x%2x%3").arg(in.channels).arg(in.height).arg(in.width);
    for (const LayerSpec& s : network.layers)
        text += QStringLiteral("; %1 filters %2 kernel %3 stride %4 dilation %5")
                    .arg(QString::fromLatin1(layerKind(s.type).id))
                    .arg(s.filters)
                    .arg(pair(s.kernel), pair(s.stride), pair(s.dilation));
    return text;
}

} // namespace hg::test
