#pragma once

#include "core/embed/alignment.h"
#include "core/lab/lab_state.h"
#include "ui/labs/autoencoder/walk_model.h"
#include "ui/labs/autoencoder/walk_plane.h"
#include "ui/painters/map_picture.h"
#include "ui/theme/export_style.h"

namespace hg {

// What the tabs Compared and Walk show, for a file: one stop, kept as it is when the lab goes on. `workers`
// outlive it.

/// The dial on a map of codes.
struct DialSeen {
    AffineMap shown; ///< where codes lie on the map
    DialMatrix matrix = dialAsTrained;
};

/// Two maps of the same pictures, or the left one alone.
struct MapsScene {
    int update = 0;
    MapContent left, right;
    bool isAligned = false;
    enum class Right { None, Pca, Mds } beside = Right::Pca;
    std::optional<double> residual; ///< what aligning leaves, as a share of the variance
    std::optional<DialSeen> dial{};
};
Exportable exportMaps(MapsScene scene, const ExportChoice& choice);

/// The plane of the codes with what lies behind its points, the cross, and a path with its film.
struct WalkScene {
    int update = 0;
    MapContent map;
    WalkPlane plane;
    Shape shape;
    WalkLayer layer = WalkLayer::None;
    std::shared_ptr<const std::vector<float>>
        training{}; ///< places of all that is trained on; null: not counted
    std::optional<QPointF> cross{};
    std::optional<PathFilm> film{};
};
Exportable exportWalk(WalkScene scene, const ExportChoice& choice, Workers& workers);

} // namespace hg
