#include "ui/labs/autoencoder/learns_page.h"

#include "ui/labs/autoencoder/ae_model.h"
#include "ui/labs/autoencoder/ae_words.h"
#include "ui/labs/autoencoder/digit_rows.h"
#include "ui/labs/autoencoder/first_updates.h"
#include "ui/labs/autoencoder/hourglass_view.h"
#include "ui/labs/autoencoder/loss_curves.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/steady.h"

#include <QAbstractButton>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <cmath>

namespace hg {
namespace {

constexpr std::array earlyUpdates{0, 1, 2, 5, 10, 20, 50, 100, 200, 500};

double meanSquare(std::span<const float> a, std::span<const float> b)
{
    double sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        sum += std::pow(static_cast<double>(a[i] - b[i]), 2);
    return sum / static_cast<double>(std::max<std::size_t>(1, a.size()));
}

} // namespace

LearnsPage::LearnsPage(AeModel& model)
    : HourglassPage(model)
    , m_loss(new LossView)
    , m_digits(new DigitRows)
    , m_first(new FirstUpdates)
    , m_lossTitle(new QLabel)
    , m_lossUnit(new QLabel)
    , m_status(new QLabel)
    , m_angles(new QLabel)
    , m_chosen(new QLabel)
    , m_digitsTitle(new QLabel)
    , m_digitsNote(new QLabel)
    , m_firstTitle(new QLabel)
    , m_ordered(new QPushButton)
    , m_remove(new QPushButton)
    , m_replay(new QPushButton)
    , m_scale(new Segmented(2))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    QVBoxLayout* inside = nullptr;
    m_top = newCard(inside);
    inside->setContentsMargins(8, 6, 8, 4);
    inside->addWidget(m_hourglass);
    column->addWidget(m_top, 12);
    auto* middle = new QHBoxLayout;
    middle->setSpacing(12);
    m_middle = {buildLoss(), buildDigits()};
    for (auto* card : m_middle) {
        card->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // one half each, whatever they say
        middle->addWidget(card, 1);
    }
    column->addLayout(middle, 11);
    m_firstCard = buildFirst();
    column->addWidget(m_firstCard);
    for (auto* title : {m_lossTitle, m_digitsTitle, m_firstTitle})
        title->setProperty("look", QStringLiteral("cardTitle"));
    for (auto* label : {m_lossUnit, m_status, m_digitsNote, m_chosen})
        label->setProperty("look", QStringLiteral("muted"));
    connectAll();
}

QWidget* LearnsPage::buildLoss()
{
    QVBoxLayout* column = nullptr;
    auto* card = newCard(column);
    auto* head = new QHBoxLayout;
    head->addWidget(m_lossTitle, 1);
    head->addWidget(m_scale);
    column->addLayout(head);
    m_lossUnit->setWordWrap(true);
    column->addWidget(m_lossUnit);
    m_loss->setMinimumHeight(90);
    column->addWidget(m_loss, 1);
    auto* line = new QHBoxLayout;
    line->addWidget(new Steady(m_status), 1);
    line->addWidget(m_chosen);
    line->addWidget(m_remove);
    column->addLayout(line);
    auto* foot = new QHBoxLayout;
    foot->addWidget(m_angles, 1);
    foot->addWidget(m_ordered);
    for (auto* button : {m_ordered, m_remove})
        button->setProperty("look", QStringLiteral("link"));
    column->addLayout(foot);
    return card;
}

QWidget* LearnsPage::buildDigits()
{
    QVBoxLayout* column = nullptr;
    auto* card = newCard(column);
    column->addWidget(m_digitsTitle);
    column->addWidget(m_digits, 1);
    m_digitsNote->setWordWrap(true);
    m_digitsNoteRoom = new Steady(m_digitsNote);
    column->addWidget(m_digitsNoteRoom);
    return card;
}

QWidget* LearnsPage::buildFirst()
{
    QVBoxLayout* column = nullptr;
    auto* card = newCard(column);
    auto* row = new QHBoxLayout;
    row->setSpacing(12);
    auto* left = new QVBoxLayout;
    m_firstTitle->setWordWrap(true);
    m_firstTitle->setFixedWidth(142);
    left->addStretch();
    left->addWidget(m_firstTitle);
    m_replay->setProperty("look", QStringLiteral("primary"));
    left->addWidget(m_replay, 0, Qt::AlignLeft);
    left->addStretch();
    row->addLayout(left);
    row->addWidget(m_first, 1);
    column->addLayout(row);
    card->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    return card;
}

