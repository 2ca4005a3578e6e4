#include "core/eval/label_spreading.h"
#include "core/eval/scratch_network.h"
#include "tests/support/desk.h"
#include "tests/support/exported.h"
#include "tests/support/few_digits.h"
#include "ui/labs/fewlabels/confusion_table.h"
#include "ui/labs/fewlabels/digit_question.h"
#include "ui/labs/fewlabels/few_labels_model.h"
#include "ui/labs/fewlabels/few_labels_stage.h"
#include "ui/labs/fewlabels/few_labels_words.h"
#include "ui/labs/fewlabels/label_map_page.h"
#include "ui/labs/fewlabels/label_strip.h"
#include "ui/labs/fewlabels/parts_page.h"
#include "ui/labs/fewlabels/wrong_pictures.h"
#include "ui/labs/fewlabels/yourself_page.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/map_view.h"

#include <QPainter>
#include <QStyleFactory>

#include <numeric>
#include <set>

using namespace hg;
using namespace hg::test;

namespace {

constexpr int training = 300, heldOut = 60, classCount = 10;
constexpr int patience = 60000; // the longest wait for something that must come

/// What is learnt and measured in a moment.
FewLabelsSetup small(LabelRows rows = usualLabelRows())
{
    FewLabelsSetup setup{.rows = rows, .counts = {1, 2, 5}, .draws = 3};
    setup.network.recipe.epochs = 1;
    return setup;
}

/// So long that nobody sees its end.
FewLabelsSetup endless()
{
    FewLabelsSetup setup = small();
    setup.network.recipe.epochs = 200;
    return setup;
}

/// On the tab where labels are given by hand.
FewLabelsState byHand(std::vector<GivenLabel> own = {})
{
    return {small(rowsOf({LabelRow::Code, LabelRow::Raw})),
            {.tab = FewLabelsTab::Yourself, .perClass = 1, .own = std::move(own)}};
}

/// The first points, each with its own label.
std::vector<GivenLabel> rightLabels(int count)
{
    std::vector<GivenLabel> labels;
    for (int i = 0; i < count; ++i)
        labels.push_back({i, i % classCount});
    return labels;
}

/// The lab with a setup that is soon measured, nothing to undo.
struct Desk : DeskWith<SteadyClock> {
    explicit Desk(Language language = Language::English) : DeskWith(q("fewlabels"), language)
    {
        open({small(), {}});
    }
    FewLabelsModel& model() const { return dynamic_cast<FewLabelsModel&>(window.currentLab()->model()); }
    FewLabelsStage& stage() const { return *qobject_cast<FewLabelsStage*>(window.currentLab()->stage); }
    YourselfPage& yourself() const { return *stage().yourself(); }
    template <class T>
    T& part() const
    {
        return *stage().findChild<T*>();
    }
    void open(const FewLabelsState& state) const
    {
        model().open(state);
        model().undoStack()->clear();
    }
    bool settle() const
    {
        return QTest::qWaitFor([this] { return stage().isAtRest(); }, patience);
    }
    bool comesTo(Twin::Standing standing) const
    {
        return QTest::qWaitFor([&] { return model().standing() == standing; }, patience);
    }
    bool says(const char* text) const { return model().remark().sentence.contains(q(text)); }
    const Dataset& data() const { return *model().data()->dataset; }
    /// What the command makes features of.
    FeatureSource source() const
    {
        return {*model().twin().model(), model().setup().network.recipe, model().data()->dataset};
    }
    /// A row's numbers as the command makes them.
    std::shared_ptr<FeatureSet> feature(LabelRow row)
    {
        auto map = featureMap(static_cast<FeatureKind>(row), source(), bench.workers);
        if (!map) return nullptr;
        auto set = featureSet(std::move(*map), model().data()->dataset, bench.workers);
        return set ? std::make_shared<FeatureSet>(std::move(*set)) : nullptr;
    }
    QCheckBox* tickOf(LabelRow row) const
    {
        return named<QCheckBox>(window, labelRowName(Texts(), row, usualFrozenCode));
    }
    /// Onto its square: the rest of the line does nothing.
    static bool tick(QCheckBox* box) { return box && clickAt(box, {8, box->height() / 2}); }
    /// A button that comes with what goes on.
    bool pressSoon(const char* text) const
    {
        return QTest::qWaitFor([&] { return buttonOf(window, q(text)); }, patience) && press(text);
    }
    /// Clicks onto a point of the map; says which it was.
    int clickPoint(int point) const
    {
        MapView* map = yourself().map();
        const auto places = model().flat();
        const auto at = 2 * static_cast<std::size_t>(point);
        const QPoint place = map->placeOf(double((*places)[at]), double((*places)[at + 1])).toPoint();
        return clickAt(map, place) ? map->pointAt(place) : -1;
    }
    QImage picture() const { return stage().grab().toImage(); }
};

} // namespace

class TstFewLabelsLab : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { m_desk = std::make_unique<Desk>(); }
    void cleanup() { m_desk.reset(); }

    // Two parts
    void whoLooksSeesFigures();
    void figuresAreThoseOfTheCommand_data();
    void figuresAreThoseOfTheCommand();
    void drawsAreTheTimeline();
    void labelsAClassByClick();
    void rowsAreTicked_data();
    void rowsAreTicked();
    void lastRowStays();
    void equalRowsAreKept();
    void nothingOfTheCodeBeforeItHasLearnt();
    void chipsSetWhatTheySay();
    void setupIsUndone();
    void statesComeBack_data();
    void statesComeBack();

    // Label it yourself
    void aClickAsks();
    void digitsAnswerWhereverTheFocusIs_data();
    void digitsAnswerWhereverTheFocusIs();
    void suggestionsGoOn();
    void escapeSkips();
    void labelsAreUndoneByKeys();
    void twentyAreTheMost();
    void aSecondLabelReplaces();
    void labelsAreRemoved();
    void goingBackDropsWhatCameAfter();
    void accuraciesAreThoseOfTheFirstLabels_data();
    void accuraciesAreThoseOfTheFirstLabels();
    void regionsBelongToLabels();
    void realLabelsAreShownAfterAWarning();

    // Mistakes, Map
    void tableCountsTheTestPictures();
    void wrongPicturesLeadToTheParts();
    void discsAndThreeLooks();

    // Outside
    void exportedFramesAreTheDraws_data();
    void exportedFramesAreTheDraws();
    void everyTabIsExported();
    void exportedTabsKeepTheirChoices();
    void equalStatesLookAlike();

    // What is odd
    void oddNetworksAreMeasured_data();
    void oddNetworksAreMeasured();
    void countsBeyondAClassAreLeftOut();
    void dataOfOneClass();
    void dataWithoutLabels();
    void cancelledMeasuringGoesOn();
    void divergenceIsTold();
    void leavingWhileItTrains();
    void leavingWhileItMeasures();
    void labelsOfOtherData();
    void otherDataAskForNothing();

