#pragma once

#include "core/lab/lab_state.h"
#include "ui/lab/app_context.h"
#include "ui/lab/state_edit.h"
#include "ui/painters/sound_painter.h"
#include "ui/runs/job.h"
#include "ui/widgets/remark.h"
#include "ui/widgets/sound_timeline.h"

#include <QUndoStack>

#include <memory>
#include <optional>

namespace hg {

/// The sound that Convolution 1D shows without any view of it: its undoable changes, its playhead and the
/// stretch in view. Loading and filtering run beside the window; while they do, the last figure stays, and of
/// the scenes that come meanwhile the newest is made.
class SoundModel : public QObject, private StateOwner<SoundScene> {
    Q_OBJECT

public:
    SoundModel(AppContext& context, QUndoStack& undo);

    const SoundScene& scene() const { return m_scene; }
    std::shared_ptr<const SoundFigure> figure() const { return m_figure; }
    SoundTimeline* timeline() { return &m_timeline; }
    Job& job() { return m_job; }
    JobYard& yard() const { return m_yard; }
    bool isBusy() const { return m_job.isRunning(); }
    /// Loads the first sound, once; until then nothing is read.
    void begin();
    /// A file that has been read already, as one undoable step under the filter of the moment.
    void openFile(const std::string& path, const std::shared_ptr<const SoundTrack>& track);
    /// As one undoable step; those of the same name in a row become one.
    void edit(const SoundScene& scene, const std::string& merges = {});
    SoundState state() const { return {m_scene, place()}; }
    /// One undoable step, and what is in view once its sound is there.
    void open(const SoundState& state);

    const SoundView& view() const { return m_view; }
    void setView(const SoundView& view);

    Remark remark() const { return m_remark.sentence.isEmpty() ? hindrance() : m_remark; }
    void tell(const QString& sentence, const QList<Offer>& offers = {});
    void forgetRemark() { tell({}); }

Q_SIGNALS:
    void sceneChanged();
    void figureChanged();
    void viewChanged();
    void busyChanged();
    void remarkChanged();

private:
    struct Outcome {
        SoundScene scene;
        std::shared_ptr<const SoundTrack> track; ///< null where it could not be loaded
        Result<SoundFigure> figure;
    };
    void adopt(const SoundScene& scene) override;
    void work();
    void finish(const Outcome& outcome);
    void takeFigure(const SoundFigure& figure);
    void takeProblem(const Error& error);
    SoundPlace place() const;
    void showPlace();
    Remark hindrance() const;

    QUndoStack& m_undo;
    const Assets& m_assets;
    JobYard& m_yard;
    SoundTimeline m_timeline;
    SoundScene m_scene;
    std::shared_ptr<const SoundFigure> m_figure;
    std::shared_ptr<const SoundTrack> m_track; ///< of m_trackScene's source
    SoundScene m_trackScene;
    SoundView m_view;
    std::optional<SoundState> m_opened; ///< whose place is shown once its sound is there
    std::optional<Error> m_problem;     ///< of the newest scene
    Remark m_remark;
    Job m_job;
    bool m_hasBegun = false;
};

} // namespace hg
