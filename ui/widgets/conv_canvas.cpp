#include "ui/widgets/conv_canvas.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <utility>

namespace hg {
namespace {

constexpr double largestNumber = 1e6;

} // namespace

ConvCanvas::ConvCanvas(ConvTimeline& timeline, QWidget* parent)
    : QWidget(parent), m_timeline(timeline), m_editor(new QLineEdit(this))
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    m_editor->hide();
    m_editor->setAlignment(Qt::AlignCenter);
    m_editor->installEventFilter(this);
    connect(m_editor, &QLineEdit::editingFinished, this, [this] { finishEdit(); });
    connect(&m_timeline, &Timeline::changed, this, &ConvCanvas::refreshMoving);
    connect(&m_timeline, &Timeline::stateChanged, this, &ConvCanvas::refreshDescription);
}

ConvCanvas::~ConvCanvas() = default;

void ConvCanvas::setFigure(const ConvFigure& figure, const ConvLook& look)
{
    m_picture.reset();
    m_figure = figure;
    takeLook(look);
    if (m_selected && !isInRange(*m_selected)) unselect();
    rebuild();
}

void ConvCanvas::setStyle(const PaintStyle& style)
{
    m_style = style;
    rebuild();
}

void ConvCanvas::setLook(const ConvLook& look)
{
    const ConvLook before = m_look;
    takeLook(look);
    if (m_look == before) return;
    if (m_selected && !isInRange(*m_selected)) unselect();
    if (m_look.filter != before.filter && m_selected && m_selected->place == ConvPlace::Kernel) unselect();
    rebuild();
}

void ConvCanvas::takeLook(const ConvLook& look)
{
    m_look.tab = look.tab;
    m_look.showGhost = look.showGhost;
    m_look.hasOneScale = look.hasOneScale;
    m_look.showsZeros = look.showsZeros;
    m_look.hidesNext = look.hidesNext && m_isEditable;
    m_look.hidesSize = look.hidesSize && m_isEditable;
    m_look.filter = look.filter;
    m_look.showsErratum = look.showsErratum;
    m_look.outlined = m_look.isPresented || !m_isEditable ? std::vector<bool>() : look.outlined;
}

void ConvCanvas::setEditable(bool isEditable)
{
    m_isEditable = m_look.isEditable = m_look.showSum = isEditable;
    setFocusPolicy(isEditable ? Qt::StrongFocus : Qt::NoFocus);
}

void ConvCanvas::setPresented(bool isPresented)
{
    m_look.isPresented = isPresented;
    if (isPresented) m_look.outlined.clear(); // the next look has it again
    rebuild();
}

void ConvCanvas::setSecond(std::optional<double> second)
{
    if (m_second == second) return;
    const QRegion before = playheadRegion();
    m_second = second;
    update(before + playheadRegion());
}

QRegion ConvCanvas::playheadRegion() const
{
    QRegion region;
    if (!m_picture || !m_second) return region;
    for (const QLineF& line : m_picture->playhead(*m_second))
        region += QRectF(line.p1(), line.p2()).adjusted(-3, -3, 3, 3).toAlignedRect();
    return region;
}

void ConvCanvas::paintPlayhead(QPainter& p) const
{
    if (!m_second) return;
    p.setPen(QPen(m_style.theme.ink, 2 * m_style.scale));
    p.drawLines(m_picture->playhead(*m_second));
}

void ConvCanvas::rebuild()
{
    if (!m_figure) return;
    m_look.selected = m_selected;
    if (m_look.focus && !isInRange(*m_look.focus)) m_look.focus.reset();
    m_still = m_done = QPixmap();
    m_picture = makeConvPicture(*m_figure, QSizeF(size()), m_style, m_look);
    m_shownTime = m_timeline.position();
    m_shownMoving = m_picture->movingRegion(m_timeline.position(), withProducts());
    m_shownDone = m_picture->doneRegion(m_timeline.position(), withProducts());
    refreshDescription();
    update();
    Q_EMIT laidOut();
}

void ConvCanvas::refreshDescription()
{
    if (m_picture) setAccessibleDescription(m_picture->describe(m_timeline.position()));
}

void ConvCanvas::refreshMoving()
{
    if (!m_picture) return;
    const double t = m_timeline.position();
    const QRegion moving = m_picture->movingRegion(t, withProducts()),
                  done = m_picture->doneRegion(t, withProducts());
    update(m_shownMoving + moving + done.xored(m_shownDone) +
           m_picture->betweenRegion(m_shownTime, t, withProducts()));
    m_shownTime = t;
    m_shownMoving = moving;
    m_shownDone = done;
    if (!m_timeline.isPlaying()) refreshDescription(); // not sixty times a second
}

