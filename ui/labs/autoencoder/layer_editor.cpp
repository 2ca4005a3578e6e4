#include "ui/labs/autoencoder/layer_editor.h"

#include "core/io/file.h"
#include "core/model_file/network_json.h"
#include "core/session/train_options.h"
#include "ui/labs/autoencoder/ae_model.h"
#include "ui/labs/autoencoder/layer_editor_words.h"
#include "ui/theme/error_text.h"

#include <QComboBox>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace hg {
namespace {

constexpr int newUnits = 32, newFilters = 8, newKernel = 3, newWindow = 2;
constexpr int mostUnitsTyped = 100'000; // what the limits of a network leave room for

/// A layer of another type that is possible where `old` stood, as far as that can be said of one layer.
LayerSpec ofType(LayerType type, const LayerSpec& old, bool isLine, Activation usual)
{
    const bool wasWeighted = hasWeights(old.type), isWeighted = hasWeights(type);
    LayerSpec spec{.type = type, .hasBias = wasWeighted ? old.hasBias : true};
    spec.activation = !isWeighted ? Activation::Linear : wasWeighted ? old.activation : usual;
    const auto square = [isLine](int side) { return Axes{isLine ? 1 : side, side}; };
    switch (type) {
    case LayerType::Dense:
        spec.units = {newUnits, 1, 1};
        return spec;
    case LayerType::Conv:
    case LayerType::ConvTransposed: {
        const bool wasSliding = old.type == LayerType::Conv || old.type == LayerType::ConvTransposed;
        if (wasSliding) {
            spec = old;
            spec.type = type;
            return spec;
        }
        spec.filters = newFilters;
        spec.kernel = square(newKernel);
        spec.paddingW = {Padding::Kind::Same};
        if (!isLine) spec.paddingH = spec.paddingW;
        return spec;
    }
    case LayerType::MaxPool:
    case LayerType::AveragePool:
        spec.kernel = spec.stride = square(newWindow);
        return spec;
    case LayerType::Upsample:
        spec.stride = square(newWindow);
        return spec;
    }
    return spec;
}

/// How many rows at the end keep their place: the code, or the result.
constexpr int pinned = 1;

std::string mergeName(OwnPart part, int row, const char* parameter)
{
    return "layers/" + std::to_string(static_cast<int>(part)) + "/" + std::to_string(row) + "/" + parameter;
}

void setColour(QLabel& label, const char* look)
{
    label.setProperty("look", QLatin1String(look));
}

} // namespace

QScrollArea* areaAround(const QWidget& widget)
{
    for (QWidget* above = widget.parentWidget(); above; above = above->parentWidget())
        if (auto* area = qobject_cast<QScrollArea*>(above)) return area;
    return nullptr;
}

LayerEditor::LayerEditor(AeModel& model, QWidget* parent)
    : Form(parent)
    , m_model(model)
    , m_encoderTitle(new QLabel(this))
    , m_decoderTitle(new QLabel(this))
    , m_total(new QLabel(this))
    , m_addEncoder(new QPushButton(this))
    , m_addDecoder(new QPushButton(this))
    , m_save(new QPushButton(this))
    , m_open(new QPushButton(this))
    , m_mirrored(new Switch(this))
    , m_mirror(new QFrame(this))
    , m_mark(new QFrame(this))
    , m_mirrorTypes(new QLabel(this))
    , m_mirrorShapes(new QLabel(this))
    , m_mirrorWeights(new QLabel(this))
{
    column()->setContentsMargins(0, 0, 0, 0);
    column()->setSpacing(6);
    build();
    connectControls();
}

void LayerEditor::build()
{
    setColour(*m_encoderTitle, "encoder");
    setColour(*m_decoderTitle, "decoder");
    for (auto* link : {m_addEncoder, m_addDecoder})
        link->setProperty("look", QStringLiteral("link"));
    addWide(buildHeader(m_encoderTitle, m_addEncoder));
    for (List* list : {&m_encoder, &m_decoder}) {
        auto* rows = new QWidget(this);
        list->column = new QVBoxLayout(rows);
        list->column->setContentsMargins(0, 0, 0, 0);
        list->column->setSpacing(5);
        addWide(rows);
        if (list == &m_encoder) addWide(buildHeader(m_decoderTitle, m_mirrored));
    }
    addWide(buildMirror());
    addWide(m_addDecoder);
    addWide(buildFoot());
    m_mark->setProperty("look", QStringLiteral("mark"));
    m_mark->hide();
    translated([this] {
        m_encoderTitle->setText(tr("Encoder"));
        m_addEncoder->setText(tr("+ layer"));
        m_addEncoder->setAccessibleName(tr("Add a layer to the encoder"));
        m_addDecoder->setText(tr("+ layer"));
        m_addDecoder->setAccessibleName(tr("Add a layer to the decoder"));
        m_mirrored->setAccessibleName(tr("The decoder mirrors the encoder"));
        m_mirrored->setToolTip(tr("Off: the decoder has layers of its own"));
        m_save->setText(tr("Save layers…"));
        m_save->setToolTip(tr("As a file that “hourglass train --model” takes"));
        m_open->setText(tr("Open layers…"));
        m_open->setToolTip(tr("From the description of a network, FILE.json"));
    });
}

