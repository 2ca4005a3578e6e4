#include "ui/labs/fewlabels/yourself_page.h"

#include "ui/labs/fewlabels/digit_question.h"
#include "ui/labs/fewlabels/few_labels_model.h"
#include "ui/labs/fewlabels/label_discs.h"
#include "ui/labs/fewlabels/label_regions.h"
#include "ui/labs/fewlabels/label_strip.h"
#include "ui/labs/fewlabels/score_board.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/flow_row.h"
#include "ui/widgets/map_view.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>

namespace hg {
namespace {

constexpr double cell = 12; // design pixels of a region's cell

QFrame* newCard()
{
    auto* card = new QFrame;
    card->setProperty("look", QStringLiteral("card"));
    return card;
}

} // namespace

struct YourselfPage::Regions {
    std::shared_ptr<const std::vector<float>> places;
    std::vector<int> read;
    MapFrame frame;
    bool isDark = false;
    QImage image;
};

YourselfPage::YourselfPage(FewLabelsModel& model)
    : FewLabelsPage(model)
    , m_behind(new Segmented(2))
    , m_title(new QLabel)
    , m_about(new QLabel)
    , m_count(new QLabel)
    , m_truthName(new QLabel)
    , m_truth(new Switch)
    , m_map(new MapView)
    , m_question(new DigitQuestion(this))
    , m_strip(new LabelStrip)
    , m_board(new ScoreBoard)
    , m_clear(new QPushButton)
    , m_regions(std::make_unique<Regions>())
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(10);
    auto* left = new QVBoxLayout;
    left->setSpacing(10);
    left->addWidget(buildMap(), 1);
    left->addWidget(buildStrip());
    row->addLayout(left, 9);
    row->addWidget(buildBoard(), 4);
    connectAll();
    translated([this] {
        m_behind->setTexts({tr("Points"), tr("Regions")});
        m_behind->setAccessibleName(tr("What lies behind the points"));
        m_truthName->setText(tr("Real labels"));
        m_truth->setAccessibleName(tr("Real labels: what each digit is, as the colour of its point"));
        m_truth->setToolTip(m_truth->accessibleName());
        m_map->setAccessibleName(tr("Codes of digits without labels"));
        m_board->setAccessibleName(tr("Score of every feature"));
        m_strip->setAccessibleName(tr("Labels that were given"));
        m_clear->setText(tr("Start again"));
        m_clear->setToolTip(tr("Takes all labels away; Ctrl+Z brings them back"));
        m_about->setText(tr("click a point, type its digit"));
        follow();
    });
}

YourselfPage::~YourselfPage() = default;

QWidget* YourselfPage::buildMap()
{
    auto* card = newCard();
    auto* column = new QVBoxLayout(card);
    column->setContentsMargins(14, 8, 12, 8);
    column->setSpacing(4);
    m_title->setProperty("look", QStringLiteral("cardTitle"));
    m_truthName->setBuddy(m_truth);
    m_about->setProperty("look", QStringLiteral("muted"));
    m_about->setWordWrap(true);
    auto* row = new FlowRow(10);
    row->addWidget(m_title);
    row->addWidget(m_behind);
    row->addWidget(buildTruth());
    column->addLayout(row);
    column->addWidget(m_about);
    column->addWidget(m_map, 1);
    return card;
}

QWidget* YourselfPage::buildTruth()
{
    auto* both = new QWidget;
    auto* row = new QHBoxLayout(both);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_truthName);
    row->addWidget(m_truth);
    return both;
}

QWidget* YourselfPage::buildStrip()
{
    auto* card = newCard();
    auto* column = new QVBoxLayout(card);
    column->setContentsMargins(14, 8, 12, 8);
    column->setSpacing(4);
    auto* row = new QHBoxLayout;
    row->addWidget(m_count, 1);
    m_clear->setProperty("look", QStringLiteral("link"));
    row->addWidget(m_clear);
    column->addLayout(row);
    column->addWidget(m_strip);
    return card;
}

