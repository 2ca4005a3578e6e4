#include "core/engine/model.h"
#include "core/lab/conv_presets.h"
#include "core/lab/model_presets.h"
#include "tests/support/desk.h"
#include "tests/support/exported.h"
#include "tests/support/upright.h"
#include "ui/labs/conv/field_page.h"
#include "ui/painters/field_export.h"

using namespace hg;
using namespace hg::test;

namespace {

/// Convolution 2D with the tab in front.
struct FieldDesk : ConvDesk {
    explicit FieldDesk(const char* preset = "receptive-encoder", Language language = Language::English)
        : ConvDesk("conv2d", language)
    {
        lab->openPreset(preset);
        QCoreApplication::processEvents();
    }
    PlaneModel& plane() const { return dynamic_cast<PlaneModel&>(lab->model()); }
    FieldModel& stack() const { return plane().field(); }
    FieldPage* page() const { return lab->stage()->findChild<FieldPage*>(); }
    bool clickCell(FieldCell cell) const
    {
        return clickAt(page()->canvas(), page()->canvas()->placeOf(cell));
    }
    QString told() const { return page()->findChild<Notice*>()->text(); }
};

constexpr int patience = 30000;

/// Pictures of 12 × 12.
std::shared_ptr<const LabData> pictures(int count)
{
    auto dataset = std::make_shared<Dataset>();
    for (Samples* part : {&dataset->train, &dataset->test}) {
        part->shape = {1, 12, 12};
        part->count = count;
        for (int i = 0; i < count * 144; ++i)
            part->bytes.push_back(static_cast<std::uint8_t>(i * 37 % 251));
    }
    auto data = std::make_shared<LabData>();
    data->dataset = std::move(dataset);
    return data;
}

std::vector<QRectF> boxesOf(const FieldLayout& l)
{
    std::vector<QRectF> boxes{l.cardHead};
    boxes.insert(boxes.end(), l.heads.begin(), l.heads.end());
    boxes.insert(boxes.end(), l.captions.begin(), l.captions.end());
    boxes.insert(boxes.end(), l.terms.begin(), l.terms.end());
    for (const GridLayout& grid : l.levels)
        boxes.push_back(grid.box);
    for (std::size_t level = 0; level < l.lines.size(); ++level) {
        const QRectF& row = l.lines[level].row;
        boxes.emplace_back(row.left(), row.top(), l.namesRight - row.left(), row.height());
        for (int i = 0; i < l.lines[level].count; ++i)
            boxes.push_back(l.lineCell(static_cast<int>(level), i));
    }
    return boxes;
}

ConvView viewOf(const LabState& state)
{
    return std::get<ConvState>(state).view;
}

} // namespace

/// The tab Receptive field of Convolution 2D.
class TstFieldLab : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tabShowsTheCone();
    void onAPlaneOnly();
    void cellsAreChosen_data();
    void cellsAreChosen();
    void keysWalkOverCells();
    void transportWalksDown();
    void layersAreAddedAndRemoved();
    void settingsReachTheLayer_data();
    void settingsReachTheLayer();
    void impossibleStacksAreTold_data();
    void impossibleStacksAreTold();
    void layersOpenAndOneComesBack_data();
    void layersOpenAndOneComesBack();
    void gradientShadesTheInput();
    void triesAnotherStack();
    void examplesOpenIt_data();
    void examplesOpenIt();
    void statesReturn();
    void isExported_data();
    void isExported();
    void noNetworkIsTold();
    void networksAreTaken_data();
    void networksAreTaken();
    void isPresented();
    void oddInputs_data();
    void oddInputs();
    void whatIsSeenIsWhole_data();
    void whatIsSeenIsWhole();
    void uprightIsRead_data();
    void uprightIsRead();
};

