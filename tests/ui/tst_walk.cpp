#include "core/data/drawn_digit.h"
#include "core/session/train_options.h"
#include "tests/support/desk.h"
#include "tests/support/few_digits.h"
#include "ui/labs/autoencoder/ae_model.h"
#include "ui/labs/autoencoder/ae_stage.h"
#include "ui/labs/autoencoder/picture_strip.h"
#include "ui/labs/autoencoder/walk_model.h"
#include "ui/painters/hourglass_painter.h"
#include "ui/painters/walk_layers.h"
#include "ui/widgets/ink_pad.h"
#include "ui/widgets/map_view.h"

#include <QSignalSpy>
#include <QStyleFactory>

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace hg;
using namespace hg::test;

namespace {

constexpr int training = 600, heldOut = 300;
constexpr int patience = 60000; // the longest wait for something that must come
constexpr const char* mapName = "Map of the latent space";

/// The tab Walk of a network that has been trained for an epoch.
struct Desk : DeskWith<SteadyClock> {
    explicit Desk(int bottleneck = 2, const char* network = "lab-dense") : DeskWith(q("autoencoder"))
    {
        AutoencoderState state{*setupOfModel(network)};
        state.setup.bottleneck = bottleneck;
        state.setup.recipe.epochs = 1;
        state.view.tab = AutoencoderTab::Walk;
        state.view.paceSeconds = 0;
        model().open(state);
    }
    AeModel& model() const { return dynamic_cast<AeModel&>(window.currentLab()->model()); }
    WalkModel& walk() const { return model().walk(); }
    MapView* map() const { return qobject_cast<AeStage*>(window.currentLab()->stage)->walkMap(); }
    bool train() const
    {
        const auto isReady = [this] { return model().snapshot() && model().snapshot()->model; };
        if (!QTest::qWaitFor(isReady, patience)) return false;
        model().toggleTraining();
        const auto isDone = [this] { return model().run().isIn(RunState::Finished); };
        return QTest::qWaitFor(isDone, patience) && QTest::qWaitFor([this] { return isShown(); }, patience);
    }
    bool isShown() const
    {
        return walk().places() && map()->pointCount() == heldOut && walk().training() && map()->isAtRest();
    }
    QPoint pixelOf(int picture) const
    {
        const auto& places = *walk().places();
        const auto at = static_cast<std::size_t>(picture) * 2;
        return map()->placeOf(static_cast<double>(places[at]), static_cast<double>(places[at + 1])).toPoint();
    }
    std::vector<float> codeOf(int picture) const
    {
        const auto pixels = model().pixelsOf(picture);
        const SampleView one{.floats = pixels.data(), .count = 1, .features = pixels.size()};
        return encode(*model().moment().model, one, bench.context.workers);
    }
    std::vector<float> decoded(const std::vector<float>& code) const
    {
        return decode(*model().moment().model, code, bench.context.workers);
    }
    /// Both ends by clicks, as somebody does it who has found the button.
    bool choosePath(int from, int to) const
    {
        if (!press("Choose A and B")) return false;
        QTest::mouseClick(map(), Qt::LeftButton, {}, pixelOf(from));
        QTest::mouseClick(map(), Qt::LeftButton, {}, pixelOf(to));
        return walk().hasPath();
    }
    InkPad* pad() const { return named<InkPad>(window, q("Drawing pad")); }
    /// A stroke in hundredths of the pad.
    void stroke(const QPoint& from, const QPoint& to) const
    {
        const auto place = [this](const QPoint& p) {
            return QPoint(p.x() * pad()->width() / 100, p.y() * pad()->height() / 100);
        };
        drag(*pad(), place(from), place(to));
    }
};

float mostApart(std::span<const float> a, std::span<const float> b)
{
    float most = a.size() == b.size() ? 0.0f : 1e9f;
    for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i)
        most = std::max(most, std::abs(a[i] - b[i]));
    return most;
}

QPointF apart(const QPointF& a, const QPointF& b)
{
    return {std::abs(a.x() - b.x()), std::abs(a.y() - b.y())};
}

} // namespace

