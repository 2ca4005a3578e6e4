#include "ui/runs/export_job.h"

#include <algorithm>

namespace hg {

ExportJob::ExportJob(JobYard& yard, QObject* parent) : QObject(parent), m_job(yard)
{
    m_looks.setInterval(50);
    connect(&m_looks, &QTimer::timeout, this, [this] { Q_EMIT progressed(std::max(0.0, m_job.share())); });
}

void ExportJob::start(const QString& path, Exportable exportable, ExportOptions options)
{
    *m_isCancelled = false;
    m_job.start<Result<void>>(
        tr("Exporting"),
        [path, exportable = std::move(exportable), options = std::move(options),
         isCancelled = m_isCancelled](const Watch& watch) mutable {
            options.watch = [&](double share) { return watch(share) && !*isCancelled; };
            return writeExport(path, exportable, options);
        },
        [this](const Result<void>& result) { finish(result); });
    m_looks.start();
}

void ExportJob::finish(const Result<void>& result)
{
    m_looks.stop();
    Q_EMIT finished(result);
}

} // namespace hg
