#include "ui/labs/autoencoder/ae_inspector.h"

#include "ui/labs/autoencoder/ae_model.h"
#include "ui/painters/hourglass_painter.h"

#include <QAbstractButton>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace hg {
namespace {

constexpr int pictureSide = 84;
constexpr double clockPace = 20;

int modelIndex(const std::string& id)
{
    const auto ids = modelIds();
    return static_cast<int>(std::find(ids.begin(), ids.end(), id) - ids.begin());
}

double meanSquare(const std::vector<float>& a, const std::vector<float>& b)
{
    double sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        sum += std::pow(static_cast<double>(a[i] - b[i]), 2);
    return sum / static_cast<double>(a.size());
}

} // namespace

AeInspector::AeInspector(AeModel& model)
    : m_model(model)
    , m_network(new Segmented(3, this))
    , m_pace(new Segmented(2, this))
    , m_rate(new Stepper(this))
    , m_batch(new Stepper(this))
    , m_epochs(new Stepper(this))
    , m_seed(new Stepper(this))
    , m_digit(new Stepper(this))
    , m_pending(new QLabel(this))
{
    m_rate->setRange(1e-6, 10, 0, 3);
    m_rate->setFactor(std::pow(10, 0.25));
    m_batch->setRange(1, 4096);
    m_batch->setFactor(2);
    m_epochs->setRange(1, 100);
    m_seed->setRange(0, 999999);
    build();
    connectControls();
    refreshSetup();
}

void AeInspector::build()
{
    auto* network = addGroup();
    addWide(m_network);
    auto* recipe = addGroup();
    auto* pace = addRow(m_pace);
    auto* rate = addRow(m_rate);
    auto* batch = addRow(m_batch);
    auto* epochs = addRow(m_epochs);
    auto* seed = addRow(m_seed);
    m_pending->setProperty("look", QStringLiteral("danger"));
    m_pending->setWordWrap(true);
    addWide(m_pending);
    auto* digitHead = addGroup();
    digitHead->setWordWrap(true);
    auto* digit = addRow(m_digit);
    auto* row = new QHBoxLayout;
    std::array<QLabel*, 3> names{};
    for (std::size_t i = 0; i < 3; ++i) {
        auto* cell = new QVBoxLayout;
        m_pictures[i] = new QLabel(this);
        m_pictures[i]->setFixedSize(pictureSide, pictureSide);
        names[i] = new QLabel(this);
        m_errors[i] = new QLabel(this);
        for (auto* label : {m_pictures[i], names[i], m_errors[i]}) {
            label->setAlignment(Qt::AlignCenter);
            cell->addWidget(label);
        }
        row->addLayout(cell);
    }
    column()->addLayout(row);
    addStretch();
    translated([=, this] {
        network->setText(tr("Network"));
        m_network->setTexts({tr("Linear"), tr("Dense"), tr("Conv")});
        const QStringList layers{QStringLiteral("784-2-784"), QStringLiteral("784-256-64-2-64-256-784"),
                                 tr("two convolutions, 2 numbers, two transposed")};
        for (int i = 0; i < 3; ++i)
            m_network->button(i)->setToolTip(layers.at(i));
        recipe->setText(tr("Training"));
        pace->setText(tr("Pace"));
        m_pace->setTexts({tr("20 s"), tr("Full speed")});
        m_pace->button(0)->setToolTip(tr("Spreads the run over 20 seconds, slowly at first"));
        rate->setText(tr("Learning rate"));
        m_rate->setName(rate->text());
        batch->setText(tr("Batch"));
        m_batch->setName(batch->text());
        epochs->setText(tr("Epochs"));
        m_epochs->setName(epochs->text());
        seed->setText(tr("Seed"));
        m_seed->setName(seed->text());
        m_pending->setText(tr("Takes effect with Reset."));
        digitHead->setText(
            tr("A held-out digit, rebuilt from %n numbers", nullptr, m_model.setup().bottleneck));
        digit->setText(tr("Digit no."));
        m_digit->setName(digit->text());
        const QStringList titles{tr("original"), tr("autoencoder"), tr("PCA")};
        for (std::size_t i = 0; i < 3; ++i) {
            names[i]->setText(titles.at(static_cast<int>(i)));
            m_pictures[i]->setAccessibleName(names[i]->text());
        }
    });
}

