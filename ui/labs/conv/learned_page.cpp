#include "ui/labs/conv/learned_page.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMouseEvent>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace hg {
namespace {

constexpr double canvasMargin = 4;

QString rateText(const Texts& texts, double rate)
{
    return rate >= 0.001 && rate < 1e4 ? texts.number(rate, 3)
                                       : withRealMinus(texts.locale().toString(rate, 'g', 3));
}

} // namespace

LearnedCanvas::LearnedCanvas(LearnedModel& model, QWidget* parent) : QWidget(parent), m_model(model)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    connect(&m_model, &LearnedModel::changed, this, &LearnedCanvas::refresh);
    connect(m_model.timeline(), &Timeline::changed, this, &LearnedCanvas::showUpdate);
    connect(m_model.timeline(), &Timeline::stateChanged, this, &LearnedCanvas::refreshDescription);
}

void LearnedCanvas::setStyle(const PaintStyle& style)
{
    m_style = style;
    m_painter.reset();
    refresh();
}

void LearnedCanvas::setBare(bool isBare)
{
    m_isBare = isBare;
    setFocusPolicy(isBare ? Qt::NoFocus : Qt::StrongFocus);
    setMouseTracking(!isBare);
}

void LearnedCanvas::refresh()
{
    setProperty("takesArrows", m_model.weight().has_value());
    if (isVisible()) prepare(); // what nobody looks at is not learned
    refreshDescription();
    update();
}

/// The painter of the problem, or of the last one while that is learned.
void LearnedCanvas::prepare()
{
    const bool showsInputGradient = m_model.setup().showsInputGradient;
    const auto run = m_model.run();
    if (!run) m_painter.reset();
    if (run && (!m_painter || run != m_run || showsInputGradient != m_showsInputGradient)) {
        const QSizeF room = QSizeF(size()) - QSizeF(2, 2) * m_style.px(canvasMargin);
        m_painter = std::make_unique<LearnedPainter>(run, room, m_style, showsInputGradient);
        m_showsInputGradient = showsInputGradient;
    }
    m_run = run;
}

/// The playhead has been moved.
void LearnedCanvas::showUpdate()
{
    refreshDescription();
    update();
}

void LearnedCanvas::refreshDescription()
{
    if (m_model.timeline()->isPlaying()) return; // not sixty times a second
    setAccessibleDescription(m_painter ? m_painter->describe(look()) : m_model.remark().sentence);
}

LearnedLook LearnedCanvas::look() const
{
    LearnedLook look = m_model.look();
    if (m_drawn) look.drawn = &*m_drawn;
    return look;
}

void LearnedCanvas::paintEvent(QPaintEvent*)
{
    if (!m_painter) prepare();
    QPainter p(this);
    if (!m_painter) return paintWaiting(p);
    p.translate(m_style.px(canvasMargin), m_style.px(canvasMargin));
    m_painter->paint(p, look());
}

/// The input alone, with the reason why there is no more.
void LearnedCanvas::paintWaiting(QPainter& p) const
{
    const ConvScene& scene = m_model.numbers().figure().scene;
    const Shape in = scene.input.shape;
    const double side = std::min(0.4 * width(), 0.5 * height()), top = m_style.px(30);
    const double cell = std::max(0.01, std::min(side / in.width, side / in.height));
    const GridLayout grid{QRectF(m_style.px(canvasMargin), top, cell * in.width, cell * in.height), in.height,
                          in.width, cell};
    const double greatest = shadeScaleOf(scene.input.data);
    const PictureCells pictures(m_style);
    pictures.mosaic(p, grid, [&](int r, int c) {
        return m_style.theme.shade(Role::Input, std::abs(scene.input.at(0, 0, r, c)) / greatest);
    });
    pictures.frame(p, grid.box, m_style.theme.role(Role::Input).fill, 1.5);
    const PaintMarks marks(m_style);
    marks.text(p, QRectF(grid.box.left(), 0, width(), top), Qt::AlignLeft | Qt::AlignVCenter,
               m_style.texts.say("Learned", "Input %1 × %2").arg(in.height).arg(in.width),
               m_style.theme.role(Role::Input).text, 18, QFont::Bold);
    const QString why = m_model.remark().sentence;
    const QRectF room(grid.box.right() + m_style.px(24), top,
                      std::max(m_style.px(120), width() - grid.box.right() - m_style.px(36)), side);
    p.setFont(m_style.font(16));
    p.setPen(m_style.theme.ink);
    p.drawText(room, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap,
               why.isEmpty() ? m_style.texts.say("Learned", "The filter is being learned …") : why);
}

