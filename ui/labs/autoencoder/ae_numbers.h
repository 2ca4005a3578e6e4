#pragma once

#include "core/eval/number_files.h"
#include "ui/runs/job.h"

#include <optional>

namespace hg {

class AeModel;

/// What the network of the moment makes of the samples, as files of numbers.
class AeNumbers : public QObject {
    Q_OBJECT

public:
    explicit AeNumbers(AeModel& model);

    /// In the order in which they are offered; MDS's places are those of its pictures.
    enum class What { Codes, Rebuilt, Aligned, PcaScores, Mds };
    static constexpr int whatCount = 5;
    struct Choice {
        What what = What::Codes;
        bool ofTraining = false;
    };

    bool isPossible() const;
    /// Whether there are such numbers at the moment, of some part.
    bool has(What what) const;
    /// Whether they are there of the samples that are trained on.
    bool hasTraining(What what) const { return what != What::Mds; }
    bool hasLabels(const Choice& choice) const;
    int rows(const Choice& choice) const;
    int columns(const Choice& choice) const;
    /// Without folder and ending.
    static QString proposedName(const Choice& choice);

    /// Writes them beside the window; how it ended is told by the model. A file that is being written is
    /// given up.
    void save(const QString& path, const Choice& choice);
    Job& job() { return m_job; }

private:
    const Samples& samplesOf(const Choice& choice) const;
    std::optional<SampleNumbers> numbersOf(const Choice& choice) const;

    AeModel& m_model;
    Job m_job;
};

} // namespace hg
