#include "core/lab/conv_presets.h"
#include "core/session/preset_state.h"
#include "core/session/state_command.h"
#include "core/session/state_kinds.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QTest>

using namespace hg;

namespace {

const Assets& assets()
{
    static const Assets found{{}};
    return found;
}

Result<std::string> written(const LabState& state)
{
    return commandOf(state, assets());
}

Result<LabState> read(const std::string& text)
{
    return readCommand(text, assets());
}

QString q(const std::string& text)
{
    return QString::fromStdString(text);
}

void fillAxis(ConvScene& s, Padding padding)
{
    s.paddingW = padding;
    if (s.axes == 2) s.paddingH = padding;
}

} // namespace

/// Scenes as command lines: the real program prints the numbers of the scene, and what it understands is
/// understood here.
class TstSceneCommand : public QObject {
    Q_OBJECT

private slots:
    void commandsPrintTheScene_data();
    void commandsPrintTheScene();
    void filesStayBehind_data();
    void filesStayBehind();
    void dataInFilesAreWanted();
    void partsOfTheData();
    void strengthsBeyondTheScaleAreNotShown_data();
    void strengthsBeyondTheScaleAreNotShown();
    void hugeResultsAreNotShown();
    void onlyKnownCallsAreCommands();
    void tooLong();
    void soundsAreCalled();
    void examplesOfSoundsAreCalledByName();

private:
    static QString run(const QStringList& words, QByteArray* output);
    static void compare(const QByteArray& json, const ConvScene& scene);
};

QString TstSceneCommand::run(const QStringList& words, QByteArray* output)
{
    QProcess process;
    process.start(QStringLiteral(HOURGLASS_PROGRAM), words);
    process.closeWriteChannel();
    if (!process.waitForFinished(30000)) return QStringLiteral("did not end");
    *output = process.readAllStandardOutput();
    return QString::fromUtf8(process.readAllStandardError());
}

void TstSceneCommand::compare(const QByteArray& json, const ConvScene& scene)
{
    const QJsonArray data = QJsonDocument::fromJson(json)["data"].toArray();
    const auto figure = evaluate(scene);
    QVERIFY(figure.isOk());
    QCOMPARE(static_cast<std::size_t>(data.size()), figure->output.data.size());
    for (int i = 0; i < data.size(); ++i)
        QCOMPARE(static_cast<float>(data[i].toDouble()),
                 static_cast<float>(figure->output.data[static_cast<std::size_t>(i)]));
}

void TstSceneCommand::commandsPrintTheScene_data()
{
    QTest::addColumn<QByteArray>("preset");
    QTest::addColumn<int>("change");
    for (const ConvPreset& preset : convPresets())
        for (int change = 0; change < 4; ++change)
            QTest::addRow("%s, %d", preset.id, change) << QByteArray(preset.id) << change;
}

void TstSceneCommand::commandsPrintTheScene()
{
    QFETCH(QByteArray, preset);
    QFETCH(int, change);
    ConvState state{findConvPreset(preset.constData())->make(), {}};
    ConvScene& s = state.scene;
    if (change == 1) s.stride.w = s.stride.w % 3 + 1;
    if (change == 2 && !s.pooling) s.bias.assign(static_cast<std::size_t>(s.filters()), -0.1);
    if (change == 2 && !s.isTransposed) fillAxis(s, {Padding::Kind::Explicit, 0, 1});
    if (change == 3) s.input.data[0] += 0.1;
    if (!geometryOf(s)) QSKIP("the change does not fit this example");
    const auto command = written(state);
    QVERIFY(command.isOk());
    QCOMPARE(command->find("--preset") != command->npos, change < 3);
    QStringList words = q(*command).split(u' ');
    QCOMPARE(words.takeFirst(), QStringLiteral("hourglass"));
    QByteArray output;
    QCOMPARE(run(words << QStringLiteral("--json"), &output), QString());
    compare(output, s);
    const auto again = read(*command);
    QVERIFY(again.isOk());
    QVERIFY(std::get<ConvState>(*again).scene == s);
}

void TstSceneCommand::filesStayBehind_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("option");
    const auto row = [](const char* line, const char* option) {
        QTest::newRow(line) << QByteArray(line) << QByteArray(option);
    };
    row("hourglass conv2d --input a.csv --kernel k.csv", "--input");
    row("hourglass conv2d --preset dilation --kernel k.csv", "--kernel");
    row("hourglass conv2d --state saved.json", "--state");
    row("hourglass train --model net.json", "--model");
    row("hourglass train --model -", "--model");
    row("hourglass train --label-column last", "--label-column");
    row("hourglass train --state saved.json --epochs 2", "--state");
    row("hourglass denoise --model trained.hourglass", "--model");
    row("hourglass denoise --model net.json", "--model");
    row("hourglass denoise --model -", "--model");
    row("hourglass fewlabels --label-column last", "--label-column");
    row("hourglass fewlabels --model trained.hourglass", "--model");
}

void TstSceneCommand::filesStayBehind()
{
    QFETCH(QByteArray, line);
    QFETCH(QByteArray, option);
    QVERIFY(isCommand(line.toStdString()));
    const auto state = read(line.toStdString());
    QVERIFY(!state.isOk());
    QCOMPARE(state.error().code, ErrorCode::OptionOfFile);
    QCOMPARE(QByteArray::fromStdString(state.error().where), option);
}

