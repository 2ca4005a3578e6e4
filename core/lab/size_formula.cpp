#include "core/lab/size_formula.h"

#include <cstdlib>

namespace hg {
namespace {

using Kind = FormulaPiece::Kind;

void add(std::vector<FormulaPiece>& pieces, Kind kind, std::string text)
{
    pieces.push_back({kind, std::move(text)});
}

void addKernelExtent(std::vector<FormulaPiece>& pieces, const ConvAxis& axis)
{
    if (axis.dilation == 1) return add(pieces, Kind::Filter, std::to_string(axis.kernel));
    add(pieces, Kind::Plain, "((");
    add(pieces, Kind::Filter, std::to_string(axis.kernel));
    add(pieces, Kind::Plain, " − 1) · " + std::to_string(axis.dilation) + " + 1)");
}

void addCrop(std::vector<FormulaPiece>& pieces, int crop)
{
    add(pieces, Kind::Plain, crop < 0 ? " + " : " − ");
    add(pieces, crop < 0 ? Kind::Padding : Kind::Crop, std::to_string(std::abs(crop)));
}

} // namespace

std::vector<FormulaPiece> sizeFormula(const ConvAxis& axis, bool isTransposed)
{
    std::vector<FormulaPiece> pieces;
    const std::string stride = std::to_string(axis.stride);
    if (isTransposed) {
        add(pieces, Kind::Plain, "(");
        add(pieces, Kind::Input, std::to_string(axis.output));
        add(pieces, Kind::Plain, " − 1) · " + stride + " + ");
        addKernelExtent(pieces, axis);
        addCrop(pieces, axis.padBefore);
        addCrop(pieces, axis.padAfter);
        add(pieces, Kind::Plain, " = ");
        add(pieces, Kind::Output, std::to_string(axis.input));
        return pieces;
    }
    add(pieces, Kind::Plain, "⌊(");
    add(pieces, Kind::Input, std::to_string(axis.input));
    add(pieces, Kind::Padding,
        " + " + std::to_string(axis.padBefore) + " + " + std::to_string(axis.padAfter));
    add(pieces, Kind::Plain, " − ");
    addKernelExtent(pieces, axis);
    add(pieces, Kind::Plain, ") / " + stride + "⌋ + 1 = ");
    add(pieces, Kind::Output, std::to_string(axis.output));
    return pieces;
}

} // namespace hg
