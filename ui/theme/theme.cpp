#include "ui/theme/theme.h"

#include <QDir>
#include <QFontDatabase>

#include <algorithm>
#include <cmath>

namespace hg {
namespace {

QColor hex(const char* name)
{
    return QColor(QLatin1String(name));
}

std::array<ClassColours, 10> classTable(const std::array<const char*, 10>& fills, const char* inks)
{
    std::array<ClassColours, 10> table;
    for (std::size_t i = 0; i < 10; ++i)
        table[i] = {hex(fills[i]), inks[i] == 'w' ? QColor(Qt::white) : hex("#14181D")};
    return table;
}

Theme makeLight()
{
    Theme t;
    t.ground = hex("#F6F7F9");
    t.surface = hex("#FFFFFF");
    t.stage = hex("#F6F7F9");
    t.line = hex("#D9DEE5");
    t.ink = hex("#14181D");
    t.muted = hex("#56606C");
    t.faint = hex("#6C7682");
    t.accent = hex("#3457D5");
    t.accentInk = hex("#FFFFFF");
    t.accentText = hex("#3457D5");
    t.accentSoft = hex("#E7ECFB");
    t.record = hex("#C0342B");
    t.danger = hex("#B02A22");
    t.dangerSoft = hex("#FBEAE8");
    t.padding = hex("#F0F2F5");
    t.hatch = hex("#C9CFD7");
    t.negative = hex("#1F62B5");
    t.positive = hex("#BF5B00");
    t.roles = {{{hex("#0072B2"), hex("#00629A")},
                {hex("#E69F00"), hex("#9A6700")},
                {hex("#009E73"), hex("#00734F")},
                {hex("#CC79A7"), hex("#9A3B77")}}};
    t.classes = classTable({"#697280", "#AC4530", "#115863", "#8B8B19", "#6D46A8", "#693A0B", "#20A0BB",
                            "#640635", "#B3897B", "#262A63"},
                           "wwwkwwkwkw");
    return t;
}

Theme makeDark()
{
    Theme t;
    t.isDark = true;
    t.ground = hex("#14181D");
    t.surface = hex("#1C2229");
    t.stage = hex("#14181D");
    t.line = hex("#343C46");
    t.ink = hex("#F1F4F7");
    t.muted = hex("#A9B3BE");
    t.faint = hex("#828D99");
    t.accent = hex("#4A66DB");
    t.accentInk = hex("#FFFFFF");
    t.accentText = hex("#A5B5FA");
    t.accentSoft = hex("#28324F");
    t.record = hex("#C8382E");
    t.danger = hex("#FF9A90");
    t.dangerSoft = hex("#452522");
    t.padding = hex("#222931");
    t.hatch = hex("#454F5A");
    t.negative = hex("#6FA8FF");
    t.positive = hex("#FF9F45");
    t.roles = {{{hex("#5CB3EC"), hex("#5CB3EC")},
                {hex("#F2B134"), hex("#F2B134")},
                {hex("#35C79B"), hex("#35C79B")},
                {hex("#E59AC6"), hex("#E59AC6")}}};
    t.classes = classTable({"#A0AFBF", "#E17158", "#4D9DA7", "#BBC27B", "#8B71DB", "#8B613D", "#AAF2FB",
                            "#AB4F7E", "#FCD8B1", "#C2C8FD"},
                           "kkkkkwkwkk");
    return t;
}

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& c)
{
    const auto channel = [](float v) { return linear(static_cast<double>(v)); };
    return 0.2126 * channel(c.redF()) + 0.7152 * channel(c.greenF()) + 0.0722 * channel(c.blueF());
}

} // namespace

const Theme& lightTheme()
{
    static const Theme theme = makeLight();
    return theme;
}

const Theme& darkTheme()
{
    static const Theme theme = makeDark();
    return theme;
}

QColor mixed(const QColor& a, const QColor& b, double share)
{
    const auto s = static_cast<float>(std::clamp(share, 0.0, 1.0));
    const auto mix = [s](float from, float to) { return from + (to - from) * s; };
    return QColor::fromRgbF(mix(a.redF(), b.redF()), mix(a.greenF(), b.greenF()), mix(a.blueF(), b.blueF()));
}