void LearnsPage::connectAll()
{
    m_removeKey = new QShortcut(Qt::Key_Delete, this);
    connect(m_removeKey, &QShortcut::activated, this,
            [this] { m_model.removeEarlier(m_model.chosenEarlier()); });
    connect(&m_model, &AeModel::momentChanged, this, &LearnsPage::refreshMoment);
    connect(&m_model, &AeModel::stateChanged, this, &LearnsPage::refreshStatus);
    connect(&m_model, &AeModel::stateChanged, this, &LearnsPage::refreshAngles);
    connect(&m_model, &AeModel::setupChanged, this, &LearnsPage::refreshAngles);
    connect(&m_model, &AeModel::viewChanged, this, &LearnsPage::refreshLoss);
    connect(&m_model, &AeModel::earlierChanged, this, &LearnsPage::refreshLoss);
    connect(&m_model, &AeModel::earlierChanged, this, &LearnsPage::refreshChosen);
    connect(&m_model, &AeModel::digitChanged, this, &LearnsPage::refreshDigits);
    connect(&m_model, &AeModel::digitChanged, this, &LearnsPage::refreshFirst);
    connect(m_scale, &Segmented::chosen, &m_model, [this](int i) { m_model.setLogarithmic(i == 1); });
    connect(m_ordered, &QPushButton::clicked, &m_model, &AeModel::makeOrdered);
    connect(m_remove, &QPushButton::clicked, &m_model,
            [this] { m_model.removeEarlier(m_model.chosenEarlier()); });
    connect(m_replay, &QPushButton::clicked, &m_model, &AeModel::replayFirst);
    connect(m_loss, &LossView::earlierPicked, &m_model, &AeModel::chooseEarlier);
    connect(m_first, &FirstUpdates::picked, &m_model.run(), &Run::seekUpdate);
    connect(m_digits, &DigitRows::picked, &m_model,
            [this](int column) { m_model.chooseDigit(m_model.eight()[static_cast<std::size_t>(column)]); });
    translated([this] {
        m_lossTitle->setText(tr("Error"));
        m_scale->setTexts({tr("Epochs"), tr("Log")});
        m_scale->button(0)->setToolTip(tr("The error over epochs"));
        m_scale->button(1)->setToolTip(
            tr("Both axes logarithmic: the first updates get as much room as the last"));
        m_ordered->setText(tr("To the letter"));
        m_ordered->setToolTip(tr("Make it true to the letter: with the ordered loss the axes themselves "
                                 "become PC1 and PC2, not the plane alone"));
        m_remove->setText(tr("Remove"));
        m_digitsTitle->setText(tr("Eight held-out samples, rebuilt"));
        m_firstTitle->setText(tr("The first updates"));
        m_replay->setText(tr("▶ Replay"));
        m_replay->setToolTip(tr("The first hundred updates, four a second (R)"));
        m_loss->setAccessibleName(tr("Error over epochs"));
        m_digits->setAccessibleName(m_digitsTitle->text());
        m_first->setAccessibleName(m_firstTitle->text());
        refreshAll();
    });
}

void LearnsPage::resizeEvent(QResizeEvent* event)
{
    HourglassPage::resizeEvent(event);
    m_firstCard->setVisible(hasRoomForFirst());
}

bool LearnsPage::hasRoomForFirst() const
{
    const int spacing = layout()->spacing(), half = (width() - spacing) / 2;
    int middle = 0;
    for (const QWidget* card : m_middle)
        middle = std::max(middle, card->layout()->minimumHeightForWidth(half));
    return m_top->minimumSizeHint().height() + middle + m_firstCard->sizeHint().height() + 2 * spacing <=
           height();
}