class TstWalk : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { m_desk = std::make_unique<Desk>(); }
    void cleanup() { m_desk.reset(); }

    void theTabIsOpenedByAClick();
    void everyPlaceIsDecoded();
    void arrowsMoveTheCross();
    void escTakesOneThingAway();
    void keysChooseTheLayer();
    void theSheetIsWhatTheDecoderDraws();
    void holesAreWhereNoCodeLies();
    void countsWaitForTheTraining();
    void aPathHasAFilm();
    void theTransportGoesThroughTheFilm();
    void endsAreDragged();
    void aPathFollowsTheData();
    void aDrawingIsReadAsTheDigitsAre();
    void strokesAreTakenBack();
    void aLongCodeKeepsItsOtherNumbers();
    void aCodeOfOneIsALine();
    void whatIsSeenIsSaved();
    void theLowestTwelfthIsFree();
    void nothingIsAskedOfNoNetwork();

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Desk> m_desk;
};

void TstWalk::initTestCase()
{
    QApplication::setStyle(QStyleFactory::create(q("Fusion")));
    QVERIFY(makeFewAssets(m_folder.path(), q(HOURGLASS_TEST_ASSETS), training, heldOut));
    qputenv("HOURGLASS_ASSETS", m_folder.path().toLocal8Bit());
}

void TstWalk::theTabIsOpenedByAClick()
{
    QVERIFY(m_desk->train());
    QVERIFY(m_desk->press("Learns"));
    QVERIFY(!named<MapView>(m_desk->window, q(mapName)));
    QVERIFY(m_desk->press("Walk"));
    QVERIFY(named<MapView>(m_desk->window, q(mapName)));
    QCOMPARE(m_desk->map()->pointCount(), heldOut);
}

void TstWalk::everyPlaceIsDecoded()
{
    QVERIFY(m_desk->train());
    QSignalSpy moves(&m_desk->walk(), &WalkModel::crossChanged);
    const QRectF box = m_desk->map()->axesBox();
    const QPoint from = box.center().toPoint(), to = from + QPoint(40, 30);
    drag(*m_desk->map(), from, to);
    QCOMPARE(moves.count(), 2); // where it was pressed, and where it was dragged
    QVERIFY(!m_desk->map()->zoom());
    const QPointF cross = *m_desk->walk().cross();
    const QPointF off = apart(m_desk->map()->placeOf(cross.x(), cross.y()), to);
    QVERIFY(off.x() < 0.01 && off.y() < 0.01);
    const std::vector<float> code{static_cast<float>(cross.x()), static_cast<float>(cross.y())};
    QCOMPARE(m_desk->walk().plane()->codeAt(cross), code);
    QVERIFY(mostApart(m_desk->walk().plane()->pictureAt(cross), m_desk->decoded(code)) < 1e-5f);
}

void TstWalk::arrowsMoveTheCross()
{
    QVERIFY(m_desk->train());
    MapView* map = m_desk->map();
    map->setFocus(Qt::TabFocusReason);
    const auto pixel = [&] { return map->placeOf(m_desk->walk().cross()->x(), m_desk->walk().cross()->y()); };
    QTest::keyClick(map, Qt::Key_Up); // into the middle
    const QPointF middle = pixel();
    const QPointF off = apart(middle, map->axesBox().center());
    QVERIFY(off.x() < 0.01 && off.y() < 0.01);
    QTest::keyClick(map, Qt::Key_Up);
    QVERIFY(std::abs(pixel().y() - middle.y() + 1) < 0.01);
    QTest::keyClick(map, Qt::Key_Down, Qt::ShiftModifier);
    QVERIFY(std::abs(pixel().y() - middle.y() - 9) < 0.01);
}

void TstWalk::escTakesOneThingAway()
{
    QVERIFY(m_desk->train());
    drag(*m_desk->map(), m_desk->map()->axesBox().center().toPoint(), QPoint(150, 150));
    QVERIFY(m_desk->press("Choose A and B"));
    QVERIFY(m_desk->walk().choosing() && m_desk->walk().cross());
    m_desk->key(Qt::Key_Escape);
    QVERIFY(!m_desk->walk().choosing() && m_desk->walk().cross());
    m_desk->key(Qt::Key_Escape);
    QVERIFY(!m_desk->walk().cross());
    m_desk->key(Qt::Key_F5); // presented, where Esc leaves once nothing else is to be taken away
    drag(*m_desk->map(), m_desk->map()->axesBox().center().toPoint(), QPoint(150, 150));
    m_desk->key(Qt::Key_Escape);
    QVERIFY(!m_desk->walk().cross());
    QVERIFY(!m_desk->shows(q("Example")));
    m_desk->key(Qt::Key_Escape);
    QTRY_VERIFY(m_desk->shows(q("Example")));
}

