#include "core/io/json_object.h"
#include "core/lab/conv_presets.h"
#include "core/session/base64.h"
#include "core/session/state_json.h"
#include "core/session/state_kinds.h"
#include "core/session/train_options.h"
#include "core/util/rng.h"
#include "tests/core/old_states.h"

#include <QTest>

#include <limits>

using namespace hg;

namespace {

std::vector<std::uint8_t> bytesOf(const std::string& text)
{
    return {text.begin(), text.end()};
}

/// Out of a file and out of a link.
bool comesBack(const LabState& state)
{
    const auto read = readState(bytesOf(writeState(state)), "file");
    const auto linked = readStateLink(stateLink(state));
    return read && *read == state && linked && *linked == state;
}

/// Whether a link of the state speaks of its file by that name, and of all else as the state does.
bool isWanted(LabState state, const std::string& name)
{
    const auto linked = readStateLink(stateLink(state));
    *kindOf(state).fileIn(state) = "wanted:" + name;
    const auto again = readStateLink(stateLink(state));
    return linked && *linked == state && again && *again == state;
}

/// What is said about the state's file with a part of it replaced; empty where that is not in it, or is read.
std::string complaintAbout(const LabState& state, const std::string& part, const QByteArray& replacement)
{
    std::string text = writeState(state);
    const auto place = text.find(part);
    if (place == std::string::npos) return {};
    text.replace(place, part.size(), replacement.toStdString());
    const auto read = readState(bytesOf(text), "file");
    return read ? std::string() : read.error().text;
}

/// What old::planeDocument holds.
ConvState oldPlane()
{
    ConvState s;
    s.scene.input = TensorD(1, {1, 3, 4}, {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12});
    s.scene.kernel = TensorD(2, {1, 2, 2}, {1, 0, -1, 0.5, 0, 1, 0.25, -2});
    s.scene.stride = {1, 2};
    s.scene.paddingH = {Padding::Kind::Same};
    s.scene.paddingW = {Padding::Kind::Explicit, 1, 0};
    s.scene.fill = Fill::Replicate;
    s.scene.convention = Convention::NumPy;
    s.scene.bias = {0.5, -1};
    s.scene.activation = Activation::LeakyRelu;
    s.view = {2.5, 1, false, true, true};
    return s;
}

/// What old::soundDocument holds.
SoundState oldSound()
{
    SoundState s;
    s.scene.source = "chirp";
    s.scene.filter = "comb";
    s.scene.settings.delay = 300;
    s.scene.stride = 2;
    s.view = {1.5, 1, 2};
    return s;
}

/// A training with nothing at its default.
AutoencoderState richAutoencoder()
{
    AutoencoderState s{*setupOfModel("dense")};
    s.setup.bottleneck = 16;
    s.setup.hidden = Activation::Elu;
    s.setup.code = Activation::Tanh;
    s.setup.isCentred = true;
    s.setup.hasBiases = false;
    s.setup.recipe = {.optimizer = OptimizerKind::Sgd,
                      .learningRate = 0.02,
                      .schedule = Schedule::Cosine,
                      .momentum = 0.9,
                      .weightDecay = 1e-4,
                      .clipNorm = 2.5,
                      .warmUp = 100,
                      .loss = Loss::Bce,
                      .batch = 96,
                      .epochs = 7,
                      .seed = 12345678901234567890ULL,
                      .initialisation = Initialisation::He,
                      .noise = {Noise::Kind::Mask, 0.25},
                      .isOrdered = true};
    s.view = {.tab = AutoencoderTab::Walk,
              .digit = 123,
              .update = 77,
              .paceSeconds = 4.5,
              .mapsTraining = true,
              .beside = Beside::Dial,
              .isAligned = true,
              .hasColours = false,
              .mdsImages = 500,
              .plane = {3, 7},
              .dial = {1, 0.5, -0.5, 1.5},
              .walk = {WalkLayer::Holes, {{-4.5, 2.25}}, 31, 0, true, 9}};
    return s;
}

/// A denoising with nothing at its default.
DenoiseState richDenoising()
{
    DenoiseState s;
    s.setup.network = richAutoencoder().setup;
    s.setup.network.data.cut.classes = {3, 8};
    s.setup.network.recipe.noise = {};
    s.setup.kind = Noise::Kind::Mask;
    s.setup.isClipped = true;
    s.setup.trained = {Noise::Kind::Blur, 2.25};
    s.view = {.tab = DenoiseTab::Own,
              .strength = 0.35,
              .first = 123,
              .paceSeconds = 4.5,
              .arrows = Denoiser::Pca,
              .own = {-1, {}}};
    for (int i = 0; i < 784; ++i)
        s.view.own.pixels.push_back(static_cast<std::uint8_t>(i * i % 256));
    return s;
}

/// A state with nothing at its default.
ConvState rich()
{
    ConvState s;
    s.scene = withFilters(withChannels(findConvPreset("padding-strides-transposed")->make(), 2), 3);
    s.scene.paddingH = {Padding::Kind::Explicit, 1, 0};
    s.scene.paddingW = {Padding::Kind::Explicit, 0, 2};
    s.scene.outputPadding = {1, 0};
    s.scene.dilation = {2, 1};
    s.scene.convention = Convention::PyTorch;
    s.scene.bias = {0.5, -1.25, 1e-9};
    s.scene.activation = Activation::Elu;
    s.scene.sampleRate = 44100;
    s.scene.secondsPerColumn = 0.025;
    s.scene.hzPerRow = 62.5;
    s.scene.input.data[1] = 1.0 / 3;
    s.scene.origin = InputOrigin::Photograph;
    s.view = {2.5, 1, false, true, true};
    return s;
}

} // namespace

