#include "ui/labs/autoencoder/ae_export.h"

#include "core/train/replay.h"
#include "ui/labs/autoencoder/ae_model.h"
#include "ui/labs/autoencoder/ae_stills.h"
#include "ui/labs/autoencoder/compared_model.h"

#include <algorithm>

namespace hg {
namespace {

TrainingData labelledData(const std::shared_ptr<const LabData>& data)
{
    const Dataset& dataset = *data->dataset;
    return {dataset.train.view(), dataset.test.view(), data, dataset.train.labels, dataset.test.labels};
}

/// What is kept of a run, its newest update too.
std::vector<HistoryPoint> historyOf(const Snapshot& now)
{
    std::vector<HistoryPoint> history = now.history;
    if (now.model && now.modelUpdate == now.update && now.update > history.back().update)
        history.push_back({.update = now.update,
                           .trainLoss = now.trainLoss,
                           .testError = {},
                           .model = now.model,
                           .codes = nullptr,
                           .optimizer = nullptr});
    return history;
}

/// The film's updates that can be shown, and the newest.
std::vector<int> updatesOf(const Snapshot& now, const RunReplay& run, std::optional<int> shown)
{
    std::vector<int> updates = filmUpdatesWith(now.totalUpdates, shown);
    const int newest = run.history().back().update;
    std::erase_if(updates, [&](int update) { return update > newest || !run.leadsTo(update); });
    if (updates.empty() || updates.back() != newest) updates.push_back(newest);
    return updates;
}

} // namespace

bool AeExport::Key::operator==(const Key& other) const
{
    return serial == other.serial && update == other.update && total == other.total && shown == other.shown &&
           look.digit == other.look.digit && look.ofTraining == other.look.ofTraining;
}

/// Makes a film whole, on any thread: with its own copy of all that it needs.
class AeExport::Maker {
public:
    Maker(const AeModel& model, const Key& key, std::shared_ptr<Shelf> shelf)
        : m_workers(model.context().workers)
        , m_data(model.sharedData())
        , m_key(key)
        , m_shelf(std::move(shelf))
        , m_samples(labelledData(m_data))
        , m_run(historyOf(*model.snapshot()), model.snapshot()->recipes, m_samples, m_workers)
    {
        describe(*model.snapshot(), model.pcaError());
    }

    /// With the stop that is looked at; of the others what is known.
    std::shared_ptr<const RunFilm> begun(const AutoencoderView& view)
    {
        FilmStop& shown = m_film.stops[stopOf(m_film, view.update)];
        if (const HistoryPoint* point = m_run.find(shown.update)) take(shown, *point->model);
        return std::make_shared<const RunFilm>(m_film);
    }

    /// Null when the watch ended it, or a run does not lead where it did.
    std::shared_ptr<const RunFilm> whole(const Watch& watch)
    {
        const auto count = static_cast<double>(m_film.stops.size());
        for (std::size_t i = 0; i < m_film.stops.size(); ++i) {
            FilmStop& stop = m_film.stops[i];
            const Watch part = partOf(watch, double(i) / count, (double(i) + 1) / count);
            if (!mayGoOn(part, 0)) return nullptr;
            const auto model = m_run.modelAt(stop.update, part);
            if (!model) return nullptr;
            if (stop.codes.empty()) take(stop, **model);
            if (!stop.testError) stop.testError = reconstructionError(**model, m_samples.test, m_workers);
        }
        auto film = std::make_shared<const RunFilm>(m_film);
        const std::lock_guard lock(m_shelf->mutex);
        m_shelf->key = m_key;
        m_shelf->film = film;
        return film;
    }

private:
    void describe(const Snapshot& now, std::optional<double> pcaError)
    {
        m_film.codeSize = m_run.history().back().model->plan->codeSize();
        m_film.samples = filmSamples(m_samples, m_data->dataset->train.shape, m_data->pca, m_film.codeSize,
                                     m_key.look, m_workers);
        m_film.samples.classNames = m_data->dataset->classNames;
        m_film.totalUpdates = now.totalUpdates;
        m_film.updatesPerEpoch = now.updatesPerEpoch;
        m_film.heldOut = m_samples.test.count;
        m_film.pcaError = pcaError;
        now.losses.forEach([this](const LossPoint& point) { m_film.losses.push_back(point); });
        if (now.state == RunState::Diverged) m_film.divergedAt = now.update;
        for (const int update : updatesOf(now, m_run, m_key.shown)) {
            FilmStop stop;
            stop.update = update;
            stop.codeSize = m_film.codeSize;
            if (const HistoryPoint* point = m_run.find(update)) stop.testError = point->testError;
            m_film.stops.push_back(std::move(stop));
        }
    }

