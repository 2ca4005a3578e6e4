#include "ui/labs/conv/paint_brush.h"

#include "ui/labs/conv/conv_model.h"
#include "ui/theme/icons.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/conv_canvas.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMouseEvent>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace hg {
namespace {

constexpr double largestNumber = 1e6; // as in the canvas
constexpr double stride = 3;          // pixels: no cell is smaller that can be aimed at

} // namespace

PaintBrush::PaintBrush(ConvModel& model, ConvCanvas& canvas) : CanvasBrush(model, canvas)
{
    connect(&canvas, &ConvCanvas::valueEdited, this,
            [this](const ConvHit&, double value) { setValue(value); });
}

void PaintBrush::setValue(double value)
{
    if (m_value == value) return;
    m_value = value;
    Q_EMIT valueChanged(value);
}

/// A cell of input or filter with a number of its own.
std::optional<ConvHit> PaintBrush::cellAt(const QPointF& place) const
{
    const ConvPicture* picture = canvas().picture();
    const auto hit = picture ? picture->hit(place) : std::nullopt;
    const ConvScene& s = model().scene();
    if (!hit || hit->place == ConvPlace::Output || (hit->place == ConvPlace::Kernel && s.pooling))
        return std::nullopt;
    const Shape grid = hit->place == ConvPlace::Input ? s.input.shape : s.kernel.shape;
    const bool isInside = hit->row >= 0 && hit->column >= 0 && hit->row < grid.height &&
                          hit->column < grid.width && hit->channel < s.channels() &&
                          hit->filter < s.filters();
    return isInside ? hit : std::nullopt;
}

CanvasBrush::Beginning PaintBrush::begin(const QMouseEvent& event)
{
    const bool isLeft = event.button() == Qt::LeftButton, isRight = event.button() == Qt::RightButton;
    const auto cell = isLeft || isRight ? cellAt(event.position()) : std::nullopt;
    if (!cell) return Beginning::Nothing;
    m_first = *cell;
    m_isClearing = isRight || (event.modifiers() & Qt::ShiftModifier);
    return m_isClearing ? Beginning::StrokeAtOnce : Beginning::Stroke;
}

void PaintBrush::draw(const QPointF& from, const QPointF& to)
{
    ConvScene scene = model().scene();
    const QPointF way = to - from;
    const int steps = std::max(1, static_cast<int>(std::hypot(way.x(), way.y()) / stride));
    for (int i = 0; i <= steps; ++i) { // a fast pointer leaves out cells
        const auto cell = cellAt(from + way * i / steps);
        if (!cell || cell->place != m_first.place || cell->channel != m_first.channel ||
            cell->filter != m_first.filter)
            continue;
        (cell->place == ConvPlace::Input ? scene.input.at(0, cell->channel, cell->row, cell->column)
                                         : weightAt(scene, cell->filter, cell->channel, cell->row,
                                                    cell->column)) = m_isClearing ? 0 : m_value;
    }
    edit(scene);
}

void PaintBrush::noteDrag(const QPointF& place)
{
    const QLocale locale;
    QToolTip::showText(place.toPoint(),
                       tr("Painting %1, the pencil’s number above. Shift or the right button: 0.")
                           .arg(withRealMinus(locale.toString(m_value, 'g', 6))),
                       &canvas());
}

BrushField::BrushField(PaintBrush& brush, ConvModel& model)
    : m_icon(new QLabel(this)), m_value(new Stepper(this))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    row->addWidget(m_icon);
    row->addWidget(m_value);
    m_icon->setBuddy(m_value);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_value->setArrowsShown(false);
    m_value->edit()->setFixedWidth(56);
    m_value->setRange(-largestNumber, largestNumber, 1, 6);
    m_value->setValue(brush.value());
    connect(m_value, &Stepper::changed, &brush, &PaintBrush::setValue);
    connect(&brush, &PaintBrush::valueChanged, m_value, &Stepper::setValue);
    model.heed(m_value);
    translated([this] {
        m_value->setName(tr("Number to paint with"));
        setToolTip(tr("The number that dragging over cells paints; with Shift or the right button, 0"));
    });
    refreshIcon();
}

void BrushField::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange) refreshIcon();
    Panel::changeEvent(event);
}

void BrushField::refreshIcon()
{
    constexpr int side = 18;
    m_icon->setPixmap(glyphIcon(Glyph::Pencil, palette().color(QPalette::WindowText), side).pixmap(side));
}

} // namespace hg
