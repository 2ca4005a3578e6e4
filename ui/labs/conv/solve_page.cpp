#include "ui/labs/conv/solve_page.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QMouseEvent>
#include <QPainter>
#include <QPushButton>
#include <QScrollBar>
#include <QToolTip>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace hg {
namespace {

constexpr double canvasMargin = 4, wheelNotch = 120;

} // namespace

SolveCanvas::SolveCanvas(SolveModel& model, QWidget* parent)
    : QWidget(parent), m_model(model), m_bar(new QScrollBar(Qt::Vertical, this)), m_offers(new QWidget(this))
{
    setFocusPolicy(Qt::StrongFocus);
    m_bar->setFocusPolicy(Qt::NoFocus);
    auto* offers = new QHBoxLayout(m_offers);
    offers->setContentsMargins(0, 0, 0, 0);
    offers->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    connect(&m_model, &SolveModel::changed, this, &SolveCanvas::refresh);
    connect(m_bar, &QScrollBar::valueChanged, this, qOverload<>(&QWidget::update));
}

void SolveCanvas::setStyle(const PaintStyle& style)
{
    m_style = style;
    renew();
}

void SolveCanvas::setBare(bool isBare)
{
    m_isBare = isBare;
    setFocusPolicy(isBare ? Qt::NoFocus : Qt::StrongFocus);
    renew();
}

void SolveCanvas::setLegendShown(bool isShown)
{
    m_hasLegend = isShown;
    renew();
}

void SolveCanvas::renew()
{
    m_painter.reset();
    refresh();
}

const SolvePainter& SolveCanvas::painter()
{
    const auto layers = m_model.layers();
    if (!m_painter || layers != m_layers) {
        const QSizeF room = QSizeF(size()) - QSizeF(2, 2) * m_style.px(canvasMargin);
        m_painter = std::make_unique<SolvePainter>(layers, room, m_style, m_hasLegend, !m_isBare);
        m_layers = layers;
        placeBar();
        placeOffers();
    }
    return *m_painter;
}

/// At the list's right edge, where the list is longer than its room.
void SolveCanvas::placeBar()
{
    const int most = static_cast<int>(std::ceil(m_painter->mostScroll()));
    const QRectF list = m_painter->layout().list.translated(QPointF(1, 1) * m_style.px(canvasMargin));
    const int wide = m_bar->sizeHint().width();
    const double right = m_painter->layout().card.right() + m_style.px(canvasMargin);
    m_bar->setGeometry(QRectF(right - wide - 2, list.top(), wide, list.height()).toRect());
    m_bar->setRange(0, most);
    m_bar->setPageStep(static_cast<int>(list.height()));
    m_bar->setSingleStep(static_cast<int>(m_painter->layout().row));
    m_bar->setVisible(most > 0);
}

void SolveCanvas::placeOffers()
{
    m_offers->setGeometry(
        m_painter->offersBox().translated(QPointF(1, 1) * m_style.px(canvasMargin)).toRect());
    renewOffers();
    m_offers->setVisible(m_layers->rows.empty() && !m_isBare);
}

void SolveCanvas::renewOffers()
{
    for (auto* old : m_offers->findChildren<QPushButton*>(Qt::FindDirectChildrenOnly)) {
        old->hide(); // it may be the one that was clicked: it goes when that is done
        old->deleteLater();
    }
    for (const Offer& offer : m_model.nearest()) {
        auto* button = new QPushButton(offer.text, m_offers);
        m_offers->layout()->addWidget(button);
        connect(button, &QPushButton::clicked, &m_model, offer.take);
    }
}

double SolveCanvas::scroll() const
{
    return std::min<double>(m_bar->value(), m_painter->mostScroll());
}

void SolveCanvas::refresh()
{
    if (isVisible()) {
        painter();
        m_bar->setValue(static_cast<int>(std::ceil(m_painter->scrollTo(m_model.row(), scroll()))));
        setAccessibleDescription(m_painter->describe(m_model.row()));
    }
    update();
}

void SolveCanvas::paintEvent(QPaintEvent*)
{
    painter();
    QPainter p(this);
    p.translate(m_style.px(canvasMargin), m_style.px(canvasMargin));
    m_painter->paint(p, {m_model.row(), scroll(), m_model.usedRow()});
    if (!hasFocus() || m_isBare) return;
    p.setPen(QPen(m_style.theme.accentText, m_style.px(1.5)));
    p.setBrush(Qt::NoBrush);
    p.drawRoundedRect(m_painter->layout().card, m_style.px(8), m_style.px(8));
}

void SolveCanvas::resizeEvent(QResizeEvent*)
{
    renew();
}

std::optional<int> SolveCanvas::rowAt(const QPointF& place)
{
    return painter().rowAt(place - QPointF(1, 1) * m_style.px(canvasMargin), scroll());
}

