#pragma once

#include "core/lab/autoencoder_examples.h"
#include "core/train/training_run.h"
#include "ui/painters/axis_names.h"

#include <QStringList>

namespace hg {

// Words of the autoencoder lab, in the window's language.

/// "Linear", "Dense", …: of a preset's id, or the id itself.
QString shortModelName(const char* id);
/// The same of a setup; "Own layers" where they are.
QString networkName(const AutoencoderSetup& setup);
/// "784-256-64-2": the encoder's sizes.
QString layersOf(const Network& network);
QString exampleName(const char* id);
/// What to expect of it.
QString exampleExpectation(const char* id);

/// The paces that are offered, in their order.
QStringList paceNames();
Pace paceOf(int index);
/// The nearest of them.
int paceIndex(const Pace& pace);

QStringList activationNames();
/// In the order of Activation.
QString activationWord(Activation activation);
QStringList lossNames();
QStringList optimizerNames();
QStringList scheduleNames();
QStringList initialisationNames();

/// What happened mid-run, in a few letters for the plot.
QString eventText(const RunEvent& event, const class Texts& texts);

} // namespace hg