/// Paints the layers that stay while the window moves.
void ConvCanvas::keepLayers()
{
    const double ratio = devicePixelRatioF();
    const auto layer = [&](const QColor& ground, auto paint) {
        QPixmap pixmap(size() * ratio);
        pixmap.setDevicePixelRatio(ratio);
        pixmap.fill(ground);
        QPainter p(&pixmap);
        paint(p);
        return pixmap;
    };
    m_still = layer(m_style.theme.stage, [this](QPainter& p) { m_picture->paintStill(p); });
    m_done = layer(Qt::transparent, [this](QPainter& p) { m_picture->paintDone(p); });
}

void ConvCanvas::paintEvent(QPaintEvent* event)
{
    QPainter p(this);
    if (!m_picture) return p.fillRect(rect(), m_style.theme.stage);
    if (m_still.isNull()) keepLayers();
    const double t = m_timeline.position();
    p.setClipRegion(event->region());
    p.drawPixmap(0, 0, m_still);
    p.setClipRegion(event->region() & m_picture->doneRegion(t, withProducts()));
    p.drawPixmap(0, 0, m_done);
    p.setClipRegion(event->region());
    m_picture->paintMoving(p, t, withProducts());
    paintPlayhead(p);
}

void ConvCanvas::resizeEvent(QResizeEvent*)
{
    m_editor->hide();
    rebuild();
}

void ConvCanvas::mousePressEvent(QMouseEvent* event)
{
    if (!m_picture || !m_isEditable) return event->ignore();
    const auto hit = m_picture->hit(event->position());
    const bool wasPinned = std::exchange(m_isPinned, false);
    if (!hit) {
        unselect();
        m_look.focus.reset();
        return rebuild();
    }
    if (hit->place == ConvPlace::Output) {
        if (hit->filter != m_look.filter) {
            m_look.filter = hit->filter;
            rebuild();
            Q_EMIT filterChosen(hit->filter);
        }
        m_timeline.pause();
        if (!m_figure->scene.isTransposed)
            return m_timeline.seek(hit->row * m_figure->outputShape().width + hit->column + 1);
        m_isPinned = !wasPinned; // a cell of many stamps has no place in time, but links that can stay
        return focusOn(hit);
    }
    if (!m_figure->inputShape().size() || !isInRange(*hit)) return; // the padding has numbers, not its own
    select(*hit);
    beginEdit({});
}

void ConvCanvas::mouseMoveEvent(QMouseEvent* event)
{
    if (m_picture && m_isEditable && !m_isPinned) focusOn(m_picture->hit(event->position()));
}

void ConvCanvas::leaveEvent(QEvent*)
{
    if (!m_isPinned) focusOn({});
}

void ConvCanvas::focusOn(const std::optional<ConvHit>& cell)
{
    if (!m_picture || cell == m_look.focus) return;
    const bool isShownInput = cell && cell->place == ConvPlace::Input && !isInRange(*cell);
    m_look.focus = isShownInput ? std::nullopt : cell; // padding feeds through the cells that it repeats
    m_picture->setFocus(m_look.focus);
    update();
}

void ConvCanvas::select(const ConvHit& hit)
{
    m_selected = hit;
    Q_EMIT selectionChanged(m_selected);
    setProperty("takesArrows", true); // until then they are the transport's
    m_look.focus = hit;               // keys see the links too
    rebuild();
    setAccessibleDescription(m_picture->describe(m_timeline.position()));
}

void ConvCanvas::unselect()
{
    m_selected.reset();
    Q_EMIT selectionChanged(m_selected);
    setProperty("takesArrows", false);
}

bool ConvCanvas::isInRange(const ConvHit& hit) const
{
    const ConvScene& scene = m_figure->scene;
    const Shape in = m_figure->inputShape(), out = m_figure->outputShape();
    const auto isInside = [&](Axes size) {
        return hit.row >= 0 && hit.column >= 0 && hit.row < size.h && hit.column < size.w;
    };
    switch (hit.place) {
    case ConvPlace::Input:
        return hit.channel < in.channels && isInside({in.height, in.width});
    case ConvPlace::Kernel:
        return !scene.pooling && hit.filter < scene.filters() && hit.channel < scene.channels() &&
               isInside(scene.kernelSize());
    case ConvPlace::Output:
        if (m_look.hidesSize) return false;
        break;
    }
    return hit.filter < out.channels && isInside({out.height, out.width});
}

/// To the neighbour; beyond the input's right edge stands the filter, then the output, and back.
void ConvCanvas::moveSelection(int rows, int columns)
{
    ConvHit next = *m_selected;
    next.row += rows;
    next.column += columns;
    if (isInRange(next)) return select(next);
    if (columns == 0) return;
    const int place = static_cast<int>(m_selected->place) + columns;
    if (place < 0 || place > 2) return;
    ConvHit other{static_cast<ConvPlace>(place), 0, 0, 0, m_look.filter};
    if (other.place == ConvPlace::Kernel && m_figure->scene.pooling)
        other.place = columns > 0 ? ConvPlace::Output : ConvPlace::Input;
    if (other.place == ConvPlace::Output && m_look.hidesSize) return;
    if (columns < 0)
        other.column = (other.place == ConvPlace::Input ? m_figure->inputShape().width
                                                        : m_figure->scene.kernelSize().w) -
                       1;
    select(other);
}

