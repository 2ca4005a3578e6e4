#include "ui/labs/autoencoder/ae_stage.h"

#include "ui/labs/autoencoder/ae_model.h"
#include "ui/labs/autoencoder/ae_train_bar.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/plot_view.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace hg {

void HourglassView::setStyle(const PaintStyle& style)
{
    m_style = style;
    update();
}

void HourglassView::setActivations(const Plan& plan, std::vector<std::vector<float>> activations)
{
    m_painter.emplace(plan, std::move(activations));
    setAccessibleDescription(m_painter->describe(m_style.texts));
    update();
}

void HourglassView::paintEvent(QPaintEvent*)
{
    QPainter p(this);
    p.fillRect(rect(), m_style.theme.stage);
    if (m_painter) m_painter->paint(p, QRectF(rect()).adjusted(6, 4, -6, -22), m_style);
}

AeStage::AeStage(AeModel& model)
    : m_model(model)
    , m_pages(new QStackedWidget)
    , m_waiting(new QLabel)
    , m_notice(new Notice)
    , m_hourglass(new HourglassView)
    , m_ownError(new QLabel)
    , m_ownName(new QLabel)
    , m_pcaError(new QLabel)
    , m_pcaName(new QLabel)
    , m_errorHead(new QLabel)
    , m_angles(new QLabel)
    , m_loss(new LossView)
    , m_map(new MapView)
    , m_pcaMap(new MapView)
    , m_mapTitle(new QLabel)
    , m_mapText(new QLabel)
    , m_pcaTitle(new QLabel)
    , m_pcaText(new QLabel)
    , m_note(new QLabel)
    , m_inView(new QLabel)
    , m_bar(new AeTrainBar(model))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(18, 10, 18, 8);
    column->addWidget(m_notice);
    column->addWidget(m_pages, 1);
    m_waiting->setAlignment(Qt::AlignCenter);
    m_pages->addWidget(m_waiting);
    auto* page = new QWidget;
    auto* rows = new QVBoxLayout(page);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(8);
    rows->addWidget(buildUpper(), 5);
    rows->addWidget(buildMaps(), 7);
    auto* foot = new QHBoxLayout;
    foot->addWidget(m_note, 1);
    foot->addWidget(m_inView);
    m_inView->setProperty("look", QStringLiteral("muted"));
    rows->addLayout(foot);
    m_pages->addWidget(page);
    m_map->setDraggable(true);
    connectAll();
    translated([this] { refreshTexts(); });
    if (m_model.data()) adoptData();
}

AeStage::~AeStage()
{
    delete m_bar;
}

QWidget* AeStage::transportExtras()
{
    return m_bar;
}

QWidget* AeStage::buildUpper()
{
    auto* upper = new QWidget;
    auto* row = new QHBoxLayout(upper);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(16);
    m_hourglass->setMinimumWidth(270);
    m_errorHead->setWordWrap(true);
    m_note->setWordWrap(true);
    row->addWidget(m_hourglass, 3);
    auto* right = new QVBoxLayout;
    right->setSpacing(2);
    m_errorHead->setProperty("look", QStringLiteral("group"));
    right->addWidget(m_errorHead);
    auto* numbers = new QHBoxLayout;
    numbers->setSpacing(18); // at 1024 px both names are whole
    for (const auto& [value, name] : {std::pair(m_ownError, m_ownName), std::pair(m_pcaError, m_pcaName)}) {
        auto* pair = new QVBoxLayout;
        pair->setSpacing(0);
        pair->addWidget(value);
        pair->addWidget(name);
        numbers->addLayout(pair);
    }
    numbers->addStretch();
    right->addLayout(numbers);
    right->addWidget(m_angles);
    right->addWidget(m_loss, 1);
    row->addLayout(right, 2);
    return upper;
}

