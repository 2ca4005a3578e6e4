#include "ui/labs/conv/sound_model.h"

#include "ui/theme/error_text.h"

#include <QFileInfo>

namespace hg {

SoundModel::SoundModel(AppContext& context, QUndoStack& undo)
    : m_undo(undo)
    , m_assets(context.assets)
    , m_yard(context.jobs)
    , m_timeline(context.clock)
    , m_job(context.jobs)
{
    connect(&m_job, &Job::changed, this, &SoundModel::busyChanged);
    connect(&m_job, &Job::cancelled, this, [this] { takeProblem({ErrorCode::Cancelled}); });
}

void SoundModel::begin()
{
    if (m_hasBegun) return;
    m_hasBegun = true;
    work();
}

void SoundModel::edit(const SoundScene& scene, const std::string& merges)
{
    if (scene == m_scene) return;
    m_undo.push(new StateEdit<SoundScene>(*this, m_scene, scene, merges));
}

void SoundModel::open(const SoundState& state)
{
    edit(state.scene);
    m_opened = state;
    begin(); // the sound that it had anyway may never have been asked for
    showPlace();
}

void SoundModel::openFile(const std::string& path, const std::shared_ptr<const SoundTrack>& track)
{
    SoundScene scene = m_scene;
    scene.path = path;
    m_track = track;
    m_trackScene = scene;
    // The same file may hold another sound by now: then there is nothing to undo, and a figure to make.
    if (scene == m_scene) return adopt(scene);
    edit(scene);
}

void SoundModel::adopt(const SoundScene& scene)
{
    m_hasBegun = true;
    m_scene = scene;
    Q_EMIT sceneChanged();
    work();
}

void SoundModel::work()
{
    if (m_job.isRunning()) return; // finish() goes on with the newest scene
    auto known = m_track && isSameSound(m_trackScene, m_scene) ? m_track : nullptr;
    m_job.start<std::shared_ptr<Outcome>>(
        tr("Filtering the sound"),
        [scene = m_scene, known, assets = m_assets](const Watch&) {
            auto track = known;
            if (!track) {
                auto loaded = loadTrack(scene, assets);
                if (!loaded) return std::make_shared<Outcome>(Outcome{scene, nullptr, loaded.error()});
                track = std::make_shared<const SoundTrack>(std::move(*loaded));
            }
            return std::make_shared<Outcome>(Outcome{scene, track, evaluateSound(track, scene)});
        },
        [this](const std::shared_ptr<Outcome>& outcome) { finish(*outcome); });
}

void SoundModel::finish(const Outcome& outcome)
{
    if (outcome.track && !(m_track && isSameSound(m_trackScene, m_scene))) {
        m_track = outcome.track;
        m_trackScene = outcome.scene;
    }
    const bool isNewest = outcome.scene == m_scene && (!outcome.track || outcome.track == m_track);
    if (outcome.figure)
        takeFigure(*outcome.figure);
    else if (isNewest)
        takeProblem(outcome.figure.error());
    if (!isNewest) work();
}

void SoundModel::takeProblem(const Error& error)
{
    m_problem = error;
    Q_EMIT remarkChanged();
}

/// Another sound is shown whole; the same one keeps what is in view.
void SoundModel::takeFigure(const SoundFigure& figure)
{
    const bool isSameSound = m_figure && m_figure->input == figure.input;
    m_figure = std::make_shared<const SoundFigure>(figure);
    m_problem.reset();
    m_view = isSameSound ? fittingView(m_view, figure) : SoundView{0, figure.input->seconds()};
    forgetRemark();
    m_timeline.pause();
    m_timeline.setSeconds(figure.input->seconds());
    showPlace();
    Q_EMIT figureChanged();
}

void SoundModel::setView(const SoundView& view)
{
    const SoundView fitting = m_figure ? fittingView(view, *m_figure) : view;
    if (fitting == m_view) return;
    m_view = fitting;
    Q_EMIT viewChanged();
}

SoundPlace SoundModel::place() const
{
    if (!m_figure) return m_opened ? m_opened->view : SoundPlace();
    SoundPlace place{m_timeline.second()};
    if (m_view.seconds >= m_figure->input->seconds()) return place;
    place.start = m_view.start;
    place.seconds = m_view.seconds;
    return place;
}

/// Of the state that was opened, where its sound is there.
void SoundModel::showPlace()
{
    if (!m_opened || !m_figure || !isSameSound(m_figure->scene, m_opened->scene)) return;
    const SoundPlace place = m_opened->view;
    m_opened.reset();
    m_timeline.pause();
    m_timeline.seekSecond(place.second);
    setView(place.seconds > 0 ? SoundView{place.start, place.seconds}
                              : SoundView{0, m_figure->input->seconds()});
}

Remark SoundModel::hindrance() const
{
    if (!m_problem) return {};
    const QString file = QFileInfo(QString::fromStdString(m_problem->where)).fileName();
    const QString sentence = errorSentence(*m_problem);
    return {tr("The last sound stays: %1.")
                .arg(file.isEmpty() ? sentence : file + QStringLiteral(": ") + sentence)};
}

void SoundModel::tell(const QString& sentence, const QList<Offer>& offers)
{
    m_remark = {sentence, offers};
    Q_EMIT remarkChanged();
}

} // namespace hg
