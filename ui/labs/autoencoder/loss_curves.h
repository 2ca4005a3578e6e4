#pragma once

#include "ui/theme/texts.h"
#include "ui/widgets/loss_view.h"

namespace hg {

class AeModel;
struct EarlierRun;

/// Everything that the plot of the error shows of the lab's run at the moment. There is a snapshot.
LossCurves lossCurvesOf(AeModel& model, const Texts& texts);
/// What an earlier run ended with, or "…" where it is not known.
QString errorText(const EarlierRun& run, const Texts& texts);

} // namespace hg
