#include "ui/labs/conv/checker_page.h"

#include "ui/painters/hourglass_painter.h"

#include <QAbstractButton>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QMouseEvent>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace hg {
namespace {

constexpr double watchedPace = 20; // seconds of a whole training
constexpr int digitSide = 42;

} // namespace

CheckerCanvas::CheckerCanvas(CheckerModel& model, QWidget* parent) : QWidget(parent), m_model(model)
{
    setMouseTracking(true);
    connect(&m_model, &CheckerModel::changed, this, &CheckerCanvas::refresh);
    connect(m_model.timeline(), &Timeline::changed, this, &CheckerCanvas::refresh);
}

void CheckerCanvas::setStyle(const PaintStyle& style)
{
    m_style = style;
    renew();
}

void CheckerCanvas::setBare(bool isBare)
{
    m_isBare = isBare;
    unsetCursor();
}

void CheckerCanvas::renew()
{
    m_painter.reset();
    refresh();
}

void CheckerCanvas::refresh()
{
    if (!isVisible()) return update();
    setAccessibleDescription(painter().describe(m_model.look()));
    update();
}

const CheckerPainter& CheckerCanvas::painter()
{
    if (!m_painter || &m_painter->film() != m_model.film().get())
        m_painter = std::make_unique<CheckerPainter>(m_model.film(), QSizeF(size()), m_style);
    return *m_painter;
}

void CheckerCanvas::paintEvent(QPaintEvent*)
{
    QPainter p(this);
    painter().paint(p, m_model.look());
}

void CheckerCanvas::resizeEvent(QResizeEvent*)
{
    renew();
}

bool CheckerCanvas::seekTo(const QPointF& place)
{
    const auto update = m_isBare ? std::nullopt : painter().updateAt(place);
    if (update) m_model.timeline()->seekUpdate(*update);
    return update.has_value();
}

void CheckerCanvas::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || !seekTo(event->position())) event->ignore();
}

void CheckerCanvas::mouseMoveEvent(QMouseEvent* event)
{
    if (event->buttons() & Qt::LeftButton) seekTo(event->position());
    const bool isOver = !m_isBare && painter().updateAt(event->position());
    isOver ? setCursor(Qt::PointingHandCursor) : unsetCursor();
}

void CheckerCanvas::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) renew();
    QWidget::changeEvent(event);
}

CheckerPage::CheckerPage(CheckerModel& model, QWidget* parent)
    : TabPage(parent)
    , m_model(model)
    , m_row(new QWidget(this))
    , m_train(new QPushButton(this))
    , m_pace(new Segmented(2, this))
    , m_reached(new QLabel(this))
    , m_notice(new Notice(this))
    , m_canvas(new CheckerCanvas(model, this))
{
    build();
    connectModel();
}

void CheckerPage::build()
{
    m_train->setProperty("look", QStringLiteral("record"));
    m_reached->setProperty("look", QStringLiteral("muted"));
    auto* row = new QHBoxLayout(m_row);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_train);
    row->addWidget(m_pace);
    row->addStretch();
    row->addWidget(m_reached);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 8);
    column->addWidget(m_row);
    column->addWidget(m_notice);
    column->addWidget(m_canvas, 1);
    translated([this] {
        fitTo(*m_train, {tr("● Train all three"), tr("Pause"), tr("● Continue")});
        m_pace->setTexts({tr("20 s a run"), tr("Full speed")});
        m_pace->setAccessibleName(tr("Pace"));
        m_canvas->setAccessibleName(tr("Checkerboards: three decoders and their grids"));
        refresh();
    });
}

void CheckerPage::connectModel()
{
    connect(m_train, &QPushButton::clicked, &m_model, &CheckerModel::toggleTraining);
    connect(m_pace, &Segmented::chosen, &m_model,
            [this](int i) { m_model.setPaceSeconds(i == 0 ? watchedPace : 0); });
    connect(&m_model, &CheckerModel::changed, this, &CheckerPage::refresh);
}