class TstState : public QObject {
    Q_OBJECT

private slots:
    void presetsReturn_data();
    void presetsReturn();
    void everyFieldReturns();
    void learnedFiltersComeBack();
    void stacksComeBack();
    void badStacks_data();
    void badStacks();
    void solvedLayersComeBack();
    void checkerboardsComeBack();
    void badCheckerboards_data();
    void badCheckerboards();
    void badSolveSetups_data();
    void badSolveSetups();
    void oldStatesAreOfNumbers();
    void writtenBefore_data();
    void writtenBefore();
    void activationsHaveOneSpelling();
    void picturesAreShort();
    void badStates_data();
    void badStates();
    void soundsReturn_data();
    void soundsReturn();
    void badSounds_data();
    void badSounds();
    void ofFilesLinksCarryTheName();
    void kindsAreInOrder();
    void autoencodersReturn_data();
    void autoencodersReturn();
    void usualRecipesAreShort();
    void badAutoencoders_data();
    void badAutoencoders();
    void denoisingsReturn_data();
    void denoisingsReturn();
    void usualDenoisingsAreShort();
    void badDenoisings_data();
    void badDenoisings();
    void wordsOfLinks_data();
    void wordsOfLinks();
    void badLinks_data();
    void badLinks();
    void base64IsTheStandards();
};

void TstState::presetsReturn_data()
{
    QTest::addColumn<int>("index");
    for (std::size_t i = 0; i < convPresets().size(); ++i)
        QTest::newRow(convPresets()[i].id) << static_cast<int>(i);
}

void TstState::presetsReturn()
{
    QFETCH(int, index);
    const ConvState state{convPresets()[static_cast<std::size_t>(index)].make(), {}};
    const auto fromFile = readState(bytesOf(writeState(state)), "file");
    QVERIFY(fromFile && *fromFile == LabState(state));
    const auto fromLink = readStateLink(" " + stateLink(state) + "\n");
    QVERIFY(fromLink && *fromLink == LabState(state));
}

void TstState::everyFieldReturns()
{
    const ConvState state = rich();
    QVERIFY(evaluate(state.scene));
    const auto read = readState(bytesOf(writeState(state)), "file");
    QVERIFY(read);
    QVERIFY(*read == LabState(state));
    ConvState forward;
    forward.scene = withGroups(withFilters(withChannels(findConvPreset("vertical-edge")->make(), 2), 2), 2);
    forward.scene.fill = Fill::Reflect;
    forward.scene.pooling.reset();
    const auto grouped = readState(bytesOf(writeState(forward)), "file");
    QVERIFY(grouped && *grouped == LabState(forward));
}

void TstState::learnedFiltersComeBack()
{
    ConvState state{findConvPreset("vertical-edge")->make(), {}};
    QVERIFY(writeState(state).find("learn") == std::string::npos);
    TensorD picture(1, {1, 2, 3});
    picture.data = {1, -0.5, 0, 0, 2, 1};
    state.view.learn = {WantedKind::Picture, picture, 7, DescentMethod::Momentum, 0.25, true, 12};
    const std::string text = writeState(state);
    const auto read = readState(bytesOf(text), "file");
    QVERIFY(read && *read == LabState(state));
    std::string wrong = text;
    wrong.replace(wrong.find("momentum"), 8, "newton");
    QVERIFY(!readState(bytesOf(wrong), "file"));
    wrong = text;
    wrong.replace(wrong.find("0.25"), 4, "-1");
    QVERIFY(!readState(bytesOf(wrong), "file"));
}

void TstState::stacksComeBack()
{
    ConvState state{findConvPreset("receptive-encoder")->make(), {}};
    QVERIFY(writeState(state).find("field") == std::string::npos);
    const FieldWeights weights{
        TensorD(1, {2, 2, 2}, {1, 0, -1, 0.5, 0, 1, 0.25, -2}), {0.5, -1}, Activation::Elu};
    StackedLayer first{{FieldKind::Transposed,
                        {2, 2},
                        {2, 1},
                        {1, 3},
                        {Padding::Kind::Explicit, 1, 0},
                        {Padding::Kind::Full},
                        {1, 0}},
                       weights};
    StackedLayer second{{FieldKind::Pooling, {3, 2}, {3, 3}}};
    state.view.tab = ConvTab::Field;
    state.view.field = {{first, second},
                        TensorD(1, {1, 2, 3}, {1, -0.5, 0, 0, 2, 1}),
                        FieldSource::Decoder,
                        400,
                        FieldCell{1, 2, 3},
                        1,
                        true,
                        0.5};
    const auto read = readState(bytesOf(writeState(state)), "file");
    QVERIFY(read && *read == LabState(state));
    const auto linked = readStateLink(stateLink(state));
    QVERIFY(linked && *linked == LabState(state));
    for (const char* id : {"receptive-encoder", "receptive-five", "receptive-dilated"}) {
        const ConvState preset{findConvPreset(id)->make(), findConvPreset(id)->view};
        const auto back = readState(bytesOf(writeState(preset)), "file");
        QVERIFY(back && *back == LabState(preset));
    }
}

void TstState::badStacks_data()
{
    QTest::addColumn<QByteArray>("field");
    QTest::newRow("no layers") << QByteArray(R"({"layers": []})");
    QTest::newRow("five layers") << QByteArray(R"({"layers": [{}, {}, {}, {}, {}]})");
    QTest::newRow("size 0") << QByteArray(R"({"layers": [{"size": [0, 3]}]})");
    QTest::newRow("size 16") << QByteArray(R"({"layers": [{"size": [3, 16]}]})");
    QTest::newRow("stride 9") << QByteArray(R"({"layers": [{"stride": [9, 1]}]})");
    QTest::newRow("padding of 15") << QByteArray(R"({"layers": [{"padding": [[15, 0], "same"]}]})");
    QTest::newRow("unknown kind") << QByteArray(R"({"layers": [{"kind": "dense"}]})");
    QTest::newRow("unknown field") << QByteArray(R"({"layers": [{"units": 3}]})");
    QTest::newRow("cell of two numbers") << QByteArray(R"({"cell": [1, 2]})");
    QTest::newRow("cell below 0") << QByteArray(R"({"cell": [1, 2, -1]})");
    QTest::newRow("two inputs") << QByteArray(R"({"input": {"shape": [2, 1, 1, 1], "data": [1, 2]}})");
    QTest::newRow("five layers deep") << QByteArray(R"({"opened": 5})");
}

void TstState::badStacks()
{
    QFETCH(QByteArray, field);
    const std::string text = writeState(ConvState{findConvPreset("same-even")->make(), {1, 0}});
    const auto with = [&](const std::string& value) {
        std::string whole = text;
        const auto view = whole.find("\"view\"");
        whole.insert(whole.find('{', view) + 1, "\"field\": " + value + ", ");
        return readState(bytesOf(whole), "file");
    };
    QVERIFY(with("{}"));
    QVERIFY(!with(field.toStdString()));
}

