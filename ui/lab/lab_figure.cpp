#include "ui/lab/lab_figure.h"

#include "ui/widgets/timeline.h"
#include "ui/widgets/transport.h"

#include <QVBoxLayout>

namespace hg {

LabFigure::LabFigure(AppContext& context, const LabRow& row, Controls controls, QWidget* parent)
    : Panel(parent), m_lab(row.make(context)), m_stage(m_lab->makeStage().release())
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_stage, 1);
    m_stage->setBare(true);
    if (controls == Controls::None) return;
    m_transport = new Transport;
    column->addWidget(m_transport);
    const auto takeTimeline = [this] {
        m_transport->setTimeline(model().timeline(), m_stage->transportExtras());
    };
    connect(&model(), &LabModel::timelineChanged, this, takeTimeline);
    takeTimeline();
}

LabFigure::~LabFigure()
{
    delete m_transport; // views look at the model, which is a member
    delete m_stage;
}

void LabFigure::setStyle(const PaintStyle& style)
{
    m_stage->setStyle(style);
    if (m_transport) m_transport->setTheme(style.theme, style.scale);
}

} // namespace hg