void TstWalk::keysChooseTheLayer()
{
    QVERIFY(m_desk->train());
    const auto layer = [this] { return m_desk->model().view().walk.layer; };
    QVERIFY(layer() == WalkLayer::Grid);
    m_desk->key(Qt::Key_G);
    QVERIFY(layer() == WalkLayer::None);
    m_desk->key(Qt::Key_D);
    QVERIFY(layer() == WalkLayer::Density);
    const QImage density = m_desk->map()->grab().toImage();
    m_desk->key(Qt::Key_H);
    QVERIFY(layer() == WalkLayer::Holes);
    QVERIFY(m_desk->map()->grab().toImage() != density);
    QVERIFY(m_desk->press("None"));
    QVERIFY(layer() == WalkLayer::None);
}

void TstWalk::theSheetIsWhatTheDecoderDraws()
{
    QVERIFY(m_desk->train());
    const CellGrid cells = cellsOf(m_desk->map()->frame(), 30);
    const DecodedSheet* sheet = nullptr;
    QTRY_VERIFY_WITH_TIMEOUT((sheet = m_desk->walk().newestSheet()) && sheet->cells == cells &&
                                 sheet->model == m_desk->model().moment().model,
                             patience);
    constexpr int side = 28;
    QCOMPARE(sheet->grey.size(), QSize(cells.columns * side, cells.rows * side));
    QCOMPARE(sheet->picture.size(), m_desk->map()->axesBox().size().toSize()); // painted as it is
    const int column = cells.columns - 1, row = 1; // by the right edge, in the second row from above
    const QPointF centre(cells.left + (column + 0.5) / cells.columns * (cells.right - cells.left),
                         cells.top + (row + 0.5) / cells.rows * (cells.bottom - cells.top));
    const auto pixels = m_desk->walk().plane()->pictureAt(centre);
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x) {
            const float ink = std::clamp(pixels[static_cast<std::size_t>(y * side + x)], 0.0f, 1.0f);
            const int drawn = sheet->grey.constScanLine(row * side + y)[column * side + x];
            QVERIFY(std::abs(drawn - std::lround(255 * ink)) <= 1);
        }
}

void TstWalk::holesAreWhereNoCodeLies()
{
    QVERIFY(m_desk->train());
    const CellGrid cells{-1, 1, -1, 1, 7, 5};
    const std::vector<int>* counts = m_desk->walk().countsIn(cells);
    QVERIFY(counts);
    const auto codes = encode(*m_desk->model().moment().model, m_desk->model().data()->dataset->train.view(),
                              m_desk->bench.context.workers);
    std::vector<int> expected(35);
    for (std::size_t i = 0; i < codes.size(); i += 2) {
        const double x = (static_cast<double>(codes[i]) + 1) / 2 * 7,
                     y = (1 - static_cast<double>(codes[i + 1])) / 2 * 5;
        if (x >= 0 && x < 7 && y >= 0 && y < 5)
            ++expected[static_cast<std::size_t>(std::floor(y) * 7 + std::floor(x))];
    }
    QCOMPARE(*counts, expected);
}

/// Sixty thousand codes thirty times a second would be taken from the training.
void TstWalk::countsWaitForTheTraining()
{
    QTRY_VERIFY_WITH_TIMEOUT(m_desk->isShown(), patience);
    AutoencoderSetup setup = m_desk->model().setup();
    setup.recipe.epochs = 200;
    m_desk->model().choose(setup);
    QVERIFY(m_desk->press("Holes"));
    m_desk->model().setPace({.seconds = 60});
    QTRY_VERIFY_WITH_TIMEOUT(m_desk->model().standing() == AeModel::Standing::Untouched, patience);
    m_desk->model().toggleTraining();
    QTRY_VERIFY_WITH_TIMEOUT(m_desk->model().snapshot() && m_desk->model().snapshot()->update > 1, patience);
    QVERIFY(!m_desk->walk().training());
    QVERIFY(m_desk->shows(q("are counted when the training rests")));
    m_desk->model().toggleTraining();
    QTRY_VERIFY_WITH_TIMEOUT(m_desk->isShown(), patience);
    QVERIFY(m_desk->shows(q("none of the 600 training pictures lies there")));
}

