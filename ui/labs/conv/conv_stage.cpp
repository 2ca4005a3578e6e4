#include "ui/labs/conv/conv_stage.h"

#include "core/lab/conv_moment.h"
#include "core/lab/conv_presets.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace hg {
namespace {

constexpr int barInset = 8, presentedBarInset = 36; // in line with the tool above, and with the chips

} // namespace

ConvStage::ConvStage(ConvTimeline& timeline, QWidget* parent)
    : Panel(parent)
    , m_timeline(timeline)
    , m_topRow(new QWidget(this))
    , m_canvas(new ConvCanvas(timeline, this))
    , m_notice(new Notice(this))
    , m_rules(new RulesLine(this))
    , m_predict(new PredictBar(this))
{
    build();
    connect(m_canvas, &ConvCanvas::problemFound, m_notice,
            [this](const QString& s) { m_notice->showProblem(s); });
    connect(m_rules, &RulesLine::agreementAsked, this, &ConvStage::agreementAsked);
    connect(m_ghost, &Switch::toggled, m_canvas, &ConvCanvas::setGhostShown);
    connect(m_zeros, &Switch::toggled, m_canvas, &ConvCanvas::setZerosShown);
    connect(m_terms, &Switch::toggled, this, &ConvStage::setTermByTerm);
    connect(m_quiz, &Switch::toggled, this, &ConvStage::setPredicting);
    connect(m_erratum, &Switch::toggled, m_canvas, &ConvCanvas::setErratumShown);
    connect(&m_timeline, &Timeline::changed, this, &ConvStage::refreshQuestion);
    connect(m_predict, &PredictBar::revealed, this, &ConvStage::showAnswer);
    connect(m_predict, &PredictBar::kindChosen, this, [this] { setPredicting(m_quiz->isOn()); });
    connect(m_predict, &PredictBar::nextAsked, &m_timeline, &Timeline::stepForward);
    setFocusProxy(m_canvas);
}

Switch* ConvStage::addSwitch(QLayout* row, QLabel*& label)
{
    auto* toggle = new Switch(this);
    label = new QLabel(this);
    label->setBuddy(toggle);
    row->addWidget(label);
    row->addWidget(toggle);
    return toggle;
}

void ConvStage::build()
{
    auto* column = new QVBoxLayout(this);
    m_column = column;
    column->setContentsMargins(16, 10, 16, 0);
    column->setSpacing(4);
    auto* row = new QHBoxLayout(m_topRow);
    row->setContentsMargins(0, 0, 0, 0);
    m_switches = row;
    row->setSpacing(8);
    row->addStretch();
    m_erratum = addSwitch(row, m_erratumLabel);
    m_zeros = addSwitch(row, m_zerosLabel);
    m_quiz = addSwitch(row, m_quizLabel);
    m_terms = addSwitch(row, m_termsLabel);
    m_ghost = addSwitch(row, m_ghostLabel);
    column->addWidget(m_topRow);
    column->addWidget(m_notice); // beside the switches a sentence with its offers has no room
    column->addWidget(m_rules);
    column->addWidget(m_canvas, 1);
    column->addWidget(m_predict);
    m_predict->hide();
    m_ghost->setOn(true);
    translated([this] {
        m_ghostLabel->setText(tr("Ghost"));
        m_termsLabel->setText(tr("Terms"));
        m_quizLabel->setText(tr("Predict"));
        m_erratumLabel->setText(tr("Erratum"));
        m_zerosLabel->setText(tr("Zeros"));
        m_zeros->setToolTip(tr("The same result by zeros between the inputs and the filter turned round"));
        m_ghost->setToolTip(tr("Ghost of stride 1"));
        m_terms->setToolTip(tr("Term by term"));
        m_quiz->setToolTip(tr("Predict the next number or the size"));
        m_erratum->setToolTip(
            tr("The table that is often printed for this example, and where it comes from"));
        for (auto* toggle : {m_ghost, m_terms, m_quiz, m_erratum, m_zeros})
            toggle->setAccessibleName(toggle->toolTip());
        m_canvas->setAccessibleName(tr("Convolution: input, filter and output"));
    });
}

