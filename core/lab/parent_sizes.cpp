#include "core/lab/parent_sizes.h"

namespace hg {

std::optional<ParentSizes> parentSizes(const ConvAxis& transposed, int outputPadding)
{
    const int first = transposed.input - outputPadding;
    if (transposed.stride < 2 || first < 1) return std::nullopt;
    return ParentSizes{first, transposed.stride, transposed.output};
}

} // namespace hg
