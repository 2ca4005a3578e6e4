#include "ui/labs/autoencoder/compare_form.h"

#include "ui/labs/autoencoder/ae_model.h"
#include "ui/labs/autoencoder/class_bars.h"
#include "ui/labs/autoencoder/code_numbers.h"
#include "ui/labs/autoencoder/compared_model.h"
#include "ui/labs/autoencoder/dial_model.h"

#include <QAbstractButton>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace hg {

CompareForm::CompareForm(AeModel& model, QWidget* parent)
    : Form(parent)
    , m_model(model)
    , m_beside(new Segmented(4))
    , m_tool(new Segmented(2))
    , m_planeKind(new Segmented(2))
    , m_pictures(new Stepper)
    , m_numbers(new CodeNumbers(model))
    , m_colours(new Switch)
    , m_mds(new Form)
    , m_plane(nullptr)
    , m_lasso(nullptr)
    , m_lassoTitle(new QLabel)
    , m_hintTitle(new QLabel)
    , m_hintText(new QLabel)
    , m_bars(new ClassBars)
    , m_only(new QPushButton)
    , m_clear(new QPushButton)
    , m_ordered(new QPushButton)
{
    column()->setContentsMargins(0, 0, 0, 0);
    m_pictures->setRange(fewestInMds, mostInMds, 100);
    build();
    connectAll();
    connectPlane();
    refresh();
}

void CompareForm::build()
{
    auto* group = addGroup();
    addWide(m_beside);
    auto* mds = static_cast<Form*>(m_mds);
    mds->column()->setContentsMargins(0, 0, 0, 0);
    auto* pictures = mds->addRow(m_pictures);
    addWide(mds);
    m_plane = buildPlane();
    addWide(m_plane);
    auto* tool = addRow(m_tool);
    auto* colours = addRow(m_colours);
    m_lasso = buildLasso();
    addWide(m_lasso);
    m_hint = buildHint();
    addWide(m_hint);
    translated([=, this] {
        group->setText(tr("Right card"));
        m_beside->setTexts({tr("PCA"), tr("MDS"), tr("Dial"), tr("Sizes")});
        m_beside->button(2)->setToolTip(tr("Codes times a matrix, the decoder times its inverse"));
        m_beside->button(3)->setToolTip(tr("The error against the size of the bottleneck"));
        m_beside->setAccessibleName(group->text());
        pictures->setText(tr("Digits in MDS"));
        m_pictures->setName(pictures->text());
        tool->setText(tr("Select"));
        m_tool->setTexts({tr("Point"), tr("Lasso")});
        m_tool->button(1)->setToolTip(
            tr("Drag around points on either map; Shift adds, Alt takes away, Esc clears"));
        colours->setText(tr("Colours"));
        m_colours->setAccessibleName(colours->text());
        m_colours->setToolTip(tr("Without them: how many groups do you see?"));
        m_only->setText(tr("Only these"));
        m_clear->setText(tr("Clear"));
        m_ordered->setText(tr("Make it true to the letter"));
        m_ordered->setToolTip(
            tr("Trains with the loss of every shorter code as well: the axes become PC1 and PC2"));
        refreshLasso();
        refreshHint();
    });
}

/// What the dial shows, in words, and the training that takes the freedom away.
QWidget* CompareForm::buildHint()
{
    auto* frame = new QFrame;
    frame->setProperty("look", QStringLiteral("hint"));
    auto* column = new QVBoxLayout(frame);
    column->setContentsMargins(10, 8, 10, 6);
    column->setSpacing(3);
    m_hintTitle->setStyleSheet(QStringLiteral("font-weight: 600;"));
    for (auto* label : {m_hintTitle, m_hintText}) {
        label->setWordWrap(true);
        column->addWidget(label);
    }
    m_ordered->setProperty("look", QStringLiteral("link"));
    column->addWidget(m_ordered, 0, Qt::AlignLeft);
    connect(m_ordered, &QPushButton::clicked, this, &CompareForm::makeOrdered);
    return frame;
}

/// With the axes that it trains in sight, not some that the dial was left at.
void CompareForm::makeOrdered()
{
    m_model.compared().dial().reset();
    m_model.makeOrdered();
}

