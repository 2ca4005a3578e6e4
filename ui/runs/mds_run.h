#pragma once

#include "ui/runs/data_store.h"

#include <QTimer>

#include <chrono>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace hg {

/// Metric MDS of the first held-out pictures, a round at a time beside the window, so that it can be watched:
/// from the classical solution until a round gains less than a hundred-thousandth, or 300. It is solved once
/// for its pictures and then stays.
class MdsRun : public QObject {
    Q_OBJECT

public:
    MdsRun(Workers& workers, JobYard& yard);
    ~MdsRun() override;

    /// Where the pictures lie after a round.
    struct Moment {
        int round = 0;
        double stress = 0;
        bool isDone = false;
        std::shared_ptr<const std::vector<float>> points; ///< (n, 2), turned as PCA's scores lie
    };

    /// Begins for these pictures, unless it has; what was there for others is dropped.
    void show(const std::shared_ptr<const LabData>& data, int pictures);
    /// From the start once more.
    void again();
    void setPaused(bool isPaused);
    /// The least time from one round to the next, 33 ms unless told otherwise: 0 solves it as fast as it
    /// goes.
    void setRoundTime(std::chrono::milliseconds time) { m_clock.setInterval(time); }
    bool isPaused() const { return m_isPaused; }
    /// How many of the held-out pictures, from the first on; as many as there are.
    int pictures() const { return m_pictures; }
    /// What keeps it from beginning: fewer than three pictures, or all of them equal.
    const std::optional<Error>& problem() const { return m_problem; }
    /// Nothing until the distances are known.
    const std::optional<Moment>& moment() const { return m_moment; }
    bool isDone() const { return m_moment && m_moment->isDone; }
    /// The stress after each round, that of the start first.
    const std::vector<double>& stresses() const { return m_stresses; }
    /// Of PCA's scores of these pictures.
    std::optional<double> pcaStress() const { return m_pcaStress; }
    /// Of the last map that measure() was given and has ended.
    std::optional<double> otherStress() const { return m_otherStress; }
    /// Works out the stress of another map of all points, of which the first are these pictures.
    void measure(std::shared_ptr<const std::vector<float>> points);
    /// Reading the distances, for whoever shows that it takes a while.
    Job& job() { return m_start; }

Q_SIGNALS:
    void changed();

private:
    /// What the rounds' threads work on, one at a time.
    struct Descent;
    struct Started;
    void begin();
    void takeStart(Result<Started> started);
    void step();
    void takeRound(const Moment& moment);
    void measureNext();

    Workers& m_workers;
    std::shared_ptr<const LabData> m_data;
    int m_pictures = 0;
    bool m_isPaused = false;
    std::shared_ptr<Descent> m_descent;
    std::optional<Error> m_problem;
    std::optional<Moment> m_moment;
    std::vector<double> m_stresses;
    std::optional<double> m_pcaStress, m_otherStress;
    std::shared_ptr<const std::vector<float>> m_wanted, m_measured;
    QTimer m_clock;
    Job m_start, m_round, m_measure;
};

} // namespace hg
