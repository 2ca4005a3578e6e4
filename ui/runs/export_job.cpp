#include "ui/runs/export_job.h"

namespace hg {

ExportJob::ExportJob(QObject* parent) : QObject(parent)
{
    m_looks.setInterval(50);
    connect(&m_looks, &QTimer::timeout, this, [this] { Q_EMIT progressed(m_share); });
}

void ExportJob::start(const QString& path, Exportable exportable, ExportOptions options)
{
    m_isCancelled = false;
    m_share = 0;
    options.watch = [this](double share) {
        m_share = share;
        return !m_isCancelled;
    };
    m_job = std::make_unique<Job>();
    m_job->start<Result<void>>([path, exportable = std::move(exportable),
                                options] { return writeExport(path, exportable, options); },
                               [this](const Result<void>& result) { finish(result); });
    m_looks.start();
}

void ExportJob::finish(const Result<void>& result)
{
    m_looks.stop();
    m_job.release()->deleteLater(); // this is called from within it
    Q_EMIT finished(result);
}

} // namespace hg
