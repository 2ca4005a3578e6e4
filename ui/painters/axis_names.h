#pragma once

#include <QString>

namespace hg {

/// Names of a map's axes; the second is empty for a code of one number.
struct AxisNames {
    QString across{}, up{};
};

/// "z₁": of a number of the code, from 0.
QString codeNumberName(int number);

/// Of two numbers of a code, from 0; of a code of one number there is one axis.
AxisNames codeAxisNames(int across, int up, int codeSize);
/// Of the first two principal components.
AxisNames componentAxisNames();

} // namespace hg
