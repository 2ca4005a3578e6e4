#include "core/lab/conv_presets.h"
#include "core/model_file/network_json.h"
#include "core/session/preset_state.h"
#include "core/session/state_json.h"
#include "core/session/train_options.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace hg;

namespace {

QString q(const std::string& text)
{
    return QString::fromStdString(text);
}

} // namespace

/// conv1d and conv2d that begin with a preset or with a saved state.
class TstCliScenes : public QObject {
    Q_OBJECT

private slots:
    void presetsAreListed();
    void everyPresetPrintsItsOutput_data();
    void everyPresetPrintsItsOutput();
    void statesComeAsLinksAndFiles();
    void trainingsComeAsLinksAndFiles();
    void soundsPrintWhatIsHeard();
    void optionsGoOverTheScene_data();
    void optionsGoOverTheScene();
    void fails_data();
    void fails();

private:
    struct Outcome {
        int status = -1;
        QByteArray output, error;
    };
    Outcome run(const QStringList& arguments) const;
    void write(const QString& name, const QByteArray& content) const;

    QTemporaryDir m_folder;
};

TstCliScenes::Outcome TstCliScenes::run(const QStringList& arguments) const
{
    QProcess process;
    process.setWorkingDirectory(m_folder.path());
    process.start(QStringLiteral(HOURGLASS_PROGRAM), arguments);
    process.closeWriteChannel();
    if (!process.waitForFinished(30000) || process.exitStatus() != QProcess::NormalExit) return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

void TstCliScenes::write(const QString& name, const QByteArray& content) const
{
    QFile file(m_folder.filePath(name));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
}

void TstCliScenes::presetsAreListed()
{
    const Outcome table = run({"presets"}), json = run({"presets", "--json"});
    QCOMPARE(table.error + json.error, QByteArray());
    const QJsonArray rows = QJsonDocument::fromJson(json.output).array();
    const auto ids = presetIds();
    QCOMPARE(static_cast<std::size_t>(rows.size()), ids.size());
    const auto lines = table.output.trimmed().split('\n');
    QCOMPARE(lines.size(), rows.size() + 1);
    QCOMPARE(lines[0], QByteArray("id,title,description"));
    for (int i = 0; i < rows.size(); ++i) {
        const QJsonObject row = rows[i].toObject();
        const std::string id(ids[static_cast<std::size_t>(i)]);
        QCOMPARE(row["id"].toString(), QString::fromStdString(id));
        QVERIFY(!row["title"].toString().isEmpty() && !row["description"].toString().isEmpty());
        QVERIFY(lines[i + 1].startsWith(row["id"].toString().toUtf8() + ','));
    }
}

void TstCliScenes::everyPresetPrintsItsOutput_data()
{
    QTest::addColumn<QByteArray>("id");
    for (const std::string_view id : presetIds())
        QTest::newRow(std::string(id).c_str()) << QByteArray(id.data(), static_cast<qsizetype>(id.size()));
}

/// The numbers that the window shows of a state.
std::vector<double> shownNumbers(const LabState& state, const Assets& assets)
{
    if (const auto* numbers = std::get_if<ConvState>(&state)) return evaluate(numbers->scene)->output.data;
    const auto& scene = std::get<SoundState>(state).scene;
    const auto figure = evaluateSound(std::make_shared<const SoundTrack>(*loadTrack(scene, assets)), scene);
    return {figure->output.samples->begin(), figure->output.samples->end()};
}

void TstCliScenes::everyPresetPrintsItsOutput()
{
    QFETCH(QByteArray, id);
    const Assets assets{{}};
    const auto state = presetState(id.toStdString(), assets);
    QVERIFY(state);
    const QString command = q(std::string(labOf(*state)));
    const Outcome printed = run({command, "--preset", id, "--json", "--render", "preset.png"});
    QCOMPARE(printed.error, QByteArray());
    QVERIFY(QFile::remove(m_folder.filePath("preset.png")));
    const QJsonArray data = QJsonDocument::fromJson(printed.output)["data"].toArray();
    const std::vector<double> expected = shownNumbers(*state, assets);
    QCOMPARE(static_cast<std::size_t>(data.size()), expected.size());
    for (int i = 0; i < data.size(); ++i) {
        const double y = expected[static_cast<std::size_t>(i)];
        QVERIFY(std::abs(data[i].toDouble() - y) <= 1e-7 * std::max(1.0, std::abs(y)));
    }
}

void TstCliScenes::statesComeAsLinksAndFiles()
{
    const ConvState state{findConvPreset("colours")->make(), {}};
    write("state.json", QByteArray::fromStdString(writeState(state)));
    write("link.txt", QByteArray::fromStdString(stateLink(state)) + '\n');
    const Outcome direct = run({"conv2d", "--preset", "colours"});
    for (const QString& from : {QString("state.json"), QString("link.txt"), q(stateLink(state))}) {
        const Outcome outcome = run({"conv2d", "--state", from});
        QCOMPARE(outcome.error, QByteArray());
        QCOMPARE(outcome.output, direct.output);
    }
}

void TstCliScenes::trainingsComeAsLinksAndFiles()
{
    QByteArray rows;
    for (int i = 0; i < 20; ++i)
        rows += QByteArray::number(i % 3) + "," + QByteArray::number(i % 7) + "," +
                QByteArray::number(i % 5) + "\n";
    write("rows.csv", rows);
    AutoencoderState state{*setupOfModel("linear")};
    state.setup.recipe.momentum = 0.5;
    state.setup.recipe.optimizer = OptimizerKind::Sgd;
    state.setup.recipe.epochs = 2;
    write("training.json", QByteArray::fromStdString(writeState(state)));
    const QString link = q(stateLink(state));
    write("training.txt", link.toUtf8() + '\n');
    const auto kept = [this](const QStringList& words) {
        const Outcome trained = run(QStringList{"train", "--out", "m.hourglass", "--threads", "1"} + words);
        QFile file(m_folder.filePath("m.hourglass"));
        if (trained.status != 0 || !file.open(QIODevice::ReadOnly)) return trained.error;
        return file.readAll();
    };
    const QByteArray model = kept({"--state", link, "--data", "rows.csv"});
    QVERIFY2(model.startsWith("\x89HGL"), model.constData());
    QCOMPARE(kept({"--state", "training.json", "--data", "rows.csv"}), model);
    QCOMPARE(kept({"--data=rows.csv", "--state=training.txt"}), model);
    QVERIFY(kept({"--state", link, "--data", "rows.csv", "--seed", "9"}) != model);
    QVERIFY(kept({"--model", "linear", "--optimizer", "sgd", "--epochs", "2", "--data", "rows.csv"}) !=
            model);
    state.setup.data = "rows.csv"; // a file of the user's stands in a file
    write("own.json", QByteArray::fromStdString(writeState(state)));
    QCOMPARE(kept({"--state", "own.json"}), model);
    // A link has its bare name, and the cut.
    state.setup.data.cut.values = Values::Range;
    write("own.json", QByteArray::fromStdString(writeState(state)));
    const QByteArray scaled = kept({"--state", "own.json"});
    QVERIFY(scaled.startsWith("\x89HGL") && scaled != model);
    QCOMPARE(kept({"--state", q(stateLink(state)), "--data", "rows.csv"}), scaled);
    QCOMPARE(
        kept({"--state", q(stateLink(state))}),
        QByteArray("hourglass: rows.csv: it needs the file \"rows.csv\", of which only the name has come "
                   "along\n"));
    state.setup.data.cut.values = Values::AsTheyAre;

    // Layers of one's own: the same by state, by link and by their description.
    OwnNetwork layers{{dense(4, Activation::Tanh), dense(2, Activation::Linear)}};
    AutoencoderSetup own{.data = "rows.csv", .output = Activation::Linear, .recipe = {}};
    const LabState described = AutoencoderState{withRows(own, layers)};
    write("layers.json", QByteArray::fromStdString(writeState(described)));
    const auto network = networkOf(std::get<AutoencoderState>(described).setup, {1, 1, 3});
    QVERIFY(network);
    write("described.json", QByteArray::fromStdString(networkToJson(*network)));
    const QByteArray trained = kept({"--model", "described.json", "--data", "rows.csv"});
    QVERIFY2(trained.startsWith("\x89HGL"), trained.constData());
    QCOMPARE(kept({"--state", "layers.json"}), trained);
    layers.encoder.insert(layers.encoder.begin(), maxPool({2, 2}));
    write("layers.json", QByteArray::fromStdString(writeState(AutoencoderState{withRows(own, layers)})));
    const QByteArray refusal = kept({"--state", "layers.json"});
    QVERIFY2(refusal.startsWith("hourglass: --state (own.encoder[0]): kernel 2 > padded input 1"),
             refusal.constData());
}

void TstCliScenes::soundsPrintWhatIsHeard()
{
    SoundScene scene;
    scene.source = "chirp";
    scene.filter = "echo";
    scene.stride = 4;
    auto track = loadTrack(scene, Assets(std::filesystem::path(m_folder.path().toStdString())));
    QVERIFY(track);
    const auto figure = evaluateSound(std::make_shared<const SoundTrack>(std::move(*track)), scene);
    QVERIFY(figure);
    const std::vector<float>& expected = *figure->output.samples;
    write("sound.json", QByteArray::fromStdString(writeState(scene)));
    for (const QString& from : {QString("sound.json"), q(stateLink(scene))}) {
        const Outcome outcome = run({"conv1d", "--state", from, "--render", "sound.png"});
        QCOMPARE(outcome.error, QByteArray());
        const auto numbers = outcome.output.trimmed().split(',');
        QCOMPARE(static_cast<std::size_t>(numbers.size()), expected.size());
        for (int i = 0; i < numbers.size(); ++i)
            QCOMPARE(numbers[i].toFloat(), expected[static_cast<std::size_t>(i)]);
        QVERIFY(QFile::remove(m_folder.filePath("sound.png")));
    }
    const Outcome half = run({"conv1d", "--state", "sound.json", "--stride", "8", "--json"});
    const QJsonObject printed = QJsonDocument::fromJson(half.output).object();
    QCOMPARE(printed["shape"].toArray(), (QJsonArray{1, static_cast<int>((expected.size() + 1) / 2)}));
}

void TstCliScenes::optionsGoOverTheScene_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<QByteArray>("output");
    const auto row = [](const char* arguments, const char* output) {
        QTest::newRow(arguments) << QString(arguments) << QByteArray(output);
    };
    row("conv2d --preset lecture-example", "1,5,6\n7,8,3\n3,10,4\n");
    row("conv2d --preset lecture-example --flip", "4,4,0\n9,10,4\n6,7,3\n");
    row("conv2d --preset lecture-example --bias 10", "11,15,16\n17,18,13\n13,20,14\n");
    row("conv2d --preset lecture-example --stride 4 --padding 1", "1,6\n3,4\n");
    row("conv2d --preset max-pooling --pool average --pool-size 5", "1.36\n");
    row("conv2d --preset lecture-example --kernel two.csv", "4,6,6\n4,0,6\n6,0,6\n");
    row("conv2d --preset colours --input three.csv --kernel two.csv --filters 1", "");
    row("conv1d --preset same-even", "321,543,65\n");
    row("conv1d --preset same-even --padding 1", "210,432,654\n");
    row("conv1d --preset same-even --input ones.csv", "111,111,11\n");
    row("conv1d --preset stretched --explain 3", "");
}

