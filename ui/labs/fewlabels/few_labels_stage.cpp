#include "ui/labs/fewlabels/few_labels_stage.h"

#include "ui/labs/fewlabels/few_labels_bar.h"
#include "ui/labs/fewlabels/few_labels_model.h"
#include "ui/labs/fewlabels/label_map_page.h"
#include "ui/labs/fewlabels/mistakes_page.h"
#include "ui/labs/fewlabels/parts_page.h"
#include "ui/labs/fewlabels/yourself_page.h"
#include "ui/widgets/tab_row.h"

#include <QLabel>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace hg {

FewLabelsStage::FewLabelsStage(FewLabelsModel& model)
    : m_model(model)
    , m_tabs(new TabRow(4))
    , m_pages(new QStackedWidget)
    , m_tabPages(new QStackedWidget)
    , m_waiting(new QLabel)
    , m_notice(new Notice)
    , m_yourself(new YourselfPage(model))
    , m_all{new PartsPage(model), m_yourself, new MistakesPage(model), new LabelMapPage(model)}
    , m_bar(new FewLabelsBar(model))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(18, 4, 18, 10);
    column->setSpacing(8);
    column->addWidget(m_tabs);
    column->addWidget(m_notice);
    column->addWidget(m_pages, 1);
    m_waiting->setAlignment(Qt::AlignCenter);
    m_pages->addWidget(m_waiting);
    m_pages->addWidget(m_tabPages);
    for (FewLabelsPage* page : m_all)
        m_tabPages->addWidget(page);
    connect(&m_model, &FewLabelsModel::dataReady, this, &FewLabelsStage::adoptData);
    connect(&m_model, &FewLabelsModel::setupChanged, this, &FewLabelsStage::adoptData);
    connect(&m_model, &FewLabelsModel::remarkChanged, this, &FewLabelsStage::showRemark);
    connect(&m_model, &FewLabelsModel::viewChanged, this, &FewLabelsStage::showTab);
    connect(m_tabs, &TabRow::chosen, &m_model,
            [this](int id) { m_model.setTab(static_cast<FewLabelsTab>(id)); });
    translated([this] {
        m_tabs->setTexts({tr("Two parts"), tr("Label it yourself"), tr("Mistakes"), tr("Map")});
        showRemark();
    });
    adoptData();
    showTab();
}

FewLabelsStage::~FewLabelsStage()
{
    delete m_bar;
}

QWidget* FewLabelsStage::transportExtras()
{
    return m_bar;
}

void FewLabelsStage::setStyle(const PaintStyle& style)
{
    for (FewLabelsPage* page : m_all)
        page->setStyle(style);
}

void FewLabelsStage::setPresented(bool isPresented)
{
    m_yourself->setPresented(isPresented);
}

void FewLabelsStage::setBare(bool isBare)
{
    m_isBare = isBare;
    m_tabs->setVisible(!isBare);
}

/// Whoever looks wants to see what a trained encoder gives; a figure of a page trains nothing.
void FewLabelsStage::showEvent(QShowEvent* event)
{
    LabStage::showEvent(event);
    if (!m_isBare) m_model.prepare();
}

bool FewLabelsStage::isAtRest() const
{
    return m_model.isAtRest() && m_all[static_cast<std::size_t>(m_model.view().tab)]->isAtRest();
}

void FewLabelsStage::adoptData()
{
    m_pages->setCurrentIndex(m_model.data() ? 1 : 0);
    if (m_model.data() && isVisible() && !m_isBare) m_model.prepare();
}

void FewLabelsStage::showTab()
{
    const int page = static_cast<int>(m_model.view().tab);
    m_tabs->setCurrent(page);
    m_tabPages->setCurrentIndex(page);
}

void FewLabelsStage::showRemark()
{
    m_waiting->setText(m_model.problem() ? QString()
                                         : tr("Reading the data and computing their principal components…"));
    m_notice->showRemark(m_model.remark());
}

} // namespace hg