/// About the run that is seen, whatever waits.
void CompareForm::refreshHint()
{
    const bool isOrdered = m_model.run().hasBegun() && m_model.run().setup().recipe.isOrdered;
    m_hint->setVisible(m_model.view().beside == Beside::Dial && m_model.compared().canDial());
    m_hintTitle->setText(isOrdered ? tr("Equal to the letter") : tr("Not equal, but the same"));
    m_hintText->setText(
        isOrdered
            ? tr("The ordered loss has taken the freedom away: trained to the end, the two numbers are "
                 "those of PCA, up to sign and length.")
            : tr("The two numbers of the network are not the two of PCA: any M gives the same pictures. "
                 "Only the plane is settled."));
    m_ordered->setVisible(!isOrdered && m_model.canBeOrdered());
}

QWidget* CompareForm::buildPlane()
{
    auto* form = new Form;
    form->column()->setContentsMargins(0, 0, 0, 0);
    auto* kind = form->addRow(m_planeKind);
    form->addWide(m_numbers);
    form->translated([=, this] {
        kind->setText(tr("Plane of the code"));
        m_planeKind->setTexts({tr("two numbers"), tr("PCA")});
        m_planeKind->button(1)->setToolTip(tr("The first two principal components of the codes"));
    });
    return form;
}

QWidget* CompareForm::buildLasso()
{
    auto* box = new QWidget;
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 6, 0, 0);
    column->setSpacing(6);
    m_lassoTitle->setProperty("look", QStringLiteral("group"));
    column->addWidget(m_lassoTitle);
    column->addWidget(m_bars);
    auto* row = new QHBoxLayout;
    row->addWidget(m_only);
    row->addWidget(m_clear);
    m_only->setCheckable(true);
    column->addLayout(row);
    return box;
}

void CompareForm::connectAll()
{
    ComparedModel& compared = m_model.compared();
    connect(&m_model, &AeModel::viewChanged, this, &CompareForm::refresh);
    connect(&m_model, &AeModel::setupChanged, this, &CompareForm::refresh);
    connect(&m_model, &AeModel::stateChanged, this, &CompareForm::refreshHint);
    connect(&compared, &ComparedModel::choiceChanged, this, &CompareForm::refreshLasso);
    connect(m_beside, &Segmented::chosen, &m_model,
            [this](int i) { m_model.putBeside(static_cast<Beside>(i)); });
    connect(m_tool, &Segmented::chosen, &compared, [&compared](int i) { compared.setLasso(i == 1); });
    connect(m_colours, &Switch::toggled, &m_model, &AeModel::colourMaps);
    connect(m_pictures, &Stepper::changed, &m_model,
            [this](double n) { m_model.look(&AutoencoderView::mdsImages, static_cast<int>(n)); });
    heed(*m_pictures, m_model);
    connect(m_only, &QPushButton::toggled, &compared, &ComparedModel::showOnly);
    connect(m_clear, &QPushButton::clicked, &compared, &ComparedModel::clearSelection);
}

void CompareForm::connectPlane()
{
    connect(m_planeKind, &Segmented::chosen, &m_model, [this](int i) {
        const CodePlane plane = m_model.view().plane;
        m_model.look(&AutoencoderView::plane, CodePlane{plane.across, plane.up, i == 1});
    });
}

void CompareForm::setStyle(const PaintStyle& style)
{
    m_bars->setStyle(style);
}

void CompareForm::refresh()
{
    const AutoencoderView& view = m_model.view();
    m_beside->setCurrent(static_cast<int>(view.beside));
    m_mds->setVisible(view.beside == Beside::Mds);
    m_pictures->setValue(view.mdsImages);
    m_plane->setVisible(m_numbers->codeSize() > 2 && !view.isAligned);
    m_planeKind->setCurrent(view.plane.isPca ? 1 : 0);
    m_numbers->setEnabled(!view.plane.isPca);
    m_colours->setOn(view.hasColours);
    refreshLasso();
    refreshHint();
}

void CompareForm::refreshLasso()
{
    const ComparedModel& compared = m_model.compared();
    m_tool->setCurrent(compared.isLasso() ? 1 : 0);
    const auto count = static_cast<int>(compared.selected().size());
    m_lasso->setVisible(count > 0);
    m_lassoTitle->setText(m_model.showsDigits() ? tr("In the lasso: %n digits", nullptr, count)
                                                : tr("In the lasso: %n samples", nullptr, count));
    m_bars->setCounts(compared.selectedByClass(), m_model.classNames());
    const QSignalBlocker blocker(m_only);
    m_only->setChecked(compared.isOnly());
}

} // namespace hg
