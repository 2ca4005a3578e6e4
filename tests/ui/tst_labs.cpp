#include "core/session/preset_state.h"
#include "core/session/state_kinds.h"
#include "core/session/train_options.h"
#include "tests/support/desk.h"
#include "tests/support/exported.h"
#include "tests/support/few_digits.h"
#include "ui/export/exporter.h"
#include "ui/lab/lab_figure.h"
#include "ui/labs/autoencoder/ae_model.h"
#include "ui/labs/denoise/denoise_model.h"
#include "ui/labs/fewlabels/few_labels_model.h"
#include "ui/widgets/sound_canvas.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QStyleFactory>

using namespace hg;
using namespace hg::test;

namespace {

constexpr int training = 200, heldOut = 100;
constexpr int patience = 60000; // the longest wait for something that must come

struct Example {
    QString name;
    LabState state;
};

/// The examples of the convolution labs, as they begin and seen otherwise.
std::vector<Example> convExamples(const Assets& assets)
{
    std::vector<Example> all;
    for (const std::string_view id : presetIds()) {
        auto state = presetState(id, assets);
        const QString name = QString::fromUtf8(id.data(), static_cast<qsizetype>(id.size()));
        if (!state) return {};
        all.push_back({name, *state});
        if (auto* numbers = std::get_if<ConvState>(&*state)) {
            numbers->view = {1.5, numbers->scene.filters() - 1, false, true, true};
            all.push_back({name + q(", seen otherwise"), *state});
        }
        if (auto* sound = std::get_if<SoundState>(&*state)) {
            sound->view = {0.25, 0.125, 0.25};
            all.push_back({name + q(", a stretch of it"), *state});
        }
    }
    return all;
}

std::vector<Example> trainingExamples()
{
    std::vector<Example> all;
    for (const char* model : {"lab-dense", "lab-conv", "lab-linear"})
        all.push_back({q(model), AutoencoderState{*setupOfModel(model)}});
    AutoencoderSetup setup = *setupOfModel("lab-linear");
    setup.recipe.seed = 7;
    setup.recipe.epochs = 2;
    all.push_back({q("another digit, pace and tab"),
                   AutoencoderState{setup, {AutoencoderTab::Walk, 42, std::nullopt, 5}}});
    return all;
}

std::vector<Example> denoisingExamples()
{
    DenoiseSetup masked{.kind = Noise::Kind::Mask, .trained = {Noise::Kind::Mask, 0.25}};
    masked.network.bottleneck = 2;
    masked.network.recipe.epochs = 2;
    return {{q("Gaussian"), DenoiseState()},
            {q("mask"), DenoiseState{masked, {.strength = 0.35}}},
            {q("in the code, further on"), DenoiseState{masked,
                                                        {.tab = DenoiseTab::Code,
                                                         .strength = 0.1,
                                                         .first = 7,
                                                         .paceSeconds = 0,
                                                         .arrows = Denoiser::NoiseTrained}}},
            {q("own noise, scribbled"),
             DenoiseState{{},
                          {.tab = DenoiseTab::Own,
                           .own = {.digit = 3, .pixels = std::vector<std::uint8_t>(784, 90)}}}}};
}

/// Few draws and epochs: what is held to here is not how well they read.
std::vector<Example> fewLabelsExamples()
{
    FewLabelsSetup few{.counts = {1, 2}, .draws = 2};
    few.network.recipe.epochs = 1;
    FewLabelsSetup voting = few;
    voting.network.bottleneck = 2;
    voting.reading = LabelReading::Neighbours;
    voting.rows = rowsOf({LabelRow::Code, LabelRow::Pca});
    return {{q("softmax"), FewLabelsState{few, {.perClass = 2}}},
            {q("neighbours"), FewLabelsState{voting, {.perClass = 1, .draw = 1, .sample = 5}}},
            {q("own labels, one taken back"), FewLabelsState{voting,
                                                             {.tab = FewLabelsTab::Yourself,
                                                              .perClass = 1,
                                                              .own = {{3, 1}, {12, 5}, {20, 1}},
                                                              .ownShown = 2}}},
            {q("mistakes, of PCA"),
             FewLabelsState{voting, {.tab = FewLabelsTab::Mistakes, .perClass = 1, .front = LabelRow::Pca}}}};
}

std::vector<Example> allExamples(const Assets& assets = Assets({}))
{
    auto all = convExamples(assets);
    for (Example& example : fewLabelsExamples())
        all.push_back(std::move(example));
    for (Example& example : trainingExamples())
        all.push_back(std::move(example));
    for (Example& example : denoisingExamples())
        all.push_back(std::move(example));
    return all;
}

/// Two examples of one lab and one kind of state that differ in what is computed.
using Two = std::pair<LabState, LabState>;
std::map<QString, Two> twoExamples()
{
    std::map<QString, std::vector<LabState>> kinds;
    for (const Example& example : allExamples())
        if (!example.name.contains(u','))
            kinds[QStringLiteral("%1: %2").arg(OpenRequest{example.state}.lab(),
                                               QLatin1String(kindOf(example.state).word))]
                .push_back(example.state);
    std::map<QString, Two> all;
    for (const auto& [name, states] : kinds)
        all.emplace(name, Two{states.front(), states.back()});
    return all;
}

/// What is computed, without how it is looked at.
LabState withoutView(LabState state)
{
    std::visit([](auto& s) { s.view = {}; }, state);
    return state;
}

QString documentOf(const LabModel& model)
{
    return QString::fromStdString(writeState(model.state()));
}

LabState stateOf(const QString& document)
{
    const QByteArray bytes = document.toUtf8();
    return *readState({reinterpret_cast<const std::uint8_t*>(bytes.data()), std::size_t(bytes.size())}, "");
}

/// Until nothing works beside the window and all of what was opened is there.
bool settle(LabModel& model)
{
    return QTest::qWaitFor(
        [&model] {
            if (model.busyJob()) return false;
            if (auto* autoencoder = dynamic_cast<AeModel*>(&model))
                return autoencoder->snapshot() && !autoencoder->isPending();
            if (auto* denoising = dynamic_cast<DenoiseModel*>(&model)) return denoising->data() != nullptr;
            if (auto* few = dynamic_cast<FewLabelsModel*>(&model)) return few->data() != nullptr;
            return !dynamic_cast<LineModel*>(&model) || model.canExport(); // a sound is there
        },
        patience);
}

bool openSettled(LabModel& model, const LabState& state)
{
    model.open(state);
    return settle(model);
}

/// As it is once plots, which draw themselves from the event loop, have done so.
QImage pictureOf(QWidget& view)
{
    for (int i = 0; i < 3; ++i)
        QCoreApplication::processEvents();
    const auto* stage = qobject_cast<const LabStage*>(&view);
    view.grab(); // asks for what is painted beside the window
    if (stage && !QTest::qWaitFor([stage] { return stage->isAtRest(); }, patience)) return {};
    return view.grab().toImage();
}

/// What would be written as a file, and how much of it there is.
QList<QImage> exportedOf(const LabModel& model)
{
    const auto exportable = model.exportable({});
    if (!exportable) return {};
    QList<QImage> pictures;
    for (const double t : {exportable->now, exportable->stops() / 2.0, double(exportable->stops())})
        pictures << paintedAt(*exportable, t);
    return pictures;
}

/// Two figures beside each other in one window.
struct Pair {
    Pair(AppContext& context, const QString& lab)
        : first(*new LabFigure(context, *findLab(lab), LabFigure::Controls::Transport))
        , second(*new LabFigure(context, *findLab(lab), LabFigure::Controls::Transport))
    {
        auto* row = new QHBoxLayout(&window);
        for (LabFigure* figure : {&first, &second}) {
            figure->setStyle(PaintStyle());
            row->addWidget(figure, 1);
        }
        isUp = bringUp(window, {1640, 640});
    }

