#include "ui/widgets/conv_canvas.h"

#include "ui/painters/conv_pace.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace hg {
namespace {

constexpr double largestNumber = 1e6;

} // namespace

QString ConvTimeline::label() const
{
    if (m_count == 0) return {};
    const int shown = std::clamp(static_cast<int>(std::ceil(position())), 0, m_count);
    return tr("Position %1 of %2").arg(shown).arg(m_count);
}

double ConvTimeline::rate(double position) const
{
    return 1 / secondsOfPosition(position, m_count);
}

void ConvTimeline::setCount(int count)
{
    m_count = count;
    countChanged();
}

ConvCanvas::ConvCanvas(ConvTimeline& timeline, QWidget* parent)
    : QWidget(parent), m_timeline(timeline), m_editor(new QLineEdit(this))
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    m_editor->hide();
    m_editor->setAlignment(Qt::AlignCenter);
    m_editor->installEventFilter(this);
    connect(m_editor, &QLineEdit::editingFinished, this, &ConvCanvas::finishEdit);
    connect(&m_timeline, &Timeline::changed, this, [this] {
        update();
        if (!m_timeline.isPlaying()) refreshDescription(); // not sixty times a second
    });
    connect(&m_timeline, &Timeline::stateChanged, this, &ConvCanvas::refreshDescription);
}

ConvCanvas::~ConvCanvas() = default;

void ConvCanvas::setFigure(const ConvFigure& figure)
{
    m_picture.reset();
    m_figure = figure;
    if (m_selected && !isInRange(*m_selected)) m_selected.reset();
    rebuild();
}

void ConvCanvas::setStyle(const PaintStyle& style)
{
    m_style = style;
    rebuild();
}

void ConvCanvas::setGhostShown(bool isShown)
{
    m_look.showGhost = isShown;
    rebuild();
}

void ConvCanvas::setEditable(bool isEditable)
{
    m_isEditable = m_look.isEditable = m_look.showSum = isEditable;
    setFocusPolicy(isEditable ? Qt::StrongFocus : Qt::NoFocus);
}

void ConvCanvas::rebuild()
{
    if (!m_figure) return;
    m_look.selected = m_selected;
    m_picture = makeConvPicture(*m_figure, QSizeF(size()), m_style, m_look);
    refreshDescription();
    update();
}

void ConvCanvas::refreshDescription()
{
    if (m_picture) setAccessibleDescription(m_picture->describe(m_timeline.position()));
}

void ConvCanvas::paintEvent(QPaintEvent*)
{
    QPainter p(this);
    p.fillRect(rect(), m_style.theme.stage);
    if (m_picture) m_picture->paint(p, m_timeline.position(), m_timeline.speed() < 4);
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
    if (!hit) {
        m_selected.reset();
        return rebuild();
    }
    if (hit->place == ConvPlace::Output) {
        m_timeline.pause();
        return m_timeline.seek(hit->row * m_figure->outputShape().width + hit->column + 1);
    }
    select(*hit);
    beginEdit({});
}

void ConvCanvas::select(const ConvHit& hit)
{
    m_selected = hit;
    rebuild();
}

bool ConvCanvas::isInRange(const ConvHit& hit) const
{
    const Shape s = hit.place == ConvPlace::Input ? m_figure->inputShape() : m_figure->scene.kernel.shape;
    return hit.row >= 0 && hit.column >= 0 && hit.row < s.height && hit.column < s.width;
}

void ConvCanvas::moveSelection(int rows, int columns)
{
    ConvHit next = *m_selected;
    next.row += rows;
    next.column += columns;
    if (isInRange(next)) return select(next);
    // Beyond the input's right edge stands the filter, and back.
    if (columns > 0 && m_selected->place == ConvPlace::Input) select({ConvPlace::Kernel, 0, 0});
    if (columns < 0 && m_selected->place == ConvPlace::Kernel)
        select({ConvPlace::Input, 0, m_figure->inputShape().width - 1});
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
        return beginEdit({});
    case Qt::Key_Escape:
        m_selected.reset();
        return rebuild();
    default:
        break;
    }
    if (isNumberKey) return beginEdit(text);
    QWidget::keyPressEvent(event);
}

bool ConvCanvas::eventFilter(QObject* object, QEvent* event)
{
    if (event->type() != QEvent::KeyPress) return QWidget::eventFilter(object, event);
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (key == Qt::Key_Escape) {
        m_editor->hide();
        setFocus();
        return true;
    }
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        finishEdit(); // here, because the field lets Return go on to the canvas, which would open it again
        return true;
    }
    return QWidget::eventFilter(object, event);
}

void ConvCanvas::beginEdit(const QString& text)
{
    const TensorD& grid =
        m_selected->place == ConvPlace::Input ? m_figure->scene.input : m_figure->scene.kernel;
    const QRectF cell = m_picture->cellOf(*m_selected);
    const QSizeF size(std::max(cell.width(), 64.0), std::max(cell.height(), 32.0));
    m_editor->setGeometry(QRectF(cell.center() - QPointF(size.width(), size.height()) / 2, size).toRect());
    m_editor->setAccessibleName(tr("New number"));
    if (text.isEmpty()) {
        m_editor->setText(m_style.texts.number(grid.at(0, 0, m_selected->row, m_selected->column), 6));
        m_editor->selectAll();
    } else
        m_editor->setText(text);
    m_editor->setModified(!text.isEmpty());
    m_editor->show();
    m_editor->setFocus();
}

void ConvCanvas::finishEdit()
{
    if (!m_editor->isVisible() || !m_selected) return;
    const QString typed = m_editor->text().trimmed();
    m_editor->hide();
    setFocus();
    if (!m_editor->isModified()) return; // the text may be shorter than the number that it shows
    bool isNumber = false;
    const double value = QString(typed).replace(u',', u'.').replace(QChar(0x2212), u'-').toDouble(&isNumber);
    if (!isNumber || !(std::abs(value) <= largestNumber)) {
        Q_EMIT problemFound(tr("“%1” is not a number from −%2 to %2; the old one stays")
                                .arg(typed, m_style.texts.number(largestNumber)));
        return;
    }
    Q_EMIT valueEdited(m_selected->place, m_selected->row, m_selected->column, value);
}

} // namespace hg
