#include "ui/labs/autoencoder/dial_card.h"

#include "ui/labs/autoencoder/ae_model.h"
#include "ui/labs/autoencoder/compared_model.h"
#include "ui/labs/autoencoder/dial_model.h"
#include "ui/labs/autoencoder/dial_table.h"
#include "ui/labs/autoencoder/matrix_box.h"
#include "ui/painters/hourglass_painter.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/flow_row.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace hg {
namespace {

constexpr double step = 0.05, wheelStep = 0.01;
constexpr int places = 2, columns = 4;
constexpr int narrow = 372; // pixels in which names and arrows fit beside the cells

} // namespace

DialCard::DialCard(AeModel& model, QWidget* parent)
    : Panel(parent)
    , m_model(model)
    , m_pages(new QStackedLayout(this))
    , m_table(new DialTable)
    , m_reason(new QLabel)
    , m_linear(new QPushButton)
{
    m_pages->setContentsMargins(0, 0, 0, 0);
    auto* body = new QWidget;
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(0, 4, 0, 0);
    column->setSpacing(6);
    column->addWidget(buildMatrices());
    column->addWidget(buildButtons());
    column->addWidget(m_table, 1);
    m_pages->addWidget(body);
    m_pages->addWidget(buildOff());
    connectAll();
    translated([this] {
        const QStringList names{tr("As trained"), tr("Turn 30°"), tr("Swap"), tr("Stretch"), tr("PC axes")};
        for (std::size_t i = 0; i < m_buttons.size(); ++i)
            m_buttons[i]->setText(names.at(int(i)));
        m_buttons[4]->setToolTip(tr("Turns the new codes onto PC1 and PC2; the network stays as it is"));
        for (std::size_t i = 0; i < m_entries.size(); ++i)
            m_entries[i]->setName(tr("M, row %1, column %2").arg(i / 2 + 1).arg(i % 2 + 1));
        m_matrixBox->setName(QStringLiteral("M"));
        m_inverseBox->setName(QStringLiteral("M⁻¹"));
        m_inverseBox->setAccessibleName(tr("The inverse of M"));
        m_table->setAccessibleName(tr("Codes of four samples before and after M"));
        m_table->setNames({tr("code before"), tr("rebuilt before"), tr("rebuilt after"), tr("code after M")});
        m_linear->setText(tr("Linear network, 2 numbers"));
        refresh();
    });
}

QWidget* DialCard::buildMatrices()
{
    std::array<QWidget*, 4> entries{}, cells{};
    for (std::size_t i = 0; i < entries.size(); ++i) {
        m_entries[i] = new Stepper;
        m_entries[i]->setRange(-largestInDial, largestInDial, step, places);
        m_entries[i]->setPlaces(places);
        m_entries[i]->setWheelStep(wheelStep);
        m_entries[i]->stackArrows();
        m_entries[i]->edit()->setProperty("look", QStringLiteral("tight"));
        entries[i] = m_entries[i];
        m_inverse[i] = new QLabel;
        m_inverse[i]->setProperty("look", QStringLiteral("readOnly"));
        m_inverse[i]->setIndent(0);
        m_inverse[i]->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        cells[i] = m_inverse[i];
    }
    auto* both = new QWidget;
    auto* row = new QHBoxLayout(both);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(10);
    m_matrixBox = new MatrixBox(entries);
    m_inverseBox = new MatrixBox(cells);
    row->addWidget(m_matrixBox);
    row->addWidget(m_inverseBox);
    row->addStretch();
    return both;
}

QWidget* DialCard::buildButtons()
{
    auto* buttons = new QWidget;
    auto* row = new FlowRow(5, buttons);
    for (auto*& button : m_buttons) {
        button = new QPushButton;
        button->setProperty("look", QStringLiteral("small"));
        row->addWidget(button);
    }
    buttons->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    return buttons;
}

QWidget* DialCard::buildOff()
{
    auto* off = new QWidget;
    auto* column = new QVBoxLayout(off);
    column->setContentsMargins(0, 10, 0, 0);
    column->setSpacing(10);
    m_reason->setWordWrap(true);
    column->addWidget(m_reason);
    column->addWidget(m_linear, 0, Qt::AlignLeft);
    column->addStretch();
    return off;
}

void DialCard::connectAll()
{
    DialModel& dial = m_model.compared().dial();
    for (int i = 0; i < 4; ++i) {
        Stepper* entry = m_entries[static_cast<std::size_t>(i)];
        connect(entry, &Stepper::changed, &dial, [&dial, i](double value) { dial.setEntry(i, value); });
        heed(*entry, m_model);
    }
    const std::array actions{&DialModel::reset, &DialModel::turn, &DialModel::swap, &DialModel::stretch,
                             &DialModel::turnOntoComponents};
    for (std::size_t i = 0; i < m_buttons.size(); ++i)
        connect(m_buttons[i], &QPushButton::clicked, &dial, actions[i]);
    connect(m_linear, &QPushButton::clicked, this, &DialCard::takeLinear);
}

