#include "ui/labs/autoencoder/drawing_card.h"

#include "core/data/drawings.h"
#include "core/data/drawn_digit.h"
#include "ui/labs/autoencoder/ae_model.h"
#include "ui/labs/autoencoder/ae_words.h"
#include "ui/labs/autoencoder/error_histogram.h"
#include "ui/labs/autoencoder/picture_strip.h"
#include "ui/labs/autoencoder/walk_model.h"
#include "ui/painters/class_marks.h"
#include "ui/painters/hourglass_painter.h"
#include "ui/theme/error_text.h"
#include "ui/widgets/ink_pad.h"
#include "ui/widgets/steady.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <map>

namespace hg {
namespace {

constexpr int namedNumbers = 4; // of a code, where it has more
constexpr std::size_t nearPictures = 5;
constexpr double mostPad = 200, mostNear = 76; // design pixels

} // namespace

DrawingCard::DrawingCard(AeModel& model, QWidget* parent)
    : Panel(parent)
    , m_model(model)
    , m_walk(model.walk())
    , m_title(new QLabel)
    , m_undo(new QPushButton)
    , m_clear(new QPushButton)
    , m_keep(new QPushButton)
    , m_labels(new QMenu(this))
    , m_pad(new InkPad)
    , m_codeName(new QLabel)
    , m_code(new QLabel)
    , m_pair(new PictureStrip)
    , m_unusual(new QLabel)
    , m_error(new QLabel)
    , m_histogram(new ErrorHistogram)
    , m_share(new QLabel)
    , m_nearTitle(new QLabel)
    , m_near(new PictureStrip)
    , m_landing(new QLabel)
    , m_shareRoom(new Steady(m_share))
    , m_landingRoom(new Steady(m_landing))
{
    setProperty("look", QStringLiteral("card"));
    setAttribute(Qt::WA_StyledBackground);
    build();
    connect(m_pad, &InkPad::changed, this, &DrawingCard::takeInk);
    connect(m_undo, &QPushButton::clicked, m_pad, &InkPad::undo);
    connect(m_clear, &QPushButton::clicked, m_pad, &InkPad::clear);
    m_keep->setMenu(m_labels);
    connect(m_labels, &QMenu::aboutToShow, this, &DrawingCard::fillLabels);
    translated([this] {
        m_title->setText(tr("Drawing"));
        m_undo->setText(tr("Undo"));
        m_undo->setToolTip(tr("Takes the last stroke back"));
        m_undo->setAccessibleName(m_undo->toolTip()); // the window has an Undo as well
        m_clear->setText(tr("Clear"));
        m_keep->setText(tr("Keep"));
        m_keep->setToolTip(tr("Collects drawings with their labels: data to train on"));
        m_pad->setHint(tr("Draw here with the mouse"));
        m_pad->setAccessibleName(tr("Drawing pad"));
        m_codeName->setText(tr("its code"));
        m_unusual->setText(tr("How unusual?"));
        m_histogram->setAccessibleName(m_unusual->text());
        m_nearTitle->setText(tr("Nearest in the plane"));
        m_near->setAccessibleName(m_nearTitle->text());
        setRooms();
        refresh();
    });
}

void DrawingCard::build()
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(14, 8, 12, 8);
    column->setSpacing(4);
    auto* head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_keep);
    column->addLayout(head);
    auto* row = new QHBoxLayout;
    row->setSpacing(10);
    row->addWidget(m_pad);
    row->addWidget(buildFacts(), 1);
    column->addLayout(row);
    column->addLayout(buttons());
    auto* unusual = new QHBoxLayout;
    unusual->addWidget(m_unusual, 1);
    unusual->addWidget(m_error);
    column->addLayout(unusual);
    column->addWidget(m_histogram);
    column->addWidget(m_shareRoom);
    column->addWidget(m_nearTitle);
    column->addWidget(m_near);
    column->addWidget(m_landingRoom);
    column->addStretch(1);
    m_title->setProperty("look", QStringLiteral("cardTitle"));
    m_codeName->setProperty("look", QStringLiteral("muted"));
    for (auto* label : {m_share, m_landing})
        label->setWordWrap(true);
}

