#pragma once

#include "core/lab/size_error.h"
#include "ui/runs/job.h"

#include <QTimer>

#include <optional>
#include <utility>
#include <vector>

namespace hg {

/// Trainings of one setup with every size of code, one after the other beside the window: what each size
/// leaves is there as soon as it has ended. What was trained stays, for each setup by itself.
class SizesRun : public QObject {
    Q_OBJECT

public:
    SizesRun(Workers& workers, JobYard& yard);
    ~SizesRun() override;

    /// Trains the sizes of trainedSizes that are not yet known for the setup; whatever was under way is given
    /// up.
    void train(const AutoencoderSetup& setup, std::shared_ptr<const Dataset> data);
    /// Whether the trainings that go on are of this setup, whatever its size.
    bool isTraining(const AutoencoderSetup& setup) const;
    /// What is known of the setup, whatever its size, in the order of sizes.
    std::vector<SizeError> errorsOf(const AutoencoderSetup& setup) const;
    /// What kept a size of the last trainings from its end.
    const std::optional<Error>& problem() const { return m_problem; }
    Job& job() { return m_job; }

Q_SIGNALS:
    /// Another size is known, or the trainings have begun, gone on or ended.
    void changed();

private:
    struct Found; // what the job's thread has found so far
    using Row = std::pair<AutoencoderSetup, std::vector<SizeError>>;
    Row& rowOf(const AutoencoderSetup& setup);
    void collect();

    Workers& m_workers;
    std::vector<Row> m_rows; ///< a setup each, at any size
    AutoencoderSetup m_setup;
    std::shared_ptr<Found> m_found;
    std::optional<Error> m_problem;
    QTimer m_clock;
    Job m_job;
};

} // namespace hg
