#include "ui/shell/start_page.h"

#include "core/lab/conv_presets.h"
#include "ui/shell/lab.h"
#include "ui/widgets/conv_canvas.h"
#include "ui/widgets/language_switch.h"

#include <QAbstractButton>
#include <QCoreApplication>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

namespace hg {

/// At one pace from the start on: who opens the program is to see at once that it moves.
class StartPage::EvenTimeline final : public ConvTimeline {
public:
    using ConvTimeline::ConvTimeline;
    double rate(double) const override { return 0.6; }
};

/// The running figure: the lecture's example, over and over.
struct StartPage::Figure {
    explicit Figure(const Clock& clock) : timeline(clock), canvas(new ConvCanvas(timeline))
    {
        canvas->setEditable(false);
        if (const auto figure = evaluate(convPresets().front().make())) {
            canvas->setFigure(*figure);
            timeline.setCount(figure->positionCount());
        }
    }
    EvenTimeline timeline;
    ConvCanvas* canvas;
};

StartPage::StartPage(AppContext& context, QWidget* parent)
    : Panel(parent)
    , m_figure(std::make_unique<Figure>(context.clock))
    , m_logo(new QLabel)
    , m_language(new LanguageSwitch)
    , m_theme(new QToolButton)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(56, 28, 56, 22);
    column->setSpacing(18);
    column->addWidget(buildHead());
    auto* card = new QFrame;
    card->setProperty("look", QStringLiteral("card"));
    auto* inside = new QVBoxLayout(card);
    inside->addWidget(m_figure->canvas);
    column->addWidget(card, 1);
    column->addWidget(buildDoors());
    auto* foot = new QLabel;
    foot->setProperty("look", QStringLiteral("muted"));
    column->addWidget(foot);
    connect(&m_figure->timeline, &Timeline::stateChanged, this, &StartPage::beginAgain);
    translated([=, this] {
        foot->setText(tr("Everything runs on this computer; nothing is sent anywhere."));
        m_figure->canvas->setAccessibleName(tr("A filter sliding over numbers"));
    });
}

StartPage::~StartPage()
{
    delete m_figure->canvas; // it looks at the timeline, which goes with the figure
}

QWidget* StartPage::buildHead()
{
    auto* head = new QWidget;
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(16);
    row->addWidget(m_logo);
    auto* names = new QVBoxLayout;
    names->setSpacing(0);
    auto* name = new QLabel(QStringLiteral("Hourglass"));
    auto* claim = new QLabel;
    name->setStyleSheet(QStringLiteral("font-size: 34px; font-weight: 700;"));
    claim->setProperty("look", QStringLiteral("muted"));
    names->addWidget(name);
    names->addWidget(claim);
    row->addLayout(names, 1);
    m_theme->setProperty("look", QStringLiteral("flat"));
    row->addWidget(m_theme);
    m_language->setStyleSheet(
        QStringLiteral("QPushButton { font-size: 20px; min-width: 48px; min-height: 32px; }"));
    row->addWidget(m_language);
    connect(m_language, &LanguageSwitch::languageChosen, this, &StartPage::languageChosen);
    connect(m_theme, &QToolButton::clicked, this, &StartPage::themeToggled);
    translated([=, this] {
        claim->setText(tr("See what a filter does, and what a network keeps when it must squeeze."));
        m_theme->setToolTip(tr("Light or dark colours (Ctrl+D)"));
        m_theme->setAccessibleName(m_theme->toolTip());
    });
    return head;
}

QWidget* StartPage::buildDoors()
{
    auto* doors = new QWidget;
    auto* row = new QHBoxLayout(doors);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(18);
    for (const LabRow& lab : labRows()) {
        auto* card = new QFrame;
        card->setProperty("look", QStringLiteral("card"));
        auto* column = new QVBoxLayout(card);
        column->setContentsMargins(22, 16, 22, 16);
        auto* name = new QLabel;
        auto* text = new QLabel;
        auto* button = new QPushButton;
        name->setStyleSheet(QStringLiteral("font-size: 22px; font-weight: 700;"));
        text->setProperty("look", QStringLiteral("muted"));
        text->setWordWrap(true);
        button->setProperty("look", QStringLiteral("primary"));
        column->addWidget(name);
        column->addWidget(text, 1);
        column->addWidget(button, 0, Qt::AlignLeft);
        row->addWidget(card, 1);
        connect(button, &QPushButton::clicked, this,
                [this, id = lab.id] { Q_EMIT labChosen(QString::fromLatin1(id)); });
        translated([=, &lab] {
            name->setText(QCoreApplication::translate("Labs", lab.name).replace(u'\n', u' '));
            text->setText(QCoreApplication::translate("Labs", lab.description));
            button->setText(tr("Open"));
            button->setAccessibleName(tr("Open %1").arg(name->text()));
        });
    }
    return doors;
}

void StartPage::setStyle(const PaintStyle& style)
{
    PaintStyle onCard = style;
    onCard.theme.stage = style.theme.surface;
    m_figure->canvas->setStyle(onCard);
    m_language->setLanguage(style.texts.language());
    QPixmap logo(QSize(56, 56) * 2);
    logo.setDevicePixelRatio(2);
    logo.fill(Qt::transparent);
    QPainter painter(&logo);
    paintLogo(painter, QRectF(0, 0, 56, 56), style.theme);
    m_logo->setPixmap(logo);
    m_theme->setIcon(glyphIcon(style.theme.isDark ? Glyph::Sun : Glyph::Moon, style.theme.ink));
}

void StartPage::setRunning(bool isRunning)
{
    m_isRunning = isRunning;
    isRunning ? m_figure->timeline.play() : m_figure->timeline.pause();
}

void StartPage::beginAgain()
{
    const auto& timeline = m_figure->timeline;
    if (!m_isRunning || timeline.isPlaying()) return;
    constexpr int restMilliseconds = 2500; // long enough to read the whole result
    QTimer::singleShot(restMilliseconds, this, [this] {
        if (m_isRunning) m_figure->timeline.play();
    });
}

} // namespace hg