bool SolveCanvas::event(QEvent* event)
{
    if (event->type() == QEvent::Show) refresh();
    if (event->type() != QEvent::ToolTip || m_isBare) return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const auto row = rowAt(help->pos());
    const QString text = row ? painter().otherSettings(*row) : QString();
    text.isEmpty() ? QToolTip::hideText() : QToolTip::showText(help->globalPos(), text, this);
    return true;
}

void SolveCanvas::mousePressEvent(QMouseEvent* event)
{
    const auto row = m_isBare ? std::nullopt : rowAt(event->position());
    row ? m_model.choose(*row) : event->ignore();
}

void SolveCanvas::mouseDoubleClickEvent(QMouseEvent* event)
{
    const auto row = m_isBare ? std::nullopt : rowAt(event->position());
    if (!row) return event->ignore();
    m_model.choose(*row);
    m_model.use();
}

void SolveCanvas::wheelEvent(QWheelEvent* event)
{
    if (painter().mostScroll() <= 0) return event->ignore();
    m_bar->setValue(m_bar->value() - static_cast<int>(std::lround(event->angleDelta().y() / wheelNotch *
                                                                  m_painter->layout().row)));
}

void SolveCanvas::keyPressEvent(QKeyEvent* event)
{
    if (m_isBare) return event->ignore();
    switch (event->key()) {
    case Qt::Key_Up:
        return m_model.choose(m_model.row() - 1);
    case Qt::Key_Down:
        return m_model.choose(m_model.row() + 1);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return m_model.use();
    default:
        break;
    }
    event->ignore();
}

void SolveCanvas::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) renew();
    QWidget::changeEvent(event);
}

SolvePage::SolvePage(SolveModel& model, QWidget* parent)
    : TabPage(parent)
    , m_model(model)
    , m_top(new QWidget(this))
    , m_bottom(new QWidget(this))
    , m_mirror(new Switch(this))
    , m_counts(new QLabel(this))
    , m_keys(new QLabel(this))
    , m_encoder(new QPushButton(this))
    , m_decoder(new QPushButton(this))
    , m_use(new QPushButton(this))
    , m_canvas(new SolveCanvas(model, this))
{
    build();
    connectModel();
    setFocusProxy(m_canvas);
}

void SolvePage::build()
{
    auto* top = new QHBoxLayout(m_top);
    top->setContentsMargins(0, 0, 0, 0);
    auto* mirrorLabel = new QLabel(this);
    mirrorLabel->setBuddy(m_mirror);
    top->addWidget(m_counts);
    top->addStretch();
    top->addWidget(mirrorLabel);
    top->addWidget(m_mirror);
    auto* bottom = new QHBoxLayout(m_bottom);
    bottom->setContentsMargins(0, 0, 0, 8);
    bottom->setSpacing(8);
    bottom->addWidget(m_encoder);
    bottom->addWidget(m_decoder);
    bottom->addStretch();
    bottom->addWidget(m_keys);
    bottom->addWidget(m_use);
    m_counts->setProperty("look", QStringLiteral("muted"));
    m_keys->setProperty("look", QStringLiteral("muted"));
    m_use->setProperty("look", QStringLiteral("primary"));
    for (QPushButton* link : {m_encoder, m_decoder})
        link->setProperty("look", QStringLiteral("link"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_top);
    column->addWidget(m_canvas, 1);
    column->addWidget(m_bottom);
    translated([=, this] {
        mirrorLabel->setText(tr("Show the mirror"));
        m_mirror->setAccessibleName(mirrorLabel->text());
        m_keys->setText(tr("↑ ↓ choose a row"));
        m_use->setText(tr("Use this pair"));
        m_use->setToolTip(tr("Sets the lab to this layer and remembers its mirror (Enter)"));
        m_encoder->setText(tr("Show the encoder"));
        m_decoder->setText(tr("Show the decoder"));
        m_canvas->setAccessibleName(tr("Layers for two sizes"));
        refresh();
    });
}

void SolvePage::connectModel()
{
    connect(&m_model, &SolveModel::changed, this, &SolvePage::refresh);
    connect(m_use, &QPushButton::clicked, &m_model, &SolveModel::use);
    connect(m_encoder, &QPushButton::clicked, &m_model, [this] { m_model.show(false); });
    connect(m_decoder, &QPushButton::clicked, &m_model, [this] { m_model.show(true); });
    connect(m_mirror, &Switch::toggled, &m_model,
            [this](bool isOn) { m_model.change([isOn](SolveSetup& s) { s.showsMirror = isOn; }); });
}

void SolvePage::refresh()
{
    const SolvedLayers& layers = *m_model.layers();
    const bool hasRows = !layers.rows.empty(), isUsed = hasRows && m_model.usedRow() == m_model.row();
    m_mirror->setOn(layers.setup.showsMirror);
    m_counts->setText(hasRows ? tr("In one line: Keras %1, PyTorch %2 of %3")
                                    .arg(layers.inKeras)
                                    .arg(layers.inPytorch)
                                    .arg(layers.rows.size())
                              : QString());
    m_use->setVisible(hasRows);
    m_keys->setVisible(hasRows && !isUsed); // beside the links it has no room
    m_encoder->setVisible(isUsed);
    m_decoder->setVisible(isUsed);
}

void SolvePage::setStyle(const PaintStyle& style)
{
    m_canvas->setStyle(style);
}

void SolvePage::setPresented(bool isPresented)
{
    m_isPresented = isPresented;
    m_top->setVisible(!isPresented && !m_isBare);
    m_bottom->setVisible(!isPresented && !m_isBare);
    m_canvas->setLegendShown(isPresented || m_isBare);
}

void SolvePage::setBare(bool isBare)
{
    m_isBare = isBare;
    m_canvas->setBare(isBare);
    setFocusProxy(isBare ? nullptr : m_canvas);
    setPresented(m_isPresented);
    refresh();
}

/// Painted, as the list is.
class SolveForm::Legend : public QWidget {
public:
    using QWidget::QWidget;
    void setStyle(const PaintStyle& style)
    {
        m_style = style;
        updateGeometry();
        update();
    }
    QSize sizeHint() const override { return {160, static_cast<int>(std::ceil(solveLegendHeight(m_style)))}; }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter p(this);
        paintSolveLegend(p, rect(), m_style, false);
    }

private:
    PaintStyle m_style;
};