QWidget* LayerEditor::buildHeader(QLabel* title, QWidget* control)
{
    auto* header = new QWidget(this);
    auto* row = new QHBoxLayout(header);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(title);
    row->addStretch();
    row->addWidget(control);
    return header;
}

/// Three columns: what a layer is, what it gives, what it costs.
QWidget* LayerEditor::buildMirror()
{
    m_mirror->setProperty("look", QStringLiteral("inset"));
    auto* row = new QHBoxLayout(m_mirror);
    row->setContentsMargins(8, 6, 8, 6);
    row->addWidget(m_mirrorTypes);
    row->addStretch();
    row->addWidget(m_mirrorShapes);
    row->addSpacing(6);
    row->addWidget(m_mirrorWeights);
    m_mirrorWeights->setAlignment(Qt::AlignRight);
    return m_mirror;
}

QWidget* LayerEditor::buildFoot()
{
    auto* foot = new QWidget(this);
    auto* column = new QVBoxLayout(foot);
    column->setContentsMargins(0, 4, 0, 0);
    auto* sum = new QHBoxLayout;
    auto* name = new QLabel(foot);
    name->setWordWrap(true);
    m_total->setProperty("look", QStringLiteral("cardTitle"));
    sum->addWidget(name, 1);
    sum->addWidget(m_total);
    column->addLayout(sum);
    auto* files = new QHBoxLayout;
    files->setSpacing(6);
    for (auto* button : {m_open, m_save}) {
        button->setProperty("look", QStringLiteral("small"));
        files->addWidget(button);
    }
    column->addLayout(files);
    translated([this, name] {
        name->setText(tr("All weights and biases"));
        m_total->setAccessibleName(name->text());
    });
    return foot;
}

void LayerEditor::connectControls()
{
    connect(m_addEncoder, &QPushButton::clicked, this, [this] { add(OwnPart::Encoder); });
    connect(m_addDecoder, &QPushButton::clicked, this, [this] { add(OwnPart::Decoder); });
    connect(m_mirrored, &Switch::toggled, this, &LayerEditor::setMirrored);
    connect(m_open, &QPushButton::clicked, this, &LayerEditor::chooseFile);
    connect(m_save, &QPushButton::clicked, this, &LayerEditor::chooseTarget);
    connect(&m_model, &AeModel::descriptionOpened, this, &LayerEditor::openDescription);
    connect(&m_model, &AeModel::setupChanged, this, &LayerEditor::refresh);
    connect(&m_model, &AeModel::dataReady, this, &LayerEditor::refresh);
}

LayerRow* LayerEditor::makeRow(OwnPart part)
{
    auto* row = new LayerRow(this);
    connect(row, &LayerRow::edited, this, [this, row, part](const LayerSpec& spec, const char* name) {
        replace(part, row->content().row, spec, mergeName(part, row->content().row, name));
    });
    connect(row, &LayerRow::typeChosen, this,
            [this, row, part](LayerType type) { changeType(part, row->content().row, type); });
    connect(row, &LayerRow::moveAsked, this,
            [this, row, part](int step) { move(part, row->content().row, row->content().row + step); });
    connect(row, &LayerRow::removeAsked, this, [this, row, part] { remove(part, row->content().row); });
    connect(row, &LayerRow::complained, &m_model, [this](const QString& text) { m_model.tell(text, {}); });
    connect(row, &LayerRow::calmed, &m_model, &AeModel::forgetRemark);
    DragHandle* handle = row->handle();
    connect(handle, &DragHandle::dragged, this, [this, row](const QPoint& p) { followDrag(row, p); });
    connect(handle, &DragHandle::dropped, this, [this, row](const QPoint& p) { endDrag(row, &p); });
    connect(handle, &DragHandle::gaveUp, this, [this, row] { endDrag(row, nullptr); });
    return row;
}