void TstState::solvedLayersComeBack()
{
    ConvState state{findConvPreset("vertical-edge")->make(), {}};
    QVERIFY(writeState(state).find("solve") == std::string::npos);
    state.view.tab = ConvTab::Solve;
    state.view.solve = {.from = 7,
                        .to = 13,
                        .beginsWithDecoder = true,
                        .limits = {9, 3, 2, true},
                        .row = SolvedRow{5, 2, 2, 4},
                        .showsMirror = false};
    QVERIFY(comesBack(state));
}

void TstState::checkerboardsComeBack()
{
    ConvState state{findConvPreset("vertical-edge")->make(), {}};
    QVERIFY(writeState(state).find("checkerboards") == std::string::npos);
    state.view.tab = ConvTab::Checkerboards;
    state.view.checkerboards = {.recipe = {.seed = 7, .rate = 0.0025, .code = 32},
                                .updates = longChecking,
                                .update = 120,
                                .picture = 41,
                                .isMean = true,
                                .isGridAlone = true};
    QVERIFY(comesBack(state));
}

void TstState::badCheckerboards_data()
{
    QTest::addColumn<QByteArray>("setup");
    QTest::addColumn<QByteArray>("field");
    QTest::newRow("no seed") << QByteArray(R"("seed":0)") << QByteArray("view.checkerboards.seed");
    QTest::newRow("no rate") << QByteArray(R"("rate":0)") << QByteArray("view.checkerboards.rate");
    QTest::newRow("rate as a word") << QByteArray(R"("rate":"1")") << QByteArray("view.checkerboards.rate");
    QTest::newRow("code") << QByteArray(R"("code":65)") << QByteArray("view.checkerboards.code");
    QTest::newRow("too few updates") << QByteArray(R"("updates":10)")
                                     << QByteArray("view.checkerboards.updates");
    QTest::newRow("too many updates")
        << QByteArray(R"("updates":2001)") << QByteArray("view.checkerboards.updates");
    QTest::newRow("playhead") << QByteArray(R"("update":-1)") << QByteArray("view.checkerboards.update");
    QTest::newRow("half a picture") << QByteArray(R"("picture":0.5)")
                                    << QByteArray("view.checkerboards.picture");
    QTest::newRow("mean") << QByteArray(R"("mean":1)") << QByteArray("view.checkerboards.mean");
    QTest::newRow("unknown") << QByteArray(R"("batch":64)") << QByteArray("view.checkerboards.batch");
}

void TstState::badCheckerboards()
{
    QFETCH(QByteArray, setup);
    QFETCH(QByteArray, field);
    ConvState state{findConvPreset("vertical-edge")->make(), {}};
    state.view.checkerboards.recipe.seed = 7;
    const std::string said = complaintAbout(state, "\"seed\":7", setup);
    QVERIFY2(said.find(field.toStdString()) != std::string::npos, said.c_str());
}

void TstState::badSolveSetups_data()
{
    QTest::addColumn<QByteArray>("setup");
    QTest::addColumn<QByteArray>("field");
    QTest::newRow("no cells") << QByteArray(R"("from":0)") << QByteArray("view.solve.from");
    QTest::newRow("more than the labs") << QByteArray(R"("to":65)") << QByteArray("view.solve.to");
    QTest::newRow("size") << QByteArray(R"("size_up_to":16)") << QByteArray("view.solve.size_up_to");
    QTest::newRow("stride") << QByteArray(R"("stride_up_to":9)") << QByteArray("view.solve.stride_up_to");
    QTest::newRow("dilation") << QByteArray(R"("dilation_up_to":5)")
                              << QByteArray("view.solve.dilation_up_to");
    QTest::newRow("neither layer") << QByteArray(R"("begin":"both")") << QByteArray("view.solve.begin");
    QTest::newRow("three numbers") << QByteArray(R"("row":[3,2,1])") << QByteArray("view.solve.row");
    QTest::newRow("mirror") << QByteArray(R"("mirror":1)") << QByteArray("view.solve.mirror");
    QTest::newRow("unknown") << QByteArray(R"("sizes":1)") << QByteArray("view.solve.sizes");
}

void TstState::badSolveSetups()
{
    QFETCH(QByteArray, setup);
    QFETCH(QByteArray, field);
    ConvState state{findConvPreset("vertical-edge")->make(), {}};
    state.view.solve.from = 7;
    const std::string said = complaintAbout(state, "\"from\":7", setup);
    QVERIFY2(said.find(field.toStdString()) != std::string::npos, said.c_str());
}

void TstState::oldStatesAreOfNumbers()
{
    const std::string text = writeState(ConvState{findConvPreset("four-edges")->make(), {}});
    QVERIFY(text.find("origin") == text.npos && text.find("one_scale") == text.npos);
    const auto read = readState(bytesOf(text), "file");
    QVERIFY(read && std::get<ConvState>(*read).scene.origin == InputOrigin::Numbers);
}