private:
    std::unique_ptr<Desk> m_desk;
    QTemporaryDir m_folder;
};

void TstFewLabelsLab::initTestCase()
{
    QApplication::setStyle(QStyleFactory::create(q("Fusion")));
    QVERIFY(makeFewAssets(m_folder.path(), q(HOURGLASS_TEST_ASSETS), training, heldOut));
    qputenv("HOURGLASS_ASSETS", m_folder.path().toLocal8Bit());
}

void TstFewLabelsLab::whoLooksSeesFigures()
{
    QVERIFY(m_desk->settle());
    const FewLabelsModel& model = m_desk->model();
    for (const LabelRow row : model.rows()) {
        const auto curve = model.curve(row);
        QVERIFY(curve && model.noteOf(row).isEmpty());
        const QString figures = q("<b>%1</b> ± %2")
                                    .arg(accuracyText(model.texts(), curve->mean(2)),
                                         accuracyText(model.texts(), curve->deviation(2)));
        QVERIFY2(m_desk->shows(figures), qPrintable(figures)); // at five labels a class
    }
    QVERIFY(!isOneColour(m_desk->picture()));
}

void TstFewLabelsLab::figuresAreThoseOfTheCommand_data()
{
    QTest::addColumn<int>("reading");
    QTest::newRow("softmax") << int(LabelReading::Softmax);
    QTest::newRow("nearest neighbours") << int(LabelReading::Neighbours);
    QTest::newRow("a hidden layer") << int(LabelReading::HiddenLayer);
    QTest::newRow("spreading") << int(LabelReading::Spreading);
}

/// Each row again, by the functions that the command's figures are made of.
void TstFewLabelsLab::figuresAreThoseOfTheCommand()
{
    QFETCH(int, reading);
    FewLabelsSetup setup = small(LabelRows().set());
    setup.reading = static_cast<LabelReading>(reading);
    setup.counts = {1, 5};
    setup.draws = 2;
    setup.network.recipe.seed = 3;
    m_desk->open({setup, {.perClass = 5, .draw = 1}});
    QVERIFY(m_desk->settle());
    Workers& workers = m_desk->bench.workers;
    const FewLabelsModel& model = m_desk->model();
    const auto classes = sampleClasses(m_desk->data());
    QVERIFY(classes);
    const auto drawn = drawLabels(*classes, {5, 1, 3});
    QCOMPARE(model.drawnLabels().rows, drawn->rows);
    QCOMPARE(model.drawnLabels().classes, drawn->classes);
    ClassifierSetup classifier;
    if (setup.reading == LabelReading::Neighbours) classifier.kind = ClassifierKind::Neighbours;
    if (setup.reading == LabelReading::HiddenLayer) classifier.kind = ClassifierKind::HiddenLayer;
    const CurveSetup curve{.counts = {1, 5}, .draws = 2, .seed = 3, .classifier = classifier};
    for (const LabelRow row : model.rows()) {
        QVERIFY(model.curve(row));
        LabelReader read;
        Result<AccuracyCurve> expected = AccuracyCurve();
        if (row == LabelRow::Scratch) {
            read = [&](const LabelledSamples& labels, const StopQuery& stop) {
                Workers own(1);
                return scratchReadings(m_desk->source(), labels, classes->count(), own, stop);
            };
            expected = curveOf(read, *classes, curve, workers);
        } else if (setup.reading == LabelReading::Spreading) {
            const auto graph = spreadingGraph(*m_desk->feature(row), {}, {}, workers);
            read = [&](const LabelledSamples& labels, const StopQuery& stop) {
                return spreadReadings(*graph, labels, classes->count(), {}, stop);
            };
            expected = curveOf(read, *classes, curve, workers);
        } else {
            expected = accuracyCurve(*m_desk->feature(row), *classes, curve, workers);
        }
        QVERIFY(expected);
        QCOMPARE(model.curve(row)->accuracies, expected->accuracies);
    }
}

void TstFewLabelsLab::drawsAreTheTimeline()
{
    FewLabelsSetup setup = small(rowsOf({LabelRow::Code, LabelRow::Raw}));
    setup.draws = 10;
    m_desk->open({setup, {.perClass = 2, .front = LabelRow::Raw}});
    QVERIFY(m_desk->settle());
    FewLabelsModel& model = m_desk->model();
    QCOMPARE(model.timeline()->count() + 1, 10);
    std::set<std::vector<int>> seen;
    for (int draw = 0; draw < 10; ++draw) {
        model.timeline()->seek(draw);
        QCOMPARE(model.timeline()->label(), q("draw %1 of 10").arg(draw + 1));
        seen.insert(model.drawnLabels().rows);
        for (const LabelRow row : {LabelRow::Code, LabelRow::Raw}) {
            QVERIFY(QTest::qWaitFor([&] { return model.drawFigures(row) != nullptr; }, patience));
            // A point of the curve is the mean of what is seen draw by draw.
            QCOMPARE(model.drawFigures(row)->accuracy,
                     model.curve(row)->accuracies[1][static_cast<std::size_t>(draw)]);
        }
    }
    QCOMPARE(seen.size(), std::size_t{10});
    QCOMPARE(std::get<FewLabelsState>(model.state()).view.draw, 9);
    QCOMPARE(model.undoStack()->count(), 0); // it belongs to the view
}