QWidget* AeStage::card(QLabel* title, QLabel* subtitle, MapView* map)
{
    auto* frame = new QFrame;
    frame->setProperty("look", QStringLiteral("card"));
    auto* column = new QVBoxLayout(frame);
    column->setContentsMargins(14, 8, 8, 6);
    column->setSpacing(1);
    subtitle->setProperty("look", QStringLiteral("muted"));
    subtitle->setWordWrap(true);
    column->addWidget(title);
    column->addWidget(subtitle);
    column->addWidget(map, 1);
    return frame;
}

QWidget* AeStage::buildMaps()
{
    auto* maps = new QWidget;
    auto* row = new QHBoxLayout(maps);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(14);
    row->addWidget(card(m_mapTitle, m_mapText, m_map), 1);
    row->addWidget(card(m_pcaTitle, m_pcaText, m_pcaMap), 1);
    return maps;
}

void AeStage::connectAll()
{
    connect(&m_model, &AeModel::dataReady, this, &AeStage::adoptData);
    connect(&m_model, &AeModel::remarkChanged, this, &AeStage::showRemark);
    connect(&m_model, &AeModel::momentChanged, this, &AeStage::refresh);
    connect(&m_model, &AeModel::setupChanged, this, &AeStage::refreshTexts);
    connect(&m_model, &AeModel::digitChanged, this, &AeStage::refreshHourglass);
    for (auto* map : {m_map, m_pcaMap}) {
        connect(map, &MapView::hovered, this, &AeStage::hover);
        connect(map, &MapView::picked, &m_model, &AeModel::chooseDigit);
    }
    connect(m_map, &MapView::dragged, this, &AeStage::decodeAt);
}

void AeStage::setStyle(const PaintStyle& style)
{
    m_style = style;
    m_hourglass->setStyle(style);
    m_loss->setStyle(style);
    m_map->setStyle(style, Role::Code, false);
    m_pcaMap->setStyle(style, Role::Code, true);
    const auto big = [&](QLabel* label, const QColor& colour, int pixels) {
        label->setStyleSheet(QStringLiteral("color: %1; font-size: %2px; font-weight: 700;")
                                 .arg(colour.name())
                                 .arg(std::lround(style.px(pixels))));
    };
    const QColor code = style.theme.role(Role::Code).text;
    big(m_ownError, code, 30);
    big(m_pcaError, style.theme.ink, 30);
    big(m_ownName, code, 14);
    big(m_pcaName, style.theme.ink, 14);
    big(m_angles, code, 14);
    big(m_mapTitle, code, 18);
    big(m_pcaTitle, style.theme.ink, 18);
    refreshTexts();
    refresh();
}

void AeStage::refreshTexts()
{
    m_model.run().retranslate();
    m_ownName->setText(m_model.setup().model == "linear" ? tr("linear autoencoder") : tr("autoencoder"));
    m_mapTitle->setText(tr("Bottleneck"));
    m_pcaTitle->setText(tr("PCA"));
    m_note->setText(tr("Colours show the labels. <b>Labels were never shown to the network.</b>"));
    m_map->setAxisNames(QStringLiteral("z₁"), QStringLiteral("z₂"));
    m_pcaMap->setAxisNames(QStringLiteral("PC1"), QStringLiteral("PC2"));
    m_map->setAccessibleName(tr("Map of the bottleneck"));
    m_pcaMap->setAccessibleName(tr("Map of the principal components"));
    m_loss->setAccessibleName(tr("Loss over epochs"));
    m_hourglass->setAccessibleName(tr("The network with one digit in it"));
    nameCounts();
    showRemark();
}

/// What the data and the setup count.
void AeStage::nameCounts()
{
    const LabData* loaded = m_model.data();
    if (!loaded) return;
    const int code = m_model.run().setup().bottleneck;
    const auto share = std::accumulate(loaded->pca.ratio.begin(), loaded->pca.ratio.end(), 0.0);
    const auto count = [this](int n) { return m_style.texts.grouped(n); };
    m_errorHead->setText(
        tr("error on %1 held-out digits (per pixel, squared)").arg(count(loaded->dataset->test.count)));
    m_pcaName->setText(tr("PCA, %n components", nullptr, static_cast<int>(loaded->pca.count())));
    m_mapText->setText(
        tr("what the %n neurons say about %1 held-out digits; drag to decode any point", nullptr, code)
            .arg(count(loaded->mapPoints())));
    m_pcaText->setText(
        tr("the best flat view: %1% of the variance").arg(m_style.texts.number(100 * share, 1)));
}

