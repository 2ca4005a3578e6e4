#pragma once

#include "ui/theme/theme.h"

#include <QIcon>
#include <QSize>

namespace hg {

inline constexpr QSize examplePictureSize(56, 40);

/// What a trained run of the example ended with, small: the codes of held-out digits in the colours of their
/// classes, or the curve where there is no map to see. Kept as numbers in assets/examples, so that it follows
/// the theme.
QIcon examplePicture(const char* id, const Theme& theme);

} // namespace hg