void TstFewLabelsLab::labelsAClassByClick()
{
    QVERIFY(m_desk->settle());
    FewLabelsModel& model = m_desk->model();
    auto& page = m_desk->part<PartsPage>();
    std::vector<int> chosen;
    for (int x = page.width() / 20; x < page.width(); x += page.width() / 20) {
        QVERIFY(clickAt(&page, {x, page.height() * 3 / 4}));
        if (chosen.empty() || model.view().perClass != chosen.back()) chosen.push_back(model.view().perClass);
    }
    chosen.erase(chosen.begin()); // what it was before, beside the axes
    QCOMPARE(chosen, (std::vector{1, 2, 5}));
    QCOMPARE(model.drawnLabels().count(), 5 * classCount);
    QVERIFY(m_desk->choose("Labels a class", 1));
    QCOMPARE(model.view().perClass, 2);
    QCOMPARE(model.drawnLabels().count(), 2 * classCount);
    QVERIFY(m_desk->shows(q("At 2 labels a class")));
    QCOMPARE(model.undoStack()->count(), 0);
}

void TstFewLabelsLab::rowsAreTicked_data()
{
    QTest::addColumn<int>("row");
    for (int row = 0; row < static_cast<int>(labelRowCount); ++row)
        QTest::newRow(qPrintable(labelRowName(Texts(), static_cast<LabelRow>(row), 8))) << row;
}

void TstFewLabelsLab::rowsAreTicked()
{
    QFETCH(int, row);
    FewLabelsModel& model = m_desk->model();
    QCheckBox* box = m_desk->tickOf(static_cast<LabelRow>(row));
    QVERIFY(box);
    for (int time = 0; time < 2; ++time) {
        const bool wasThere = model.setup().rows.test(static_cast<std::size_t>(row));
        QCOMPARE(box->isChecked(), wasThere);
        QVERIFY(Desk::tick(box));
        LabelRows changed = model.setup().rows;
        QCOMPARE(changed.test(static_cast<std::size_t>(row)), !wasThere);
        QCOMPARE(model.undoStack()->count(), time + 1);
    }
    QCOMPARE(model.setup(), small()); // and the others are as they were
}

void TstFewLabelsLab::lastRowStays()
{
    m_desk->open({small(rowsOf({LabelRow::Pca})), {}});
    QCheckBox* box = m_desk->tickOf(LabelRow::Pca);
    QVERIFY(Desk::tick(box));
    QVERIFY(box->isChecked());
    QCOMPARE(m_desk->model().rows(), std::vector{LabelRow::Pca});
    QCOMPARE(m_desk->model().undoStack()->count(), 0);
}

void TstFewLabelsLab::equalRowsAreKept()
{
    QVERIFY(m_desk->settle());
    FewLabelsModel& model = m_desk->model();
    const auto code = model.reader(LabelRow::Code), raw = model.reader(LabelRow::Raw),
               pca = model.reader(LabelRow::Pca);
    const auto rawCurve = model.curve(LabelRow::Raw);
    FewLabelsSetup setup = model.setup();
    setup.network.bottleneck = 4;
    model.edit(setup);
    QCOMPARE(model.curve(LabelRow::Raw), rawCurve); // at once
    QVERIFY(!model.curve(LabelRow::Code));
    QVERIFY(m_desk->settle());
    QCOMPARE(model.reader(LabelRow::Raw), raw);
    QCOMPARE(model.curve(LabelRow::Raw), rawCurve);
    QVERIFY(model.reader(LabelRow::Code) != code && model.reader(LabelRow::Pca) != pca);
    setup.rows.set(static_cast<std::size_t>(LabelRow::Hidden));
    const auto pcaCurve = model.curve(LabelRow::Pca);
    model.edit(setup);
    QVERIFY(m_desk->settle());
    QCOMPARE(model.curve(LabelRow::Pca), pcaCurve);
    QVERIFY(model.curve(LabelRow::Hidden));
    setup.reading = LabelReading::Neighbours;
    model.edit(setup);
    QVERIFY(m_desk->settle());
    QCOMPARE(model.reader(LabelRow::Raw), raw); // read by somebody else, but the same numbers
    QVERIFY(model.curve(LabelRow::Raw) != rawCurve);
}

void TstFewLabelsLab::nothingOfTheCodeBeforeItHasLearnt()
{
    m_desk->open({endless(), {}});
    FewLabelsModel& model = m_desk->model();
    QVERIFY(m_desk->comesTo(Twin::Standing::Running));
    QVERIFY(model.noteOf(LabelRow::Code).contains(q("learning")));
    QVERIFY(m_desk->pressSoon("Pause"));
    QVERIFY(m_desk->comesTo(Twin::Standing::Paused));
    QVERIFY(m_desk->settle());
    QVERIFY(model.noteOf(LabelRow::Code).contains(q("paused")));
    QVERIFY(!model.reader(LabelRow::Code) && !model.curve(LabelRow::Code) &&
            !model.drawFigures(LabelRow::Code) && !model.codeMap() && !model.flat() && !model.clicks());
    QVERIFY(model.curve(LabelRow::Raw) && model.noteOf(LabelRow::Raw).isEmpty());
    QVERIFY(m_desk->press("Label it yourself"));
    QVERIFY(m_desk->shows(q("paused")));
    QCOMPARE(m_desk->yourself().map()->pointCount(), 0);
    QVERIFY(m_desk->press("Two parts"));
    FewLabelsSetup setup = model.setup(); // another encoder: nothing is left of the paused one
    setup.network.recipe.epochs = 1;
    model.edit(setup);
    QVERIFY(m_desk->settle());
    QVERIFY(model.curve(LabelRow::Code));
}

void TstFewLabelsLab::chipsSetWhatTheySay()
{
    QVERIFY(m_desk->settle());
    FewLabelsModel& model = m_desk->model();
    QCOMPARE(model.chips().size(), std::size_t{3});
    QCOMPARE(model.chips()[0].name, q("Labels a class"));
    QCOMPARE(model.chips()[0].values, (QStringList{q("1"), q("2"), q("5")}));
    model.chips()[0].choose(1);
    QCOMPARE(model.view().perClass, 2);
    QCOMPARE(model.chips()[0].current, 1);
    model.chips()[1].choose(1);
    QCOMPARE(model.setup().reading, LabelReading::Neighbours);
    model.chips()[2].choose(0);
    QCOMPARE(model.setup().network.bottleneck, 1);
    QCOMPARE(model.chips()[2].current, 0);
    model.setTab(FewLabelsTab::Yourself);
    QCOMPARE(model.chips().size(), std::size_t{2}); // labels are given by hand
}

