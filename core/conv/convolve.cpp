#include "core/conv/convolve.h"

#include <algorithm>
#include <limits>

namespace hg {
namespace {

double biasOf(std::span<const double> bias, int filter)
{
    return bias.empty() ? 0.0 : bias[static_cast<std::size_t>(filter)];
}

/// Calls visit(row tap, column tap) for every tap of one output cell that meets an input, in the order in
/// which sumBehind() lists its terms.
template <class Visitor>
void forEachReadTap(const ConvGeometry& geometry, int row, int column, const Visitor& visit)
{
    forEachTap(geometry.h, row, [&](const Tap& r) {
        if (r.source == Tap::none) return;
        forEachTap(geometry.w, column, [&](const Tap& c) {
            if (c.source != Tap::none) visit(r, c);
        });
    });
}

struct WindowPool {
    double sum = 0;
    double greatest = -std::numeric_limits<double>::infinity();
    int count = 0;

    double result(Pooling kind) const
    {
        if (count == 0) return 0;
        return kind == Pooling::Max ? greatest : sum / count;
    }
};

WindowPool poolWindow(const TensorD& input, int channel, const ConvGeometry& geometry, int row, int column)
{
    WindowPool window;
    forEachReadTap(geometry, row, column, [&](const Tap& r, const Tap& c) {
        const double x = input.at(0, channel, r.source, c.source);
        window.sum += x;
        window.greatest = std::max(window.greatest, x);
        ++window.count;
    });
    return window;
}

} // namespace

TensorD convolve(const TensorD& input, const TensorD& kernels, std::span<const double> bias,
                 const ConvGeometry& geometry)
{
    TensorD output(1, {kernels.n, geometry.h.output, geometry.w.output});
    for (int f = 0; f < kernels.n; ++f)
        for (int r = 0; r < geometry.h.output; ++r)
            for (int c = 0; c < geometry.w.output; ++c) {
                double sum = 0;
                for (int ch = 0; ch < input.shape.channels; ++ch)
                    forEachReadTap(geometry, r, c, [&](const Tap& tr, const Tap& tc) {
                        sum +=
                            input.at(0, ch, tr.source, tc.source) * kernels.at(f, ch, tr.kernel, tc.kernel);
                    });
                output.at(0, f, r, c) = sum + biasOf(bias, f);
            }
    return output;
}

TensorD convolveTransposed(const TensorD& input, const TensorD& kernels, std::span<const double> bias,
                           const ConvGeometry& geometry)
{
    const int filters = kernels.shape.channels;
    TensorD output(1, {filters, geometry.h.input, geometry.w.input});
    for (int f = 0; f < filters; ++f) {
        for (int ch = 0; ch < input.shape.channels; ++ch)
            for (int r = 0; r < geometry.h.output; ++r)
                for (int c = 0; c < geometry.w.output; ++c) {
                    const double x = input.at(0, ch, r, c);
                    forEachReadTap(geometry, r, c, [&](const Tap& tr, const Tap& tc) {
                        output.at(0, f, tr.source, tc.source) += x * kernels.at(ch, f, tr.kernel, tc.kernel);
                    });
                }
        const std::size_t plane = output.shape.size() / static_cast<std::size_t>(filters);
        double* first = output.data.data() + static_cast<std::size_t>(f) * plane;
        std::for_each(first, first + plane, [b = biasOf(bias, f)](double& y) { y += b; });
    }
    return output;
}

TensorD pool(const TensorD& input, Pooling kind, const ConvGeometry& geometry)
{
    TensorD output(1, {input.shape.channels, geometry.h.output, geometry.w.output});
    for (int ch = 0; ch < input.shape.channels; ++ch)
        for (int r = 0; r < geometry.h.output; ++r)
            for (int c = 0; c < geometry.w.output; ++c)
                output.at(0, ch, r, c) = poolWindow(input, ch, geometry, r, c).result(kind);
    return output;
}

TensorD turned(const TensorD& kernels)
{
    TensorD result(kernels.n, kernels.shape);
    const Shape s = kernels.shape;
    for (int f = 0; f < kernels.n; ++f)
        for (int ch = 0; ch < s.channels; ++ch)
            for (int r = 0; r < s.height; ++r)
                for (int c = 0; c < s.width; ++c)
                    result.at(f, ch, r, c) = kernels.at(f, ch, s.height - 1 - r, s.width - 1 - c);
    return result;
}

Sum sumBehind(const TensorD& input, const TensorD& kernels, std::span<const double> bias,
              const ConvGeometry& geometry, OutputCell cell)
{
    const auto rows = tapsOfOutput(geometry.h, cell.row), columns = tapsOfOutput(geometry.w, cell.column);
    Sum sum{{}, biasOf(bias, cell.filter), 0};
    for (int ch = 0; ch < input.shape.channels; ++ch)
        for (const Tap& r : rows)
            for (const Tap& c : columns) {
                const bool isRead = r.source != Tap::none && c.source != Tap::none;
                const bool isPadding = !geometry.h.isInside(r.index) || !geometry.w.isInside(c.index);
                sum.terms.push_back({ch, r.index, c.index, r.kernel, c.kernel, isPadding,
                                     isRead ? input.at(0, ch, r.source, c.source) : 0.0,
                                     kernels.at(cell.filter, ch, r.kernel, c.kernel)});
                sum.total += sum.terms.back().product();
            }
    sum.total += sum.bias;
    return sum;
}

Sum sumBehindTransposed(const TensorD& input, const TensorD& kernels, std::span<const double> bias,
                        const ConvGeometry& geometry, OutputCell cell)
{
    const auto rows = tapsOfInput(geometry.h, cell.row), columns = tapsOfInput(geometry.w, cell.column);
    Sum sum{{}, biasOf(bias, cell.filter), 0};
    for (int ch = 0; ch < input.shape.channels; ++ch)
        for (const InputTap& r : rows)
            for (const InputTap& c : columns) {
                sum.terms.push_back({ch, r.output, c.output, r.kernel, c.kernel, false,
                                     input.at(0, ch, r.output, c.output),
                                     kernels.at(ch, cell.filter, r.kernel, c.kernel)});
                sum.total += sum.terms.back().product();
            }
    sum.total += sum.bias;
    return sum;
}

Sum sumBehindPool(const TensorD& input, Pooling kind, const ConvGeometry& geometry, OutputCell cell)
{
    const auto rows = tapsOfOutput(geometry.h, cell.row), columns = tapsOfOutput(geometry.w, cell.column);
    const WindowPool window = poolWindow(input, cell.filter, geometry, cell.row, cell.column);
    Sum sum{{}, 0, window.result(kind)};
    bool foundGreatest = false;
    for (const Tap& r : rows)
        for (const Tap& c : columns) {
            const bool isRead = r.source != Tap::none && c.source != Tap::none;
            const double x = isRead ? input.at(0, cell.filter, r.source, c.source) : 0.0;
            double weight = 0;
            if (isRead && kind == Pooling::Average) weight = 1.0 / window.count;
            if (isRead && kind == Pooling::Max && x == window.greatest && !foundGreatest) {
                weight = 1;
                foundGreatest = true;
            }
            sum.terms.push_back({cell.filter, r.index, c.index, r.kernel, c.kernel, !isRead, x, weight});
        }
    return sum;
}

} // namespace hg