    QWidget window;
    LabFigure &first, &second; ///< the window's
    bool isUp = false;
};

/// What is seen and saved of a lab, to be compared with a later moment.
struct Seen {
    explicit Seen(const LabFigure& figure)
        : state(figure.model().state())
        , document(documentOf(figure.model()))
        , steps(figure.model().undoStack()->count())
        , position(figure.model().timeline()->position())
        , isPlaying(figure.model().timeline()->isPlaying())
        , picture(pictureOf(figure.stage()))
    {
        for (const ChipContent& chip : figure.model().chips())
            chips << chip.value();
    }
    bool operator==(const Seen&) const = default;

    LabState state;
    QString document;
    int steps;
    double position;
    bool isPlaying;
    QImage picture;
    QStringList chips{};
};

/// Turns every switch that the lab has for its audience; false where it has none.
bool turnSwitches(LabModel& model)
{
    bool hasTurned = false;
    for (const ChipContent& chip : model.chips())
        if (chip.isSwitch && chip.name != q("Erratum")) { // which opens its example
            chip.choose(1 - chip.current);
            hasTurned = true;
        }
    return hasTurned;
}

/// What somebody does to the lab in this stage, with a key where it takes numbers; false for an unknown lab.
bool edit(LabStage& stage, LabModel& model, Qt::Key key)
{
    if (auto* sound = stage.findChild<SoundCanvas*>(); sound && sound->isVisible()) {
        QTest::keyClick(sound, Qt::Key_Plus);
        return true;
    }
    if (auto* canvas = stage.findChild<ConvCanvas*>()) {
        const QRectF cell = canvas->picture()->cellOf({ConvPlace::Input, 0, 0});
        if (!clickAt(canvas, cell.center().toPoint())) return false;
        QTest::keyClick(canvas, key);
        QTest::keyClick(canvas->window()->focusWidget(), Qt::Key_Return);
        QTest::keyClick(canvas, Qt::Key_Escape);
        return true;
    }
    if (auto* denoising = dynamic_cast<DenoiseModel*>(&model)) {
        denoising->setFirst(denoising->view().first + 5);
        return true;
    }
    if (auto* few = dynamic_cast<FewLabelsModel*>(&model)) {
        few->setSample(few->view().sample + 5);
        return true;
    }
    auto* autoencoder = dynamic_cast<AeModel*>(&model);
    if (autoencoder) autoencoder->chooseDigit(autoencoder->digit() + 5);
    return autoencoder;
}

void addKinds()
{
    QTest::addColumn<QString>("kind");
    for (const auto& [name, states] : twoExamples())
        QTest::newRow(qPrintable(name)) << name;
}

} // namespace

