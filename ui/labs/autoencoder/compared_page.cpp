#include "ui/labs/autoencoder/compared_page.h"

#include "ui/labs/autoencoder/ae_model.h"
#include "ui/labs/autoencoder/hourglass_view.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/map_view.h"

#include <QAbstractButton>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

#include <cmath>

namespace hg {

/// Lines from the two neurons of the code to the axes of the map: the layer is the bottleneck, the plane of
/// its values the latent space.
class ComparedPage::Joints : public QWidget {
public:
    explicit Joints(ComparedPage& page) : QWidget(&page), m_page(page)
    {
        setAttribute(Qt::WA_TransparentForMouseEvents);
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        const auto places = m_page.m_hourglass->codePlaces();
        if (places.size() != 2 || m_page.m_hourglass->isHidden()) return;
        QPainter p(this);
        p.setRenderHint(QPainter::Antialiasing);
        p.setPen(QPen(m_page.m_style.theme.role(Role::Code).fill, m_page.m_style.px(2)));
        const PaintStyle& style = m_page.m_style;
        const QPointF origin = m_page.m_hourglass->mapTo(&m_page, QPoint(0, 0)),
                      map = m_page.m_map->mapTo(&m_page, QPoint(0, 0));
        const QRectF axes = m_page.m_map->axesBox().translated(map),
                     card = QRectF(m_page.m_map->parentWidget()->rect())
                                .translated(m_page.m_map->parentWidget()->mapTo(&m_page, QPoint(0, 0)));
        const double r = m_page.m_hourglass->codeRadius(), lane = card.top() - style.px(6), gap = style.px(7);
        // z₂ goes down at the left of the neurons and of the map to the vertical axis, z₁ at the right to the
        // horizontal one: through no text.
        const double left = origin.x() + places[1].x() - 1.9 * r,
                     right = origin.x() + places[0].x() + 1.9 * r;
        draw(p, {origin + places[1] - QPointF(r, 0),
                 {left, origin.y() + places[1].y()},
                 {left, lane},
                 {card.left() + gap, lane},
                 {card.left() + gap, axes.top() - gap},
                 {axes.left(), axes.top() - gap},
                 axes.topLeft()});
        draw(p, {origin + places[0] + QPointF(r, 0),
                 {right, origin.y() + places[0].y()},
                 {right, lane},
                 {card.right() - gap, lane},
                 {card.right() - gap, axes.bottom()},
                 axes.bottomRight()});
        p.setFont(style.font(15, QFont::Bold));
        p.setPen(style.theme.role(Role::Code).text);
        const QSizeF room(style.px(40), style.px(20));
        p.drawText(QRectF({left - room.width() - gap / 2, lane - room.height() - 2}, room),
                   Qt::AlignRight | Qt::AlignVCenter, QStringLiteral("z₂"));
        p.drawText(QRectF({right + gap / 2, lane - room.height() - 2}, room),
                   Qt::AlignLeft | Qt::AlignVCenter, QStringLiteral("z₁"));
    }

private:
    static void draw(QPainter& p, const QList<QPointF>& corners)
    {
        p.drawPolyline(corners.data(), static_cast<int>(corners.size()));
    }

