#include "ui/labs/conv/conv_stage.h"

#include "core/lab/conv_moment.h"
#include "core/lab/conv_presets.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace hg {
namespace {

constexpr std::string_view lectureId = "lecture-example"; // whose table is printed wrong
constexpr int barInset = 8, presentedBarInset = 36;       // in line with the tool above, and with the chips

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
    connectSwitches();
    connect(&m_timeline, &Timeline::changed, this, &ConvStage::refreshQuestion);
    connect(m_predict, &PredictBar::revealed, this, &ConvStage::showAnswer);
    connect(m_predict, &PredictBar::kindChosen, this, [this] { setPredicting(m_quiz.toggle->isOn()); });
    connect(m_predict, &PredictBar::nextAsked, &m_timeline, &Timeline::stepForward);
    setFocusProxy(m_canvas);
}

void ConvStage::connectSwitches()
{
    connect(m_ghost.toggle, &Switch::toggled, m_canvas, &ConvCanvas::setGhostShown);
    connect(m_zeros.toggle, &Switch::toggled, m_canvas, &ConvCanvas::setZerosShown);
    connect(m_oneScale.toggle, &Switch::toggled, m_canvas, &ConvCanvas::setOneScale);
    connect(m_canvas, &ConvCanvas::laidOut, this, &ConvStage::refreshScaleSwitch);
    connect(m_terms.toggle, &Switch::toggled, this, &ConvStage::setTermByTerm);
    connect(m_quiz.toggle, &Switch::toggled, this, &ConvStage::setPredicting);
    connect(m_erratum.toggle, &Switch::toggled, this, &ConvStage::setErratumShown);
    for (const Row* row : {&m_ghost, &m_zeros, &m_oneScale, &m_terms, &m_quiz, &m_erratum})
        connect(row->toggle, &Switch::toggled, this, &ConvStage::switched);
}

void ConvStage::addSwitch(QLayout* row, Row& entry)
{
    entry.toggle = new Switch(this);
    entry.label = new QLabel(this);
    entry.label->setBuddy(entry.toggle);
    row->addWidget(entry.label);
    row->addWidget(entry.toggle);
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
    for (Row* entry : {&m_erratum, &m_oneScale, &m_zeros, &m_quiz, &m_terms, &m_ghost})
        addSwitch(row, *entry);
    column->addWidget(m_topRow);
    column->addWidget(m_notice); // beside the switches a sentence with its offers has no room
    column->addWidget(m_rules);
    column->addWidget(m_canvas, 1);
    column->addWidget(m_predict);
    m_predict->hide();
    m_ghost.toggle->setOn(true);
    translated([this] {
        m_ghost.label->setText(tr("Ghost"));
        m_terms.label->setText(tr("Terms"));
        m_quiz.label->setText(tr("Predict"));
        m_erratum.label->setText(tr("Erratum"));
        m_zeros.label->setText(tr("Zeros"));
        m_oneScale.label->setText(tr("One scale"));
        m_oneScale.toggle->setToolTip(tr("One scale of colours for all slices, instead of each its own"));
        m_zeros.toggle->setToolTip(
            tr("The same result with zeros between the inputs and the filter turned round"));
        m_ghost.toggle->setToolTip(tr("Ghost of stride 1"));
        m_terms.toggle->setToolTip(tr("Term by term"));
        m_quiz.toggle->setToolTip(tr("Predict the next number or the size"));
        m_erratum.toggle->setToolTip(
            tr("The table that is often printed for this example, and where it comes from"));
        for (const Row* entry : {&m_ghost, &m_terms, &m_quiz, &m_erratum, &m_zeros, &m_oneScale})
            entry->toggle->setAccessibleName(entry->toggle->toolTip());
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
    setTermByTerm(m_terms.toggle->isOn());
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

void ConvStage::offer(Row& row, bool isOffered)
{
    row.isOffered = isOffered;
    row.toggle->setVisible(isOffered && !m_isPresented);
    row.label->setVisible(isOffered && !m_isPresented);
}

/// It depends on the room: with room for numbers, each cell tells its own.
void ConvStage::refreshScaleSwitch()
{
    const ConvPicture* picture = m_canvas->picture();
    offer(m_oneScale, picture && picture->hasSlicesWithoutNumbers());
}

void ConvStage::refreshSwitches()
{
    m_canvas->setOutlined(m_isPresented ? std::vector<bool>{} : m_rules->differing());
    const bool hasGhost = m_figure && m_figure->strideOne;
    const ConvScene lecture = findConvPreset(lectureId)->make();
    const bool isLecture = m_figure && m_figure->scene == lecture;
    const bool hasItsNumbers = m_figure && m_figure->scene.input == lecture.input &&
                               m_figure->scene.kernel == lecture.kernel && !m_figure->scene.isTransposed;
    if (!isLecture) m_erratum.toggle->setOn(false);
    m_canvas->setErratumShown(m_erratum.toggle->isOn());
    offer(m_erratum, hasItsNumbers);
    offer(m_ghost, hasGhost);
    offer(m_zeros, m_figure && m_figure->scene.axes == 1 && m_figure->scene.isTransposed);
    refreshScaleSwitch();
    offer(m_terms, true);
    offer(m_quiz, true);
    if (m_tool) m_tool->setVisible(!m_isPresented);
}

void ConvStage::setStyle(const PaintStyle& style)
{
    m_canvas->setStyle(style);
    m_predict->setStyle(style);
}

std::vector<FigureSwitch> ConvStage::switches() const
{
    std::vector<FigureSwitch> offered;
    for (const Row* row : {&m_erratum, &m_ghost, &m_zeros, &m_oneScale, &m_quiz, &m_terms})
        if (row->isOffered)
            offered.push_back({row->label->text(), row->toggle->isOn(), [row] { row->toggle->click(); }});
    return offered;
}

void ConvStage::setGhostShown(bool isShown)
{
    m_ghost.toggle->setOn(isShown);
    m_canvas->setGhostShown(isShown);
}

/// The wrong table is a part of the ghost of one example: without that nobody sees where it comes from.
void ConvStage::setErratumShown(bool isShown)
{
    if (isShown && m_figure->scene != findConvPreset(lectureId)->make()) {
        Q_EMIT exampleAsked(lectureId);
        m_erratum.toggle->setOn(true); // the change had turned it off
    }
    if (isShown) setGhostShown(true);
    m_canvas->setErratumShown(isShown);
}

void ConvStage::setOneScale(bool isOn)
{
    m_oneScale.toggle->setOn(isOn);
    m_canvas->setOneScale(isOn);
}

void ConvStage::setZerosShown(bool areShown)
{
    m_zeros.toggle->setOn(areShown);
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
    const bool isOn = m_quiz.toggle->isOn();
    const ConvMoment m = momentAt(*m_figure, m_timeline.position());
    if (isOn) m_predict->ask(*m_figure, {m.row, m.column, m_canvas->look().filter});
    const bool asksSize = isOn && m_predict->asksSize();
    m_canvas->setNextHidden(isOn && !asksSize && m.position != m_revealed);
    hideSize(asksSize && !m_isSizeRevealed);
}

} // namespace hg
