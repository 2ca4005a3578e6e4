#pragma once

#include "app/cli/command.h"
#include "core/lab/lab_state.h"
#include "core/lab/sound_scene.h"
#include "ui/theme/export_style.h"

#include <QSize>

#include <functional>
#include <optional>

namespace hg::cli {

/// What `--render` and its companions ask for.
struct RenderOrder {
    QString path; ///< empty: nothing to draw
    int framesPerSecond = 10;
    QSize size{960, 600};
    Language language = Language::English;
    bool isDark = false;
};

/// The options that the convolution commands share for drawing.
std::vector<Option> renderOptions();
RenderOrder readRenderOrder(Arguments& arguments);

/// Writes what `make` draws, once the fonts are there. `still`: the moment of a picture, the last unless
/// given.
std::optional<Failure> draw(const RenderOrder& order,
                            const std::function<Exportable(const ExportChoice&)>& make,
                            std::optional<double> still = {});

/// Draws the figure of a convolution, looked at in that way, as the window does, into the file.
std::optional<Failure> render(const RenderOrder& order, const ConvScene& scene, const ConvView& view);
/// The same of a filtered sound, which is one picture.
std::optional<Failure> render(const RenderOrder& order, const std::shared_ptr<const SoundFigure>& figure);

} // namespace hg::cli