void TstState::writtenBefore_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<LabState>("state");
    const ConvState line{findConvPreset("same-even")->make(), {1, 0}};
    SoundState file(oldSound().scene);
    file.scene.path = "/home/ada/lark.wav";
    file.scene.source = SoundScene().source;
    QTest::newRow("document of a plane") << QByteArray(old::planeDocument) << LabState(oldPlane());
    QTest::newRow("link of a plane") << QByteArray(old::planeLink) << LabState(oldPlane());
    QTest::newRow("document of a line") << QByteArray(old::lineDocument) << LabState(line);
    QTest::newRow("link of a line") << QByteArray(old::lineLink) << LabState(line);
    QTest::newRow("document of a sound") << QByteArray(old::soundDocument) << LabState(oldSound());
    QTest::newRow("link of a sound") << QByteArray(old::soundLink) << LabState(oldSound());
    QTest::newRow("document of a sound file") << QByteArray(old::soundFileDocument) << LabState(file);
    AutoencoderState dense{*setupOfModel("dense")};
    dense.setup.recipe.learningRate = 3e-3;
    dense.setup.recipe.schedule = Schedule::Cosine;
    QVERIFY(dense.setup.hidden == Activation::Relu && dense.setup.recipe.loss == Loss::Mse);
    AutoencoderState linear{*setupOfModel("linear"), {AutoencoderTab::Walk, 41, 77, 5}};
    linear.setup.recipe = dense.setup.recipe;
    linear.setup.recipe.epochs = 6;
    linear.setup.recipe.seed = 7;
    const AutoencoderState conv{*setupOfModel("conv")};
    QTest::newRow("document of a dense training")
        << QByteArray(old::denseTrainingDocument) << LabState(dense);
    QTest::newRow("link of a dense training") << QByteArray(old::denseTrainingLink) << LabState(dense);
    QTest::newRow("document of a linear training")
        << QByteArray(old::linearTrainingDocument) << LabState(linear);
    QTest::newRow("link of a linear training") << QByteArray(old::linearTrainingLink) << LabState(linear);
    QTest::newRow("document of a conv training") << QByteArray(old::convTrainingDocument) << LabState(conv);
    QTest::newRow("link of a conv training") << QByteArray(old::convTrainingLink) << LabState(conv);
}

void TstState::writtenBefore()
{
    QFETCH(QByteArray, text);
    QFETCH(LabState, state);
    const std::string given = text.toStdString();
    const auto read = isStateLink(given) ? readStateLink(given) : readState(bytesOf(given), "file");
    QVERIFY(read);
    QVERIFY(*read == state);
}

void TstState::activationsHaveOneSpelling()
{
    const std::string text = writeState(oldPlane());
    QVERIFY(text.find("\"leaky-relu\"") != text.npos);
    const auto read = readState(bytesOf(text), "file");
    QVERIFY(read && *read == LabState(oldPlane()));
}

void TstState::picturesAreShort()
{
    ConvState state{withInputSize(findConvPreset("vertical-edge")->make(), {28, 28}), {}};
    const Random random(3, 9);
    for (std::size_t i = 0; i < state.scene.input.data.size(); ++i)
        state.scene.input.data[i] = (i / 28 > 6 && i / 28 < 20 && i % 28 > 8 && i % 28 < 18)
                                        ? static_cast<double>(random.below(i, 256)) / 255
                                        : 0;
    const std::string link = stateLink(state);
    QVERIFY2(link.size() < 900, std::to_string(link.size()).c_str());
    const auto read = readStateLink(link);
    QVERIFY(read && *read == LabState(state));
}

void TstState::badStates_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QByteArray>("place");
    const auto row = [](const char* name, const char* from, const char* to, ErrorCode code,
                        const char* place) {
        QTest::newRow(name) << QByteArray(from) << QByteArray(to) << code << QByteArray(place);
    };
    row("no JSON", "{", "[", ErrorCode::NotJson, "");
    row("another kind", "\"hourglass-convolution\"", "\"hourglass-network\"", ErrorCode::FieldNotWord,
        "format");
    row("a later version", "\"version\":1", "\"version\":2", ErrorCode::VersionUnknown, "");
    row("an unknown field", "\"version\"", "\"verzion\"", ErrorCode::FieldUnknown, "verzion");
    row("a negative stride", "\"stride\":[2,2]", "\"stride\":[-2,2]", ErrorCode::FieldNotWhole,
        "scene.stride[0]");
    row("half a stride", "\"stride\":[2,2]", "\"stride\":[1.5,2]", ErrorCode::FieldNotWhole,
        "scene.stride[0]");
    row("one stride", "\"stride\":[2,2]", "\"stride\":2", ErrorCode::FieldNotKind, "scene.stride");
    row("an unknown word", "[\"same\",\"same\"]", "[\"same\",\"some\"]", ErrorCode::FieldNotWord,
        "scene.padding[1]");
    row("a huge shape", "\"shape\":[1,1,5,5]", "\"shape\":[1,9999,9999,9999]", ErrorCode::TooManyNumbers,
        "scene.input.shape");
    row("a shape beside its numbers", "\"shape\":[1,1,5,5]", "\"shape\":[1,1,5,6]", ErrorCode::CountMismatch,
        "scene.input.data");
    row("two samples", "\"shape\":[1,1,5,5]", "\"shape\":[5,1,1,5]", ErrorCode::FieldNotWhole,
        "scene.input.shape[0]");
    row("a number as text", "\"data\":[2.0,0.0,1.0,", "\"data\":[\"2\",0.0,1.0,", ErrorCode::FieldNotNumber,
        "scene.kernel.data[0]");
    row("a line with rows", "\"axes\":2", "\"axes\":1", ErrorCode::AxesDoNotFit, "");
    row("an impossible geometry", "\"stride\":[2,2]", "\"stride\":[2,2],\"convention\":\"pytorch\"",
        ErrorCode::SameNeedsStride1, "rows");
}

void TstState::badStates()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(ErrorCode, code);
    QFETCH(QByteArray, place);
    QByteArray json =
        QByteArray::fromStdString(writeState(ConvState{findConvPreset("lecture-example")->make(), {}}));
    QVERIFY2(json.contains(from), json.constData());
    json.replace(from, to);
    const auto read = readState(bytesOf(json.toStdString()), "file");
    QVERIFY(!read);
    QCOMPARE(static_cast<int>(read.error().code), static_cast<int>(code));
    QCOMPARE(read.error().where, std::string("file"));
    if (!place.isEmpty()) QCOMPARE(read.error().text, place.toStdString());
}

void TstState::soundsReturn_data()
{
    QTest::addColumn<QByteArray>("source");
    QTest::addColumn<QByteArray>("filter");
    for (const std::string& source : soundSources())
        QTest::addRow("%s", source.c_str()) << QByteArray::fromStdString(source) << QByteArray("echo");
    for (const FirFilter& filter : firFilters())
        QTest::addRow("%s", filter.id) << QByteArray("chirp") << QByteArray(filter.id);
}

