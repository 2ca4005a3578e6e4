#include "ui/labs/autoencoder/layer_editor_row.h"

#include "ui/labs/autoencoder/layer_editor_words.h"
#include "ui/theme/texts.h"
#include "ui/widgets/flow_row.h"

#include <QApplication>
#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace hg {
namespace {

constexpr int digitWidth = 9; // of a number field's text, at the window's size

/// Both axes of a parameter on a line, or on a plane where they are equal, are one field.
bool isSplit(Axes axes, bool isLine)
{
    return isLine ? axes.h != 1 : axes.h != axes.w;
}

bool isSplit(const LayerSpec& spec, PaddingFields field, bool isLine)
{
    return !isLine && spec.*field.h != spec.*field.w;
}

bool hasMaps(const LayerRowContent& content)
{
    return content.spec.units.cells() > 1 || (content.givesMaps && !content.isCode);
}

bool isLine(const LayerRowContent& content)
{
    return content.in.height == 1 && content.in.width > 1;
}

QComboBox* tightList(QWidget* parent)
{
    QComboBox* list = newList(parent);
    list->setMinimumContentsLength(1);
    list->setProperty("look", QStringLiteral("tight"));
    list->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    return list;
}

/// Below the type, not below the handle.
void indent(QWidget& box, FlowRow& flow, int below)
{
    auto* room = new QHBoxLayout(&box);
    room->setContentsMargins(19, 0, 0, below);
    room->addLayout(&flow);
}

/// As wide as what is chosen, at least: the row has no room for the longest entry.
void fitToChosen(QComboBox& list)
{
    constexpr int around = 24;
    list.ensurePolished();
    list.setMinimumWidth(list.fontMetrics().horizontalAdvance(list.currentText()) + around);
}

void setItems(QComboBox& list, const QStringList& items)
{
    const QSignalBlocker isSilent(&list);
    const int current = list.currentIndex();
    list.clear();
    list.addItems(items);
    list.setCurrentIndex(current);
}

} // namespace

LayerField::LayerField(const LayerParameter& parameter, const LayerRowContent& content, char axis,
                       QWidget* parent)
    : QWidget(parent)
    , m_parameter(parameter)
    , m_spec(content.spec)
    , m_name(new QLabel(this))
    , m_controls(new QHBoxLayout)
    , m_axis(axis)
    , m_isLine(isLine(content))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(1);
    m_name->setProperty("look", QStringLiteral("muted"));
    column->addWidget(m_name);
    m_controls->setContentsMargins(0, 0, 0, 0);
    m_controls->setSpacing(4);
    column->addLayout(m_controls);
    if (const auto* units = std::get_if<Shape LayerSpec::*>(&parameter.field)) addUnits(*units, content);
    if (const auto* axes = std::get_if<Axes LayerSpec::*>(&parameter.field)) addAxes(*axes, content);
    if (const auto* padding = std::get_if<PaddingFields>(&parameter.field)) addPadding(*padding, content);
    if (const auto* number = std::get_if<int LayerSpec::*>(&parameter.field))
        addNumber(
            parameter.range.least, parameter.range.most, [f = *number](const LayerSpec& s) { return s.*f; },
            [f = *number](LayerSpec& s, int value) { s.*f = value; });
    m_controls->addStretch();
}

void LayerField::addNumber(int least, int most, Getter get, Setter set)
{
    auto* stepper = new Stepper(this);
    stepper->setRange(least, most);
    stepper->stackArrows();
    stepper->edit()->setProperty("look", QStringLiteral("tight"));
    stepper->edit()->setFixedWidth(12 + 4 * digitWidth);
    m_controls->addWidget(stepper);
    m_steppers.push_back(stepper);
    m_getters.push_back(std::move(get));
    connect(stepper, &Stepper::changed, this, [this, set = std::move(set)](double value) {
        LayerSpec spec = m_spec;
        set(spec, static_cast<int>(value));
        Q_EMIT edited(spec);
    });
}

