#pragma once

#include "core/embed/cell_counts.h"
#include "core/embed/neighbour_path.h"
#include "ui/labs/autoencoder/film_timeline.h"
#include "ui/labs/autoencoder/walk_plane.h"
#include "ui/runs/newest.h"
#include "ui/runs/run.h"

#include <QImage>
#include <QObject>

#include <array>
#include <optional>

namespace hg {

class AeModel;

/// The ends of a path.
enum class PathEnd { From, To };

/// What the decoder draws at the middle of each cell of a stretch of the plane, as one picture.
struct DecodedSheet {
    CellGrid cells;
    QImage grey; ///< ink as alpha: columns·width by rows·height pixels
    std::shared_ptr<const Model> model;
    QImage picture{}; ///< the same in the colour and size that it was asked for in
};

/// How a sheet is to look, so that it is only copied when it is painted.
struct SheetLook {
    QSize size;
    QRgb ink = 0;
    double opacity = 1;
    bool operator==(const SheetLook&) const = default;
};

/// Of codes (columns·rows, codeSize), from the upper left cell on. Cost: as many pictures, of a dense network
/// 576 of them some milliseconds.
DecodedSheet decodeSheet(const std::shared_ptr<const Model>& model, const CellGrid& cells,
                         std::span<const float> codes, Workers& workers);

/// The codes of everything that is trained on: what is near, how many lie where, and where none does.
struct TrainingCodes {
    std::shared_ptr<const std::vector<float>> codes;  ///< (n, codeSize)
    std::shared_ptr<const std::vector<float>> places; ///< (n, 2) on the plane
};

/// A path between the codes of two pictures, with what the decoder draws along it.
struct PathFilm {
    /// Where the data have no way, and until it is known, it is straight.
    enum class Way { Straight, ThroughData, NotJoined, Counting };
    Way way = Way::Straight;
    std::vector<float> line;                  ///< (n, 2): the corners on the plane
    std::vector<float> codes;                 ///< (steps, codeSize): evenly along it
    std::vector<QPointF> places;              ///< of the pictures
    std::vector<std::vector<float>> pictures; ///< at equal lengths
};

/// How well held-out pictures are rebuilt, each by itself.
struct HeldOutErrors {
    std::vector<float> sorted;
    /// The share of them below this one, 0 … 1.
    double shareBelow(double error) const;
};

/// A drawing as the network takes it and gives it back.
struct DrawnDigit {
    std::vector<float> pixels, rebuilt, code;
    QPointF place;
    double error = 0; ///< a pixel, squared
};

/// A training picture near a place.
struct NearPicture {
    int index = 0;
    std::optional<int> label{};
};

/// What a plane of codes is made of.
struct PlaneKey {
    std::shared_ptr<const Model> model;
    CodePlane plane;
    int kept = 0; ///< the picture whose other numbers a longer code keeps
    bool operator==(const PlaneKey&) const = default;
};

/// A path on it, between two held-out pictures.
struct PathKey {
    PlaneKey plane;
    int from = 0, to = 0;
    bool operator==(const PathKey&) const = default;
};

/// A way along the training codes.
struct Route {
    std::shared_ptr<const NeighbourGraph> graph; ///< kept for other ends
    PlaneKey plane;
    std::optional<std::vector<int>> rows; ///< nothing: the ends are not joined
};

/// What the tab Walk shows of a moment of a training: the plane, what lies behind its points, a path and its
/// film, a drawing. Everything is worked out when it is asked for and kept until the moment is another one;
/// what takes longer than a frame comes by itself, told by changed().
class WalkModel : public QObject {
    Q_OBJECT

public:
    explicit WalkModel(AeModel& model);
    ~WalkModel() override;

    /// Null while there is no network.
    WalkPlane* plane();
    /// Those of the held-out pictures' codes; null for as long as they are being made.
    std::shared_ptr<const std::vector<float>> places();
    /// The held-out picture whose other numbers a longer code keeps.
    int keptPicture() const;

    /// Asks for what the decoder draws there, and gives the newest that there is, or null.
    const DecodedSheet* sheet(const CellGrid& cells, const SheetLook& look);
    /// That one, without asking for another.
    const DecodedSheet* newestSheet();
    /// Null while it trains, and for as long as they are being made.
    const TrainingCodes* training();
    /// Counted anew for other cells only; null without training().
    const std::vector<int>* countsIn(const CellGrid& cells);

