#include "ui/shell/main_window.h"

#include "ui/lab/busy_strip.h"
#include "ui/lab/lab_files.h"
#include "ui/shell/commands.h"
#include "ui/shell/export_dialog.h"
#include "ui/shell/key_router.h"
#include "ui/shell/presenter.h"
#include "ui/shell/start_page.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/language_switch.h"
#include "ui/widgets/timeline.h"
#include "ui/widgets/transport.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QButtonGroup>
#include <QCloseEvent>
#include <QFrame>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QStackedWidget>
#include <QToolButton>
#include <QUndoStack>
#include <QVBoxLayout>

#include <cmath>

namespace hg {
namespace {

constexpr int inspectorWidth = 322;
constexpr int railWidth = 112;
constexpr int titleBarHeight = 32; // the window manager's own, which no size of ours includes

QFrame* bar(QWidget* parent)
{
    auto* frame = new QFrame(parent);
    frame->setProperty("look", QStringLiteral("bar"));
    return frame;
}

QFrame* rule(Qt::Orientation direction)
{
    auto* line = new QFrame;
    line->setProperty("look", QStringLiteral("rule"));
    direction == Qt::Horizontal ? line->setFixedHeight(1) : line->setFixedWidth(1);
    return line;
}

QToolButton* flatButton(QWidget* parent)
{
    auto* button = new QToolButton(parent);
    button->setProperty("look", QStringLiteral("flat"));
    return button;
}

/// One line that ends in an ellipsis where the room does not do.
class Line : public QLabel {
protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.drawText(rect(), Qt::AlignLeft | Qt::AlignVCenter,
                         fontMetrics().elidedText(text(), Qt::ElideRight, width()));
    }
};

} // namespace

MainWindow::MainWindow(AppContext& context, QWidget* parent)
    : QMainWindow(parent)
    , m_context(context)
    , m_commands(new Commands(*this))
    , m_presenter(new Presenter(this))
    , m_pages(new QStackedWidget(this))
    , m_start(new StartPage(context))
    , m_labPage(new QWidget)
    , m_stages(new QStackedWidget)
    , m_inspectors(new QStackedWidget)
    , m_transport(new Transport)
    , m_title(new QLabel)
    , m_summary(new Line)
    , m_language(new LanguageSwitch)
    , m_home(flatButton(this))
    , m_back(new QPushButton(this))
    , m_theme(flatButton(this))
    , m_undo(flatButton(this))
    , m_redo(flatButton(this))
    , m_file(new QPushButton(this))
    , m_export(new QPushButton(this))
    , m_present(new QPushButton(this))
    , m_rail(new QButtonGroup(this))
{
    buildPage();
    m_pages->addWidget(m_start);
    m_pages->addWidget(m_labPage);
    setCentralWidget(m_pages);
    setMinimumSize(1000, 660);
    resize(QSize(1440, 900).boundedTo(screen()->availableSize() - QSize(0, titleBarHeight)));
    restoreGeometry(context.settings.windowGeometry());
    new KeyRouter(*this); // a child of the window
    connectControls();
    setDark(context.settings.isDark());
    setLanguage(context.settings.language());
    openStartPage();
}

MainWindow::~MainWindow()
{
    leave();
    m_transport->setTimeline(nullptr, nullptr);
    delete takeCentralWidget(); // the views of labs, which look at their models
}

void MainWindow::buildPage()
{
    auto* rows = new QVBoxLayout(m_labPage);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    QWidget *top = buildTopBar(), *below = rule(Qt::Horizontal), *rail = buildRail(),
            *beside = rule(Qt::Vertical), *before = rule(Qt::Vertical);
    rows->addWidget(top);
    rows->addWidget(below);
    rows->addWidget(m_presenter);
    auto* columns = new QHBoxLayout;
    columns->setSpacing(0);
    columns->addWidget(rail);
    columns->addWidget(beside);
    columns->addWidget(buildLabArea(before), 1);
    rows->addLayout(columns, 1);
    m_presenter->setHidden({top, below, rail, beside, before, m_inspectors});
}