void DialCard::takeLinear()
{
    AutoencoderSetup setup = withModel(m_model.setup(), *findModelPreset("lab-linear"));
    setup.bottleneck = 2;
    m_model.choose(setup);
}

void DialCard::setStyle(const PaintStyle& style)
{
    m_style = style;
    m_matrixBox->setStyle(style, style.theme.accentText);
    m_inverseBox->setStyle(style, style.theme.muted);
    m_table->setStyle(style);
    fold();
    refresh();
}

void DialCard::resizeEvent(QResizeEvent* event)
{
    Panel::resizeEvent(event);
    fold();
}

/// Where room is short the names stand above, and keys and wheel do without arrows.
void DialCard::fold()
{
    constexpr int tight = 450; // pixels in which the five buttons find room in one line
    constexpr int wideCell = 58, narrowCell = 47;
    const bool isNarrow = width() < m_style.px(narrow);
    const auto small = QStringLiteral("font-size: %1px; ").arg(std::lround(m_style.px(13)));
    QString sheet;
    if (width() < m_style.px(tight))
        sheet += QStringLiteral("QPushButton[look=\"small\"] { %1 padding-left: 6px; padding-right: 6px; }")
                     .arg(small);
    if (isNarrow)
        sheet += QStringLiteral(
                     "QLineEdit, QLabel[look=\"readOnly\"] { %1 padding-left: 2px; padding-right: 2px; }")
                     .arg(small);
    if (styleSheet() != sheet) setStyleSheet(sheet);
    m_matrixBox->setNarrow(isNarrow);
    m_inverseBox->setNarrow(isNarrow);
    const int wide = static_cast<int>(std::lround(m_style.px(isNarrow ? narrowCell : wideCell)));
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        QLineEdit* edit = m_entries[i]->edit();
        m_entries[i]->setArrowsShown(!isNarrow);
        edit->setFixedWidth(wide);
        edit->ensurePolished();
        m_inverse[i]->setFixedSize(wide,
                                   std::max(edit->sizeHint().height(), m_entries[i]->sizeHint().height()));
    }
}

QString DialCard::reason() const
{
    const auto& network = m_model.moment().model->plan->network();
    const int code = network.codeSize();
    const bool isLinear = network.network.isLinear();
    if (!isLinear && code != 2)
        return tr("The dial is for a linear network with a code of 2 numbers. This one bends, and its code "
                  "is of "
                  "size %1.")
            .arg(code);
    if (!isLinear)
        return tr("The dial is for linear networks. This one bends: behind a bend no matrix can take back "
                  "what another has done.");
    return tr("The dial turns a code of 2 numbers; this one is of size %1.").arg(code);
}

void DialCard::refresh()
{
    if (!m_model.moment().model || !m_model.data()) return;
    DialModel& model = m_model.compared().dial();
    const CodeDial* dial = model.dial();
    m_pages->setCurrentIndex(dial ? 0 : 1);
    if (!dial) {
        m_reason->setText(reason());
        m_linear->setVisible(!isLinear(m_model.setup()) || m_model.setup().bottleneck != 2);
        return;
    }
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        if (m_entries[i]->value() != dial->matrix()[i]) m_entries[i]->setValue(dial->matrix()[i]);
        m_inverse[i]->setText(cellText(dial->inverse()[i]));
    }
    m_buttons[4]->setEnabled(model.hasComponents());
    refreshTable();
}

QString DialCard::cellText(double value) const
{
    constexpr double large = 9.995; // from which on a cell has no room for all places
    const double shown = std::abs(value) < 0.005 ? 0 : value; // no minus before a zero
    return withRealMinus(m_style.texts.locale().toString(shown, 'f', std::abs(value) < large ? places : 1));
}

/// The chosen picture first, then the first of other classes.
void DialCard::refreshTable()
{
    std::vector<int> shown{m_model.digit()};
    for (const int index : m_model.eight())
        if (index != m_model.digit() && std::ssize(shown) < columns) shown.push_back(index);
    std::vector<float> pixels;
    for (const int index : shown) {
        const std::vector<float> one = m_model.pixelsOf(index);
        pixels.insert(pixels.end(), one.begin(), one.end());
    }
    const CodeDial& dial = *m_model.compared().dial().dial();
    const Shape shape = m_model.data()->dataset->test.shape;
    const SampleView view{.floats = pixels.data(),
                          .count = static_cast<int>(shown.size()),
                          .features = pixels.size() / shown.size()};
    const std::vector<float> codes = encode(*m_model.moment().model, view, m_model.context().workers);
    std::vector<DialTable::Column> table;
    for (std::size_t i = 0; i < shown.size(); ++i) {
        const std::array before{double(codes[2 * i]), double(codes[2 * i + 1])}, after = dial.turned(before);
        table.push_back({before, after, samplePicture(dial.rebuiltBefore(before), shape.height, shape.width),
                         samplePicture(dial.rebuilt(after), shape.height, shape.width)});
    }
    m_table->setColumns(std::move(table));
}

} // namespace hg