void TstState::soundsReturn()
{
    QFETCH(QByteArray, source);
    QFETCH(QByteArray, filter);
    SoundScene scene;
    scene.source = source.toStdString();
    scene.filter = filter.toStdString();
    scene.settings = {16000, 4095, 1234.5, 1000, -0.25, 4, 1.0 / 3, 523.25};
    scene.stride = 8;
    const auto fromFile = readState(bytesOf(writeState(scene)), "file");
    QVERIFY(fromFile && *fromFile == LabState(scene));
    const auto fromLink = readStateLink(stateLink(scene));
    QVERIFY(fromLink && *fromLink == LabState(scene));
    const SoundState viewed(scene, {3.5, 2.25, 4});
    const auto again = readStateLink(stateLink(viewed));
    QVERIFY(again && *again == LabState(viewed));
}

void TstState::badSounds_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QByteArray>("place");
    const auto row = [](const char* name, const char* from, const char* to, ErrorCode code,
                        const char* place) {
        QTest::newRow(name) << QByteArray(from) << QByteArray(to) << code << QByteArray(place);
    };
    row("unknown source", "\"chirp\"", "\"chirrup\"", ErrorCode::FieldNotWord, "sound.source");
    row("no source", "\"source\":\"chirp\",", "", ErrorCode::FieldMissing, "sound.source");
    row("path as a number", "\"source\":\"chirp\"", "\"path\":7", ErrorCode::FieldNotKind, "sound.path");
    row("empty path", "\"source\":\"chirp\"", "\"path\":\"\"", ErrorCode::FieldNotKind, "sound.path");
    row("both", "\"source\":\"chirp\"", "\"source\":\"chirp\",\"path\":\"a.wav\"", ErrorCode::FieldNotKind,
        "sound.source");
    row("unknown filter", "\"comb\"", "\"brush\"", ErrorCode::FieldNotWord, "sound.filter");
    row("no taps", "\"taps\":255", "\"taps\":0", ErrorCode::FieldNotWhole, "sound.taps");
    row("too many taps", "\"taps\":255", "\"taps\":4097", ErrorCode::FieldNotWhole, "sound.taps");
    row("half a tap", "\"taps\":255", "\"taps\":2.5", ErrorCode::FieldNotWhole, "sound.taps");
    row("cutoff 0", "\"cutoff_hz\":600.0", "\"cutoff_hz\":0", ErrorCode::FieldNotNumber, "sound.cutoff_hz");
    row("stride 9", "\"stride\":1", "\"stride\":9", ErrorCode::FieldNotWhole, "sound.stride");
    row("echoes beyond the taps", "\"repeats\":1", "\"repeats\":2", ErrorCode::BadValue, "");
    row("a view before the beginning",
        "\"sound\":", "\"view\":{\"start\":-1},\"sound\":", ErrorCode::FieldNotNumber, "view.start");
    row("a scene beside it", "\"sound\":", "\"scene\":{},\"sound\":", ErrorCode::FieldUnknown, "scene");
}

void TstState::badSounds()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(ErrorCode, code);
    QFETCH(QByteArray, place);
    SoundScene scene;
    scene.source = "chirp";
    scene.filter = "comb";
    QByteArray json = QByteArray::fromStdString(writeState(scene));
    QVERIFY2(json.contains(from), json.constData());
    json.replace(from, to);
    const auto read = readState(bytesOf(json.toStdString()), "file");
    QVERIFY(!read);
    QCOMPARE(static_cast<int>(read.error().code), static_cast<int>(code));
    QCOMPARE(read.error().where, std::string("file"));
    if (!place.isEmpty()) QCOMPARE(read.error().text, place.toStdString());
}

void TstState::ofFilesLinksCarryTheName()
{
    SoundScene scene;
    scene.path = "/home/ada/lark.wav";
    const auto saved = readState(bytesOf(writeState(scene)), "file");
    QVERIFY(saved && *saved == LabState(scene));
    QVERIFY(isWanted(scene, "lark.wav"));
    // The document {"format":"hourglass-sound",…,"path":"/etc/hostname"}, packed by hand.
    const auto forged = readStateLink("hourglass:conv/"
                                      "H4sIAAAAAAACAyXKMQrAIBAF0bv82iBpvY2YNQrqBndNI949QtqZNxG5V69wSDz6XbzIIT"
                                      "zaBYOXumRucKfB39zE4zVtbUmDTSzafKVtYy5KfQ8KibHWBzZWIbNZAAAA");
    QVERIFY(!forged);
    QVERIFY(forged.error().code == ErrorCode::BadLink);

    AutoencoderState trained;
    trained.setup.data = "/home/ada/letters.npy";
    const auto kept = readState(bytesOf(writeState(trained)), "file");
    QVERIFY(kept && *kept == LabState(trained));
    QVERIFY(isWanted(trained, "letters.npy"));

    DenoiseState denoised;
    denoised.setup.network.data = "/home/ada/letters.npy";
    const auto again = readState(bytesOf(writeState(denoised)), "file");
    QVERIFY(again && *again == LabState(denoised));
    QVERIFY(isWanted(denoised, "letters.npy"));
}

void TstState::kindsAreInOrder()
{
    for (const LabState& state : {LabState(ConvState()), LabState(SoundState()), LabState(AutoencoderState()),
                                  LabState(DenoiseState()), LabState(FewLabelsState())}) {
        const StateKind& kind = kindOf(state);
        Json document;
        kind.write(state, document); // throws for the row of another alternative
        QVERIFY(fileOf(state).empty());
        QVERIFY(writeState(state).find(kind.format) != std::string::npos);
    }
}

void TstState::autoencodersReturn_data()
{
    QTest::addColumn<LabState>("state");
    for (const ModelPreset& preset : modelPresets())
        QTest::newRow(preset.id) << LabState(AutoencoderState{setupOf(preset), {}});
    QTest::newRow("everything") << LabState(richAutoencoder());
    AutoencoderState bare = richAutoencoder();
    bare.setup.code = Activation::Relu;
    bare.setup.hasBiases = false;
    AutoencoderState some{*setupOfModel("lab-dense")};
    some.setup.data.cut.classes = {3, 8};
    QTest::newRow("some digits") << LabState(some);
    QTest::newRow("rectified code, no biases") << LabState(bare);
    QTest::newRow("linear throughout")
        << LabState(AutoencoderState{withActivation(*setupOfModel("lab-conv"), Activation::Linear)});
    AutoencoderState seeded{*setupOfModel("lab-dense"), {}};
    seeded.setup.recipe.seed = std::numeric_limits<std::uint64_t>::max();
    seeded.setup.recipe.loss = Loss::Mse;
    seeded.view.update = 0;
    QTest::newRow("the largest seed") << LabState(seeded);
}

