#pragma once

#include <QColor>
#include <QFont>
#include <QPalette>
#include <QString>

#include <array>

namespace hg {

/// What a colour stands for, everywhere: grids, sums, formulas, plots.
enum class Role { Input, Filter, Output, Code };

/// A role has two colours, because a fill that is strong enough is too light for text.
struct RoleColours {
    QColor fill;
    QColor text;
};

struct ClassColours {
    QColor fill;
    QColor ink; ///< of the digit that stands on the fill
};

/// Every colour of the program, one object a theme. Nothing else in ui names a colour.
struct Theme {
    bool isDark = false;
    QColor ground, surface, stage, line, ink, muted, faint;
    QColor accent, accentInk, accentText, accentSoft;
    QColor record, danger, dangerSoft;
    QColor padding, hatch;
    QColor negative, positive; ///< the ends of a map of values of both signs
    std::array<RoleColours, 4> roles;
    std::array<ClassColours, 10> classes;

    const RoleColours& role(Role r) const { return roles[static_cast<std::size_t>(r)]; }
    /// The role's hue, deepening with `strength` from 0 to 1, as a cell's ground.
    QColor shade(Role r, double strength) const;
    /// One of `count` fills of a role, told apart by hue and lightness: the filters of a layer and their
    /// slices.
    QColor member(Role r, int index, int count) const;
};

const Theme& lightTheme();
const Theme& darkTheme();

/// The Qt palette and style sheet made of a theme; `scale` 1 is 14 px text.
QPalette paletteOf(const Theme& theme);
QString styleSheetOf(const Theme& theme, double scale);

/// WCAG contrast ratio, 1 … 21. Source: WCAG 2.1, "contrast ratio" and "relative luminance".
double contrast(const QColor& a, const QColor& b);

/// A mix of two colours, `share` of the second.
QColor mixed(const QColor& a, const QColor& b, double share);

/// Loads the bundled typeface; false when its files are missing (the system's font is used then).
bool loadFonts(const QString& folder);
/// The bundled typeface at a size in pixels.
QFont uiFont(double pixels, QFont::Weight weight = QFont::Normal);

/// Which of the ten class colours a label has: any whole number is one.
inline std::size_t classPlace(int label)
{
    const int place = label % 10;
    return static_cast<std::size_t>(place < 0 ? place + 10 : place);
}

} // namespace hg
