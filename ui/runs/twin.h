#pragma once

#include "ui/runs/run_store.h"

namespace hg {

/// A network that somebody wants trained: taken from the store where it has been, otherwise trained, to be
/// watched or in haste. What it has learnt so far is there at every moment.
class Twin : public QObject {
    Q_OBJECT

public:
    enum class Standing { Missing, Running, Paused, Trained, Diverged };

    /// `id` names its run in the store.
    Twin(RunStore& store, const std::string& id, Workers& workers, const Clock& clock);
    ~Twin() override;

    /// Wants another network. A run of it that is there goes on; one of another ends its training.
    void want(const AutoencoderSetup& setup, std::shared_ptr<const LabData> data);
    /// Trains it from update 0, spread over so many seconds, or with 0 at full speed. Errors: those of
    /// validate(); then nothing changes.
    Result<void> train(double seconds);
    void pause();
    void resume();
    void setPace(double seconds) { m_run->setPace({seconds}); }

    Standing standing() const;
    /// Null where nothing of it has been trained.
    std::shared_ptr<const Model> model() const;
    /// How far its run has come; nothing of a network from the store.
    const Snapshot* snapshot() const;

Q_SIGNALS:
    void changed();

private:
    /// Whether the run is of the wanted network on the wanted data.
    bool isOwnRun() const;

    RunStore& m_store;
    AutoencoderSetup m_setup;
    std::shared_ptr<const LabData> m_data;
    std::shared_ptr<const Model> m_kept; ///< of the store
    std::shared_ptr<Run> m_run;
};

} // namespace hg