void TstState::autoencodersReturn()
{
    QFETCH(LabState, state);
    const auto fromFile = readState(bytesOf(writeState(state)), "file");
    QVERIFY(fromFile && *fromFile == state);
    const std::string link = stateLink(state);
    QVERIFY(link.starts_with("hourglass:autoencoder/"));
    const auto fromLink = readStateLink(link);
    QVERIFY(fromLink && *fromLink == state);
}

void TstState::usualRecipesAreShort()
{
    AutoencoderState state{*setupOfModel("dense")};
    QCOMPARE(writeState(state), std::string(R"({"format":"hourglass-autoencoder","setup":{"bottleneck":2,)"
                                            R"("data":"mnist","model":"dense","recipe":{}},"version":1})"));
    const auto bare = readState(
        bytesOf(R"({"format":"hourglass-autoencoder","version":1,"setup":{"model":"dense"}})"), "file");
    QVERIFY(bare && *bare == LabState(state));
    // The lab's own models bring their recipes.
    const auto own = readState(
        bytesOf(R"({"format":"hourglass-autoencoder","version":1,"setup":{"model":"lab-ordered"}})"), "file");
    QVERIFY(own && *own == LabState(AutoencoderState{*setupOfModel("lab-ordered")}));
    // What is as the model has it is not written.
    state.setup.hidden = Activation::Elu;
    state.setup.hasBiases = false;
    QCOMPARE(writeState(state),
             std::string(R"({"format":"hourglass-autoencoder","setup":{"biases":false,"bottleneck":2,)"
                         R"("data":"mnist","hidden":"elu","model":"dense","recipe":{}},"version":1})"));
}

void TstState::badAutoencoders_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QByteArray>("place");
    const auto row = [](const char* name, const char* from, const char* to, ErrorCode code,
                        const char* place) {
        QTest::newRow(name) << QByteArray(from) << QByteArray(to) << code << QByteArray(place);
    };
    row("unknown model", "\"dense\"", "\"dens\"", ErrorCode::FieldNotWord, "setup.model");
    row("no model", "\"model\":\"dense\",", "", ErrorCode::FieldMissing, "setup.model");
    row("unknown activation", "\"hidden\":\"elu\"", "\"hidden\":\"selu\"", ErrorCode::FieldNotWord,
        "setup.hidden");
    row("biases of a word", "\"biases\":false", "\"biases\":\"no\"", ErrorCode::FieldNotKind, "setup.biases");
    row("unknown initialisation", "\"he\"", "\"her\"", ErrorCode::FieldNotWord,
        "setup.recipe.initialisation");
    row("no data", "\"data\":\"mnist\"", "\"data\":\"\"", ErrorCode::FieldNotKind, "setup.data");
    row("digits that are not there", "\"data\":\"mnist\"", "\"data\":\"mnist:12\"", ErrorCode::FieldNotKind,
        "setup.data");
    row("standard input", "\"data\":\"mnist\"", "\"data\":\"-\"", ErrorCode::FieldNotKind, "setup.data");
    row("no code", "\"bottleneck\":16", "\"bottleneck\":0", ErrorCode::FieldNotWhole, "setup.bottleneck");
    row("a code beyond PCA's", "\"bottleneck\":16", "\"bottleneck\":785", ErrorCode::TooManyComponents, "");
    row("no epochs", "\"epochs\":7", "\"epochs\":0", ErrorCode::FieldNotWhole, "setup.recipe.epochs");
    row("a rate beyond sense", "\"learning_rate\":0.02", "\"learning_rate\":2000", ErrorCode::BadValue, "");
    row("a sigmoid that is not there", "\"dense\"", "\"linear\"", ErrorCode::SigmoidNeeded, "");
    row("scores", "\"bce\"", "\"softmax\"", ErrorCode::ScoresNeeded, "");
    row("unknown recipe", "\"epochs\"", "\"epoch\"", ErrorCode::FieldUnknown, "setup.recipe.epoch");
    row("unknown tab", "\"tab\":\"walk\"", "\"tab\":\"run\"", ErrorCode::FieldNotWord, "view.tab");
    row("digit below 0", "\"digit\":123", "\"digit\":-1", ErrorCode::FieldNotWhole, "view.digit");
    row("update below 0", "\"update\":77", "\"update\":-1", ErrorCode::FieldNotWhole, "view.update");
    row("pace below 0", "\"pace_seconds\":4.5", "\"pace_seconds\":-1", ErrorCode::FieldNotNumber,
        "view.pace_seconds");
    row("a dial that cannot be undone", "[1.0,0.5,-0.5,1.5]", "[1.0,1.0,1.0,1.04]", ErrorCode::FieldNotKind,
        "view.dial");
    row("a dial beyond its ends", "[1.0,0.5,-0.5,1.5]", "[1.0,0.5,-0.5,4.5]", ErrorCode::FieldNotKind,
        "view.dial");
    row("three numbers", "[1.0,0.5,-0.5,1.5]", "[1.0,0.5,-0.5]", ErrorCode::FieldNotKind, "view.dial");
    row("unknown layer", "\"holes\"", "\"hills\"", ErrorCode::FieldNotWord, "view.walk.layer");
    row("half a place", "[-4.5,2.25]", "[-4.5]", ErrorCode::FieldNotKind, "view.walk.cross");
    row("a place beyond floats", "[-4.5,2.25]", "[-4.5,1e300]", ErrorCode::FieldNotKind, "view.walk.cross");
    row("a film of one", "\"pictures\":9", "\"pictures\":1", ErrorCode::FieldNotWhole, "view.walk.pictures");
    row("a path from nowhere", "\"from\":31", "\"from\":-1", ErrorCode::FieldNotWhole, "view.walk.from");
    row("a later version", "\"version\":1", "\"version\":2", ErrorCode::VersionUnknown, "");
    row("a scene beside it", "\"setup\":", "\"scene\":{},\"setup\":", ErrorCode::FieldUnknown, "scene");
}