void CheckerPage::refresh()
{
    refreshTrain();
    m_pace->setCurrent(m_model.paceSeconds() > 0 ? 0 : 1);
    const int end = m_model.film()->updates, reached = m_model.reached();
    m_reached->setText(reached < end ? tr("trained to %1 of %2").arg(reached).arg(end) : QString());
    m_notice->showRemark(m_isBare ? Remark() : m_model.remark());
}

void CheckerPage::refreshTrain()
{
    using Standing = CheckerModel::Standing;
    const Standing now = m_model.standing();
    m_train->setText(now == Standing::Running  ? tr("Pause")
                     : now == Standing::Paused ? tr("● Continue")
                                               : tr("● Train all three"));
    m_train->setToolTip(now == Standing::Running ? tr("Pause the training")
                        : now == Standing::Paused
                            ? tr("Goes on training")
                            : tr("Trains all three from the same beginning, side by side"));
    m_train->setAccessibleName(m_train->toolTip());
    m_train->setEnabled(now != Standing::Waiting);
}

void CheckerPage::setStyle(const PaintStyle& style)
{
    m_canvas->setStyle(style);
}

void CheckerPage::setPresented(bool isPresented)
{
    m_row->setVisible(!isPresented && !m_isBare);
}

void CheckerPage::setBare(bool isBare)
{
    m_isBare = isBare;
    m_row->setVisible(!isBare);
    m_canvas->setBare(isBare);
    refresh();
}

CheckerForm::CheckerForm(CheckerModel& model, QWidget* parent)
    : TabForm(model, parent)
    , m_model(model)
    , m_code(new Stepper(this))
    , m_picture(new Stepper(this))
    , m_rate(new Stepper(this))
    , m_seed(new Stepper(this))
    , m_kind(new Segmented(2, this))
    , m_updates(new Segmented(2, this))
    , m_alone(new Switch(this))
    , m_digit(new QLabel(this))
    , m_answer(new QLabel(this))
    , m_ask(new QPushButton(this))
    , m_hint(new QFrame(this))
{
    m_code->setRange(leastCheckerCode, mostCheckerCode);
    m_picture->setRange(1, checkedPictures);
    m_rate->setRange(leastCheckerRate, mostCheckerRate, 0.001, 5);
    m_rate->setFactor(1.5);
    m_seed->setRange(1, mostCheckerSeeds);
    build();
    connectControls();
}

void CheckerForm::build()
{
    auto* decoder = addGroup();
    auto* code = addRow(m_code);
    auto* channels = new QLabel(QStringLiteral("16 → 8 → 1"), this);
    channels->setProperty("look", QStringLiteral("muted"));
    channels->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    auto* channelsName = addRow(channels);
    auto* seen = addGroup();
    addWide(m_kind);
    auto* picture = addRow(m_picture);
    auto* original = addRow(m_digit);
    auto* alone = addRow(m_alone);
    auto* training = addGroup();
    auto* updates = addRow(m_updates);
    auto* rate = addRow(m_rate);
    auto* seed = addRow(m_seed);
    auto* hint = new QVBoxLayout(m_hint);
    hint->addWidget(m_answer);
    hint->addWidget(m_ask);
    m_answer->setWordWrap(true);
    m_digit->setFixedSize(digitSide, digitSide);
    m_hint->setProperty("look", QStringLiteral("hint"));
    m_ask->setProperty("look", QStringLiteral("link"));
    addWide(m_hint);
    translated([=, this] {
        decoder->setText(tr("The same decoder, three times"));
        code->setText(tr("Code"));
        m_code->setName(tr("Numbers of the code"));
        channelsName->setText(tr("Channels"));
        seen->setText(tr("Picture"));
        m_kind->setTexts({tr("One digit"), tr("Mean of 1,000")});
        m_kind->setAccessibleName(seen->text());
        picture->setText(tr("Test digit"));
        m_picture->setName(picture->text());
        original->setText(tr("Original"));
        alone->setText(tr("Grid alone, × 4"));
        m_alone->setAccessibleName(alone->text());
        m_alone->setToolTip(tr("Only what the smooth part leaves, with four times its contrast"));
        training->setText(tr("Training"));
        updates->setText(tr("Updates"));
        m_updates->setTexts({m_model.texts().grouped(shortChecking), m_model.texts().grouped(longChecking)});
        m_updates->setAccessibleName(updates->text());
        rate->setText(tr("Adam, rate"));
        m_rate->setName(rate->text());
        seed->setText(tr("Seed"));
        m_seed->setName(seed->text());
        m_ask->setText(tr("Answer"));
        refresh();
    });
}

