#include "ui/labs/fewlabels/parts_page.h"

#include "ui/labs/fewlabels/few_labels_model.h"

#include <QMouseEvent>
#include <QPainter>

namespace hg {

PartsPage::PartsPage(FewLabelsModel& model) : FewLabelsPage(model)
{
    setMouseTracking(true);
    translated([this] {
        setAccessibleName(tr("An encoder without labels, a classifier with few, and how well it reads"));
        layOut();
    });
}

void PartsPage::setStyle(const PaintStyle& style)
{
    m_style = style;
    layOut();
}

void PartsPage::resizeEvent(QResizeEvent* event)
{
    FewLabelsPage::resizeEvent(event);
    layOut();
}

void PartsPage::layOut()
{
    m_painter = std::make_unique<PartsPainter>(size(), m_style);
    follow();
}

void PartsPage::refresh()
{
    const PartsScene scene = m_model.scene();
    m_look = lookAt(scene, m_model.draw(), *m_painter, m_model.context().workers);
    if (const DrawFigures* figures = m_model.drawFigures(LabelRow::Code))
        addReadings(m_look, scene, figures->readings, m_model.context().workers);
    setAccessibleDescription(PartsPainter::describe(m_look, m_style.texts));
    update();
}

void PartsPage::paintEvent(QPaintEvent*)
{
    if (!m_model.data()) return;
    QPainter p(this);
    m_painter->paint(p, m_look);
}

void PartsPage::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || !m_model.data()) return;
    if (m_painter->isOnSample(event->position())) return m_model.setSample(m_model.view().sample + 1);
    if (const auto count = m_painter->countAt(event->position(), m_look)) m_model.setPerClass(*count);
}

void PartsPage::mouseMoveEvent(QMouseEvent* event)
{
    if (!m_model.data()) return;
    const bool isSample = m_painter->isOnSample(event->position()),
               isPlot = m_painter->countAt(event->position(), m_look).has_value();
    setCursor(isSample || isPlot ? Qt::PointingHandCursor : Qt::ArrowCursor);
    setToolTip(isSample ? tr("Click: the next test picture")
               : isPlot ? tr("Click: so many labels a class")
                        : QString());
}

} // namespace hg