void TstFewLabelsLab::setupIsUndone()
{
    FewLabelsModel& model = m_desk->model();
    QVERIFY(m_desk->choose("Who reads", 1));
    QVERIFY(m_desk->write("Numbers in the code, and components of PCA", "3"));
    QCOMPARE(model.setup().network.bottleneck, 3);
    model.undoStack()->undo();
    QCOMPARE(model.setup().network.bottleneck, usualFrozenCode);
    model.undoStack()->undo();
    QCOMPARE(model.setup(), small());
    model.undoStack()->redo();
    QCOMPARE(model.setup().reading, LabelReading::Neighbours);
}

void TstFewLabelsLab::statesComeBack_data()
{
    QTest::addColumn<int>("tab");
    for (const FewLabelsTab tab :
         {FewLabelsTab::Parts, FewLabelsTab::Yourself, FewLabelsTab::Mistakes, FewLabelsTab::Map})
        QTest::addRow("tab %d", int(tab)) << int(tab);
}

void TstFewLabelsLab::statesComeBack()
{
    QFETCH(int, tab);
    FewLabelsState state{small(rowsOf({LabelRow::Hidden, LabelRow::Raw})),
                         {.tab = static_cast<FewLabelsTab>(tab),
                          .perClass = 2,
                          .draw = 2,
                          .sample = 17,
                          .front = LabelRow::Raw,
                          .paceSeconds = 60,
                          .flat = FlatBy::Mds,
                          .showsRegions = false,
                          .showsSuggestions = false,
                          .own = {{3, 3}, {40, 7}, {5, 1}},
                          .ownShown = 2}};
    state.setup.reading = LabelReading::Neighbours;
    m_desk->model().open(state);
    QVERIFY(std::get<FewLabelsState>(m_desk->model().state()) == state);
    QVERIFY(m_desk->settle());
    QVERIFY(std::get<FewLabelsState>(m_desk->model().state()) == state);
    m_desk->model().open(FewLabelsState{small(), {}});
    QVERIFY((std::get<FewLabelsState>(m_desk->model().state()) == FewLabelsState{small(), {}}));
}

void TstFewLabelsLab::aClickAsks()
{
    m_desk->open(byHand());
    QVERIFY(m_desk->settle());
    QVERIFY(!m_desk->model().asked());
    QVERIFY(!m_desk->yourself().question()->isVisible());
    const int point = m_desk->clickPoint(70);
    QVERIFY(point >= 0);
    QCOMPARE(m_desk->model().asked(), std::optional(point));
    QVERIFY(m_desk->yourself().question()->isVisible());
    QVERIFY(click(buttonOf(*m_desk->yourself().question(), q("4"))));
    QCOMPARE(m_desk->model().own(), (std::vector<GivenLabel>{{point, 4}})); // wrong or not, it counts
    QVERIFY(!m_desk->yourself().question()->isVisible());
}

void TstFewLabelsLab::digitsAnswerWhereverTheFocusIs_data()
{
    QTest::addColumn<QString>("focus");
    QTest::newRow("the map") << q("Codes of digits without labels");
    QTest::newRow("a number field") << q("Numbers in the code, and components of PCA");
    QTest::newRow("a list") << q("Who reads");
    QTest::newRow("a button") << q("Start again");
}

