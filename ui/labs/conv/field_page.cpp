#include "ui/labs/conv/field_page.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMouseEvent>
#include <QPainter>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace hg {
namespace {

constexpr double canvasMargin = 4;
constexpr int fieldWidth = 34, largestDilation = 8;

} // namespace

FieldCanvas::FieldCanvas(FieldModel& model, QWidget* parent) : QWidget(parent), m_model(model)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    for (int layer = 0; layer < mostFieldLayers; ++layer) {
        auto*& button = m_buttons[static_cast<std::size_t>(layer)];
        button = new QPushButton(this);
        button->hide();
        connect(button, &QPushButton::clicked, &m_model, [this, layer] { m_model.openLayer(layer); });
    }
    connect(&m_model, &FieldModel::changed, this, &FieldCanvas::refresh);
    connect(m_model.timeline(), &Timeline::changed, this, &FieldCanvas::showPlayhead);
    connect(m_model.timeline(), &Timeline::stateChanged, this, &FieldCanvas::refreshDescription);
}

void FieldCanvas::setStyle(const PaintStyle& style)
{
    m_style = style;
    m_painter.reset();
    refresh();
}

void FieldCanvas::setPlain(bool isPlain)
{
    m_isPlain = isPlain;
    m_painter.reset();
    refresh();
}

void FieldCanvas::setBare(bool isBare)
{
    m_isBare = isBare;
    setFocusPolicy(isBare ? Qt::NoFocus : Qt::StrongFocus);
    setMouseTracking(!isBare);
    setPlain(isBare || m_isPlain);
}

void FieldCanvas::refresh()
{
    if (isVisible()) prepare();
    refreshDescription();
    update();
}

void FieldCanvas::prepare()
{
    if (m_painter && m_figure == m_model.figure()) return;
    m_figure = m_model.figure();
    const QSizeF room = QSizeF(size()) - QSizeF(2, 2) * m_style.px(canvasMargin);
    m_painter = std::make_unique<FieldPainter>(m_figure, room, m_style, !m_isPlain);
    placeButtons();
    refreshDescription();
}

void FieldCanvas::placeButtons()
{
    const auto& boxes = m_painter->layout().buttons;
    nameButtons();
    for (std::size_t i = 0; i < m_buttons.size(); ++i) {
        QPushButton& button = *m_buttons[i];
        button.setVisible(i < boxes.size());
        if (i >= boxes.size()) continue;
        QRectF box = boxes[i].translated(m_style.px(canvasMargin), m_style.px(canvasMargin));
        const double wide = std::min<double>(button.sizeHint().width(), box.width());
        box = QRectF(box.center().x() - wide / 2, box.top(), wide, box.height());
        button.setGeometry(box.toRect());
    }
}

/// In few words where there is little room.
void FieldCanvas::nameButtons()
{
    const auto& boxes = m_painter->layout().buttons;
    for (std::size_t i = 0; i < m_buttons.size(); ++i) {
        QPushButton& button = *m_buttons[i];
        const QString whole = tr("Open layer %1").arg(i + 1);
        button.setText(tr("Open this layer"));
        if (i < boxes.size() && button.sizeHint().width() > boxes[i].width()) button.setText(tr("Open it"));
        button.setAccessibleName(whole);
        button.setToolTip(tr("A copy of its weights and its input in the tab Sliding"));
    }
}

/// The playhead has been moved.
void FieldCanvas::showPlayhead()
{
    refreshDescription();
    update();
}

void FieldCanvas::refreshDescription()
{
    if (m_model.timeline()->isPlaying() || !m_painter) return; // not sixty times a second
    setAccessibleDescription(m_painter->describe(m_model.look()));
}

void FieldCanvas::paintEvent(QPaintEvent*)
{
    prepare();
    QPainter p(this);
    p.translate(m_style.px(canvasMargin), m_style.px(canvasMargin));
    m_painter->paint(p, m_model.look());
    if (!m_showsFocus) return;
    const FieldCell cell = m_model.cell();
    const QRectF box =
        m_painter->layout().levels[static_cast<std::size_t>(cell.level)].at(cell.row, cell.column);
    const double beyond = m_style.px(4);
    PaintMarks(m_style).outline(p, box.adjusted(-beyond, -beyond, beyond, beyond), m_style.theme.accentText,
                                1.5);
}

void FieldCanvas::resizeEvent(QResizeEvent*)
{
    m_painter.reset();
    refresh();
}

QPoint FieldCanvas::placeOf(FieldCell cell) const
{
    const GridLayout& grid = m_painter->layout().levels[static_cast<std::size_t>(cell.level)];
    return (grid.at(cell.row, cell.column).center() + QPointF(1, 1) * m_style.px(canvasMargin)).toPoint();
}

