#pragma once

#include "core/lab/conv_scene.h"
#include "ui/painters/conv_picture.h"
#include "ui/theme/ramps.h"

namespace hg {

/// The least and the greatest of some values, 0 always among them.
struct ValueRange {
    double least = 0, greatest = 0;

    static ValueRange of(std::span<const double> values);
    bool isSigned() const { return least < 0 && greatest > 0; }
    ValueRange united(const ValueRange& other) const
    {
        return {std::min(least, other.least), std::max(greatest, other.greatest)};
    }
    bool operator==(const ValueRange&) const = default;
};

/// How values become colours where cells are too small for numbers: the ramp, and the values at its ends.
struct CellMap {
    Ramp ramp;
    double first = 0, last = 1;
    bool hasLegend = true; ///< a photograph explains itself

    const QColor& at(double value) const { return ramp.at((value - first) / (last - first)); }
};

/// Both signs: the diverging ramp, equally far on both sides of 0. One sign: from the ground at 0 to the deep
/// form of `fill` at the greatest magnitude.
CellMap mapOf(const ValueRange& range, const Theme& theme, const QColor& fill);

/// The maps of a figure's parts. A photograph and a spectrogram have their own as long as their values lie in
/// 0 … 1. Cost: O(cells).
class CellMaps {
public:
    CellMaps(const ConvFigure& figure, const Theme& theme, const ConvLook& look);

    const CellMap& input(int channel) const { return m_inputs[static_cast<std::size_t>(channel)]; }
    const CellMap& kernel(int filter) const { return m_kernels[static_cast<std::size_t>(filter)]; }
    /// Each slice over its own range, or all over one.
    const CellMap& output(int filter) const { return m_outputs[static_cast<std::size_t>(filter)]; }

private:
    void addInputs(const ConvFigure& figure, const Theme& theme);
    void addKernels(const ConvFigure& figure, const Theme& theme);
    void addOutputs(const ConvFigure& figure, const Theme& theme, bool hasOneScale);

    std::vector<CellMap> m_inputs, m_kernels, m_outputs;
};

} // namespace hg
