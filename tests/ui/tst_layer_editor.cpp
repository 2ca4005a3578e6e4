#include "core/model_file/network_json.h"
#include "core/session/state_command.h"
#include "tests/support/desk.h"
#include "tests/support/few_digits.h"
#include "ui/labs/autoencoder/ae_model.h"
#include "ui/labs/autoencoder/ae_stage.h"
#include "ui/labs/autoencoder/layer_editor.h"
#include "ui/labs/autoencoder/layer_editor_words.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QStyleFactory>
#include <QTemporaryDir>

#include <random>

using namespace hg;
using namespace hg::test;

namespace {

constexpr int patience = 60000; // the longest wait for something that must come
constexpr int training = 400, heldOut = 100;
constexpr Shape digit{1, 28, 28};

/// The lab with its editor unfolded, on data that are read.
struct Desk : DeskWith<SteadyClock> {
    explicit Desk(Language language = Language::English, const QSize& size = {1366, 744})
        : DeskWith(q("autoencoder"), language, size)
    {
        isUp = isUp && QTest::qWaitFor([this] { return model().snapshot() != nullptr; }, patience);
        isUp =
            isUp && press(language == Language::Greek ? "▸ Περισσότερα: τα στρώματα" : "▸ More: the layers");
    }
    AeModel& model() const { return dynamic_cast<AeModel&>(window.currentLab()->model()); }
    LayerEditor& editor() const { return *window.findChild<LayerEditor*>(); }
    OwnNetwork rows() const { return rowsOf(model().setup(), model().shape()); }
    std::vector<LayerType> types() const
    {
        std::vector<LayerType> list;
        for (const LayerSpec& row : rows().encoder)
            list.push_back(row.type);
        return list;
    }
    /// The encoder's rows as they are seen, from the top.
    std::vector<LayerRow*> shown() const
    {
        std::vector<LayerRow*> list;
        for (auto* row : window.findChildren<LayerRow*>())
            if (row->isVisible() && row->content().part == OwnPart::Encoder) list.push_back(row);
        std::sort(list.begin(), list.end(), [](auto* a, auto* b) { return a->y() < b->y(); });
        return list;
    }
    int steps() const { return model().undoStack()->index(); }
    QString sum() const { return named<QLabel>(window, q("All weights and biases"))->text(); }
    QString notice() const
    {
        return qobject_cast<AeStage*>(window.currentLab()->stage)->findChild<Notice*>()->text();
    }
    /// What a row says is wrong.
    QString faultOf(std::size_t row) const { return shown()[row]->accessibleDescription(); }
    bool setType(int row, LayerType type) const
    {
        const QString name = QStringLiteral("Encoder, layer %1: type").arg(row + 1);
        return choose(qPrintable(name), static_cast<int>(type));
    }
    bool set(int row, const char* parameter, const char* value) const
    {
        return write(qPrintable(QStringLiteral("Encoder, layer %1: %2").arg(row + 1).arg(q(parameter))),
                     value);
    }
    /// The network that stands on the stage.
    std::size_t parameters() const
    {
        return model().snapshot() && model().snapshot()->model
                   ? model().snapshot()->model->plan->parameterCount()
                   : 0;
    }
    bool trainsSome() const
    {
        return press("● Train") &&
               QTest::qWaitFor([this] { return model().snapshot()->update > 0; }, patience);
    }
};

} // namespace

class TstLayerEditor : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void unfoldedComesUp_data();
    void unfoldedComesUp();
    void showsThePreset();
    void addsAndRemoves();
    void movesByKeys();
    void movesByDragging();
    void changesTypesAndNumbers();
    void typingMergesIntoOneStep();
    void impossibleRowsAreMended();
    void impossibleRowsOfferWhatWorks();
    void decoderOfItsOwn();
    void controlsAboveStayInStep();
    void presetsDropOwnLayers();
    void editsWaitWhileItTrains();
    void impossibleEditsLeaveTheRun();
    void descriptionsAreSavedAndOpened();
    void wrongDescriptionsAreRefused_data();
    void wrongDescriptionsAreRefused();
    void statesAndCommandsKeepTheRows();
    void everythingIsSeenAndNamed_data() { addWindowRows(); }
    void everythingIsSeenAndNamed();
    void anythingMayBeClicked();

