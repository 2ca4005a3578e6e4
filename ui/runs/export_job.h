#pragma once

#include "ui/export/exporter.h"
#include "ui/runs/job.h"

#include <QTimer>

#include <atomic>
#include <memory>

namespace hg {

/// An export on a thread of its own, with progress and cancelling. Its end gives up what still runs: that
/// ends after the frame at hand, and leaves no file.
class ExportJob : public QObject {
    Q_OBJECT

public:
    explicit ExportJob(JobYard& yard, QObject* parent = nullptr);

    /// One at a time. The options' watch is not used.
    void start(const QString& path, Exportable exportable, ExportOptions options);
    /// Asks the work to end; finished() comes all the same, when the file is free again.
    void cancel() { *m_isCancelled = true; }
    bool isRunning() const { return m_job.isRunning(); }

Q_SIGNALS:
    /// The share that is done, 0 … 1, a few times a second.
    void progressed(double share);
    void finished(const hg::Result<void>& result);

private:
    void finish(const Result<void>& result);

    std::shared_ptr<std::atomic<bool>> m_isCancelled = std::make_shared<std::atomic<bool>>(false);
    QTimer m_looks;
    Job m_job;
};

} // namespace hg