QWidget* MainWindow::buildTopBar()
{
    auto* top = bar(m_labPage);
    top->setFixedHeight(54);
    auto* row = new QHBoxLayout(top);
    row->setContentsMargins(12, 4, 18, 4);
    row->setSpacing(10);
    m_home->setFixedWidth(railWidth - 24);
    m_home->setIconSize({30, 30});
    m_title->setProperty("look", QStringLiteral("title"));
    m_summary->setProperty("look", QStringLiteral("muted"));
    m_summary->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    row->addWidget(m_home);
    row->addWidget(m_back);
    row->addWidget(m_title);
    row->addSpacing(4);
    row->addWidget(m_summary, 1);
    row->addWidget(m_undo);
    row->addWidget(m_redo);
    m_file->setMenu(new QMenu(m_file));
    m_file->menu()->addActions(m_commands->fileActions());
    m_undo->setDefaultAction(m_commands->action(CommandId::Undo));
    m_redo->setDefaultAction(m_commands->action(CommandId::Redo));
    m_theme->setDefaultAction(m_commands->action(CommandId::Theme));
    row->addWidget(m_file);
    row->addWidget(m_export);
    row->addWidget(m_theme);
    row->addWidget(m_language);
    row->addWidget(m_present);
    return top;
}

QWidget* MainWindow::buildRail()
{
    auto* rail = bar(m_labPage);
    rail->setFixedWidth(railWidth);
    auto* column = new QVBoxLayout(rail);
    column->setContentsMargins(0, 14, 0, 14);
    column->setSpacing(4);
    int index = 0;
    for ([[maybe_unused]] const LabRow& row : labRows()) {
        auto* button = new QToolButton(rail);
        button->setProperty("look", QStringLiteral("rail"));
        button->setCheckable(true);
        button->setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
        button->setIconSize({26, 26});
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        m_rail->addButton(button, index++);
        column->addWidget(button);
    }
    column->addStretch();
    return rail;
}

QWidget* MainWindow::buildLabArea(QWidget* inspectorRule)
{
    auto* area = new QWidget;
    auto* middle = new QVBoxLayout(area);
    middle->setContentsMargins(0, 0, 0, 0);
    middle->setSpacing(0);
    auto* upper = new QHBoxLayout;
    upper->setSpacing(0);
    upper->addWidget(m_stages, 1);
    upper->addWidget(inspectorRule);
    m_inspectors->setFixedWidth(inspectorWidth);
    upper->addWidget(m_inspectors);
    middle->addLayout(upper, 1);
    middle->addWidget(rule(Qt::Horizontal));
    auto* transportBar = bar(area);
    auto* row = new QHBoxLayout(transportBar);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_transport);
    middle->addWidget(transportBar);
    m_floor = bar(area);
    m_floor->hide();
    middle->addWidget(m_floor);
    return area;
}

void MainWindow::connectControls()
{
    keepTabAtChosen(*m_rail);
    connect(m_rail, &QButtonGroup::idClicked, this,
            [this](int i) { openLab(QString::fromLatin1(labRows()[static_cast<std::size_t>(i)].id)); });
    connect(m_home, &QToolButton::clicked, this, &MainWindow::openStartPage);
    connect(m_back, &QPushButton::clicked, this, &MainWindow::goBack);
    connect(m_commands, &Commands::triggered, this, &MainWindow::run);
    connect(m_export, &QPushButton::clicked, this, &MainWindow::openExport);
    connect(m_language, &LanguageSwitch::languageChosen, this, &MainWindow::setLanguage);
    connect(m_presenter, &Presenter::languageChosen, this, &MainWindow::setLanguage);
    connect(m_presenter, &Presenter::scaleChanged, this, &MainWindow::applyScale);
    connect(m_present, &QPushButton::clicked, this, &MainWindow::togglePresenting);
    connect(m_start, &StartPage::languageChosen, this, &MainWindow::setLanguage);
    connect(m_start, &StartPage::labChosen, this, &MainWindow::openLab);
    connect(m_start, &StartPage::themeToggled, this, [this] { setDark(!m_style.theme.isDark); });
}

LabPage* MainWindow::pageOf(const QString& id)
{
    if (const auto it = m_labs.find(id); it != m_labs.end()) return &it->second;
    const LabRow* row = findLab(id);
    return row ? &m_labs.emplace(id, makePage(*row)).first->second : nullptr;
}

