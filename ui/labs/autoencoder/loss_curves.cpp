#include "ui/labs/autoencoder/loss_curves.h"

#include "ui/labs/autoencoder/ae_model.h"
#include "ui/labs/autoencoder/ae_words.h"

namespace hg {
namespace {

std::vector<EarlierCurve> earlierCurves(AeModel& model, const Texts& texts)
{
    std::vector<EarlierCurve> curves;
    for (std::size_t i = 0; i < model.earlier().size(); ++i) {
        const EarlierRun& run = model.earlier()[i];
        EarlierCurve curve{.name = QStringLiteral("%1 %2").arg(errorText(run, texts), networkName(run.setup)),
                           .isDiverged = run.isDiverged,
                           .isChosen = static_cast<int>(i) == model.chosenEarlier()};
        for (const auto& p : run.curve)
            curve.points.push_back({static_cast<double>(p.update), p.testError});
        curves.push_back(std::move(curve));
    }
    return curves;
}

} // namespace

QString errorText(const EarlierRun& run, const Texts& texts)
{
    return run.finalError ? texts.glance(*run.finalError, 4) : QStringLiteral("…");
}

LossCurves lossCurvesOf(AeModel& model, const Texts& texts)
{
    const Snapshot& now = *model.snapshot();
    const RunMoment& moment = model.moment();
    LossCurves curves{.batches = now.losses,
                      .earlier = earlierCurves(model, texts),
                      .updatesPerEpoch = now.updatesPerEpoch,
                      .totalUpdates = static_cast<double>(now.totalUpdates),
                      .pcaError = model.pcaError(),
                      .shownUpdate = static_cast<double>(moment.update),
                      .shownError = moment.testError,
                      .isLogarithmic = model.isLogarithmic()};
    for (const HistoryPoint& p : now.history)
        if (const auto error = curveError(p))
            curves.heldOut.push_back({static_cast<double>(p.update), *error});
    if (const auto ahead = model.run().ahead())
        for (const RunAhead::Error& p : ahead->errors)
            curves.ahead.push_back({static_cast<double>(p.update), p.testError});
    for (const RunEvent& event : now.events)
        curves.marks.push_back({static_cast<double>(event.update), eventText(event, texts)});
    if (const auto band = expectedError(model.run().setup()))
        curves.band = LossCurves::Band{band->low, band->high};
    if (now.state == RunState::Diverged) curves.diverged = now.update;
    return curves;
}

} // namespace hg