    void take(FilmStop& stop, const Model& model)
    {
        const auto error = stop.testError;
        stop = *filmStop(model, stop.update, m_film.samples, m_workers);
        stop.testError = error;
    }

    Workers& m_workers;
    std::shared_ptr<const LabData> m_data;
    Key m_key;
    std::shared_ptr<Shelf> m_shelf;
    TrainingData m_samples;
    RunReplay m_run;
    RunFilm m_film;
};

bool AeExport::isPossible() const
{
    const Snapshot* now = m_model.snapshot();
    return m_model.data() && now && !now->history.empty();
}

std::optional<Exportable> AeExport::film(const ExportChoice& choice) const
{
    if (!isPossible()) return std::nullopt;
    const AutoencoderView view = std::get<AutoencoderState>(m_model.state()).view;
    const Snapshot& now = *m_model.snapshot();
    const Key key{
        m_model.run().serial(), now.update, now.totalUpdates, view.update, {view.digit, view.mapsTraining}};
    Workers& workers = m_model.context().workers;
    {
        const std::lock_guard lock(m_shelf->mutex);
        if (m_shelf->film && m_shelf->key == key)
            return exportRun({m_shelf->film}, view, stopOf(*m_shelf->film, view.update), choice, workers);
    }
    const auto maker = std::make_shared<Maker>(m_model, key, m_shelf);
    const auto film = maker->begun(view);
    return exportRun({film, [maker](const Watch& watch) { return maker->whole(watch); }}, view,
                     stopOf(*film, view.update), choice, workers);
}

std::optional<Exportable> AeExport::shown(const ExportChoice& choice) const
{
    std::optional<Exportable> still;
    if (m_model.tab() == AutoencoderTab::Compared) still = maps(choice);
    if (m_model.tab() == AutoencoderTab::Walk) still = walk(choice);
    return still ? still : film(choice); // while codes are being made, as at first
}

std::optional<Exportable> AeExport::maps(const ExportChoice& choice) const
{
    ComparedModel& compared = m_model.compared();
    const AutoencoderView& view = m_model.view();
    const auto plain = compared.plain();
    if (!plain || !m_model.moment().model) return std::nullopt;
    const bool isAligned = view.isAligned && compared.aligned();
    const bool isMds = view.beside == Beside::Mds && compared.mds().moment();
    const Dataset& dataset = *m_model.data()->dataset;
    MapsScene scene{.update = m_model.moment().update, .left = {}, .right = {}};
    scene.isAligned = isAligned;
    if (isAligned) scene.residual = compared.residual();
    scene.left.points = isAligned ? compared.aligned() : plain;
    if (view.beside == Beside::Dial && compared.canDial())
        scene.dial = DialSeen{compared.shownMap(isAligned ? 1 : 0), view.dial};
    const int code = m_model.moment().model->plan->codeSize();
    const bool arePcs = isAligned || (view.plane.isPca && code > 2);
    scene.left.names = arePcs ? componentAxisNames() : codeAxisNames(view.plane.across, view.plane.up, code);
    if (view.hasColours) scene.left.labels = compared.isCrowd() ? dataset.train.labels : dataset.test.labels;
    scene.right.labels = scene.left.labels;
    scene.left.classNames = scene.right.classNames = m_model.classNames();
    scene.right.points = isMds ? compared.mds().moment()->points : compared.scores();
    if (!scene.right.points || view.beside == Beside::Sizes) {
        scene.beside = MapsScene::Right::None;
        return exportMaps(std::move(scene), choice);
    }
    scene.beside = isMds ? MapsScene::Right::Mds : MapsScene::Right::Pca;
    scene.right.names = isMds ? AxisNames() : componentAxisNames();
    scene.right.isIsotropic = isMds;
    return exportMaps(std::move(scene), choice);
}

std::optional<Exportable> AeExport::walk(const ExportChoice& choice) const
{
    WalkModel& model = m_model.walk();
    const WalkPlane* plane = model.plane();
    const auto places = model.places();
    if (!plane || !places) return std::nullopt;
    const Dataset& dataset = *m_model.data()->dataset;
    WalkScene scene{
        .update = m_model.moment().update,
        .map = {.points = places, .names = codeAxisNames(plane->across(), plane->up(), plane->codeSize())},
        .plane = WalkPlane(plane->model(), m_model.view().plane, plane->codeAt({0, 0})),
        .shape = dataset.test.shape,
        .layer = m_model.view().walk.layer,
        .cross = model.cross()};
    if (m_model.view().hasColours) scene.map.labels = dataset.test.labels;
    scene.map.classNames = m_model.classNames();
    if (const TrainingCodes* training = model.training()) scene.training = training->places;
    if (const PathFilm* film = model.film()) scene.film = *film;
    return exportWalk(std::move(scene), choice, m_model.context().workers);
}

} // namespace hg
