#pragma once

#include "ui/export/exporter.h"
#include "ui/runs/job.h"

#include <QTimer>

#include <atomic>
#include <optional>

namespace hg {

/// An export on a thread of its own, with progress and cancelling. Its end cancels what still runs and waits
/// for that, which takes as long as one frame.
class ExportJob : public QObject {
    Q_OBJECT

public:
    explicit ExportJob(QObject* parent = nullptr);
    ~ExportJob() override { cancel(); }

    /// One at a time. The options' watch is not used.
    void start(const QString& path, Exportable exportable, ExportOptions options);
    /// Asks the work to end; finished() comes all the same.
    void cancel() { m_isCancelled = true; }
    bool isRunning() const { return m_job != nullptr; }

Q_SIGNALS:
    /// The share that is done, 0 … 1, a few times a second.
    void progressed(double share);
    void finished(const hg::Result<void>& result);

private:
    void finish(const Result<void>& result);

    std::atomic<bool> m_isCancelled = false;
    std::atomic<double> m_share = 0;
    QTimer m_looks;
    std::unique_ptr<Job> m_job; ///< joined before what it works with goes
};

} // namespace hg