void TstFieldLab::tabShowsTheCone()
{
    ConvDesk desk("conv2d");
    Timeline* const sliding = desk.lab->timeline();
    const ConvScene scene = desk.scene();
    QVERIFY(desk.press("Receptive field"));
    const auto* page = desk.lab->stage()->findChild<FieldPage*>();
    QVERIFY(page && page->isVisible() && !desk.canvas()->isVisible());
    QVERIFY(desk.lab->timeline() != sliding);
    QCOMPARE(desk.lab->timeline()->position(), 4.0); // open down to the input
    QVERIFY(!isOneColour(page->canvas()->grab().toImage()));
    QVERIFY(page->canvas()->accessibleDescription().contains(q("Layer 4, row 2, column 2")));
    QVERIFY(desk.lab->summary().contains(q("one number deep")));
    QVERIFY(!named<QLineEdit>(desk.window, q("Filter size"))); // of one filter
    QVERIFY(desk.press("Sliding"));
    QVERIFY(desk.lab->timeline() == sliding && desk.canvas()->isVisible() && !page->isVisible());
    QVERIFY(named<QLineEdit>(desk.window, q("Filter size")));
    QVERIFY(!named<QLineEdit>(desk.window, q("Layer 1, size")));
    QVERIFY(desk.scene() == scene);
    QCOMPARE(desk.lab->undoStack()->count(), 0); // nothing of all this is an edit
}

void TstFieldLab::onAPlaneOnly()
{
    ConvDesk line("conv1d");
    QVERIFY(!buttonOf(line.window, q("Receptive field")));
    line.lab->numbers().setTab(ConvTab::Field);
    QVERIFY(line.canvas()->isVisible());
}

void TstFieldLab::cellsAreChosen_data()
{
    QTest::addColumn<int>("level");
    QTest::addColumn<int>("row");
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("seen");
    QTest::addColumn<QString>("note");
    QTest::newRow("middle of layer 4") << 4 << 3 << 3 << q("13 × 13") << QString();
    QTest::newRow("corner of layer 4") << 4 << 0 << 0 << q("10 × 10") << q("The border takes");
    QTest::newRow("side of layer 4") << 4 << 3 << 0 << q("13 × 10") << q("The border takes");
    QTest::newRow("layer 3") << 3 << 7 << 7 << q("9 × 9") << QString();
    QTest::newRow("layer 2") << 2 << 7 << 7 << q("5 × 5") << QString();
    QTest::newRow("layer 1") << 1 << 14 << 14 << q("3 × 3") << QString();
}

void TstFieldLab::cellsAreChosen()
{
    QFETCH(int, level);
    QFETCH(int, row);
    QFETCH(int, column);
    QFETCH(QString, seen);
    QFETCH(QString, note);
    FieldDesk desk;
    const FieldCell cell{level, row, column};
    QVERIFY(desk.clickCell({1, 3, 5}));
    QVERIFY(desk.clickCell(cell));
    QVERIFY(desk.stack().cell() == cell);
    QCOMPARE(desk.lab->timeline()->count(), level);
    const QString told = desk.page()->canvas()->accessibleDescription();
    QVERIFY2(told.contains(q("Input: %1 of 28 × 28").arg(seen)), qPrintable(told));
    QVERIFY(told.contains(note));
    QVERIFY(desk.shows(q("%1 of 28 × 28").arg(seen)));
    QVERIFY(desk.shows(q("%1, %2").arg(row + 1).arg(column + 1)));
}