void LayerEditor::setRowCount(OwnPart part, std::size_t count)
{
    List& list = listOf(part);
    while (list.rows.size() < count) {
        list.rows.push_back(makeRow(part));
        list.column->addWidget(list.rows.back());
        list.rows.back()->show(); // at once: it gets the focus
    }
    while (list.rows.size() > count) {
        list.rows.back()->hide();
        list.column->removeWidget(list.rows.back());
        list.rows.back()->deleteLater(); // its own button may have asked
        list.rows.pop_back();
    }
}

OwnNetwork LayerEditor::rows() const
{
    return rowsOf(m_model.setup(), m_model.shape());
}

void LayerEditor::refresh()
{
    if (isBehind()) return;
    m_input = m_model.shape();
    m_shown = rows();
    const Activation output = m_model.setup().output;
    m_built = hg::build(m_shown, m_input, output);
    m_fixes = m_built.fault ? nearestRows(m_shown, m_input, output, *m_built.fault) : std::vector<RowFix>();
    showRows(OwnPart::Encoder, m_shown.encoder, m_input);
    const Shape code{m_model.setup().bottleneck, 1, 1};
    showRows(OwnPart::Decoder, m_shown.decoder.value_or(std::vector<LayerSpec>()), code);
    showMirror();
    showTotal();
    if (m_built.fault) QTimer::singleShot(0, this, &LayerEditor::revealFault); // once it has its height
}

void LayerEditor::revealFault()
{
    QScrollArea* area = areaAround(*this);
    if (!area || !m_built.fault || !isVisible()) return;
    const std::vector<LayerRow*>& rows = listOf(m_built.fault->part).rows;
    const auto at = static_cast<std::size_t>(m_built.fault->row);
    if (at < rows.size() && rows[at]->isAncestorOf(window()->focusWidget()))
        area->ensureWidgetVisible(rows[at], 0, 8);
}

void LayerEditor::showRows(OwnPart part, const std::vector<LayerSpec>& rows, Shape in)
{
    setRowCount(part, rows.size());
    const auto resolved = resolvedRows(rows, in);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const bool isKnown = i < resolved.size(), isLast = i + 1 == rows.size();
        LayerRowContent content{.part = part, .row = static_cast<int>(i), .spec = rows[i]};
        content.in = i == 0 ? in : i <= resolved.size() ? resolved[i - 1].out : Shape();
        if (isKnown) content.layer = resolved[i];
        content.isCode = isLast && part == OwnPart::Encoder;
        content.isOutput = isLast && part == OwnPart::Decoder;
        content.givesMaps = !isLast && rows[i + 1].type != LayerType::Dense;
        content.mostUnits =
            content.isCode ? std::max(mostNeuronsInLab, rows[i].units.channels) : mostUnitsTyped;
        content.fault = faultOf(part, content.row);
        content.offers = offersFor(part, content.row);
        listOf(part).rows[i]->setContent(content, m_model.texts());
    }
}

QString LayerEditor::faultOf(OwnPart part, int row) const
{
    const auto& fault = m_built.fault;
    if (!fault || fault->part != part || fault->row != row) return {};
    return faultSentence(*fault, m_model.texts());
}

/// The nearest two.
QList<Offer> LayerEditor::offersFor(OwnPart part, int row)
{
    constexpr std::size_t most = 2;
    QList<Offer> offers;
    if (faultOf(part, row).isEmpty()) return offers;
    for (std::size_t i = 0; i < std::min(most, m_fixes.size()); ++i)
        offers << Offer{fixText(m_fixes[i]),
                        [this, part, row, spec = m_fixes[i].row] { replace(part, row, spec); }};
    return offers;
}

void LayerEditor::showMirror()
{
    const bool isMirrored = !m_shown.decoder;
    m_mirrored->setOn(isMirrored);
    m_decoderTitle->setText(isMirrored ? tr("Decoder: mirror") : tr("Decoder: its own"));
    m_addDecoder->setVisible(!isMirrored);
    m_mirror->setVisible(isMirrored && m_built.network);
    if (!isMirrored || !m_built.network) return;
    const auto first = m_built.network->layers.begin() + static_cast<std::ptrdiff_t>(m_shown.encoder.size());
    const bool hasRoom = std::all_of(first, m_built.network->layers.end(), [](const ResolvedLayer& layer) {
        return layer.spec.type == LayerType::Dense; // other names are longer
    });
    QStringList types, whole, shapes, weights;
    for (auto layer = first; layer != m_built.network->layers.end(); ++layer) {
        const QString type = layerTypeName(layer->spec.type),
                      activation = shortActivationNames().at(static_cast<int>(layer->spec.activation));
        whole << QStringLiteral("%1, %2").arg(type, activation);
        types << (hasRoom ? whole.back() : type);
        shapes << QStringLiteral("→ ") + shapeText(layer->out, m_model.texts()).remove(u' ');
        weights << m_model.texts().grouped(static_cast<int>(layer->parameterCount()));
    }
    m_mirror->setToolTip(whole.join(u'\n'));
    m_mirrorTypes->setText(types.join(u'\n'));
    m_mirrorShapes->setText(shapes.join(u'\n'));
    m_mirrorWeights->setText(weights.join(u'\n'));
}