void LayerField::addUnits(Shape LayerSpec::*field, const LayerRowContent& content)
{
    const bool isRow = !hasMaps(content);
    addNumber(
        1, content.mostUnits, [field](const LayerSpec& s) { return (s.*field).channels; },
        [field](LayerSpec& s, int value) { (s.*field).channels = value; });
    if (isRow) return;
    addNumber(
        1, content.mostUnits, [field](const LayerSpec& s) { return (s.*field).height; },
        [field](LayerSpec& s, int value) { (s.*field).height = value; });
    addNumber(
        1, content.mostUnits, [field](const LayerSpec& s) { return (s.*field).width; },
        [field](LayerSpec& s, int value) { (s.*field).width = value; });
}

void LayerField::addAxes(Axes LayerSpec::*field, const LayerRowContent& content)
{
    const bool isTwo = isSplit(content.spec.*field, m_isLine);
    const auto [least, most] = m_parameter.range;
    if (isTwo)
        addNumber(
            least, most, [field](const LayerSpec& s) { return (s.*field).h; },
            [field](LayerSpec& s, int value) { (s.*field).h = value; });
    addNumber(
        least, most, [field](const LayerSpec& s) { return (s.*field).w; },
        [field, isTwo, line = m_isLine](LayerSpec& s, int value) {
            (s.*field).w = value;
            if (!isTwo) (s.*field).h = line ? 1 : value;
        });
}

/// The words, and for cells in numbers the numbers before and after.
void LayerField::addPadding(PaddingFields field, const LayerRowContent& content)
{
    m_padding = m_axis == 'h'   ? PaddingFields{field.h, field.h}
                : m_axis == 'w' ? PaddingFields{field.w, field.w}
                                : field;
    m_list = tightList(this);
    m_list->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    retranslate();
    m_controls->addWidget(m_list);
    connect(m_list, &QComboBox::activated, this, [this](int row) {
        LayerSpec spec = m_spec;
        const Padding padding{static_cast<Padding::Kind>(row)};
        spec.*m_padding.h = m_isLine ? Padding() : padding;
        spec.*m_padding.w = padding;
        Q_EMIT edited(spec);
    });
    if ((content.spec.*m_padding.w).kind == Padding::Kind::Explicit)
        addSides(m_padding.w, m_isLine ? nullptr : m_padding.h);
}

void LayerField::addSides(Padding LayerSpec::*field, Padding LayerSpec::*other)
{
    const auto [least, most] = m_parameter.range;
    const auto add = [&](int Padding::*side) {
        addNumber(
            least, most, [field, side](const LayerSpec& s) { return s.*field.*side; },
            [field, other, side](LayerSpec& s, int value) {
                s.*field.*side = value;
                if (other) s.*other.*side = value;
            });
    };
    add(&Padding::before);
    add(&Padding::after);
}

void LayerField::show(const LayerSpec& spec)
{
    m_spec = spec;
    for (std::size_t i = 0; i < m_steppers.size(); ++i)
        m_steppers[i]->setValue(m_getters[i](spec));
    if (m_list) m_list->setCurrentIndex(static_cast<int>((spec.*m_padding.w).kind));
}

/// Which axis it is where it shows one.
QString LayerField::name() const
{
    const QString whole = parameterName(m_parameter);
    if (m_axis == 0) return whole;
    return QStringLiteral("%1 %2").arg(whole, m_axis == 'h' ? QStringLiteral("↕") : QStringLiteral("↔"));
}

void LayerField::setTexts(const QString& owner)
{
    const bool areMaps =
        m_steppers.size() > 1 && std::holds_alternative<Shape LayerSpec::*>(m_parameter.field);
    const QString whole = name();
    m_name->setText(areMaps ? tr("maps × height × width") : whole);
    for (std::size_t i = 0; i < m_steppers.size(); ++i)
        m_steppers[i]->setName(m_steppers.size() == 1
                                   ? QStringLiteral("%1: %2").arg(owner, whole)
                                   : QStringLiteral("%1: %2 %3").arg(owner, whole).arg(i + 1));
    if (m_list) m_list->setAccessibleName(QStringLiteral("%1: %2").arg(owner, whole));
}

void LayerField::retranslate()
{
    if (m_list) setItems(*m_list, paddingNames());
}

void LayerField::hideName()
{
    m_name->hide();
}

DragHandle::DragHandle(QWidget* parent) : QPushButton(parent)
{
    setCursor(Qt::OpenHandCursor);
    setFixedSize(16, 26);
    setAutoDefault(false);
}

