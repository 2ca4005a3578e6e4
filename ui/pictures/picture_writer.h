#pragma once

#include "core/io/file.h"
#include "core/tensor/tensor.h"

namespace hg {

/// A PNG of one grey channel or three coloured ones, (C,H,W): 0 … 1 become 0 … 255, what lies outside is
/// clipped. The same numbers give the same bytes.
Bytes toPng(std::span<const float> picture, Shape shape);

} // namespace hg
