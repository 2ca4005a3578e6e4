#pragma once

#include <QStringList>

#include <functional>

namespace hg {

/// The colours of a chip: those of the part of the figure that it changes.
enum class ChipLook { Plain, Filter, Accent, Padding };

/// A setting that can be changed in front of an audience.
struct ChipContent {
    QString name;
    QStringList values;
    int current = -1; ///< −1: none of the values, then `shown` stands there
    QString shown;    ///< in place of values[current]
    ChipLook look = ChipLook::Plain;
    bool isNameShown = true;
    bool isElidable = false; ///< the value may end in an ellipsis where room is scarce
    bool areNumbers = true;  ///< Up and the wheel's upward turn go to the next value, else to the one before
    bool isSwitch = false;   ///< off and on: a click turns it
    QStringList groups;      ///< one a value, the list that it stands in, empty for none; or no list at all
    std::function<void(int)> choose;

    QString value() const { return current < 0 ? shown : values.at(current); }
};

} // namespace hg
