#pragma once

#include "app/cli/render.h"
#include "core/data/dataset.h"
#include "core/eval/run_film.h"

#include <memory>

namespace hg::cli {

/// What `train --render` was asked for: nothing where its path is empty.
struct TrainRender {
    RenderOrder order;
    AutoencoderView view; ///< of the state that the training begins with
    bool isWanted() const { return !order.path.isEmpty(); }
};

/// What cannot be written, before anything is trained.
std::optional<Failure> checkRender(const RenderOrder& order);

/// Films a training and draws it at its end. Without `--render` nothing happens.
class TrainFilming {
public:
    /// Fits what the pictures need beside the network. Errors: those of PCA.
    static std::variant<std::unique_ptr<TrainFilming>, Failure>
    begin(const TrainRender& wanted, const Trainer& trainer, const Dataset& dataset, Workers& workers);

    /// Before the first update and after each.
    void look(const Trainer& trainer, double loss) { m_camera.look(trainer, loss); }
    std::optional<Failure> write();

private:
    TrainFilming(const TrainRender& wanted, FilmCamera camera, std::optional<double> pcaError,
                 Workers& workers)
        : m_wanted(wanted), m_camera(std::move(camera)), m_pcaError(pcaError), m_workers(workers)
    {}

    TrainRender m_wanted;
    FilmCamera m_camera;
    std::optional<double> m_pcaError;
    Workers& m_workers;
};

} // namespace hg::cli
