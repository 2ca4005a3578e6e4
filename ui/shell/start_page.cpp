#include "ui/shell/start_page.h"

#include "ui/lab/lab_figure.h"
#include "ui/widgets/language_switch.h"
#include "ui/widgets/timeline.h"

#include <QAbstractButton>
#include <QCoreApplication>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

namespace hg {

StartPage::StartPage(AppContext& context, QWidget* parent)
    : Panel(parent)
    , m_figure(new LabFigure(context, *findLab(labOfFigure()), LabFigure::Controls::None))
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
    inside->addWidget(m_figure);
    column->addWidget(card, 1);
    column->addWidget(buildDoors());
    auto* foot = new QLabel;
    foot->setProperty("look", QStringLiteral("muted"));
    column->addWidget(foot);
    // Who opens the program is to see at once that it moves.
    constexpr double positionsASecond = 0.6;
    timeline().setEvenRate(positionsASecond);
    timeline().toFirst();
    connect(&timeline(), &Timeline::stateChanged, this, &StartPage::beginAgain);
    translated([=, this] {
        foot->setText(tr("Everything runs on this computer; nothing is sent anywhere."));
        m_figure->setAccessibleName(tr("A filter sliding over numbers"));
    });
}

Timeline& StartPage::timeline() const
{
    return *m_figure->model().timeline();
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
        text->setAlignment(Qt::AlignLeft | Qt::AlignTop);
        text->setWordWrap(true);
        button->setProperty("look", QStringLiteral("primary"));
        column->addWidget(name);
        column->addWidget(text, 1);
        column->addWidget(button, 0, Qt::AlignLeft);
        row->addWidget(card, 1);
        connect(button, &QPushButton::clicked, this,
                [this, id = lab.id] { Q_EMIT labChosen(QString::fromLatin1(id)); });
        translated([=, &lab] {
            name->setText(labName(lab));
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
    m_figure->setStyle(onCard);
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
    isRunning ? timeline().play() : timeline().pause();
}

void StartPage::beginAgain()
{
    if (!m_isRunning || timeline().isPlaying()) return;
    constexpr int restMilliseconds = 2500; // long enough to read the whole result
    QTimer::singleShot(restMilliseconds, this, [this] {
        if (m_isRunning) timeline().play();
    });
}

} // namespace hg