void LearnedCanvas::resizeEvent(QResizeEvent*)
{
    m_painter.reset();
    refresh();
}

void LearnedCanvas::seekTo(const QPointF& place)
{
    const auto at = m_painter->updateAt(place);
    if (!at) return;
    m_model.timeline()->pause();
    m_model.timeline()->seek(*at);
}

void LearnedCanvas::mousePressEvent(QMouseEvent* event)
{
    if (!m_painter || m_isBare || event->button() != Qt::LeftButton) return event->ignore();
    const QPointF place = event->position() - QPointF(1, 1) * m_style.px(canvasMargin);
    if (const auto weight = m_painter->weightAt(place)) return m_model.setWeight(weight);
    if (const auto cell = m_painter->wantedAt(place); cell && m_model.isReady()) {
        m_model.timeline()->pause();
        m_drawn = m_run->figure().wanted;
        const double full = m_painter->greatestOutput();
        m_ink = m_drawn->at(0, 0, cell->row, cell->column) > 0.5 * full ? 0 : full;
        return draw(*cell);
    }
    m_isSeeking = m_painter->updateAt(place).has_value();
    if (m_isSeeking) return seekTo(place);
    m_model.setWeight(std::nullopt);
}

void LearnedCanvas::draw(const OutputCell& cell)
{
    m_drawn->at(0, 0, cell.row, cell.column) = m_ink;
    update();
}

void LearnedCanvas::mouseMoveEvent(QMouseEvent* event)
{
    if (!m_painter || m_isBare) return;
    const QPointF place = event->position() - QPointF(1, 1) * m_style.px(canvasMargin);
    const auto cell = m_painter->wantedAt(place);
    if (m_drawn) {
        if (cell) draw(*cell);
        return;
    }
    if (m_isSeeking && (event->buttons() & Qt::LeftButton)) return seekTo(place);
    const bool isWeight = m_painter->weightAt(place).has_value();
    setCursor(cell                         ? Qt::CrossCursor
              : isWeight                   ? Qt::PointingHandCursor
              : m_painter->updateAt(place) ? Qt::SizeHorCursor
                                           : Qt::ArrowCursor);
    setToolTip(cell       ? tr("Draw here what the filter is to make of the input")
               : isWeight ? tr("Click: the arithmetic of this weight")
                          : QString());
}

void LearnedCanvas::mouseReleaseEvent(QMouseEvent*)
{
    m_isSeeking = false;
    if (!m_drawn) return;
    TensorD picture = std::move(*m_drawn);
    m_drawn.reset();
    m_model.change([&](LearnSetup& s) {
        s.wanted = WantedKind::Picture;
        s.picture = std::move(picture);
    });
}

void LearnedCanvas::choose(int rows, int columns)
{
    const Axes k = m_run->figure().task.kernel;
    const int at = m_model.weight().value_or(m_painter->steepest());
    const int row = std::clamp(at / k.w + rows, 0, k.h - 1),
              column = std::clamp(at % k.w + columns, 0, k.w - 1);
    m_model.setWeight(row * k.w + column);
}

void LearnedCanvas::keyPressEvent(QKeyEvent* event)
{
    if (!m_painter || m_isBare) return event->ignore();
    switch (event->key()) {
    case Qt::Key_Left:
        return choose(0, -1);
    case Qt::Key_Right:
        return choose(0, 1);
    case Qt::Key_Up:
        return choose(-1, 0);
    case Qt::Key_Down:
        return choose(1, 0);
    case Qt::Key_Escape:
        if (m_model.weight()) return m_model.setWeight(std::nullopt);
        break;
    default:
        break;
    }
    event->ignore();
}

