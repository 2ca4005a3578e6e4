#include "ui/widgets/chip.h"

#include "ui/painters/paint_marks.h"

#include <QActionGroup>
#include <QFontMetricsF>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace hg {
namespace {

constexpr double textPixels = 17, chipHeight = 40, side = 13, arrow = 10, arrowGap = 10, leastValue = 56,
                 longestName = 270, switchWidth = 24;
constexpr int turnOfStep = 120;

} // namespace

Chip::Chip(QWidget* parent) : QPushButton(parent)
{
    setFocusPolicy(Qt::TabFocus); // a click leaves the keys to the stage
    setAutoDefault(false);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(this, &QAbstractButton::clicked, this, &Chip::press);
}

void Chip::setContent(const ChipContent& content)
{
    m_content = content;
    const QString spoken = content.name + u' ' + content.value();
    setAccessibleName(spoken);
    setToolTip(spoken);
    updateGeometry();
    update();
}

void Chip::setStyle(const PaintStyle& style)
{
    m_style = style;
    updateGeometry();
    update();
}

double Chip::textWidth() const
{
    const double name =
        QFontMetricsF(m_style.font(textPixels, QFont::Medium)).horizontalAdvance(m_content.name + u' ');
    const double value =
        QFontMetricsF(m_style.font(textPixels, QFont::Bold)).horizontalAdvance(m_content.value());
    return std::ceil((m_content.isNameShown ? name : 0) + (m_content.isSwitch ? 0 : value));
}

QSize Chip::sizeHint() const
{
    const double mark = m_content.isSwitch ? arrowGap + switchWidth : arrow + arrowGap;
    const double wide = textWidth() + m_style.px(2 * side + mark) + 2;
    return {static_cast<int>(std::ceil(wide)), static_cast<int>(m_style.px(chipHeight))};
}

QSize Chip::minimumSizeHint() const
{
    const QSize whole = sizeHint();
    if (!m_content.isElidable) return whole;
    const double least = m_style.px(leastValue + 2 * side + arrow + arrowGap);
    return {std::min(whole.width(), static_cast<int>(least)), whole.height()};
}

int Chip::comfortableWidth() const
{
    const int whole = sizeHint().width();
    return m_content.isElidable ? std::min(whole, static_cast<int>(m_style.px(longestName))) : whole;
}

QColor Chip::textColour() const
{
    const Theme& t = m_style.theme;
    switch (m_content.look) {
    case ChipLook::Filter:
        return t.role(Role::Filter).text;
    case ChipLook::Accent:
        return t.accentText;
    case ChipLook::Padding:
        return t.muted;
    case ChipLook::Plain:
        break;
    }
    return t.ink;
}

void Chip::paintFrame(QPainter& p) const
{
    const Theme& t = m_style.theme;
    const double radius = m_style.px(8), pen = m_style.px(hasFocus() ? 3 : 1.5);
    const QRectF box = QRectF(rect()).adjusted(pen / 2, pen / 2, -pen / 2, -pen / 2);
    const QColor frame = m_content.look == ChipLook::Plain    ? t.faint
                         : m_content.look == ChipLook::Filter ? t.role(Role::Filter).fill
                                                              : textColour();
    p.setPen(QPen(hasFocus() ? t.accentText : frame, pen));
    p.setBrush(underMouse() ? t.accentSoft : t.surface);
    p.drawRoundedRect(box, radius, radius);
    if (m_content.look != ChipLook::Padding) return;
    PaintMarks(m_style).hatch(p, box.adjusted(pen, pen, -pen, -pen), t.hatch);
    // The words stand on a plate, so that they are read and the hatch says what they are about.
    p.setPen(Qt::NoPen);
    const double plate = textWidth() + m_style.px(10), inset = m_style.px(8);
    p.drawRoundedRect(QRectF(m_style.px(side - 5), inset, plate, height() - 2 * inset), m_style.px(4),
                      m_style.px(4));
}

