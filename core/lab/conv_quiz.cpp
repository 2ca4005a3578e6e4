#include "core/lab/conv_quiz.h"

#include <cmath>

namespace hg {
namespace {

bool isNear(double a, double b)
{
    return std::abs(a - b) < 0.005 + 1e-9;
}

/// The number at the cell if the scene were another; nothing where that scene has no such cell.
std::optional<double> valueIn(const ConvScene& scene, OutputCell cell)
{
    const auto geometry = geometryOf(scene);
    if (!geometry) return std::nullopt;
    const Shape out = outputShape(scene, *geometry);
    if (cell.row >= out.height || cell.column >= out.width) return std::nullopt;
    return outputOf(scene, *geometry).at(0, cell.filter, cell.row, cell.column);
}

template <class Change>
bool explains(const ConvFigure& figure, OutputCell cell, double answer, Change change)
{
    ConvScene scene = figure.scene;
    change(scene);
    if (scene == figure.scene) return false;
    const auto value = valueIn(scene, cell);
    return value && isNear(*value, answer);
}

} // namespace

Verdict judgeValue(const ConvFigure& figure, OutputCell cell, double answer)
{
    if (isNear(figure.output.at(0, cell.filter, cell.row, cell.column), answer)) return Verdict::Right;
    const auto is = [&](auto change) { return explains(figure, cell, answer, change); };
    if (is([](ConvScene& s) { s.paddingH = s.paddingW = {Padding::Kind::Valid}; }))
        return Verdict::ForgotPadding;
    if (!figure.scene.pooling && is([](ConvScene& s) { s.kernel = turned(s.kernel); }))
        return Verdict::ForgotFlip;
    if (figure.strideOne && isNear(figure.strideOne->at(0, cell.filter, cell.row, cell.column), answer))
        return Verdict::ForgotStride;
    if (is([](ConvScene& s) { s.bias.clear(); })) return Verdict::ForgotBias;
    if (is([](ConvScene& s) { s.activation = Activation::Linear; })) return Verdict::ForgotActivation;
    if (is([](ConvScene& s) { s.dilation = {1, 1}; })) return Verdict::ForgotDilation;
    return Verdict::Wrong;
}

Verdict judgeSize(const ConvAxis& a, bool isTransposed, int answer, int outputPadding)
{
    if (answer == (isTransposed ? a.input : a.output)) return Verdict::Right;
    const int ke = a.effectiveKernel();
    if (isTransposed) {
        const int stamps = (a.output - 1) * a.stride + ke;
        if (outputPadding > 0 && answer == a.input - outputPadding) return Verdict::ForgotOutputPadding;
        const bool isCropped = a.padBefore + a.padAfter + outputPadding > 0;
        if (isCropped && (answer == stamps || answer == stamps + outputPadding))
            return Verdict::ForgotPadding;
        if (answer == a.output * a.stride) return Verdict::ForgotStride;
        return answer == a.output * a.stride + ke - a.padBefore - a.padAfter ? Verdict::ForgotLastOne
                                                                             : Verdict::Wrong;
    }
    const auto size = [](int n, int extent, int stride) {
        return n < extent ? -1 : (n - extent) / stride + 1;
    };
    const int n = a.padded();
    if (answer == size(a.input, ke, a.stride)) return Verdict::ForgotPadding;
    if (answer == (n - ke + a.stride - 1) / a.stride + 1) return Verdict::ForgotFloor;
    if (answer == size(n, a.kernel, a.stride)) return Verdict::ForgotDilation;
    if (answer == (n - ke) / a.stride) return Verdict::ForgotLastOne;
    return answer == size(n, ke, 1) ? Verdict::ForgotStride : Verdict::Wrong;
}

SizeVerdict judgeSizes(const ConvFigure& figure, Axes answer)
{
    const ConvScene& s = figure.scene;
    const Shape out = figure.outputShape();
    const bool isByNumbers =
        s.paddingW.kind == Padding::Kind::Explicit; // only then is there an output padding
    const Axes extra = s.isTransposed && isByNumbers ? s.outputPadding : Axes{0, 0};
    if (out.height != out.width && answer.h == out.width && answer.w == out.height)
        return {Verdict::SwappedSides, Verdict::SwappedSides};
    return {judgeSize(figure.geometry.h, s.isTransposed, answer.h, extra.h),
            judgeSize(figure.geometry.w, s.isTransposed, answer.w, extra.w)};
}

} // namespace hg
