#pragma once

#include "core/lab/conv_scene.h"

namespace hg {

/// A quantity along a side of a grid: `first` at the grid's edge and `step` more with each cell.
struct GridScale {
    double first = 0, step = 1;

    double at(double cell) const { return first + cell * step; }
    double cellOf(double value) const { return (value - first) / step; }
};

/// Seconds from left to right and Hz from top to bottom.
struct SpectrogramScales {
    GridScale seconds, hz;
};

/// Of the input's grid with its padding; without, transposed.
SpectrogramScales inputScales(const ConvFigure& figure);
/// Of the forward output: a cell stands for the middle of its window. `hasGhost`: with the cells between that
/// the stride leaves out.
SpectrogramScales outputScales(const ConvFigure& figure, bool hasGhost);

} // namespace hg
