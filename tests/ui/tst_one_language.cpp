#include "core/io/file.h"
#include "core/model_file/model_file.h"
#include "core/session/call_text.h"
#include "core/session/state_command.h"
#include "core/session/train_options.h"
#include "ui/theme/error_text.h"
#include "ui/theme/texts.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace hg;

namespace {

struct Outcome {
    int status = -1;
    QByteArray output, error;
};

const Assets& assets()
{
    static const Assets found{{}};
    return found;
}

QString q(const std::string& text)
{
    return QString::fromStdString(text);
}

std::string linkOf(const LabState& state)
{
    return stateLink(state);
}

/// The preset on other data with another code.
AutoencoderSetup digitsOf(const ModelPreset& preset)
{
    AutoencoderSetup setup = setupOf(preset);
    setup.data.cut.classes = {3, 8};
    setup.bottleneck = 8;
    return setup;
}

AutoencoderState training(const char* model)
{
    AutoencoderState state{*setupOfModel(model), {AutoencoderTab::Walk, 4, 90, 2.5}};
    state.setup.bottleneck = 3;
    state.setup.recipe.epochs = 2;
    state.setup.recipe.momentum = 0.5; // no option says it
    return state;
}

} // namespace

/// One reader for one language: what the program says to a call that is typed, the window says to the same
/// call when it is pasted, and what one of them makes of it the other does too.
class TstOneLanguage : public QObject {
    Q_OBJECT

private slots:
    void refusals_data();
    void refusals();
    void scenes_data();
    void scenes();
    void trainings_data();
    void trainings();
    void setups_data();
    void setups();
    void denoisings_data();
    void denoisings();
    void denoisingsBeyondOptions_data();
    void denoisingsBeyondOptions();
    void fewLabels_data();
    void fewLabels();
    void fewLabelsAreReadOneWay();
    void pathsAreQuoted();
    void optionsOfTheHelp_data();
    void optionsOfTheHelp();

private:
    Outcome run(const QStringList& words) const;
    void writeRows() const;
    void compareModel(const QStringList& words, const AutoencoderSetup& setup) const;
    QByteArray denoised(const QString& line) const;
    QByteArray labelled(const QString& line) const;

    QTemporaryDir m_folder;
};

