#pragma once

#include "core/conv/convolve.h"
#include "core/conv/padding.h"
#include "core/nn/layer_spec.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hg {

/// The state of the convolution lab: the problem, nothing of how it is looked at. One input channel and one
/// filter.
struct ConvScene {
    TensorD input{1, {1, 1, 1}};
    TensorD kernel{1, {1, 1, 1}};
    Axes stride{}, dilation{};
    Padding paddingH{}, paddingW{};
    Axes outputPadding{0, 0}; ///< transposed with a crop in numbers only
    Fill fill = Fill::Zeros;
    Convention convention = Convention::Keras;
    bool isTransposed = false;
    double bias = 0;

    bool operator==(const ConvScene&) const = default;
};

/// A scene with everything that follows from it, computed once and then only looked at.
struct ConvFigure {
    ConvScene scene;
    ConvGeometry geometry;
    TensorD output;
    /// Forward with a stride: the result at stride 1 from the first to the last kept cell, of which every
    /// s-th is kept.
    std::optional<TensorD> strideOne;

    int positionCount() const;
    Shape inputShape() const { return scene.input.shape; }
    Shape outputShape() const { return output.shape; }
};

/// Errors: those of the geometry, with `text` "rows" or "columns".
Result<ConvFigure> evaluate(const ConvScene& scene);

/// The scene changed as little as possible so that it works; nothing when no simple change does.
std::optional<ConvScene> nearestWorking(const ConvScene& scene);

/// Other sizes; numbers that remain keep their places, new ones follow a fixed pattern of small whole
/// numbers.
ConvScene withInputSize(const ConvScene& scene, Axes size);
ConvScene withKernelSize(const ConvScene& scene, Axes size);

/// What is seen at time t, 0 … positionCount. Whole t: position t is complete and the next has not begun.
/// Between, a position moves (30 %), multiplies (45 %) and writes (25 %). A pure function: no history.
struct ConvMoment {
    int position = 0;        ///< the output place (forward) or input place (transposed) that is at work
    int row = 0, column = 0; ///< of that place
    double windowRow =
        0; ///< where the window stands, in cells of the small side: between two places while it moves
    double windowColumn = 0;
    double termsShare = 0; ///< of the products that have been formed
    double writeShare = 0; ///< 1 when the result stands
};
ConvMoment momentAt(const ConvFigure& figure, double t, bool withProducts = true);

/// The transposed output after the first `stamps` input cells have been stamped, in the coordinates of full
/// stamps: what is cropped is still there.
struct StampedOutput {
    TensorD values;
    int cropTop = 0, cropLeft = 0; ///< rows and columns cut off before the output's first cell
};
StampedOutput stampedOutput(const ConvFigure& figure, int stamps);

/// A piece of a formula with the role that colours it.
struct FormulaPiece {
    enum class Kind { Plain, Input, Filter, Output, Padding, Crop };
    Kind kind = Kind::Plain;
    std::string text;
};
/// The size formula of an axis with its values: ⌊(5 + 1 + 1 − 3) / 2⌋ + 1 = 3, or (3 − 1) · 2 + 3 − 1 − 1
/// = 5.
std::vector<FormulaPiece> sizeFormula(const ConvAxis& axis, bool isTransposed);

/// An example of the gallery. Its name is in the texts' context "Examples", by id.
struct ConvPreset {
    const char* id;
    ConvScene (*make)();
};
std::span<const ConvPreset> convPresets();
const ConvPreset* findConvPreset(std::string_view id);

} // namespace hg