/// What every lab promises, over all rows of the table of labs and all their examples.
class TstLabs : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyLabHasExamples();
    void aStateIsTheWholeLab_data();
    void aStateIsTheWholeLab();
    void twoInAWindowAreApart_data() { addKinds(); }
    void twoInAWindowAreApart();
    void twoTrainApart();
    void aModelNeedsNoView_data() { addKinds(); }
    void aModelNeedsNoView();
    void twoStagesShowOneModel_data() { addKinds(); }
    void twoStagesShowOneModel();
    void anotherLabsStateIsAskedFor_data();
    void anotherLabsStateIsAskedFor();
    void anotherLabsStateIsShownThere_data() { anotherLabsStateIsAskedFor_data(); }
    void anotherLabsStateIsShownThere();
    void aDigitThatTheDataLack();

private:
    QTemporaryDir m_folder;
};

void TstLabs::initTestCase()
{
    QApplication::setStyle(QStyleFactory::create(q("Fusion")));
    QVERIFY(makeFewAssets(m_folder.path(), q(HOURGLASS_TEST_ASSETS), training, heldOut));
    qputenv("HOURGLASS_ASSETS", m_folder.path().toLocal8Bit());
    QVERIFY(!convExamples(Assets({})).empty());
}

/// So that a new lab is tested here as well.
void TstLabs::everyLabHasExamples()
{
    QSet<QString> labs, expected;
    for (const auto& [name, states] : twoExamples()) {
        labs << OpenRequest{states.first}.lab();
        QVERIFY2(withoutView(states.first) != withoutView(states.second), qPrintable(name));
    }
    for (const LabRow& row : labRows())
        expected << QString::fromLatin1(row.id);
    QCOMPARE(labs, expected);
}

