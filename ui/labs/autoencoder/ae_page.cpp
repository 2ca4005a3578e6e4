#include "ui/labs/autoencoder/ae_page.h"

#include "ui/labs/autoencoder/ae_model.h"
#include "ui/labs/autoencoder/hourglass_view.h"

#include <QFrame>
#include <QVBoxLayout>

#include <utility>

namespace hg {

QFrame* newCard(QVBoxLayout*& column, const char* look)
{
    auto* frame = new QFrame;
    frame->setProperty("look", QString::fromLatin1(look));
    column = new QVBoxLayout(frame);
    column->setContentsMargins(14, 8, 12, 8);
    column->setSpacing(3);
    return frame;
}

AePage::AePage(AeModel& model) : m_model(model) {}

void AePage::showEvent(QShowEvent* event)
{
    Panel::showEvent(event);
    refreshAll();
}

AePage::Halves AePage::nextHalves()
{
    if (m_model.standing() != AeModel::Standing::Running) return {true, true};
    const bool isSecond = std::exchange(m_isSecondNext, !m_isSecondNext);
    return {!isSecond, isSecond};
}

HourglassPage::HourglassPage(AeModel& model) : AePage(model), m_hourglass(new HourglassView(this))
{
    m_hourglass->setOpenable([this](int layer) { return m_model.canOpenLayer(layer); });
    connect(m_hourglass, &HourglassView::partPicked, &m_model, [this](const HourglassPart& part) {
        m_model.openLayer(part.layer, part.isMap ? part.first : 0);
    });
    connect(&m_model, &AeModel::digitChanged, this, &HourglassPage::refreshHourglass);
    translated([this] { m_hourglass->setAccessibleName(tr("The network with one picture in it")); });
}

void HourglassPage::refreshHourglass()
{
    const RunMoment& moment = m_model.moment();
    if (!m_model.data() || !moment.model || isBehind()) return;
    m_hourglass->setContent(moment.model, activationsOf(*moment.model, m_model.pixelsOf(m_model.digit())),
                            m_model.nameOf(m_model.digit()));
}

} // namespace hg