private:
    QTemporaryDir m_folder;
};

void TstLayerEditor::initTestCase()
{
    QVERIFY(makeFewAssets(m_folder.path(), q(HOURGLASS_TEST_ASSETS), training, heldOut));
    qputenv("HOURGLASS_ASSETS", m_folder.path().toLocal8Bit());
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    QVERIFY(loadFonts(q(HOURGLASS_TEST_ASSETS "/fonts")));
}

void TstLayerEditor::unfoldedComesUp_data()
{
    QTest::addColumn<QString>("folded");
    QTest::addColumn<QString>("unfolded");
    for (const char* name : {"the layers", "the training"})
        QTest::newRow(name) << q("▸ More: ") + q(name) << q("▾ More: ") + q(name);
}

/// The heading stays in sight; what it opened is seen whole, or from the top on.
void TstLayerEditor::unfoldedComesUp()
{
    QFETCH(QString, folded);
    QFETCH(QString, unfolded);
    DeskWith<SteadyClock> desk(q("autoencoder"));
    QVERIFY(desk.isUp);
    auto* area = desk.window.currentLab()->inspector->parentWidget()->parentWidget();
    QVERIFY(qobject_cast<QScrollArea*>(area));
    const auto topOf = [&](const QString& name) {
        const QWidget* heading = buttonOf(desk.window, name);
        return heading ? heading->mapTo(area, QPoint()).y() : -1;
    };
    const int before = topOf(folded);
    QVERIFY(before > area->height() / 2);
    QVERIFY(desk.press(qPrintable(folded)));
    const auto isUp = [&] {
        auto* editor = desk.window.findChild<LayerEditor*>();
        const bool isWhole = editor && editor->visibleRegion().boundingRect().height() == editor->height();
        return topOf(unfolded) >= 0 && (isWhole || topOf(unfolded) < area->height() / 4);
    };
    QTRY_VERIFY_WITH_TIMEOUT(isUp(), patience);
    QVERIFY(topOf(unfolded) < before);
}

void TstLayerEditor::showsThePreset()
{
    Desk desk;
    QVERIFY(desk.isUp);
    QCOMPARE(desk.shown().size(), std::size_t{3});
    QCOMPARE(desk.sum(), q("435,858"));
    for (const char* text : {"gives 256", "200,960 weights", "gives 2, the code", "130 weights"})
        QVERIFY2(desk.shows(q(text)), text);
    QVERIFY(desk.shows(q("Decoder: mirror")) && desk.shows(q("→ 1×28×28")) && desk.shows(q("201,488")));
    QVERIFY(!desk.shown().back()->handle()->isEnabled()); // the code stays where it is
    QVERIFY(!desk.shown().back()->typeList()->isEnabled());
    QVERIFY(!desk.model().setup().own);
    QCOMPARE(desk.steps(), 0);
}