void TstCliScenes::optionsGoOverTheScene()
{
    QFETCH(QString, arguments);
    QFETCH(QByteArray, output);
    write("two.csv", "2\n");
    write("three.csv", "1\n");
    write("ones.csv", "1,1,1,1,1,1\n");
    const Outcome outcome = run(arguments.split(' '));
    if (arguments.contains("three")) { // the scene's two biases belonged to other filters
        QCOMPARE(outcome.output, QByteArray("2\n"));
        return;
    }
    QCOMPARE(outcome.error, QByteArray());
    if (!output.isEmpty())
        QCOMPARE(outcome.output, output);
    else
        QVERIFY(outcome.output.endsWith("sum: 12\n"));
}

void TstCliScenes::fails_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("says");
    const auto row = [](const char* arguments, int status, const char* says) {
        QTest::newRow(arguments) << QString(arguments) << status << QByteArray(says);
    };
    row("conv2d --preset nothing", 2, "--preset: \"nothing\" is not a preset");
    row("conv2d --preset stretched", 2, "--preset: is for conv1d");
    row("conv2d --preset sound-echo", 2, "--preset: is for conv1d");
    row("conv1d --preset onsets", 2, "--preset: is for conv2d");
    row("conv1d --preset sound-echo --dilation 2", 2, "--dilation: does not go with a sound");
    row("conv2d --preset dilation --state x.json", 2, "--state: does not go with --preset");
    row("conv2d --state missing.json", 1, "missing.json: there is no such file");
    row("conv2d --state hourglass:conv/AAAA", 1, "--state: the link is cut off or altered");
    row("conv2d --state broken.json", 1, "broken.json: line 1");
    row("conv2d --state sound.json", 1, "--state: is for conv1d");
    row("conv1d --state sound.json --stride 9", 2, "--stride: ");
    row("conv1d --state sound.json --bias 1", 2, "--bias: does not go with a sound");
    row("conv1d --state file.json", 1, "missing.wav: there is no such file");
    row("conv2d --preset lecture-example --padding same --convention pytorch", 2, "--padding: PyTorch's");
    row("conv2d --preset lecture-example --bias 1,2", 1, "--bias: 2 numbers for 1 filters");
    row("conv2d --preset dilation --dilation 9", 1, "the scene");
    row("conv2d --preset lecture-example --filters 2", 2, "--filters: goes with --kernel");
    row("conv2d --stride 2", 2, "--input: is missing");
    row("conv2d --state training.json", 1, "--state: is for train");
    row("train --state sound.json", 1, "--state: is for conv1d");
    row("train --state denoising.json", 1, "--state: is for denoise");
    row("denoise --state denoising.json", 2, "--state: is not an option here");
    row("train --state broken.json", 1, "broken.json: line 1");
    row("train --state missing.json", 1, "missing.json: there is no such file");
    row("train --state training.json", 1, "missing.npy: there is no such file");
    row("train --state training.json --model linear --loss bce", 2, "--loss: bce needs a sigmoid output");
}

void TstCliScenes::fails()
{
    QFETCH(QString, arguments);
    QFETCH(int, status);
    QFETCH(QByteArray, says);
    write("broken.json", "{\"hourglass\":");
    SoundScene sound;
    write("sound.json", QByteArray::fromStdString(writeState(sound)));
    sound.path = "missing.wav";
    write("file.json", QByteArray::fromStdString(writeState(sound)));
    const AutoencoderState training{{.data = "missing.npy"}, {}};
    write("training.json", QByteArray::fromStdString(writeState(training)));
    write("denoising.json", QByteArray::fromStdString(writeState(DenoiseState())));
    const Outcome outcome = run(arguments.split(' '));
    QCOMPARE(outcome.output, QByteArray());
    QVERIFY2(outcome.error.startsWith("hourglass: " + says), outcome.error.constData());
    QCOMPARE(outcome.error.count('\n'), 1);
    QCOMPARE(outcome.status, status);
}

QTEST_GUILESS_MAIN(TstCliScenes)
#include "tst_cli_scenes.moc"
