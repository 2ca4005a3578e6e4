#pragma once

#include "core/embed/pca.h"
#include "core/train/history.h"
#include "core/train/trainer.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace hg {

/// The updates at which a film of a run of `total` updates stops: 0 to 10 one by one, then up to twenty a
/// decade, the round ones and the last; sixty or few more, and each one that isHistoryUpdate() keeps. They
/// follow from the length alone, however the run was paced.
std::vector<int> filmUpdates(int total);

/// The first picture of each class, as far as there are `most`, then those that come next.
std::vector<int> picturesOfClasses(std::span<const int> labels, int count, int most);

/// Samples of a film: dots on its maps, and a row of pictures.
struct FilmSamples {
    Shape shape;
    int count = 0;                       ///< dots
    std::vector<float> points;           ///< (count, features)
    std::vector<int> labels;             ///< of the dots; empty where there are none
    std::vector<std::string> classNames; ///< by label, where the data name their classes
    bool areTraining = false;            ///< some of those trained on, otherwise held out
    std::vector<int> chosen;             ///< held-out samples in the row
    int marked = -1;                     ///< the one of them that is looked at
    std::vector<float> row;              ///< (chosen, features)
    // What PCA makes of both: empty where the data have no components.
    std::vector<float> pcaScores; ///< (count, 2), or (count, 1)
    std::vector<float> pcaRow;    ///< (chosen, features), by as many components as the code has numbers

    std::size_t features() const { return shape.size(); }
};

/// What a film looks at.
struct FilmChoice {
    int digit = 0;           ///< a held-out sample; it is in the row
    bool ofTraining = false; ///< dots of samples that are trained on
};

inline constexpr int mostFilmDots = 1000, filmRow = 8;

/// The first held-out samples, or so many of the training part taken evenly; and a row of as many classes as
/// there are. `pca` may have no components.
FilmSamples filmSamples(const TrainingData& data, Shape shape, const Pca& pca, int codeSize,
                        const FilmChoice& choice, Workers& workers);

/// A training as it stood after an update.
struct FilmStop {
    int update = 0;
    std::optional<double> testError; ///< squared error a number on the whole held-out part
    int codeSize = 0;
    std::vector<float> codes; ///< of the dots; empty until they have been made
    std::vector<float> row;   ///< the row of pictures, rebuilt
};

/// A training as a film: immutable.
struct RunFilm {
    FilmSamples samples;
    int totalUpdates = 0, updatesPerEpoch = 1; ///< of the whole run, however far it has come
    int codeSize = 0;                          ///< of its end
    int heldOut = 0;                           ///< samples that errors are measured on
    std::optional<double> pcaError;            ///< of as many components, on the held-out part
    std::vector<LossPoint> losses;             ///< of every update
    std::optional<int> divergedAt;
    std::vector<FilmStop> stops; ///< one or more
};

/// The stop of that update, from 0, or the last before it; the film's last where none is asked for.
std::size_t stopOf(const RunFilm& film, std::optional<int> update);

/// Codes and pictures of a model. Errors: Cancelled.
Result<FilmStop> filmStop(const Model& model, int update, const FilmSamples& samples, Workers& workers,
                          const StopQuery& stop = {});

/// Takes a film while a network is trained. The last update of the run is its last stop.
class FilmCamera {
public:
    /// Stops at filmUpdates() and at `extra`, an update that is looked at, if any.
    FilmCamera(FilmSamples samples, const Trainer& trainer, std::optional<int> extra, Workers& workers);
    /// To be called before the first update and after each, with the loss that it had.
    void look(const Trainer& trainer, double loss);
    RunFilm take() { return std::move(m_film); }

private:
    RunFilm m_film;
    std::vector<int> m_updates;
    Workers& m_workers;
};

/// Those of filmUpdates() with `extra`, in order.
std::vector<int> filmUpdatesWith(int total, std::optional<int> extra);

} // namespace hg