Outcome TstOneLanguage::run(const QStringList& words) const
{
    QProcess process;
    process.setWorkingDirectory(m_folder.path());
    process.start(QStringLiteral(HOURGLASS_PROGRAM), words);
    process.closeWriteChannel();
    if (!process.waitForFinished(30000)) return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

void TstOneLanguage::refusals_data()
{
    QTest::addColumn<QString>("line");
    const auto row = [](const std::string& line) { QTest::newRow(line.substr(0, 90).c_str()) << q(line); };
    for (const char* line :
         {"conv2d",
          "conv2d --preset nothing",
          "conv2d --preset stretched",
          "conv1d --preset dilation",
          "conv2d --preset dilation --state hourglass:conv/AAAA",
          "conv2d --state hourglass:conv/AAAA",
          "conv2d --preset dilation --strid 2",
          "conv2d --preset dilation --strid=2",
          "conv2d --preset dilation more",
          "conv2d --preset dilation --stride",
          "conv2d --preset dilation --stride=",
          "conv2d --preset dilation --stride --json",
          "conv2d --preset dilation --stride 1 --stride 2",
          "conv2d --preset dilation --flip=1",
          "conv2d --preset dilation --stride two",
          "conv2d --preset dilation --stride 0",
          "conv2d --preset dilation --stride 1001",
          "conv2d --preset dilation --stride 1,2,3",
          "conv1d --preset same-even --stride 1,2",
          "conv2d --preset dilation --dilation 0",
          "conv2d --preset dilation --dilation 9",
          "conv2d --preset dilation --padding causal",
          "conv2d --preset dilation --padding some",
          "conv1d --preset same-even --padding some",
          "conv2d --preset dilation --padding -1",
          "conv2d --preset dilation --padding 1,2,3",
          "conv1d --preset same-even --padding 1,2,3",
          "conv2d --preset lecture-example --transposed --padding 1,1,1,1",
          "conv1d --preset same-even --transposed --padding 1,2",
          "conv1d --preset same-even --transposed --padding causal",
          "conv2d --preset dilation --padding-mode mirror",
          "conv2d --preset dilation --padding 9 --padding-mode reflect",
          "conv2d --preset lecture-example --transposed --padding-mode reflect",
          "conv2d --preset dilation --convention numpy",
          "conv2d --preset lecture-example --padding same --convention pytorch",
          "conv2d --preset lecture-example --transposed --padding same --convention pytorch",
          "conv2d --preset dilation --pool min",
          "conv2d --preset dilation --pool max --transposed",
          "conv2d --preset dilation --pool max --bias 1",
          "conv2d --preset dilation --pool max --flip",
          "conv2d --preset dilation --pool max --filters 1",
          "conv2d --preset dilation --pool max --output-padding 1",
          "conv2d --preset dilation --pool-size 2",
          "conv2d --preset dilation --pool max --pool-size 0",
          "conv1d --preset same-even --pool max --pool-size 1,2",
          "conv2d --preset dilation --pool max --pool-size 2 --padding 3",
          "conv2d --preset dilation --pool max --pool-size 99",
          "conv2d --preset dilation --output-padding 1",
          "conv2d --preset lecture-example --transposed --padding same --output-padding 1",
          "conv2d --preset lecture-example --transposed --output-padding 9",
          "conv2d --preset dilation --filters 2",
          "conv2d --preset dilation --filters 0",
          "conv2d --preset dilation --bias a",
          "conv2d --preset dilation --bias 1e99",
          "conv2d --preset lecture-example --bias 1,2",
          "conv2d --preset dilation --explain 1",
          "conv1d --preset same-even --explain 1,2,3",
          "conv2d --preset dilation --explain x",
          "conv1d --preset sound-echo --dilation 2",
          "conv1d --preset sound-echo --stride 9",
          "conv2d --preset sound-echo",
          "train --model nonsense",
          "train --lr nan",
          "train --lr 0",
          "train --lr 1,2",
          "train --epochs 0",
          "train --batch x",
          "train --seed -1",
          "train --noise salt:1",
          "train --noise gaussian:11",
          "train --noise mask",
          "train --schedule step",
          "train --optimizer adamw",
          "train --loss softmax",
          "train --loss bce",
          "train --bottleneck 0",
          "train --bottleneck 785",
          "train --bottleneck 785 --model dense",
          "train --data mnist:12",
          "train --data mnist:3; --epochs 1",
          "train --model lab-ordered --loss bce",
          "train --epoch 2",
          "train --ordered=1",
          "train --ordered yes",
          "train --seed 1 --seed 2",
          "train --data",
          "train --preset linear",
          "train --state hourglass:autoencoder/AAAA",
          "denoise --model nonsense",
          "denoise --noise fog:1",
          "denoise --noise none:1",
          "denoise --noise gaussian:11",
          "denoise --noise block:2.5",
          "denoise --train-noise mask",
          "denoise --train-noise blur:-1",
          "denoise --bottleneck 0",
          "denoise --bottleneck 785",
          "denoise --epochs 0",
          "denoise --seed -1",
          "denoise --data mnist:12",
          "denoise --clip=1",
          "denoise --noise",
          "denoise --noise mask:1 --noise mask:1",
          "denoise --lr 1",
          "denoise --preset little",
          "denoise --state hourglass:denoising/AAAA",
          "fewlabels --labels 0",
          "fewlabels --labels 1,,5",
          "fewlabels --labels 10001",
          "fewlabels --draws 1001",
          "fewlabels --features codes",
          "fewlabels --features code,",
          "fewlabels --features hidden --model lab-linear --labels 1",
          "fewlabels --classifier tree",
          "fewlabels --spread=1",
          "fewlabels --model nonsense",
          "fewlabels --data mnist:12",
          "fewlabels --seed -1",
          "fewlabels --noise mask:.5",
          "fewlabels --preset five",
          "fewlabels --state hourglass:fewlabels/AAAA"})
        row(line);
    SoundScene sound;
    row("conv2d --state " + linkOf(sound));
    row("train --state " + linkOf(sound));
    row("train --state " + linkOf(DenoiseState()));
    row("conv2d --state " + linkOf(DenoiseState()));
    row("train --state " + linkOf(FewLabelsState()));
    row("conv2d --state " + linkOf(training("dense")));
    row("train --model linear --loss bce --state " + linkOf(training("dense")));
}

void TstOneLanguage::refusals()
{
    QFETCH(QString, line);
    const Outcome typed = run(line.split(u' '));
    QCOMPARE(typed.output, QByteArray());
    const auto pasted = readCommand("hourglass " + line.toStdString(), assets());
    QVERIFY(!pasted);
    Error error = pasted.error();
    const QString sentence = errorSentence(error);
    // The command line has a name for the numbers that a call begins with.
    if (error.where == "(rows)") error.where = "the scene (rows)";
    QCOMPARE(QString::fromUtf8(typed.error),
             QStringLiteral("hourglass: %1: %2\n").arg(q(error.where), sentence));

    const auto greek = translatorOf(Language::Greek);
    QVERIFY(QCoreApplication::installTranslator(greek.get()));
    const QString translated = errorSentence(error);
    QCoreApplication::removeTranslator(greek.get());
    QVERIFY2(translated != sentence && !translated.isEmpty(), qPrintable(translated));
}

void TstOneLanguage::scenes_data()
{
    QTest::addColumn<QString>("line");
    for (const char* line :
         {"conv2d --preset lecture-example", "conv2d --preset=lecture-example --stride=1,2 --flip",
          "conv2d --preset lecture-example --padding 0,1,2,1 --padding-mode reflect --bias -1.5 --json",
          "conv2d --preset lecture-example --transposed --padding 1 --output-padding 1",
          "conv2d --preset lecture-example --transposed --output-padding 1 --convention pytorch",
          "conv2d --preset lecture-example --pool max --pool-size 2,3",
          "conv2d --preset lecture-example --pool average --padding-mode reflect",
          "conv2d --preset lecture-example --stride +2 --padding 1,2",
          "conv2d --preset colours --bias 1,2 --dilation 2", "conv1d --preset same-even --padding causal",
          "conv1d --preset same-even --padding 2,0 --dilation 2",
          "conv1d --preset same-even --transposed --stride 2 --padding same"})
        QTest::newRow(line) << QString::fromUtf8(line);
}

void TstOneLanguage::scenes()
{
    QFETCH(QString, line);
    const auto state = readCommand("$ ./build/hourglass " + line.toStdString(), assets());
    QVERIFY(state.isOk());
    const auto figure = evaluate(std::get<ConvState>(*state).scene);
    QVERIFY(figure.isOk());
    QStringList words = line.split(u' ');
    if (!words.contains(QStringLiteral("--json"))) words << QStringLiteral("--json");
    const Outcome typed = run(words);
    QCOMPARE(typed.error, QByteArray());
    const QJsonArray data = QJsonDocument::fromJson(typed.output)[u"data"].toArray();
    QCOMPARE(static_cast<std::size_t>(data.size()), figure->output.data.size());
    for (int i = 0; i < data.size(); ++i)
        QCOMPARE(static_cast<float>(data[i].toDouble()),
                 static_cast<float>(figure->output.data[static_cast<std::size_t>(i)]));
}

/// Twenty samples of four numbers.
void TstOneLanguage::writeRows() const
{
    QFile data(m_folder.filePath(QStringLiteral("rows.csv")));
    QVERIFY(data.open(QIODevice::WriteOnly));
    for (int i = 0; i < 20; ++i)
        data.write(QByteArray::number(i % 3 / 2.0) + "," + QByteArray::number(i % 7 / 6.0) + "," +
                   QByteArray::number(i % 5 / 4.0) + "," + QByteArray::number(i % 2) + "\n");
}

/// The program, trained on other data for a moment, keeps the recipe and the network of the setup.
void TstOneLanguage::compareModel(const QStringList& words, const AutoencoderSetup& setup) const
{
    writeRows();
    const Outcome typed = run(words + QStringList{QStringLiteral("--data"), QStringLiteral("rows.csv"),
                                                  QStringLiteral("--out"), QStringLiteral("m.hourglass")});
    QCOMPARE(typed.error, QByteArray());
    const auto content = readFile(m_folder.filePath(QStringLiteral("m.hourglass")).toStdString());
    QVERIFY(content);
    const auto model = parseModelFile(*content, "m.hourglass");
    QVERIFY(model);
    QVERIFY(model->recipe == setup.recipe);
    QVERIFY(model->model.plan->network().network == *networkOf(setup, {1, 1, 4}));
}

void TstOneLanguage::trainings_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<LabState>("state");
    const auto row = [](const std::string& line, const AutoencoderSetup& setup,
                        const AutoencoderView& view = {}) {
        QTest::newRow(line.substr(0, 90).c_str()) << q(line) << LabState(AutoencoderState{setup, view});
    };
    row("train", *setupOfModel("linear"));
    row("train --model dense --json --threads 2", *setupOfModel("dense"));
    row("train --model lab-dense", *setupOfModel("lab-dense"));
    row("train --model lab-linear --epochs 3 --bottleneck 1", [] {
        AutoencoderSetup setup = *setupOfModel("lab-linear");
        setup.recipe.epochs = 3;
        setup.bottleneck = 1;
        return setup;
    }());
    AutoencoderSetup all = *setupOfModel("dense");
    all.bottleneck = 3;
    all.recipe = {.optimizer = OptimizerKind::Sgd,
                  .learningRate = 0.25,
                  .schedule = Schedule::Cosine,
                  .loss = Loss::Bce,
                  .batch = 7,
                  .epochs = 2,
                  .seed = 18446744073709551615U,
                  .noise = {Noise::Kind::SaltAndPepper, 0.125},
                  .isOrdered = true};
    row("train --model=dense --bottleneck 3 --optimizer sgd --lr .25 --schedule cosine --loss bce --batch +7 "
        "--epochs 2 --seed 18446744073709551615 --noise saltpepper:0.125 --ordered",
        all);
    const AutoencoderState saved = training("dense");
    const std::string begin = "train --state " + linkOf(saved);
    row(begin, saved.setup, saved.view);
    AutoencoderSetup changed = saved.setup;
    changed.recipe.learningRate = 0.5;
    changed.bottleneck = 1;
    row("train --lr 0.5 --bottleneck 1 --state " + linkOf(saved), changed, saved.view);
    changed = *setupOfModel("lab-linear");
    changed.bottleneck = saved.setup.bottleneck;
    changed.recipe = saved.setup.recipe;
    row("train --model lab-linear --state " + linkOf(saved), changed, saved.view);
}

