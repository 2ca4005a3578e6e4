#include "app/cli/train_render.h"

#include "app/cli/long_work.h"
#include "core/lab/autoencoder_setup.h"
#include "ui/export/exporter.h"
#include "ui/painters/run_film_export.h"

#include <algorithm>

namespace hg::cli {

std::optional<Failure> checkRender(const RenderOrder& order)
{
    if (order.path.isEmpty()) return std::nullopt;
    const std::string path = order.path.toStdString();
    if (const ExportKind* kind = exportKindOf(order.path); kind && !isAvailable(*kind))
        return failure({ErrorCode::ToolMissing, path, {}, "ffmpeg"});
    const auto writable = checkWritable(path);
    return writable ? std::nullopt : std::optional(failure(writable.error()));
}

std::variant<std::unique_ptr<TrainFilming>, Failure> TrainFilming::begin(const TrainRender& wanted,
                                                                         const Trainer& trainer,
                                                                         const Dataset& dataset,
                                                                         Workers& workers)
{
    TrainingData data = trainer.data();
    data.trainLabels = dataset.train.labels;
    data.testLabels = dataset.test.labels;
    const int code = trainer.model().plan->codeSize();
    const Watch watch = [](double) { return !wasInterrupted(); };
    // Of as many components as the window has, whose pictures these are to be, to the last bit.
    const auto pca = fitPcaIfAny(data.train, std::max(mostNeuronsInLab, code), workers, watch);
    if (!pca) return failure(pca.error(), "--render");
    std::optional<double> error;
    if (pca->count() > 0) {
        const auto errors = errorsByCount(*pca, data.test, workers, watch);
        if (!errors) return failure(errors.error(), "--render");
        error = (*errors)[static_cast<std::size_t>(std::min(code, pca->count()))];
    }
    const FilmChoice choice{wanted.view.digit, wanted.view.mapsTraining};
    FilmSamples samples = filmSamples(data, dataset.train.shape, *pca, code, choice, workers);
    samples.classNames = dataset.classNames;
    FilmCamera camera(std::move(samples), trainer, wanted.view.update, workers);
    return std::unique_ptr<TrainFilming>(new TrainFilming(wanted, std::move(camera), error, workers));
}

std::optional<Failure> TrainFilming::write()
{
    auto film = std::make_shared<RunFilm>(m_camera.take());
    film->pcaError = m_pcaError;
    const std::size_t now = stopOf(*film, m_wanted.view.update);
    return draw(
        m_wanted.order,
        [&](const ExportChoice& choice) { return exportRun({film}, m_wanted.view, now, choice, m_workers); },
        1 + static_cast<double>(now));
}

} // namespace hg::cli