void TstLabs::aStateIsTheWholeLab_data()
{
    QTest::addColumn<QString>("document");
    for (const Example& example : allExamples())
        QTest::addRow("%s: %s", qPrintable(OpenRequest{example.state}.lab()), qPrintable(example.name))
            << QString::fromStdString(writeState(example.state));
}

void TstLabs::aStateIsTheWholeLab()
{
    QFETCH(QString, document);
    const LabState state = stateOf(document);
    Bench<ManualClock> bench;
    Pair labs(bench.context, OpenRequest{state}.lab());
    QVERIFY(labs.isUp);
    LabModel &first = labs.first.model(), &second = labs.second.model();
    QVERIFY(openSettled(first, state));
    QVERIFY(first.state() == state);
    QCOMPARE(documentOf(first), document);

    QVERIFY(openSettled(second, stateOf(documentOf(first))));
    QVERIFY(second.state() == state);
    QCOMPARE(pictureOf(labs.second.stage()), pictureOf(labs.first.stage()));
    QVERIFY(!isOneColour(pictureOf(labs.first.stage())));
    QCOMPARE(exportedOf(second), exportedOf(first));
    QCOMPARE(exportedOf(first).isEmpty(), !first.canExport());
    QCOMPARE(second.summary(), first.summary());

    const auto linked = readStateLink(stateLink(first.state()));
    QVERIFY(linked && *linked == state);
}

void TstLabs::twoInAWindowAreApart()
{
    QFETCH(QString, kind);
    const auto [one, other] = twoExamples().at(kind);
    const QString lab = OpenRequest{one}.lab();
    Bench<ManualClock> bench;
    Pair labs(bench.context, lab);
    LabModel &busy = labs.first.model(), &quiet = labs.second.model();
    QVERIFY(labs.isUp && openSettled(busy, one) && openSettled(quiet, one));
    const Seen before(labs.second);
    QVERIFY(Seen(labs.first) == before);

    QVERIFY(openSettled(busy, other)); // edited
    QVERIFY(!(Seen(labs.first) == before));
    QVERIFY(Seen(labs.second) == before);

    const Seen edited(labs.first);
    if (turnSwitches(busy)) QVERIFY(!(Seen(labs.first) == edited));
    QVERIFY(Seen(labs.second) == before);

    Timeline* timeline = busy.timeline();
    timeline->toFirst();
    timeline->play();
    QVERIFY(timeline->isPlaying());
    bench.clock.advance(0.2);
    QTRY_VERIFY_WITH_TIMEOUT(timeline->position() > 0, patience);
    QVERIFY(Seen(labs.second) == before);
    timeline->pause();

    busy.undoStack()->undo();
    QVERIFY(settle(busy));
    QVERIFY(Seen(labs.second) == before);
    busy.undoStack()->setIndex(0);
    QVERIFY(settle(busy));
    QVERIFY(Seen(labs.second) == before);
}