void TstOneLanguage::trainings()
{
    QFETCH(QString, line);
    QFETCH(LabState, state);
    const auto pasted = readCommand("hourglass " + line.toStdString(), assets());
    QVERIFY(pasted);
    QVERIFY(*pasted == state);
    compareModel(line.split(u' '), std::get<AutoencoderState>(state).setup);
}

void TstOneLanguage::setups_data()
{
    QTest::addColumn<LabState>("state");
    QTest::addColumn<QByteArray>("command");
    const auto row = [](const AutoencoderSetup& setup, const char* command) {
        QTest::newRow(command) << LabState(AutoencoderState{setup, {}}) << QByteArray(command);
    };
    row(*setupOfModel("linear"), "hourglass train --model linear");
    row(*setupOfModel("lab-dense"), "hourglass train --model lab-dense");
    row(*setupOfModel("lab-linear"), "hourglass train --model lab-linear");
    AutoencoderSetup noisy = *setupOfModel("dense");
    noisy.bottleneck = 16;
    noisy.recipe.noise = {Noise::Kind::Gaussian, 0.1};
    noisy.recipe.isOrdered = true;
    noisy.recipe.seed = 7;
    noisy.recipe.loss = Loss::Bce;
    row(noisy,
        "hourglass train --model dense --bottleneck 16 --loss bce --ordered --noise gaussian:0.1 --seed 7");
    for (const ModelPreset& preset : modelPresets())
        if (preset.isOfTheWindow) // their data are none of four numbers
            QTest::newRow(preset.id) << LabState(AutoencoderState{digitsOf(preset), {}})
                                     << QByteArray("hourglass train --model ") + preset.id +
                                            " --bottleneck 8 --classes 3,8";
    for (const auto& [name, change] :
         std::initializer_list<std::pair<const char*, void (*)(AutoencoderSetup&)>>{
             {"hidden", [](AutoencoderSetup& s) { s.hidden = Activation::Elu; }},
             {"code", [](AutoencoderSetup& s) { s.code = Activation::Relu; }},
             {"output", [](AutoencoderSetup& s) { s.output = Activation::Linear; }},
             {"centring", [](AutoencoderSetup& s) { s.isCentred = true; }},
             {"biases", [](AutoencoderSetup& s) { s.hasBiases = false; }},
             {"initialisation",
              [](AutoencoderSetup& s) { s.recipe.initialisation = Initialisation::Framework; }}}) {
        AutoencoderSetup setup = *setupOfModel("dense");
        change(setup);
        QTest::newRow(name) << LabState(AutoencoderState{setup, {}})
                            << QByteArray("hourglass train --state hourglass:autoencoder/");
    }
    for (const auto& [name, change] : std::initializer_list<std::pair<const char*, void (*)(Recipe&)>>{
             {"warm-up", [](Recipe& r) { r.warmUp = 9; }},
             {"momentum", [](Recipe& r) { r.momentum = 0.9; }},
             {"weight decay", [](Recipe& r) { r.weightDecay = 0.01; }},
             {"clipping", [](Recipe& r) { r.clipNorm = 1; }},
             {"AdamW", [](Recipe& r) { r.optimizer = OptimizerKind::AdamW; }}}) {
        AutoencoderSetup setup = *setupOfModel("dense");
        change(setup.recipe);
        QTest::newRow(name) << LabState(AutoencoderState{setup, {}})
                            << QByteArray("hourglass train --state hourglass:autoencoder/");
    }
}