void LearnsPage::setStyle(const PaintStyle& style)
{
    m_style = style;
    m_hourglass->setStyle(style);
    m_digits->setStyle(style);
    m_first->setStyle(style);
    m_loss->setStyle(style);
    m_firstTitle->setFixedWidth(static_cast<int>(style.px(142)));
    m_first->setFixedHeight(static_cast<int>(style.px(86)));
    refreshAll();
}

void LearnsPage::refreshAll()
{
    if (!m_model.data()) return;
    const bool arePictures = m_model.data()->dataset->test.shape.height > 1;
    m_lossUnit->setText((arePictures ? tr("per pixel, squared, on %1 held-out pictures")
                                     : tr("per number, squared, on %1 held-out samples"))
                            .arg(m_style.texts.grouped(m_model.data()->dataset->test.count)));
    m_pcaCode = 0;
    refreshMoment();
    refreshChosen();
}

void LearnsPage::refreshMoment()
{
    if (isBehind()) return; // it is brought up to date when it comes to the front
    const Halves halves = nextHalves();
    if (halves.first) {
        refreshHourglass();
        refreshDigits();
        refreshFirst();
    }
    if (halves.second) {
        refreshLoss();
        refreshStatus();
        refreshAngles();
    }
}

void LearnsPage::refreshLoss()
{
    m_scale->setCurrent(m_model.isLogarithmic() ? 1 : 0);
    if (m_model.snapshot() && m_model.data()) m_loss->setCurves(lossCurvesOf(m_model, m_style.texts));
}

void LearnsPage::refreshStatus()
{
    const Snapshot* now = m_model.snapshot();
    if (!now) return m_status->clear();
    const auto count = [this](double n) { return m_style.texts.grouped(static_cast<int>(std::lround(n))); };
    const auto epoch = [&] {
        return m_style.texts.number(static_cast<double>(now->update) / std::max(1, now->updatesPerEpoch), 1);
    };
    using Standing = AeModel::Standing;
    QString text;
    switch (m_model.standing()) {
    case Standing::Waiting:
        break;
    case Standing::Untouched:
        text = tr("not trained yet");
        break;
    case Standing::Running:
        text = tr("%1 pictures a second · %2 s left")
                   .arg(count(now->imagesPerSecond), count(std::ceil(now->secondsLeft)));
        break;
    case Standing::Paused:
        text = tr("paused at update %1").arg(count(now->update));
        break;
    case Standing::Past:
        text = tr("update %1, looking back").arg(count(m_model.moment().update));
        break;
    case Standing::Finished:
        text = now->update % std::max(1, now->updatesPerEpoch) == 0
                   ? tr("finished after %n epochs", nullptr, now->update / std::max(1, now->updatesPerEpoch))
                   : tr("finished after %1 epochs").arg(epoch());
        break;
    case Standing::Diverged:
        text = tr("diverged at update %1").arg(count(now->update));
        break;
    }
    m_status->setText(text);
}

void LearnsPage::refreshAngles()
{
    const auto angles = m_model.angles(m_model.moment());
    m_ordered->setVisible(!angles.empty() && m_model.canBeOrdered());
    if (angles.empty()) return m_angles->setText(expectation());
    m_angles->setText(tr("angle to PCA %1°").arg(m_style.texts.number(angles.front(), 1)));
    m_angles->setToolTip(tr("The largest angle between the decoder’s plane and PCA’s: 0° is the same plane"));
}

/// Where the error of the recipe is expected to end, as far as that is known.
QString LearnsPage::expectation() const
{
    const auto band = expectedError(m_model.run().setup());
    m_angles->setToolTip(
        band ? tr("What runs of this recipe ended with after %n epochs: the blue band", nullptr, band->epochs)
             : QString());
    if (!band) return {};
    const auto number = [this](double v) { return m_style.texts.number(v, 4); };
    return tr("expected %1–%2").arg(number(band->low), number(band->high));
}

void LearnsPage::refreshChosen()
{
    const int chosen = m_model.chosenEarlier();
    const bool isChosen = chosen >= 0 && chosen < static_cast<int>(m_model.earlier().size());
    m_chosen->setVisible(isChosen);
    m_remove->setVisible(isChosen);
    m_removeKey->setEnabled(isChosen);
    if (!isChosen) return;
    const EarlierRun& run = m_model.earlier()[static_cast<std::size_t>(chosen)];
    m_chosen->setText(tr("%1, seed %2: %3")
                          .arg(networkName(run.setup))
                          .arg(run.setup.recipe.seed)
                          .arg(errorText(run, m_style.texts)));
}