void LayerEditor::showTotal()
{
    m_total->setText(m_built.network
                         ? m_model.texts().grouped(static_cast<int>(m_built.network->parameterCount))
                         : QStringLiteral("–"));
    m_save->setEnabled(m_built.network.has_value());
}

void LayerEditor::edit(const OwnNetwork& rows, const std::string& merges)
{
    m_model.edit(withRows(m_model.setup(), rows), merges);
}

void LayerEditor::replace(OwnPart part, int row, const LayerSpec& spec, const std::string& merges)
{
    OwnNetwork changed = rows();
    auto* list = rowsIn(changed, part);
    if (!list || row >= static_cast<int>(list->size())) return;
    (*list)[static_cast<std::size_t>(row)] = spec;
    edit(changed, merges);
}

void LayerEditor::changeType(OwnPart part, int row, LayerType type)
{
    const LayerRowContent& content = listOf(part).rows[static_cast<std::size_t>(row)]->content();
    if (content.spec.type == type) return;
    const bool isLine = content.in.height == 1 && content.in.width > 1;
    LayerSpec spec = ofType(type, content.spec, isLine, m_model.setup().hidden);
    if (content.isOutput) {
        spec.activation = m_model.setup().output;
        if (type == LayerType::Dense) spec.units = m_input;
        if (type == LayerType::Conv || type == LayerType::ConvTransposed) spec.filters = m_input.channels;
    }
    replace(part, row, spec);
}

/// Behind the row that is worked on, or before the one that keeps the end.
void LayerEditor::add(OwnPart part)
{
    OwnNetwork changed = rows();
    auto* list = rowsIn(changed, part);
    if (!list || list->empty()) return;
    LayerSpec layer = dense(newUnits, m_model.setup().hidden);
    layer.hasBias = m_model.setup().hasBiases;
    const auto at = static_cast<std::ptrdiff_t>(list->size()) - pinned;
    list->insert(list->begin() + at, layer);
    edit(changed);
    listOf(part).rows[static_cast<std::size_t>(at)]->typeList()->setFocus(Qt::TabFocusReason);
}

void LayerEditor::remove(OwnPart part, int row)
{
    OwnNetwork changed = rows();
    auto* list = rowsIn(changed, part);
    if (!list || row >= static_cast<int>(list->size()) - pinned) return;
    list->erase(list->begin() + row);
    edit(changed);
    const std::vector<LayerRow*>& shown = listOf(part).rows;
    const auto next = static_cast<std::size_t>(std::min<int>(row, static_cast<int>(shown.size()) - 1));
    LayerRow* left = shown[next];
    (left->content().isPinned() ? static_cast<QWidget*>(left->typeList()) : left->handle())->setFocus();
}

void LayerEditor::move(OwnPart part, int from, int to)
{
    OwnNetwork changed = rows();
    auto* list = rowsIn(changed, part);
    const int movable = list ? static_cast<int>(list->size()) - pinned : 0;
    if (from < 0 || from >= movable || to < 0 || to >= movable || from == to) return;
    const LayerSpec layer = (*list)[static_cast<std::size_t>(from)];
    list->erase(list->begin() + from);
    list->insert(list->begin() + to, layer);
    edit(changed);
    listOf(part).rows[static_cast<std::size_t>(to)]->handle()->setFocus();
}

/// Off: the mirror as rows to begin with; where there is none, one layer to the samples' shape.
void LayerEditor::setMirrored(bool isMirrored)
{
    OwnNetwork changed = rows();
    changed.decoder.reset();
    if (!isMirrored) {
        RowFault fault;
        const Activation output = m_model.setup().output;
        changed.decoder = mirrorOf(changed.encoder, m_input, output, fault)
                              .value_or(std::vector<LayerSpec>{dense(m_input, output)});
    }
    edit(changed);
}