void TstWalk::aPathHasAFilm()
{
    QVERIFY(m_desk->train());
    QVERIFY(m_desk->choosePath(3, 8));
    const WalkView& walk = m_desk->model().view().walk;
    // A picture that lies on the same pixel may have been meant.
    const QPointF off = apart(m_desk->pixelOf(*walk.from), m_desk->pixelOf(3));
    QVERIFY(off.x() < 2 && off.y() < 2);
    const PathFilm* film = m_desk->walk().film();
    QVERIFY(film && film->way == PathFilm::Way::Straight);
    QCOMPARE(static_cast<int>(film->pictures.size()), walk.pictures);
    const auto a = m_desk->codeOf(*walk.from), b = m_desk->codeOf(*walk.to);
    QVERIFY(mostApart(film->pictures.front(), m_desk->decoded(a)) < 1e-5f);
    QVERIFY(mostApart(film->pictures.back(), m_desk->decoded(b)) < 1e-5f);
    const std::vector<float> middle{(a[0] + b[0]) / 2, (a[1] + b[1]) / 2};
    QVERIFY(mostApart(film->pictures[5], m_desk->decoded(middle)) < 1e-4f);
    QVERIFY(m_desk->write("Pictures of the path", "5"));
    QCOMPARE(static_cast<int>(m_desk->walk().film()->pictures.size()), 5);
    QVERIFY(m_desk->press("Take the path away"));
    QVERIFY(!m_desk->walk().film());
}

void TstWalk::theTransportGoesThroughTheFilm()
{
    QVERIFY(m_desk->train());
    Timeline* history = m_desk->model().timeline();
    QVERIFY(m_desk->choosePath(3, 8));
    Timeline* film = m_desk->model().timeline();
    QVERIFY(film != history);
    QCOMPARE(film->count(), 10);
    QVERIFY(m_desk->shows(q("Picture 1 of 11")));
    m_desk->key(Qt::Key_Right);
    QVERIFY(m_desk->shows(q("Picture 2 of 11")));
    auto* strip = named<PictureStrip>(m_desk->window, q("Film of the path"));
    QVERIFY(strip && clickAt(strip, {strip->width() - 20, 30}));
    QVERIFY(film->position() > 8);
    film->seek(2.5);
    const auto here = m_desk->walk().filmCode(*m_desk->walk().film());
    const auto a = m_desk->codeOf(*m_desk->model().view().walk.from),
               b = m_desk->codeOf(*m_desk->model().view().walk.to);
    QVERIFY(std::abs(here[0] - (a[0] + 0.25f * (b[0] - a[0]))) < 1e-4f);
    m_desk->key(Qt::Key_Space);
    QVERIFY(film->isPlaying());
    QVERIFY(m_desk->press("Compared"));
    QVERIFY(m_desk->model().timeline() == history);
    QVERIFY(!film->isPlaying()); // nobody sees it
}

void TstWalk::endsAreDragged()
{
    QVERIFY(m_desk->train());
    QVERIFY(m_desk->choosePath(3, 8));
    const QPoint from = m_desk->pixelOf(*m_desk->model().view().walk.from), to = m_desk->pixelOf(20);
    drag(*m_desk->map(), from, to);
    const QPointF off = apart(m_desk->pixelOf(*m_desk->model().view().walk.from), to);
    QVERIFY(off.x() < 2 && off.y() < 2);
    QVERIFY(!m_desk->walk().cross()); // the ring was dragged, nothing else
}

void TstWalk::aPathFollowsTheData()
{
    QVERIFY(m_desk->train());
    QVERIFY(m_desk->choosePath(3, 8));
    QVERIFY(m_desk->press("on data"));
    using Way = PathFilm::Way;
    QTRY_VERIFY_WITH_TIMEOUT(m_desk->walk().film()->way == Way::ThroughData ||
                                 m_desk->walk().film()->way == Way::NotJoined,
                             patience);
    const PathFilm* film = m_desk->walk().film();
    const auto graph = NeighbourGraph::over(*m_desk->walk().training()->places, 8);
    QVERIFY(graph);
    const auto nearest = [this](int picture) {
        const auto code = m_desk->codeOf(picture);
        return m_desk->walk().nearest({static_cast<double>(code[0]), static_cast<double>(code[1])})[0].index;
    };
    const auto& walk = m_desk->model().view().walk;
    const auto rows = graph->path(nearest(*walk.from), nearest(*walk.to));
    QCOMPARE(film->way == Way::ThroughData, rows.has_value());
    const std::size_t corners = rows ? rows->size() + 2 : 2;
    QCOMPARE(film->line.size(), 2 * corners);
    const auto& places = *m_desk->walk().training()->places;
    for (std::size_t i = 0; rows && i < rows->size(); ++i)
        for (std::size_t axis = 0; axis < 2; ++axis)
            QCOMPARE(film->line[2 * (i + 1) + axis], places[2 * static_cast<std::size_t>((*rows)[i]) + axis]);
    QVERIFY(m_desk->shows(rows ? q("through the data") : q("No way through the data")));
    QVERIFY(m_desk->press("straight"));
    QVERIFY(m_desk->walk().film()->way == Way::Straight);
}