void TstLayerEditor::addsAndRemoves()
{
    Desk desk;
    QVERIFY(desk.pressNamed("Add a layer to the encoder"));
    QCOMPARE(desk.shown().size(), std::size_t{4});
    QCOMPARE(desk.steps(), 1);
    QVERIFY(desk.model().setup().own);
    QVERIFY(desk.rows().encoder[2] == dense(32, Activation::LeakyRelu));
    QCOMPARE(desk.window.focusWidget()->accessibleName(), q("Encoder, layer 3: type"));
    QTRY_COMPARE(desk.parameters(), std::size_t{439'890}); // nothing trains: it stands there at once
    QVERIFY(desk.pressNamed("Encoder, layer 1: remove"));
    QCOMPARE(desk.shown().size(), std::size_t{3});
    QVERIFY(desk.rows().encoder[0].units == (Shape{64, 1, 1}));
    desk.key(Qt::Key_Delete); // the focus is at the next row's handle
    QCOMPARE(desk.shown().size(), std::size_t{2});
    QCOMPARE(desk.steps(), 3);
    while (desk.steps() > 0)
        desk.model().undoStack()->undo();
    QVERIFY(!desk.model().setup().own);
    QCOMPARE(desk.sum(), q("435,858"));
}

void TstLayerEditor::movesByKeys()
{
    Desk desk;
    QVERIFY(desk.setType(0, LayerType::Conv));
    QVERIFY((desk.types() == std::vector{LayerType::Conv, LayerType::Dense, LayerType::Dense}));
    desk.shown()[0]->handle()->setFocus(Qt::TabFocusReason);
    desk.key(Qt::Key_Down, Qt::AltModifier);
    QVERIFY((desk.types() == std::vector{LayerType::Dense, LayerType::Conv, LayerType::Dense}));
    QCOMPARE(desk.window.focusWidget()->accessibleName(), q("Encoder, layer 2: move"));
    desk.key(Qt::Key_Down, Qt::AltModifier); // the code keeps the end
    QVERIFY(desk.types()[1] == LayerType::Conv);
    desk.shown()[1]->typeList()->setFocus(Qt::TabFocusReason); // from any control of the row
    desk.key(Qt::Key_Up, Qt::AltModifier);
    QVERIFY(desk.types()[0] == LayerType::Conv);
    QCOMPARE(desk.steps(), 3);
}

void TstLayerEditor::movesByDragging()
{
    Desk desk;
    QVERIFY(desk.setType(0, LayerType::Conv) && desk.pressNamed("Add a layer to the encoder"));
    const auto rows = desk.shown();
    QCOMPARE(rows.size(), std::size_t{4});
    for (auto* above = rows[0]->parentWidget(); above; above = above->parentWidget())
        if (auto* area = qobject_cast<QScrollArea*>(above)) area->ensureWidgetVisible(rows[0]);
    DragHandle* handle = rows[0]->handle();
    const QPoint below = handle->mapFromGlobal(rows[1]->mapToGlobal(QPoint(8, rows[1]->height() - 2)));
    drag(*handle, handle->rect().center(), below);
    QVERIFY(desk.types()[1] == LayerType::Conv);
    const int steps = desk.steps();
    DragHandle* second = desk.shown()[1]->handle();
    drag(*second, second->rect().center(), QPoint(5, -900), false);
    QTest::keyClick(second, Qt::Key_Escape); // given up
    QTest::mouseRelease(second, Qt::LeftButton, {}, QPoint(5, -900));
    QVERIFY(desk.types()[1] == LayerType::Conv);
    QCOMPARE(desk.steps(), steps);
    drag(*second, second->rect().center(), QPoint(5, -900)); // far above: first
    QVERIFY(desk.types()[0] == LayerType::Conv);
}

void TstLayerEditor::changesTypesAndNumbers()
{
    Desk desk;
    QVERIFY(desk.setType(0, LayerType::Conv));
    QVERIFY(desk.set(0, "filters", "6") && desk.set(0, "kernel", "5") && desk.set(0, "stride", "2"));
    LayerSpec expected = conv(6, 5, 2, Activation::LeakyRelu);
    QVERIFY(desk.rows().encoder[0] == expected);
    QVERIFY(desk.shows(q("gives 6 × 14 × 14")) && desk.shows(q("156 weights")));
    QVERIFY(desk.shows(q("Transposed")));                 // its mirror
    QVERIFY(desk.choose("Encoder, layer 1: padding", 4)); // in numbers
    QVERIFY(desk.set(0, "padding 1", "2") && desk.set(0, "padding 2", "1"));
    expected.paddingH = expected.paddingW = {Padding::Kind::Explicit, 2, 1};
    QVERIFY(desk.rows().encoder[0] == expected);
    QVERIFY(desk.choose("Encoder, layer 1: activation", static_cast<int>(Activation::Tanh)));
    QVERIFY(desk.rows().encoder[0].activation == Activation::Tanh);
    QVERIFY(desk.setType(1, LayerType::MaxPool));
    QVERIFY(desk.rows().encoder[1] == maxPool({2, 2}));
    QVERIFY(desk.shows(q("no weights")));
}

void TstLayerEditor::typingMergesIntoOneStep()
{
    Desk desk;
    QLineEdit* units = desk.field("Encoder, layer 1: units");
    QVERIFY(click(units));
    for (int i = 0; i < 5; ++i)
        QTest::keyClick(units, Qt::Key_Up);
    QVERIFY(desk.rows().encoder[0].units == (Shape{261, 1, 1}));
    QCOMPARE(desk.steps(), 1);
    QCOMPARE(desk.window.focusWidget(), static_cast<QWidget*>(units)); // rows are not made anew
    QVERIFY(desk.set(1, "units", "9"));
    QCOMPARE(desk.steps(), 2);
}

/// Red, one sentence, and a click that mends it; the network that was is still there.
void TstLayerEditor::impossibleRowsAreMended()
{
    Desk desk;
    QVERIFY(desk.setType(0, LayerType::Conv) && desk.choose("Encoder, layer 1: padding", 0)); // valid
    const std::size_t before = desk.parameters();
    QVERIFY(desk.set(0, "kernel", "31"));
    QVERIFY(desk.shown()[0]->property("invalid").toBool());
    QCOMPARE(desk.faultOf(0), q("Its window of 31 is wider than what it slides over, 28."));
    QCOMPARE(desk.sum(), q("–"));
    QVERIFY(!buttonOf(desk.window, q("Save layers…"))->isEnabled());
    QVERIFY(desk.notice().startsWith(q("Encoder, layer 1 is not possible")));
    QCOMPARE(desk.parameters(), before);
    QVERIFY(desk.press("kernel 28"));
    QTRY_VERIFY(!desk.shown()[0]->property("invalid").toBool());
    QVERIFY(desk.rows().encoder[0].kernel == (Axes{28, 28}));
    QCOMPARE(desk.notice(), QString());
    desk.model().undoStack()->undo();
    QVERIFY(desk.shown()[0]->property("invalid").toBool());
    QVERIFY(desk.press("padding Same"));
    QTRY_VERIFY(!desk.shown()[0]->property("invalid").toBool());
}

/// Whatever a row offers, it works.
void TstLayerEditor::impossibleRowsOfferWhatWorks()
{
    Desk desk;
    QVERIFY(desk.setType(0, LayerType::AveragePool) && desk.set(0, "stride", "3"));
    QCOMPARE(desk.faultOf(0), q("The way back gives 1 × 27 × 27 here instead of 1 × 28 × 28."));
    QVERIFY(desk.press("stride 2"));
    QTRY_COMPARE(desk.faultOf(0), QString());
    QVERIFY(desk.setType(1, LayerType::Conv) && desk.set(1, "filters", "900000"));
    QVERIFY(desk.faultOf(1).startsWith(q("Too large")));
    for (auto* offer : desk.shown()[1]->findChildren<QPushButton*>())
        if (offer->text().startsWith(q("filters")) && offer->isVisible()) QVERIFY(click(offer));
    QTRY_COMPARE(desk.faultOf(1), QString());
}

void TstLayerEditor::decoderOfItsOwn()
{
    Desk desk;
    QVERIFY(desk.pressNamed("The decoder mirrors the encoder"));
    QVERIFY(desk.rows().decoder && desk.rows().decoder->size() == 3);
    QVERIFY(desk.shows(q("Decoder: its own")) && desk.shows(q("gives 1 × 28 × 28")));
    QCOMPARE(desk.sum(), q("435,858"));
    QVERIFY(desk.pressNamed("Decoder, layer 1: remove"));
    QVERIFY(desk.pressNamed("Add a layer to the decoder"));
    QVERIFY(desk.write("Decoder, layer 2: units", "98"));
    QCOMPARE((*desk.rows().decoder)[1].units.channels, 98);
    // A row that what follows slides over is told as maps.
    QVERIFY(desk.choose("Decoder, layer 3: type", static_cast<int>(LayerType::ConvTransposed)));
    QVERIFY(desk.write("Decoder, layer 2: units 1", "2") && desk.write("Decoder, layer 2: units 2", "7") &&
            desk.write("Decoder, layer 2: units 3", "7"));
    QVERIFY(desk.shows(q("The decoder ends with 1 × 7 × 7, the samples have 1 × 28 × 28.")));
    QVERIFY(desk.press("stride 4"));
    QTRY_VERIFY(!faultOf(desk.model().setup(), digit));
    QTRY_VERIFY(desk.parameters() == resolve(*networkOf(desk.model().setup(), digit))->parameterCount);
    QVERIFY(desk.pressNamed("The decoder mirrors the encoder"));
    QVERIFY(!desk.model().setup().own); // the preset again
}

void TstLayerEditor::controlsAboveStayInStep()
{
    Desk desk;
    QVERIFY(desk.pressNamed("Add a layer to the encoder"));
    QVERIFY(desk.write("Bottleneck", "5"));
    QCOMPARE(desk.field("Encoder, layer 4: units")->text(), q("5"));
    QVERIFY(desk.set(3, "units", "7"));
    QCOMPARE(desk.field("Bottleneck")->text(), q("7"));
    QVERIFY(desk.choose("Encoder, layer 1: activation", static_cast<int>(Activation::Elu)));
    QCOMPARE(named<QComboBox>(desk.window, q("Activation"))->currentIndex(), -1); // they differ
    QVERIFY(desk.choose("Activation", 1));                                        // tanh
    for (std::size_t i = 0; i < 3; ++i)
        QVERIFY(desk.rows().encoder[i].activation == Activation::Tanh);
    QCOMPARE(named<QComboBox>(desk.window, q("Network"))->currentIndex(), -1);
}

void TstLayerEditor::presetsDropOwnLayers()
{
    Desk desk;
    QVERIFY(desk.pressNamed("Encoder, layer 1: remove"));
    const AutoencoderSetup own = desk.model().setup();
    QVERIFY(own.own);
    QVERIFY(desk.choose("Network", 4)); // convolutional
    QVERIFY(!desk.model().setup().own);
    QCOMPARE(desk.shown().size(), std::size_t{4});
    desk.model().undoStack()->undo();
    QVERIFY(desk.model().setup() == own);
}

void TstLayerEditor::editsWaitWhileItTrains()
{
    Desk desk;
    QVERIFY(desk.press("20 s") && desk.trainsSome());
    const std::size_t before = desk.parameters();
    QVERIFY(desk.pressNamed("Encoder, layer 1: remove"));
    QVERIFY(desk.model().isPending() && desk.model().run().isTraining());
    QVERIFY(desk.shows(q("The new network applies at the next reset.")));
    QCOMPARE(desk.notice(),
             q("The new network applies at the next reset.")); // wherever the rows are scrolled to
    QCOMPARE(desk.parameters(), before);
    QVERIFY(desk.press("Take back"));
    QCOMPARE(desk.notice(), QString());
    QVERIFY(!desk.model().isPending() && desk.model().run().isTraining());
    QCOMPARE(desk.shown().size(), std::size_t{3});
    QVERIFY(desk.pressNamed("Encoder, layer 1: remove") && desk.press("Apply"));
    QTRY_VERIFY_WITH_TIMEOUT(desk.parameters() != before, patience);
    QVERIFY(!desk.model().isPending());
    QTRY_VERIFY_WITH_TIMEOUT(desk.model().run().isTraining(), patience); // it was training, and is
    QVERIFY(desk.press("Pause"));
}

void TstLayerEditor::impossibleEditsLeaveTheRun()
{
    Desk desk;
    QVERIFY(desk.press("20 s") && desk.trainsSome());
    QVERIFY(desk.setType(0, LayerType::Conv) && desk.choose("Encoder, layer 1: padding", 0) &&
            desk.set(0, "kernel", "31"));
    QVERIFY(desk.model().run().isTraining());
    QVERIFY(desk.shows(q("These layers are not possible yet; the run goes on without them.")));
    QVERIFY(!buttonOf(desk.window, q("Apply"))->isEnabled());
    QVERIFY(desk.press("Pause"));
    const int update = desk.model().snapshot()->update;
    QVERIFY(desk.press("Take back"));
    QVERIFY(desk.model().snapshot()->update >= update && !desk.model().setup().own);
}

void TstLayerEditor::descriptionsAreSavedAndOpened()
{
    Desk desk;
    const QString path = m_folder.filePath(q("network.json"));
    QVERIFY(desk.setType(0, LayerType::Conv) && desk.set(0, "stride", "2"));
    const AutoencoderSetup setup = desk.model().setup();
    QVERIFY(desk.press("Save layers…") && desk.chooseInDialog(path));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    const auto network =
        parseNetwork({reinterpret_cast<const std::uint8_t*>(text.data()), std::size_t(text.size())}, "");
    QVERIFY(network && *network == *networkOf(setup, digit));
    QVERIFY(desk.choose("Network", 0)); // linear
    const AutoencoderSetup linear = desk.model().setup();
    const int steps = desk.steps();
    QVERIFY(desk.press("Open layers…") && desk.chooseInDialog(path));
    QVERIFY(*networkOf(desk.model().setup(), digit) == *network);
    QCOMPARE(desk.steps(), steps + 1);
    desk.model().undoStack()->undo();
    QVERIFY(desk.model().setup() == linear);
}

void TstLayerEditor::wrongDescriptionsAreRefused_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("says");
    const auto network = [](const char* input, const char* layers) {
        return QByteArray(R"({"format": "hourglass-network", "version": 1, "input": )") + input +
               R"(, "layers": [)" + layers + R"(], "code_layer": 0})";
    };
    QTest::newRow("no JSON") << QByteArray("{\"a\":") << q("wrong.json: line 1");
    QTest::newRow("unknown type") << network("784", R"({"type": "rnn"})") << q("layers[0].type");
    QTest::newRow("other samples") << network("[1, 8, 8]", R"({"type": "dense", "units": 2},
        {"type": "dense", "units": [1, 8, 8]})")
                                   << q("it is for samples of 1 × 8 × 8, and these have 1 × 28 × 28");
    QTest::newRow("a code of maps") << network("784", R"({"type": "conv", "filters": 2, "kernel": 1},
        {"type": "dense", "units": 784})")
                                    << q("its code, layer 1, is no dense layer");
    QTest::newRow("no decoder") << network("784", R"({"type": "dense", "units": 784})")
                                << q("no layer follows the code");
    QTest::newRow("a code too long") << network("784", R"({"type": "dense", "units": 2000},
        {"type": "dense", "units": 784})")
                                     << q("its code has 2000 numbers; up to 1024 are possible");
}

void TstLayerEditor::wrongDescriptionsAreRefused()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, says);
    Desk desk;
    QVERIFY(desk.pressNamed("Encoder, layer 1: remove"));
    const AutoencoderSetup setup = desk.model().setup();
    QFile file(m_folder.filePath(q("wrong.json")));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
    file.close();
    QVERIFY(desk.press("Open layers…") && desk.chooseInDialog(file.fileName()));
    QVERIFY2(desk.notice().contains(says), qPrintable(desk.notice()));
    QVERIFY(desk.notice().startsWith(q("wrong.json: ")) && desk.notice().endsWith(q("Nothing has changed.")));
    QVERIFY(desk.model().setup() == setup);
}