QHBoxLayout* DrawingCard::buttons()
{
    auto* row = new QHBoxLayout;
    row->setSpacing(6);
    row->addWidget(m_undo);
    row->addWidget(m_clear);
    row->addStretch();
    return row;
}

QWidget* DrawingCard::buildFacts()
{
    auto* facts = new QWidget;
    auto* column = new QVBoxLayout(facts);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(1);
    column->addWidget(m_codeName);
    column->addWidget(m_code);
    column->addStretch();
    column->addWidget(m_pair, 3);
    return facts;
}

void DrawingCard::setStyle(const PaintStyle& style)
{
    m_style = style;
    m_pad->setStyle(style);
    fitPad();
    m_pair->setStyle(style);
    m_histogram->setStyle(style);
    m_near->setStyle(style);
    styleNumbers();
    setRooms();
    refresh();
}

void DrawingCard::resizeEvent(QResizeEvent* event)
{
    Panel::resizeEvent(event);
    fitPad();
}

/// As much as the longest sentences take, so that nothing moves while somebody draws.
void DrawingCard::setRooms()
{
    constexpr int most = 99, many = 10000;
    m_shareRoom->setWidest(shareText(most, many));
    m_landingRoom->setWidest(landingText(0, nearPictures, nearPictures));
}

QString DrawingCard::shareText(int percent, int pictures) const
{
    return tr("Rebuilt worse than %1% of the %2 held-out pictures.")
        .arg(percent)
        .arg(m_style.texts.grouped(pictures));
}

QString DrawingCard::landingText(int label, std::size_t votes, std::size_t pictures) const
{
    const QString text = m_model.showsDigits() ? tr("It lands among the %1s: %2 of the %3 nearest.")
                                               : tr("It lands in the class %1: %2 of the %3 nearest.");
    return text.arg(classText(label, m_model.classNames())).arg(votes).arg(pictures);
}

/// Half of the card is for what is made of the drawing.
void DrawingCard::fitPad()
{
    constexpr double share = 0.42;
    const double room = contentsRect().width();
    const int side = static_cast<int>(std::min(m_style.px(mostPad), room * share));
    m_pad->setFixedSize(side, side);
    m_near->setFixedHeight(static_cast<int>(std::min(m_style.px(mostNear), room / nearPictures)));
}

void DrawingCard::styleNumbers()
{
    const QColor& colour = m_style.theme.role(Role::Code).text;
    m_code->setStyleSheet(m_style.boldLabel(colour, 17));
    m_error->setStyleSheet(m_style.boldLabel(colour, 14));
    for (auto* label : {m_unusual, m_nearTitle, m_landing})
        label->setStyleSheet(QStringLiteral("font-weight: 600;"));
}

int DrawingCard::pictureSide() const
{
    const Shape shape = m_model.data() ? m_model.data()->dataset->test.shape : Shape();
    return shape.channels == 1 && shape.height == shape.width ? shape.height : 0;
}

/// As MNIST's digits were made of what people wrote; of pictures that are no squares there is no such way.
void DrawingCard::takeInk()
{
    const int side = pictureSide();
    m_walk.setDrawing(m_pad->isEmpty() || side == 0
                          ? std::vector<float>()
                          : normaliseDrawing(m_pad->ink(), InkPad::side, InkPad::side, side));
}

/// Ten labels for the drawing, and what the kept ones are for.
void DrawingCard::fillLabels()
{
    m_labels->clear();
    for (int label = 0; label < 10; ++label) {
        QAction* action = m_labels->addAction(tr("as a %1").arg(label));
        action->setEnabled(!m_pad->isEmpty());
        connect(action, &QAction::triggered, this, [this, label] { keepAs(label); });
    }
    m_labels->addSeparator();
    const int kept = drawingsIn(m_model.drawingsFile());
    QAction* train = m_labels->addAction(tr("Train on %n kept drawings", nullptr, kept));
    train->setEnabled(kept > 0);
    connect(train, &QAction::triggered, this, &DrawingCard::trainOnKept);
}