void AeInspector::connectControls()
{
    connect(&m_model, &AeModel::setupChanged, this, &AeInspector::refreshSetup);
    connect(&m_model, &AeModel::momentChanged, this, &AeInspector::refreshPictures);
    connect(&m_model, &AeModel::digitChanged, this, &AeInspector::refreshSetup);
    connect(&m_model, &AeModel::digitChanged, this, &AeInspector::refreshPictures);
    connect(m_network, &Segmented::chosen, this, &AeInspector::chooseModel);
    connect(m_pace, &Segmented::chosen, &m_model, [this](int i) { m_model.setPace(i == 0 ? clockPace : 0); });
    connect(&m_model, &AeModel::stateChanged, this, &AeInspector::refreshSetup);
    const auto change = [this](auto set, const char* name) {
        AutoencoderSetup setup = m_model.setup();
        set(setup.recipe);
        m_model.edit(setup, name);
    };
    connect(m_rate, &Stepper::changed, this,
            [=](double v) { change([v](Recipe& r) { r.learningRate = v; }, "rate"); });
    connect(m_batch, &Stepper::changed, this,
            [=](double v) { change([v](Recipe& r) { r.batch = static_cast<int>(v); }, "batch"); });
    connect(m_epochs, &Stepper::changed, this,
            [=](double v) { change([v](Recipe& r) { r.epochs = static_cast<int>(v); }, "epochs"); });
    connect(m_seed, &Stepper::changed, this,
            [=](double v) { change([v](Recipe& r) { r.seed = static_cast<std::uint64_t>(v); }, "seed"); });
    connect(m_digit, &Stepper::changed, &m_model,
            [this](double v) { m_model.chooseDigit(static_cast<int>(v) - 1); });
    for (auto* stepper : {m_rate, m_batch, m_epochs, m_seed, m_digit}) {
        connect(stepper, &Stepper::problemFound, &m_model, [this](const QString& s) { m_model.tell(s, {}); });
        connect(stepper, &Stepper::problemSolved, &m_model, &AeModel::forgetRemark);
    }
}

void AeInspector::setStyle(const PaintStyle& style)
{
    m_style = style;
    refreshPictures();
}

void AeInspector::chooseModel(int index)
{
    AutoencoderSetup setup = defaultSetup(modelIds()[static_cast<std::size_t>(index)]);
    setup.recipe.seed = m_model.setup().recipe.seed;
    m_model.edit(setup);
}

void AeInspector::refreshSetup()
{
    const AutoencoderSetup& setup = m_model.setup();
    m_network->setCurrent(modelIndex(setup.model));
    m_pace->setCurrent(m_model.pace() > 0 ? 0 : 1);
    m_rate->setValue(setup.recipe.learningRate);
    m_batch->setValue(setup.recipe.batch);
    m_epochs->setValue(setup.recipe.epochs);
    m_seed->setValue(static_cast<double>(setup.recipe.seed));
    constexpr int untilKnown = 1'000'000;
    m_digit->setRange(1, m_model.data() ? m_model.data()->dataset->test.count : untilKnown);
    m_digit->setValue(m_model.digit() + 1);
    m_pending->setVisible(m_model.isPending());
}

void AeInspector::refreshPictures()
{
    const LabData* loaded = m_model.data();
    const RunMoment moment = m_model.run().moment();
    if (!loaded || !moment.model) return;
    const SampleView test = loaded->dataset->test.view();
    const Shape shape = loaded->dataset->test.shape;
    const std::vector<float> pixels = m_model.pixelsOf(m_model.digit());
    const SampleView one{.floats = pixels.data(), .count = 1, .features = test.features};
    std::vector<std::vector<float>> pictures{pixels, activationsOf(*moment.model, pixels).back()};
    if (loaded->hasPca()) {
        const auto scores = project(loaded->pca, one, m_model.context().workers);
        pictures.push_back(reconstruct(loaded->pca, scores.data()));
    }
    for (std::size_t i = 0; i < pictures.size(); ++i) {
        const QImage image =
            greyPicture(pictures[i], shape.height, shape.width).scaled(pictureSide * 2, pictureSide * 2);
        QPixmap pixmap = QPixmap::fromImage(image);
        pixmap.setDevicePixelRatio(2);
        m_pictures[i]->setPixmap(pixmap);
        if (i > 0) m_errors[i]->setText(m_style.texts.number(meanSquare(pictures[i], pixels), 3));
    }
}

} // namespace hg
