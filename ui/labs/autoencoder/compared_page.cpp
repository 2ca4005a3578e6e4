#include "ui/labs/autoencoder/compared_page.h"

#include "ui/labs/autoencoder/ae_model.h"
#include "ui/labs/autoencoder/ae_words.h"
#include "ui/labs/autoencoder/class_legend.h"
#include "ui/labs/autoencoder/compared_figures.h"
#include "ui/labs/autoencoder/compared_model.h"
#include "ui/labs/autoencoder/dial_card.h"
#include "ui/labs/autoencoder/hourglass_view.h"
#include "ui/labs/autoencoder/sizes_card.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/steady.h"

#include <QAbstractButton>
#include <QFrame>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <cmath>
#include <initializer_list>
#include <numeric>
#include <utility>

namespace hg {
namespace {

constexpr int morphMilliseconds = 600;

QWidget* newMapCard(QLabel* title, QWidget* head, QLabel* subtitle, QWidget* content)
{
    QVBoxLayout* column = nullptr;
    auto* frame = newCard(column);
    column->setContentsMargins(12, 8, 10, 6);
    column->setSpacing(1);
    title->setProperty("look", QStringLiteral("cardTitle"));
    subtitle->setProperty("look", QStringLiteral("muted"));
    subtitle->setWordWrap(true);
    auto* row = new QHBoxLayout;
    row->setSpacing(4);
    row->addWidget(title, 1);
    row->addWidget(head);
    column->addLayout(row);
    column->addWidget(subtitle);
    column->addWidget(content, 1);
    return frame;
}

MapRange around(const MapRange& a, const MapRange& b)
{
    return {std::min(a.left, b.left), std::max(a.right, b.right), std::min(a.bottom, b.bottom),
            std::max(a.top, b.top)};
}

} // namespace

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
        const bool isPlain = m_page.m_alignedShare == 0;
        if (places.size() != 2 || !isPlain || !m_page.m_hourglass->isVisible()) return;
        QPainter p(this);
        p.setRenderHint(QPainter::Antialiasing);
        p.setPen(QPen(m_page.m_style.theme.role(Role::Code).fill, m_page.m_style.px(2)));
        const PaintStyle& style = m_page.m_style;
        const QPointF origin = m_page.m_hourglass->mapTo(&m_page, QPoint(0, 0)),
                      map = m_page.m_left->mapTo(&m_page, QPoint(0, 0));
        const QRectF axes = m_page.m_left->axesBox().translated(map),
                     card = QRectF(m_page.m_left->parentWidget()->rect())
                                .translated(m_page.m_left->parentWidget()->mapTo(&m_page, QPoint(0, 0)));
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
    : HourglassPage(model)
    , m_figures(new ComparedFigures(model))
    , m_left(new MapView)
    , m_right(new MapView)
    , m_dialCard(new DialCard(model))
    , m_sizesCard(new SizesCard(model))
    , m_beside(new QStackedWidget)
    , m_leftTitle(new QLabel)
    , m_leftText(new QLabel)
    , m_rightTitle(new QLabel)
    , m_rightText(new QLabel)
    , m_note(new QLabel)
    , m_inView(new QLabel)
    , m_alignName(new QLabel)
    , m_align(new Switch)
    , m_pause(new QPushButton)
    , m_again(new QPushButton)
    , m_legend(new ClassLegend)
    , m_crowd(new Segmented(2))
    , m_joints(new Joints(*this))
{
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(10);
    rows->addWidget(buildUpper(), 3);
    rows->addWidget(buildMaps(), 7);
    rows->addWidget(buildFoot());
    m_morph.setDuration(morphMilliseconds);
    m_morph.setEasingCurve(QEasingCurve::InOutCubic);
    m_left->setDecoding(MapView::Decoding::Beside);
    m_right->setIsotropic(true);
    m_hourglass->setFoot(HourglassPainter::Foot::Free);
    m_joints->raise();
    connectAll();
    connectMaps();
    connectDial();
    translated([this] { refreshTexts(); });
}

QWidget* ComparedPage::buildUpper()
{
    auto* upper = m_upper = new QWidget;
    auto* row = new QHBoxLayout(upper);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(16);
    m_hourglass->setMinimumWidth(270);
    row->addWidget(m_hourglass, 5);
    row->addWidget(m_figures, 3);
    return upper;
}

QWidget* ComparedPage::buildMaps()
{
    auto* maps = new QWidget;
    auto* row = new QHBoxLayout(maps);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(14);
    auto* left = new QWidget;
    auto* align = new QHBoxLayout(left);
    align->setContentsMargins(0, 0, 0, 0);
    align->setSpacing(4);
    align->addWidget(m_alignName);
    align->addWidget(m_align);
    m_rightHead = new QWidget;
    auto* buttons = new QHBoxLayout(m_rightHead);
    buttons->setContentsMargins(0, 0, 0, 0);
    buttons->addWidget(m_pause);
    buttons->addWidget(m_again);
    row->addWidget(newMapCard(m_leftTitle, left, m_leftText, m_left), 1);
    for (QWidget* content : std::initializer_list<QWidget*>{m_right, m_dialCard, m_sizesCard})
        m_beside->addWidget(content);
    row->addWidget(newMapCard(m_rightTitle, m_rightHead, m_rightText, m_beside), 1);
    return maps;
}

QWidget* ComparedPage::buildFoot()
{
    auto* foot = new QWidget;
    m_foot = new QGridLayout(foot);
    m_foot->setContentsMargins(0, 0, 0, 0);
    m_foot->setHorizontalSpacing(12);
    m_foot->setVerticalSpacing(2);
    m_foot->setColumnStretch(1, 1);
    m_note->setWordWrap(true);
    m_inView->setProperty("look", QStringLiteral("muted"));
    m_inViewRoom = new Steady(m_inView);
    placeFoot();
    return foot;
}

/// Where room is short the sentence has a line of its own, and so have more classes than stand beside it.
void ComparedPage::foldFoot()
{
    constexpr int narrow = 700, mostLegend = 320;
    const FootFold fold{width() < m_style.px(narrow), m_legend->wholeWidth() > m_style.px(mostLegend)};
    m_legend->setMinimumWidth(fold.isLegendApart ? 0 : m_legend->wholeWidth());
    if (fold == m_fold) return;
    m_fold = fold;
    for (QWidget* part : std::initializer_list<QWidget*>{m_legend, m_note, m_crowd, m_inViewRoom})
        m_foot->removeWidget(part);
    placeFoot();
}

void ComparedPage::placeFoot()
{
    constexpr int columns = 4;
    const bool isApart = m_fold.isLegendApart;
    isApart ? m_foot->addWidget(m_legend, 0, 0, 1, columns) : m_foot->addWidget(m_legend, 1, 0);
    if (m_fold.isNoteBelow)
        m_foot->addWidget(m_note, 2, 0, 1, columns);
    else
        isApart ? m_foot->addWidget(m_note, 1, 0, 1, 2) : m_foot->addWidget(m_note, 1, 1);
    m_foot->addWidget(m_crowd, 1, 2);
    m_foot->addWidget(m_inViewRoom, 1, 3);
}

void ComparedPage::connectAll()
{
    ComparedModel& compared = m_model.compared();
    connect(&m_model, &AeModel::momentChanged, this, &ComparedPage::refreshMoment);
    connect(&m_model, &AeModel::setupChanged, this, &ComparedPage::refreshTexts);
    connect(&m_model, &AeModel::viewChanged, this, &ComparedPage::refreshView);
    connect(&compared, &ComparedModel::choiceChanged, this, &ComparedPage::refreshChoice);
    connect(&compared.mds(), &MdsRun::changed, this, &ComparedPage::refreshMds);
    connect(m_hourglass, &HourglassView::moved, m_joints, qOverload<>(&QWidget::update));
    connect(m_crowd, &Segmented::chosen, &m_model, [this](int i) { m_model.mapTraining(i == 1); });
    connect(m_align, &Switch::toggled, &m_model, &AeModel::alignMaps);
    connect(new QShortcut(Qt::Key_A, this), &QShortcut::activated, m_align, &QAbstractButton::click);
    connect(m_legend, &ClassLegend::toggled, &compared, &ComparedModel::showClass);
    connect(m_legend, &ClassLegend::isolated, &compared, &ComparedModel::isolate);
    connect(m_pause, &QPushButton::clicked, this, [this] {
        MdsRun& mds = m_model.compared().mds();
        mds.setPaused(!mds.isPaused());
    });
    connect(m_again, &QPushButton::clicked, &compared.mds(), &MdsRun::again);
    connect(&m_morph, &QVariantAnimation::valueChanged, this, [this](const QVariant& share) {
        m_alignedShare = share.toDouble();
        refreshPoints();
        m_joints->update(); // not at each moment: it lies over both maps, which are painted with it
    });
}

void ComparedPage::connectMaps()
{
    for (auto* map : {m_left, m_right}) {
        connect(map, &MapView::hovered, this, &ComparedPage::hover);
        connect(map, &MapView::picked, this, &ComparedPage::pick);
        connect(map, &MapView::lassoed, this,
                [this, map](const QPolygonF& lasso, Qt::KeyboardModifiers keys) {
                    takeLasso(lasso, keys, *map);
                });
        connect(map, &MapView::boxChanged, this, &ComparedPage::shareRange);
        connect(map, &MapView::boxChanged, m_joints, qOverload<>(&QWidget::update));
        map->setPictures([this](int index) { return pictureOf(index); });
    }
    connect(m_left, &MapView::dragged, this, &ComparedPage::decodeAt);
    connect(m_left, &MapView::zoomed, this, [this] { shareZoom(*m_left, *m_right); });
    connect(m_right, &MapView::zoomed, this, [this] { shareZoom(*m_right, *m_left); });
}

/// Where both maps share one scale they share what is looked at.
void ComparedPage::shareZoom(const MapView& from, MapView& to)
{
    if (m_alignedShare == 1 && !isMds()) to.setZoom(from.zoom());
    refreshFoot();
}

void ComparedPage::resizeEvent(QResizeEvent* event)
{
    Panel::resizeEvent(event);
    m_joints->resize(size());
    foldFoot();
    makeRoom();
}

/// Esc takes away what was put onto the maps: the lasso, then the cross.
void ComparedPage::keyPressEvent(QKeyEvent* event)
{
    ComparedModel& compared = m_model.compared();
    if (event->key() != Qt::Key_Escape || (compared.selected().empty() && !m_cross))
        return Panel::keyPressEvent(event);
    if (!compared.selected().empty()) return compared.clearSelection();
    m_cross.reset();
    placeCross();
}

void ComparedPage::setPresented(bool isPresented)
{
    m_hourglass->setHidden(isPresented);
    m_figures->setWide(isPresented);
    m_joints->update();
}

void ComparedPage::setStyle(const PaintStyle& style)
{
    m_style = style;
    PaintStyle onStage = style;
    onStage.theme.surface = style.theme.stage;
    m_hourglass->setStyle(onStage);
    m_figures->setStyle(style);
    m_legend->setStyle(style);
    m_left->setStyle(style, Role::Code, false);
    m_right->setStyle(style, Role::Code, true);
    m_dialCard->setStyle(style);
    m_sizesCard->setStyle(style);
    m_leftTitle->setStyleSheet(style.boldLabel(style.theme.role(Role::Code).text, 18));
    refreshAll();
}

void ComparedPage::refreshAll()
{
    refreshView();
}

void ComparedPage::refreshTexts()
{
    m_left->setAccessibleName(tr("Map of the bottleneck"));
    m_alignName->setText(tr("Align"));
    m_align->setAccessibleName(tr("Align"));
    m_align->setToolTip(
        tr("Turns, stretches and shifts the codes onto PC1 and PC2 as well as that can be done (A)"));
    m_again->setText(tr("From start"));
    const LabData* loaded = m_model.data();
    m_saidOf = {};
    if (!loaded || !m_model.moment().model) return; // refreshMoment() comes back to it
    m_saidOf = {loaded, m_model.moment().model->plan->codeSize()};
    const auto count = [this](int n) { return m_style.texts.grouped(n); };
    m_crowd->setTexts({count(loaded->mapPoints()), count(loaded->dataset->train.count)});
    m_crowd->button(0)->setToolTip(tr("held-out samples on the maps"));
    m_crowd->button(1)->setToolTip(tr("all that the network is trained on, on the maps"));
    m_leftTitle->setText(tr("Bottleneck"));
    m_leftText->setText(leftText());
    nameLeftAxes();
    refreshRightTexts();
}

QString ComparedPage::leftText() const
{
    const int code = m_model.moment().model->plan->codeSize(),
              others = m_model.data()->mapPoints() - m_model.compared().mds().pictures();
    const CodePlane plane = m_model.view().plane;
    if (isMds() && others > 0)
        return tr("in colour the %1 of the right map; %2 more in grey")
            .arg(m_style.texts.grouped(m_model.compared().mds().pictures()), m_style.texts.grouped(others));
    if (hasDial()) return tr("drag an arrow: the numbers change, the points stay");
    if (m_model.view().isAligned) return tr("the codes, turned and stretched onto PC1 and PC2");
    if (code > 2 && plane.isPca)
        return tr("the best flat view of the %n numbers of each code", nullptr, code);
    if (code > 2)
        return tr("numbers %1 and %2 of the %3 of each code")
            .arg(plane.across + 1)
            .arg(plane.up + 1)
            .arg(code);
    if (code == 1) return tr("the one number of each code, along a line");
    return tr("what the two neurons say; click to decode a point");
}

void ComparedPage::nameLeftAxes()
{
    const int code = m_model.moment().model->plan->codeSize();
    const CodePlane plane = m_model.view().plane;
    if (m_model.view().isAligned)
        return m_left->setAxisNames(
            {tr("aligned: %1").arg(QStringLiteral("PC1")), tr("aligned: %1").arg(QStringLiteral("PC2"))});
    if (code > 2 && plane.isPca)
        return m_left->setAxisNames({tr("1st component of the codes"), tr("2nd component of the codes")});
    m_left->setAxisNames(codeAxisNames(plane.across, plane.up, code));
}

void ComparedPage::adoptData()
{
    m_isCrowd = true; // so that the next points are taken for others
    m_cross.reset();
    m_legend->setClasses(m_model.data()->labels, m_model.classNames());
    for (auto* map : {m_left, m_right})
        map->setClassNames(m_model.classNames());
    adoptCrowd();
    refreshAll();
}

/// What is chosen at the right, in the inspector and by chips.
void ComparedPage::refreshView()
{
    const AutoencoderView& view = m_model.view();
    m_crowd->setCurrent(view.mapsTraining ? 1 : 0);
    m_crowd->setVisible(!isMds());
    m_align->setOn(view.isAligned);
    m_align->setEnabled(m_model.data() && m_model.data()->pca.count() >= 2);
    m_rightHead->setVisible(isMds());
    makeRoom();
    m_beside->setCurrentIndex(isBeside(Beside::Dial) ? 1 : isBeside(Beside::Sizes) ? 2 : 0);
    for (auto* map : {m_left, m_right})
        map->setColoured(view.hasColours);
    if (isMds() && m_model.mapsTraining()) m_model.mapTraining(false);
    morphTo(view.isAligned);
    refreshTexts();
    refreshChoice();
    refreshMoment();
}

void ComparedPage::refreshChoice()
{
    const ComparedModel& compared = m_model.compared();
    const bool areOnly = compared.isOnly();
    std::vector<int> highlighted;
    if (isMds() && m_model.data()) {
        highlighted.resize(static_cast<std::size_t>(m_model.compared().mds().pictures()));
        std::iota(highlighted.begin(), highlighted.end(), 0);
    }
    m_left->setHighlighted(highlighted);
    for (auto* map : {m_left, m_right}) {
        map->setHiddenClasses(compared.hidden());
        map->setSelected(areOnly ? std::vector<int>() : compared.selected());
        map->setOnly(areOnly ? compared.selected() : std::vector<int>());
        map->setTool(compared.isLasso() ? MapView::Tool::Lasso : MapView::Tool::Point);
        if (compared.selected().empty()) map->setLasso({});
    }
    m_legend->setHidden(compared.hidden());
    m_legend->setVisible(m_model.view().hasColours && !m_legend->isEmpty());
    foldFoot();
    refreshFoot();
}

void ComparedPage::refreshFoot()
{
    if (!m_model.data()) return;
    const QString note = noteText();
    if (m_note->text() != note) m_note->setText(note);
    const QString pattern = tr("%1 of %2 in view"), all = m_style.texts.grouped(m_left->pointCount());
    m_inViewRoom->setWidest(pattern.arg(all, all));
    m_inView->setText(pattern.arg(m_style.texts.grouped(m_left->pointsInView()), all));
}

QString ComparedPage::noteText() const
{
    ComparedModel& compared = m_model.compared();
    if (!m_model.view().hasColours)
        return tr("<b>How many groups do you see?</b> The network saw no colours either.");
    if (compared.areAllHidden()) return tr("All classes are hidden. Click a disc to show one.");
    if (!compared.selected().empty())
        return (m_model.showsDigits() ? tr("Lasso: <b>%1 digits</b>, outlined in both maps")
                                      : tr("Lasso: <b>%1 samples</b>, outlined in both maps"))
            .arg(m_style.texts.grouped(static_cast<int>(compared.selected().size())));
    if (hasDial()) return dialNote();
    const auto left = m_model.view().isAligned ? compared.residual() : std::nullopt;
    if (!left) return tr("Colours show the labels. <b>Labels were never shown to the network.</b>");
    constexpr double little = 0.001; // below, tenths of a percent say nothing
    return tr("Left after aligning: <b>%1 %</b> of the variance")
        .arg(m_style.texts.number(100 * *left, *left < little ? 3 : 1));
}

/// The maps follow the codes that came, whatever was asked for last.
void ComparedPage::adoptCrowd()
{
    const bool isCrowd = m_model.compared().isCrowd();
    if (isCrowd == m_isCrowd) return;
    m_isCrowd = isCrowd;
    const auto& dataset = *m_model.data()->dataset;
    for (auto* map : {m_left, m_right})
        map->setLabels(isCrowd ? dataset.train.labels : dataset.test.labels);
    m_model.compared().clearSelection();
    hover(-1);
}

void ComparedPage::refreshMoment()
{
    const RunMoment& moment = m_model.moment();
    if (isBehind() || !moment.model || !m_model.data()) return;
    const int code = moment.model->plan->codeSize();
    const std::pair<const LabData*, int> about(m_model.data(), code);
    const bool isOther = std::exchange(m_saidOf, about) != about,
               hadDial = std::exchange(m_hadDial, hasDial());
    if (isOther || hadDial != m_hadDial) refreshTexts();
    if (hadDial != m_hadDial) makeRoom();
    if (m_model.compared().plain()) adoptCrowd(); // none until the points that were asked for have come
    refreshPoints();
    const Halves halves = nextHalves();
    if (halves.first) {
        refreshHourglass();
        refreshFoot();
    }
    if (halves.second) {
        m_figures->refresh();
        refreshDial();
        refreshSizes();
    }
    if (!isMds()) return;
    if (const auto plain = m_model.compared().plain()) m_model.compared().mds().measure(plain);
    refreshMdsButtons();
}

void ComparedPage::refreshMds()
{
    if (isBehind() || !isMds() || !m_model.data() || !m_model.moment().model) return;
    if (m_model.compared().mds().problem()) refreshRightTexts(); // it may come late
    refreshPoints();
    m_figures->refresh();
    refreshMdsButtons();
}

void ComparedPage::refreshMdsButtons()
{
    const MdsRun& mds = m_model.compared().mds();
    const QString text = mds.isPaused() ? tr("Continue") : tr("Pause");
    if (m_pause->text() != text) m_pause->setText(text);
    m_pause->setEnabled(mds.moment() && !mds.moment()->isDone);
    m_again->setEnabled(mds.moment().has_value());
}

std::shared_ptr<const std::vector<float>> ComparedPage::leftPoints()
{
    const auto plain = m_model.compared().plain();
    if (m_alignedShare == 0) return plain;
    const auto aligned = m_model.compared().aligned();
    if (!plain || !aligned || m_alignedShare == 1) return aligned ? aligned : plain;
    auto mixed = std::make_shared<std::vector<float>>(plain->size());
    const auto share = static_cast<float>(m_alignedShare);
    for (std::size_t i = 0; i < mixed->size(); ++i)
        (*mixed)[i] = (*plain)[i] + share * ((*aligned)[i] - (*plain)[i]);
    return mixed;
}

void ComparedPage::refreshPoints()
{
    if (!m_model.data() || isBehind()) return;
    const bool isMoving =
        m_model.standing() == AeModel::Standing::Running || m_morph.state() == QAbstractAnimation::Running;
    if (const auto points = leftPoints()) m_left->setPoints(points, isMoving);
    if (!isMds()) {
        if (const auto scores = m_model.compared().scores()) m_right->setPoints(scores);
    } else if (const auto& solved = m_model.compared().mds().moment()) {
        m_right->setPoints(solved->points, !solved->isDone);
    } else {
        m_right->setPoints(nullptr);
    }
    shareRange();
    placeArrows();
    if (m_cross) placeCross();
}

/// Aligned maps are seen in one scale: as many units a pixel in both, around one centre.
void ComparedPage::shareRange()
{
    const auto right = m_right->wantedRange(), left = m_left->wantedRange();
    const bool isShared = m_alignedShare == 1 && isBeside(Beside::Pca) && left && right;
    m_left->setIsotropic(m_alignedShare == 1);
    const std::array maps{m_left, m_right};
    if (!isShared) {
        for (auto* map : maps)
            map->setGivenRange(std::nullopt);
        return;
    }
    const MapRange both = around(*left, *right);
    double unit = 0;
    for (const auto* map : maps)
        unit = std::max(unit, isotropic(both, map->axesBox().size()).width() / map->axesBox().width());
    for (auto* map : maps) {
        const QPointF half = QPointF(map->axesBox().width(), map->axesBox().height()) * unit / 2;
        map->setGivenRange(MapRange{both.centre().x() - half.x(), both.centre().x() + half.x(),
                                    both.centre().y() - half.y(), both.centre().y() + half.y()});
    }
}

void ComparedPage::morphTo(bool isAligned)
{
    const double end = isAligned ? 1 : 0;
    if (m_morph.state() == QAbstractAnimation::Running && m_morph.endValue() == end) return;
    if (m_alignedShare == end) return;
    m_morph.stop();
    m_left->setZoom(std::nullopt);
    m_right->setZoom(std::nullopt);
    if (isBehind() || !isVisible()) {
        m_alignedShare = end;
        return m_joints->update();
    }
    m_morph.setStartValue(m_alignedShare);
    m_morph.setEndValue(end);
    m_morph.start();
}

/// Shift adds to what is selected, Alt takes from it.
void ComparedPage::takeLasso(const QPolygonF& lasso, Qt::KeyboardModifiers keys, MapView& map)
{
    ComparedModel& compared = m_model.compared();
    const std::vector<int> inside = map.pointsIn(lasso);
    (&map == m_left ? m_right : m_left)->setLasso({});
    if (keys & Qt::ShiftModifier)
        compared.add(inside);
    else if (keys & Qt::AltModifier)
        compared.subtract(inside);
    else
        compared.select(inside);
    if (!compared.selected().empty()) map.setLasso(lasso);
}

/// Held-out pictures can be sent through; what is trained on is only looked at.
void ComparedPage::pick(int index)
{
    if (!m_isCrowd) m_model.chooseDigit(index);
}

QImage ComparedPage::pictureOf(int index) const
{
    if (!m_model.data() || index < 0) return {};
    const Shape shape = m_model.data()->dataset->test.shape;
    const auto& samples = m_isCrowd ? m_model.data()->dataset->train : m_model.data()->dataset->test;
    return samplePicture(samples.view().sample(index), shape.height, shape.width);
}

void ComparedPage::hover(int index)
{
    const QImage picture = pictureOf(index);
    m_left->setMarked(index, picture);
    m_right->setMarked(index, picture);
}

/// The place is one of the map; the cross is a code.
void ComparedPage::decodeAt(QPointF place)
{
    const RunMoment& moment = m_model.moment();
    m_cross.reset();
    if (!moment.model || moment.model->plan->codeSize() != 2) return placeCross();
    const auto map = m_model.view().isAligned ? m_model.compared().alignment() : std::nullopt;
    if (!map) {
        m_cross = place;
        return placeCross();
    }
    const auto& m = map->matrix;
    const double determinant = m[0] * m[3] - m[1] * m[2];
    const QPointF apart(place.x() - map->shift[0], place.y() - map->shift[1]);
    if (determinant != 0)
        m_cross = QPointF((m[3] * apart.x() - m[1] * apart.y()) / determinant,
                          (m[0] * apart.y() - m[2] * apart.x()) / determinant);
    placeCross();
}

void ComparedPage::placeCross()
{
    const RunMoment& moment = m_model.moment();
    if (!m_cross || !moment.model || moment.model->plan->codeSize() != 2) return m_left->setCross({}, {});
    const std::vector<float> code{static_cast<float>(m_cross->x()), static_cast<float>(m_cross->y())};
    QPointF place = *m_cross;
    if (const auto map = m_alignedShare > 0 ? m_model.compared().alignment() : std::nullopt) {
        const auto moved = mapped(*map, code);
        place +=
            m_alignedShare * (QPointF(static_cast<double>(moved[0]), static_cast<double>(moved[1])) - place);
    }
    const auto pixels = decode(*moment.model, code, m_model.context().workers);
    const Shape shape = moment.model->plan->network().network.input;
    hover(-1);
    const auto number = [this](double z) { return m_style.texts.number(z, 1); };
    m_left->setCross(place, samplePicture(pixels, shape.height, shape.width),
                     {QStringLiteral("%1; %2").arg(number(m_cross->x()), number(m_cross->y()))});
}

} // namespace hg
