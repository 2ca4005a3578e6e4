#pragma once

#include "core/data/dataset.h"
#include "core/lab/checker_setup.h"
#include "core/lab/checkerboards.h"
#include "core/train/trainer.h"
#include "core/util/watch.h"

#include <array>
#include <memory>
#include <span>
#include <vector>

namespace hg {

/// The pictures whose mean is measured: the first so many held-out ones.
inline constexpr int checkedPictures = 1000;

/// The updates at which the comparison can be looked at: every tenth at first, where most happens, in the end
/// every hundredth.
std::span<const int> checkerStops();
/// The last of them that is not beyond so many updates.
int lastCheckerStop(int updates);

/// The three decoders at one update, in the order of `doublings`.
struct CheckerMoment {
    int update = 0;
    std::array<std::shared_ptr<const Model>, doublings.size()> models;
    std::array<TensorD, doublings.size()> means;      ///< of the rebuilt pictures
    std::array<double, doublings.size()> strengths{}; ///< gridStrength() of those
};

/// The comparison trained from stop to stop: the same seed, and with it the same encoder and batches, for all
/// three. A plain object without a thread or a clock.
class CheckerTraining {
public:
    /// The data's pictures are of one channel and sides that 4 divides. Errors: checkerboardNetwork()'s.
    static Result<std::shared_ptr<CheckerTraining>>
    begin(const CheckerRecipe& recipe, std::shared_ptr<const Dataset> data, Workers& workers);

    /// Trains all three to the next stop, the first time to update 0, and measures them there; there is one.
    /// Errors: Diverged; Cancelled. After an error it is not to be used. Cost: 100 updates of all three are
    /// half a second on two cores.
    Result<CheckerMoment> next(const Watch& watch = {});
    bool isFinished() const { return m_next == checkerStops().size(); }

private:
    CheckerTraining(std::shared_ptr<const Dataset> data, Workers& workers)
        : m_data(std::move(data)), m_workers(workers)
    {}

    std::shared_ptr<const Dataset> m_data;
    Workers& m_workers;
    std::vector<std::unique_ptr<Trainer>> m_trainers;
    std::size_t m_next = 0;
};

/// What a comparison has come to, as it is looked at.
struct CheckerFilm {
    /// Of one seed.
    struct Curve {
        std::uint64_t seed = 1;
        std::vector<int> updates;
        std::array<std::vector<double>, doublings.size()> strengths;
        /// Without what comes after an update.
        Curve until(int update) const;
    };
    CheckerRecipe recipe{};
    std::shared_ptr<const Dataset> data{};                     ///< null until it has been read
    double ownStrength = 0;                                    ///< gridStrength() of the pictures themselves
    int updates = shortChecking;                               ///< at its end
    std::vector<std::shared_ptr<const CheckerMoment>> moments; ///< as far as it has come, by rising update
    std::vector<Curve> others;                                 ///< of other seeds, for comparison

    Curve curve() const;
    /// Of the pictures; that of the digits until they have been read.
    Shape shape() const { return data ? data->test.shape : Shape{1, 28, 28}; }
    /// How many moments are not beyond an update.
    std::size_t countUntil(int update) const;
    /// The last of those; null before the first.
    const CheckerMoment* momentAt(int update) const;
    /// Where a decoder's grid is strongest of all moments; null before the first.
    const CheckerMoment* peakOf(std::size_t doubling) const;
};

/// A whole comparison of one seed, from update 0 to the last stop within so many updates. Errors: those of
/// CheckerTraining.
Result<CheckerFilm> trainedFilm(const CheckerRecipe& recipe, std::shared_ptr<const Dataset> data, int updates,
                                Workers& workers, const Watch& watch = {});

/// gridStrength() of the mean of the pictures that are measured. Cost: a pass over them.
double strengthOfData(const Dataset& data);
/// A picture through a network.
TensorD rebuiltBy(const Model& model, std::span<const float> pixels);

} // namespace hg