LabPage MainWindow::makePage(const LabRow& row)
{
    LabPage page{row.make(m_context)};
    page.stage = page.lab->makeStage().release();
    page.inspector = page.lab->makeInspector().release();
    page.files = new LabFiles(page.model(), *page.stage);
    new BusyStrip(page.model(), *page.stage); // a child of the stage
    page.stage->setStyle(m_style);
    page.inspector->setStyle(m_style);
    m_stages->addWidget(page.stage);
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    // It follows its controls; as a stop of its own it would be one without a name.
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(page.inspector);
    m_inspectors->addWidget(scroll);
    connect(&page.model(), &LabModel::openAsked, this, &MainWindow::openFrom);
    connect(&page.model(), &LabModel::activityChanged, this, &MainWindow::markActive);
    return page;
}

void MainWindow::openLab(const QString& id)
{
    LabPage* page = pageOf(id);
    page ? enter(*page) : openStartPage();
}

void MainWindow::open(const OpenRequest& request)
{
    openLab(request.lab());
    if (m_current) m_current->model().open(request.state);
}

/// From a lab, to which a button leads back for as long as what was opened is in front.
void MainWindow::openFrom(const OpenRequest& request)
{
    const QString from = m_current ? m_current->model().id() : QString();
    open(request);
    m_cameFrom = request.lab() == from ? QString() : from;
    refreshLab();
}

void MainWindow::goBack()
{
    openLab(m_cameFrom);
}

/// A dot at the labs in which something goes on while another is in front.
void MainWindow::markActive()
{
    for (std::size_t i = 0; i < labRows().size(); ++i) {
        auto* button = m_rail->button(static_cast<int>(i));
        const auto page = m_labs.find(QString::fromLatin1(labRows()[i].id));
        const QString activity =
            page == m_labs.end() || m_current == &page->second ? QString() : page->second.model().activity();
        button->setToolTip(activity);
        button->setAccessibleDescription(activity);
        const bool isActive = !activity.isEmpty();
        if (button->property("isActive") == isActive && !button->icon().isNull()) continue;
        button->setProperty("isActive", isActive);
        button->setIcon(isActive ? markedIcon(labRows()[i].glyph, m_style.theme, 26)
                                 : glyphIcon(labRows()[i].glyph, m_style.theme.ink, 26));
    }
}

void MainWindow::leave()
{
    if (!m_current) return;
    LabModel& model = m_current->model();
    model.timeline()->pause();
    disconnect(&model, &LabModel::timelineChanged, this, nullptr);
    disconnect(&model, &LabModel::changed, this, nullptr);
    m_current = nullptr;
}

void MainWindow::enter(LabPage& page)
{
    leave();
    m_current = &page;
    LabModel& model = page.model();
    if (m_presenter->isPresenting()) m_presenter->present(model, *page.stage);
    fitFloor();
    m_start->setRunning(false);
    m_stages->setCurrentWidget(page.stage);
    m_inspectors->setCurrentIndex(m_stages->currentIndex());
    takeTimeline();
    connect(&model, &LabModel::timelineChanged, this, &MainWindow::takeTimeline);
    connect(&model, &LabModel::changed, this, &MainWindow::refreshLab);
    m_pages->setCurrentWidget(m_labPage);
    for (std::size_t i = 0; i < labRows().size(); ++i)
        m_rail->button(static_cast<int>(i))->setChecked(model.id() == QLatin1String(labRows()[i].id));
    page.stage->setFocus();
    m_cameFrom.clear();
    markActive();
    refreshLab();
}

void MainWindow::takeTimeline()
{
    m_transport->setTimeline(m_current->model().timeline(), m_current->stage->transportExtras());
}

void MainWindow::openStartPage()
{
    m_presenter->leave();
    leave();
    m_cameFrom.clear();
    markActive();
    m_transport->setTimeline(nullptr, nullptr);
    m_pages->setCurrentWidget(m_start);
    m_start->setRunning(true);
    refreshCommands();
}

void MainWindow::togglePresenting()
{
    if (m_presenter->isPresenting()) return m_presenter->leave();
    if (!m_current) openLab(StartPage::labOfFigure()); // presents what is seen
    m_presenter->present(m_current->model(), *m_current->stage);
}