void TstOneLanguage::setups()
{
    QFETCH(LabState, state);
    QFETCH(QByteArray, command);
    const auto written = commandOf(state, assets());
    QVERIFY(written);
    const bool isLink = command.endsWith('/');
    QCOMPARE(QByteArray::fromStdString(isLink ? written->substr(0, static_cast<std::size_t>(command.size()))
                                              : *written),
             command);
    const auto again = readCommand(*written, assets());
    QVERIFY(again && *again == state);
    QStringList words = q(*written).split(u' ');
    words.removeFirst();
    const auto& setup = std::get<AutoencoderState>(state).setup;
    if (setup.bottleneck < 5) compareModel(words, setup); // the rows have four numbers
}

/// What the program prints to the call on other data.
QByteArray TstOneLanguage::denoised(const QString& line) const
{
    const Outcome typed = run((line + QStringLiteral(" --json --data rows.csv")).split(u' '));
    return typed.status == 0 ? typed.output : typed.error;
}

void TstOneLanguage::denoisings_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("command"); // the same with the fewest options
    QTest::addColumn<LabState>("state");
    const auto row = [](const char* line, const char* command, const DenoiseState& state) {
        QTest::newRow(line) << QString::fromLatin1(line) << QString::fromLatin1(command) << LabState(state);
    };
    const auto usual = [](int bottleneck) {
        DenoiseState state;
        state.setup.network.bottleneck = bottleneck;
        return state;
    };
    row("denoise --bottleneck 3", "denoise --bottleneck 3", usual(3));
    row("denoise --bottleneck 3 --noise gaussian:.50 --train-noise gaussian:0.5 --epochs 6 --seed 1",
        "denoise --bottleneck 3", usual(3));
    DenoiseState state = usual(2);
    state.setup.isClipped = true;
    state.view.strength = state.setup.trained.amount = 0.3;
    row("denoise --bottleneck=2 --clip --noise gaussian:0.3",
        "denoise --bottleneck 2 --noise gaussian:0.3 --clip", state);
    state.setup.trained.amount = 0.5;
    state.setup.network.recipe.epochs = 5;
    state.setup.network.recipe.seed = 18446744073709551615U;
    row("denoise --model lab-dense --bottleneck 2 --clip --noise gaussian:0.3 --train-noise gaussian:0.5 "
        "--seed 18446744073709551615 --threads 2",
        "denoise --bottleneck 2 --noise gaussian:0.3 --clip --train-noise gaussian:0.5 --epochs 5 --seed "
        "18446744073709551615",
        state);
    state = {};
    state.setup.network = *setupOfModel("lab-linear");
    state.setup.network.bottleneck = 1;
    state.setup.kind = Noise::Kind::Blur;
    state.setup.trained = {Noise::Kind::Mask, 0};
    state.view.strength = 0.75;
    row("denoise --train-noise mask:0 --noise blur:0.75 --model lab-linear --bottleneck +1",
        "denoise --model lab-linear --bottleneck 1 --noise blur:0.75 --train-noise mask:0", state);
}

