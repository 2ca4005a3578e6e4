#pragma once

#include "core/conv/padding.h"

namespace hg::test {

/// Valid, same, full, or up to `most` cells on each side: one of four, by the caller's own draws.
template <class Draw>
Padding anyPadding(Draw& draw, int most)
{
    switch (draw.between(0, 3)) {
    case 0:
        return {Padding::Kind::Valid};
    case 1:
        return {Padding::Kind::Same};
    case 2:
        return {Padding::Kind::Full};
    default:
        break;
    }
    const int before = draw.between(0, most), after = draw.between(0, most);
    return {Padding::Kind::Explicit, before, after};
}

} // namespace hg::test
