#include "ui/labs/autoencoder/walk_model.h"

#include "ui/labs/autoencoder/ae_model.h"
#include "ui/painters/walk_layers.h"

#include <algorithm>
#include <cmath>

namespace hg {
namespace {

constexpr int stepsAPicture = 16; // of a film, so that what is between its pictures is drawn as well
constexpr int neighbours = 8;     // of each code, among which a path goes
constexpr std::size_t nearOnes = 5;

/// One picture after the other along the rows of a sheet.
QImage sheetOf(std::span<const float> pictures, const CellGrid& cells, Shape shape)
{
    QImage sheet(cells.columns * shape.width, cells.rows * shape.height, QImage::Format_Alpha8);
    const auto size = static_cast<std::size_t>(shape.height) * static_cast<std::size_t>(shape.width);
    for (int y = 0; y < sheet.height(); ++y) {
        uchar* line = sheet.scanLine(y);
        for (int x = 0; x < sheet.width(); ++x) {
            const int cell = y / shape.height * cells.columns + x / shape.width;
            const float ink =
                pictures[static_cast<std::size_t>(cell) * size +
                         static_cast<std::size_t>(y % shape.height * shape.width + x % shape.width)];
            line[x] = static_cast<uchar>(std::lround(255 * std::clamp(ink, 0.0f, 1.0f)));
        }
    }
    return sheet;
}

QPointF placeAt(std::span<const float> places, std::size_t i)
{
    return {static_cast<double>(places[2 * i]), static_cast<double>(places[2 * i + 1])};
}

/// The `count` places nearest to this one, nearest first, of equally near ones the first row; one pass, since
/// a drawing asks at each piece of a stroke.
std::vector<int> nearestOf(std::span<const float> places, const QPointF& place, std::size_t count)
{
    std::vector<std::pair<double, int>> best;
    for (std::size_t i = 0; 2 * i < places.size(); ++i) {
        const QPointF apart = placeAt(places, i) - place;
        const double distance = QPointF::dotProduct(apart, apart);
        if (!std::isfinite(distance) || (best.size() == count && distance >= best.back().first)) continue;
        const std::pair one(distance, static_cast<int>(i));
        best.insert(std::upper_bound(best.begin(), best.end(), one), one);
        if (best.size() > count) best.pop_back();
    }
    std::vector<int> rows;
    for (const auto& [distance, row] : best)
        rows.push_back(row);
    return rows;
}

} // namespace

DecodedSheet decodeSheet(const std::shared_ptr<const Model>& model, const CellGrid& cells,
                         std::span<const float> codes, Workers& workers)
{
    return {cells, sheetOf(decode(*model, codes, workers), cells, model->plan->network().network.input),
            model};
}

double HeldOutErrors::shareBelow(double error) const
{
    if (sorted.empty()) return 0;
    const auto below = std::lower_bound(sorted.begin(), sorted.end(), static_cast<float>(error));
    return static_cast<double>(below - sorted.begin()) / static_cast<double>(sorted.size());
}

WalkModel::WalkModel(AeModel& model)
    : m_model(model)
    , m_timeline(model.context().clock)
    , m_sheet(model.context().jobs, Sheets::Old::Ends, [this] { Q_EMIT sheetChanged(); })
    , m_training(model.context().jobs, Codes::Old::IsGivenUp, [this] { Q_EMIT changed(); })
    , m_route(model.context().jobs, Routes::Old::IsGivenUp, [this] { Q_EMIT changed(); })
    , m_errors(model.context().jobs, Errors::Old::IsGivenUp, [this] { Q_EMIT changed(); })
{
    connect(&model, &AeModel::viewChanged, this, &WalkModel::followPath);
    connect(&model, &AeModel::dataReady, this, &WalkModel::followPath);
}

WalkModel::~WalkModel() = default;

int WalkModel::keptPicture() const
{
    return m_model.digit();
}

/// A plane of two numbers is the same whichever picture is chosen.
PlaneKey WalkModel::planeKey() const
{
    const auto& model = m_model.moment().model;
    if (!model || model->plan->codeSize() <= 2) return {model, {}, 0};
    const CodePlane& plane = m_model.view().plane;
    return {model, {plane.across, plane.up}, keptPicture()};
}

WalkPlane* WalkModel::plane()
{
    const PlaneKey key = planeKey();
    if (!key.model || !m_model.data()) return nullptr;
    if (m_plane && m_plane->first == key) return &m_plane->second;
    std::vector<float> origin(static_cast<std::size_t>(key.model->plan->codeSize()));
    if (origin.size() > 2) {
        const std::vector<float> pixels = m_model.pixelsOf(key.kept);
        const SampleView one{.floats = pixels.data(), .count = 1, .features = pixels.size()};
        origin = encode(*key.model, one, m_model.context().workers);
    }
    m_plane.emplace(key, WalkPlane(key.model, key.plane, std::move(origin)));
    return &m_plane->second;
}

std::shared_ptr<const std::vector<float>> WalkModel::places()
{
    WalkPlane* flat = plane();
    const auto& codes = m_model.moment().codes;
    if (!flat || !codes) return nullptr;
    const auto size = static_cast<std::size_t>(flat->codeSize());
    // While the map changes from what is trained on to what is held out, the codes are still the others'.
    if (codes->size() != size * static_cast<std::size_t>(m_model.data()->mapPoints())) return nullptr;
    if (m_placesOf == codes && m_placesKey == m_plane->first) return m_places;
    m_placesOf = codes;
    m_placesKey = m_plane->first;
    m_places = size == 2 ? codes : std::make_shared<const std::vector<float>>(flat->placesOf(*codes));
    return m_places;
}

WalkModel::Sheets::Work WalkModel::sheetWork(const CellGrid& cells, const SheetLook& look)
{
    const WalkPlane& flat = m_plane->second;
    return [codes = flat.codesIn(cells), model = flat.model(), cells, look,
            &workers = m_model.context().workers](const Watch&) {
        DecodedSheet sheet = decodeSheet(model, cells, codes, workers);
        sheet.picture = inked(sheet.grey, look.ink, look.opacity)
                            .scaled(look.size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
        return sheet;
    };
}

const DecodedSheet* WalkModel::sheet(const CellGrid& cells, const SheetLook& look)
{
    if (!plane()) return nullptr;
    m_sheet.want({m_plane->first, cells, look}, tr("Drawing what the decoder draws"),
                 [&] { return sheetWork(cells, look); });
    return newestSheet();
}

/// Of another network it would be a lie.
const DecodedSheet* WalkModel::newestSheet()
{
    const DecodedSheet* newest = m_sheet.newest();
    const auto& model = m_model.moment().model;
    return newest && model && newest->model->plan == model->plan ? newest : nullptr;
}

bool WalkModel::isAtRest() const
{
    return m_model.standing() != AeModel::Standing::Running;
}

WalkModel::Codes::Work WalkModel::trainingWork()
{
    return [plane = m_plane->second, data = m_model.sharedData(),
            &workers = m_model.context().workers](const Watch& watch) {
        const auto codes = encode(*plane.model(), data->dataset->train.view(), workers,
                                  [&watch] { return !mayGoOn(watch, -1); });
        if (!codes) return TrainingCodes{}; // nobody waits any more
        return TrainingCodes{std::make_shared<const std::vector<float>>(*codes),
                             std::make_shared<const std::vector<float>>(plane.placesOf(*codes))};
    };
}

const TrainingCodes* WalkModel::training()
{
    if (!plane() || !isAtRest()) return nullptr;
    m_training.want(m_plane->first, tr("Codes of the training pictures"), [this] { return trainingWork(); });
    return m_training.of(m_plane->first);
}

const std::vector<int>* WalkModel::countsIn(const CellGrid& cells)
{
    const TrainingCodes* all = training();
    if (!all) return nullptr;
    if (!m_counts || m_counts->first != cells || m_countsKey != m_plane->first) {
        m_countsKey = m_plane->first;
        m_counts.emplace(cells, cellCounts(cells, *all->places));
    }
    return &m_counts->second;
}

bool WalkModel::isWorking()
{
    const auto all = jobs();
    return m_sheet.isRunning() ||
           std::any_of(all.begin(), all.end(), [](const Job* job) { return job->isRunning(); });
}

bool WalkModel::hasPath() const
{
    const WalkView& walk = m_model.view().walk;
    if (!m_model.data() || !walk.from || !walk.to) return false;
    const int count = m_model.data()->mapPoints();
    return *walk.from < count && *walk.to < count;
}

const std::vector<float>& WalkModel::ends()
{
    const WalkView& walk = m_model.view().walk;
    const PathKey key{m_plane->first, *walk.from, *walk.to};
    if (!m_ends || !(m_ends->first == key)) {
        std::vector<float> pixels = m_model.pixelsOf(*walk.from);
        const std::size_t features = pixels.size();
        const std::vector<float> last = m_model.pixelsOf(*walk.to);
        pixels.insert(pixels.end(), last.begin(), last.end());
        const SampleView two{.floats = pixels.data(), .count = 2, .features = features};
        m_ends.emplace(key, encode(*key.plane.model, two, m_model.context().workers));
    }
    return m_ends->second;
}

bool WalkModel::canFollowData()
{
    const WalkPlane* flat = plane();
    return flat && flat->codeSize() == 2;
}

const PathFilm* WalkModel::film()
{
    WalkPlane* flat = plane();
    if (!flat || !hasPath()) return nullptr;
    const WalkView& walk = m_model.view().walk;
    const bool isThrough = walk.isThroughData && canFollowData();
    const Route* route = isThrough ? routeBetween(*walk.from, *walk.to) : nullptr;
    const FilmKey key{{m_plane->first, *walk.from, *walk.to}, walk.pictures, isThrough, route != nullptr};
    if (!m_film || !(m_film->first == key)) m_film.emplace(key, makeFilm(*flat, route));
    return &m_film->second;
}

/// Along the nearest training codes, from the one that is nearest to one end to that of the other.
WalkModel::Routes::Work WalkModel::routeWork(const TrainingCodes& all)
{
    const PlaneKey& plane = m_plane->first;
    const std::vector<float> both = m_plane->second.placesOf(ends());
    const Route* before = m_route.newest();
    const auto graph = before && before->plane == plane ? before->graph : nullptr;
    return [both, graph, plane, places = all.places](const Watch& watch) {
        Route route{graph, plane, std::nullopt};
        if (!graph) {
            auto made = NeighbourGraph::over(*places, neighbours, watch);
            if (!made) return route;
            route.graph = std::make_shared<const NeighbourGraph>(std::move(*made));
        }
        const auto first = nearestOf(*places, placeAt(both, 0), 1),
                   last = nearestOf(*places, placeAt(both, 1), 1);
        if (!first.empty()) route.rows = route.graph->path(first.front(), last.front());
        return route;
    };
}

const Route* WalkModel::routeBetween(int from, int to)
{
    const TrainingCodes* all = training();
    if (!all) return nullptr;
    const PathKey key{m_plane->first, from, to};
    m_route.want(key, tr("Way along the data"), [this, all] { return routeWork(*all); });
    return m_route.of(key);
}

std::vector<float> WalkModel::cornersOf(const Route* route)
{
    const std::vector<float>& both = ends();
    const auto middle = static_cast<std::ptrdiff_t>(both.size() / 2);
    std::vector<float> corners(both.begin(), both.begin() + middle);
    if (route && route->rows)
        for (const int row : *route->rows) {
            const auto& codes = *training()->codes;
            corners.insert(corners.end(), codes.begin() + row * middle, codes.begin() + (row + 1) * middle);
        }
    corners.insert(corners.end(), both.begin() + middle, both.end());
    return corners;
}

PathFilm WalkModel::makeFilm(WalkPlane& plane, const Route* route)
{
    using Way = PathFilm::Way;
    const WalkView& walk = m_model.view().walk;
    PathFilm film;
    if (walk.isThroughData && canFollowData())
        film.way = !route ? Way::Counting : route->rows ? Way::ThroughData : Way::NotJoined;
    const std::vector<float> corners = cornersOf(route);
    film.line = plane.placesOf(corners);
    const int steps = (walk.pictures - 1) * stepsAPicture + 1;
    film.codes = evenlyAlong(corners, steps, plane.codeSize());
    const auto size = static_cast<std::size_t>(plane.codeSize());
    for (std::size_t i = 0; i < static_cast<std::size_t>(walk.pictures); ++i) {
        const auto code = std::span(film.codes).subspan(i * stepsAPicture * size, size);
        film.places.push_back(plane.placeOf(code));
        film.pictures.push_back(plane.pictureOf(code));
    }
    return film;
}

std::vector<float> WalkModel::filmCode(const PathFilm& film) const
{
    const auto size = m_plane ? static_cast<std::size_t>(m_plane->second.codeSize()) : 1;
    const auto last = static_cast<double>(film.codes.size() / size - 1);
    const double at = std::clamp(m_timeline.position() * stepsAPicture, 0.0, last);
    const auto first = static_cast<std::size_t>(at), next = static_cast<std::size_t>(std::ceil(at));
    const auto share = static_cast<float>(at - static_cast<double>(first));
    std::vector<float> code(size);
    for (std::size_t i = 0; i < size; ++i)
        code[i] = std::lerp(film.codes[first * size + i], film.codes[next * size + i], share);
    return code;
}

void WalkModel::choose(std::optional<PathEnd> end)
{
    if (std::exchange(m_choosing, end) != end) Q_EMIT pathChanged();
}

void WalkModel::setEnd(PathEnd end, int picture)
{
    WalkView walk = m_model.view().walk;
    (end == PathEnd::From ? walk.from : walk.to) = picture;
    const bool isOtherMissing = end == PathEnd::From ? !walk.to : !walk.from;
    m_choosing.reset();
    if (isOtherMissing) m_choosing = end == PathEnd::From ? PathEnd::To : PathEnd::From;
    look(walk);
    Q_EMIT pathChanged();
}

void WalkModel::dropPath()
{
    WalkView walk = m_model.view().walk;
    walk.from.reset();
    walk.to.reset();
    m_choosing.reset();
    look(walk);
    Q_EMIT pathChanged();
}

void WalkModel::followData(bool isThroughData)
{
    WalkView walk = m_model.view().walk;
    walk.isThroughData = isThroughData;
    look(walk);
}

void WalkModel::setPictures(int pictures)
{
    WalkView walk = m_model.view().walk;
    walk.pictures = pictures;
    look(walk);
}

void WalkModel::showLayer(WalkLayer layer)
{
    WalkView walk = m_model.view().walk;
    walk.layer = layer;
    look(walk);
}

void WalkModel::setCross(std::optional<QPointF> place)
{
    if (std::exchange(m_cross, place) != place) Q_EMIT crossChanged();
}

void WalkModel::look(const WalkView& walk)
{
    m_model.look(&AutoencoderView::walk, walk);
}

void WalkModel::followPath()
{
    m_timeline.setPictures(hasPath() ? m_model.view().walk.pictures : 0);
}

void WalkModel::setDrawing(std::vector<float> pixels)
{
    m_drawing = std::move(pixels);
    m_drawn.reset();
    Q_EMIT changed();
}

const DrawnDigit* WalkModel::drawn()
{
    WalkPlane* flat = plane();
    if (!flat || m_drawing.size() != m_model.data()->dataset->test.shape.size()) return nullptr;
    if (m_drawn && m_drawn->first == m_plane->first) return &m_drawn->second;
    const SampleView one{.floats = m_drawing.data(), .count = 1, .features = m_drawing.size()};
    DrawnDigit digit{.pixels = m_drawing, .code = encode(*flat->model(), one, m_model.context().workers)};
    digit.rebuilt = flat->pictureOf(digit.code);
    digit.place = flat->placeOf(digit.code);
    for (std::size_t i = 0; i < digit.pixels.size(); ++i)
        digit.error += std::pow(static_cast<double>(digit.rebuilt[i] - digit.pixels[i]), 2);
    digit.error /= static_cast<double>(digit.pixels.size());
    m_drawn.emplace(m_plane->first, std::move(digit));
    return &m_drawn->second;
}

WalkModel::Errors::Work WalkModel::errorsWork() const
{
    return [model = m_model.moment().model, data = m_model.sharedData(),
            &workers = m_model.context().workers](const Watch& watch) {
        auto errors = reconstructionErrors(*model, data->dataset->test.view(), workers,
                                           [&watch] { return !mayGoOn(watch, -1); });
        if (!errors) return HeldOutErrors{}; // nobody waits any more
        std::sort(errors->begin(), errors->end());
        return HeldOutErrors{std::move(*errors)};
    };
}

const HeldOutErrors* WalkModel::errors()
{
    const auto& model = m_model.moment().model;
    if (!model || m_drawing.empty() || !isAtRest()) return nullptr;
    m_errors.want(model, tr("Errors of the held-out pictures"), [this] { return errorsWork(); });
    return m_errors.of(model);
}

std::vector<NearPicture> WalkModel::nearest(const QPointF& place)
{
    const TrainingCodes* all = training();
    if (!all) return {};
    const auto& labels = m_model.data()->dataset->train.labels;
    std::vector<NearPicture> near;
    for (const int row : nearestOf(*all->places, place, nearOnes)) {
        const auto at = static_cast<std::size_t>(row);
        near.push_back({row, at < labels.size() ? std::optional(labels[at]) : std::nullopt});
    }
    return near;
}

} // namespace hg