void DragHandle::paintEvent(QPaintEvent*)
{
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    const QColor ink =
        palette().color(hasFocus() || m_isDragging ? QPalette::Link : QPalette::PlaceholderText);
    p.setPen(Qt::NoPen);
    p.setBrush(ink);
    const QPointF middle = QRectF(rect()).center();
    for (const double x : {-2.5, 2.5})
        for (const double y : {-5.0, 0.0, 5.0})
            p.drawEllipse(middle + QPointF(x, y), 1.3, 1.3);
    if (!hasFocus()) return;
    p.setBrush(Qt::NoBrush);
    p.setPen(QPen(ink, 2));
    p.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 4, 4);
}

void DragHandle::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton) return event->ignore();
    m_press = event->globalPosition().toPoint();
    m_isPressed = true;
    setFocus(Qt::MouseFocusReason);
}

void DragHandle::mouseMoveEvent(QMouseEvent* event)
{
    if (!m_isPressed) return;
    const QPoint place = event->globalPosition().toPoint();
    m_isDragging = m_isDragging || (place - m_press).manhattanLength() >= QApplication::startDragDistance();
    if (m_isDragging) Q_EMIT dragged(place);
}

void DragHandle::mouseReleaseEvent(QMouseEvent* event)
{
    m_isPressed = false;
    if (!std::exchange(m_isDragging, false)) return;
    Q_EMIT dropped(event->globalPosition().toPoint());
}

void DragHandle::keyPressEvent(QKeyEvent* event)
{
    if (event->key() != Qt::Key_Escape || !std::exchange(m_isDragging, false))
        return QPushButton::keyPressEvent(event);
    m_isPressed = false; // until the button is pressed again
    Q_EMIT gaveUp();
}

LayerRow::LayerRow(QWidget* parent)
    : QFrame(parent)
    , m_handle(new DragHandle(this))
    , m_type(tightList(this))
    , m_activation(tightList(this))
    , m_remove(new QPushButton(QStringLiteral("×"), this))
    , m_first(new QWidget(this))
    , m_rest(new QWidget(this))
    , m_flow(new FlowRow(6))
    , m_ways(new FlowRow(6))
    , m_gives(new QLabel(this))
    , m_weights(new QLabel(this))
    , m_fault(new QLabel(this))
    , m_offers(new QWidget(this))
{
    setProperty("look", QStringLiteral("layer"));
    build();
    connectControls();
}

void LayerRow::build()
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(4, 5, 4, 4);
    column->setSpacing(4);
    auto* top = new QHBoxLayout;
    top->setSpacing(3);
    auto* first = new QHBoxLayout(m_first);
    first->setContentsMargins(0, 0, 0, 0);
    m_remove->setProperty("look", QStringLiteral("bare"));
    m_remove->setFixedSize(20, 26);
    m_remove->setAutoDefault(false);
    top->addWidget(m_handle);
    top->addWidget(m_type, 1);
    top->addWidget(m_first);
    top->addWidget(m_activation, 1);
    top->addWidget(m_remove);
    column->addLayout(top);
    column->addWidget(m_rest);
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(19, 0, 4, 0);
    m_gives->setProperty("look", QStringLiteral("muted"));
    m_weights->setProperty("look", QStringLiteral("muted"));
    foot->addWidget(m_gives);
    foot->addStretch();
    foot->addWidget(m_weights);
    column->addLayout(foot);
    m_fault->setProperty("look", QStringLiteral("danger"));
    m_fault->setWordWrap(true);
    m_fault->setContentsMargins(19, 0, 4, 0);
    column->addWidget(m_fault);
    column->addWidget(m_offers);
    indent(*m_rest, *m_flow, 0);
    indent(*m_offers, *m_ways, 2);
    for (auto* part : {static_cast<QWidget*>(m_fault), m_offers})
        part->hide();
}

void LayerRow::connectControls()
{
    connect(m_type, &QComboBox::activated, this,
            [this](int row) { Q_EMIT typeChosen(static_cast<LayerType>(row)); });
    connect(m_activation, &QComboBox::activated, this, [this](int row) {
        LayerSpec spec = m_content.spec;
        spec.activation = static_cast<Activation>(row);
        Q_EMIT edited(spec, "activation");
    });
    connect(m_remove, &QPushButton::clicked, this, &LayerRow::removeAsked);
    for (QObject* part : {static_cast<QObject*>(m_handle), static_cast<QObject*>(m_type),
                          static_cast<QObject*>(m_activation), static_cast<QObject*>(m_remove)})
        part->installEventFilter(this);
}