/// To a cell of the same grid so many places on in reading order; at its ends it stays.
void ConvCanvas::goOn(int cells)
{
    ConvHit next = *m_selected;
    const Axes size = next.place == ConvPlace::Kernel
                          ? m_figure->scene.kernelSize()
                          : Axes{m_figure->inputShape().height, m_figure->inputShape().width};
    const int index = next.row * size.w + next.column + cells;
    if (index < 0 || index >= size.h * size.w) return;
    next.row = index / size.w;
    next.column = index % size.w;
    select(next);
}

void ConvCanvas::keyPressEvent(QKeyEvent* event)
{
    if (!m_figure || !m_isEditable) return QWidget::keyPressEvent(event);
    const QString text = event->text();
    const bool isNumberKey =
        !text.isEmpty() && (text[0].isDigit() || text[0] == u'-' || text[0] == u'.' || text[0] == u',');
    if (!m_selected) {
        // The arrows belong to the transport until a cell is chosen; Return chooses the first.
        if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
            return select({ConvPlace::Input, 0, 0});
        return QWidget::keyPressEvent(event);
    }
    switch (event->key()) {
    case Qt::Key_Left:
        return moveSelection(0, -1);
    case Qt::Key_Right:
        return moveSelection(0, 1);
    case Qt::Key_Up:
        return moveSelection(-1, 0);
    case Qt::Key_Down:
        return moveSelection(1, 0);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_selected->place != ConvPlace::Output) return beginEdit({});
        if (!m_figure->scene.isTransposed)
            m_timeline.seek(m_selected->row * m_figure->outputShape().width + m_selected->column + 1);
        return;
    case Qt::Key_Escape:
        unselect();
        m_look.focus.reset();
        return rebuild();
    default:
        break;
    }
    if (isNumberKey && m_selected->place != ConvPlace::Output) return beginEdit(text);
    QWidget::keyPressEvent(event);
}

bool ConvCanvas::eventFilter(QObject* object, QEvent* event)
{
    if (event->type() != QEvent::KeyPress) return QWidget::eventFilter(object, event);
    if (passOn(*static_cast<QKeyEvent*>(event))) return true;
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (key == Qt::Key_Escape) {
        m_editor->hide();
        setFocus();
        return true;
    }
    // Return here, because the field lets it go on to the canvas, which would open it again.
    const bool isReturn = key == Qt::Key_Return || key == Qt::Key_Enter;
    if (isReturn || key == Qt::Key_Tab || key == Qt::Key_Backtab) {
        finishEdit(key == Qt::Key_Backtab ? -1 : 1);
        return true;
    }
    return QWidget::eventFilter(object, event);
}

/// Where nothing was typed, the keys of copying and pasting mean the grid.
bool ConvCanvas::passOn(QKeyEvent& key)
{
    const bool isCopy = key.matches(QKeySequence::Copy), isPaste = key.matches(QKeySequence::Paste);
    if (m_editor->isModified() || (!isCopy && !isPaste)) return false;
    m_editor->hide();
    setFocus();
    isCopy ? Q_EMIT copyAsked() : Q_EMIT pasteAsked();
    return true;
}

void ConvCanvas::beginEdit(const QString& text)
{
    const ConvHit& c = *m_selected;
    const double value = c.place == ConvPlace::Input
                             ? m_figure->scene.input.at(0, c.channel, c.row, c.column)
                             : weightAt(m_figure->scene, c.filter, c.channel, c.row, c.column);
    const QRectF cell = m_picture->cellOf(*m_selected);
    const QSizeF size(std::max(cell.width(), 64.0), std::max(cell.height(), 32.0));
    m_editor->setGeometry(QRectF(cell.center() - QPointF(size.width(), size.height()) / 2, size).toRect());
    m_editor->setAccessibleName(tr("New number"));
    if (text.isEmpty()) {
        m_editor->setText(m_style.texts.number(value, 6));
        m_editor->selectAll();
    } else
        m_editor->setText(text);
    m_editor->setModified(!text.isEmpty());
    m_editor->show();
    m_editor->setFocus();
}

/// What was typed is asked for, and the selection goes on by so many cells unless it was wrong.
void ConvCanvas::finishEdit(int cells)
{
    if (!m_editor->isVisible() || !m_selected) return;
    const QString typed = m_editor->text().trimmed();
    m_editor->hide();
    setFocus();
    // The text may be shorter than the number that it shows.
    if (!m_editor->isModified()) return cells != 0 ? goOn(cells) : void();
    const auto value = numberIn(typed);
    if (!value || std::abs(*value) > largestNumber) {
        Q_EMIT problemFound(tr("“%1” is not a number from −%2 to %2; the old one stays")
                                .arg(typed, m_style.texts.number(largestNumber)));
        return;
    }
    Q_EMIT valueEdited(*m_selected, *value);
    if (cells != 0 && m_selected) goOn(cells);
}

} // namespace hg