void AeStage::adoptData()
{
    const LabData& loaded = *m_model.data();
    m_map->setLabels(loaded.dataset->test.labels);
    m_pcaMap->setLabels(loaded.dataset->test.labels);
    m_pcaMap->setPoints(std::make_shared<const std::vector<float>>(loaded.pcaScores));
    m_loss->setPcaError(loaded.pcaTestError);
    m_pages->setCurrentIndex(1);
    refreshTexts();
    refresh();
}

void AeStage::showRemark()
{
    m_waiting->setText(m_model.problem() ? QString()
                                         : tr("Reading the data and computing their principal components…"));
    m_notice->showRemark(m_model.remark());
}

void AeStage::refresh()
{
    const RunMoment moment = m_model.run().moment();
    if (!moment.model || !m_model.data()) return;
    m_map->setPoints(moment.codes);
    m_inView->setText(tr("%1 of %2 in view").arg(m_map->pointsInView()).arg(m_map->pointCount()));
    refreshNumbers();
    refreshHourglass();
    if (m_cross) decodeAt(*m_cross);
}

void AeStage::refreshNumbers()
{
    const RunMoment moment = m_model.run().moment();
    const Snapshot& snapshot = *m_model.snapshot();
    m_ownError->setText(moment.testError ? m_style.texts.number(*moment.testError, 4) : QStringLiteral("–"));
    m_pcaError->setText(m_model.data()->hasPca() ? m_style.texts.number(m_model.data()->pcaTestError, 4)
                                                 : QStringLiteral("–"));
    m_loss->setTotal(static_cast<double>(snapshot.totalUpdates) / snapshot.updatesPerEpoch);
    m_loss->setCurves(snapshot.losses, snapshot.history, snapshot.updatesPerEpoch,
                      static_cast<double>(moment.update) / snapshot.updatesPerEpoch);
    const auto angles = m_model.angles(moment);
    m_angles->setVisible(!angles.empty());
    if (angles.size() == 2)
        m_angles->setText(tr("angles between the two planes: %1° and %2° (0° is PCA)")
                              .arg(m_style.texts.number(angles[0], 1), m_style.texts.number(angles[1], 1)));
    m_ownName->setText(moment.model->plan->network().network.isLinear() ? tr("linear autoencoder")
                                                                        : tr("autoencoder"));
}

void AeStage::refreshHourglass()
{
    const RunMoment moment = m_model.run().moment();
    if (!m_model.data() || !moment.model) return;
    m_hourglass->setActivations(*moment.model->plan,
                                activationsOf(*moment.model, m_model.pixelsOf(m_model.digit())));
}

QImage AeStage::pictureOf(int index) const
{
    if (!m_model.data() || index < 0) return {};
    const Shape shape = m_model.data()->dataset->test.shape;
    return greyPicture(m_model.pixelsOf(index), shape.height, shape.width);
}

void AeStage::hover(int index)
{
    const QImage picture = pictureOf(index);
    m_map->setMarked(index, picture);
    m_pcaMap->setMarked(index, picture);
}

void AeStage::decodeAt(QPointF place)
{
    const RunMoment moment = m_model.run().moment();
    if (!moment.model) return;
    m_cross = place;
    const std::vector<float> code{static_cast<float>(place.x()), static_cast<float>(place.y())};
    const auto pixels = decode(*moment.model, code, m_model.context().workers);
    const Shape shape = moment.model->plan->network().network.input;
    hover(-1);
    m_map->setCross(place, greyPicture(pixels, shape.height, shape.width));
}

} // namespace hg
