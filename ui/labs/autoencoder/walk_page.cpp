#include "ui/labs/autoencoder/walk_page.h"

#include "ui/labs/autoencoder/ae_model.h"
#include "ui/labs/autoencoder/ae_words.h"
#include "ui/labs/autoencoder/drawing_card.h"
#include "ui/labs/autoencoder/picture_strip.h"
#include "ui/labs/autoencoder/walk_model.h"
#include "ui/painters/hourglass_painter.h"
#include "ui/widgets/controls.h"

#include <QAbstractButton>
#include <QFrame>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

#include <cmath>
#include <utility>

namespace hg {
namespace {

constexpr double cellSide = 30;           // design pixels of a cell of the grid
constexpr qint64 sheetMilliseconds = 250; // between two sheets while it trains, which has the processors
constexpr double inkOpacity = 0.5;

} // namespace

WalkPage::WalkPage(AeModel& model)
    : AePage(model)
    , m_walk(model.walk())
    , m_map(new MapView)
    , m_title(new QLabel)
    , m_text(new QLabel)
    , m_layers(new Segmented(4))
    , m_strip(new PictureStrip)
    , m_stripTitle(new QLabel)
    , m_stripNote(new QLabel)
    , m_begin(new QPushButton)
    , m_drawing(new DrawingCard(model))
    , m_hintTitle(new QLabel)
    , m_hint(new QLabel)
{
    m_grid = new QGridLayout(this);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(12);
    m_grid->setVerticalSpacing(10);
    m_grid->setColumnStretch(0, 1);
    m_grid->setRowStretch(0, 1);
    m_grid->addWidget(buildMap(), 0, 0);
    m_grid->addWidget(buildStrip(), 1, 0);
    m_grid->addWidget(buildRight(), 0, 1, 2, 1);
    m_map->setDecoding(MapView::Decoding::Anywhere);
    m_map->setLayers([this](QPainter& p, const MapFrame& frame) { paintBehind(p, frame); },
                     [this](QPainter& p, const MapFrame& frame) { paintBefore(p, frame); });
    connectAll();
    connectMap();
    addKeys();
    translated([this] { refreshTexts(); });
}

QWidget* WalkPage::buildMap()
{
    QVBoxLayout* column = nullptr;
    auto* card = newCard(column);
    column->setSpacing(2);
    m_head = new QGridLayout;
    m_head->setContentsMargins(0, 0, 0, 0);
    m_head->setColumnStretch(0, 1);
    m_head->addWidget(m_title, 0, 0);
    m_head->addWidget(m_layers, 0, 1);
    column->addLayout(m_head);
    m_text->setProperty("look", QStringLiteral("muted"));
    m_text->setWordWrap(true);
    column->addWidget(m_text);
    column->addWidget(m_map, 1);
    return card;
}

QWidget* WalkPage::buildStrip()
{
    QVBoxLayout* column = nullptr;
    m_stripCard = newCard(column);
    column->setSpacing(2);
    auto* head = new QHBoxLayout;
    m_stripTitle->setStyleSheet(QStringLiteral("font-weight: 600;"));
    m_stripNote->setProperty("look", QStringLiteral("muted"));
    head->addWidget(m_stripTitle);
    head->addStretch();
    head->addWidget(m_stripNote);
    head->addWidget(m_begin);
    column->addLayout(head);
    m_strip->setChoosable(true);
    column->addWidget(m_strip);
    return m_stripCard;
}

QWidget* WalkPage::buildRight()
{
    m_right = new QWidget;
    auto* rows = new QVBoxLayout(m_right);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(10);
    rows->addWidget(m_drawing, 1);
    QVBoxLayout* column = nullptr;
    m_hintCard = newCard(column, "hint");
    column->setSpacing(2);
    m_hint->setWordWrap(true);
    column->addWidget(m_hintTitle);
    column->addWidget(m_hint);
    rows->addWidget(m_hintCard);
    return m_right;
}

void WalkPage::connectAll()
{
    connect(&m_model, &AeModel::momentChanged, this, &WalkPage::refreshMoment);
    connect(&m_model, &AeModel::stateChanged, this, &WalkPage::refreshLayers);
    connect(&m_model, &AeModel::setupChanged, this, &WalkPage::refreshHead);
    connect(&m_model, &AeModel::viewChanged, this, &WalkPage::refreshView);
    connect(&m_model, &AeModel::digitChanged, this, &WalkPage::refreshMoment);
    connect(&m_walk, &WalkModel::changed, this, &WalkPage::refreshLayers);
    connect(&m_walk, &WalkModel::sheetChanged, m_map, qOverload<>(&QWidget::update));
    connect(&m_walk, &WalkModel::pathChanged, this, &WalkPage::refreshView);
    connect(&m_walk, &WalkModel::crossChanged, this, &WalkPage::refreshCross);
    connect(&m_walk.timeline(), &Timeline::changed, this, &WalkPage::refreshFilm);
    connect(m_layers, &Segmented::chosen, &m_walk,
            [this](int i) { m_walk.showLayer(static_cast<WalkLayer>(i)); });
    connect(m_strip, &PictureStrip::picked, &m_walk.timeline(), [this](int i) { m_walk.timeline().seek(i); });
    connect(m_begin, &QPushButton::clicked, &m_walk, [this] { m_walk.choose(PathEnd::From); });
}

void WalkPage::connectMap()
{
    connect(m_map, &MapView::dragged, &m_walk, &WalkModel::setCross);
    connect(m_map, &MapView::picked, this, &WalkPage::pick);
    connect(m_map, &MapView::handleDragged, this, &WalkPage::dragEnd);
    connect(m_map, &MapView::boxChanged, this, &WalkPage::refreshLayers);
    connect(m_map, &MapView::zoomed, this, &WalkPage::refreshLayers);
    connect(m_map, &MapView::hovered, this, &WalkPage::hover);
    m_map->setPictures([this](int index) { return pictureOf(m_model.pixelsOf(index)); });
}

void WalkPage::setStyle(const PaintStyle& style)
{
    m_style = style;
    m_map->setStyle(style, Role::Code, false);
    m_strip->setStyle(style);
    constexpr double stripHeight = 78;
    m_strip->setFixedHeight(static_cast<int>(style.px(stripHeight)));
    m_drawing->setStyle(style);
    m_title->setStyleSheet(style.boldLabel(style.theme.role(Role::Code).text, 18));
    m_hintTitle->setStyleSheet(style.boldLabel(style.theme.accentText, 15));
    fold();
    refreshAll();
}

void WalkPage::resizeEvent(QResizeEvent* event)
{
    AePage::resizeEvent(event);
    fold();
    foldHead();
}

/// Where room is short the film has the whole width, and the hint, which is said under the layers too, goes.
void WalkPage::fold()
{
    constexpr double leastRight = 224, usualRight = 296, narrow = 700;
    const double most = std::max(m_style.px(usualRight), 0.27 * width());
    m_right->setFixedWidth(static_cast<int>(std::clamp(0.34 * width(), m_style.px(leastRight), most)));
    const bool isNarrow = width() < m_style.px(narrow);
    m_hintCard->setHidden(isNarrow || m_isPresented);
    if (std::exchange(m_isNarrow, isNarrow) == isNarrow) return;
    m_grid->removeWidget(m_right);
    m_grid->removeWidget(m_stripCard);
    m_grid->addWidget(m_right, 0, 1, isNarrow ? 1 : 2, 1);
    m_grid->addWidget(m_stripCard, 1, 0, 1, isNarrow ? 2 : 1);
}

/// Where room is short the layers have a line of their own.
void WalkPage::foldHead()
{
    const int room = width() - m_right->width() - m_grid->horizontalSpacing() - 2 * 14;
    const bool isNarrow = room < m_title->sizeHint().width() + m_layers->sizeHint().width() + 12;
    if (isNarrow == m_isFolded) return;
    m_isFolded = isNarrow;
    m_head->removeWidget(m_layers);
    isNarrow ? m_head->addWidget(m_layers, 1, 0, 1, 2, Qt::AlignLeft) : m_head->addWidget(m_layers, 0, 1);
}

void WalkPage::setPresented(bool isPresented)
{
    m_isPresented = isPresented;
    fold();
}

void WalkPage::refreshTexts()
{
    m_title->setText(tr("Latent space"));
    m_layers->setTexts({tr("None"), tr("Grid"), tr("Density"), tr("Holes")});
    m_layers->setAccessibleName(tr("Behind the points"));
    m_layers->button(1)->setToolTip(tr("What the decoder draws there (G)"));
    m_layers->button(2)->setToolTip(tr("How many training pictures lie there (D)"));
    m_layers->button(3)->setToolTip(tr("Where no training picture lies (H)"));
    m_map->setAccessibleName(tr("Map of the latent space"));
    m_strip->setAccessibleName(tr("Film of the path"));
    m_begin->setText(tr("Choose A and B"));
    m_hintTitle->setText(m_model.showsDigits() ? tr("A hole is no digit") : tr("A hole has no data"));
    refreshHead();
    if (m_model.data()) refreshView();
}

void WalkPage::adoptData()
{
    const auto& labels = m_model.data()->dataset->test.labels;
    const auto count = std::min(labels.size(), static_cast<std::size_t>(m_model.data()->mapPoints()));
    m_map->setLabels({labels.begin(), labels.begin() + static_cast<std::ptrdiff_t>(count)});
    m_map->setClassNames(m_model.classNames());
    m_drawing->refresh();
    refreshTexts();
    refreshAll();
}

void WalkPage::refreshAll()
{
    refreshView();
}

/// What is chosen at the right and by chips.
void WalkPage::refreshView()
{
    if (isBehind() || !m_model.data()) return;
    if (m_model.mapsTraining()) return m_model.mapTraining(false); // which comes back here
    const AutoencoderView& view = m_model.view();
    m_layers->setCurrent(static_cast<int>(view.walk.layer));
    m_map->setColoured(view.hasColours);
    m_map->setPicking(m_walk.choosing().has_value());
    if (!m_walk.choosing()) m_map->setMarked(-1, {});
    refreshHead();
    refreshMoment();
}

void WalkPage::refreshHead()
{
    if (!m_model.data()) return;
    m_text->setText(mapText());
    m_hint->setText(
        tr("The decoder answers everywhere, also where none of the %1 training pictures lies. What it draws "
           "there it has made up: <b>an autoencoder is not a generator.</b>")
            .arg(m_style.texts.grouped(m_model.data()->dataset->train.count)));
    if (const WalkPlane* plane = m_walk.plane())
        m_map->setAxisNames(codeAxisNames(plane->across(), plane->up(), plane->codeSize()));
}

QString WalkPage::mapText() const
{
    if (m_walk.choosing() == PathEnd::From) return tr("Click the picture where the path begins: A.");
    if (m_walk.choosing() == PathEnd::To) return tr("Click the picture where the path ends: B.");
    const auto& moment = m_model.moment();
    const int code = moment.model ? moment.model->plan->codeSize() : 2;
    if (code > 2)
        return tr("drag anywhere; the other %n numbers stay at those of picture %1", nullptr, code - 2)
            .arg(m_walk.keptPicture() + 1);
    const WalkLayer layer = m_model.view().walk.layer;
    const bool isCounting = layer == WalkLayer::Density || layer == WalkLayer::Holes;
    if (isCounting && m_model.standing() == AeModel::Standing::Running)
        return tr("the training pictures are counted when the training rests");
    const QString all = m_style.texts.grouped(m_model.data()->dataset->train.count);
    switch (layer) {
    case WalkLayer::Grid:
        return tr("behind the points: what the decoder draws there; drag anywhere to ask it");
    case WalkLayer::Density:
        return tr("behind the points: how many of the %1 training pictures lie there").arg(all);
    case WalkLayer::Holes:
        return tr("hatched: none of the %1 training pictures lies there; what is drawn is made up").arg(all);
    case WalkLayer::None:
        break;
    }
    return tr("every place is a picture: drag anywhere to ask the decoder");
}

void WalkPage::refreshMoment()
{
    if (isBehind() || !m_model.data() || !m_walk.plane()) return;
    const bool isMoving = m_model.standing() == AeModel::Standing::Running;
    if (const auto places = m_walk.places()) m_map->setPoints(places, isMoving);
    refreshCross();
    const Halves halves = nextHalves();
    if (halves.first) {
        refreshFilm();
        m_map->update();
    }
    if (halves.second) m_drawing->refreshMoment();
}

void WalkPage::refreshLayers()
{
    if (isBehind() || !m_model.data() || !m_walk.plane()) return;
    m_text->setText(mapText());
    refreshCross();
    refreshFilm();
    m_drawing->refresh();
    m_map->update();
}

QImage WalkPage::pictureOf(std::span<const float> pixels) const
{
    const Shape shape = m_model.data()->dataset->test.shape;
    return samplePicture(pixels, shape.height, shape.width);
}

CellGrid WalkPage::halfCells() const
{
    const CellGrid cells = cellsOf(m_map->frame(), m_style.px(cellSide));
    return {cells.left, cells.right, cells.bottom, cells.top, 2 * cells.columns, 2 * cells.rows};
}

bool WalkPage::isHole(const QPointF& place) const
{
    const CellGrid cells = halfCells();
    const std::vector<int>* counts = m_walk.countsIn(cells);
    const int cell = cells.cellOf(place.x(), place.y());
    return counts && cell >= 0 && (*counts)[static_cast<std::size_t>(cell)] == 0;
}

void WalkPage::refreshCross()
{
    WalkPlane* plane = isBehind() ? nullptr : m_walk.plane();
    const auto& cross = m_walk.cross();
    m_escape->setEnabled(cross || m_walk.choosing()); // otherwise Esc is the window's
    if (!plane || !cross) return m_map->setCross({}, {});
    QStringList captions;
    const QString x = m_style.texts.number(cross->x(), 1), y = m_style.texts.number(cross->y(), 1);
    captions << (plane->codeSize() == 1 ? x : QStringLiteral("(%1; %2)").arg(x, y));
    if (isHole(*cross)) captions << tr("no data here");
    m_map->setCross(*cross, pictureOf(plane->pictureAt(*cross)), captions);
}

void WalkPage::refreshFilm()
{
    if (isBehind() || !m_model.data()) return;
    const PathFilm* film = m_walk.film();
    m_marks = {};
    if (film) {
        for (std::size_t i = 0; i + 1 < film->line.size(); i += 2)
            m_marks.line << QPointF(static_cast<double>(film->line[i]),
                                    static_cast<double>(film->line[i + 1]));
        m_marks.dots = film->places;
        for (const QPointF& place : film->places)
            m_marks.areOpen.push_back(isHole(place));
        m_marks.head = m_walk.plane()->placeOf(m_walk.filmCode(*film));
        m_map->setHandles({film->places.front(), film->places.back()});
    } else {
        m_map->setHandles({});
    }
    refreshStrip(film);
    m_map->update();
}

void WalkPage::refreshStrip(const PathFilm* film)
{
    m_stripTitle->setText(stripTitle(film));
    m_begin->setHidden(film || m_walk.choosing());
    std::vector<PictureStrip::Item> items;
    const CellGrid cells = halfCells();
    const std::vector<int>* counts = film ? m_walk.countsIn(cells) : nullptr;
    const std::size_t pictures = film ? film->pictures.size() : 0;
    const auto shown = static_cast<std::size_t>(std::lround(m_walk.timeline().position()));
    for (std::size_t i = 0; i < pictures; ++i) {
        const int cell = cells.cellOf(film->places[i].x(), film->places[i].y());
        const bool isCounted = counts && cell >= 0;
        const int count = isCounted ? (*counts)[static_cast<std::size_t>(cell)] : 0;
        const QString caption = isCounted ? m_style.texts.grouped(count) : QStringLiteral("…");
        const QString letter = i == 0              ? QStringLiteral("A")
                               : i + 1 == pictures ? QStringLiteral("B")
                                                   : QString();
        // The one that is passed is drawn as it is on the way.
        items.push_back({i == shown ? pictureOf(m_walk.plane()->pictureOf(m_walk.filmCode(*film)))
                                    : pictureOf(film->pictures[i]),
                         caption,
                         isCounted && count == 0,
                         {},
                         {},
                         letter});
    }
    m_strip->setItems(std::move(items));
    m_strip->setVisible(film);
    m_strip->setChosen(film ? static_cast<int>(shown) : -1);
    m_stripNote->setVisible(film);
    if (film) m_stripNote->setText(tr("below: training pictures there"));
}

QString WalkPage::stripTitle(const PathFilm* film) const
{
    if (!film) return m_walk.choosing() ? mapText() : tr("A path between two pictures");
    switch (film->way) {
    case PathFilm::Way::Straight:
        return tr("From A to B in a straight line");
    case PathFilm::Way::ThroughData:
        return tr("From A to B through the data");
    case PathFilm::Way::NotJoined:
        return tr("No way through the data joins A and B: straight");
    case PathFilm::Way::Counting:
        return m_model.standing() == AeModel::Standing::Running
                   ? tr("From A to B, straight until the training rests")
                   : tr("From A to B; looking through the data…");
    }
    return {};
}

/// The newest sheet stands in until that of this frame is there.
const DecodedSheet* WalkPage::newestSheet()
{
    const CellGrid cells = cellsOf(m_map->frame(), m_style.px(cellSide));
    const bool isRunning = m_model.standing() == AeModel::Standing::Running;
    const bool isSoon = isRunning && m_sinceSheet.isValid() && m_sinceSheet.elapsed() < sheetMilliseconds;
    if (isSoon && cells == m_sheetCells) return m_walk.newestSheet();
    m_sinceSheet.start();
    m_sheetCells = cells;
    const QSizeF size = m_map->axesBox().size() * devicePixelRatioF();
    return m_walk.sheet(cells, {size.toSize(), m_style.theme.ink.rgb(), inkOpacity});
}

void WalkPage::paintBehind(QPainter& p, const MapFrame& frame)
{
    const WalkLayer layer = m_model.view().walk.layer;
    if (!m_model.data() || layer == WalkLayer::None) return;
    if (layer != WalkLayer::Density) {
        const DecodedSheet* sheet = newestSheet();
        if (sheet) paintStretch(p, frame, sheet->cells, sheet->picture, false);
    }
    if (layer == WalkLayer::Grid) return;
    const std::vector<int>* counts = m_walk.countsIn(halfCells());
    if (counts) p.drawImage(frame.box.topLeft(), countedLayer(frame, layer, *counts));
}

const QImage& WalkPage::countedLayer(const MapFrame& frame, WalkLayer layer, const std::vector<int>& counts)
{
    const double ratio = devicePixelRatioF();
    const LayerKey key{layer, frame, m_walk.training()->places, ratio * m_style.scale, m_style.theme.isDark};
    if (m_layerKey == key) return m_layer;
    m_layerKey = key;
    m_layer = QImage((frame.box.size() * ratio).toSize(), QImage::Format_ARGB32_Premultiplied);
    m_layer.setDevicePixelRatio(ratio);
    m_layer.fill(Qt::transparent);
    QPainter p(&m_layer);
    p.setRenderHint(QPainter::Antialiasing);
    p.translate(-frame.box.topLeft());
    const CellGrid cells = halfCells();
    if (layer == WalkLayer::Holes)
        paintHoles(p, frame, cells, counts, m_style);
    else
        paintStretch(p, frame, cells, densityOf(cells, counts, m_style.theme.role(Role::Code).fill), true);
    return m_layer;
}

void WalkPage::paintBefore(QPainter& p, const MapFrame& frame)
{
    paintPath(p, frame, m_marks, m_style);
    if (const DrawnDigit* drawn = m_walk.drawn()) paintDiamond(p, frame, drawn->place, tr("drawn"), m_style);
}

/// Either an end of the path, or nothing: places are asked by dragging.
void WalkPage::pick(int index)
{
    if (m_walk.choosing()) m_walk.setEnd(*m_walk.choosing(), index);
}

/// Who chooses an end sees which picture it would be.
void WalkPage::hover(int index)
{
    const bool isShown = m_walk.choosing() && index >= 0;
    m_map->setMarked(isShown ? index : -1, isShown ? pictureOf(m_model.pixelsOf(index)) : QImage());
}

/// An end is a picture: the ring goes to the nearest one.
void WalkPage::dragEnd(int handle, const QPointF& place)
{
    const int index = m_map->pointNearest(place);
    if (index >= 0) m_walk.setEnd(handle == 0 ? PathEnd::From : PathEnd::To, index);
}

void WalkPage::addKeys()
{
    using enum WalkLayer;
    const std::array keys{std::pair(Qt::Key_G, Grid), std::pair(Qt::Key_D, Density),
                          std::pair(Qt::Key_H, Holes)};
    for (const auto& [key, layer] : keys)
        connect(new QShortcut(key, this), &QShortcut::activated, this,
                [this, layer = layer] { toggle(layer); });
    m_escape = new QShortcut(Qt::Key_Escape, this);
    connect(m_escape, &QShortcut::activated, this, &WalkPage::removeLast);
}

void WalkPage::toggle(WalkLayer layer)
{
    m_walk.showLayer(m_model.view().walk.layer == layer ? WalkLayer::None : layer);
}

void WalkPage::removeLast()
{
    if (m_walk.choosing()) return m_walk.choose(std::nullopt);
    m_walk.setCross(std::nullopt);
}

} // namespace hg