SolveForm::SolveForm(SolveModel& model, QWidget* parent)
    : TabForm(model, parent)
    , m_model(model)
    , m_from(new Stepper(this))
    , m_to(new Stepper(this))
    , m_size(new Stepper(this))
    , m_stride(new Stepper(this))
    , m_dilation(new Stepper(this))
    , m_begin(new Segmented(2, this))
    , m_scene(new QPushButton(this))
    , m_more(new QPushButton(this))
    , m_parent(new QPushButton(this))
    , m_moreForm(new QWidget(this))
    , m_oddBefore(new Switch(this))
    , m_legend(new Legend(this))
    , m_hint(new QFrame(this))
    , m_hintText(new QLabel(this))
{
    for (Stepper* side : {m_from, m_to})
        side->setRange(1, largestSide);
    m_size->setRange(1, largestKernel);
    m_stride->setRange(1, largestStride);
    m_dilation->setRange(1, largestSolvedDilation);
    build();
    connectControls();
    setMoreShown(false);
}

void SolveForm::build()
{
    auto* wanted = addGroup();
    auto* from = addRow(m_from);
    auto* to = addRow(m_to);
    auto* begin = new QLabel(this);
    addWide(begin); // beside its name it has no room
    addWide(m_begin);
    addWide(m_scene);
    auto* search = addGroup();
    auto* size = addRow(m_size);
    auto* stride = addRow(m_stride);
    addWide(m_more);
    auto* more = new Form(m_moreForm);
    more->column()->setContentsMargins(0, 0, 0, 0);
    auto* outer = new QVBoxLayout(m_moreForm);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(more);
    auto* dilation = more->addRow(m_dilation);
    auto* odd = more->addRow(m_oddBefore);
    odd->setWordWrap(true);
    addWide(m_moreForm);
    auto* ends = addGroup();
    addWide(m_legend);
    auto* hint = new QVBoxLayout(m_hint);
    hint->addWidget(m_hintText);
    hint->addWidget(m_parent);
    m_hintText->setWordWrap(true);
    m_hint->setProperty("look", QStringLiteral("hint"));
    for (QPushButton* link : {m_scene, m_more, m_parent})
        link->setProperty("look", QStringLiteral("link"));
    addWide(m_hint);
    translated([=, this] {
        wanted->setText(tr("Wanted"));
        from->setText(tr("From"));
        to->setText(tr("To"));
        begin->setText(tr("Begin with"));
        m_begin->setTexts({tr("Encoder"), tr("Decoder")});
        m_begin->setAccessibleName(begin->text());
        search->setText(tr("Search"));
        size->setText(tr("Size up to"));
        stride->setText(tr("Stride up to"));
        dilation->setText(tr("Dilation up to"));
        odd->setText(tr("Odd cell before, too"));
        m_oddBefore->setToolTip(tr("Also padding with one cell more before the input than after it"));
        m_oddBefore->setAccessibleName(odd->text());
        ends->setText(tr("At the ends"));
        m_legend->setAccessibleName(ends->text());
        m_from->setName(tr("From"));
        m_to->setName(tr("To"));
        m_size->setName(size->text());
        m_stride->setName(stride->text());
        m_dilation->setName(dilation->text());
        setMoreShown(!m_moreForm->isHidden());
        refresh();
    });
}