void TstLayerEditor::statesAndCommandsKeepTheRows()
{
    Desk desk;
    QVERIFY(desk.setType(0, LayerType::Conv) && desk.choose("Encoder, layer 1: padding", 0));
    QVERIFY(desk.set(0, "kernel", "31")); // impossible, and kept all the same
    const LabState state = desk.model().state();
    const auto command = commandOf(state, Assets({}));
    QVERIFY(command && command->starts_with("hourglass train --state "));
    QVERIFY(desk.choose("Network", 0));
    desk.model().open(state);
    QVERIFY(desk.model().state() == state);
    QVERIFY(desk.shown()[0]->property("invalid").toBool());
    QVERIFY(desk.notice().startsWith(q("Encoder, layer 1 is not possible")));
}

void TstLayerEditor::everythingIsSeenAndNamed()
{
    QFETCH(Language, language);
    QFETCH(QSize, size);
    Desk desk(language, size);
    QVERIFY(desk.isUp);
    const LayerSpec numbers{.type = LayerType::Conv,
                            .filters = 99,
                            .kernel = {3, 5},
                            .stride = {1, 2},
                            .paddingH = {Padding::Kind::Explicit, 1, 2},
                            .paddingW = {Padding::Kind::Causal},
                            .activation = Activation::Linear};
    LayerSpec wide = numbers;
    wide.paddingW = {Padding::Kind::Explicit, 100, 200};
    for (const LayerSpec& first : {numbers, wide, dense(1024, Activation::Sigmoid), maxPool({3, 3})})
        for (const bool hasOwn : {false, true}) {
            OwnNetwork rows{{first, dense(64, Activation::Linear), dense(2, Activation::Sigmoid)}};
            if (hasOwn)
                rows.decoder = {dense(Shape{16, 7, 7}, Activation::LeakyRelu), upsample({2, 2}),
                                convTransposed(1, 4, 2, Activation::Sigmoid)};
            desk.model().edit(withRows(desk.model().setup(), rows));
            QCOMPARE(notWhole(*desk.window.currentLab()->inspector), QString());
        }
}

