#include "ui/labs/autoencoder/picture_strip.h"

#include "ui/painters/class_marks.h"
#include "ui/painters/walk_layers.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace hg {
namespace {

constexpr double gap = 6, captionHeight = 19, margin = 4, mostSide = 72;
constexpr double captionSize = 13, leastCaptionSize = 11;

} // namespace

PictureStrip::PictureStrip(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
}

void PictureStrip::setStyle(const PaintStyle& style)
{
    m_style = style;
    updateGeometry();
    update();
}

void PictureStrip::setItems(std::vector<Item> items, int count)
{
    m_items = std::move(items);
    m_count = std::max({1, count, static_cast<int>(m_items.size())});
    QStringList spoken;
    for (const Item& item : m_items)
        spoken << (item.label ? item.name : item.letter + item.caption);
    setAccessibleDescription(spoken.join(QStringLiteral(", ")));
    update();
}

void PictureStrip::setChosen(int index)
{
    if (std::exchange(m_chosen, index) != index) update();
}

void PictureStrip::setChoosable(bool isChoosable)
{
    m_isChoosable = isChoosable;
    setFocusPolicy(isChoosable ? Qt::TabFocus : Qt::NoFocus);
}

bool PictureStrip::hasCaptions() const
{
    return std::any_of(m_items.begin(), m_items.end(), [](const Item& i) { return !i.caption.isEmpty(); });
}

QSize PictureStrip::sizeHint() const
{
    return {static_cast<int>(m_style.px(260)), static_cast<int>(m_style.px(76))};
}

QSize PictureStrip::minimumSizeHint() const
{
    return {static_cast<int>(m_style.px(80)), static_cast<int>(m_style.px(48))};
}

/// What each picture may have of the breadth.
double PictureStrip::share() const
{
    return (width() - 2 * m_style.px(margin) - m_style.px(gap) * (m_count - 1)) / m_count;
}

double PictureStrip::captionWidth() const
{
    return std::min(widestCaption(), share());
}

double PictureStrip::widestCaption() const
{
    const QFontMetricsF metrics(m_style.font(captionSize, m_isChoosable ? QFont::Bold : QFont::Normal));
    double widest = 0;
    for (const Item& item : m_items)
        widest = std::max(widest, metrics.horizontalAdvance(item.caption));
    return widest;
}

/// As large as lets the longest caption keep to its share, within limits.
double PictureStrip::fittingSize() const
{
    const double widest = widestCaption();
    return widest <= share() ? captionSize : std::max(leastCaptionSize, captionSize * share() / widest);
}

// Pictures narrower than what stands below them keep its distance.
QRectF PictureStrip::cell(int index) const
{
    const double between = m_style.px(gap), edge = m_style.px(margin), caption = captionWidth();
    const double below = hasCaptions() ? m_style.px(captionHeight) : 0;
    const double side = std::max(1.0, std::min({share(), height() - 2 * edge - below, m_style.px(mostSide)}));
    const double inset = std::max(0.0, caption - side) / 2;
    const double step =
        m_count > 1 ? std::min(share() + between, std::max(1.6 * side, caption + between)) : 0;
    return {edge + inset + index * step, edge, side, side};
}

/// On the lower right corner; a name that is longer stays on the picture.
void PictureStrip::paintMark(QPainter& p, const Item& item, const QRectF& box, double radius) const
{
    const double width = classMarkWidth(item.name, radius, m_style);
    QPointF centre = box.bottomRight() - QPointF(radius, radius) / 2;
    if (width > 2 * radius) centre.setX(box.center().x());
    paintClassMark(p, centre, radius, *item.label, item.name, m_style);
}

void PictureStrip::paintCaption(QPainter& p, const Item& item, const QRectF& below, bool isChosen) const
{
    if (item.isHatched) {
        p.setPen(Qt::NoPen);
        p.setBrush(QBrush(m_style.theme.hatch, Qt::BDiagPattern));
        p.drawRoundedRect(below.adjusted(2, 2, -2, -1), 3, 3);
    }
    p.setFont(m_style.font(fittingSize(), isChosen || item.isHatched ? QFont::Bold : QFont::Normal));
    p.setPen(m_style.theme.ink);
    p.drawText(below, Qt::AlignCenter, item.caption);
}

void PictureStrip::paintEvent(QPaintEvent*)
{
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    p.setRenderHint(QPainter::SmoothPixmapTransform);
    for (int i = 0; i < static_cast<int>(m_items.size()); ++i) {
        const Item& item = m_items[static_cast<std::size_t>(i)];
        const QRectF box = cell(i);
        p.drawImage(box, item.picture);
        if (i == m_chosen) {
            p.setBrush(Qt::NoBrush);
            p.setPen(QPen(m_style.theme.accent, m_style.px(3)));
            p.drawRoundedRect(box.adjusted(-1, -1, 1, 1), 3, 3);
        }
        const double wider = std::max(0.0, captionWidth() - box.width()) / 2 + m_style.px(gap) / 2;
        if (!item.caption.isEmpty())
            paintCaption(p, item,
                         QRectF(box.left() - wider, box.bottom() + m_style.px(3), box.width() + 2 * wider,
                                m_style.px(captionHeight)),
                         i == m_chosen);
        const double disc = m_style.px(9);
        if (item.label) paintMark(p, item, box, disc);
        if (!item.letter.isEmpty())
            paintRing(p, box.topLeft() + QPointF(disc, disc) / 2, disc, item.letter, m_style);
    }
    if (!hasFocus()) return;
    p.setBrush(Qt::NoBrush);
    p.setPen(QPen(m_style.theme.accent, 2));
    p.drawRect(QRectF(rect()).adjusted(1, 1, -1, -1));
}

void PictureStrip::pickAt(const QPointF& place)
{
    for (int i = 0; m_isChoosable && i < static_cast<int>(m_items.size()); ++i)
        if (const QRectF box = cell(i); place.x() >= box.left() - m_style.px(gap) / 2 &&
                                        place.x() < box.right() + m_style.px(gap) / 2 && i != m_chosen)
            Q_EMIT picked(i);
}

void PictureStrip::mousePressEvent(QMouseEvent* event)
{
    pickAt(event->position());
}

void PictureStrip::mouseMoveEvent(QMouseEvent* event)
{
    if (event->buttons() & Qt::LeftButton) pickAt(event->position());
}

void PictureStrip::keyPressEvent(QKeyEvent* event)
{
    const int step = event->key() == Qt::Key_Left ? -1 : event->key() == Qt::Key_Right ? 1 : 0;
    const int next = m_chosen + step;
    if (step == 0 || next < 0 || next >= static_cast<int>(m_items.size()))
        return QWidget::keyPressEvent(event);
    Q_EMIT picked(next);
}

} // namespace hg