void LearnedCanvas::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) refresh();
    QWidget::changeEvent(event);
}

LearnedPage::LearnedPage(LearnedModel& model, QWidget* parent)
    : TabPage(parent)
    , m_model(model)
    , m_row(new QWidget(this))
    , m_train(new QPushButton(this))
    , m_reveal(new QPushButton(this))
    , m_gradient(new Segmented(2, this))
    , m_notice(new Notice(this))
    , m_canvas(new LearnedCanvas(model, this))
{
    build();
    connect(m_train, &QPushButton::clicked, &m_model, &LearnedModel::train);
    connect(m_reveal, &QPushButton::clicked, &m_model, &LearnedModel::reveal);
    connect(m_gradient, &Segmented::chosen, this,
            [this](int i) { m_model.change([i](LearnSetup& s) { s.showsInputGradient = i == 1; }); });
    connect(&m_model, &LearnedModel::changed, this, &LearnedPage::refresh);
    connect(m_model.timeline(), &Timeline::stateChanged, this, &LearnedPage::refresh);
    connect(m_model.timeline(), &Timeline::changed, this, &LearnedPage::refresh);
    setFocusProxy(m_canvas);
}

void LearnedPage::build()
{
    m_train->setProperty("look", QStringLiteral("record"));
    auto* row = new QHBoxLayout(m_row);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_train);
    row->addWidget(m_reveal);
    row->addStretch();
    row->addWidget(m_gradient);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_row);
    column->addWidget(m_notice);
    column->addWidget(m_canvas, 1);
    translated([this] {
        fitTo(*m_train, {tr("● Train"), tr("● Train again")});
        m_train->setToolTip(tr("Plays the descent from its first update: it ends within twenty seconds"));
        m_reveal->setText(tr("Reveal the filter"));
        m_reveal->setToolTip(tr("Shows the hidden filter before the end"));
        m_gradient->setTexts({tr("Gradient dL/dw"), tr("Gradient dL/dx")});
        m_gradient->setAccessibleName(tr("Which gradient is shown"));
        m_canvas->setAccessibleName(tr("Learned filter: pictures, gradient and error"));
        refresh();
    });
}

void LearnedPage::refresh()
{
    const LearnSetup setup = m_model.setup();
    const bool isReady = m_model.isReady(), isHindered = m_model.hindrance().has_value();
    const Timeline& timeline = *m_model.timeline();
    const bool isAtEnd = isReady && timeline.position() >= timeline.count();
    m_train->setText(isAtEnd && timeline.count() > 0 ? tr("● Train again") : tr("● Train"));
    m_train->setEnabled(isReady && timeline.count() > 0);
    m_reveal->setVisible(!isHindered && setup.wanted != WantedKind::Picture);
    m_reveal->setEnabled(isReady && !isAtEnd && !m_model.isRevealed());
    m_gradient->setEnabled(!isHindered);
    m_gradient->setCurrent(setup.showsInputGradient ? 1 : 0);
    if (m_model.timeline()->isPlaying()) return; // the rest does not change with the playhead
    m_notice->showRemark(m_isBare ? Remark() : m_model.remark());
}

void LearnedPage::setStyle(const PaintStyle& style)
{
    m_canvas->setStyle(style);
    refresh();
}

void LearnedPage::setPresented(bool isPresented)
{
    m_row->setVisible(!isPresented && !m_isBare);
}

void LearnedPage::setBare(bool isBare)
{
    m_isBare = isBare;
    m_row->setVisible(!isBare);
    m_canvas->setBare(isBare);
    setFocusProxy(isBare ? nullptr : m_canvas);
    refresh();
}

