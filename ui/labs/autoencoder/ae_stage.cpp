#include "ui/labs/autoencoder/ae_stage.h"

#include "ui/labs/autoencoder/ae_model.h"
#include "ui/labs/autoencoder/ae_train_bar.h"
#include "ui/labs/autoencoder/compared_page.h"
#include "ui/labs/autoencoder/learns_page.h"
#include "ui/labs/autoencoder/numbers_dialog.h"
#include "ui/labs/autoencoder/walk_model.h"
#include "ui/labs/autoencoder/walk_page.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/map_view.h"
#include "ui/widgets/tab_row.h"

#include <QLabel>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace hg {

AeStage::AeStage(AeModel& model)
    : m_model(model)
    , m_tabs(new TabRow(3))
    , m_pages(new QStackedWidget)
    , m_tabPages(new QStackedWidget)
    , m_waiting(new QLabel)
    , m_notice(new Notice)
    , m_learns(new LearnsPage(model))
    , m_compared(new ComparedPage(model))
    , m_walk(new WalkPage(model))
    , m_bar(new AeTrainBar(model))
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
    m_tabPages->addWidget(m_learns);
    m_tabPages->addWidget(m_compared);
    m_tabPages->addWidget(m_walk);
    connectAll();
    translated([this] {
        m_model.run().retranslate();
        m_tabs->setTexts({tr("Learns"), tr("Compared"), tr("Walk")});
        showRemark();
    });
    if (m_model.data()) adoptData();
    showTab();
}

AeStage::~AeStage()
{
    delete m_bar;
}

void AeStage::connectAll()
{
    connect(&m_model, &AeModel::dataReady, this, &AeStage::adoptData);
    connect(&m_model, &AeModel::remarkChanged, this, &AeStage::showRemark);
    connect(&m_model, &AeModel::viewChanged, this, &AeStage::showTab);
    connect(&m_model, &AeModel::numbersAsked, this, &AeStage::askForNumbers);
    connect(m_tabs, &TabRow::chosen, &m_model,
            [this](int id) { m_model.setTab(static_cast<AutoencoderTab>(id)); });
}

void AeStage::askForNumbers()
{
    auto* dialog = new NumbersDialog(m_model, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

QWidget* AeStage::transportExtras()
{
    return m_bar;
}

MapView* AeStage::bottleneckMap() const
{
    return m_compared->bottleneckMap();
}

bool AeStage::isAtRest() const
{
    if (m_model.tab() == AutoencoderTab::Learns) return true;
    if (m_model.tab() == AutoencoderTab::Compared)
        return bottleneckMap()->isAtRest() && otherMap()->isAtRest();
    return walkMap()->isAtRest() && !m_model.walk().isWorking();
}

MapView* AeStage::walkMap() const
{
    return m_walk->map();
}

MapView* AeStage::otherMap() const
{
    return m_compared->otherMap();
}

void AeStage::setStyle(const PaintStyle& style)
{
    m_learns->setStyle(style);
    m_compared->setStyle(style);
    m_walk->setStyle(style);
}

void AeStage::setPresented(bool isPresented)
{
    m_bar->setPresented(isPresented);
    m_compared->setPresented(isPresented);
    m_walk->setPresented(isPresented);
}

void AeStage::setBare(bool isBare)
{
    m_tabs->setVisible(!isBare);
}

void AeStage::adoptData()
{
    m_pages->setCurrentIndex(1);
    m_compared->adoptData();
    m_walk->adoptData();
    m_learns->refreshAll();
}

void AeStage::showTab()
{
    const int page = static_cast<int>(m_model.tab());
    m_tabs->setCurrent(page);
    if (m_tabPages->currentIndex() == page) return;
    m_tabPages->setCurrentIndex(page);
    const std::array<AePage*, 3> pages{m_learns, m_compared, m_walk};
    pages[static_cast<std::size_t>(page)]->refreshAll();
}

void AeStage::showRemark()
{
    m_waiting->setText(m_model.problem() ? QString()
                                         : tr("Reading the data and computing their principal components…"));
    m_notice->showRemark(m_model.remark());
}

} // namespace hg