void TstLabs::twoTrainApart()
{
    Bench<ManualClock> bench;
    Pair labs(bench.context, q("autoencoder"));
    auto& busy = dynamic_cast<AeModel&>(labs.first.model());
    auto& quiet = dynamic_cast<AeModel&>(labs.second.model());
    QVERIFY(labs.isUp && settle(busy) && settle(quiet));
    const Seen before(labs.second);
    const auto rests = [](const AeModel& model, int update) {
        return model.snapshot()->update == update && model.snapshot()->state == RunState::Paused;
    };
    for (int update = 1; update <= 3; ++update) {
        busy.run().updateOnce();
        QTRY_VERIFY_WITH_TIMEOUT(rests(busy, update), patience);
    }
    QVERIFY(Seen(labs.second) == before);
    QVERIFY(pictureOf(labs.first.stage()) != before.picture);

    busy.setPace({.seconds = 0});
    busy.toggleTraining();
    QTRY_VERIFY_WITH_TIMEOUT(busy.run().isIn(RunState::Finished), patience);
    QVERIFY(Seen(labs.second) == before);
    // The same seed leads the other one along the same way.
    const auto codes = [](AeModel& model) { return *model.run().moment().codes; };
    QVERIFY(codes(busy) != codes(quiet));
    quiet.setPace({.seconds = 0});
    quiet.toggleTraining();
    QTRY_VERIFY_WITH_TIMEOUT(quiet.run().isIn(RunState::Finished), patience);
    QVERIFY(codes(busy) == codes(quiet));
    QVERIFY(&busy.run() != &quiet.run());
}

void TstLabs::aModelNeedsNoView()
{
    QFETCH(QString, kind);
    const auto [one, other] = twoExamples().at(kind);
    const QString lab = OpenRequest{one}.lab();
    const auto widgets = QApplication::allWidgets().size();
    Bench<ManualClock> bench;
    const std::unique_ptr<Lab> made = findLab(lab)->make(bench.context);
    LabModel& model = made->model();
    QCOMPARE(model.id(), lab);
    QVERIFY(openSettled(model, one));
    QVERIFY(model.state() == one);
    QVERIFY(!model.summary().isEmpty());
    model.undoStack()->clear();

    QVERIFY(openSettled(model, other));
    QVERIFY(model.state() == other);
    QCOMPARE(model.undoStack()->count(), 1);
    model.undoStack()->undo();
    QVERIFY(settle(model));
    QVERIFY(withoutView(model.state()) == withoutView(one));
    QVERIFY(!model.undoStack()->canUndo());
    model.undoStack()->redo();
    QVERIFY(settle(model));
    QVERIFY(withoutView(model.state()) == withoutView(other));

    model.timeline()->toFirst();
    model.timeline()->play();
    bench.clock.advance(0.2);
    QTRY_VERIFY_WITH_TIMEOUT(model.timeline()->position() > 0, patience);
    model.timeline()->pause();

    const auto exportable = model.exportable({});
    QCOMPARE(exportable.has_value(), model.canExport());
    if (exportable) {
        const QString path = bench.folder.filePath(q("picture.png"));
        QVERIFY(writeExport(path, *exportable));
        QVERIFY(!isOneColour(QImage(path)));
    }
    model.saveState(bench.folder.filePath(q("state.json")));
    QFile saved(bench.folder.filePath(q("state.json")));
    QVERIFY(saved.open(QIODevice::ReadOnly));
    QVERIFY(stateOf(QString::fromUtf8(saved.readAll())) == model.state());
    QCOMPARE(QApplication::allWidgets().size(), widgets);
}

