#pragma once

#include <span>
#include <vector>

namespace hg {

/// A drawing (height, width), 0 paper … 1 ink, as MNIST has its digits: (side, side). The box of what is
/// inked is scaled, keeping its shape, by area averaging so that its longer side is 20/28 of `side`, and
/// shifted by whole pixels until its centre of mass is within half a pixel of pixel (side/2, side/2), where
/// MNIST's are (the middle of its pictures is half a pixel before it), or as near as the border allows.
/// Numbers beyond 0…1 are clipped, NaN is paper; without ink, or where the sizes do not fit the drawing, all
/// is 0. Cost: one pass over the drawing. Source: LeCun, Cortes, Burges, "The MNIST database of handwritten
/// digits", 1998.
std::vector<float> normaliseDrawing(std::span<const float> ink, int height, int width, int side = 28);

} // namespace hg
