#pragma once

#include "ui/labs/denoise/code_arrows.h"
#include "ui/labs/denoise/denoise_scene.h"
#include "ui/labs/denoise/own_results.h"
#include "ui/theme/export_style.h"

namespace hg {

/// A denoising for a file: its stops are the steps of the strength. Where a step has not been measured its
/// numbers stay open. `workers` outlive it.
Exportable exportDenoising(DenoiseScene scene, double strength, const ExportChoice& choice, Workers& workers);

/// Codes on the plane that noise of any strength moves.
struct CodeScene {
    DenoiseCase subject;
    Denoiser whose = Denoiser::Autoencoder;
    std::shared_ptr<const std::vector<float>> cloud; ///< of the clean pictures, (codesOnMap, 2)
};
/// Their map for a file, with the same stops.
Exportable exportCodes(CodeScene scene, double strength, const ExportChoice& choice, Workers& workers);

/// What each denoiser makes of a picture of the user's own: one stop.
Exportable exportOwn(std::vector<OwnResult> results, const ExportChoice& choice);

} // namespace hg