void TstFewLabelsLab::digitsAnswerWhereverTheFocusIs()
{
    QFETCH(QString, focus);
    m_desk->open(byHand({{200, 0}}));
    QVERIFY(m_desk->settle());
    QWidget* widget = named<QWidget>(m_desk->window, focus);
    if (!widget) widget = buttonOf(m_desk->window, focus);
    QVERIFY(widget);
    widget->setFocus();
    for (int digit = 0; digit < classCount; ++digit) {
        m_desk->model().ask(100 + digit);
        m_desk->key(Qt::Key_0 + digit);
        QCOMPARE(m_desk->model().own().back(), (GivenLabel{100 + digit, digit}));
    }
    m_desk->key(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(m_desk->model().own().back(), (GivenLabel{108, 8}));
    QCOMPARE(m_desk->model().setup(), byHand().setup);
}

void TstFewLabelsLab::suggestionsGoOn()
{
    m_desk->open(byHand());
    QVERIFY(m_desk->settle());
    FewLabelsModel& model = m_desk->model();
    const std::vector<int> worth = model.suggestions()->samples;
    QCOMPARE(worth.size(), std::size_t{mostOwnLabels});
    m_desk->yourself().map()->setFocus();
    m_desk->key(Qt::Key_N);
    QCOMPARE(model.asked(), std::optional(worth[0]));
    m_desk->key(Qt::Key_5);
    QCOMPARE(model.asked(), std::optional(worth[1])); // on to the next
    m_desk->key(Qt::Key_3);
    QCOMPARE(model.asked(), std::optional(worth[2]));
    QCOMPARE(model.own(), (std::vector<GivenLabel>{{worth[0], 5}, {worth[1], 3}}));
    const int other = m_desk->clickPoint(70);
    QVERIFY(std::find(worth.begin(), worth.end(), other) == worth.end());
    m_desk->key(Qt::Key_0);
    QVERIFY(!model.asked()); // was none of them
    QVERIFY(m_desk->press("Next label (N)"));
    QCOMPARE(model.asked(), std::optional(worth[2]));
}

void TstFewLabelsLab::escapeSkips()
{
    m_desk->open(byHand());
    QVERIFY(m_desk->settle());
    FewLabelsModel& model = m_desk->model();
    const std::vector<int> worth = model.suggestions()->samples;
    m_desk->key(Qt::Key_N);
    QCOMPARE(model.asked(), std::optional(worth[0]));
    m_desk->key(Qt::Key_Escape);
    QVERIFY(!model.asked() && model.own().empty());
    m_desk->key(Qt::Key_N);
    QCOMPARE(model.asked(), std::optional(worth[1]));
    QVERIFY(m_desk->press("Skip (Esc)"));
    QVERIFY(!model.asked());
    QCOMPARE(model.undoStack()->count(), 0);
}

void TstFewLabelsLab::labelsAreUndoneByKeys()
{
    m_desk->open(byHand());
    QVERIFY(m_desk->settle());
    FewLabelsModel& model = m_desk->model();
    const int first = m_desk->clickPoint(70);
    m_desk->key(Qt::Key_7);
    model.ask(10);
    m_desk->key(Qt::Key_2);
    QCOMPARE(model.ownShown(), 2);
    m_desk->key(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(model.own(), (std::vector<GivenLabel>{{first, 7}}));
    QCOMPARE(model.ownShown(), 1);
    m_desk->key(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(model.own().empty());
    model.undoStack()->redo();
    model.undoStack()->redo();
    QCOMPARE(model.own(), (std::vector<GivenLabel>{{first, 7}, {10, 2}}));
    QCOMPARE(model.ownShown(), 2);
}

void TstFewLabelsLab::twentyAreTheMost()
{
    m_desk->open(byHand(rightLabels(mostOwnLabels)));
    QVERIFY(m_desk->settle());
    FewLabelsModel& model = m_desk->model();
    model.ask(100);
    QVERIFY(!model.asked());
    QVERIFY(m_desk->says("Twenty labels are the most"));
    QVERIFY(m_desk->shows(q("Twenty labels are the most")));
    QVERIFY(!buttonOf(m_desk->window, q("Next label (N)"))->isEnabled());
    model.ask(7); // which has one
    QCOMPARE(model.asked(), std::optional(7));
    model.answer(1);
    QCOMPARE(model.ownLabelOf(7), 1);
    QCOMPARE(model.ownShown(), mostOwnLabels);
    QVERIFY(!m_desk->says("Twenty labels are the most"));
}

void TstFewLabelsLab::aSecondLabelReplaces()
{
    m_desk->open(byHand(rightLabels(classCount)));
    QVERIFY(m_desk->settle());
    FewLabelsModel& model = m_desk->model();
    const double right = model.clicks()->accuracies[1].back();
    model.ask(3);
    m_desk->key(Qt::Key_5);
    QCOMPARE(model.own().size(), std::size_t{classCount});
    QCOMPARE(model.own()[3], (GivenLabel{3, 5}));
    QVERIFY(m_desk->settle());
    QVERIFY(model.clicks()->accuracies[1].back() < right); // a wrong label counts
    model.undoStack()->undo();
    QCOMPARE(model.ownLabelOf(3), 3);
}

void TstFewLabelsLab::labelsAreRemoved()
{
    m_desk->open(byHand(rightLabels(4)));
    QVERIFY(m_desk->settle());
    FewLabelsModel& model = m_desk->model();
    QVERIFY(clickAt(m_desk->yourself().strip(), {5, 5})); // the first picture
    QCOMPARE(model.asked(), std::optional(0));
    QVERIFY(m_desk->press("Remove the label"));
    QCOMPARE(model.own(), (std::vector<GivenLabel>{{1, 1}, {2, 2}, {3, 3}}));
    QVERIFY(!model.asked());
    QVERIFY(m_desk->press("Start again"));
    QVERIFY(model.own().empty());
    m_desk->key(Qt::Key_Z, Qt::ControlModifier);
    m_desk->key(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(model.own(), rightLabels(4));
}

void TstFewLabelsLab::goingBackDropsWhatCameAfter()
{
    m_desk->open(byHand(rightLabels(5)));
    QVERIFY(m_desk->settle());
    FewLabelsModel& model = m_desk->model();
    QCOMPARE(model.timeline()->count(), 5);
    model.timeline()->seek(2);
    QCOMPARE(model.ownShown(), 2);
    QCOMPARE(model.timeline()->label(), q("label 2 of 5"));
    QCOMPARE(model.ownLabelOf(4), -1);
    QCOMPARE(model.own().size(), std::size_t{5}); // going back takes nothing away
    model.ask(50);
    m_desk->key(Qt::Key_9);
    QCOMPARE(model.own(), (std::vector<GivenLabel>{{0, 0}, {1, 1}, {50, 9}}));
    QCOMPARE(model.ownShown(), 3);
    model.undoStack()->undo();
    QCOMPARE(model.own(), rightLabels(5));
}

void TstFewLabelsLab::accuraciesAreThoseOfTheFirstLabels_data()
{
    QTest::addColumn<bool>("isByNeighbours");
    QTest::newRow("softmax") << false;
    QTest::newRow("nearest neighbours") << true;
}

void TstFewLabelsLab::accuraciesAreThoseOfTheFirstLabels()
{
    QFETCH(bool, isByNeighbours);
    FewLabelsState state = byHand({{3, 3}, {14, 4}, {25, 9}, {7, 7}, {31, 1}, {40, 0}});
    if (isByNeighbours) state.setup.reading = LabelReading::Neighbours;
    m_desk->open(state);
    QVERIFY(m_desk->settle());
    const ClickFigures* clicks = m_desk->model().clicks();
    QVERIFY(clicks);
    QCOMPARE(clicks->of.subjects.size(), std::size_t{2});
    const auto classes = sampleClasses(m_desk->data());
    Workers& workers = m_desk->bench.workers;
    for (std::size_t i = 0; i < clicks->of.subjects.size(); ++i) {
        const auto feature = m_desk->feature(clicks->of.subjects[i].row);
        LabelledSamples labels;
        for (std::size_t count = 0; count < state.view.own.size(); ++count) {
            labels.rows.push_back(state.view.own[count].sample);
            labels.classes.push_back(state.view.own[count].label); // classes are the digits
            const auto classifier = fitClassifier(
                *feature, labels, classCount,
                {.kind = isByNeighbours ? ClassifierKind::Neighbours : ClassifierKind::Softmax});
            const auto read = readings(std::span(&classifier, 1), feature->test, workers);
            QVERIFY(read);
            QCOMPARE(clicks->accuracies[i][count], accuracyOf(read->front(), classes->test));
            if (i > 0) continue;
            const auto points = readings(std::span(&classifier, 1), feature->train, workers);
            QCOMPARE(clicks->pointReadings[count], points->front());
        }
    }
}

void TstFewLabelsLab::regionsBelongToLabels()
{
    m_desk->open(byHand());
    QVERIFY(m_desk->settle());
    const auto mapNow = [&] {
        if (!m_desk->settle()) return QImage();
        return m_desk->yourself().map()->grab().toImage();
    };
    const QImage bare = mapNow();
    QVERIFY(m_desk->press("Points"));
    QCOMPARE(mapNow(), bare); // without labels there is nothing to show
    m_desk->model().ask(3);
    m_desk->model().answer(3);
    m_desk->model().ask(8);
    m_desk->model().answer(8);
    const QImage points = mapNow();
    QVERIFY(points != bare); // discs
    QVERIFY(m_desk->press("Regions"));
    const QImage regions = mapNow();
    QVERIFY(regions != points);
    QVERIFY(m_desk->press("Points"));
    QCOMPARE(mapNow(), points);
}

void TstFewLabelsLab::realLabelsAreShownAfterAWarning()
{
    m_desk->open(byHand());
    QVERIFY(m_desk->settle());
    const auto mapNow = [&] {
        if (!m_desk->settle()) return QImage();
        return m_desk->yourself().map()->grab().toImage();
    };
    const QImage grey = mapNow();
    auto* toggle =
        named<Switch>(m_desk->window, q("Real labels: what each digit is, as the colour of its point"));
    QVERIFY(toggle && clickAt(toggle, toggle->rect().center()));
    QVERIFY(!toggle->isOn()); // it only warns
    QVERIFY(m_desk->says("give away"));
    QVERIFY(m_desk->press("Show them"));
    QVERIFY(toggle->isOn());
    QVERIFY(mapNow() != grey);
    m_desk->stage().setPresented(true);
    QVERIFY(!toggle->isVisible());
    m_desk->stage().setPresented(false);
    QVERIFY(clickAt(toggle, toggle->rect().center()));
    QVERIFY(!toggle->isOn());
    QCOMPARE(mapNow(), grey);
}

void TstFewLabelsLab::tableCountsTheTestPictures()
{
    m_desk->open({small(), {.tab = FewLabelsTab::Mistakes, .perClass = 1, .front = LabelRow::Raw}});
    QVERIFY(m_desk->settle());
    FewLabelsModel& model = m_desk->model();
    const DrawFigures* figures = model.drawFigures(LabelRow::Raw);
    QVERIFY(figures);
    const auto& counts = figures->confusion;
    QCOMPARE(std::accumulate(counts.begin(), counts.end(), 0), heldOut);
    QCOMPARE(int(figures->wrong.size()), heldOut - int(std::lround(figures->accuracy * heldOut)));
    auto& table = m_desk->part<ConfusionTable>();
    auto& pictures = m_desk->part<WrongPictures>();
    QCOMPARE(pictures.count(), int(figures->wrong.size()));
    ConfusionTable::Cell most{0, 1};
    const auto countOf = [&](const ConfusionTable::Cell& cell) {
        return counts[static_cast<std::size_t>(cell.first * classCount + cell.second)];
    };
    for (int is = 0; is < classCount; ++is)
        for (int read = 0; read < classCount; ++read)
            if (is != read && countOf({is, read}) > countOf(most)) most = {is, read};
    QVERIFY(countOf(most) > 0);
    const QPoint place = table.cellBox(most).center().toPoint();
    QVERIFY(clickAt(&table, place));
    QCOMPARE(pictures.count(), countOf(most));
    QCOMPARE(pictures.only(), std::optional(most));
    model.timeline()->stepForward();
    QVERIFY(m_desk->settle());
    QCOMPARE(pictures.only(), std::optional(most)); // another draw, the same question
    model.timeline()->stepBack();
    QVERIFY(m_desk->settle());
    QVERIFY(clickAt(&table, place));
    QCOMPARE(pictures.count(), int(figures->wrong.size()));
    QVERIFY(m_desk->choose("Whose mistakes", 0));
    QCOMPARE(model.front(), LabelRow::Code);
}

void TstFewLabelsLab::wrongPicturesLeadToTheParts()
{
    m_desk->open({small(), {.tab = FewLabelsTab::Mistakes, .perClass = 1, .front = LabelRow::Raw}});
    QVERIFY(m_desk->settle());
    const std::vector<int> wrong = m_desk->model().drawFigures(LabelRow::Raw)->wrong;
    QVERIFY(!wrong.empty());
    QVERIFY(clickAt(&m_desk->part<WrongPictures>(), {12, 12}));
    QCOMPARE(m_desk->model().view().tab, FewLabelsTab::Parts);
    QCOMPARE(m_desk->model().view().sample, wrong.front());
}

void TstFewLabelsLab::discsAndThreeLooks()
{
    m_desk->open({small(), {.tab = FewLabelsTab::Map, .perClass = 1}});
    QVERIFY(m_desk->settle());
    FewLabelsModel& model = m_desk->model();
    QCOMPARE(model.codeMap()->test->size(), std::size_t{2} * heldOut);
    const auto pictureNow = [&] {
        return m_desk->settle() ? m_desk->part<LabelMapPage>().map()->grab().toImage() : QImage();
    };
    const QImage real = pictureNow();
    QVERIFY(m_desk->shows(q("the encoder never saw a label")));
    QVERIFY(m_desk->press("what is read"));
    QVERIFY(m_desk->shows(q("as they are read with 1 label")));
    const QImage read = pictureNow();
    QVERIFY(m_desk->press("wrong ones"));
    QVERIFY(m_desk->shows(q("that are read wrong")));
    const QImage wrong = pictureNow();
    QVERIFY(read != real && wrong != read && wrong != real);
    QVERIFY(m_desk->press("what they are"));
    QCOMPARE(pictureNow(), real);
    model.timeline()->stepForward();
    QVERIFY(pictureNow() != real); // the discs are other ones
}

void TstFewLabelsLab::exportedFramesAreTheDraws_data()
{
    QTest::addColumn<int>("language");
    QTest::newRow("Greek") << int(Language::Greek);
    QTest::newRow("English") << int(Language::English);
}

void TstFewLabelsLab::exportedFramesAreTheDraws()
{
    QFETCH(int, language);
    m_desk->open({small(), {.perClass = 1, .draw = 1}});
    QVERIFY(m_desk->settle());
    const auto exportable = m_desk->model().exportable({.language = static_cast<Language>(language)});
    QVERIFY(exportable);
    QCOMPARE(exportable->stops(), 3);
    QCOMPARE(exportable->now, 2.0);
    const bool isEnglish = static_cast<Language>(language) == Language::English;
    QCOMPARE(exportable->label(2) == q("draw 2 of 3"), isEnglish);
    QCOMPARE(exportable->describe(2).contains(q("raw pixels")), isEnglish);
    QVERIFY(!isOneColour(paintedAt(*exportable, 1)));
    QCOMPARE(paintedAt(*exportable, 2), paintedAt(*exportable, 2));
    QVERIFY(paintedAt(*exportable, 2) != paintedAt(*exportable, 3));
}

/// A file shows what its tab shows, and each tab something else.
void TstFewLabelsLab::everyTabIsExported()
{
    const FewLabelsView view{.perClass = 1, .own = {{3, 1}, {8, 7}, {21, 0}}, .ownShown = 2};
    QList<QImage> pictures;
    for (const auto tab :
         {FewLabelsTab::Parts, FewLabelsTab::Yourself, FewLabelsTab::Mistakes, FewLabelsTab::Map}) {
        FewLabelsView shown = view;
        shown.tab = tab;
        m_desk->open({small(), shown});
        QVERIFY(m_desk->settle());
        const auto file = m_desk->model().exportable({});
        QVERIFY(file);
        const bool isMistakes = tab == FewLabelsTab::Mistakes;
        QCOMPARE(file->stops(), isMistakes ? 1 : 3); // draws, or labels
        QCOMPARE(file->now, tab == FewLabelsTab::Yourself ? 2.0 : 1.0);
        QVERIFY(!file->label(1).isEmpty() && !file->describe(1).isEmpty());
        const QImage picture = paintedAt(*file, file->now);
        QVERIFY(!isOneColour(picture) && !pictures.contains(picture));
        if (!isMistakes) QVERIFY(paintedAt(*file, 3) != picture);
        pictures << picture;
    }
}

/// The map of a file has the colours that were chosen in the window, the table its chosen cell.
void TstFewLabelsLab::exportedTabsKeepTheirChoices()
{
    m_desk->open({small(), {.tab = FewLabelsTab::Map, .perClass = 1}});
    QVERIFY(m_desk->settle());
    const auto pictureNow = [&] { return paintedAt(*m_desk->model().exportable({}), 1); };
    const QImage real = pictureNow();
    QVERIFY(m_desk->press("wrong ones") && m_desk->settle());
    const QImage wrong = pictureNow();
    QVERIFY(wrong != real);
    QVERIFY(m_desk->press("what they are") && m_desk->settle());
    QCOMPARE(pictureNow(), real);
    m_desk->open({small(), {.tab = FewLabelsTab::Mistakes, .perClass = 1, .front = LabelRow::Raw}});
    QVERIFY(m_desk->settle());
    const QImage all = pictureNow();
    auto& table = m_desk->part<ConfusionTable>();
    QVERIFY(clickAt(&table, table.cellBox({0, 1}).center().toPoint()) && m_desk->settle());
    QVERIFY(pictureNow() != all);
}

void TstFewLabelsLab::equalStatesLookAlike()
{
    const FewLabelsState state{small(), {.perClass = 2, .draw = 2, .sample = 5}};
    m_desk->open(state);
    QVERIFY(m_desk->settle());
    const auto painted = [&] { return paintedAt(*m_desk->model().exportable({}), 3); };
    const QImage first = painted();
    m_desk->model().setTab(FewLabelsTab::Map);
    m_desk->model().setPerClass(5);
    m_desk->open(state);
    QVERIFY(m_desk->settle());
    QCOMPARE(painted(), first);
}

void TstFewLabelsLab::oddNetworksAreMeasured_data()
{
    QTest::addColumn<QString>("network");
    QTest::addColumn<int>("code");
    QTest::newRow("a number") << QString() << 1;
    QTest::newRow("two numbers") << QString() << 2;
    QTest::newRow("no hidden layer") << q("lab-linear") << 8;
}

/// On every tab.
void TstFewLabelsLab::oddNetworksAreMeasured()
{
    QFETCH(QString, network);
    QFETCH(int, code);
    FewLabelsState state{small(usualLabelRows() | rowsOf({LabelRow::Hidden})),
                         {.perClass = 2, .front = LabelRow::Hidden, .own = rightLabels(3)}};
    if (!network.isEmpty()) state.setup.network = setupOf(*findModelPreset(network.toStdString()));
    state.setup.network.recipe.epochs = 1;
    state.setup.network.bottleneck = code;
    m_desk->open(state);
    FewLabelsModel& model = m_desk->model();
    const bool hasHidden = network.isEmpty();
    QCOMPARE(model.setup().rows.test(std::size_t(LabelRow::Hidden)), hasHidden);
    QCOMPARE(model.front(), hasHidden ? LabelRow::Hidden : LabelRow::Code);
    for (const char* tab : {"Two parts", "Label it yourself", "Mistakes", "Map"}) {
        QVERIFY(m_desk->press(tab));
        QVERIFY(m_desk->settle());
        QVERIFY(!isOneColour(m_desk->picture()));
    }
    for (const LabelRow row : model.rows())
        QVERIFY(model.curve(row));
    QCOMPARE(model.flat()->size(), std::size_t{2} * training);
    QCOMPARE(model.clicks()->accuracies.front().size(), std::size_t{3});
    if (hasHidden) return;
    QVERIFY(Desk::tick(m_desk->tickOf(LabelRow::Hidden))); // there is none
    QVERIFY(!model.setup().rows.test(std::size_t(LabelRow::Hidden)));
}

void TstFewLabelsLab::countsBeyondAClassAreLeftOut()
{
    FewLabelsSetup setup = small(rowsOf({LabelRow::Raw}));
    setup.counts = {1, 10, 30, 31, 1000}; // a class has thirty
    m_desk->open({setup, {.perClass = 1000}});
    QVERIFY(m_desk->settle());
    FewLabelsModel& model = m_desk->model();
    QCOMPARE(model.counts(), (std::vector{1, 10, 30}));
    QCOMPARE(model.curve(LabelRow::Raw)->accuracies.size(), std::size_t{3});
    QCOMPARE(model.view().perClass, 30); // the most that can be drawn
    QCOMPARE(model.drawnLabels().count(), training);
    QVERIFY(!isOneColour(paintedAt(*model.exportable({}), 1)));
    setup.counts = {31, 1000};
    m_desk->open({setup, {.perClass = 31}});
    QVERIFY(m_desk->settle());
    QVERIFY(model.counts().empty());
    QVERIFY(m_desk->says("fewer samples than the least number of labels"));
    for (const char* tab : {"Label it yourself", "Mistakes", "Map", "Two parts"}) {
        QVERIFY(m_desk->press(tab));
        QVERIFY(m_desk->settle());
        QVERIFY(!isOneColour(m_desk->picture()));
    }
    QVERIFY(!isOneColour(paintedAt(*model.exportable({}), 1)));
}

void TstFewLabelsLab::dataOfOneClass()
{
    FewLabelsSetup setup = small();
    setup.network.data = "mnist:3";
    m_desk->open({setup, {}});
    FewLabelsModel& model = m_desk->model();
    QVERIFY(QTest::qWaitFor([&] { return model.problem().has_value(); }, patience));
    QCOMPARE(model.problem()->code, ErrorCode::OneClass);
    QVERIFY(m_desk->settle());
    QVERIFY(!model.data() && !model.exportable({}));
    QVERIFY(m_desk->shows(model.remark().sentence));
    for (const LabelRow row : model.rows())
        QVERIFY(!model.curve(row));
    model.toggleTraining();
    model.ask(3);
    model.askNext();
    model.answer(3);
    QVERIFY(!isOneColour(m_desk->picture()));
    m_desk->open({small(), {}});
    QVERIFY(m_desk->settle());
    QVERIFY(!model.problem() && model.curve(LabelRow::Code));
}

void TstFewLabelsLab::dataWithoutLabels()
{
    QFile file(m_desk->bench.folder.filePath(q("rows.csv")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    for (int row = 0; row < 40; ++row)
        file.write(QByteArray::number(row % 7) + "," + QByteArray::number(row % 3) + ",0.5\n");
    file.close();
    FewLabelsSetup setup = small();
    setup.network.data = file.fileName().toStdString();
    m_desk->open({setup, {}});
    FewLabelsModel& model = m_desk->model();
    QVERIFY(QTest::qWaitFor([&] { return model.problem().has_value(); }, patience));
    QCOMPARE(model.problem()->code, ErrorCode::LabelsMissing);
    QVERIFY(m_desk->settle());
    QVERIFY(m_desk->shows(model.remark().sentence));
    QVERIFY(!isOneColour(m_desk->picture()));
}

void TstFewLabelsLab::cancelledMeasuringGoesOn()
{
    QVERIFY(m_desk->settle());
    FewLabelsModel& model = m_desk->model();
    FewLabelsSetup setup = small();
    setup.draws = 100; // long enough to be cancelled
    model.edit(setup);
    QVERIFY(model.busyJob());
    model.busyJob()->cancel();
    QVERIFY(m_desk->says("cancelled"));
    QVERIFY(m_desk->settle());
    QVERIFY(!model.curve(LabelRow::Untrained));
    QVERIFY(!model.exportable({})->describe(1).isEmpty());
    QVERIFY(m_desk->pressSoon("Go on"));
    QVERIFY(!m_desk->says("cancelled"));
    QVERIFY(m_desk->settle());
    for (const LabelRow row : model.rows())
        QCOMPARE(model.curve(row)->accuracies.front().size(), std::size_t{100});
}

void TstFewLabelsLab::divergenceIsTold()
{
    FewLabelsSetup setup = small();
    setup.network = setupOf(*findModelPreset("lab-linear")); // which nothing bounds
    setup.network.recipe.optimizer = OptimizerKind::Sgd;
    setup.network.recipe.learningRate = 1000;
    setup.network.recipe.epochs = 30;
    m_desk->open({setup, {}});
    QVERIFY(m_desk->comesTo(Twin::Standing::Diverged));
    QVERIFY(m_desk->settle());
    QVERIFY(m_desk->shows(q("The training has run away")));
    QVERIFY(m_desk->model().curve(LabelRow::Raw) && !m_desk->model().curve(LabelRow::Code));
    QVERIFY(!m_desk->model().noteOf(LabelRow::Code).isEmpty());
    setup.network.recipe.learningRate = 1e4; // which no training takes
    m_desk->open({setup, {}});
    QVERIFY(QTest::qWaitFor([&] { return m_desk->shows(q("is accepted")); }, patience));
    QVERIFY(!isOneColour(m_desk->picture()));
}

void TstFewLabelsLab::leavingWhileItTrains()
{
    m_desk->open({endless(), {}});
    QVERIFY(m_desk->comesTo(Twin::Standing::Running));
    QVERIFY(!m_desk->model().activity().isEmpty());
    m_desk->window.openLab(q("conv2d"));
    m_desk->window.openLab(q("fewlabels"));
    QCOMPARE(m_desk->model().standing(), Twin::Standing::Running); // it went on
    m_desk.reset();
}

void TstFewLabelsLab::leavingWhileItMeasures()
{
    FewLabelsSetup setup = small(LabelRows().set());
    setup.draws = 100;
    m_desk->open({setup, {}});
    QVERIFY(QTest::qWaitFor(
        [&] { return m_desk->model().curve(LabelRow::Code) && !m_desk->model().isAtRest(); }, patience));
    m_desk.reset();
}

/// More than the data have samples: what cannot be read is left out, and can be taken away.
void TstFewLabelsLab::labelsOfOtherData()
{
    m_desk->open(byHand({{1400, 3}, {1499, 5}, {6, 6}}));
    QVERIFY(m_desk->settle());
    FewLabelsModel& model = m_desk->model();
    QCOMPARE(model.own().size(), std::size_t{3});
    const auto& accuracies = model.clicks()->accuracies;
    QCOMPARE(accuracies[1].size(), std::size_t{3});
    QCOMPARE(accuracies[1][0], 0.0); // nothing to read by
    QCOMPARE(accuracies[1][2], 0.1); // the class that it knows
    QVERIFY(!isOneColour(m_desk->picture()));
    model.clearOwn();
    QVERIFY(model.own().empty());
}

void TstFewLabelsLab::otherDataAskForNothing()
{
    m_desk->open(byHand());
    QVERIFY(m_desk->settle());
    FewLabelsModel& model = m_desk->model();
    m_desk->press("Map");
    QVERIFY(m_desk->settle());
    model.ask(250);
    FewLabelsSetup setup = model.setup();
    setup.network.data = "mnist:1,2,3";
    model.edit(setup);
    QVERIFY(!model.asked()); // its picture is gone
    QVERIFY(QTest::qWaitFor([&] { return model.data() != nullptr; }, patience));
    QCOMPARE(model.classes().count(), 3);
    QVERIFY(!isOneColour(m_desk->picture())); // before anything has learnt them
    QVERIFY(m_desk->settle());
    QCOMPARE(model.drawnLabels().count(), 3);
}

QTEST_MAIN(TstFewLabelsLab)
#include "tst_fewlabels_lab.moc"