    ComparedPage& m_page;
};

ComparedPage::ComparedPage(AeModel& model)
    : AePage(model)
    , m_ownError(new QLabel)
    , m_ownName(new QLabel)
    , m_pcaError(new QLabel)
    , m_pcaName(new QLabel)
    , m_errorHead(new QLabel)
    , m_angles(new QLabel)
    , m_map(new MapView)
    , m_pcaMap(new MapView)
    , m_mapTitle(new QLabel)
    , m_mapText(new QLabel)
    , m_pcaTitle(new QLabel)
    , m_pcaText(new QLabel)
    , m_note(new QLabel)
    , m_inView(new QLabel)
    , m_crowd(new Segmented(2))
    , m_joints(new Joints(*this))
{
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(10);
    rows->addWidget(buildUpper(), 5);
    rows->addWidget(buildMaps(), 9);
    auto* foot = new QHBoxLayout;
    m_note->setWordWrap(true);
    foot->addWidget(m_note, 1);
    foot->addWidget(m_crowd);
    foot->addWidget(m_inView);
    m_inView->setProperty("look", QStringLiteral("muted"));
    rows->addLayout(foot);
    m_map->setDecodable(true);
    m_hourglass->setFoot(HourglassPainter::Foot::Free);
    m_joints->raise();
    connectAll();
    translated([this] { refreshTexts(); });
}

QWidget* ComparedPage::buildUpper()
{
    auto* upper = new QWidget;
    auto* row = new QHBoxLayout(upper);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(16);
    m_hourglass->setMinimumWidth(270);
    row->addWidget(m_hourglass, 5);
    auto* right = new QVBoxLayout;
    right->setSpacing(2);
    m_errorHead->setWordWrap(true);
    m_errorHead->setProperty("look", QStringLiteral("group"));
    right->addStretch();
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
    m_angles->setWordWrap(true);
    right->addWidget(m_angles);
    right->addStretch();
    row->addLayout(right, 3);
    return upper;
}

QWidget* ComparedPage::card(QLabel* title, QLabel* subtitle, MapView* map)
{
    auto* frame = new QFrame;
    frame->setProperty("look", QStringLiteral("card"));
    auto* column = new QVBoxLayout(frame);
    column->setContentsMargins(14, 8, 12, 6);
    column->setSpacing(1);
    subtitle->setProperty("look", QStringLiteral("muted"));
    subtitle->setWordWrap(true);
    title->setProperty("look", QStringLiteral("cardTitle"));
    column->addWidget(title);
    column->addWidget(subtitle);
    column->addWidget(map, 1);
    return frame;
}

QWidget* ComparedPage::buildMaps()
{
    auto* maps = new QWidget;
    auto* row = new QHBoxLayout(maps);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(14);
    row->addWidget(card(m_mapTitle, m_mapText, m_map), 1);
    row->addWidget(card(m_pcaTitle, m_pcaText, m_pcaMap), 1);
    return maps;
}

void ComparedPage::connectAll()
{
    connect(&m_model, &AeModel::momentChanged, this, &ComparedPage::refreshMoment);
    connect(&m_model, &AeModel::setupChanged, this, &ComparedPage::refreshTexts);
    connect(m_hourglass, &HourglassView::moved, m_joints, qOverload<>(&QWidget::update));
    for (auto* map : {m_map, m_pcaMap}) {
        connect(map, &MapView::hovered, this, &ComparedPage::hover);
        connect(map, &MapView::picked, this, &ComparedPage::pick);
    }
    connect(m_crowd, &Segmented::chosen, &m_model, [this](int i) { m_model.mapTraining(i == 1); });
    connect(&m_model, &AeModel::viewChanged, this, &ComparedPage::refreshTexts);
    connect(m_map, &MapView::dragged, this, &ComparedPage::decodeAt);
}

void ComparedPage::resizeEvent(QResizeEvent* event)
{
    Panel::resizeEvent(event);
    m_joints->resize(size());
}

void ComparedPage::setStyle(const PaintStyle& style)
{
    m_style = style;
    PaintStyle onStage = style;
    onStage.theme.surface = style.theme.stage;
    m_hourglass->setStyle(onStage);
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
    m_ownError->setMinimumWidth(
        static_cast<int>(style.px(110))); // an error that is not yet known takes as much
    refreshAll();
}

void ComparedPage::refreshAll()
{
    refreshTexts();
    refreshMoment();
}

void ComparedPage::refreshTexts()
{
    m_mapTitle->setText(tr("Bottleneck"));
    m_pcaTitle->setText(tr("PCA"));
    m_note->setText(tr("Colours show the labels. <b>Labels were never shown to the network.</b>"));
    m_map->setAxisNames(QStringLiteral("z₁"), QStringLiteral("z₂"));
    m_pcaMap->setAxisNames(QStringLiteral("PC1"), QStringLiteral("PC2"));
    m_map->setAccessibleName(tr("Map of the bottleneck"));
    m_pcaMap->setAccessibleName(tr("Map of the principal components"));
    const LabData* loaded = m_model.data();
    if (!loaded) return;
    m_crowd->setCurrent(m_model.mapsTraining() ? 1 : 0);
    const int code = m_model.run().setup().bottleneck;
    const auto count = [this](int n) { return m_style.texts.grouped(n); };
    m_errorHead->setText(
        tr("error on %1 held-out digits (per pixel, squared)").arg(count(loaded->dataset->test.count)));
    m_pcaName->setText(tr("PCA, %n components", nullptr, code));
    m_crowd->setTexts({count(loaded->mapPoints()), count(loaded->dataset->train.count)});
    m_crowd->button(0)->setToolTip(tr("held-out digits on the maps"));
    m_crowd->button(1)->setToolTip(tr("all that the network is trained on, on the maps"));
    m_mapText->setText(code == 2 ? tr("what the two neurons say about each digit; drag to decode any point")
                                 : tr("the first two of the %1 numbers of each digit").arg(code));
    double share = 0;
    for (std::size_t i = 0; i < std::min<std::size_t>(2, loaded->pca.ratio.size()); ++i)
        share += loaded->pca.ratio[i];
    m_pcaText->setText(
        tr("the best flat view: %1% of the variance").arg(m_style.texts.number(100 * share, 1)));
}

void ComparedPage::adoptData()
{
    const LabData& loaded = *m_model.data();
    m_isCrowd = true; // so that the next points are taken for others
    adoptCrowd(static_cast<std::size_t>(loaded.mapPoints()));
    m_cross.reset();
    m_map->setCross({}, {});
    refreshAll();
}

/// The maps follow the codes that came, whatever was asked for last.
void ComparedPage::adoptCrowd(std::size_t points)
{
    const LabData& loaded = *m_model.data();
    const bool isCrowd = points == static_cast<std::size_t>(loaded.dataset->train.count) &&
                         (m_model.mapsTraining() || points != static_cast<std::size_t>(loaded.mapPoints()));
    if (isCrowd == m_isCrowd) return;
    m_isCrowd = isCrowd;
    for (auto* map : {m_map, m_pcaMap})
        map->setLabels(isCrowd ? loaded.dataset->train.labels : loaded.dataset->test.labels);
    m_pcaMap->setPoints(
        std::make_shared<const std::vector<float>>(isCrowd ? loaded.pcaTrainingScores : loaded.pcaScores));
    hover(-1);
}

/// Held-out pictures can be sent through; what is trained on is only looked at.
void ComparedPage::pick(int index)
{
    if (!m_isCrowd) m_model.chooseDigit(index);
}

void ComparedPage::refreshMoment()
{
    const RunMoment& moment = m_model.moment();
    if (isBehind() || !moment.model || !m_model.data()) return;
    const auto pairs = firstTwo(moment);
    if (pairs) { // none for as long as other points were asked for and have not come
        adoptCrowd(pairs->size() / 2);
        m_map->setPoints(pairs);
    }
    m_inView->setText(tr("%1 of %2 in view").arg(m_map->pointsInView()).arg(m_map->pointCount()));
    refreshNumbers();
    refreshHourglass();
    if (m_cross) decodeAt(*m_cross);
}

void ComparedPage::refreshNumbers()
{
    const RunMoment& moment = m_model.moment();
    const auto pca = m_model.pcaError();
    m_ownError->setText(moment.testError ? m_style.texts.glance(*moment.testError, 4) : QStringLiteral("…"));
    m_pcaError->setText(pca ? m_style.texts.number(*pca, 4) : QStringLiteral("–"));
    const auto angles = m_model.angles(moment);
    m_angles->setVisible(!angles.empty());
    if (!angles.empty())
        m_angles->setText(angles.size() == 2 ? tr("angles between the two planes: %1° and %2° (0° is PCA)")
                                                   .arg(m_style.texts.number(angles[0], 1),
                                                        m_style.texts.number(angles[1], 1))
                                             : tr("largest angle to PCA’s space: %1° (0° is PCA)")
                                                   .arg(m_style.texts.number(angles[0], 1)));
    m_ownName->setText(moment.model->plan->network().network.isLinear() ? tr("linear autoencoder")
                                                                        : tr("autoencoder"));
}

/// Two numbers a point, as the map takes them: a longer code's first two, and nothing beside a code of one.
std::shared_ptr<const std::vector<float>> ComparedPage::firstTwo(const RunMoment& moment)
{
    const auto size = static_cast<std::size_t>(moment.model->plan->codeSize());
    if (size == 2 || !moment.codes) return moment.codes;
    if (m_pairedFrom == moment.codes) return m_pairs;
    auto pairs = std::make_shared<std::vector<float>>();
    for (std::size_t i = 0; i + size <= moment.codes->size(); i += size) {
        pairs->push_back((*moment.codes)[i]);
        pairs->push_back(size > 1 ? (*moment.codes)[i + 1] : 0.0f);
    }
    m_pairedFrom = moment.codes;
    return m_pairs = std::move(pairs);
}

QImage ComparedPage::pictureOf(int index) const
{
    if (!m_model.data() || index < 0) return {};
    const Shape shape = m_model.data()->dataset->test.shape;
    const auto& samples = m_isCrowd ? m_model.data()->dataset->train : m_model.data()->dataset->test;
    return greyPicture(samples.view().sample(index), shape.height, shape.width);
}

void ComparedPage::hover(int index)
{
    const QImage picture = pictureOf(index);
    m_map->setMarked(index, picture);
    m_pcaMap->setMarked(index, picture);
}

void ComparedPage::decodeAt(QPointF place)
{
    const RunMoment& moment = m_model.moment();
    if (!moment.model || moment.model->plan->codeSize() != 2) {
        m_cross.reset();
        return m_map->setCross({}, {});
    }
    m_cross = place;
    const std::vector<float> code{static_cast<float>(place.x()), static_cast<float>(place.y())};
    const auto pixels = decode(*moment.model, code, m_model.context().workers);
    const Shape shape = moment.model->plan->network().network.input;
    hover(-1);
    m_map->setCross(place, greyPicture(pixels, shape.height, shape.width));
}

} // namespace hg
