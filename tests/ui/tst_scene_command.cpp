#include "core/lab/conv_presets.h"
#include "core/session/preset_state.h"
#include "core/session/scene_command.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QtTest>

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
    void commandsAreRead_data();
    void commandsAreRead();
    void refuses_data();
    void refuses();
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

void TstSceneCommand::commandsAreRead_data()
{
    QTest::addColumn<QString>("line");
    for (const char* line :
         {"conv2d --preset lecture-example", "conv2d --preset=lecture-example --stride=1,2 --flip",
          "conv2d --preset lecture-example --padding 0,1,2,1 --padding-mode reflect --bias -1.5 --json",
          "conv2d --preset lecture-example --transposed --padding 1 --output-padding 1",
          "conv2d --preset lecture-example --transposed --output-padding 1 --convention pytorch",
          "conv2d --preset lecture-example --pool max --pool-size 2,3",
          "conv2d --preset colours --bias 1,2 --dilation 2", "conv1d --preset same-even --padding causal",
          "conv1d --preset same-even --padding 2,0 --dilation 2"})
        QTest::newRow(line) << QString::fromUtf8(line);
}

void TstSceneCommand::commandsAreRead()
{
    QFETCH(QString, line);
    const auto state = read(("$ ./build/hourglass " + line).toStdString());
    QVERIFY(state.isOk());
    QStringList words = line.split(u' ');
    if (!words.contains(QStringLiteral("--json"))) words << QStringLiteral("--json");
    QByteArray output;
    QCOMPARE(run(words, &output), QString());
    compare(output, std::get<ConvState>(*state).scene);
}

void TstSceneCommand::refuses_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<int>("code");
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char* line, ErrorCode code, const char* text) {
        QTest::newRow(line) << QByteArray(line) << static_cast<int>(code) << QByteArray(text);
    };
    row("hourglass conv2d", ErrorCode::UnknownName, "--input, --kernel");
    row("hourglass conv2d --preset nothing", ErrorCode::UnknownName, "--preset nothing");
    row("hourglass conv2d --input a.csv --kernel k.csv", ErrorCode::UnknownName, "--input a.csv");
    row("hourglass conv2d --preset dilation --strid 2", ErrorCode::UnknownName, "--strid 2");
    row("hourglass conv2d --preset dilation --stride", ErrorCode::UnknownName, "--stride");
    row("hourglass conv2d --preset dilation --stride two", ErrorCode::UnknownName, "--stride two");
    row("hourglass conv2d --preset dilation --stride 0", ErrorCode::BadValue, "--stride 0");
    row("hourglass conv2d --preset dilation --stride 1 --stride 2", ErrorCode::UnknownName,
        "--stride … --stride");
    row("hourglass conv1d --preset dilation", ErrorCode::AxesDoNotFit, "");
    row("hourglass conv2d --state hourglass:conv/AAAA", ErrorCode::BadLink, "hourglass:conv/AAAA");
    row("hourglass conv2d --preset dilation --dilation 9", ErrorCode::KernelTooLarge, "rows");
}

void TstSceneCommand::refuses()
{
    QFETCH(QByteArray, line);
    QFETCH(int, code);
    QFETCH(QByteArray, text);
    QVERIFY(isCommand(line.toStdString()));
    const auto state = read(line.toStdString());
    QVERIFY(!state.isOk());
    QCOMPARE(static_cast<int>(state.error().code), code);
    QCOMPARE(QByteArray::fromStdString(state.error().text), text);
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
    QVERIFY(read(onPlane).error().code == ErrorCode::AxesDoNotFit);
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