/// Which fields stand there: while it stays the same they only change their values, and keep the focus.
QString LayerRow::signature() const
{
    QString text = QStringLiteral("%1 %2 %3 %4 %5")
                       .arg(static_cast<int>(m_content.spec.type))
                       .arg(isLine(m_content))
                       .arg(m_content.isOutput)
                       .arg(hasMaps(m_content))
                       .arg(m_content.mostUnits);
    for (const LayerParameter& parameter : layerKind(m_content.spec.type).parameters) {
        if (const auto* axes = std::get_if<Axes LayerSpec::*>(&parameter.field))
            text += isSplit(m_content.spec.**axes, isLine(m_content)) ? u'2' : u'1';
        if (const auto* field = std::get_if<PaddingFields>(&parameter.field)) {
            const bool isTwo = isSplit(m_content.spec, *field, isLine(m_content));
            text += isTwo ? u's' : u'e';
            text += QString::number((m_content.spec.*field->w).kind == Padding::Kind::Explicit);
            text += QString::number((m_content.spec.*field->h).kind == Padding::Kind::Explicit);
        }
    }
    return text;
}

LayerField* LayerRow::addField(const LayerParameter& parameter, char axis)
{
    auto* field = new LayerField(parameter, m_content, axis, this);
    m_fields.push_back(field);
    connect(field, &LayerField::edited, this,
            [this, name = parameter.name](const LayerSpec& spec) { Q_EMIT edited(spec, name); });
    for (Stepper* stepper : field->steppers()) {
        connect(stepper, &Stepper::problemFound, this, &LayerRow::complained);
        connect(stepper, &Stepper::problemSolved, this, &LayerRow::calmed);
    }
    for (auto* child : field->findChildren<QWidget*>())
        child->installEventFilter(this);
    return field;
}

/// A row of units stands in the first line; what is more, below.
void LayerRow::placeField(LayerField* field)
{
    const bool isFirst = std::string_view(field->parameter()) == "units" && field->steppers().size() == 1;
    if (isFirst) field->hideName();
    if (isFirst)
        m_first->layout()->addWidget(field);
    else
        m_flow->addWidget(field);
    field->setVisible(true);
}

void LayerRow::rebuildFields()
{
    for (LayerField* field : m_fields) {
        field->hide();
        m_first->layout()->removeWidget(field);
        m_flow->removeWidget(field);
        field->deleteLater(); // an edit of its own may have led here
    }
    m_fields.clear();
    for (const LayerParameter& parameter : layerKind(m_content.spec.type).parameters) {
        const bool isUnits = std::holds_alternative<hg::Shape LayerSpec::*>(parameter.field);
        const bool isNeither = std::holds_alternative<Activation LayerSpec::*>(parameter.field) ||
                               std::holds_alternative<bool LayerSpec::*>(parameter.field);
        if (isNeither || (isUnits && m_content.isOutput)) continue; // the output has the samples' shape
        const auto* padding = std::get_if<PaddingFields>(&parameter.field);
        if (padding && isSplit(m_content.spec, *padding, isLine(m_content))) {
            placeField(addField(parameter, 'h'));
            placeField(addField(parameter, 'w'));
        } else {
            placeField(addField(parameter));
        }
    }
    const bool isInFirst = !m_fields.empty() && m_fields.front()->parentWidget() == m_first;
    m_first->setVisible(isInFirst);
    m_rest->setVisible(!m_fields.empty() && !isInFirst);
}

