#include "ui/painters/axis_names.h"

#include <algorithm>

namespace hg {

QString codeNumberName(int number)
{
    constexpr int withIndex = 9; // subscripts of one digit
    constexpr int one = 0x2081;
    return number < withIndex ? QStringLiteral("z") + QChar(one + number)
                              : QStringLiteral("z%1").arg(number + 1);
}

AxisNames codeAxisNames(int across, int up, int codeSize)
{
    const auto name = [codeSize](int number) { return codeNumberName(std::min(number, codeSize - 1)); };
    return {name(across), codeSize > 1 ? name(up) : QString()};
}

AxisNames componentAxisNames()
{
    return {QStringLiteral("PC1"), QStringLiteral("PC2")};
}

} // namespace hg