ChipContent MainWindow::labChip()
{
    ChipContent chip{.name = tr("Lab")};
    for (const LabRow& row : labRows()) {
        if (m_current && m_current->model().id() == QLatin1String(row.id))
            chip.current = static_cast<int>(chip.values.size());
        chip.values << labName(row);
    }
    chip.isNameShown = chip.areNumbers = false;
    chip.isElidable = true;
    chip.choose = [this](int i) { openLab(QString::fromLatin1(labRows()[static_cast<std::size_t>(i)].id)); };
    return chip;
}

void MainWindow::openExport()
{
    if (!m_current || !m_current->model().canExport()) return;
    m_current->model().timeline()->pause(); // what is seen is what is written
    ExportChoice choice;
    choice.language = m_style.texts.language();
    choice.isDark = m_style.theme.isDark;
    const auto source = [this](const ExportChoice& chosen) { return exportableOf(chosen); };
    auto* dialog = new ExportDialog(m_context, m_current->model().id(), source, choice, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void MainWindow::run(CommandId command)
{
    switch (command) {
    case CommandId::Undo:
        return m_current->model().undoStack()->undo();
    case CommandId::Redo:
        return m_current->model().undoStack()->redo();
    case CommandId::Export:
        return openExport();
    case CommandId::Present:
        return togglePresenting();
    case CommandId::Language:
        return setLanguage(m_style.texts.language() == Language::Greek ? Language::English : Language::Greek);
    case CommandId::Theme:
        return setDark(!m_style.theme.isDark);
    case CommandId::Quit:
        close();
        return;
    case CommandId::Replay:
    case CommandId::SaveNumbers:
        return m_current->model().run(command);
    default:
        return m_current->files->run(command);
    }
}

bool MainWindow::offers(CommandId command) const
{
    switch (command) {
    case CommandId::Undo:
        return m_current && m_current->model().undoStack()->canUndo();
    case CommandId::Redo:
        return m_current && m_current->model().undoStack()->canRedo();
    case CommandId::Export:
        return m_current && m_current->model().canExport();
    case CommandId::Present:
    case CommandId::Language:
    case CommandId::Theme:
    case CommandId::Quit:
        return true;
    default:
        return m_current && m_current->model().offers(command);
    }
}

void MainWindow::refreshLab()
{
    refreshCommands();
    if (!m_current) return;
    m_title->setText(labName(*findLab(m_current->model().id())));
    m_summary->setText(m_current->model().summary());
    m_back->setHidden(m_cameFrom.isEmpty());
    if (const LabRow* from = findLab(m_cameFrom)) m_back->setText(tr("← Back to %1").arg(labName(*from)));
    if (m_presenter->isPresenting()) m_presenter->refresh(m_style, labChip());
}

void MainWindow::refreshCommands()
{
    bool hasFiles = false;
    for (const CommandRow& row : commandRows()) {
        QAction* action = m_commands->action(row.id);
        action->setEnabled(offers(row.id));
        hasFiles |= row.isInFileMenu && action->isEnabled();
    }
    m_file->setVisible(hasFiles);
    m_export->setEnabled(offers(CommandId::Export));
    m_export->setToolTip(m_export->isEnabled() ? tr("Write a picture, an animation or a page (Ctrl+E)")
                                               : tr("Nothing can be exported from this lab yet"));
}

std::optional<Exportable> MainWindow::exportableOf(const ExportChoice& choice) const
{
    auto exportable = m_current ? m_current->model().exportable(choice) : std::nullopt;
    if (exportable)
        exportable->title =
            styleOf(choice).texts.say("Labs", findLab(m_current->model().id())->name).replace(u'\n', u' ');
    return exportable;
}

void MainWindow::setLanguage(Language language)
{
    m_context.settings.setLanguage(language);
    QLocale::setDefault(localeOf(language));
    if (m_translator) QCoreApplication::removeTranslator(m_translator.get());
    m_translator = translatorOf(language);
    QCoreApplication::installTranslator(m_translator.get());
    m_style.texts = Texts(language);
    m_language->setLanguage(language);
    for (const auto& [id, page] : m_labs) {
        page.stage->setStyle(m_style);
        page.inspector->setStyle(m_style);
    }
    m_start->setStyle(m_style);
    retranslate();
}

void MainWindow::setDark(bool isDark)
{
    m_context.settings.setDark(isDark);
    m_style.theme = isDark ? darkTheme() : lightTheme();
    applyStyle();
    m_presenter->refresh(m_style, labChip());
}

void MainWindow::applyStyle()
{
    const Theme& theme = m_style.theme;
    qApp->setFont(uiFont(14 * m_style.scale));
    qApp->setPalette(paletteOf(theme));
    const QString sheet = styleSheetOf(theme, m_style.scale);
    // The window's and not the program's, which would dress each part anew on its way into its layout.
    if (sheet != styleSheet()) setStyleSheet(sheet);
    QPixmap logo(64, 64);
    logo.setDevicePixelRatio(2);
    logo.fill(Qt::transparent);
    QPainter painter(&logo);
    paintLogo(painter, QRectF(2, 2, 28, 28), theme);
    m_home->setIcon(logo);
    for (const CommandRow& row : commandRows())
        if (row.glyph) m_commands->action(row.id)->setIcon(glyphIcon(*row.glyph, theme.ink));
    m_commands->action(CommandId::Theme)
        ->setIcon(glyphIcon(theme.isDark ? Glyph::Sun : Glyph::Moon, theme.ink));
    for (auto* button : m_rail->buttons())
        button->setIcon({}); // are drawn anew
    markActive();
    m_transport->setTheme(theme, m_style.scale);
    m_start->setStyle(m_style);
    for (const auto& [id, page] : m_labs) {
        page.stage->setStyle(m_style);
        page.inspector->setStyle(m_style);
    }
}

void MainWindow::applyScale()
{
    m_style.scale = m_presenter->scale();
    applyStyle();
    retranslate();
    fitFloor();
}

/// Under the transport, where a lab before an audience leaves it free.
void MainWindow::fitFloor()
{
    constexpr double share = 0.08;
    const bool isFree = m_presenter->isPresenting() && m_current && m_current->stage->leavesFootFree();
    m_floor->setFixedHeight(isFree ? static_cast<int>(std::lround(share * height())) : 0);
    m_floor->setVisible(isFree);
}

void MainWindow::resizeEvent(QResizeEvent* event)
{
    QMainWindow::resizeEvent(event);
    fitFloor();
}

void MainWindow::retranslate()
{
    setWindowTitle(QStringLiteral("Hourglass"));
    m_home->setToolTip(tr("Start page"));
    m_home->setAccessibleName(m_home->toolTip());
    for (std::size_t i = 0; i < labRows().size(); ++i)
        m_rail->button(static_cast<int>(i))->setText(QCoreApplication::translate("Labs", labRows()[i].name));
    m_commands->retranslate();
    for (auto* button : {m_undo, m_redo, m_theme})
        button->setAccessibleName(button->toolTip());
    m_file->setText(tr("File"));
    m_export->setText(tr("Export…"));
    m_present->setText(tr("▸ Present"));
    m_present->setToolTip(tr("Large, for an audience (F5)"));
    m_present->setAccessibleName(tr("Present"));
    markActive();
    refreshLab();
}

void MainWindow::changeEvent(QEvent* event)
{
    // After the widgets inside, whose texts the chips take, have heard of it.
    if (event->type() == QEvent::LanguageChange)
        QMetaObject::invokeMethod(this, &MainWindow::retranslate, Qt::QueuedConnection);
    QMainWindow::changeEvent(event);
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    m_context.settings.setWindowGeometry(m_presenter->windowGeometry());
    event->accept();
}

void MainWindow::keyPressEvent(QKeyEvent* event)
{
    if (m_presenter->takesKey(event)) return;
    if (!KeyRouter::isOfTransport(event->key())) return QMainWindow::keyPressEvent(event);
    if (event->key() == Qt::Key_Space && event->isAutoRepeat()) return; // held, not pressed again and again
    if (m_current)
        takeTransportKey(*m_current->model().timeline(), event->key());
    else if (event->key() == Qt::Key_Space)
        m_start->setRunning(!m_start->isRunning());
}

void MainWindow::takeTransportKey(Timeline& timeline, int key)
{
    switch (key) {
    case Qt::Key_Space:
        return timeline.togglePlay();
    case Qt::Key_Left:
    case Qt::Key_PageUp: // a remote control's
        return timeline.stepBack();
    case Qt::Key_Right:
    case Qt::Key_PageDown:
        return timeline.stepForward();
    case Qt::Key_Home:
        return timeline.toFirst();
    case Qt::Key_End:
        return timeline.toLast();
    default:
        break;
    }
}

} // namespace hg