void LayerRow::setContent(const LayerRowContent& content, const Texts& texts)
{
    m_content = content;
    const QString wanted = signature();
    if (m_signature != wanted) rebuildFields();
    m_signature = wanted;
    if (m_type->count() == 0) retranslate(texts);
    for (LayerField* field : m_fields)
        field->show(content.spec);
    refreshTexts(texts);
    m_type->setCurrentIndex(static_cast<int>(content.spec.type));
    m_type->setEnabled(!content.isCode);
    m_activation->setCurrentIndex(static_cast<int>(content.spec.activation));
    for (QComboBox* list : {m_type, m_activation})
        fitToChosen(*list);
    m_handle->setEnabled(!content.isPinned());
    m_remove->setEnabled(!content.isPinned());
    for (QWidget* part : {static_cast<QWidget*>(m_handle), static_cast<QWidget*>(m_remove)}) {
        QSizePolicy policy = part->sizePolicy();
        policy.setRetainSizeWhenHidden(true);
        part->setSizePolicy(policy);
        part->setVisible(!content.isPinned());
    }
    refreshFault();
}

void LayerRow::retranslate(const Texts& texts)
{
    setItems(*m_type, layerTypeNames());
    setItems(*m_activation, shortActivationNames());
    for (LayerField* field : m_fields)
        field->retranslate();
    refreshTexts(texts);
}

void LayerRow::refreshTexts(const Texts& texts)
{
    const QString name = rowName(m_content.part, m_content.row);
    setAccessibleName(name);
    m_type->setAccessibleName(tr("%1: type").arg(name));
    m_activation->setAccessibleName(tr("%1: activation").arg(name));
    m_activation->setToolTip(tr("Activation"));
    m_remove->setAccessibleName(tr("%1: remove").arg(name));
    m_remove->setToolTip(tr("Remove this layer (Delete)"));
    m_handle->setAccessibleName(tr("%1: move").arg(name));
    m_handle->setToolTip(tr("Drag, or Alt with ↑ ↓, to move this layer; Delete removes it"));
    m_type->setToolTip(m_content.isCode ? tr("The code is a row of numbers: a dense layer") : QString());
    for (LayerField* field : m_fields)
        field->setTexts(name);
    const auto& layer = m_content.layer;
    const QString shape = layer ? shapeText(layer->out, texts) : QStringLiteral("–");
    m_gives->setText((m_content.isCode ? tr("gives %1, the code") : tr("gives %1")).arg(shape));
    const auto count = layer ? static_cast<int>(layer->parameterCount()) : 0;
    m_weights->setText(
        !layer      ? QString()
        : count > 0 ? tr("%n weights", nullptr, count).replace(QString::number(count), texts.grouped(count))
                    : tr("no weights"));
}

void LayerRow::refreshFault()
{
    const bool isFaulty = !m_content.fault.isEmpty();
    m_fault->setText(m_content.fault);
    m_fault->setVisible(isFaulty);
    setAccessibleDescription(m_content.fault);
    for (auto* old : m_offers->findChildren<QPushButton*>()) {
        old->hide();
        m_ways->removeWidget(old);
        old->deleteLater();
    }
    for (const Offer& offer : m_content.offers) {
        auto* button = new QPushButton(offer.text, m_offers);
        button->setProperty("look", QStringLiteral("small"));
        button->setAutoDefault(false);
        button->setToolTip(tr("The nearest value that works"));
        connect(button, &QPushButton::clicked, this, offer.take, Qt::QueuedConnection);
        m_ways->addWidget(button);
        button->show();
    }
    m_offers->setVisible(!m_content.offers.isEmpty());
    if (property("invalid").toBool() == isFaulty) return;
    setProperty("invalid", isFaulty);
    style()->unpolish(this);
    style()->polish(this);
}

bool LayerRow::eventFilter(QObject* object, QEvent* event)
{
    if (event->type() != QEvent::KeyPress) return QFrame::eventFilter(object, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    return takeKey(key->key(), key->modifiers(), object == m_handle);
}

/// Alt with the arrows moves from every control of the row; Delete is the handle's alone, fields have texts.
bool LayerRow::takeKey(int key, Qt::KeyboardModifiers modifiers, bool isHandle)
{
    if (m_content.isPinned()) return false;
    const bool isArrow = key == Qt::Key_Up || key == Qt::Key_Down;
    if (isArrow && modifiers.testFlag(Qt::AltModifier)) {
        Q_EMIT moveAsked(key == Qt::Key_Up ? -1 : 1);
        return true;
    }
    if (!isHandle || key != Qt::Key_Delete) return false;
    Q_EMIT removeAsked();
    return true;
}

} // namespace hg