/// Whatever is pressed, typed and undone: it resolves or explains, and a run that was there stays.
void TstLayerEditor::anythingMayBeClicked()
{
    Desk desk;
    std::mt19937 dice(19);
    const auto roll = [&](int most) { return static_cast<int>(dice() % static_cast<unsigned>(most)); };
    for (int i = 0; i < 150; ++i) {
        const auto rows = desk.window.findChildren<LayerRow*>();
        LayerRow* row = rows[roll(static_cast<int>(rows.size()))];
        switch (roll(7)) {
        case 0:
            Q_EMIT row->typeChosen(layerKinds()[static_cast<std::size_t>(roll(6))].type);
            break;
        case 1:
            desk.pressNamed(roll(2) ? "Add a layer to the encoder" : "Add a layer to the decoder");
            break;
        case 2:
            Q_EMIT row->removeAsked();
            break;
        case 3:
            Q_EMIT row->moveAsked(roll(2) ? 1 : -1);
            break;
        case 4:
            desk.pressNamed("The decoder mirrors the encoder");
            break;
        case 5:
            if (roll(2)) desk.model().undoStack()->undo();
            break;
        default:
            for (auto* edit : row->findChildren<QLineEdit*>())
                if (edit->isVisible() && roll(2)) {
                    edit->setText(QString::number(roll(3) ? roll(9) : roll(4000)));
                    edit->setModified(true);
                    QTest::keyClick(edit, Qt::Key_Return);
                    break;
                }
        }
        QCoreApplication::processEvents();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        const auto fault = faultOf(desk.model().setup(), digit);
        const bool isPossible = validate(desk.model().setup(), digit).isOk();
        QVERIFY(isPossible != fault.has_value());
        int red = 0;
        for (auto* shown : desk.window.findChildren<LayerRow*>())
            if (shown->property("invalid").toBool()) {
                ++red;
                QVERIFY(!shown->accessibleDescription().isEmpty());
            }
        QCOMPARE(red, fault ? 1 : 0);
        QTRY_VERIFY(desk.model().snapshot()); // of a run that has just begun it is on its way
    }
}

QTEST_MAIN(TstLayerEditor)
#include "tst_layer_editor.moc"
