#include "ui/labs/fewlabels/digit_question.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QShortcut>

#include <algorithm>
#include <cmath>

namespace hg {
namespace {

constexpr int across = 5;

} // namespace

DigitQuestion::DigitQuestion(QWidget* parent)
    : Panel(parent)
    , m_room(new QLabel)
    , m_title(new QLabel)
    , m_hint(new QLabel)
    , m_digits{}
    , m_remove(new QPushButton)
    , m_leave(new QPushButton)
{
    build();
    // Of the window: the focus may be anywhere. They sleep while the question is hidden.
    for (int digit = 0; digit < 10; ++digit)
        connect(new QShortcut(QKeySequence(Qt::Key_0 + digit), this), &QShortcut::activated, this,
                [this, digit] { answer(digit); });
    connect(new QShortcut(Qt::Key_Escape, this), &QShortcut::activated, this, &DigitQuestion::left);
    connect(m_leave, &QPushButton::clicked, this, &DigitQuestion::left);
    connect(m_remove, &QPushButton::clicked, this, &DigitQuestion::removed);
    translated([this] {
        setAccessibleName(tr("Which digit is it?"));
        m_title->setText(tr("Which digit?"));
        m_hint->setText(tr("key 0–9 or click"));
        m_remove->setText(tr("Remove the label"));
        m_leave->setText(tr("Skip (Esc)"));
        adjustSize();
    });
    hide();
}

void DigitQuestion::build()
{
    setAttribute(Qt::WA_NoSystemBackground, false);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 10, 12, 10);
    column->setSpacing(6);
    auto* head = new QHBoxLayout;
    head->setSpacing(10);
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    m_title->setProperty("look", QStringLiteral("cardTitle"));
    m_hint->setProperty("look", QStringLiteral("muted"));
    words->addWidget(m_title);
    words->addWidget(m_hint);
    words->addWidget(m_leave);
    m_leave->setProperty("look", QStringLiteral("link"));
    m_remove->setProperty("look", QStringLiteral("link"));
    head->addWidget(m_room);
    head->addLayout(words);
    column->addLayout(head);
    auto* grid = new QGridLayout;
    grid->setSpacing(4);
    for (int digit = 0; digit < 10; ++digit) {
        auto* button = new QPushButton(QString::number(digit));
        button->setFocusPolicy(Qt::TabFocus);
        m_digits[static_cast<std::size_t>(digit)] = button;
        grid->addWidget(button, digit / across, digit % across, Qt::AlignCenter);
        connect(button, &QPushButton::clicked, this, [this, digit] { answer(digit); });
    }
    column->addLayout(grid);
    column->addWidget(m_remove);
}

void DigitQuestion::setStyle(const PaintStyle& style)
{
    m_style = style;
    const auto side = static_cast<int>(std::lround(style.px(72)));
    m_room->setFixedSize(side, side);
    const auto disc = static_cast<int>(std::lround(style.px(30)));
    for (std::size_t i = 0; i < m_digits.size(); ++i) {
        const ClassColours& colours = style.theme.classes[i];
        m_digits[i]->setFixedSize(disc, disc);
        m_digits[i]->setStyleSheet(
            QStringLiteral(
                "QPushButton { background: %1; color: %2; border: 2px solid %1; border-radius: %3px; "
                "padding: 0; font-weight: 700; } QPushButton:hover, QPushButton:focus { border-color: "
                "%4; } QPushButton:disabled { background: %5; border-color: %5; }")
                .arg(colours.fill.name(), colours.ink.name())
                .arg(disc / 2)
                .arg(style.theme.ink.name(), style.theme.line.name()));
    }
    adjustSize();
    update();
}

void DigitQuestion::ask(const QImage& picture, const std::vector<int>& answers, int given)
{
    m_picture = picture;
    m_given = given;
    for (std::size_t i = 0; i < m_digits.size(); ++i)
        m_digits[i]->setEnabled(std::find(answers.begin(), answers.end(), static_cast<int>(i)) !=
                                answers.end());
    m_remove->setVisible(given >= 0);
    adjustSize();
    show();
    raise();
    setFocus(); // a number field that was clicked before would take the digits
    update();
}

void DigitQuestion::answer(int label)
{
    if (m_digits[static_cast<std::size_t>(label)]->isEnabled()) Q_EMIT answered(label);
}

void DigitQuestion::standBeside(const QPointF& place, const QRectF& room)
{
    const double away = m_style.px(22);
    const bool isLeft = place.x() + away + width() > room.right();
    const double x = isLeft ? place.x() - away - width() : place.x() + away, y = place.y() - height() / 2.0;
    const double right = std::max(room.left(), room.right() - width()),
                 foot = std::max(room.top(), room.bottom() - height());
    move(static_cast<int>(std::clamp(x, room.left(), right)),
         static_cast<int>(std::clamp(y, room.top(), foot)));
}

void DigitQuestion::paintEvent(QPaintEvent*)
{
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    p.setPen(QPen(m_style.theme.ink, 1.5));
    p.setBrush(m_style.theme.surface);
    p.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 8, 8);
    if (!m_picture.isNull()) p.drawImage(QRectF(m_room->geometry()), m_picture);
}

} // namespace hg
