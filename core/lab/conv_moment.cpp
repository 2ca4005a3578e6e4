#include "core/lab/conv_moment.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace hg {
namespace {

constexpr double moveEnd = 0.30, multiplyEnd = 0.75;

} // namespace

double eased(double share)
{
    const double x = std::clamp(share, 0.0, 1.0);
    return x * x * (3 - 2 * x);
}

std::size_t ConvMoment::formed(std::size_t count) const
{
    // The small number keeps a share that was made from a whole number of terms from losing the last.
    return termsShare <= 0 ? 0
                           : std::min(count, static_cast<std::size_t>(
                                                 std::ceil(termsShare * static_cast<double>(count) - 1e-6)));
}

ConvMoment momentAt(const ConvFigure& figure, double t, bool withProducts)
{
    const int count = figure.positionCount(), columns = figure.positionColumns();
    const double clamped = std::clamp(t, 0.0, static_cast<double>(count));
    ConvMoment m;
    m.position = std::clamp(static_cast<int>(std::ceil(clamped)) - 1, 0, count - 1);
    m.row = m.position / columns;
    m.column = m.position % columns;
    const double phase = clamped - m.position; // (0, 1], or 0 before anything has begun
    const PositionPhases phases = phasesOf(phase, withProducts);
    const bool startsRow = m.column == 0; // no glide across a row's end: the window appears
    m.windowRow = m.row;
    m.windowColumn = startsRow ? m.column : m.column - 1 + phases.move;
    m.termsShare = phases.multiply;
    m.writeShare = phases.write;
    return m;
}

PositionPhases phasesOf(double phase, bool withProducts)
{
    const double move = withProducts ? moveEnd : 0.5;
    const double multiply = withProducts ? std::clamp((phase - moveEnd) / (multiplyEnd - moveEnd), 0.0, 1.0)
                                         : (phase >= move ? 1.0 : 0.0);
    const double write = std::clamp((phase - (withProducts ? multiplyEnd : move)) /
                                        (withProducts ? 1 - multiplyEnd : 1 - move),
                                    0.0, 1.0);
    return {eased(phase / move), multiply, write};
}

int termCount(const ConvFigure& figure)
{
    const ConvScene& s = figure.scene;
    const int taps = s.kernel.shape.cells();
    return s.pooling || s.isTransposed ? taps : taps * s.kernel.shape.channels;
}

double timeOfTerm(int position, int terms, int count)
{
    return position + moveEnd + (multiplyEnd - moveEnd) * terms / std::max(1, count);
}

StampedOutput stampedOutput(const ConvFigure& figure, int stamps)
{
    const ConvGeometry g{uncropped(figure.geometry.h), uncropped(figure.geometry.w)};
    TensorD begun = figure.scene.input;
    const int cells = begun.shape.cells();
    for (int ch = 0; ch < begun.shape.channels; ++ch)
        for (int i = std::max(0, stamps); i < cells; ++i)
            begun.data[static_cast<std::size_t>(ch * cells + i)] = 0;
    return {convolveTransposed(begun, figure.scene.kernel, figure.scene.bias, g), figure.geometry.h.padBefore,
            figure.geometry.w.padBefore};
}

TensorD stampCounts(const ConvFigure& figure)
{
    const ConvGeometry g{uncropped(figure.geometry.h), uncropped(figure.geometry.w)};
    const Axes k = figure.scene.kernelSize();
    const TensorD ones(1, {1, g.h.output, g.w.output},
                       std::vector<double>(static_cast<std::size_t>(g.h.output * g.w.output), 1.0));
    const TensorD stamp(1, {1, k.h, k.w}, std::vector<double>(static_cast<std::size_t>(k.h * k.w), 1.0));
    return convolveTransposed(ones, stamp, {}, g);
}

StampPattern stampPatternOf(const ConvFigure& transposed)
{
    const TensorD counts = stampCounts(transposed);
    const ConvAxis &h = transposed.geometry.h, &w = transposed.geometry.w;
    StampPattern pattern;
    std::set<int> all, inner;
    for (int r = 0; r < h.input; ++r)
        for (int c = 0; c < w.input; ++c) {
            const int row = r + h.padBefore, column = c + w.padBefore;
            const bool isStamped = row < counts.shape.height && column < counts.shape.width;
            const int count = isStamped ? static_cast<int>(counts.at(0, 0, row, column)) : 0;
            all.insert(count);
            const auto isInner = [](const ConvAxis& a, int at) {
                return at >= a.effectiveKernel() - 1 && at <= (a.output - 1) * a.stride;
            };
            if (isInner(h, row) && isInner(w, column)) inner.insert(count);
        }
    pattern.counts.assign(all.begin(), all.end());
    pattern.isEven = inner.size() <= 1 && h.kernel % h.stride == 0 && w.kernel % w.stride == 0;
    pattern.hasGaps = all.count(0) > 0;
    return pattern;
}

} // namespace hg
