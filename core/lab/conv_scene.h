#pragma once

#include "core/conv/convolve.h"
#include "core/conv/padding.h"
#include "core/nn/layer_spec.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace hg {

/// Where an input comes from, as far as it is shown in a way of its own.
enum class InputOrigin { Numbers, Photograph };

/// The state of a convolution lab: the problem, nothing of how it is looked at.
struct ConvScene {
    int axes = 2;                ///< 1: along a line; input and kernel have one row
    TensorD input{1, {1, 1, 1}}; ///< (1, C,H,W)
    TensorD kernel{1,
                   {1, 1, 1}}; ///< (F, C/groups, kh,kw); transposed (C, F, kh,kw); pooling: its size counts
    std::optional<Pooling> pooling; ///< windows without weights, each channel by itself
    Axes stride{}, dilation{};
    Padding paddingH{}, paddingW{};
    Axes outputPadding{0, 0}; ///< transposed with a crop in numbers only
    Fill fill = Fill::Zeros;
    Convention convention = Convention::Keras;
    bool isTransposed = false;
    int groups = 1;           ///< forward only: filter f sees the channels of its group alone
    std::vector<double> bias; ///< one a filter, or empty for none
    Activation activation = Activation::Linear;
    double sampleRate = 0; ///< of a sound, in Hz; 0 for plain numbers
    double secondsPerColumn = 0,
           hzPerRow = 0; ///< of a spectrogram, low frequencies at the bottom; 0 otherwise
    InputOrigin origin =
        InputOrigin::Numbers; ///< a photograph: 0 is black, 1 white; three channels are its colours

    int channels() const { return input.shape.channels; }
    int filters() const { return pooling ? channels() : isTransposed ? kernel.shape.channels : kernel.n; }
    Axes kernelSize() const { return {kernel.shape.height, kernel.shape.width}; }
    double biasOf(int filter) const { return bias.empty() ? 0 : bias[static_cast<std::size_t>(filter)]; }
    bool operator==(const ConvScene&) const = default;
};

/// The largest sides that the labs offer; the command line goes further.
inline constexpr int largestSide = 64, largestKernel = 15, largestStride = 8, mostFilters = 8,
                     mostChannels = 4;

/// Whether the parts fit each other. Errors: ShapesDoNotFit (kernel against channels and groups, or biases
/// against filters; `text` is "channels", "groups" or "bias"), FillNotAllowed, AxesDoNotFit.
Result<void> checkShapes(const ConvScene& scene);
/// Errors: those of forwardAxis() and transposedAxis(), with `text` "rows" or "columns", of checkShapes()
/// and, for a pooling, of checkPoolingWindows().
Result<ConvGeometry> geometryOf(const ConvScene& scene);
Shape outputShape(const ConvScene& scene, const ConvGeometry& geometry);
/// The filters as they are applied: turned by 180° under NumPy's convention.
TensorD appliedKernel(const ConvScene& scene);
/// The result for a geometry of this scene, activation included. Cost: that of core/conv's operations.
TensorD outputOf(const ConvScene& scene, const ConvGeometry& geometry);
/// The sum behind one output cell, before the activation. Terms are in the order channel, row, column.
Sum sumBehind(const ConvScene& scene, const ConvGeometry& geometry, OutputCell cell);

/// A scene with everything that follows from it, computed once and then only looked at.
struct ConvFigure {
    ConvScene scene;
    ConvGeometry geometry;
    TensorD output;
    /// Forward with a stride: the result at stride 1 from the first to the last kept cell, of which every
    /// s-th is kept.
    std::optional<TensorD> strideOne;
    /// Of a transposed convolution's twin only (core/lab/zero_insertion): zeros put in behind each input but
    /// the last.
    std::optional<Axes> zerosBetween{};

    /// Places of the window: output cells forward, input cells transposed; all filters together.
    int positionCount() const;
    Shape inputShape() const { return scene.input.shape; }
    Shape outputShape() const { return output.shape; }
    /// Columns of the grid that positions run through.
    int positionColumns() const { return geometry.w.output; }
};

/// Errors: those of geometryOf().
Result<ConvFigure> evaluate(const ConvScene& scene);

/// The scene changed as little as possible so that it works; nothing when no simple change does.
std::optional<ConvScene> nearestWorking(const ConvScene& scene);

/// Other sizes and counts; numbers that remain keep their places, new ones follow a fixed pattern of small
/// whole numbers.
ConvScene withInputSize(const ConvScene& scene, Axes size);
ConvScene withKernelSize(const ConvScene& scene, Axes size);
ConvScene withChannels(const ConvScene& scene, int channels);
ConvScene withFilters(const ConvScene& scene, int filters);
/// Whether the scene's channels and filters can be dealt out to so many groups.
bool allowsGroups(const ConvScene& scene, int groups);
/// Each filter sees channels/groups channels. `groups` divides channels and filters.
ConvScene withGroups(const ConvScene& scene, int groups);
/// Depthwise: as many filters as channels, each on its own channel; or all of them together again.
ConvScene withChannelsApart(const ConvScene& scene, bool areApart);
/// The weights of one filter replaced, channel by channel, by what `make` makes of its (1, 1,kh,kw); the
/// others take the size that results.
ConvScene withFilterMade(const ConvScene& scene, int filter,
                         const std::function<TensorD(const TensorD&)>& make);
/// The filters laid out for the other direction: (F, C, …) ↔ (C, F, …).
ConvScene withDirection(const ConvScene& scene, bool isTransposed);
/// The output as the next input. One filter goes on with every channel. Errors: TooLarge when a side exceeds
/// `largestSide`.
Result<ConvScene> appliedAgain(const ConvFigure& figure);
/// The weight of `filter` on `channel`, wherever the direction keeps it.
double& weightAt(ConvScene& scene, int filter, int channel, int row, int column);
double weightAt(const ConvScene& scene, int filter, int channel, int row, int column);

} // namespace hg