void TstSceneCommand::dataInFilesAreWanted()
{
    for (const char* command : {"train --label-column last", "denoise", "fewlabels"}) {
        const auto state = read(std::string("hourglass ") + command + " --data /home/ada/letters.npy");
        QVERIFY2(state.isOk(), command);
        QCOMPARE(fileOf(*state), std::string("wanted:letters.npy"));
    }
}

void TstSceneCommand::partsOfTheData()
{
    const auto part = read("hourglass train --limit 100 --classes 3,8 --held-out 20");
    QVERIFY(part.isOk());
    const DataRequest expected("mnist", {.classes = {3, 8}, .limit = 100, .heldOut = 20});
    QVERIFY(std::get<AutoencoderState>(*part).setup.data == expected);
    QVERIFY(read("hourglass train --data bars:place").isOk());
    const Error count = read("hourglass denoise --limit 100").error();
    QVERIFY(count == (Error{ErrorCode::OptionOfTest, "--limit", {}, "100"}));
}

void TstSceneCommand::strengthsBeyondTheScaleAreNotShown_data()
{
    QTest::addColumn<QByteArray>("options");
    QTest::addColumn<Error>("error");
    const auto row = [](const char* options, const char* option, double least, double most,
                        const char* noise) {
        QTest::newRow(options) << QByteArray(options)
                               << Error{ErrorCode::OptionOffScale, option, {least, most}, noise};
    };
    row("--noise gaussian:3", "--noise", 0, 1, "gaussian:3");
    row("--noise saltpepper:.51", "--noise", 0, 0.5, "saltpepper:0.51");
    row("--noise mask:1", "--noise", 0, 0.9, "mask:1");
    row("--noise block:25", "--noise", 1, 20, "block:25");
    row("--noise blur:4.5 --train-noise blur:1", "--noise", 0, 4, "blur:4.5");
    row("--train-noise gaussian:3", "--train-noise", 0, 1, "gaussian:3");
    row("--noise gaussian:1 --train-noise block:21", "--train-noise", 1, 20, "block:21");
}

void TstSceneCommand::strengthsBeyondTheScaleAreNotShown()
{
    QFETCH(QByteArray, options);
    QFETCH(Error, error);
    QVERIFY(read("hourglass denoise " + options.toStdString()).error() == error);
}

void TstSceneCommand::hugeResultsAreNotShown()
{
    const auto padded = read("hourglass conv2d --preset dilation --padding 1000000");
    QVERIFY(!padded && padded.error().code == ErrorCode::TooLarge);
    const auto pooled =
        read("hourglass conv2d --preset dilation --pool max --pool-size 1000000 --padding 1000000");
    QVERIFY(!pooled);
}

void TstSceneCommand::onlyKnownCallsAreCommands()
{
    for (const char* line : {"hourglass train", "$ ./hourglass train --epochs 2", "> hourglass.exe conv1d",
                             "hourglass denoise", "hourglass fewlabels"})
        QVERIFY2(isCommand(line), line);
    for (const char* line : {"hourglass", "hourglass pca --input a.csv", "train", "hourglass trains",
                             "hourglass denoised", "1,2,3"})
        QVERIFY2(!isCommand(line), line);
}

void TstSceneCommand::tooLong()
{
    ConvState state;
    state.scene.input = TensorD(1, {4, 64, 64});
    double x = 0.123;
    for (double& value : state.scene.input.data)
        value = x = 3.999 * x * (1 - x); // digits that no packing shortens
    state.scene.kernel = TensorD(1, {4, 1, 1});
    const auto command = written(state);
    QVERIFY(!command.isOk());
    QCOMPARE(static_cast<int>(command.error().code), static_cast<int>(ErrorCode::TooLarge));
}

void TstSceneCommand::soundsAreCalled()
{
    SoundScene scene;
    scene.filter = "comb";
    scene.settings.delay = 300;
    const auto command = written(scene);
    QVERIFY(command);
    QVERIFY(command->starts_with("hourglass conv1d --state hourglass:sound/"));
    const auto again = read(*command);
    QVERIFY(again && *again == LabState(scene));
    scene.stride = 4;
    const auto strided = read(*command + " --stride=4 --json");
    QVERIFY(strided && *strided == LabState(scene));
    for (const char* options : {" --stride 9", " --stride 0", " --stride 1,2", " --bias 1", " --flip"})
        QVERIFY2(!read(*command + options), options);
    std::string onPlane = *command;
    onPlane.replace(onPlane.find("conv1d"), 6, "conv2d");
    QVERIFY(read(onPlane).error().code == ErrorCode::OptionForOther);
    scene.path = "lark.wav";
    QVERIFY(written(scene).error().code == ErrorCode::UnknownName);
}

void TstSceneCommand::examplesOfSoundsAreCalledByName()
{
    for (const char* id : {"onsets", "harmonics", "sound-echo", "sound-blips"}) {
        const auto state = presetState(id, assets());
        QVERIFY(state);
        const bool isPlane = labOf(*state) == "conv2d";
        const std::string name = (isPlane ? "hourglass conv2d --preset " : "hourglass conv1d --preset ");
        QCOMPARE(*written(*state), name + id);
        QVERIFY(*read(name + id) == *state);
        const auto strided = read(name + id + " --stride 3");
        QVERIFY(strided && *strided != *state);
        QCOMPARE(*written(*strided), name + id + " --stride 3");
    }
}

QTEST_GUILESS_MAIN(TstSceneCommand)
#include "tst_scene_command.moc"