void DrawingCard::keepAs(int label)
{
    const std::vector<float> drawing =
        normaliseDrawing(m_pad->ink(), InkPad::side, InkPad::side, drawingSide);
    const auto kept = keepDrawing(m_model.drawingsFile(), label, drawing);
    if (!kept) return m_model.refuse(tr("Keep"), placedSentence(kept.error()));
    m_pad->clear();
    m_model.confirm(tr("%n drawings kept", nullptr, *kept));
}

void DrawingCard::trainOnKept()
{
    m_model.openDataAnew(drawingsOf(m_model.drawingsFile()));
}

QString DrawingCard::codeText() const
{
    const DrawnDigit* drawn = m_walk.drawn();
    if (!drawn) return {};
    QStringList lines;
    for (int i = 0; i < std::min<int>(namedNumbers, static_cast<int>(drawn->code.size())); ++i)
        lines << QStringLiteral("%1 = %2").arg(
            codeNumberName(i),
            m_style.texts.number(static_cast<double>(drawn->code[static_cast<std::size_t>(i)]), 1));
    if (drawn->code.size() > namedNumbers) lines << QStringLiteral("…");
    return lines.join(QLatin1Char('\n'));
}

/// Nothing that is drawn stays nothing, whatever the network does meanwhile.
void DrawingCard::refreshMoment()
{
    if (!m_pad->isEmpty()) refresh();
}

void DrawingCard::refresh()
{
    const bool isDrawn = !m_pad->isEmpty();
    m_undo->setEnabled(isDrawn);
    m_clear->setEnabled(isDrawn);
    const DrawnDigit* drawn = m_walk.drawn();
    m_code->setText(codeText());
    std::vector<PictureStrip::Item> pair;
    if (drawn) {
        const Shape shape = m_model.data()->dataset->test.shape;
        pair = {{samplePicture(drawn->pixels, shape.height, shape.width), tr("in")},
                {samplePicture(drawn->rebuilt, shape.height, shape.width), tr("out")}};
    }
    m_pair->setItems(std::move(pair), 2);
    m_pair->setAccessibleName(tr("What goes in and what is rebuilt"));
    refreshUnusual();
    refreshNearest();
}

void DrawingCard::refreshUnusual()
{
    const DrawnDigit* drawn = m_walk.drawn();
    const HeldOutErrors* errors = drawn ? m_walk.errors() : nullptr;
    m_error->setText(drawn ? tr("error %1").arg(m_style.texts.glance(drawn->error, 3)) : QString());
    m_histogram->setContent(errors ? &errors->sorted : nullptr,
                            drawn ? std::optional(drawn->error) : std::nullopt);
    if (!drawn)
        return m_share->setText(pictureSide() > 0
                                    ? tr("It is centred and scaled as handwritten digits are.")
                                    : tr("These pictures are no squares: nothing can be drawn for them."));
    if (!errors)
        return m_share->setText(m_model.standing() == AeModel::Standing::Running
                                    ? tr("It is compared with the others when the training rests.")
                                    : tr("…"));
    const auto percent = static_cast<int>(std::lround(100 * errors->shareBelow(drawn->error)));
    m_share->setText(shareText(percent, static_cast<int>(errors->sorted.size())));
}

void DrawingCard::refreshNearest()
{
    const DrawnDigit* drawn = m_walk.drawn();
    const std::vector<NearPicture> near = drawn ? m_walk.nearest(drawn->place) : std::vector<NearPicture>();
    std::vector<PictureStrip::Item> items;
    std::map<int, std::size_t> votes;
    const QStringList names = m_model.classNames();
    for (const NearPicture& one : near) {
        const auto& train = m_model.data()->dataset->train;
        items.push_back({samplePicture(train.view().sample(one.index), train.shape.height, train.shape.width),
                         {},
                         false,
                         one.label,
                         one.label ? classText(*one.label, names) : QString()});
        if (one.label) ++votes[*one.label];
    }
    m_near->setItems(std::move(items), nearPictures);
    const auto most = std::max_element(votes.begin(), votes.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    m_landing->setText(most == votes.end() ? QString() : landingText(most->first, most->second, near.size()));
}

} // namespace hg