void TstOneLanguage::denoisings()
{
    QFETCH(QString, line);
    QFETCH(QString, command);
    QFETCH(LabState, state);
    const auto pasted = readCommand("hourglass " + line.toStdString(), assets());
    QVERIFY(pasted);
    QVERIFY(*pasted == state);
    const auto written = commandOf(*pasted, assets());
    QVERIFY(written);
    QCOMPARE(q(*written), QStringLiteral("hourglass ") + command);
    const auto again = readCommand(*written, assets());
    QVERIFY(again && *again == state);

    writeRows();
    const QByteArray printed = denoised(line);
    QVERIFY2(printed.startsWith("{\"noise\":"), printed.constData());
    const QJsonObject result = QJsonDocument::fromJson(printed).object();
    const auto& [setup, view] = std::get<DenoiseState>(state);
    QCOMPARE(result[u"noise"].toString(), q(textOf(noiseOf(setup, view.strength))));
    QCOMPARE(result[u"clip"].toBool(), setup.isClipped);
    QCOMPARE(denoised(command), printed);
}

void TstOneLanguage::denoisingsBeyondOptions_data()
{
    QTest::addColumn<LabState>("state");
    for (const auto& [name, change] :
         std::initializer_list<std::pair<const char*, void (*)(AutoencoderSetup&)>>{
             {"hidden", [](AutoencoderSetup& s) { s.hidden = Activation::Elu; }},
             {"biases", [](AutoencoderSetup& s) { s.hasBiases = false; }},
             {"learning rate", [](AutoencoderSetup& s) { s.recipe.learningRate = 0.01; }},
             {"batch", [](AutoencoderSetup& s) { s.recipe.batch = 64; }},
             {"loss", [](AutoencoderSetup& s) { s.recipe.loss = Loss::Mse; }}}) {
        DenoiseState state;
        change(state.setup.network);
        QTest::newRow(name) << LabState(state);
    }
}