std::optional<FieldCell> FieldCanvas::cellAt(const QPointF& place) const
{
    if (!m_painter || m_isBare) return std::nullopt;
    return m_painter->cellAt(place - QPointF(1, 1) * m_style.px(canvasMargin), m_model.cell());
}

/// Left and right are the transport's until a cell is chosen.
void FieldCanvas::setTakingArrows(bool areTaken)
{
    setProperty("takesArrows", areTaken);
}

void FieldCanvas::mousePressEvent(QMouseEvent* event)
{
    const auto cell = cellAt(event->position());
    if (event->button() != Qt::LeftButton || m_isBare) return event->ignore();
    setTakingArrows(cell.has_value());
    if (cell) m_model.choose(*cell);
}

void FieldCanvas::mouseMoveEvent(QMouseEvent* event)
{
    const auto cell = cellAt(event->position());
    setCursor(cell ? Qt::PointingHandCursor : Qt::ArrowCursor);
    setToolTip(cell && !(event->buttons() & Qt::LeftButton) ? tr("Click: what this cell sees") : QString());
    if (cell && (event->buttons() & Qt::LeftButton)) m_model.choose(*cell);
}

void FieldCanvas::keyPressEvent(QKeyEvent* event)
{
    if (m_isBare) return event->ignore();
    const bool isShifted = event->modifiers() & Qt::ShiftModifier;
    const int level = m_model.cell().level;
    switch (event->key()) {
    case Qt::Key_Left:
        return m_model.moveBy(0, -1);
    case Qt::Key_Right:
        return m_model.moveBy(0, 1);
    case Qt::Key_Up:
        return isShifted ? m_model.toLayer(level + 1) : m_model.moveBy(-1, 0);
    case Qt::Key_Down:
        return isShifted ? m_model.toLayer(level - 1) : m_model.moveBy(1, 0);
    case Qt::Key_Escape:
        if (!property("takesArrows").toBool()) break;
        return setTakingArrows(false);
    default:
        break;
    }
    event->ignore();
}

void FieldCanvas::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    m_showsFocus = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
    update();
}

void FieldCanvas::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    m_showsFocus = false;
    update();
}

void FieldCanvas::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_painter.reset();
        refresh();
    }
    QWidget::changeEvent(event);
}

FieldPage::FieldPage(FieldModel& model, QWidget* parent)
    : TabPage(parent)
    , m_model(model)
    , m_row(new QWidget(this))
    , m_hint(new QLabel(this))
    , m_weighedName(new QLabel(this))
    , m_weighed(new Switch(this))
    , m_notice(new Notice(this))
    , m_canvas(new FieldCanvas(model, this))
{
    build();
    connect(m_weighed, &Switch::toggled, &m_model, &FieldModel::setWeighed);
    connect(&m_model, &FieldModel::changed, this, &FieldPage::refresh);
    setFocusProxy(m_canvas);
}

void FieldPage::build()
{
    m_hint->setProperty("look", QStringLiteral("muted"));
    m_hint->setSizePolicy(QSizePolicy::Ignored,
                          QSizePolicy::Preferred); // the first to go where room is short
    m_weighedName->setBuddy(m_weighed);
    auto* row = new QHBoxLayout(m_row);
    row->setContentsMargins(4, 2, 4, 2);
    row->addWidget(m_hint, 1);
    row->addWidget(m_weighedName);
    row->addWidget(m_weighed);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_row);
    column->addWidget(m_notice);
    column->addWidget(m_canvas, 1);
    translated([this] {
        m_weighedName->setText(tr("Weigh by gradient"));
        m_weighed->setAccessibleName(tr("Weigh by gradient"));
        m_weighed->setToolTip(
            tr("The input is shaded by how much each of its cells changes the chosen cell"));
        m_canvas->setAccessibleName(tr("Receptive field: levels, one line of them, arithmetic"));
        showHint();
        refresh();
    });
}

void FieldPage::refresh()
{
    m_weighed->setOn(m_model.setup().isWeighed);
    m_notice->showRemark(m_isBare ? Remark() : m_model.remark());
}

void FieldPage::resizeEvent(QResizeEvent* event)
{
    Panel::resizeEvent(event);
    showHint();
}

/// Whole or not at all.
void FieldPage::showHint()
{
    const QString hint = tr("Arrow keys move the cell, Shift with ↑ ↓ changes its layer.");
    constexpr int between = 40;
    const int room = width() - m_weighedName->sizeHint().width() - m_weighed->sizeHint().width() - between;
    m_hint->setText(m_hint->fontMetrics().horizontalAdvance(hint) <= room ? hint : QString());
}