    /// Whether a way along the data means something: the plane shows all of a code.
    bool canFollowData();
    /// Whether both ends are pictures that there are.
    bool hasPath() const;
    /// Null without both ends and a network.
    const PathFilm* film();
    FilmTimeline& timeline() { return m_timeline; }
    /// The code where the playhead stands.
    std::vector<float> filmCode(const PathFilm& film) const;
    /// The end that the next click on the map chooses.
    std::optional<PathEnd> choosing() const { return m_choosing; }
    void choose(std::optional<PathEnd> end);
    /// Sets an end; the other one is chosen next where there is none.
    void setEnd(PathEnd end, int picture);
    void dropPath();
    void followData(bool isThroughData);
    void setPictures(int pictures);

    void showLayer(WalkLayer layer);
    /// Where it is decoded; none takes the cross away.
    void setCross(std::optional<QPointF> place);
    const std::optional<QPointF>& cross() const { return m_cross; }

    /// A drawing (side, side), 0 … 1, normalised as the digits are; empty: none.
    void setDrawing(std::vector<float> pixels);
    /// Null without a drawing or a network that takes it.
    const DrawnDigit* drawn();
    /// Null for as long as they are being measured; asked for where there is a drawing.
    const HeldOutErrors* errors();
    /// The five training pictures nearest to a place; empty without training().
    std::vector<NearPicture> nearest(const QPointF& place);

    /// Whether something that was asked for is still to come.
    bool isWorking();
    /// Work that may last, for whoever tells that.
    std::array<Job*, 3> jobs() { return {&m_training.job(), &m_route.job(), &m_errors.job()}; }

Q_SIGNALS:
    /// Something that was asked for has come, or something else was chosen.
    void changed();
    /// The ends of the path, or the one that is chosen next.
    void pathChanged();
    void crossChanged();
    /// A sheet that was asked for has come.
    void sheetChanged();

private:
    struct SheetKey {
        PlaneKey plane;
        CellGrid cells;
        SheetLook look;
        bool operator==(const SheetKey&) const = default;
    };
    struct FilmKey {
        PathKey path;
        int pictures;
        bool isThroughData, isRouted;
        bool operator==(const FilmKey&) const = default;
    };
    using Codes = Newest<PlaneKey, TrainingCodes>;
    using Sheets = Newest<SheetKey, DecodedSheet>;
    using Routes = Newest<PathKey, Route>;
    using Errors = Newest<std::shared_ptr<const Model>, HeldOutErrors>;

    PlaneKey planeKey() const;
    // What is done beside the window, with all that it needs.
    Sheets::Work sheetWork(const CellGrid& cells, const SheetLook& look);
    Codes::Work trainingWork();
    Routes::Work routeWork(const TrainingCodes& all);
    Errors::Work errorsWork() const;
    bool isAtRest() const;
    /// The codes of both ends, one after the other.
    const std::vector<float>& ends();
    const Route* routeBetween(int from, int to);
    PathFilm makeFilm(WalkPlane& plane, const Route* route);
    std::vector<float> cornersOf(const Route* route);
    void look(const WalkView& walk);
    void followPath();

    AeModel& m_model;
    FilmTimeline m_timeline;
    std::optional<PathEnd> m_choosing;
    std::optional<QPointF> m_cross; ///< not in the view of the lab, which every control looks at
    std::optional<std::pair<PlaneKey, WalkPlane>> m_plane;
    std::shared_ptr<const std::vector<float>> m_placesOf, m_places;
    PlaneKey m_placesKey;
    std::optional<std::pair<PathKey, std::vector<float>>> m_ends;
    std::optional<std::pair<FilmKey, PathFilm>> m_film;
    std::vector<float> m_drawing;
    std::optional<std::pair<PlaneKey, DrawnDigit>> m_drawn;
    std::optional<std::pair<CellGrid, std::vector<int>>> m_counts;
    PlaneKey m_countsKey;
    Sheets m_sheet;
    Codes m_training;
    Routes m_route;
    Errors m_errors;
};

} // namespace hg