QWidget* YourselfPage::buildBoard()
{
    auto* card = newCard();
    auto* column = new QVBoxLayout(card);
    column->setContentsMargins(14, 10, 12, 10);
    column->addWidget(m_board);
    return card;
}

void YourselfPage::connectAll()
{
    connect(&m_model, &FewLabelsModel::ownChanged, this, &YourselfPage::follow);
    connect(&m_model, &FewLabelsModel::askedChanged, this, &YourselfPage::follow);
    connect(m_behind, &Segmented::chosen, &m_model, [this](int i) { m_model.setRegionsShown(i == 1); });
    connect(m_truth, &Switch::toggled, &m_model, &FewLabelsModel::askForTruth);
    connect(m_map, &MapView::picked, &m_model, &FewLabelsModel::ask);
    connect(m_map, &MapView::hovered, this,
            [this](int index) { m_map->setMarked(index, pictureOfPoint(index)); });
    connect(m_map, &MapView::rangeChanged, this, &YourselfPage::refreshQuestion);
    connect(m_clear, &QPushButton::clicked, &m_model, &FewLabelsModel::clearOwn);
    connect(m_strip, &LabelStrip::picked, &m_model, &FewLabelsModel::ask);
    connect(m_question, &DigitQuestion::answered, &m_model, &FewLabelsModel::answer);
    connect(m_question, &DigitQuestion::left, &m_model, &FewLabelsModel::skip);
    connect(m_question, &DigitQuestion::removed, &m_model, [this] {
        if (const auto asked = m_model.asked()) m_model.removeOwn(*asked);
    });
    connect(new QShortcut(Qt::Key_N, this), &QShortcut::activated, &m_model, &FewLabelsModel::askNext);
    m_map->setPictures([this](int index) { return pictureOfPoint(index); });
    m_map->setLayers([this](QPainter& p, const MapFrame& frame) { paintRegions(p, frame); },
                     [this](QPainter& p, const MapFrame& frame) { paintLabels(p, frame); });
}

void YourselfPage::setPresented(bool isPresented)
{
    m_isPresented = isPresented;
    follow();
}

void YourselfPage::setStyle(const PaintStyle& style)
{
    m_style = style;
    m_map->setStyle(style, Role::Code, true);
    m_question->setStyle(style);
    m_strip->setStyle(style);
    m_board->setStyle(style);
    follow();
}

bool YourselfPage::isAtRest() const
{
    return !m_places || m_map->isAtRest(); // without points it waits for nothing
}

void YourselfPage::resizeEvent(QResizeEvent* event)
{
    FewLabelsPage::resizeEvent(event);
    follow();
}

void YourselfPage::refresh()
{
    m_behind->setCurrent(m_model.view().showsRegions ? 1 : 0);
    refreshMap();
    refreshTruth();
    refreshStrip();
    refreshBoard();
    refreshQuestion();
}

void YourselfPage::refreshMap()
{
    const Texts& texts = m_model.texts();
    const QString note = m_model.reader(LabelRow::Code) ? QString() : m_model.noteOf(LabelRow::Code);
    m_title->setText(note.isEmpty()
                         ? tr("%1 digits without labels").arg(texts.grouped(pointCount(*m_model.data())))
                         : note);
    m_places = m_model.flat();
    m_map->setPoints(m_places);
    const PlaneAxes axes = m_model.planeAxes();
    m_map->setIsotropic(axes.isIsotropic);
    m_map->setAxisNames(axes.names);
    m_read = m_model.readInPoints(m_model.ownShown());
    m_map->update();
}

void YourselfPage::refreshTruth()
{
    m_truth->setOn(m_model.showsTruth());
    m_truth->parentWidget()->setVisible(!m_isPresented);
    std::vector<int> labels;
    if (m_model.showsTruth() && !m_isPresented)
        for (int i = 0; i < pointCount(*m_model.data()); ++i)
            labels.push_back(m_model.data()->dataset->train.labels[static_cast<std::size_t>(i)]);
    m_map->setLabels(labels);
}