void TstState::badAutoencoders()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(ErrorCode, code);
    QFETCH(QByteArray, place);
    QByteArray json = QByteArray::fromStdString(writeState(richAutoencoder()));
    QVERIFY2(json.contains(from), json.constData());
    json.replace(from, to);
    const auto read = readState(bytesOf(json.toStdString()), "file");
    QVERIFY(!read);
    QCOMPARE(static_cast<int>(read.error().code), static_cast<int>(code));
    QCOMPARE(read.error().where, std::string("file"));
    if (!place.isEmpty()) QCOMPARE(read.error().text, place.toStdString());
}

void TstState::denoisingsReturn_data()
{
    QTest::addColumn<LabState>("state");
    QTest::newRow("nothing") << LabState(DenoiseState());
    QTest::newRow("everything") << LabState(richDenoising());
    for (const auto& [name, kind] : {std::pair("saltpepper", Noise::Kind::SaltAndPepper),
                                     {"mask", Noise::Kind::Mask},
                                     {"block", Noise::Kind::Block},
                                     {"blur", Noise::Kind::Blur}}) {
        const StrengthScale scale = scaleOf(kind);
        DenoiseState state{{.kind = kind, .trained = {kind, scale.usual}}, {.strength = scale.usual}};
        QTest::addRow("%s as usual", name) << LabState(state);
        state.setup.trained.amount = scale.least;
        state.view.strength = scale.most;
        QTest::addRow("%s from end to end", name) << LabState(state);
        state.setup.trained = {Noise::Kind::Gaussian, 1.0 / 3};
        QTest::addRow("%s, learnt with other noise", name) << LabState(state);
    }
    DenoiseState scribbled;
    scribbled.view.own.pixels.assign(784, 255);
    QTest::newRow("a picture that was scribbled on") << LabState(scribbled);
    DenoiseState begun;
    begun.view.own.digit = -1;
    QTest::newRow("a picture that is still empty") << LabState(begun);
    DenoiseState small;
    small.setup.network = *setupOfModel("lab-conv");
    QTest::newRow("another network") << LabState(small);
}

void TstState::denoisingsReturn()
{
    QFETCH(LabState, state);
    const auto fromFile = readState(bytesOf(writeState(state)), "file");
    QVERIFY(fromFile && *fromFile == state);
    const std::string link = stateLink(state);
    QVERIFY(link.starts_with("hourglass:denoising/"));
    const auto fromLink = readStateLink(link);
    QVERIFY(fromLink && *fromLink == state);
}

void TstState::usualDenoisingsAreShort()
{
    DenoiseState state;
    QCOMPARE(writeState(state),
             std::string(R"({"format":"hourglass-denoising","setup":{"noise":"gaussian"},"version":1})"));
    const auto bare =
        readState(bytesOf(R"({"format":"hourglass-denoising","version":1,"setup":{}})"), "file");
    QVERIFY(bare && *bare == LabState(state));
    state.view.strength = 0.25;
    QCOMPARE(writeState(state),
             std::string(R"({"format":"hourglass-denoising","setup":{"noise":"gaussian"},"version":1,)"
                         R"("view":{"strength":0.25}})"));
    // Every kind has strengths of its own.
    const auto block = readState(
        bytesOf(R"({"format":"hourglass-denoising","version":1,"setup":{"noise":"block"}})"), "file");
    QVERIFY(block);
    QVERIFY(*block == LabState(DenoiseState{{.kind = Noise::Kind::Block, .trained = {Noise::Kind::Block, 10}},
                                            {.strength = 10}}));
    const auto without = readState(bytesOf(R"({"format":"hourglass-denoising","version":1})"), "file");
    QVERIFY(without.error() == (Error{ErrorCode::FieldMissing, "file", {}, "setup"}));
}

void TstState::badDenoisings_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QByteArray>("place");
    const auto row = [](const char* name, const QByteArray& from, const QByteArray& to, ErrorCode code,
                        const char* place) {
        QTest::newRow(name) << from << to << code << QByteArray(place);
    };
    using enum ErrorCode;
    const QByteArray kind = "\"noise\":\"mask\"", trained = "\"amount\":2.25,\"noise\":\"blur\"",
                     strength = "\"strength\":0.35";
    row("unknown noise", kind, "\"noise\":\"fog\"", FieldNotWord, "setup.noise");
    row("no noise", kind, "\"noise\":\"none\"", FieldNotWord, "setup.noise");
    row("unknown noise in training", trained, "\"noise\":\"fog\"", FieldNotWord, "setup.trained.noise");
    row("blur beyond the scale", trained, "\"amount\":4.25,\"noise\":\"blur\"", FieldNotNumber,
        "setup.trained.amount");
    row("a block beyond the scale", trained, "\"amount\":21,\"noise\":\"block\"", FieldNotWhole,
        "setup.trained.amount");
    row("half a block in training", trained, "\"amount\":2.5,\"noise\":\"block\"", FieldNotWhole,
        "setup.trained.amount");
    row("clipped in training alone", trained, "\"amount\":2.25,\"clip\":true", FieldUnknown,
        "setup.trained.clip");
    row("a clip of a number", "\"clip\":true", "\"clip\":1", FieldNotKind, "setup.clip");
    row("noise in the network's recipe", "\"recipe\":{", "\"recipe\":{\"noise\":\"mask\",", FieldNotKind,
        "setup.network.recipe.noise");
    row("an amount of it alone", "\"recipe\":{", "\"recipe\":{\"noise_amount\":0.5,", FieldNotKind,
        "setup.network.recipe.noise");
    row("unknown model", "\"dense\"", "\"dens\"", FieldNotWord, "setup.network.model");
    row("unknown activation", "\"elu\"", "\"selu\"", FieldNotWord, "setup.network.hidden");
    row("digits that are not there", "\"data\":\"mnist\"", "\"data\":\"mnist:12\"", FieldNotKind,
        "setup.network.data");
    row("no epochs", "\"epochs\":7", "\"epochs\":0", FieldNotWhole, "setup.network.recipe.epochs");
    row("a code beyond PCA's", "\"bottleneck\":16", "\"bottleneck\":785", TooManyComponents, "");
    row("a rate beyond sense", "\"learning_rate\":0.02", "\"learning_rate\":2000", BadValue, "");
    row("unknown tab", "\"tab\":\"own\"", "\"tab\":\"walk\"", FieldNotWord, "view.tab");
    row("strength beyond the scale", strength, "\"strength\":0.95", FieldNotNumber, "view.strength");
    row("strength below 0", strength, "\"strength\":-0.05", FieldNotNumber, "view.strength");
    row("strength as text", strength, "\"strength\":\"0.35\"", FieldNotNumber, "view.strength");
    row("a share of a block", kind, "\"noise\":\"block\"", FieldNotWhole, "view.strength");
    row("a picture below 0", "\"first\":123", "\"first\":-1", FieldNotWhole, "view.first");
    row("half a picture", "\"first\":123", "\"first\":1.5", FieldNotWhole, "view.first");
    row("a picture beyond counting", "\"first\":123", "\"first\":1000000001", FieldNotWhole, "view.first");
    row("pace below 0", "\"pace_seconds\":4.5", "\"pace_seconds\":-1", FieldNotNumber, "view.pace_seconds");
    row("codes of a median", "\"arrows\":\"pca\"", "\"arrows\":\"median\"", FieldNotWord, "view.arrows");
    row("own digit below -1", "\"digit\":-1", "\"digit\":-2", FieldNotWhole, "view.own.digit");
    row("own picture cut off", "\"bytes\":\"AAEE", "\"bytes\":\"", FieldNotKind, "view.own.bytes");
    row("own picture too long", "\"bytes\":\"", "\"bytes\":\"AAAA", FieldNotKind, "view.own.bytes");
    row("own picture of other letters", "\"bytes\":\"AAEE", "\"bytes\":\"A+/=", FieldNotKind,
        "view.own.bytes");
    row("own picture as numbers", "\"bytes\":", "\"bytes\":784,\"byte\":", FieldUnknown, "view.own.byte");
    row("a later version", "\"version\":1", "\"version\":2", VersionUnknown, "");
    row("a scene beside it", "\"setup\":", "\"scene\":{},\"setup\":", FieldUnknown, "scene");
}

