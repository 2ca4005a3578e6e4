#include "ui/labs/conv/conv_stage.h"

#include "core/lab/conv_moment.h"
#include "ui/labs/conv/conv_words.h"
#include "ui/labs/conv/field_page.h"

#include <QAbstractButton>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace hg {
namespace {

constexpr QMargins stageMargins(16, 10, 16, 0);
constexpr int barInset = 8, presentedBarInset = 36; // in line with the tool above, and with the chips
// As they stand in the row, from its left.
constexpr std::array switchOrder{FigureSwitch::Erratum,  FigureSwitch::OneScale, FigureSwitch::Zeros,
                                 FigureSwitch::Predict,  FigureSwitch::Terms,    FigureSwitch::Ghost,
                                 FigureSwitch::Transpose};
constexpr int tabCount = 6;

} // namespace

ConvStage::ConvStage(ConvModel& model, QWidget* parent)
    : Panel(parent)
    , m_model(model)
    , m_topRow(new QWidget(this))
    , m_canvas(new ConvCanvas(*model.timeline(), this))
    , m_notice(new Notice(this))
    , m_rules(new RulesLine(this))
    , m_predict(new PredictBar(this))
    , m_tabs(new TabRow(tabCount, this))
{
    build();
    connectModel();
    translated([this] { refreshTexts(); });
    setFocusProxy(m_canvas);
    showFigure();
}

void ConvStage::connectModel()
{
    connect(&m_model, &ConvModel::figureChanged, this, &ConvStage::showFigure);
    connect(&m_model, &ConvModel::lookChanged, this, &ConvStage::showLook);
    connect(&m_model, &ConvModel::switchesChanged, this, &ConvStage::refreshSwitches);
    connect(&m_model, &ConvModel::remarkChanged, this, &ConvStage::showRemark);
    connect(&m_model, &ConvModel::heardSecondChanged, m_canvas,
            [this] { m_canvas->setSecond(m_model.heardSecond()); });
    connect(m_tabs, &TabRow::chosen, &m_model, [this](int i) { m_model.setTab(static_cast<ConvTab>(i)); });
    connect(m_model.timeline(), &Timeline::changed, this, &ConvStage::refreshQuestion);
    connect(m_canvas, &ConvCanvas::problemFound, &m_model, [this](const QString& s) { m_model.tell(s); });
    connect(m_canvas, &ConvCanvas::valueEdited, &m_model, &ConvModel::editCell);
    connect(m_canvas, &ConvCanvas::filterChosen, &m_model, &ConvModel::setFilter);
    connect(m_canvas, &ConvCanvas::selectionChanged, &m_model, &ConvModel::setSelected);
    connect(m_canvas, &ConvCanvas::copyAsked, &m_model, &ConvModel::copyAsked);
    connect(m_canvas, &ConvCanvas::pasteAsked, &m_model, &ConvModel::pasteAsked);
    // It depends on the room: with room for numbers, each cell tells its own.
    connect(m_canvas, &ConvCanvas::laidOut, &m_model, [this] {
        m_model.setSlicesWithoutNumbers(m_canvas->picture()->hasSlicesWithoutNumbers());
        m_model.timeline()->setTwinCount(m_canvas->picture()->twinPositions());
    });
    connect(m_rules, &RulesLine::agreementAsked, &m_model, &ConvModel::agree);
    connect(m_predict, &PredictBar::revealed, this, &ConvStage::showAnswer);
    connect(m_predict, &PredictBar::kindChosen, this,
            [this] { setPredicting(m_model.isOn(FigureSwitch::Predict)); });
    connect(m_predict, &PredictBar::nextAsked, m_model.timeline(), &Timeline::stepForward);
}

void ConvStage::addSwitch(QLayout* row, FigureSwitch which)
{
    Row& entry = m_switches[static_cast<std::size_t>(which)];
    entry.toggle = new Switch(this);
    entry.label = new QLabel(this);
    entry.label->setBuddy(entry.toggle);
    row->addWidget(entry.label);
    row->addWidget(entry.toggle);
    connect(entry.toggle, &Switch::toggled, this, [this, which](bool isOn) { m_model.turn(which, isOn); });
}