/// The command takes no link that could say the rest.
void TstOneLanguage::denoisingsBeyondOptions()
{
    QFETCH(LabState, state);
    const Error error = commandOf(state, assets()).error();
    QVERIFY(error == (Error{ErrorCode::BeyondOptions, {}, {}, "denoise"}));
    QCOMPARE(errorSentence(error),
             QStringLiteral("no options of denoise say all of this; copy a link or save the state"));
    QVERIFY(readStateLink(stateLink(state)));
}

/// What the program prints to the call on other data.
QByteArray TstOneLanguage::labelled(const QString& line) const
{
    const Outcome typed =
        run((line + QStringLiteral(" --json --data rows.csv --label-column last")).split(u' '));
    return typed.status == 0 ? typed.output : typed.error;
}

void TstOneLanguage::fewLabels_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("command"); // the same with the fewest options
    const auto row = [](const char* line, const char* command) {
        QTest::newRow(line) << QString::fromLatin1(line) << QString::fromLatin1(command);
    };
    row("fewlabels --bottleneck 2 --labels=1,4 --draws 10 --features untrained,pca,code,raw",
        "fewlabels --bottleneck 2 --labels 1,4");
    row("fewlabels --spread --bottleneck 2 --classifier softmax --features code --labels 2 --draws 3",
        "fewlabels --bottleneck 2 --labels 2 --draws 3 --features code --spread");
    row("fewlabels --seed 7 --epochs 3 --model lab-linear --classifier knn --bottleneck +1 --labels 5,3,3 "
        "--features raw,pca",
        "fewlabels --model lab-linear --bottleneck 1 --labels 3,5 --features raw,pca --classifier knn "
        "--epochs 3 --seed 7");
}