void TstLabs::twoStagesShowOneModel()
{
    QFETCH(QString, kind);
    const auto [one, other] = twoExamples().at(kind);
    const QString lab = OpenRequest{one}.lab();
    Bench<ManualClock> bench;
    const std::unique_ptr<Lab> made = findLab(lab)->make(bench.context);
    LabModel& model = made->model();
    QWidget window; // ends before its model
    auto* row = new QHBoxLayout(&window);
    std::vector<LabStage*> stages;
    for (int i = 0; i < 2; ++i) {
        stages.push_back(made->makeStage().release());
        stages.back()->setStyle(PaintStyle());
        row->addWidget(stages.back(), 1);
    }
    QVERIFY(bringUp(window, {1800, 640}));
    // The number in a pencil is each stage's own.
    const auto figureOf = [](LabStage& stage) -> QWidget& {
        auto* canvas = stage.findChild<ConvCanvas*>();
        return canvas && canvas->isVisible() ? *canvas : static_cast<QWidget&>(stage);
    };
    const auto areAlike = [&] { return pictureOf(figureOf(*stages[0])) == pictureOf(figureOf(*stages[1])); };
    for (const LabState& state : {one, other}) {
        QVERIFY(openSettled(model, state));
        QVERIFY(areAlike());
    }
    for (LabStage* stage : stages) { // edited by either
        const auto before = pictureOf(*stage);
        QVERIFY2(edit(*stage, model, stage == stages[0] ? Qt::Key_7 : Qt::Key_8),
                 "a new lab says in edit() how it is edited");
        QVERIFY(settle(model));
        QVERIFY(areAlike());
        QVERIFY(pictureOf(*stage) != before);
    }
    if (turnSwitches(model)) QVERIFY(areAlike());
    model.undoStack()->undo();
    QVERIFY(settle(model) && areAlike());
}

void TstLabs::anotherLabsStateIsAskedFor_data()
{
    QTest::addColumn<QString>("lab");
    QTest::addColumn<QString>("kind");
    for (const LabRow& row : labRows())
        for (const auto& [kind, states] : twoExamples())
            if (OpenRequest{states.first}.lab() != QLatin1String(row.id))
                QTest::addRow("%s in %s", qPrintable(kind), row.id) << QString::fromLatin1(row.id) << kind;
}

void TstLabs::anotherLabsStateIsAskedFor()
{
    QFETCH(QString, lab);
    QFETCH(QString, kind);
    Bench<ManualClock> bench;
    const std::unique_ptr<Lab> made = findLab(lab)->make(bench.context);
    LabModel& model = made->model();
    QVERIFY(settle(model));
    const LabState before = model.state(), state = twoExamples().at(kind).second;
    std::vector<OpenRequest> asked;
    connect(&model, &LabModel::openAsked, [&](const OpenRequest& request) { asked.push_back(request); });
    model.receive({state});
    QCOMPARE(asked.size(), std::size_t{1});
    QCOMPARE(asked[0].lab(), OpenRequest{state}.lab());
    QVERIFY(asked[0].state == state);
    QVERIFY(model.state() == before);
    QCOMPARE(model.undoStack()->count(), 0);
}

void TstLabs::anotherLabsStateIsShownThere()
{
    QFETCH(QString, lab);
    QFETCH(QString, kind);
    Bench<ManualClock> bench;
    MainWindow window(bench.context);
    QVERIFY(bringUp(window, {1366, 768}));
    window.openLab(lab);
    LabModel& model = window.currentLab()->model();
    QVERIFY(settle(model));
    const LabState before = model.state(), state = twoExamples().at(kind).second;
    model.receive({state});
    QVERIFY(&window.currentLab()->model() != &model);
    QCOMPARE(window.currentLab()->model().id(), OpenRequest{state}.lab());
    QVERIFY(settle(window.currentLab()->model()));
    QVERIFY(window.currentLab()->model().state() == state);
    QVERIFY(model.state() == before);
}

/// A state may come before its data, and name a sample that they do not have.
void TstLabs::aDigitThatTheDataLack()
{
    Bench<ManualClock> bench;
    LabFigure figure(bench.context, *findLab(q("autoencoder")), LabFigure::Controls::None);
    auto& model = dynamic_cast<AeModel&>(figure.model());
    QVERIFY(!model.data());
    QVERIFY(openSettled(model, AutoencoderState{*setupOfModel("lab-dense"), {AutoencoderTab::Learns, 9999}}));
    QCOMPARE(model.digit(), heldOut - 1);
}

QTEST_MAIN(TstLabs)
#include "tst_labs.moc"
