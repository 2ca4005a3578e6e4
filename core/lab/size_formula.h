#pragma once

#include "core/conv/conv_axis.h"

#include <string>
#include <vector>

namespace hg {

/// A piece of a formula with the role that colours it.
struct FormulaPiece {
    enum class Kind { Plain, Input, Filter, Output, Padding, Crop };
    Kind kind = Kind::Plain;
    std::string text;
};

/// The size formula of an axis with its values: ⌊(5 + 1 + 1 − 3) / 2⌋ + 1 = 3, or (3 − 1) · 2 + 3 − 1 − 1
/// = 5.
std::vector<FormulaPiece> sizeFormula(const ConvAxis& axis, bool isTransposed);

} // namespace hg