void ConvStage::build()
{
    auto* column = new QVBoxLayout(this);
    m_column = column;
    column->setContentsMargins(stageMargins);
    column->setSpacing(4);
    auto* row = new QHBoxLayout(m_topRow);
    row->setContentsMargins(0, 0, 0, 0);
    m_switchRow = row;
    row->setSpacing(8);
    row->addStretch();
    for (const FigureSwitch which : switchOrder)
        addSwitch(row, which);
    column->addWidget(m_tabs);
    column->addWidget(m_topRow);
    column->addWidget(m_notice); // beside the switches a sentence with its offers has no room
    column->addWidget(m_rules);
    column->addWidget(m_canvas, 1);
    column->addWidget(m_predict);
    m_predict->hide();
    for (int tab = 0; tab < tabCount; ++tab) // those of pages until there is one
        m_tabs->button(tab)->setVisible(hasPicture(static_cast<ConvTab>(tab)));
}

void ConvStage::refreshTexts()
{
    const auto tip = [this](FigureSwitch which, const QString& text) {
        const Row& row = m_switches[static_cast<std::size_t>(which)];
        row.label->setText(switchName(which));
        row.toggle->setToolTip(text);
        row.toggle->setAccessibleName(text);
    };
    tip(FigureSwitch::OneScale, tr("One scale of colours for all slices, instead of each its own"));
    tip(FigureSwitch::Zeros, tr("The same result with zeros between the inputs and the filter turned round"));
    tip(FigureSwitch::Ghost, tr("Ghost of stride 1"));
    tip(FigureSwitch::Terms, tr("Term by term"));
    tip(FigureSwitch::Predict, tr("Predict the next number or the size"));
    tip(FigureSwitch::Erratum,
        tr("The table that is often printed for this example, and where it comes from"));
    tip(FigureSwitch::Transpose, tr("The matrix turned over: the decoder’s, with the same numbers"));
    m_tabs->setTexts({tr("Sliding"), tr("Learned filter"), tr("Matrix"), tr("Receptive field"), tr("Solve"),
                      tr("Checkerboards")});
    m_canvas->setAccessibleName(tr("Convolution: input, filter and output"));
    showRemark();
}

void ConvStage::setTool(QWidget* tool)
{
    m_tool = tool;
    m_switchRow->insertWidget(0, tool);
}

void ConvStage::addPage(ConvTab tab, TabPage* page)
{
    m_pages.emplace(tab, page);
    m_column->insertWidget(m_column->indexOf(m_canvas), page, 1);
    QAbstractButton* button = m_tabs->button(static_cast<int>(tab));
    button->show();
    if (page->takesKeys()) button->installEventFilter(this);
    showTab();
}

void ConvStage::setReturn(FieldReturn* bar)
{
    m_return = bar;
    m_column->insertWidget(m_column->indexOf(m_topRow), bar);
}

TabPage* ConvStage::shownPage() const
{
    const auto page = m_pages.find(m_model.tab());
    return page == m_pages.end() ? nullptr : page->second;
}

/// A click at such a tab goes on to its page: the arrow keys are that one's.
bool ConvStage::eventFilter(QObject* object, QEvent* event)
{
    const auto toPage = [this] {
        if (TabPage* page = shownPage()) page->setFocus();
    };
    if (event->type() == QEvent::MouseButtonRelease)
        QMetaObject::invokeMethod(this, toPage, Qt::QueuedConnection);
    return Panel::eventFilter(object, event);
}

/// What belongs to the sliding filter makes room for the page.
void ConvStage::showTab()
{
    m_tabs->setCurrent(static_cast<int>(m_model.tab()));
    TabPage* shown = shownPage();
    const bool leavesKeys = shown && shown->takesKeys() && m_canvas->hasFocus();
    for (const auto& [tab, page] : m_pages)
        page->setVisible(page == shown);
    m_canvas->setVisible(!shown);
    if (!m_isBare) setFocusProxy(shown ? static_cast<QWidget*>(shown) : m_canvas);
    if (leavesKeys) setFocus(); // hidden with them, it would hand them on to the tabs
}