void TstWalk::aDrawingIsReadAsTheDigitsAre()
{
    QVERIFY(m_desk->train());
    m_desk->stroke({20, 20}, {80, 20});
    m_desk->stroke({80, 20}, {40, 85});
    const DrawnDigit* drawn = m_desk->walk().drawn();
    QVERIFY(drawn);
    QCOMPARE(drawn->pixels, normaliseDrawing(m_desk->pad()->ink(), InkPad::side, InkPad::side));
    QVERIFY(*std::max_element(drawn->pixels.begin(), drawn->pixels.end()) > 0.9f);
    const auto rebuilt = m_desk->decoded(drawn->code);
    double error = 0;
    for (std::size_t i = 0; i < rebuilt.size(); ++i)
        error += std::pow(static_cast<double>(rebuilt[i] - drawn->pixels[i]), 2) / 784;
    QVERIFY(std::abs(error - drawn->error) < 1e-6);
    // How unusual: among the errors of the held-out pictures, each by itself.
    QTRY_VERIFY_WITH_TIMEOUT(m_desk->walk().errors(), patience);
    int below = 0;
    for (int i = 0; i < heldOut; ++i) {
        const auto pixels = m_desk->model().pixelsOf(i), back = m_desk->decoded(m_desk->codeOf(i));
        double own = 0;
        for (std::size_t j = 0; j < pixels.size(); ++j)
            own += std::pow(static_cast<double>(back[j] - pixels[j]), 2) / 784;
        below += own < drawn->error ? 1 : 0;
    }
    QVERIFY(std::abs(m_desk->walk().errors()->shareBelow(drawn->error) - below / double(heldOut)) < 0.005);
    const int percent =
        static_cast<int>(std::lround(100 * m_desk->walk().errors()->shareBelow(drawn->error)));
    QTRY_VERIFY(m_desk->shows(q("Rebuilt worse than %1% of the 300").arg(percent)));
    // The nearest are nearer than all others.
    const auto near = m_desk->walk().nearest(drawn->place);
    QCOMPARE(static_cast<int>(near.size()), 5);
    const auto& places = *m_desk->walk().training()->places;
    std::vector<std::pair<double, int>> all;
    for (int i = 0; i < training; ++i) {
        const auto at = 2 * static_cast<std::size_t>(i);
        all.emplace_back(std::pow(static_cast<double>(places[at]) - drawn->place.x(), 2) +
                             std::pow(static_cast<double>(places[at + 1]) - drawn->place.y(), 2),
                         i);
    }
    std::sort(all.begin(), all.end());
    for (std::size_t i = 0; i < near.size(); ++i) {
        QCOMPARE(near[i].index, all[i].second);
        QCOMPARE(near[i].label, near[i].index % 10);
    }
}

void TstWalk::strokesAreTakenBack()
{
    QVERIFY(m_desk->train());
    m_desk->stroke({20, 20}, {80, 20});
    const auto one = m_desk->pad()->ink();
    m_desk->stroke({50, 10}, {50, 90});
    QVERIFY(m_desk->pad()->ink() != one);
    QVERIFY(m_desk->pressNamed("Takes the last stroke back"));
    QCOMPARE(m_desk->pad()->ink(), one);
    QVERIFY(m_desk->walk().drawn());
    QVERIFY(m_desk->press("Clear"));
    QVERIFY(!m_desk->walk().drawn());
    QVERIFY(!named<QAbstractButton>(m_desk->window, q("Takes the last stroke back"))->isEnabled());
}

