#pragma once

#include <QString>

namespace hg {

enum class FigureSwitch;
struct ConvScene;

/// One line about what a convolution of numbers shows, in the language of the moment.
QString convSummary(const ConvScene& scene);
/// What a switch of the figure is called.
QString switchName(FigureSwitch which);

} // namespace hg
