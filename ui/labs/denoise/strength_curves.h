#pragma once

#include "core/eval/denoisers.h"
#include "core/lab/denoise_state.h"
#include "ui/runs/data_store.h"
#include "ui/runs/job.h"

#include <QTimer>

#include <memory>
#include <optional>
#include <vector>

namespace hg {

/// How many pictures figures are of while something moves; when nothing does, usualDenoiserImages.
inline constexpr int quickDenoiserImages = 1000;

/// What is denoised by what: everything that figures follow from but the strength.
struct DenoiseCase {
    std::shared_ptr<const LabData> data;
    Denoisers denoisers;
    std::shared_ptr<const std::vector<DigitClassifier>> classifiers; ///< null where the data are no digits
    DenoiseSetup setup;

    /// The first `count` held-out pictures, or as many as there are.
    DenoiseTest testOf(int count, double strength) const;
    bool operator==(const DenoiseCase& other) const;
};

/// Figures of every step of the strength, measured beside the window one after the other: roughly first, then
/// on as many pictures as `denoise` takes.
class StrengthCurves : public QObject {
    Q_OBJECT

public:
    StrengthCurves(Workers& workers, JobYard& yard);
    ~StrengthCurves() override;

    /// Begins to measure another case; the one that is there or under way stays.
    void measure(const DenoiseCase& subject);
    void giveUp();
    /// Whether what is there is of this case.
    bool areOf(const DenoiseCase& subject) const { return m_case && *m_case == subject; }
    /// By step; nothing of those that have not been measured.
    const std::vector<std::optional<AllFigures>>& points() const { return m_points; }
    /// Of the case that is there, every step on all pictures.
    bool isDone() const { return m_case && !m_job.isRunning() && !m_points.empty() && m_points.back(); }
    Job& job() { return m_job; }

Q_SIGNALS:
    void changed();

private:
    struct Found; // what the job's thread has found so far
    void collect();

    Workers& m_workers;
    std::optional<DenoiseCase> m_case;
    std::vector<std::optional<AllFigures>> m_points;
    std::shared_ptr<Found> m_found;
    QTimer m_clock;
    Job m_job;
};

/// The strength from which on a row is better than the noisy pictures, between two steps by a straight line;
/// nothing where that does not happen.
std::optional<QPointF> breakEven(std::span<const std::optional<AllFigures>> points, DenoiseRow row,
                                 const StrengthScale& scale);

} // namespace hg