void TstOneLanguage::fewLabels()
{
    QFETCH(QString, line);
    QFETCH(QString, command);
    const auto pasted = readCommand("hourglass " + line.toStdString(), assets());
    QVERIFY(pasted);
    const auto written = commandOf(*pasted, assets());
    QVERIFY(written);
    QCOMPARE(q(*written), QStringLiteral("hourglass ") + command);

    writeRows();
    const QByteArray printed = labelled(command);
    QVERIFY2(printed.startsWith("{\"labels\":"), printed.constData());
    const QJsonObject result = QJsonDocument::fromJson(printed).object();
    const FewLabelsSetup& setup = std::get<FewLabelsState>(*pasted).setup;
    QJsonArray counts;
    for (const int count : setup.counts)
        counts << count;
    QCOMPARE(result[u"labels"].toArray(), counts);
    QCOMPARE(result[u"draws"].toInt(), setup.draws);
    const QJsonArray features = result[u"features"].toArray();
    QCOMPARE(static_cast<std::size_t>(features.size()), setup.rows.count());
    const bool isSpread = setup.reading == LabelReading::Spreading;
    QCOMPARE(features[0].toObject().contains(u"spread_accuracy"), isSpread);
    // The line itself prints the same rows in its own order.
    QCOMPARE(QJsonDocument::fromJson(labelled(line)).object()[u"features"].toArray().size(), features.size());
}

/// The program prints both beside each other.
void TstOneLanguage::fewLabelsAreReadOneWay()
{
    const Error error = readCommand("hourglass fewlabels --spread --classifier knn", assets()).error();
    QCOMPARE(error.where, std::string("--spread"));
    QCOMPARE(errorSentence(error),
             QStringLiteral("the lab shows one reading at a time; leave this out, or --classifier"));
    writeRows();
    const QByteArray printed = labelled(QStringLiteral(
        "fewlabels --spread --classifier knn --bottleneck 2 --labels 2 --draws 2 --features raw"));
    QVERIFY2(printed.contains("spread_accuracy"), printed.constData());
}

void TstOneLanguage::pathsAreQuoted()
{
    AutoencoderState state{*setupOfModel("lab-dense"), {}};
    state.setup.data = "/home/ada/my 'own' digits";
    const auto command = commandOf(state, assets());
    QVERIFY(command);
    QCOMPARE(q(*command),
             QStringLiteral("hourglass train --model lab-dense --data '/home/ada/my '\\''own'\\'' digits'"));
    const auto call = readCall(*command);
    QVERIFY(call);
    QCOMPARE(call->options.text("data"), state.setup.data);
    AutoencoderState wanted = state;
    wanted.setup.data.source = "wanted:my 'own' digits";
    const auto pasted = readCommand(*command, assets());
    QVERIFY(pasted && *pasted == LabState(wanted));
    state.setup.recipe.momentum = wanted.setup.recipe.momentum = 0.5; // that no option says
    const auto linked = readCommand(*commandOf(state, assets()), assets());
    QVERIFY(linked && *linked == LabState(wanted));
    DenoiseState denoised;
    denoised.setup.network.data = "/home/ada/my digits";
    QCOMPARE(q(*commandOf(denoised, assets())),
             QStringLiteral("hourglass denoise --data '/home/ada/my digits'"));
}

void TstOneLanguage::optionsOfTheHelp_data()
{
    QTest::addColumn<int>("index");
    for (std::size_t i = 0; i < callSyntaxes().size(); ++i)
        QTest::newRow(callSyntaxes()[i].command) << static_cast<int>(i);
}

void TstOneLanguage::optionsOfTheHelp()
{
    QFETCH(int, index);
    const CallSyntax& syntax = callSyntaxes()[static_cast<std::size_t>(index)];
    const QString help =
        QString::fromUtf8(run({QString::fromUtf8(syntax.command), QStringLiteral("--help")}).output);
    std::map<QString, bool> options; // and whether they take a value
    static const QRegularExpression option(QStringLiteral("^ +(?:-h,)?--([a-z-]+)( \\S+)?"),
                                           QRegularExpression::MultilineOption);
    for (const auto& match : option.globalMatch(help))
        options[match.captured(1)] = match.captured(2).size() > 1;
    options.erase(QStringLiteral("help"));
    for (const char* name : syntax.valued) {
        QVERIFY2(options.count(q(name)) == 1 && options[q(name)], name);
        options.erase(q(name));
    }
    for (const char* name : syntax.switches)
        QVERIFY2(options.erase(q(name)) == 1, name);
    QVERIFY2(options.empty(), options.empty() ? "" : qPrintable(options.begin()->first));
}

QTEST_MAIN(TstOneLanguage)
#include "tst_one_language.moc"