int LayerEditor::placeAt(OwnPart part, const QPoint& place) const
{
    const List& list = part == OwnPart::Encoder ? m_encoder : m_decoder;
    int before = 0;
    for (std::size_t i = 0; i + pinned < list.rows.size(); ++i)
        if (list.rows[i]->mapToGlobal(list.rows[i]->rect().center()).y() < place.y()) ++before;
    return before;
}

void LayerEditor::followDrag(LayerRow* row, const QPoint& place)
{
    const List& list = listOf(row->content().part);
    const auto before = static_cast<std::size_t>(placeAt(row->content().part, place));
    const QWidget* next = list.rows[std::min(before, list.rows.size() - 1)];
    const int y = next->mapTo(this, QPoint(0, -4)).y();
    m_mark->setGeometry(0, y, width(), 3);
    m_mark->raise();
    m_mark->show();
    if (QScrollArea* area = areaAround(*this))
        area->ensureVisible(0, area->widget()->mapFromGlobal(place).y(), 0, 24);
}

void LayerEditor::endDrag(LayerRow* row, const QPoint* place)
{
    m_mark->hide();
    if (!place) return;
    const int from = row->content().row, before = placeAt(row->content().part, *place);
    move(row->content().part, from, before > from ? before - 1 : before);
}

void LayerEditor::chooseFile()
{
    auto* chooser = new QFileDialog(this, tr("Open layers"), m_model.context().settings.openFolder());
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setFileMode(QFileDialog::ExistingFile);
    chooser->setNameFilter(tr("Descriptions of networks (*.json)"));
    connect(chooser, &QFileDialog::fileSelected, this, &LayerEditor::openDescription);
    chooser->open();
}

void LayerEditor::chooseTarget()
{
    auto* chooser = new QFileDialog(this, tr("Save layers"), m_model.context().settings.openFolder());
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setAcceptMode(QFileDialog::AcceptSave);
    chooser->setDefaultSuffix(QStringLiteral("json"));
    chooser->selectFile(QStringLiteral("network.json"));
    connect(chooser, &QFileDialog::fileSelected, this, &LayerEditor::saveDescription);
    chooser->open();
}

void LayerEditor::openDescription(const QString& path)
{
    const QString name = QFileInfo(path).fileName();
    const auto content = readFile(pathOf(path));
    const auto network = content ? parseNetwork(*content, name.toStdString()) : content.error();
    if (!network) return m_model.refuse(name, errorSentence(network.error()));
    const Shape samples = m_model.shape();
    if (network->input.size() != samples.size())
        return m_model.refuse(
            name, tr("it is for samples of %1, and these have %2")
                      .arg(shapeText(network->input, m_model.texts()), shapeText(samples, m_model.texts())));
    const auto own = ownOf(*network);
    if (!own && own.error().text == "decoder") return m_model.refuse(name, tr("no layer follows the code"));
    if (!own && own.error().text == "code")
        return m_model.refuse(
            name,
            tr("its code, layer %1, is no dense layer with a row of units").arg(network->codeLayer + 1));
    if (!own) return m_model.refuse(name, errorSentence(own.error()));
    if (own->encoder.back().units.channels > largestCode)
        return m_model.refuse(name, tr("its code has %1 numbers; up to %2 are possible")
                                        .arg(own->encoder.back().units.channels)
                                        .arg(largestCode));
    AutoencoderSetup setup = m_model.setup();
    setup.output = network->layers.back().activation;
    setup.isCentred = network->isCentred;
    m_model.edit(withRows(setup, *own));
    m_model.confirm(tr("Opened: %1").arg(name));
}

void LayerEditor::saveDescription(const QString& path)
{
    const QString name = QFileInfo(path).fileName();
    const auto network = networkOf(m_model.setup(), m_model.shape());
    if (!network) return m_model.refuse(name, errorSentence(network.error()));
    const auto written = writeFile(pathOf(path), networkToJson(*network));
    if (!written) return m_model.refuse(name, errorSentence(written.error()));
    m_model.confirm(tr("Saved: %1").arg(name));
}

void LayerEditor::showEvent(QShowEvent* event)
{
    Form::showEvent(event);
    refresh();
}

void LayerEditor::changeEvent(QEvent* event)
{
    Form::changeEvent(event);
    if (event->type() != QEvent::LanguageChange) return;
    for (const List* list : {&m_encoder, &m_decoder})
        for (LayerRow* row : list->rows)
            row->retranslate(m_model.texts());
    refresh();
}

} // namespace hg