void ConvStage::setTool(QWidget* tool)
{
    m_tool = tool;
    m_switches->insertWidget(0, tool);
}

void ConvStage::setExtra(QWidget* bar)
{
    m_extra = bar;
    m_column->insertWidget(m_column->indexOf(m_canvas), bar);
    bar->setContentsMargins(barInset, 0, 0, 0);
}

void ConvStage::showFigure(const ConvFigure& figure)
{
    m_figure = &figure;
    m_rules->setFigure(figure);
    m_canvas->setFigure(figure);
    refreshSwitches();
    m_revealed = -1;
    m_isSizeRevealed = false;
    setTermByTerm(m_terms->isOn());
    refreshQuestion();
}

void ConvStage::setPresented(bool isPresented)
{
    m_isPresented = isPresented;
    m_canvas->setPresented(isPresented);
    if (m_extra) m_extra->setContentsMargins(isPresented ? presentedBarInset : barInset, 0, 0, 0);
    refreshQuestion();
    refreshSwitches();
}

void ConvStage::refreshSwitches()
{
    m_canvas->setOutlined(m_isPresented ? std::vector<bool>{} : m_rules->differing());
    const bool hasGhost = m_figure && m_figure->strideOne;
    const bool isLecture = m_figure && m_figure->scene == findConvPreset("lecture-example")->make();
    const auto show = [this](QWidget* toggle, QWidget* label, bool isOffered) {
        toggle->setVisible(isOffered && !m_isPresented);
        label->setVisible(isOffered && !m_isPresented);
    };
    m_canvas->setErratumShown(isLecture && m_erratum->isOn());
    show(m_erratum, m_erratumLabel, isLecture);
    show(m_ghost, m_ghostLabel, hasGhost);
    show(m_zeros, m_zerosLabel, m_figure && m_figure->scene.axes == 1 && m_figure->scene.isTransposed);
    show(m_terms, m_termsLabel, true);
    show(m_quiz, m_quizLabel, true);
    if (m_tool) m_tool->setVisible(!m_isPresented);
}

void ConvStage::setStyle(const PaintStyle& style)
{
    m_canvas->setStyle(style);
    m_predict->setStyle(style);
}

void ConvStage::setGhostShown(bool isShown)
{
    m_ghost->setOn(isShown);
    m_canvas->setGhostShown(isShown);
}

void ConvStage::setZerosShown(bool areShown)
{
    m_zeros->setOn(areShown);
    m_canvas->setZerosShown(areShown);
}

void ConvStage::setTermByTerm(bool isOn)
{
    m_timeline.setTerms(isOn && m_figure ? termCount(*m_figure) : 0);
}

void ConvStage::setPredicting(bool isOn)
{
    m_predict->setVisible(isOn);
    m_revealed = -1;
    m_isSizeRevealed = false;
    refreshQuestion();
}

void ConvStage::showAnswer()
{
    m_revealed = momentAt(*m_figure, m_timeline.position()).position;
    m_isSizeRevealed = m_predict->asksSize();
    refreshQuestion();
}

/// Wherever it is told, the count of positions and what other rules make of it included.
void ConvStage::hideSize(bool isHidden)
{
    m_canvas->setSizeHidden(isHidden);
    m_timeline.setCountHidden(isHidden);
    m_rules->setSilent(m_isPresented || isHidden);
}

void ConvStage::refreshQuestion()
{
    if (!m_figure) return;
    const bool isOn = m_quiz->isOn();
    const ConvMoment m = momentAt(*m_figure, m_timeline.position());
    if (isOn) m_predict->ask(*m_figure, {m.row, m.column, m_canvas->look().filter});
    const bool asksSize = isOn && m_predict->asksSize();
    m_canvas->setNextHidden(isOn && !asksSize && m.position != m_revealed);
    hideSize(asksSize && !m_isSizeRevealed);
}

} // namespace hg
