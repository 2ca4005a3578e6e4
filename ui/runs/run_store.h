#pragma once

#include "ui/runs/run.h"

#include <memory>
#include <string>
#include <vector>

namespace hg {

/// A network that a run has trained to its end.
struct TrainedModel {
    std::string name; ///< "dense, 2, mnist, seed 1"; a second one of that name replaces the first
    AutoencoderSetup setup;
    std::shared_ptr<const Model> model;
    double testError = 0;
};

/// The runs of the program, which outlive the pages that show them, and the networks that they finished. A
/// run is lent to one lab at a time; when that lab goes the run stays here and goes on.
class RunStore {
public:
    RunStore();
    ~RunStore();
    RunStore(const RunStore&) = delete;
    RunStore& operator=(const RunStore&) = delete;

    /// A run that nobody shows, of the lab with that id, the newest first; where there is none, a new one
    /// that has not begun.
    std::shared_ptr<Run> take(const std::string& lab, Workers& workers, const Clock& clock);
    /// The networks that were trained to the end, the newest last.
    const std::vector<TrainedModel>& models() const { return m_models; }
    const TrainedModel* find(const std::string& name) const;

private:
    struct Kept {
        std::string lab;
        std::shared_ptr<Run> run;
    };
    void keepFinished(const Run& run);
    void dropOldest();

    std::vector<Kept> m_runs;
    std::vector<TrainedModel> m_models;
};

} // namespace hg
