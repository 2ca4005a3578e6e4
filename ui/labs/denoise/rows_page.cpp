#include "ui/labs/denoise/rows_page.h"

#include "ui/labs/denoise/denoise_model.h"
#include "ui/labs/denoise/denoise_words.h"

#include <QMouseEvent>
#include <QPainter>

namespace hg {

RowsPage::RowsPage(DenoiseModel& model) : DenoisePage(model)
{
    setMouseTracking(true);
    connect(&model, &DenoiseModel::figuresChanged, this, &RowsPage::follow);
    connect(&model, &DenoiseModel::curvesChanged, this, &RowsPage::follow);
    translated([this] {
        setAccessibleName(tr("Pictures and what they are worth"));
        layOut();
    });
}

void RowsPage::setStyle(const PaintStyle& style)
{
    m_style = style;
    layOut();
}

void RowsPage::resizeEvent(QResizeEvent* event)
{
    DenoisePage::resizeEvent(event);
    layOut();
}

void RowsPage::layOut()
{
    m_painter = std::make_unique<DenoisePainter>(size(), m_style);
    follow();
}

void RowsPage::refresh()
{
    setAccessibleDescription(DenoisePainter::describe(look(), m_style.texts));
    update();
}

DenoiseLook RowsPage::look()
{
    const DenoisedPictures& pictures = m_model.pictures(m_painter->columns());
    DenoiseLook look{.setup = m_model.setup(), .strength = m_model.strength(), .pictures = &pictures};
    const auto& labels = m_model.data()->dataset->test.labels;
    const auto first = static_cast<std::size_t>(pictures.first),
               count = static_cast<std::size_t>(pictures.count);
    if (first + count <= labels.size() && !pictures.read.front().empty())
        look.labels = std::span(labels).subspan(first, count);
    if (const MeasuredRows* measured = m_model.figures()) {
        look.figures = measured->figures;
        look.figuresOf = measuredText(m_style.texts, measured->of.subject.setup.kind, measured->of.strength,
                                      std::min(measured->of.count, m_model.data()->dataset->test.count));
    }
    look.blackPixel = m_model.blackPixel();
    if (m_model.areCurvesOfNow()) look.points = m_model.curves().points();
    for (const DenoiseRow row : {DenoiseRow::Autoencoder, DenoiseRow::NoiseTrained})
        look.notes[static_cast<std::size_t>(row)] = m_model.noteOf(row);
    return look;
}

void RowsPage::paintEvent(QPaintEvent*)
{
    if (!m_model.data()) return;
    QPainter p(this);
    m_painter->paint(p, look());
}

void RowsPage::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || !m_model.data()) return;
    const auto strength = m_painter->strengthAt(event->position(), look());
    m_isDragging = strength.has_value();
    if (strength) return m_model.setStrength(*strength);
    const int column = m_painter->columnAt(event->position());
    const DenoisedPictures& pictures = m_model.pictures(m_painter->columns());
    if (column >= 0 && column < pictures.count) m_model.takeToOwn(pictures.first + column);
}

void RowsPage::mouseMoveEvent(QMouseEvent* event)
{
    if (!m_model.data()) return;
    const auto strength = m_painter->strengthAt(event->position(), look());
    const bool isPicture = m_painter->columnAt(event->position()) >= 0;
    setCursor(strength ? Qt::SizeHorCursor : isPicture ? Qt::PointingHandCursor : Qt::ArrowCursor);
    setToolTip(isPicture ? tr("Click: scribble over it on the tab Your own noise") : QString());
    if (m_isDragging && (event->buttons() & Qt::LeftButton) && strength) m_model.setStrength(*strength);
}

} // namespace hg