void SolveForm::connectControls()
{
    connect(&m_model, &SolveModel::changed, this, &SolveForm::refresh);
    const auto whole = [this](Stepper* field, const std::function<void(SolveSetup&, int)>& set) {
        connect(field, &Stepper::changed, this, [this, set](double v) {
            m_model.change([&](SolveSetup& s) { set(s, static_cast<int>(v)); });
        });
        m_model.numbers().heed(field);
    };
    whole(m_from, [](SolveSetup& s, int v) { s.from = v; });
    whole(m_to, [](SolveSetup& s, int v) { s.to = v; });
    whole(m_size, [](SolveSetup& s, int v) { s.limits.size = v; });
    whole(m_stride, [](SolveSetup& s, int v) { s.limits.stride = v; });
    whole(m_dilation, [](SolveSetup& s, int v) { s.limits.dilation = v; });
    connect(m_begin, &Segmented::chosen, &m_model, [this](int i) {
        if ((i == 1) != m_model.setup().beginsWithDecoder) m_model.turnRound();
    });
    connect(m_oddBefore, &Switch::toggled, &m_model,
            [this](bool isOn) { m_model.change([isOn](SolveSetup& s) { s.limits.oddCellBefore = isOn; }); });
    connect(m_scene, &QPushButton::clicked, this, &SolveForm::takeScene);
    connect(m_parent, &QPushButton::clicked, this, &SolveForm::takeParent);
    connect(m_more, &QPushButton::clicked, this, [this] { setMoreShown(m_moreForm->isHidden()); });
}

void SolveForm::setMoreShown(bool isShown)
{
    m_moreForm->setVisible(isShown);
    m_more->setText(isShown ? tr("▾ More") : tr("▸ More"));
    m_more->setToolTip(tr("Dilation, and padding with the odd cell before the input"));
}

void SolveForm::takeScene()
{
    const auto sizes = m_model.scenesSizes();
    if (!sizes) return;
    const bool isDecoder = m_model.numbers().figure().scene.isTransposed;
    m_model.change([&](SolveSetup& s) {
        s.from = sizes->from;
        s.to = sizes->to;
        s.beginsWithDecoder = isDecoder;
    });
}

/// The nearest other size that the layer takes to the same one.
std::optional<int> SolveForm::otherParent() const
{
    const GeometrySolution* row = m_model.solution();
    if (!row) return std::nullopt;
    const SizePair parents = parentsOf(row->direct);
    const int own = row->direct.input, other = own > parents.from ? own - 1 : own + 1;
    return other <= std::min(parents.to, largestSide) ? std::optional(other) : std::nullopt;
}

void SolveForm::takeParent()
{
    const auto parent = otherParent();
    if (!parent) return;
    m_model.change([&](SolveSetup& s) { (s.beginsWithDecoder ? s.to : s.from) = *parent; });
}

void SolveForm::setStyle(const PaintStyle& style)
{
    m_legend->setStyle(style);
}

void SolveForm::refresh()
{
    const SolveSetup s = m_model.setup();
    m_from->setValue(s.from);
    m_to->setValue(s.to);
    m_begin->setCurrent(s.beginsWithDecoder ? 1 : 0);
    m_size->setValue(s.limits.size);
    m_stride->setValue(s.limits.stride);
    m_dilation->setValue(s.limits.dilation);
    m_oddBefore->setOn(s.limits.oddCellBefore);
    const auto sizes = m_model.scenesSizes();
    m_scene->setVisible(sizes.has_value());
    if (sizes) m_scene->setText(tr("As the lab: %1 → %2").arg(sizes->from).arg(sizes->to));
    refreshHint();
}

/// Why the way back needs to be told more than the sizes of one layer.
void SolveForm::refreshHint()
{
    const GeometrySolution* row = m_model.solution();
    const auto parent = otherParent();
    QStringList sentences;
    if (row && row->pytorchMirror.outputPadding)
        sentences << tr("The cell that no window reads comes back in the decoder as output padding %1.")
                         .arg(*row->pytorchMirror.outputPadding);
    if (parent)
        sentences << tr("%1 and %2 both become %3; the decoder has to be told which of them is meant.")
                         .arg(std::min(*parent, row->direct.input))
                         .arg(std::max(*parent, row->direct.input))
                         .arg(row->direct.output);
    m_hint->setVisible(!sentences.isEmpty());
    m_hintText->setText(sentences.join(u' '));
    m_parent->setVisible(parent.has_value());
    if (parent) m_parent->setText(tr("Show %1").arg(*parent));
}

} // namespace hg