void FieldPage::setStyle(const PaintStyle& style)
{
    m_canvas->setStyle(style);
}

void FieldPage::setPresented(bool isPresented)
{
    m_isPresented = isPresented;
    m_row->setVisible(!isPresented && !m_isBare);
    m_canvas->setPlain(isPresented || m_isBare);
}

void FieldPage::setBare(bool isBare)
{
    m_isBare = isBare;
    m_row->setVisible(!isBare && !m_isPresented);
    m_canvas->setBare(isBare);
    setFocusProxy(isBare ? nullptr : m_canvas);
    refresh();
}

FieldReturn::FieldReturn(FieldModel& model, QWidget* parent)
    : Panel(parent), m_model(model), m_text(new QLabel(this)), m_back(new QPushButton(this))
{
    m_text->setProperty("look", QStringLiteral("muted"));
    m_back->setProperty("look", QStringLiteral("link"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(8, 0, 0, 0);
    row->addWidget(m_text);
    row->addStretch();
    row->addWidget(m_back);
    connect(m_back, &QPushButton::clicked, this, [this] { m_model.numbers().setTab(ConvTab::Field); });
    connect(&m_model, &FieldModel::openedChanged, this, &FieldReturn::refresh);
    translated([this] {
        m_back->setText(tr("◂ Back to the cell"));
        refresh();
    });
}

void FieldReturn::setQuiet(bool isQuiet)
{
    m_isQuiet = isQuiet;
    refresh();
}

void FieldReturn::refresh()
{
    const auto layer = m_model.openedLayer();
    if (layer) m_text->setText(tr("A copy of layer %1 of the receptive field").arg(*layer));
    setVisible(layer && !m_isQuiet);
}

FieldForm::FieldForm(FieldModel& model, QWidget* parent)
    : TabForm(model, parent)
    , m_model(model)
    , m_layers(addGroup())
    , m_cellName(nullptr)
    , m_cell(new QLabel(this))
    , m_seen(new QLabel(this))
    , m_lesson(new QLabel(this))
    , m_origin(new QLabel(this))
    , m_add(new QPushButton(this))
    , m_remove(new QPushButton(this))
    , m_try(new QPushButton(this))
    , m_encoder(new QPushButton(this))
    , m_decoder(new QPushButton(this))
    , m_labsInput(new QPushButton(this))
    , m_more(new QPushButton(this))
    , m_moreForm(new Form(this))
    , m_which(newList(this))
    , m_kind(newList(this))
    , m_padding(newList(this))
    , m_dilation(new Stepper(this))
    , m_channel(new Stepper(this))
{
    buildLayers();
    buildCell();
    buildMore();
    connectControls();
    setMoreShown(false);
}

void FieldForm::buildLayers()
{
    for (Row& row : m_rows) {
        row.fields = new QWidget(this);
        auto* line = new QHBoxLayout(row.fields);
        line->setContentsMargins(0, 0, 0, 0);
        line->setSpacing(8);
        row.size = new Stepper(row.fields);
        row.stride = new Stepper(row.fields);
        row.size->setRange(1, largestKernel);
        row.stride->setRange(1, largestStride);
        for (Stepper* field : {row.size, row.stride}) {
            field->stackArrows();
            field->edit()->setFixedWidth(fieldWidth);
            line->addWidget(field);
        }
        row.name = addRow(row.fields);
    }
    auto* buttons = new QWidget(this);
    auto* line = new QHBoxLayout(buttons);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(m_add);
    line->addStretch();
    line->addWidget(m_remove);
    addWide(buttons);
}

void FieldForm::buildCell()
{
    auto* cell = addGroup();
    m_cellName = addRow(m_cell);
    for (QLabel* label : {m_seen, m_lesson, m_origin}) {
        label->setWordWrap(true);
        addWide(label);
    }
    m_origin->setProperty("look", QStringLiteral("muted"));
    for (QPushButton* button : {m_try, m_labsInput})
        button->setProperty("look", QStringLiteral("link"));
    column()->insertWidget(column()->indexOf(m_origin), m_try);
    addWide(m_labsInput);
    translated([this, cell] {
        cell->setText(tr("Cell"));
        m_try->setText(tr("Try it"));
        m_try->setToolTip(tr("Takes these layers in place of yours"));
        m_labsInput->setText(tr("Take the lab’s input"));
        m_labsInput->setToolTip(tr("The stack has kept its own input until now"));
    });
}

void FieldForm::buildMore()
{
    m_more->setProperty("look", QStringLiteral("link"));
    addWide(m_more);
    m_moreForm->column()->setContentsMargins(0, 0, 0, 0);
    addWide(m_moreForm);
    m_dilation->setRange(1, largestDilation);
    auto* which = m_moreForm->addRow(m_which);
    auto* kind = m_moreForm->addRow(m_kind);
    auto* padding = m_moreForm->addRow(m_padding);
    auto* dilation = m_moreForm->addRow(m_dilation);
    m_channelName = m_moreForm->addRow(m_channel);
    auto* network = m_moreForm->addGroup();
    auto* halves = new QWidget(m_moreForm);
    auto* line = new QHBoxLayout(halves);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(m_encoder);
    line->addWidget(m_decoder);
    line->addStretch();
    m_moreForm->addWide(halves);
    for (int i = 0; i < 3; ++i)
        m_kind->addItem(QString());
    for (int i = 0; i < 5; ++i)
        m_padding->addItem(QString());
    translated([=, this] {
        which->setText(tr("Settings of"));
        m_which->setAccessibleName(tr("The layer whose settings follow"));
        kind->setText(tr("Kind"));
        m_kind->setAccessibleName(kind->text());
        const QStringList kinds{tr("Filter"), tr("Transposed"), tr("Maximum")};
        for (int i = 0; i < m_kind->count(); ++i)
            m_kind->setItemText(i, kinds.at(i));
        padding->setText(tr("Padding"));
        m_padding->setAccessibleName(padding->text());
        const QStringList paddings{tr("Valid"), tr("Same"), tr("Full"), tr("Causal"), tr("In numbers")};
        for (int i = 0; i < m_padding->count(); ++i)
            m_padding->setItemText(i, paddings.at(i));
        dilation->setText(tr("Dilation"));
        m_dilation->setName(dilation->text());
        m_channelName->setText(tr("Channel shown"));
        m_channel->setName(m_channelName->text());
        network->setText(tr("From the network in training"));
        m_encoder->setText(tr("Encoder"));
        m_encoder->setToolTip(tr("Its convolutions from the input on, with their weights"));
        m_decoder->setText(tr("Decoder"));
        m_decoder->setToolTip(tr("Its convolutions up to the output, with their weights"));
        nameFields();
        setMoreShown(m_moreForm->isVisibleTo(this));
        refresh();
    });
}

void FieldForm::nameFields()
{
    m_layers->setText(tr("Layers: size / stride"));
    const QSignalBlocker quiet(m_which);
    const int chosen = std::max(0, m_which->currentIndex());
    m_which->clear();
    for (int i = 0; i < mostFieldLayers; ++i) {
        const Row& row = m_rows[static_cast<std::size_t>(i)];
        row.name->setText(tr("Layer %1").arg(i + 1));
        row.size->setName(tr("Layer %1, size").arg(i + 1));
        row.stride->setName(tr("Layer %1, stride").arg(i + 1));
        if (i < static_cast<int>(m_model.setup().layers.size())) m_which->addItem(row.name->text());
    }
    m_which->setCurrentIndex(std::min(chosen, m_which->count() - 1));
    m_remove->setText(tr("Remove"));
    m_remove->setToolTip(tr("The last layer goes"));
}

void FieldForm::connectControls()
{
    connect(&m_model, &FieldModel::changed, this, &FieldForm::refresh);
    for (int i = 0; i < mostFieldLayers; ++i) {
        const Row& row = m_rows[static_cast<std::size_t>(i)];
        connect(row.size, &Stepper::changed, this, [this, i](double v) {
            changeLayer(i, [v](FieldLayer& l) { l.size = {static_cast<int>(v), static_cast<int>(v)}; });
        });
        connect(row.stride, &Stepper::changed, this, [this, i](double v) {
            changeLayer(i, [v](FieldLayer& l) { l.stride = {static_cast<int>(v), static_cast<int>(v)}; });
        });
        m_model.numbers().heed(row.size);
        m_model.numbers().heed(row.stride);
    }
    connect(m_add, &QPushButton::clicked, &m_model, &FieldModel::addLayer);
    connect(m_remove, &QPushButton::clicked, &m_model, &FieldModel::removeLayer);
    connect(m_try, &QPushButton::clicked, this, [this] {
        if (const auto even = m_model.evenStack())
            m_model.change([&](FieldSetup& s) { s = withEvenStack(s, *even); });
    });
    connect(m_labsInput, &QPushButton::clicked, &m_model, &FieldModel::takeLabsInput);
    connect(m_encoder, &QPushButton::clicked, this, [this] { m_model.take(FieldSource::Encoder); });
    connect(m_decoder, &QPushButton::clicked, this, [this] { m_model.take(FieldSource::Decoder); });
    connect(m_more, &QPushButton::clicked, this, [this] { setMoreShown(!m_moreForm->isVisibleTo(this)); });
    connect(m_which, &QComboBox::currentIndexChanged, this, &FieldForm::refreshMore);
    connect(m_kind, &QComboBox::activated, this, [this](int i) {
        changeLayer(m_which->currentIndex(), [i](FieldLayer& l) { l.kind = static_cast<FieldKind>(i); });
    });
    connect(m_padding, &QComboBox::activated, this, [this](int i) {
        const Padding padding{static_cast<Padding::Kind>(i)};
        changeLayer(m_which->currentIndex(), [&](FieldLayer& l) { l.paddingH = l.paddingW = padding; });
    });
    connect(m_dilation, &Stepper::changed, this, [this](double v) {
        const int d = static_cast<int>(v);
        changeLayer(m_which->currentIndex(), [d](FieldLayer& l) { l.dilation = {d, d}; });
    });
    connect(m_channel, &Stepper::changed, &m_model,
            [this](double v) { m_model.setChannel(static_cast<int>(v) - 1); });
    m_model.numbers().heed(m_dilation);
    m_model.numbers().heed(m_channel);
}

void FieldForm::changeLayer(int layer, const std::function<void(FieldLayer&)>& how)
{
    m_model.change([&](FieldSetup& s) {
        if (layer >= 0 && layer < static_cast<int>(s.layers.size()))
            how(s.layers[static_cast<std::size_t>(layer)].reach);
    });
}

void FieldForm::setStyle(const PaintStyle& style)
{
    m_style = style;
    m_seen->setStyleSheet(style.boldLabel(style.theme.role(Role::Filter).text, 16));
    refresh();
}

void FieldForm::setMoreShown(bool isShown)
{
    m_moreForm->setVisible(isShown);
    m_more->setText(isShown ? tr("▾ More") : tr("▸ More"));
    m_more->setToolTip(tr("Padding, dilation, channel shown, the network in training"));
}

void FieldForm::refresh()
{
    const FieldSetup setup = m_model.setup();
    const int count = static_cast<int>(setup.layers.size());
    for (int i = 0; i < mostFieldLayers; ++i) {
        const Row& row = m_rows[static_cast<std::size_t>(i)];
        row.name->setVisible(i < count);
        row.fields->setVisible(i < count);
        if (i >= count) continue;
        const FieldLayer& layer = setup.layers[static_cast<std::size_t>(i)].reach;
        row.size->setValue(layer.size.w);
        row.stride->setValue(layer.stride.w);
    }
    m_add->setEnabled(count < mostFieldLayers);
    m_add->setText(count < mostFieldLayers ? tr("Add a layer") : tr("Four layers at most"));
    m_remove->setEnabled(count > 1);
    const FieldCell cell = m_model.cell();
    m_cellName->setText(tr("Layer %1, row, column").arg(cell.level));
    m_cell->setText(QStringLiteral("%1, %2").arg(cell.row + 1).arg(cell.column + 1));
    const auto figure = m_model.figure();
    const FieldSets seen = fieldOf(figure->figure, cell).front();
    const Axes input = figure->figure.sizeOf(0);
    m_seen->setText(
        tr("%1 of %2 × %3").arg(FieldPainter::extentOf(seen, m_style.texts)).arg(input.h).arg(input.w));
    m_lesson->setText(m_model.lesson());
    m_lesson->setVisible(!m_lesson->text().isEmpty());
    m_try->setVisible(m_model.evenStack().has_value());
    m_origin->setText(m_model.origin());
    m_labsInput->setVisible(setup.input.has_value());
    if (m_which->count() != count) nameFields();
    refreshMore();
}

void FieldForm::refreshMore()
{
    const FieldSetup setup = m_model.setup();
    const int at = m_which->currentIndex();
    const int channels = m_model.channels();
    m_channel->setVisible(channels > 1);
    m_channelName->setVisible(channels > 1);
    m_channel->setRange(1, std::max(1, channels));
    m_channel->setValue(std::min(setup.channel, channels - 1) + 1);
    if (at < 0 || at >= static_cast<int>(setup.layers.size())) return;
    const FieldLayer& layer = setup.layers[static_cast<std::size_t>(at)].reach;
    m_kind->setCurrentIndex(static_cast<int>(layer.kind));
    m_padding->setCurrentIndex(static_cast<int>(layer.paddingW.kind));
    m_dilation->setValue(layer.dilation.w);
}

} // namespace hg
