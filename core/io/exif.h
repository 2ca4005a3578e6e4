#pragma once

#include <cstdint>
#include <span>

namespace hg {

/// How a viewer turns a picture, by the Exif tag of a JPEG or PNG: 1 as it is; 2 mirrored left to right; 3 by
/// 180°; 4 mirrored top to bottom; 5 mirrored at the diagonal from the upper left; 6 by 90° clockwise; 7
/// mirrored at the other diagonal; 8 by 270° clockwise. 1 where there is no tag, or none that makes sense.
/// Source: CIPA DC-008, "Exif 2.32", 4.6.4, tag 0x0112; W3C, "PNG", third edition, chunk eXIf.
int exifOrientation(std::span<const std::uint8_t> picture);

} // namespace hg