void ConvStage::setExtra(QWidget* bar)
{
    m_extra = bar;
    m_column->insertWidget(m_column->indexOf(m_canvas), bar);
    bar->setContentsMargins(barInset, 0, 0, 0);
}

void ConvStage::showFigure()
{
    const ConvFigure& figure = m_model.figure();
    showTab();
    m_rules->setFigure(figure, m_model.rules());
    m_canvas->setFigure(figure, m_model.look());
    refreshSwitches();
    m_revealed = -1;
    m_isSizeRevealed = false;
    refreshQuestion();
}

void ConvStage::showLook()
{
    showTab();
    m_canvas->setLook(m_model.look());
    m_rules->setSilent(isQuiet() || shownPage() || m_model.look().hidesSize);
}

void ConvStage::showRemark()
{
    m_notice->showRemark(m_isBare ? Remark{} : m_model.remark());
}

void ConvStage::setPresented(bool isPresented)
{
    m_isPresented = isPresented;
    m_canvas->setPresented(isPresented);
    for (const auto& [tab, page] : m_pages)
        page->setPresented(isPresented);
    showLook();
    if (m_extra) m_extra->setContentsMargins(isPresented ? presentedBarInset : barInset, 0, 0, 0);
    refreshQuestion();
    refreshSwitches();
}

void ConvStage::setBare(bool isBare)
{
    m_isBare = isBare;
    m_canvas->setEditable(!isBare);
    for (const auto& [tab, page] : m_pages)
        page->setBare(isBare);
    if (m_return) m_return->setQuiet(isBare);
    if (isBare) setFocusProxy(nullptr);
    showTab();
    m_tabs->setVisible(!isBare);
    m_topRow->setVisible(!isBare);
    m_column->setContentsMargins(isBare ? QMargins() : stageMargins);
    refreshQuestion();
    refreshSwitches();
}

void ConvStage::refreshSwitches()
{
    for (std::size_t i = 0; i < m_switches.size(); ++i) {
        const auto which = static_cast<FigureSwitch>(i);
        const bool isShown = m_model.isOffered(which) && !isQuiet();
        m_switches[i].toggle->setOn(m_model.isOn(which));
        m_switches[i].toggle->setVisible(isShown);
        m_switches[i].label->setVisible(isShown);
    }
    const bool isPredicting = m_model.isOn(FigureSwitch::Predict) && !m_isBare;
    if (isPredicting == m_predict->isHidden()) setPredicting(isPredicting);
    if (m_tool) m_tool->setVisible(!isQuiet() && m_model.tab() == ConvTab::Sliding);
}

void ConvStage::setStyle(const PaintStyle& style)
{
    m_canvas->setStyle(style);
    for (const auto& [tab, page] : m_pages)
        page->setStyle(style);
    m_predict->setStyle(style);
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
    m_revealed = momentAt(m_model.figure(), m_model.position()).position;
    m_isSizeRevealed = m_predict->asksSize();
    refreshQuestion();
}

void ConvStage::refreshQuestion()
{
    const bool isOn = m_model.isOn(FigureSwitch::Predict) && !m_isBare;
    const ConvMoment m = momentAt(m_model.figure(), m_model.position());
    if (isOn) m_predict->ask(m_model.figure(), {m.row, m.column, m_model.look().filter});
    const bool asksSize = isOn && m_predict->asksSize(), hidesSize = asksSize && !m_isSizeRevealed;
    // Wherever it is told, the count of positions and what other rules make of it included.
    m_model.setHidden(isOn && !asksSize && m.position != m_revealed, hidesSize);
    m_rules->setSilent(isQuiet() || shownPage() || hidesSize);
}

} // namespace hg