LearnedForm::LearnedForm(LearnedModel& model, QWidget* parent)
    : TabForm(model, parent)
    , m_model(model)
    , m_wanted(newList(this))
    , m_method(newList(this))
    , m_seed(new Stepper(this))
    , m_rate(new Stepper(this))
    , m_edge(new QLabel(this))
    , m_usual(new QPushButton(this))
{
    m_seed->setRange(1, mostLearnSeeds);
    m_rate->setRange(leastLearnRate, mostLearnRate, 0.05, 3);
    m_rate->setFactor(1.1);
    m_edge->setWordWrap(true);
    m_usual->setProperty("look", QStringLiteral("link"));
    auto* wanted = addGroup();
    addWide(m_wanted); // beside a name its texts have no room
    auto* descent = addGroup();
    addWide(m_method);
    auto* seed = addRow(m_seed);
    auto* rate = addRow(m_rate);
    addWide(m_edge);
    addWide(m_usual);
    for (int i = 0; i < 4; ++i)
        m_wanted->addItem(QString());
    for (int i = 0; i < 3; ++i)
        m_method->addItem(QString());
    translated([=, this] {
        wanted->setText(tr("Wanted output"));
        m_wanted->setAccessibleName(wanted->text());
        descent->setText(tr("Descent"));
        seed->setText(tr("Random start"));
        m_seed->setName(tr("Random start"));
        m_seed->setToolTip(tr("The filter begins with small random weights; another number gives others"));
        m_method->setAccessibleName(tr("Method"));
        rate->setText(tr("Learning rate"));
        m_rate->setName(rate->text());
        m_usual->setText(tr("Use the usual rate"));
        for (int i = 0; i < m_wanted->count(); ++i)
            m_wanted->setItemText(i, LearnedModel::wantedNames().at(i));
        for (int i = 0; i < m_method->count(); ++i)
            m_method->setItemText(i, LearnedModel::methodNames().at(i));
        refresh();
    });
    connectControls();
}

void LearnedForm::connectControls()
{
    connect(&m_model, &LearnedModel::changed, this, &LearnedForm::refresh);
    connect(m_wanted, &QComboBox::activated, this,
            [this](int i) { m_model.want(static_cast<WantedKind>(i)); });
    connect(m_method, &QComboBox::activated, this,
            [this](int i) { m_model.setMethod(static_cast<DescentMethod>(i)); });
    connect(m_seed, &Stepper::changed, this, [this](double v) {
        m_model.change([v](LearnSetup& s) { s.seed = static_cast<std::uint64_t>(v); });
    });
    connect(m_rate, &Stepper::changed, this,
            [this](double v) { m_model.change([v](LearnSetup& s) { s.rate = v; }); });
    connect(m_usual, &QPushButton::clicked, this,
            [this] { m_model.change([](LearnSetup& s) { s.rate.reset(); }); });
    for (Stepper* field : {m_seed, m_rate})
        m_model.numbers().heed(field);
}

void LearnedForm::setStyle(const PaintStyle& style)
{
    m_style = style;
    refresh();
}

void LearnedForm::refresh()
{
    const LearnSetup setup = m_model.setup();
    m_wanted->setCurrentIndex(static_cast<int>(setup.wanted));
    m_method->setCurrentIndex(static_cast<int>(setup.method));
    m_seed->setValue(static_cast<double>(setup.seed));
    m_usual->setVisible(setup.rate.has_value());
    refreshRate();
}

/// The edge beside the rate, in red where the rate lies above it.
void LearnedForm::refreshRate()
{
    const LearnedRun* learned = m_model.learned();
    m_rate->setEnabled(!m_model.hindrance());
    m_edge->setVisible(learned != nullptr);
    if (!learned) return;
    m_rate->setValue(std::clamp(learned->rate(), leastLearnRate, mostLearnRate));
    const auto edge = learned->edge();
    const bool isAbove = edge && learned->rate() > *edge;
    m_edge->setText(edge                 ? tr("above %1 it flies apart").arg(rateText(m_style.texts, *edge))
                    : learned->isBlank() ? tr("a blank input: any rate is as good")
                                         : tr("no edge: its steps do not grow with the gradient"));
    m_edge->setStyleSheet(
        QStringLiteral("color: %1;").arg((isAbove ? m_style.theme.danger : m_style.theme.muted).name()));
}

} // namespace hg