QColor Theme::member(Role r, int index, int count) const
{
    const QColor base = role(r).fill;
    if (count <= 1) return base;
    // From light to dark around the role's own fill, the hue turning a little so that neighbours differ.
    const double place = static_cast<double>(index) / (count - 1) - 0.5,
                 turn = r == Role::Output ? 0.10 : -0.03;
    const double hue = std::fmod(static_cast<double>(base.hslHueF()) + turn * place + 1, 1.0);
    const double lightness = std::clamp(static_cast<double>(base.lightnessF()) - 0.22 * place, 0.2, 0.75);
    return QColor::fromHslF(static_cast<float>(hue), base.hslSaturationF() * 0.8f,
                            static_cast<float>(lightness))
        .toRgb();
}

QColor Theme::shade(Role r, double strength) const
{
    // Numbers stand on these grounds in ink, so even the strongest keeps its distance from it.
    const double least = isDark ? 0.06 : 0.04, most = isDark ? 0.42 : 0.46;
    return mixed(surface, role(r).fill, least + (most - least) * std::clamp(strength, 0.0, 1.0));
}

double contrast(const QColor& a, const QColor& b)
{
    const double la = luminance(a), lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

bool loadFonts(const QString& folder)
{
    const QDir fonts(folder);
    bool isComplete = true;
    for (const char* weight : {"Regular", "Medium", "SemiBold", "Bold"})
        isComplete &= QFontDatabase::addApplicationFont(
                          fonts.filePath(QStringLiteral("Inter-%1.otf").arg(QLatin1String(weight)))) >= 0;
    return isComplete;
}

QFont uiFont(double pixels, QFont::Weight weight)
{
    QFont font(QStringLiteral("Inter"));
    font.setPixelSize(std::max(1, static_cast<int>(std::lround(pixels))));
    font.setWeight(weight);
    return font;
}

QPalette paletteOf(const Theme& t)
{
    QPalette p;
    p.setColor(QPalette::Window, t.ground);
    p.setColor(QPalette::WindowText, t.ink);
    p.setColor(QPalette::Base, t.surface);
    p.setColor(QPalette::AlternateBase, t.ground);
    p.setColor(QPalette::Text, t.ink);
    p.setColor(QPalette::PlaceholderText, t.muted);
    p.setColor(QPalette::Button, t.surface);
    p.setColor(QPalette::ButtonText, t.ink);
    p.setColor(QPalette::ToolTipBase, t.surface);
    p.setColor(QPalette::ToolTipText, t.ink);
    p.setColor(QPalette::Highlight, t.accent);
    p.setColor(QPalette::HighlightedText, t.accentInk);
    p.setColor(QPalette::Link, t.accentText);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        p.setColor(QPalette::Disabled, role, t.faint);
    return p;
}

QString styleSheetOf(const Theme& t, double scale)
{
    // Marks instead of colours keep the sheet readable; widgets say what they are by the property `look`.
    QString sheet = QStringLiteral(R"(
        QWidget { font-family: "Inter"; font-size: @text; }
        QToolTip { background: @surface; color: @ink; border: 1px solid @line; padding: 4px 6px; }
        QPushButton, QToolButton[look="button"] { background: @surface; color: @ink; border: 1px solid @line; border-radius: 6px; padding: 5px 12px; }
        QPushButton:hover, QToolButton[look="button"]:hover { border-color: @accentText; }
        QPushButton:focus, QToolButton:focus { border: 2px solid @accentText; padding: 4px 11px; }
        QPushButton:disabled, QToolButton:disabled { color: @faint; }
        QPushButton[look="primary"] { background: @accent; color: @accentInk; border-color: @accent; font-weight: 600; }
        QPushButton[look="record"] { background: @record; color: white; border-color: @record; font-weight: 600; padding: 8px 16px; }
        QPushButton[look="small"] { padding: 4px 9px; }
        QPushButton[look="small"]:focus { padding: 3px 8px; }
        QPushButton[look="link"] { background: transparent; border: 1px solid transparent; color: @accentText; padding: 3px 4px; text-align: left; font-weight: 600; }
        QPushButton[look="segment"] { border-radius: 0; padding: 5px 10px; margin: 0; border-right-width: 0; }
        QPushButton[look="segment"][place="first"] { border-top-left-radius: 6px; border-bottom-left-radius: 6px; }
        QPushButton[look="segment"][place="last"] { border-top-right-radius: 6px; border-bottom-right-radius: 6px; border-right-width: 1px; }
        QPushButton[look="segment"][place="only"] { border-radius: 6px; border-right-width: 1px; }
        QPushButton[look="segment"]:checked { background: @accent; color: @accentInk; border-color: @accent; font-weight: 600; }
        QPushButton[look="segment"]:focus { border: 2px solid @accentText; padding: 4px 9px; }
        QToolButton[look="flat"] { background: transparent; border: 1px solid transparent; border-radius: 6px; padding: 4px; color: @ink; }
        QToolButton[look="flat"]:hover { background: @accentSoft; }
        QToolButton[look="flat"]:focus { border: 2px solid @accentText; padding: 3px; }
        QToolButton[look="slim"] { background: transparent; border: 0; border-radius: 3px; padding: 0; }
        QToolButton[look="slim"]:hover { background: @accentSoft; }
        QToolButton[look="round"] { background: @accent; border: 2px solid @accent; border-radius: @round; }
        QToolButton[look="round"]:focus { border-color: @ink; }
        QToolButton[look="rail"] { background: transparent; border: 0; border-left: 3px solid transparent; border-radius: 0; color: @muted; padding: 10px 0; }
        QToolButton[look="rail"]:hover { background: @accentSoft; }
        QToolButton[look="rail"]:checked { background: @accentSoft; border-left-color: @accent; color: @accentText; font-weight: 600; }
        QToolButton[look="rail"]:focus { border: 2px solid @accentText; padding: 8px 0; }
        QLineEdit, QComboBox { background: @surface; color: @ink; border: 1px solid @line; border-radius: 6px; padding: 4px 8px; selection-background-color: @accent; selection-color: @accentInk; }
        QLineEdit:focus, QComboBox:focus { border: 2px solid @accentText; padding: 3px 7px; }
        QLineEdit[invalid="true"] { border: 2px solid @danger; padding: 3px 7px; }
        QLineEdit[look="tight"] { padding: 4px 5px; }
        QLineEdit[look="tight"]:focus { padding: 3px 4px; }
        QComboBox::drop-down { border: 0; width: 22px; }
        QComboBox::down-arrow { width: 0; height: 0; border-left: 4px solid @surface; border-right: 4px solid @surface; border-top: 5px solid @muted; }
        QComboBox::down-arrow:disabled { border-top-color: @line; }
        QComboBox QAbstractItemView { background: @surface; color: @ink; border: 1px solid @line; selection-background-color: @accentSoft; selection-color: @ink; }
        QMenu { background: @surface; color: @ink; border: 1px solid @line; padding: 4px; }
        QMenu::item { padding: 5px 18px; border-radius: 4px; }
        QMenu::item:selected { background: @accentSoft; }
        QLabel[look="muted"] { color: @muted; }
        QLabel[look="group"] { color: @muted; font-weight: 600; }
        QLabel[look="title"] { font-weight: 700; font-size: @title; }
        QLabel[look="cardTitle"] { font-weight: 700; font-size: @card; }
        QPushButton[look="tab"] { background: transparent; border: 0; border-bottom: 3px solid transparent; border-radius: 0; color: @muted; padding: 7px 16px 6px 16px; }
        QPushButton[look="tab"]:hover { background: @accentSoft; }
        QPushButton[look="tab"]:checked { color: @accentText; border-bottom-color: @accent; font-weight: 600; }
        QPushButton[look="tab"]:focus { border: 2px solid @accentText; padding: 5px 14px; }
        QPushButton[look="tab"][isTight="true"] { padding: 7px 7px 6px 7px; }
        QPushButton[look="tab"][isTight="true"]:focus { padding: 5px 5px; }
        QFrame[look="pending"] { background: @accentSoft; border: 1px solid @accentText; border-radius: 8px; }
        QFrame[look="pending"] QLabel { color: @ink; }
        QLabel[look="danger"] { color: @danger; }
        QLabel[look="encoder"] { color: @encoder; font-weight: 600; }
        QLabel[look="decoder"] { color: @decoder; font-weight: 600; }
        QFrame[look="layer"] { background: @surface; border: 1px solid @line; border-radius: 8px; }
        QFrame[look="layer"][invalid="true"] { border: 2px solid @danger; }
        QFrame[look="inset"] { background: @ground; border: 0; border-radius: 8px; }
        QFrame[look="inset"] QLabel { color: @muted; font-size: @small; }
        QFrame[look="mark"] { background: @accent; border: 0; border-radius: 1px; }
        QComboBox[look="tight"] { padding: 4px 2px 4px 5px; }
        QComboBox[look="tight"]:focus { padding: 3px 1px 3px 4px; }
        QComboBox[look="tight"]::drop-down { border: 0; width: 13px; }
        QPushButton[look="bare"] { background: transparent; border: 1px solid transparent; color: @muted; padding: 0; font-size: @card; }
        QPushButton[look="bare"]:hover { color: @danger; }
        QPushButton[look="bare"]:focus { border: 2px solid @accentText; padding: 0; }
        QLabel[look="readOnly"] { background: @ground; color: @muted; border: 1px solid @line; border-radius: 6px; padding: 4px 5px; }
        QFrame[look="hint"] { background: @accentSoft; border: 0; border-radius: 8px; }
        QFrame[look="hint"] QLabel { color: @ink; }
        QDialog { background: @surface; }
        QProgressBar { background: @ground; border: 1px solid @line; border-radius: 6px; min-height: 12px; max-height: 12px; }
        QProgressBar::chunk { background: @accent; border-radius: 5px; }
        QFrame[look="bar"] { background: @surface; border: 0; }
        QFrame[look="rule"] { background: @line; border: 0; }
        QFrame[look="card"], QWidget[look="card"], QWidget[look="strip"] { background: @surface; border: 1px solid @line; border-radius: 10px; }
        QFrame[look="hint"] { background: @accentSoft; border: 0; border-radius: 10px; }
        QFrame[look="notice"] { background: @dangerSoft; border: 1px solid @danger; border-radius: 8px; }
        QFrame[look="notice"] QLabel { color: @ink; }
        QLabel[look="toast"] { background: @ink; color: @surface; border-radius: 8px; padding: 8px 16px; }
        QScrollArea { background: @surface; border: 0; }
        QScrollArea > QWidget > QWidget { background: @surface; }
        QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
        QScrollBar::handle:vertical { background: @line; border-radius: 5px; min-height: 24px; }
        QScrollBar::add-line, QScrollBar::sub-line { height: 0; }
    )");
    const std::pair<const char*, QColor> marks[] = {{"@accentSoft", t.accentSoft},
                                                    {"@accentText", t.accentText},
                                                    {"@accentInk", t.accentInk},
                                                    {"@accent", t.accent},
                                                    {"@surface", t.surface},
                                                    {"@ground", t.ground},
                                                    {"@dangerSoft", t.dangerSoft},
                                                    {"@danger", t.danger},
                                                    {"@record", t.record},
                                                    {"@encoder", t.role(Role::Input).text},
                                                    {"@decoder", t.role(Role::Output).text},
                                                    {"@line", t.line},
                                                    {"@muted", t.muted},
                                                    {"@faint", t.faint},
                                                    {"@ink", t.ink}};
    for (const auto& [mark, colour] : marks)
        sheet.replace(QLatin1String(mark), colour.name());
    sheet.replace(QStringLiteral("@text"), QStringLiteral("%1px").arg(std::lround(14 * scale)));
    sheet.replace(QStringLiteral("@small"), QStringLiteral("%1px").arg(std::lround(13 * scale)));
    sheet.replace(QStringLiteral("@round"), QStringLiteral("%1px").arg(std::lround(22 * scale)));
    sheet.replace(QStringLiteral("@card"), QStringLiteral("%1px").arg(std::lround(16 * scale)));
    return sheet.replace(QStringLiteral("@title"), QStringLiteral("%1px").arg(std::lround(19 * scale)));
}

} // namespace hg
