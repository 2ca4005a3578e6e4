#include "ui/labs/conv/sound_model.h"

#include <QUndoCommand>
#include <QUndoStack>

namespace hg {

class SoundCommand : public QUndoCommand {
public:
    SoundCommand(SoundModel& model, SoundScene before, SoundScene after, int mergeKey)
        : m_model(model), m_before(std::move(before)), m_after(std::move(after)), m_mergeKey(mergeKey)
    {}
    void undo() override { m_model.setScene(m_before); }
    void redo() override { m_model.setScene(m_after); }
    int id() const override { return m_mergeKey > 0 ? m_mergeKey : -1; }
    bool mergeWith(const QUndoCommand* next) override
    {
        m_after = static_cast<const SoundCommand*>(next)->m_after;
        setObsolete(m_after == m_before);
        return true;
    }

private:
    SoundModel& m_model;
    SoundScene m_before, m_after;
    int m_mergeKey;
};

SoundModel::SoundModel(QUndoStack& undo, const Assets& assets, QObject* parent)
    : QObject(parent), m_undo(undo), m_assets(assets)
{}

void SoundModel::begin()
{
    if (m_hasBegun) return;
    m_hasBegun = true;
    work();
}

void SoundModel::edit(const SoundScene& scene, int mergeKey)
{
    if (scene == m_scene) return;
    m_undo.push(new SoundCommand(*this, m_scene, scene, mergeKey));
}

void SoundModel::open(const std::string& path, const std::shared_ptr<const SoundTrack>& track)
{
    SoundScene scene = m_scene;
    scene.path = path;
    m_track = track;
    m_trackScene = scene;
    // The same file may hold another sound by now: then there is nothing to undo, and a figure to make.
    if (scene == m_scene) return setScene(scene);
    edit(scene);
}

void SoundModel::setScene(const SoundScene& scene)
{
    m_hasBegun = true;
    m_scene = scene;
    Q_EMIT sceneChanged();
    work();
}

void SoundModel::work()
{
    if (m_job) return; // finish() goes on with the newest scene
    auto known = m_track && isSameSound(m_trackScene, m_scene) ? m_track : nullptr;
    m_job = std::make_unique<Job>();
    m_job->start<std::shared_ptr<Outcome>>(
        [scene = m_scene, known, &assets = m_assets] {
            auto track = known;
            if (!track) {
                auto loaded = loadTrack(scene, assets);
                if (!loaded) return std::make_shared<Outcome>(Outcome{scene, nullptr, loaded.error()});
                track = std::make_shared<const SoundTrack>(std::move(*loaded));
            }
            return std::make_shared<Outcome>(Outcome{scene, track, evaluateSound(track, scene)});
        },
        [this](const std::shared_ptr<Outcome>& outcome) { finish(*outcome); });
    Q_EMIT busyChanged();
}

void SoundModel::finish(const Outcome& outcome)
{
    m_job.release()->deleteLater(); // it is in the middle of calling us
    if (outcome.track && !(m_track && isSameSound(m_trackScene, m_scene))) {
        m_track = outcome.track;
        m_trackScene = outcome.scene;
    }
    const bool isNewest = outcome.scene == m_scene && (!outcome.track || outcome.track == m_track);
    if (outcome.figure) {
        m_figure = std::make_shared<const SoundFigure>(*outcome.figure);
        Q_EMIT figureChanged();
    } else if (isNewest)
        Q_EMIT problemFound(outcome.figure.error());
    Q_EMIT busyChanged();
    if (!isNewest) work();
}

} // namespace hg
