#pragma once

#include "core/lab/sound_scene.h"
#include "ui/runs/job.h"

#include <QObject>

#include <memory>
#include <optional>

class QUndoStack;

namespace hg {

/// The sound that Convolution 1D shows, and its undoable changes. Loading and filtering run beside the
/// window; while they do, the last figure stays, and of the scenes that come meanwhile the newest is made.
class SoundModel : public QObject {
    Q_OBJECT

public:
    SoundModel(QUndoStack& undo, const Assets& assets, QObject* parent);

    const SoundScene& scene() const { return m_scene; }
    std::shared_ptr<const SoundFigure> figure() const { return m_figure; }
    bool isBusy() const { return m_job != nullptr; }
    /// Loads the first sound, once; until then nothing is read.
    void begin();
    /// A file that has been read already, as one undoable step under the filter of the moment.
    void open(const std::string& path, const std::shared_ptr<const SoundTrack>& track);
    /// As one undoable step; steps of the same non-zero `mergeKey` in a row become one.
    void edit(const SoundScene& scene, int mergeKey = 0);

Q_SIGNALS:
    void sceneChanged();
    void figureChanged();
    void busyChanged();
    void problemFound(const hg::Error& error);

private:
    friend class SoundCommand;
    struct Outcome {
        SoundScene scene;
        std::shared_ptr<const SoundTrack> track; ///< null where it could not be loaded
        Result<SoundFigure> figure;
    };
    void setScene(const SoundScene& scene);
    void work();
    void finish(const Outcome& outcome);

    QUndoStack& m_undo;
    const Assets& m_assets;
    SoundScene m_scene;
    std::shared_ptr<const SoundFigure> m_figure;
    std::shared_ptr<const SoundTrack> m_track; ///< of m_trackScene's source
    SoundScene m_trackScene;
    std::unique_ptr<Job> m_job;
    bool m_hasBegun = false;
};

} // namespace hg
