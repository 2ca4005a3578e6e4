#include "ui/labs/conv/line_views.h"

#include "ui/labs/conv/conv_stage.h"
#include "ui/labs/conv/learned_page.h"
#include "ui/labs/conv/line_inspector.h"
#include "ui/labs/conv/line_model.h"
#include "ui/labs/conv/solve_page.h"
#include "ui/labs/conv/sound_inspector.h"
#include "ui/labs/conv/sound_stage.h"
#include "ui/labs/conv/stem_brush.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/sound_canvas.h"

#include <QHBoxLayout>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace hg {

LineStage::LineStage(LineModel& model)
    : m_model(model)
    , m_scales(new Segmented(2))
    , m_pages(new QStackedWidget)
    , m_numbers(new ConvStage(model.numbers()))
    , m_sound(new SoundStage(model.sound()))
{
    new StemBrush(model.numbers(), *m_numbers->canvas()); // a child of the canvas
    m_numbers->addPage(ConvTab::Learned, new LearnedPage(model.learned()));
    m_numbers->addPage(ConvTab::Solve, new SolvePage(model.solve()));
    build();
    connect(m_scales, &Segmented::chosen, &m_model, [this](int i) { m_model.showSound(i == 1); });
    connect(m_sound, &SoundStage::numbersAsked, &m_model, &LineModel::takeNumbers);
    connect(&m_model, &LineModel::scaleChanged, this, &LineStage::showScale);
    translated([this] { m_scales->setTexts(LineModel::scaleNames()); });
    showScale();
}

void LineStage::build()
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 8, 0, 0);
    column->setSpacing(0);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(26, 0, 16, 0);
    row->setSpacing(16);
    row->addWidget(m_scales, 0, Qt::AlignTop);
    // Of the numbers, in one line with the scales: the picture has the height.
    row->addWidget(m_numbers->topRow(), 1);
    row->addStretch();
    column->addLayout(row);
    column->addWidget(m_pages, 1);
    m_pages->addWidget(m_numbers);
    auto* framed = new QWidget;
    auto* frame = new QVBoxLayout(framed);
    frame->setContentsMargins(16, 8, 16, 0);
    frame->addWidget(m_sound);
    m_pages->addWidget(framed);
}

void LineStage::showScale()
{
    const bool showsSound = m_model.showsSound();
    m_scales->setCurrent(showsSound ? 1 : 0);
    m_pages->setCurrentIndex(showsSound ? 1 : 0);
    m_numbers->topRow()->setVisible(!showsSound && !m_isBare);
}

void LineStage::setStyle(const PaintStyle& style)
{
    m_numbers->setStyle(style);
    m_sound->setStyle(style);
}

void LineStage::setPresented(bool isPresented)
{
    m_numbers->setPresented(isPresented);
}

void LineStage::setBare(bool isBare)
{
    m_isBare = isBare;
    m_scales->setVisible(!isBare);
    m_numbers->setBare(isBare);
    showScale();
}

bool LineStage::isAtRest() const
{
    return m_model.showsSound() || m_model.tabs().isAtRest();
}

void LineStage::focusInEvent(QFocusEvent*)
{
    m_model.showsSound() ? m_sound->canvas()->setFocus() : m_numbers->setFocus();
}

LineInspectors::LineInspectors(LineModel& model)
    : m_model(model)
    , m_pages(new QStackedWidget)
    , m_numbers(new LineInspector(model.numbers(), model.inputs()))
    , m_sound(new SoundInspector(model.sound()))
{
    m_numbers->addTab(model.learned(), new LearnedForm(model.learned()));
    m_numbers->addTab(model.solve(), new SolveForm(model.solve()));
    column()->setContentsMargins(0, 0, 0, 0);
    column()->addWidget(m_pages);
    m_pages->addWidget(m_numbers);
    m_pages->addWidget(m_sound);
    connect(m_sound, &SoundInspector::fileAsked, &m_model, &LabModel::fileAsked);
    connect(&m_model, &LineModel::scaleChanged, this, &LineInspectors::showScale);
    showScale();
}

/// The page that is not shown asks for no room.
void LineInspectors::showScale()
{
    const int index = m_model.showsSound() ? 1 : 0;
    for (int i = 0; i < m_pages->count(); ++i) {
        const auto policy = i == index ? QSizePolicy::Preferred : QSizePolicy::Ignored;
        m_pages->widget(i)->setSizePolicy(policy, policy);
    }
    m_pages->setCurrentIndex(index);
}

void LineInspectors::setStyle(const PaintStyle& style)
{
    m_numbers->setStyle(style);
    m_sound->setStyle(style);
}

} // namespace hg