void TstState::badDenoisings()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(ErrorCode, code);
    QFETCH(QByteArray, place);
    QByteArray json = QByteArray::fromStdString(writeState(richDenoising()));
    QVERIFY2(json.contains(from), json.constData());
    json.replace(from, to);
    const auto read = readState(bytesOf(json.toStdString()), "file");
    QVERIFY(!read);
    QCOMPARE(static_cast<int>(read.error().code), static_cast<int>(code));
    QCOMPARE(read.error().where, std::string("file"));
    if (!place.isEmpty()) QCOMPARE(read.error().text, place.toStdString());
}

void TstState::wordsOfLinks_data()
{
    QTest::addColumn<QByteArray>("word");
    QTest::addColumn<LabState>("state");
    QTest::addColumn<bool>("isRead");
    const auto row = [](const char* name, const char* word, const LabState& state, bool isRead) {
        QTest::newRow(name) << QByteArray(word) << state << isRead;
    };
    row("numbers", "conv", oldPlane(), true);
    row("numbers as a sound", "sound", oldPlane(), false);
    row("a sound", "sound", oldSound(), true);
    row("a sound as before", "conv", oldSound(), true);
    row("a training", "autoencoder", richAutoencoder(), true);
    row("a training as numbers", "conv", richAutoencoder(), false);
    row("a denoising", "denoising", richDenoising(), true);
    row("a denoising as a training", "autoencoder", richDenoising(), false);
    row("few labels", "fewlabels", FewLabelsState(), true);
    row("few labels as a denoising", "denoising", FewLabelsState(), false);
    row("no kind", "", oldPlane(), false);
    row("an unknown kind", "layers", oldPlane(), false);
}

void TstState::wordsOfLinks()
{
    QFETCH(QByteArray, word);
    QFETCH(LabState, state);
    QFETCH(bool, isRead);
    std::string link = stateLink(state);
    QVERIFY(isStateLink(link));
    link = "hourglass:" + word.toStdString() + link.substr(link.find('/'));
    const auto read = readStateLink(link);
    QCOMPARE(read.isOk(), isRead);
    if (isRead) QVERIFY(*read == state);
    if (!isRead) QVERIFY(read.error().code == ErrorCode::BadLink);
    QCOMPARE(isStateLink(link), !word.isEmpty() && word != "layers");
}

void TstState::badLinks_data()
{
    QTest::addColumn<QByteArray>("link");
    const QByteArray good = QByteArray::fromStdString(stateLink(rich()));
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("another address") << QByteArray("somewhere:conv/") + good;
    QTest::newRow("only the beginning") << QByteArray("hourglass:conv/");
    QTest::newRow("cut off") << good.chopped(20);
    QTest::newRow("a foreign letter") << QByteArray(good).replace(40, 1, "*");
    QTest::newRow("an altered letter") << QByteArray(good).replace(60, 1, good[60] == 'A' ? "B" : "A");
}

void TstState::badLinks()
{
    QFETCH(QByteArray, link);
    const auto read = readStateLink(link.toStdString());
    QVERIFY(!read);
    QVERIFY(read.error().code == ErrorCode::BadLink);
}

void TstState::base64IsTheStandards()
{
    // The examples of RFC 4648, section 10, without padding.
    for (const auto& [plain, coded] :
         std::initializer_list<std::pair<std::string, std::string>>{{"", ""},
                                                                    {"f", "Zg"},
                                                                    {"fo", "Zm8"},
                                                                    {"foo", "Zm9v"},
                                                                    {"foob", "Zm9vYg"},
                                                                    {"fooba", "Zm9vYmE"}}) {
        QCOMPARE(toBase64(bytesOf(plain)), coded);
        const auto read = fromBase64(coded);
        QVERIFY(read && *read == bytesOf(plain));
    }
    QCOMPARE(toBase64(std::vector<std::uint8_t>{0xff, 0xef}), std::string("_-8"));
    for (const char* bad : {"Z", "Zg=", "Zh", "Z g", "Zm9vY"})
        QVERIFY2(!fromBase64(bad), bad);
}

QTEST_GUILESS_MAIN(TstState)
#include "tst_state.moc"
