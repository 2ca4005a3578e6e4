#include "ui/lab/busy_strip.h"

#include "ui/lab/lab_model.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

#include <algorithm>

namespace hg {
namespace {

constexpr int patience = 300; // milliseconds after which somebody wonders
constexpr int between = 60;   // milliseconds between two looks
constexpr int headGap = 8, sideGap = 18;

} // namespace

BusyStrip::BusyStrip(LabModel& model, QWidget& stage)
    : Panel(&stage)
    , m_model(model)
    , m_name(new QLabel(this))
    , m_share(new QProgressBar(this))
    , m_cancel(new QPushButton(this))
{
    build();
    m_looks.setInterval(between);
    connect(&m_looks, &QTimer::timeout, this, &BusyStrip::look);
    connect(&model, &LabModel::busyChanged, this, &BusyStrip::look);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        if (Job* job = m_model.busyJob()) job->cancel();
    });
    stage.installEventFilter(this);
    translated([this] { m_cancel->setText(tr("Cancel")); });
    hide();
    look();
}

void BusyStrip::build()
{
    setProperty("look", QStringLiteral("strip"));
    setAttribute(Qt::WA_StyledBackground);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(14, 6, 8, 6);
    row->setSpacing(12);
    row->addWidget(m_name);
    row->addWidget(m_share);
    row->addWidget(m_cancel);
    m_share->setTextVisible(false);
    m_share->setFixedWidth(140);
}

/// Timed by looking, because work that is over soon is not to be told at all.
void BusyStrip::look()
{
    const Job* job = m_model.busyJob();
    job ? m_looks.start() : m_looks.stop();
    if (!job || job->milliseconds() < patience) return hide();
    m_name->setText(job->name());
    m_share->setAccessibleName(job->name());
    const bool isKnown = job->share() >= 0;
    m_share->setRange(0, isKnown ? 100 : 0);
    if (isKnown) m_share->setValue(static_cast<int>(100 * job->share()));
    settle();
    show();
    raise();
}

void BusyStrip::settle()
{
    const QSize size = sizeHint().boundedTo(parentWidget()->size());
    const int left = parentWidget()->width() - size.width() - sideGap; // tabs stand at the left
    setGeometry(std::max(0, left), headGap, size.width(), size.height());
}

bool BusyStrip::eventFilter(QObject* object, QEvent* event)
{
    if (event->type() == QEvent::Resize && isVisible()) settle();
    return Panel::eventFilter(object, event);
}

} // namespace hg