void TstWalk::aLongCodeKeepsItsOtherNumbers()
{
    m_desk = std::make_unique<Desk>(4);
    QVERIFY(m_desk->train());
    QVERIFY(m_desk->shows(q("the other 2 numbers stay at those of picture 12")));
    QVERIFY(m_desk->write("Number upwards", "4"));
    const auto kept = m_desk->codeOf(11);
    const auto code = m_desk->walk().plane()->codeAt({0.5, -0.25});
    QCOMPARE(code, (std::vector<float>{0.5f, kept[1], kept[2], -0.25f}));
    const auto all = m_desk->codeOf(7);
    const QPointF place = m_desk->walk().plane()->placeOf(all);
    QCOMPARE(place, QPointF(static_cast<double>(all[0]), static_cast<double>(all[3])));
    // A film goes from one whole code to the other, and neighbours on the plane would be none.
    QVERIFY(m_desk->choosePath(3, 8));
    const int to = *m_desk->model().view().walk.to;
    QVERIFY(mostApart(m_desk->walk().film()->pictures.back(), m_desk->decoded(m_desk->codeOf(to))) < 1e-5f);
    QVERIFY(!buttonOf(m_desk->window, q("on data"))->isEnabled());
}

void TstWalk::aCodeOfOneIsALine()
{
    m_desk = std::make_unique<Desk>(1);
    QVERIFY(m_desk->train());
    drag(*m_desk->map(), m_desk->map()->axesBox().center().toPoint(), QPoint(150, 150));
    const auto code = m_desk->walk().plane()->codeAt(*m_desk->walk().cross());
    QCOMPARE(static_cast<int>(code.size()), 1);
    QCOMPARE(code[0], static_cast<float>(m_desk->walk().cross()->x()));
    QVERIFY(m_desk->press("Holes"));
    QVERIFY(m_desk->choosePath(3, 8));
    QCOMPARE(static_cast<int>(m_desk->walk().film()->pictures.size()), 11);
}

void TstWalk::whatIsSeenIsSaved()
{
    QVERIFY(m_desk->train());
    QVERIFY(m_desk->choosePath(3, 8));
    QVERIFY(m_desk->press("Holes"));
    drag(*m_desk->map(), m_desk->map()->axesBox().center().toPoint(), QPoint(150, 150));
    const LabState saved = m_desk->model().state();
    QVERIFY(std::get<AutoencoderState>(saved).view.walk.cross);
    m_desk->walk().dropPath();
    m_desk->walk().setCross(std::nullopt);
    m_desk->walk().showLayer(WalkLayer::None);
    QVERIFY(m_desk->model().state() != saved);
    m_desk->model().open(saved);
    QCOMPARE(m_desk->model().state() == saved, true);
    QVERIFY(m_desk->walk().cross() && m_desk->walk().hasPath());
    QCOMPARE(m_desk->model().timeline()->count(), 10);
    // A path that names a picture that is not there is none.
    AutoencoderState far = std::get<AutoencoderState>(saved);
    far.view.walk.to = heldOut;
    m_desk->model().open(far);
    QVERIFY(!m_desk->walk().hasPath() && !m_desk->walk().film());
}

/// Before an audience heads hide it; no control and no text is there.
void TstWalk::theLowestTwelfthIsFree()
{
    QVERIFY(m_desk->train());
    m_desk->window.togglePresenting();
    QCoreApplication::processEvents();
    const int end = static_cast<int>(std::ceil(0.92 * m_desk->window.height()));
    for (const char* tab : {"Learns", "Compared", "Walk"}) {
        QVERIFY(m_desk->press(tab));
        QCoreApplication::processEvents();
        for (const auto* widget : m_desk->window.findChildren<QWidget*>()) {
            const bool isSeen = qobject_cast<const QLabel*>(widget) ||
                                qobject_cast<const QAbstractButton*>(widget) ||
                                qobject_cast<const Track*>(widget);
            if (!isSeen || !widget->isVisible()) continue;
            const int bottom = widget->mapTo(&m_desk->window, QPoint(0, widget->height())).y();
            QVERIFY2(bottom <= end, widget->metaObject()->className());
        }
    }
    m_desk->window.togglePresenting();
}

/// While the data are read there is no network yet; everything may be pressed.
void TstWalk::nothingIsAskedOfNoNetwork()
{
    QVERIFY(!m_desk->walk().plane() || m_desk->walk().places());
    m_desk->key(Qt::Key_H);
    m_desk->key(Qt::Key_Space);
    m_desk->walk().choose(PathEnd::From);
    m_desk->walk().setDrawing(std::vector<float>(784, 1.0f));
    m_desk->walk().setCross(QPointF(1, 1));
    QTRY_VERIFY_WITH_TIMEOUT(m_desk->walk().drawn(), patience);
}

QTEST_MAIN(TstWalk)
#include "tst_walk.moc"