void Chip::paintEvent(QPaintEvent*)
{
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    paintFrame(p);
    const QColor ink = textColour();
    const double triangle = m_style.px(arrow);
    QRectF words = QRectF(rect()).adjusted(m_style.px(side), 0, -m_style.px(side + arrow + arrowGap), 0);
    p.setPen(ink);
    if (m_content.isNameShown) {
        const QString name = m_content.name + u' ';
        p.setFont(m_style.font(textPixels, QFont::Medium));
        p.drawText(words, Qt::AlignLeft | Qt::AlignVCenter, name);
        words.setLeft(words.left() + QFontMetricsF(p.font()).horizontalAdvance(name));
    }
    if (m_content.isSwitch) return paintSwitch(p);
    p.setFont(m_style.font(textPixels, QFont::Bold));
    const QString value =
        QFontMetricsF(p.font()).elidedText(m_content.value(), Qt::ElideRight, words.width() + 1);
    p.drawText(words, Qt::AlignLeft | Qt::AlignVCenter, value);
    const double left = width() - m_style.px(side) - triangle, top = (height() - 0.8 * triangle) / 2;
    p.setPen(Qt::NoPen);
    p.setBrush(ink);
    p.drawPolygon(
        QPolygonF({{left, top}, {left + triangle, top}, {left + triangle / 2, top + 0.8 * triangle}}));
}

/// In place of the triangle.
void Chip::paintSwitch(QPainter& p) const
{
    const Theme& t = m_style.theme;
    const double wide = m_style.px(switchWidth), high = m_style.px(13);
    const QRectF track(width() - m_style.px(side) - wide, (height() - high) / 2, wide, high);
    const bool isOn = m_content.current == 1;
    p.setPen(Qt::NoPen);
    p.setBrush(isOn ? t.accent : t.faint);
    p.drawRoundedRect(track, high / 2, high / 2);
    p.setBrush(Qt::white);
    const double radius = high / 2 - m_style.px(2);
    const double x = isOn ? track.right() - high / 2 : track.left() + high / 2;
    p.drawEllipse(QPointF(x, track.center().y()), radius, radius);
}

void Chip::press()
{
    m_content.isSwitch ? choose(1 - m_content.current) : openList();
}

void Chip::openList()
{
    auto* list = new QMenu(this);
    list->setAttribute(Qt::WA_DeleteOnClose);
    list->setAccessibleName(m_content.name);
    list->setMinimumWidth(width());
    m_folded.empty() ? fill(*list, m_content) : fillFolded(*list);
    list->popup(mapToGlobal(QPoint(0, height() + 4)));
}

/// The values, those of a group in a list of their own.
void Chip::fill(QMenu& list, const ChipContent& content)
{
    auto* exclusive = new QActionGroup(&list);
    QMenu* group = nullptr;
    for (int i = 0; i < content.values.size(); ++i) {
        const QString title = content.groups.value(i);
        if (!title.isEmpty() && (!group || group->title() != title)) group = list.addMenu(title);
        QMenu& place = title.isEmpty() ? list : *group;
        QAction* action = place.addAction(content.values.at(i));
        action->setCheckable(true);
        action->setChecked(i == content.current);
        exclusive->addAction(action);
        if (i == content.current || i == 0) place.setActiveAction(action);
        if (i != content.current)
            connect(action, &QAction::triggered, [choose = content.choose, i] { choose(i); });
    }
}

void Chip::fillFolded(QMenu& list)
{
    for (const ChipContent& content : m_folded) {
        if (!content.isSwitch) {
            fill(*list.addMenu(content.name + u' ' + content.value()), content);
            continue;
        }
        QAction* action = list.addAction(content.name);
        action->setCheckable(true);
        action->setChecked(content.current == 1);
        connect(action, &QAction::triggered,
                [choose = content.choose, next = 1 - content.current] { choose(next); });
    }
}

void Chip::step(int direction)
{
    const int last = static_cast<int>(m_content.values.size()) - 1;
    if (last < 0) return;
    const int by = m_content.areNumbers ? direction : -direction;
    choose(m_content.current < 0 ? 0 : std::clamp(m_content.current + by, 0, last));
}

void Chip::choose(int index)
{
    if (index == m_content.current) return;
    const auto choose = m_content.choose; // what it changes gives the chip another content
    choose(index);
}

void Chip::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
        return step(event->key() == Qt::Key_Up ? 1 : -1);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return press();
    case Qt::Key_Left: // the transport's, not a way to the chip beside it
    case Qt::Key_Right:
        return event->ignore();
    default:
        QPushButton::keyPressEvent(event);
    }
}

void Chip::wheelEvent(QWheelEvent* event)
{
    m_wheel += event->angleDelta().y();
    for (; m_wheel >= turnOfStep; m_wheel -= turnOfStep)
        step(1);
    for (; m_wheel <= -turnOfStep; m_wheel += turnOfStep)
        step(-1);
    event->accept();
}

} // namespace hg
