#include "ui/labs/conv/plane_views.h"

#include "ui/labs/conv/checker_page.h"
#include "ui/labs/conv/conv_stage.h"
#include "ui/labs/conv/field_page.h"
#include "ui/labs/conv/input_source.h"
#include "ui/labs/conv/learned_page.h"
#include "ui/labs/conv/listen_bar.h"
#include "ui/labs/conv/paint_brush.h"
#include "ui/labs/conv/plane_model.h"
#include "ui/labs/conv/solve_page.h"

#include <QVBoxLayout>

namespace hg {

PlaneStage::PlaneStage(PlaneModel& model) : m_model(model), m_figure(new ConvStage(model.numbers()))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_figure);
    auto* brush = new PaintBrush(model.numbers(), *m_figure->canvas()); // a child of the canvas
    m_figure->setTool(new BrushField(*brush, model.numbers()));
    m_figure->setExtra(new ListenBar(model.sounds()));
    m_figure->addPage(ConvTab::Learned, new LearnedPage(model.learned()));
    m_figure->addPage(ConvTab::Field, new FieldPage(model.field()));
    m_figure->addPage(ConvTab::Solve, new SolvePage(model.solve()));
    m_figure->addPage(ConvTab::Checkerboards, new CheckerPage(model.checkerboards()));
    m_figure->setReturn(new FieldReturn(model.field()));
    setFocusProxy(m_figure);
}

void PlaneStage::setStyle(const PaintStyle& style)
{
    m_figure->setStyle(style);
}

void PlaneStage::setPresented(bool isPresented)
{
    m_figure->setPresented(isPresented);
}

void PlaneStage::setBare(bool isBare)
{
    m_figure->setBare(isBare);
}

bool PlaneStage::isAtRest() const
{
    return m_model.tabs().isAtRest();
}

PlaneInspector::PlaneInspector(PlaneModel& model)
    : ConvInspector(model.numbers()), m_plane(model), m_input(new InputSource(model.inputs()))
{
    constexpr int behindExamples = 2;
    column()->insertWidget(behindExamples, m_input);
    addTab(model.learned(), new LearnedForm(model.learned()));
    addTab(model.field(), new FieldForm(model.field()));
    addTab(model.solve(), new SolveForm(model.solve()));
    addTab(model.checkerboards(), new CheckerForm(model.checkerboards()));
    connect(&model, &LabModel::timelineChanged, this, &PlaneInspector::showInput); // another tab is in front
    showInput();
}

void PlaneInspector::showInput()
{
    const TabModel* shown = m_plane.tabs().shown();
    m_input->setVisible(!shown || shown->readsInput());
}

} // namespace hg
