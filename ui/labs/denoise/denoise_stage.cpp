#include "ui/labs/denoise/denoise_stage.h"

#include "ui/labs/denoise/code_page.h"
#include "ui/labs/denoise/denoise_model.h"
#include "ui/labs/denoise/denoise_train_bar.h"
#include "ui/labs/denoise/own_page.h"
#include "ui/labs/denoise/rows_page.h"
#include "ui/widgets/map_view.h"
#include "ui/widgets/tab_row.h"

#include <QLabel>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace hg {

DenoiseStage::DenoiseStage(DenoiseModel& model)
    : m_model(model)
    , m_tabs(new TabRow(3))
    , m_pages(new QStackedWidget)
    , m_tabPages(new QStackedWidget)
    , m_waiting(new QLabel)
    , m_notice(new Notice)
    , m_rows(new RowsPage(model))
    , m_code(new CodePage(model))
    , m_own(new OwnPage(model))
    , m_bar(new DenoiseTrainBar(model))
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
    for (DenoisePage* page : std::array<DenoisePage*, 3>{m_rows, m_code, m_own})
        m_tabPages->addWidget(page);
    connect(&m_model, &DenoiseModel::dataReady, this, &DenoiseStage::adoptData);
    connect(&m_model, &DenoiseModel::remarkChanged, this, &DenoiseStage::showRemark);
    connect(&m_model, &DenoiseModel::viewChanged, this, &DenoiseStage::showTab);
    connect(m_tabs, &TabRow::chosen, &m_model,
            [this](int id) { m_model.setTab(static_cast<DenoiseTab>(id)); });
    translated([this] {
        m_tabs->setTexts({tr("Pictures and curves"), tr("In the code"), tr("Your own noise")});
        showRemark();
    });
    if (m_model.data()) adoptData();
    showTab();
}

DenoiseStage::~DenoiseStage()
{
    delete m_bar;
}

QWidget* DenoiseStage::transportExtras()
{
    return m_bar;
}

MapView* DenoiseStage::map() const
{
    return m_code->map();
}

ScribblePad* DenoiseStage::pad() const
{
    return m_own->pad();
}

void DenoiseStage::setStyle(const PaintStyle& style)
{
    for (DenoisePage* page : std::array<DenoisePage*, 3>{m_rows, m_code, m_own})
        page->setStyle(style);
}

void DenoiseStage::setBare(bool isBare)
{
    m_isBare = isBare;
    m_tabs->setVisible(!isBare);
}

/// Whoever looks wants to see what trained networks do; a figure of a page trains nothing.
void DenoiseStage::showEvent(QShowEvent* event)
{
    LabStage::showEvent(event);
    if (!m_isBare) m_model.prepare();
}

bool DenoiseStage::isAtRest() const
{
    return m_model.isAtRest() && (m_model.view().tab != DenoiseTab::Code || map()->isAtRest());
}

void DenoiseStage::adoptData()
{
    m_pages->setCurrentIndex(1);
    if (isVisible() && !m_isBare) m_model.prepare();
}

void DenoiseStage::showTab()
{
    const int page = static_cast<int>(m_model.view().tab);
    m_tabs->setCurrent(page);
    m_tabPages->setCurrentIndex(page);
}

void DenoiseStage::showRemark()
{
    m_waiting->setText(m_model.problem() ? QString()
                                         : tr("Reading the data and computing their principal components…"));
    m_notice->showRemark(m_model.remark());
}

} // namespace hg