void YourselfPage::refreshStrip()
{
    const auto& labels = m_model.own();
    m_clear->setEnabled(!labels.empty());
    std::vector<QImage> pictures;
    for (const GivenLabel& given : labels)
        pictures.push_back(pictureOfPoint(given.sample));
    m_strip->show(labels, std::move(pictures), m_model.ownShown());
    m_count->setText(tr("<b>%1 labelled</b> of at most %2").arg(m_model.ownShown()).arg(mostOwnLabels));
}

void YourselfPage::refreshBoard()
{
    m_board->show(m_model.scores());
}

void YourselfPage::refreshQuestion()
{
    const auto asked = m_model.asked();
    if (!asked || !m_places) {
        if (m_question->hasFocus()) setFocus(); // or it would go to whatever field is next
        return m_question->hide();
    }
    if (!m_question->isVisible() || m_question->property("sample").toInt() != *asked)
        m_question->ask(pictureOfPoint(*asked), m_model.classes().names, m_model.ownLabelOf(*asked));
    m_question->setProperty("sample", *asked);
    const QPointF corner = m_map->mapTo(this, QPoint(0, 0));
    const QRectF room = m_map->axesBox().translated(corner);
    m_question->standBeside(m_map->frame().toPixel(placeOf(*asked).x(), placeOf(*asked).y()) + corner, room);
}

QPointF YourselfPage::placeOf(int sample) const
{
    const auto at = 2 * static_cast<std::size_t>(sample);
    if (!m_places || at + 1 >= m_places->size()) return {};
    return {double((*m_places)[at]), double((*m_places)[at + 1])};
}

QImage YourselfPage::pictureOfPoint(int sample) const
{
    if (!m_model.data() || sample < 0 || sample >= pointCount(*m_model.data())) return {};
    const Samples& train = m_model.data()->dataset->train;
    return pictureOf(train.view(), sample, train.shape);
}

/// Worked out anew only where points, readings or the frame are others.
void YourselfPage::refreshRegions(const MapFrame& frame)
{
    const bool isDark = m_style.theme.isDark;
    if (m_regions->places == m_places && m_regions->read == m_read && m_regions->frame == frame &&
        m_regions->isDark == isDark)
        return;
    *m_regions = {m_places, m_read, frame, isDark, {}};
    m_regions->image = regionsOf({*m_places, m_read}, frame, m_style.px(cell), m_style.theme);
}

void YourselfPage::paintRegions(QPainter& p, const MapFrame& frame)
{
    if (!m_model.view().showsRegions || !m_places || m_read.empty() || 2 * m_read.size() > m_places->size())
        return;
    refreshRegions(frame);
    p.setRenderHint(QPainter::SmoothPixmapTransform, false);
    p.drawImage(frame.box, m_regions->image);
}

void YourselfPage::paintLabels(QPainter& p, const MapFrame& frame) const
{
    if (!m_places || !m_model.data()) return;
    p.setClipRect(frame.box.adjusted(-m_style.px(4), -m_style.px(4), m_style.px(4), m_style.px(4)));
    const double radius = m_style.px(11);
    const auto pixelOf = [&](int sample) { return frame.toPixel(placeOf(sample).x(), placeOf(sample).y()); };
    const Suggestions* found = m_model.view().showsSuggestions ? m_model.suggestions() : nullptr;
    for (const int sample : found ? found->samples : std::vector<int>())
        if (m_model.ownLabelOf(sample) < 0) paintQuestionDisc(p, pixelOf(sample), radius, m_style.theme);
    for (int i = 0; i < m_model.ownShown(); ++i) {
        const GivenLabel& given = m_model.own()[static_cast<std::size_t>(i)];
        paintLabelDisc(p, pixelOf(given.sample), radius, given.label, m_style.theme);
    }
    if (const auto asked = m_model.asked()) {
        p.setBrush(Qt::NoBrush);
        p.setPen(QPen(m_style.theme.ink, m_style.px(2.5)));
        p.drawEllipse(pixelOf(*asked), radius + m_style.px(3), radius + m_style.px(3));
    }
}

} // namespace hg
