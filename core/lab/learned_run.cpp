#include "core/lab/learned_run.h"

#include "core/lab/conv_filters.h"
#include "core/lab/conventions.h"

#include <algorithm>

namespace hg {
namespace {

constexpr double mostProducts = 1e9; // of a run, both passes of an update taken together
constexpr int fewestUpdates = 100;

double productsOf(Shape output, Axes kernel)
{
    return 1.0 * output.height * output.width * kernel.h * kernel.w;
}

/// The operator for edges between columns in the kernel's middle; where it has no room, the plain difference
/// of two neighbours.
TensorD edges(Axes kernel)
{
    TensorD weights(1, {1, kernel.h, kernel.w});
    const int top = (kernel.h - 3) / 2, left = (kernel.w - 3) / 2;
    if (kernel.h >= 3 && kernel.w >= 3) {
        const TensorD small = findFilterPreset("sobel-x")->make({3, 3});
        for (int r = 0; r < 3; ++r)
            for (int c = 0; c < 3; ++c)
                weights.at(0, 0, top + r, left + c) = small.at(0, 0, r, c);
        return weights;
    }
    const bool isAcross = kernel.w >= 2;
    const int length = isAcross ? kernel.w : kernel.h, first = std::max(0, (length - 3) / 2),
              last = std::min(length - 1, first + 2), middle = ((isAcross ? kernel.h : kernel.w) - 1) / 2;
    const auto at = [&](int i) -> double& {
        return isAcross ? weights.at(0, 0, middle, i) : weights.at(0, 0, i, middle);
    };
    at(first) = 1;
    at(last) = -1;
    return weights;
}

TensorD average(Axes kernel)
{
    TensorD weights(1, {1, kernel.h, kernel.w});
    std::fill(weights.data.begin(), weights.data.end(), 1.0 / (1.0 * kernel.h * kernel.w));
    return weights;
}

/// The first of the front filter's slices, as it is applied.
TensorD front(const ConvScene& scene, int filter)
{
    const TensorD applied = appliedKernel(scene);
    const Axes k = scene.kernelSize();
    TensorD weights(1, {1, k.h, k.w});
    for (int r = 0; r < k.h; ++r)
        for (int c = 0; c < k.w; ++c)
            weights.at(0, 0, r, c) = applied.at(filter, 0, r, c);
    return weights;
}

} // namespace

std::optional<LearnHindrance> learnHindranceOf(const ConvFigure& figure, const LearnSetup& setup)
{
    const ConvScene& scene = figure.scene;
    if (scene.pooling) return LearnHindrance::Pooling;
    if (scene.isTransposed) return LearnHindrance::Transposed;
    const Shape out = figure.outputShape();
    const Axes k = scene.kernelSize();
    const double weights = 1.0 * k.h * k.w;
    if (productsOf(out, k) > largestLearned || weights > 1.0 * largestKernel * largestKernel)
        return LearnHindrance::TooLarge;
    if (setup.wanted == WantedKind::Edges && weights < 2) return LearnHindrance::TooSmall;
    const Shape wanted{1, out.height, out.width};
    if (setup.wanted == WantedKind::Picture && (!setup.picture || setup.picture->shape != wanted))
        return LearnHindrance::PictureShape;
    return std::nullopt;
}

LearnProblem nearestLearnable(const ConvFigure& figure, const LearnSetup& setup, LearnHindrance hindrance)
{
    LearnProblem nearest{figure.scene, setup};
    ConvScene& scene = nearest.scene;
    switch (hindrance) {
    case LearnHindrance::Pooling: {
        const Axes k{std::min(scene.kernelSize().h, largestKernel),
                     std::min(scene.kernelSize().w, largestKernel)};
        scene.pooling.reset();
        scene.kernel = TensorD(1, {scene.channels(), k.h, k.w});
        for (int ch = 0; ch < scene.channels(); ++ch)
            std::ranges::copy(average(k).data, scene.kernel.data.begin() + std::ptrdiff_t{ch} * k.h * k.w);
        break;
    }
    case LearnHindrance::Transposed:
        scene = withDirection(scene, false);
        scene.outputPadding = {0, 0};
        break;
    case LearnHindrance::TooSmall:
    case LearnHindrance::PictureShape:
        nearest.setup.wanted = WantedKind::Front;
        nearest.setup.picture.reset();
        break;
    case LearnHindrance::TooLarge: {
        const Shape& in = scene.input.shape;
        const Axes k = scene.kernelSize();
        const bool isLine = scene.axes == 1;
        const int most = isLine ? largestSide * largestSide : largestSide;
        scene = withInputSize(scene, {std::min(in.height, largestSide), std::min(in.width, most)});
        scene = withKernelSize(scene, {std::min(k.h, largestKernel), std::min(k.w, largestKernel)});
        break;
    }
    }
    if (!evaluate(scene))
        if (const auto working = nearestWorking(scene)) scene = *working;
    return nearest;
}

int learnedChannel(const ConvScene& scene, int filter)
{
    const int perGroup = std::max(1, scene.filters() / scene.groups);
    return filter / perGroup * (scene.channels() / scene.groups);
}

FilterTask filterTaskOf(const ConvFigure& figure, int filter, const LearnSetup& setup)
{
    const ConvScene plain = withWordsAsNumbers(figure);
    const Shape& in = plain.input.shape;
    const auto cells = static_cast<std::ptrdiff_t>(in.height) * in.width;
    const auto first = plain.input.data.begin() + learnedChannel(plain, filter) * cells;
    FilterTask task;
    task.input = TensorD{1, {1, in.height, in.width}, std::vector<double>(first, first + cells)};
    task.kernel = plain.kernelSize();
    task.stride = plain.stride;
    task.dilation = plain.dilation;
    task.paddingH = plain.paddingH;
    task.paddingW = plain.paddingW;
    task.fill = plain.fill;
    task.seed = setup.seed;
    task.method = setup.method;
    task.wanted.filter.clear();
    if (setup.wanted == WantedKind::Picture)
        task.wanted.picture = *setup.picture;
    else
        task.wanted.weights = setup.wanted == WantedKind::Front   ? front(figure.scene, filter)
                              : setup.wanted == WantedKind::Edges ? edges(task.kernel)
                                                                  : average(task.kernel);
    return task;
}

Result<std::optional<LearnedRun>> learn(FilterTask task, std::optional<double> rate, const Watch& watch)
{
    auto figure = evaluate(task);
    if (!figure) return figure.error();
    FilterSpectrum spectrum = spectrumOf(*figure);
    figure->task.rate = rate.value_or(usualRate(task.method, spectrum));
    const double products = 2 * productsOf(figure->layer.out, task.kernel);
    // Bounds by the first error: an input of thousands, or of thousandths, is learned all the same.
    const double first = stepAt(*figure, startWeights(*figure)).loss;
    const FilterLimits usual;
    const FilterLimits limits{.learned = usual.learned * (first > 0 ? std::min(1.0, first) : 1),
                              .diverged = usual.diverged * std::max(1.0, first),
                              .updates = static_cast<int>(std::clamp(
                                  mostProducts / products, double(fewestUpdates), double(usual.updates)))};
    FilterRun run(std::move(*figure), limits);
    while (run.step())
        if (!mayGoOn(watch, 1.0 * run.updates() / limits.updates)) return std::optional<LearnedRun>();
    return std::optional(LearnedRun{std::move(run), std::move(spectrum)});
}

} // namespace hg