void CheckerForm::connectControls()
{
    connect(&m_model, &CheckerModel::changed, this, &CheckerForm::refresh);
    const auto number = [this](Stepper* field, const std::function<void(CheckerSetup&, double)>& set) {
        connect(field, &Stepper::changed, this,
                [this, set](double v) { m_model.change([&](CheckerSetup& s) { set(s, v); }); });
        m_model.numbers().heed(field);
    };
    number(m_code, [](CheckerSetup& s, double v) { s.recipe.code = static_cast<int>(v); });
    number(m_picture, [](CheckerSetup& s, double v) { s.picture = static_cast<int>(v) - 1; });
    number(m_rate, [](CheckerSetup& s, double v) { s.recipe.rate = v; });
    number(m_seed, [](CheckerSetup& s, double v) { s.recipe.seed = static_cast<std::uint64_t>(v); });
    connect(m_kind, &Segmented::chosen, &m_model,
            [this](int i) { m_model.change([i](CheckerSetup& s) { s.isMean = i == 1; }); });
    connect(m_updates, &Segmented::chosen, &m_model, [this](int i) {
        m_model.change([i](CheckerSetup& s) { s.updates = i == 0 ? shortChecking : longChecking; });
    });
    connect(m_alone, &Switch::toggled, &m_model,
            [this](bool isOn) { m_model.change([isOn](CheckerSetup& s) { s.isGridAlone = isOn; }); });
    connect(m_ask, &QPushButton::clicked, this, [this] {
        m_isAnswered = true;
        refreshAnswer();
    });
}

void CheckerForm::refresh()
{
    const CheckerSetup setup = m_model.setup();
    m_code->setValue(setup.recipe.code);
    m_picture->setValue(setup.picture + 1);
    m_picture->setEnabled(!setup.isMean);
    m_rate->setValue(setup.recipe.rate);
    m_seed->setValue(static_cast<double>(setup.recipe.seed));
    m_kind->setCurrent(setup.isMean ? 1 : 0);
    m_updates->setCurrent(m_model.film()->updates > shortChecking ? 1 : 0);
    m_alone->setOn(setup.isGridAlone);
    refreshDigit();
    refreshAnswer();
}

void CheckerForm::refreshDigit()
{
    const auto& digits = m_model.film()->data;
    if (!digits || digits->test.count == 0) return m_digit->clear();
    const int picture = std::clamp(m_model.setup().picture, 0, digits->test.count - 1);
    const Shape shape = digits->test.shape;
    const double ratio = devicePixelRatioF();
    const int side = static_cast<int>(digitSide * ratio);
    const QImage image = samplePicture(digits->test.view().sample(picture), shape.height, shape.width);
    QPixmap pixmap = QPixmap::fromImage(image.scaled(side, side, Qt::KeepAspectRatio));
    pixmap.setDevicePixelRatio(ratio);
    m_digit->setPixmap(pixmap);
}

void CheckerForm::refreshAnswer()
{
    const auto answer = m_model.answer();
    const bool isShown = m_isAnswered && answer;
    m_ask->setVisible(!isShown);
    m_ask->setEnabled(answer.has_value());
    m_answer->setText(
        isShown ? tr("No: %1 grey levels at update 50. Every cell gets four stamps, but four sets "
                     "of weights take turns, and until training makes them agree they leave a grid.")
                      .arg(m_model.texts().number(*answer, 1))
                : tr("Predict: size 4 covers every cell equally. Is its grid zero at update 50?"));
}

} // namespace hg