void LearnsPage::refreshDigits()
{
    const RunMoment& moment = m_model.moment();
    if (!m_model.data() || !moment.model || isBehind()) return;
    const Theme& theme = m_style.theme;
    const Shape shape = m_model.data()->dataset->test.shape;
    const auto& eight = m_model.eight();
    PictureRow original{tr("original"), theme.role(Role::Input).text, {}, {}};
    PictureRow rebuilt{tr("autoencoder"), theme.role(Role::Code).text, {}, 0.0};
    const bool isNewPca = m_pcaCode != m_model.run().setup().bottleneck;
    if (isNewPca) m_pcaPictures.clear(), m_pcaPicturesError = 0;
    m_pcaCode = m_model.run().setup().bottleneck;
    const std::vector<float> all = m_model.rebuiltEight();
    const std::size_t size = all.size() / std::max<std::size_t>(1, eight.size());
    for (std::size_t i = 0; i < eight.size(); ++i) {
        const auto pixels = std::span(m_model.eightPixels()).subspan(i * size, size);
        const auto made = std::span(all).subspan(i * size, size);
        original.pictures.push_back(samplePicture(pixels, shape.height, shape.width));
        rebuilt.pictures.push_back(samplePicture(made, shape.height, shape.width));
        *rebuilt.error += meanSquare(made, pixels) / static_cast<double>(eight.size());
        if (!isNewPca) continue;
        const std::vector<float> flat = m_model.pcaPictureOf(eight[i]);
        if (flat.empty()) continue;
        m_pcaPictures.push_back(samplePicture(flat, shape.height, shape.width));
        m_pcaPicturesError += meanSquare(flat, pixels) / static_cast<double>(eight.size());
    }
    std::vector<PictureRow> rows{std::move(original), std::move(rebuilt)};
    if (!m_pcaPictures.empty()) rows.push_back({tr("PCA"), theme.ink, m_pcaPictures, m_pcaPicturesError});
    m_digits->setRows(std::move(rows));
    const auto chosen = std::find(eight.begin(), eight.end(), m_model.digit());
    m_digits->setChosen(chosen == eight.end() ? -1 : static_cast<int>(chosen - eight.begin()));
    const QString note = tr("Mean errors of these eight at update %1. Click one to send it through.");
    constexpr int widest = 100'000;
    m_digitsNote->setText(note.arg(m_style.texts.grouped(moment.update)));
    m_digitsNoteRoom->setWidest(note.arg(m_style.texts.grouped(widest)));
}

QImage LearnsPage::earlyPicture(const std::shared_ptr<const Model>& model)
{
    if (m_earlyDigit != m_model.digit()) m_earlyPictures.clear();
    m_earlyDigit = m_model.digit();
    const auto found = m_earlyPictures.find(model);
    if (found != m_earlyPictures.end()) return found->second;
    constexpr std::size_t mostKept = 64; // of runs that were, too
    if (m_earlyPictures.size() > mostKept) m_earlyPictures.clear();
    const Shape shape = m_model.data()->dataset->test.shape;
    const auto made = activationsOf(*model, m_model.pixelsOf(m_model.digit())).back();
    return m_earlyPictures[model] = samplePicture(made, shape.height, shape.width);
}

void LearnsPage::refreshFirst()
{
    const Snapshot* now = m_model.snapshot();
    if (!now || !m_model.data() || isBehind()) return;
    m_replay->setEnabled(now->update > 0);
    std::vector<EarlyPicture> pictures;
    for (const int update : earlyUpdates) {
        const auto& history = now->history;
        const auto it = std::find_if(history.begin(), history.end(),
                                     [update](const HistoryPoint& p) { return p.update == update; });
        EarlyPicture early{.update = update};
        if (it != history.end()) {
            early.picture = earlyPicture(it->model);
            early.error = it->testError;
            early.isShown = m_model.moment().update == update;
        }
        pictures.push_back(std::move(early));
    }
    m_first->setPictures(std::move(pictures));
}

} // namespace hg
