#include "ui/labs/denoise/own_page.h"

#include "core/data/drawn_digit.h"
#include "ui/labs/denoise/denoise_model.h"
#include "ui/labs/denoise/own_picture.h"
#include "ui/labs/denoise/own_results.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/scribble_pad.h"

#include <QFrame>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace hg {
OwnPage::OwnPage(DenoiseModel& model)
    : DenoisePage(model)
    , m_pen(new Segmented(2))
    , m_digit(new Stepper)
    , m_pad(new ScribblePad)
    , m_results(new OwnResults)
    , m_title(new QLabel)
    , m_penName(new QLabel)
    , m_digitName(new QLabel)
    , m_note(new QLabel)
    , m_clean(new QPushButton)
    , m_blank(new QPushButton)
    , m_centre(new QPushButton)
    , m_open(new QPushButton)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(10);
    row->addWidget(buildInput(), 2);
    auto* card = new QFrame;
    card->setProperty("look", QStringLiteral("card"));
    auto* column = new QVBoxLayout(card);
    column->setContentsMargins(14, 10, 12, 10);
    column->addWidget(m_results, 1);
    row->addWidget(card, 3);
    m_pen->setCurrent(0);
    connectAll();
    translated([this] {
        m_title->setText(tr("Scribble over it"));
        m_penName->setText(tr("Pen"));
        m_pen->setTexts({tr("white"), tr("black")});
        m_pen->setAccessibleName(m_penName->text());
        m_digitName->setText(tr("Digit no."));
        m_digit->setName(m_digitName->text());
        m_clean->setText(tr("Take it off"));
        m_clean->setToolTip(tr("The picture without what was scribbled"));
        m_blank->setText(tr("Blank"));
        m_blank->setToolTip(tr("Draw a digit of your own"));
        m_centre->setText(tr("Centre"));
        m_centre->setToolTip(tr("Centred and scaled as the digits are that the networks have learnt"));
        m_open->setText(tr("Open a picture…"));
        m_pad->setAccessibleName(tr("Scribbling pad"));
        m_results->setAccessibleName(tr("What each makes of it"));
        follow();
    });
}

QFrame* OwnPage::buildInput()
{
    auto* card = new QFrame;
    card->setProperty("look", QStringLiteral("card"));
    auto* column = new QVBoxLayout(card);
    column->setContentsMargins(14, 10, 12, 10);
    column->setSpacing(6);
    m_title->setProperty("look", QStringLiteral("cardTitle"));
    m_note->setProperty("look", QStringLiteral("muted"));
    column->addWidget(m_title);
    column->addWidget(m_note);
    column->addWidget(m_pad, 1);
    m_note->setWordWrap(true);
    auto* tools = new QGridLayout; // two beside each other fit into the narrowest window
    tools->setSpacing(6);
    const std::array<std::array<QWidget*, 2>, 4> rows{
        {{m_penName, m_pen}, {m_digitName, m_digit}, {m_clean, m_blank}, {m_centre, m_open}}};
    for (int row = 0; row < static_cast<int>(rows.size()); ++row)
        for (int side = 0; side < 2; ++side)
            tools->addWidget(rows[static_cast<std::size_t>(row)][static_cast<std::size_t>(side)], row, side);
    column->addLayout(tools);
    return card;
}

void OwnPage::connectAll()
{
    connect(&m_model, &DenoiseModel::ownChanged, this, &OwnPage::follow);
    connect(m_pen, &Segmented::chosen, m_pad, [this](int i) { m_pad->setWhite(i == 0); });
    connect(m_pad, &ScribblePad::painted, this, &OwnPage::takeStroke);
    connect(m_digit, &Stepper::changed, &m_model,
            [this](double v) { m_model.setOwn({.digit = static_cast<int>(v) - 1}, "digit"); });
    heed(*m_digit, m_model);
    connect(m_clean, &QPushButton::clicked, &m_model,
            [this] { m_model.setOwn({.digit = m_model.view().own.digit}); });
    connect(m_blank, &QPushButton::clicked, &m_model, [this] {
        const auto side = static_cast<std::size_t>(m_model.pictureSide());
        m_model.setOwn({.digit = -1, .pixels = std::vector<std::uint8_t>(side * side)});
    });
    connect(m_centre, &QPushButton::clicked, this, &OwnPage::centre);
    connect(m_open, &QPushButton::clicked, &m_model, &DenoiseModel::fileAsked);
}

void OwnPage::setStyle(const PaintStyle& style)
{
    m_style = style;
    m_pad->setStyle(style);
    m_results->setStyle(style);
    follow();
}

void OwnPage::takeStroke(const std::vector<std::uint8_t>& pixels, int stroke)
{
    m_model.setOwn({.digit = m_model.view().own.digit, .pixels = pixels}, "stroke " + std::to_string(stroke));
}

void OwnPage::centre()
{
    const int side = m_model.pictureSide();
    m_model.setOwn(
        {.digit = -1, .pixels = greyBytes(normaliseDrawing(m_model.ownPixels(), side, side, side))});
}

void OwnPage::refresh()
{
    const int side = m_model.pictureSide();
    const OwnPicture& own = m_model.view().own;
    m_pad->setEnabled(side > 0);
    m_digit->setRange(1, m_model.data()->dataset->test.count);
    if (own.digit >= 0) m_digit->setValue(own.digit + 1);
    m_clean->setEnabled(own.digit >= 0 && !own.pixels.empty());
    m_centre->setEnabled(own.digit < 0);
    if (side == 0) return m_note->setText(tr("These pictures are no squares: nothing can be drawn."));
    const int label = m_model.ownLabel();
    m_note->setText(label >= 0 ? tr("A %1 that no network has learnt.").arg(label)
                               : tr("Whatever you draw or open."));
    m_pad->setPixels(greyBytes(m_model.ownPixels()), side);
    m_results->setResults(m_model.ownResults());
}

} // namespace hg