void TstFieldLab::keysWalkOverCells()
{
    FieldDesk desk;
    desk.key(Qt::Key_Home); // the transport's
    desk.key(Qt::Key_Right);
    QCOMPARE(desk.lab->timeline()->position(), 1.0);
    QVERIFY(desk.clickCell({4, 3, 3}));
    desk.key(Qt::Key_Right);
    desk.key(Qt::Key_Down);
    QVERIFY((desk.stack().cell() == FieldCell{4, 4, 4}));
    desk.key(Qt::Key_Left);
    desk.key(Qt::Key_Up);
    QVERIFY((desk.stack().cell() == FieldCell{4, 3, 3}));
    desk.key(Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(desk.stack().cell().level, 3);
    desk.key(Qt::Key_Up, Qt::ShiftModifier);
    QVERIFY((desk.stack().cell() == FieldCell{4, 3, 3})); // the same place
    for (int i = 0; i < 9; ++i)
        desk.key(Qt::Key_Right);
    QVERIFY((desk.stack().cell() == FieldCell{4, 3, 6})); // no further than the border
    desk.key(Qt::Key_Escape);
    desk.key(Qt::Key_Home);
    desk.key(Qt::Key_Right); // the transport's again
    QVERIFY((desk.stack().cell() == FieldCell{4, 3, 6}));
    QCOMPARE(desk.lab->timeline()->position(), 1.0);
    const QString told = desk.page()->canvas()->accessibleDescription();
    QVERIFY(told.contains(q("Layer 3:")) && !told.contains(q("Input:"))); // not opened yet
}

void TstFieldLab::transportWalksDown()
{
    FieldDesk desk;
    Timeline* const timeline = desk.lab->timeline();
    desk.key(Qt::Key_Space);
    QVERIFY(timeline->isPlaying());
    QVERIFY(timeline->position() < 0.1); // from the cell on
    const QImage cell = desk.page()->canvas()->grab().toImage();
    desk.bench.clock.advance(2 / FieldTimeline::layersASecond);
    QTRY_VERIFY(timeline->position() > 1.9);
    desk.key(Qt::Key_Space);
    QVERIFY(desk.page()->canvas()->grab().toImage() != cell);
    QVERIFY(timeline->label().contains(q("layer 2")));
    timeline->toLast();
    QVERIFY(timeline->label().contains(q("input")));
}

void TstFieldLab::layersAreAddedAndRemoved()
{
    FieldDesk desk;
    QVERIFY(!click(buttonOf(desk.window, q("Four layers at most"))));
    for (int layers = 3; layers >= 1; --layers) {
        QVERIFY(desk.press("Remove"));
        QCOMPARE(static_cast<int>(desk.stack().setup().layers.size()), layers);
        QCOMPARE(desk.stack().cell().level, layers);
        QCOMPARE(named<QLineEdit>(desk.window, q("Layer %1, size").arg(layers + 1)), nullptr);
    }
    QVERIFY(!click(buttonOf(desk.window, q("Remove")))); // one is left
    QVERIFY(desk.press("Add a layer"));
    QCOMPARE(desk.stack().cell().level, 2);
    QVERIFY(desk.field("Layer 2, size"));
}

void TstFieldLab::settingsReachTheLayer_data()
{
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("seen");
    QTest::newRow("size of layer 1") << QByteArray("Layer 1, size") << QByteArray("7") << q("17 × 17");
    QTest::newRow("size of layer 4") << QByteArray("Layer 4, size") << QByteArray("1") << q("9 × 9");
    QTest::newRow("stride of layer 1") << QByteArray("Layer 1, stride") << QByteArray("2") << q("20 × 20");
}

void TstFieldLab::settingsReachTheLayer()
{
    QFETCH(QByteArray, field);
    QFETCH(QByteArray, value);
    QFETCH(QString, seen);
    FieldDesk desk;
    QVERIFY(desk.write(field.constData(), value.constData()));
    QVERIFY2(desk.shows(seen), qPrintable(desk.page()->canvas()->accessibleDescription()));
    QCOMPARE(desk.lab->undoStack()->count(), 1); // the example's
}

void TstFieldLab::impossibleStacksAreTold_data()
{
    QTest::addColumn<int>("layer");
    QTest::addColumn<FieldLayer>("reach");
    const Padding valid{Padding::Kind::Valid}, causal{Padding::Kind::Causal};
    QTest::newRow("too large a filter")
        << 3 << FieldLayer{.size = {15, 15}, .paddingH = valid, .paddingW = valid};
    QTest::newRow("causal, transposed")
        << 2 << FieldLayer{.kind = FieldKind::Transposed, .paddingH = causal, .paddingW = causal};
    QTest::newRow("too many cells") << 1 << FieldLayer{.kind = FieldKind::Transposed, .stride = {8, 8}};
    QTest::newRow("a maximum of nothing")
        << 4
        << FieldLayer{
               .kind = FieldKind::Pooling, .size = {2, 2}, .paddingH = {Padding::Kind::Explicit, 9, 0}};
}

void TstFieldLab::impossibleStacksAreTold()
{
    QFETCH(int, layer);
    QFETCH(FieldLayer, reach);
    FieldDesk desk;
    const auto before = desk.stack().figure();
    desk.stack().change([&](FieldSetup& s) { s.layers[static_cast<std::size_t>(layer) - 1] = {reach}; });
    QVERIFY2(desk.told().contains(q("Layer %1: ").arg(layer)), qPrintable(desk.told()));
    QVERIFY(desk.stack().figure() == before); // the last picture stays
    QVERIFY(!isOneColour(desk.page()->canvas()->grab().toImage()));
    const LabState saved = desk.lab->state();
    desk.lab->openPreset("receptive-five");
    QVERIFY(desk.told().isEmpty());
    desk.lab->openState(saved);
    QVERIFY(desk.told().contains(q("Layer %1: ").arg(layer)));
    QVERIFY(desk.press("Use the nearest that works"));
    QVERIFY(desk.told().isEmpty());
    QVERIFY(desk.stack().figure() != before);
}

void TstFieldLab::layersOpenAndOneComesBack_data()
{
    QTest::addColumn<QByteArray>("preset");
    QTest::addColumn<int>("layer");
    for (int layer = 1; layer <= 4; ++layer)
        QTest::addRow("layer %d of the encoder", layer) << QByteArray("receptive-encoder") << layer;
    QTest::newRow("layer 3, dilated") << QByteArray("receptive-dilated") << 3;
}

void TstFieldLab::layersOpenAndOneComesBack()
{
    QFETCH(QByteArray, preset);
    QFETCH(int, layer);
    FieldDesk desk(preset.constData());
    QVERIFY(desk.clickCell({2, 3, 4}));
    const auto figure = desk.stack().figure();
    const ConvScene before = desk.scene();
    const int steps = desk.lab->undoStack()->count();
    auto* button = named<QPushButton>(desk.window, q("Open layer %1").arg(layer));
    QVERIFY(click(button));
    QVERIFY(desk.canvas()->isVisible());
    QCOMPARE(desk.lab->undoStack()->count(), desk.scene() == before ? steps : steps + 1);
    QVERIFY(desk.lab->figure().output == figure->levels[static_cast<std::size_t>(layer)]);
    QVERIFY(desk.notice().isEmpty());
    QVERIFY(desk.shows(q("A copy of layer %1").arg(layer)));
    QVERIFY(desk.press("◂ Back to the cell"));
    QVERIFY(desk.page()->isVisible());
    QVERIFY((desk.stack().cell() == FieldCell{2, 3, 4}));
    QVERIFY(desk.stack().figure()->levels == figure->levels); // it has kept its input
    QCOMPARE(desk.stack().setup().input.has_value(), layer > 1);
    if (layer == 1) return; // the lab's input is its own
    desk.lab->undoStack()->undo();
    QVERIFY(desk.scene() == before);
    QVERIFY(desk.stack().figure()->levels == figure->levels);
    QVERIFY(desk.press("Take the lab’s input"));
    QVERIFY(!desk.stack().setup().input);
}

void TstFieldLab::gradientShadesTheInput()
{
    FieldDesk desk;
    const QImage plain = desk.page()->canvas()->grab().toImage();
    QVERIFY(desk.pressNamed("Weigh by gradient"));
    QVERIFY(desk.stack().setup().isWeighed && desk.stack().look().weight);
    const QImage weighed = desk.page()->canvas()->grab().toImage();
    QVERIFY(weighed != plain);
    const auto weight = desk.stack().look().weight;
    desk.key(Qt::Key_Home);
    QVERIFY(desk.stack().look().weight == weight); // worked out once
    QVERIFY(desk.clickCell({4, 1, 1}));
    QVERIFY(!(*desk.stack().look().weight == *weight));
    QVERIFY(desk.pressNamed("Weigh by gradient"));
    QVERIFY(!desk.stack().look().weight);
}

void TstFieldLab::triesAnotherStack()
{
    FieldDesk desk;
    QVERIFY(desk.shows(q("3 layers of size 5 and stride 1 see as much.")));
    QVERIFY(desk.shows(q("these 4 would see 9.")));
    QVERIFY(desk.press("Try it"));
    QCOMPARE(desk.stack().setup().layers, findConvPreset("receptive-five")->view.field.layers);
    QVERIFY(desk.shows(q("13 × 13 of 28 × 28")));
}

void TstFieldLab::examplesOpenIt_data()
{
    QTest::addColumn<QByteArray>("id");
    QTest::addColumn<QString>("seen");
    QTest::newRow("encoder") << QByteArray("receptive-encoder") << q("13 × 13");
    QTest::newRow("three of five") << QByteArray("receptive-five") << q("13 × 13");
    QTest::newRow("dilated") << QByteArray("receptive-dilated") << q("15 × 15");
}

void TstFieldLab::examplesOpenIt()
{
    QFETCH(QByteArray, id);
    QFETCH(QString, seen);
    ConvDesk desk("conv2d");
    desk.lab->openPreset(id.constData());
    QVERIFY(desk.lab->stage()->findChild<FieldPage*>()->isVisible());
    QVERIFY(desk.shows(seen + q(" of 28 × 28")));
    QCOMPARE(desk.lab->undoStack()->count(), 1);
    desk.lab->openPreset("lecture-example");
    QVERIFY(desk.canvas()->isVisible());
}

void TstFieldLab::statesReturn()
{
    FieldDesk desk;
    QVERIFY(desk.clickCell({3, 2, 5}));
    QVERIFY(desk.pressNamed("Weigh by gradient"));
    desk.lab->timeline()->seek(1.5);
    const LabState saved = desk.lab->state();
    QCOMPARE(viewOf(saved).tab, ConvTab::Field);
    QVERIFY((viewOf(saved).field.cell == FieldCell{3, 2, 5}));
    QCOMPARE(viewOf(saved).field.opened.value_or(-1), 1.5);
    desk.lab->openPreset("receptive-five");
    QVERIFY(!(desk.lab->state() == saved));
    desk.lab->openState(saved);
    QVERIFY(desk.lab->state() == saved);
    QCOMPARE(desk.lab->timeline()->position(), 1.5);
}

void TstFieldLab::isExported_data()
{
    QTest::addColumn<bool>("isDark");
    QTest::addColumn<Language>("language");
    QTest::newRow("light") << false << Language::English;
    QTest::newRow("dark, Greek") << true << Language::Greek;
}

void TstFieldLab::isExported()
{
    QFETCH(bool, isDark);
    QFETCH(Language, language);
    FieldDesk desk;
    QVERIFY(desk.lab->model().canExport());
    const auto file = desk.lab->exportable({{960, 600}, language, isDark});
    QVERIFY(file);
    QCOMPARE(file->stops(), 4);
    std::vector<QImage> pictures;
    for (int stop = 0; stop <= 4; ++stop) {
        const QImage picture = paintedAt(*file, stop);
        if (!pictures.empty()) QVERIFY(picture != pictures.back());
        pictures.push_back(picture);
        if (stop > 0) QVERIFY(!file->describe(stop).isEmpty() && !file->label(stop).isEmpty());
    }
}

void TstFieldLab::noNetworkIsTold()
{
    FieldDesk desk;
    const auto before = desk.stack().setup().layers;
    QVERIFY(desk.press("▸ More"));
    QVERIFY(desk.press("Encoder"));
    QVERIFY(desk.told().contains(q("No network")));
    QVERIFY(desk.stack().setup().layers == before);
}

void TstFieldLab::networksAreTaken_data()
{
    QTest::addColumn<QByteArray>("model");
    QTest::addColumn<QByteArray>("half");
    QTest::addColumn<int>("layers");
    QTest::addColumn<QString>("told");
    QTest::newRow("encoder") << QByteArray("lab-conv") << QByteArray("Encoder") << 2 << QString();
    QTest::newRow("decoder") << QByteArray("lab-conv") << QByteArray("Decoder") << 2 << QString();
    QTest::newRow("dense") << QByteArray("lab-dense") << QByteArray("Encoder") << 0 << q("dense layers only");
}

void TstFieldLab::networksAreTaken()
{
    QFETCH(QByteArray, model);
    QFETCH(QByteArray, half);
    QFETCH(int, layers);
    QFETCH(QString, told);
    FieldDesk desk;
    const auto before = desk.stack().setup();
    const auto run = desk.bench.context.runs.take("autoencoder", desk.bench.workers, desk.bench.clock);
    AutoencoderSetup setup = setupOf(*findModelPreset(model.constData()));
    setup.recipe.batch = 10;
    QVERIFY(run->start(setup, pictures(30), Pace{.seconds = 0}));
    QTRY_VERIFY_WITH_TIMEOUT(run->snapshot(), patience);
    run->updateOnce();
    QTRY_VERIFY_WITH_TIMEOUT(run->snapshot()->update == 1, patience);
    QVERIFY(desk.press("▸ More"));
    QVERIFY(desk.press(half.constData()));
    QVERIFY(desk.told().contains(told));
    if (layers == 0) {
        QVERIFY(desk.stack().setup() == before);
        return;
    }
    QVERIFY(desk.told().isEmpty());
    QCOMPARE(static_cast<int>(desk.stack().setup().layers.size()), layers);
    QVERIFY(desk.shows(q("2 layers"))); // dense ones, which are left out
    QVERIFY(desk.shows(q("after update 1.")));
    const auto expected = activationsOf(*run->moment().model, run->data()->dataset->test.view().sample(11));
    const std::size_t last = half == "Encoder" ? 2 : expected.size() - 1;
    const std::vector<double> found = desk.stack().figure()->levels.back().data;
    QCOMPARE(found.size(), expected[last].size());
    for (std::size_t i = 0; i < found.size(); ++i)
        QVERIFY(std::abs(found[i] - static_cast<double>(expected[last][i])) < 1e-4);
    QVERIFY(desk.write("Channel shown", "2"));
    QCOMPARE(desk.stack().look().channel, 1);
    const LabState saved = desk.lab->state();
    desk.lab->openPreset("receptive-five");
    desk.lab->openState(saved);
    QVERIFY(desk.lab->state() == saved);
    auto* button = named<QPushButton>(desk.window, q("Open layer 2"));
    QVERIFY(click(button));
    QVERIFY(desk.lab->figure().output.data == found); // with all its maps
    QVERIFY(desk.press("◂ Back to the cell"));
    QVERIFY(desk.write("Layer 1, size", "5")); // its weights are of another size
    QVERIFY(desk.told().isEmpty());
    QVERIFY(desk.shows(q("averages its window")) && !desk.shows(q("after update")));
}

void TstFieldLab::isPresented()
{
    FieldDesk desk;
    desk.key(Qt::Key_F5);
    QCoreApplication::processEvents();
    QVERIFY(desk.page()->isVisible());
    QVERIFY(!named<QPushButton>(desk.window, q("Open layer 1")));
    const auto chips = desk.lab->chips();
    QCOMPARE(chips.front().value(), q("4"));
    chips.front().choose(1);
    QCOMPARE(desk.stack().cell().level, 2);
    desk.key(Qt::Key_Escape);
}

void TstFieldLab::oddInputs_data()
{
    QTest::addColumn<int>("channels");
    QTest::addColumn<int>("height");
    QTest::addColumn<int>("width");
    for (const auto& [c, h, w] : {std::array{1, 1, 1}, std::array{1, 1, 64}, std::array{3, 64, 2},
                                  std::array{4, 64, 64}, std::array{2, 5, 7}})
        QTest::addRow("%d channels of %d × %d", c, h, w) << c << h << w;
}

void TstFieldLab::oddInputs()
{
    QFETCH(int, channels);
    QFETCH(int, height);
    QFETCH(int, width);
    FieldDesk desk;
    ConvScene scene = withInputSize(withChannels(desk.scene(), channels), {height, width});
    desk.lab->edit(scene);
    QVERIFY(desk.told().isEmpty());
    QCOMPARE(desk.stack().figure()->levels.front().shape, (Shape{channels, height, width}));
    QVERIFY(!isOneColour(desk.page()->canvas()->grab().toImage()));
    for (const FieldKind kind : {FieldKind::Transposed, FieldKind::Pooling})
        for (const Padding::Kind padding :
             {Padding::Kind::Valid, Padding::Kind::Full, Padding::Kind::Causal}) {
            desk.stack().change([&](FieldSetup& s) {
                s.layers[1].reach = {.kind = kind,
                                     .size = {4, 2},
                                     .stride = {3, 2},
                                     .dilation = {1, 3},
                                     .paddingH = {padding},
                                     .paddingW = {padding}};
            });
            desk.stack().takeNearest();
            QVERIFY(desk.told().isEmpty());
            QVERIFY(!isOneColour(desk.page()->canvas()->grab().toImage()));
        }
}

void TstFieldLab::whatIsSeenIsWhole_data()
{
    addWindowRows();
}

void TstFieldLab::whatIsSeenIsWhole()
{
    QFETCH(Language, language);
    QFETCH(QSize, size);
    DeskWith<ManualClock> desk(q("conv2d"), language, size);
    const auto seen = ConvLabSeen::in(desk.window);
    seen->openPreset("receptive-encoder");
    for (auto* form : desk.window.findChildren<FieldForm*>())
        for (auto* button : form->findChildren<QPushButton*>())
            if (button->text().startsWith(u'▸')) click(button);
    const QString wrong = notWhole(desk.window);
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
}

void TstFieldLab::uprightIsRead_data()
{
    QTest::addColumn<QByteArray>("preset");
    QTest::addColumn<Axes>("input");
    QTest::addColumn<int>("added"); // layers
    for (const char* preset : {"receptive-encoder", "receptive-five", "receptive-dilated"})
        for (const Axes input : {Axes{28, 28}, Axes{6, 6}, Axes{12, 64}, Axes{64, 20}})
            for (const int added : {0, 2})
                QTest::addRow("%s, %d × %d, %d more", preset, input.h, input.w, added)
                    << QByteArray(preset) << input << added;
}

void TstFieldLab::uprightIsRead()
{
    QFETCH(QByteArray, preset);
    QFETCH(Axes, input);
    QFETCH(int, added);
    FieldSetup setup = findConvPreset(preset.constData())->view.field;
    for (int i = 0; i < added; ++i)
        setup.layers.push_back(setup.layers.back());
    TensorD values(1, {1, input.h, input.w});
    for (std::size_t i = 0; i < values.data.size(); ++i)
        values.data[i] = static_cast<double>(i * 37 % 100) - 50;
    setup = nearestWorking(setup, values);
    const auto numbers = std::make_shared<const FieldNumbers>(*numbersOf(setup, values));
    FieldLook look{numbers->middle()};
    look.weight = std::make_shared<const TensorD>(fieldWeightOf(*numbers, look.cell, 0));
    for (const Language language : {Language::English, Language::Greek}) {
        const Exportable file = exportField(numbers, look, {{960, 600}, language, true});
        QCOMPARE(file.uprightSize.width(), 400);
        for (int t = 0; t <= file.stops(); ++t) {
            QVERIFY(keepsMargins(file, t));
            const QString illegible = illegibleAt(file, t);
            QVERIFY2(illegible.isEmpty(), qPrintable(illegible));
        }
        const PaintStyle style{darkTheme(), Texts(language)};
        const FieldLayout layout = FieldPainter::uprightLayout(*numbers, uprightRoom, style);
        const QString wrong = notApart(boxesOf(layout), {0, 0, uprightRoom, layout.height});
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
    }
}

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    QApplication::setStyle(QStringLiteral("Fusion"));
    loadFonts(QStringLiteral(HOURGLASS_TEST_ASSETS "/fonts"));
    TstFieldLab test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_field_lab.moc"
