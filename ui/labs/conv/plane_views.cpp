#include "ui/labs/conv/plane_views.h"

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
    m_figure->setLearned(new LearnedPage(model.learned()));
    m_figure->setField(new FieldPage(model.field()));
    m_figure->setSolve(new SolvePage(model.solve()));
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
    return m_model.numbers().tab() != ConvTab::Learned || m_model.learned().isAtRest();
}

PlaneInspector::PlaneInspector(PlaneModel& model)
    : ConvInspector(model.numbers())
    , m_plane(model)
    , m_input(new InputSource(model.inputs()))
    , m_learned(new LearnedForm(model.learned()))
    , m_field(new FieldForm(model.field()))
    , m_solve(new SolveForm(model.solve()))
{
    constexpr int behindExamples = 2;
    column()->insertWidget(behindExamples, m_input);
    column()->insertWidget(behindExamples, m_learned); // what its tab is about comes first
    column()->insertWidget(behindExamples, m_field);
    column()->insertWidget(behindExamples, m_solve);
    connect(&model.field(), &FieldModel::shownChanged, this, &PlaneInspector::showRows);
    connect(&model.solve(), &SolveModel::shownChanged, this, &PlaneInspector::showRows);
    showRows();
}

/// One filter's controls say nothing about a stack, and which scene fits is what the list of solutions is
/// about.
void PlaneInspector::showRows()
{
    setRowsShown(!m_plane.field().isShown() && !m_plane.solve().isShown());
    m_input->setVisible(!m_plane.solve().isShown());
}

void PlaneInspector::setStyle(const PaintStyle& style)
{
    ConvInspector::setStyle(style);
    m_learned->setStyle(style);
    m_field->setStyle(style);
    m_solve->setStyle(style);
}

} // namespace hg
