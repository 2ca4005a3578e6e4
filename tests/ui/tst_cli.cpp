#include <QBuffer>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <csignal>
#include <cstring>

namespace {

struct Outcome {
    int status = -1;
    QByteArray out, error;
};

/// A WAV file of whole numbers; `bytes` holds the samples as they lie there.
QByteArray wav(int channels, int bits, const QByteArray& bytes)
{
    QByteArray file;
    QDataStream stream(&file, QIODevice::WriteOnly);
    stream.setByteOrder(QDataStream::LittleEndian);
    const int frame = channels * bits / 8;
    stream.writeRawData("RIFF", 4);
    stream << static_cast<quint32>(36 + bytes.size());
    stream.writeRawData("WAVEfmt ", 8);
    stream << quint32{16} << quint16{1} << static_cast<quint16>(channels) << quint32{8000}
           << static_cast<quint32>(8000 * frame) << static_cast<quint16>(frame) << static_cast<quint16>(bits);
    stream.writeRawData("data", 4);
    stream << static_cast<quint32>(bytes.size());
    return file + bytes;
}

} // namespace

/// The command line from outside, as its contract states it.
class TstCli : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void prints_data();
    void prints();
    void fails_data();
    void fails();
    void outputCannotBeWritten_data();
    void outputCannotBeWritten();
    void endsQuietlyWithItsReader();
    void errorsAreHarmlessToATerminal();
    void readsNumbersFromPipes();
    void picturesAreRead_data();
    void picturesAreRead();
    void damagedPictures_data();
    void damagedPictures();
    void greyPicturesAreOneChannel();
    void soundsMeetLongFilters();
    void interruptEndsTraining();
    void explainsInJson();
    void goldenCases();
    void numbersDoNotFollowTheLocale();
    void trainingIsReproducible();
    void pcaOfBundledDigits();
    void modelsAreListed();
    void modelFilesAreReproducible();
    void presetsBringTheirRecipe();
    void linearNetworksAreComparedWithPca_data();
    void linearNetworksAreComparedWithPca();
    void digitsOfSomeClasses();
    void networkOfAFile();
    void encodesParts_data();
    void encodesParts();
    void codesAreTheSameInEveryForm();
    void decodesIntoAnArray();
    void decodesIntoPictures();
    void foldersOfPicturesAreTrainedOn();
    void encodeKeepsTheOrder();
    void trainLossIsTheMeanOverSamples_data();
    void trainLossIsTheMeanOverSamples();
    void fewDirectionsAreTold();
    void skippedFilesAreCounted();
    void nothingIsLeftOfFailedWork_data();
    void nothingIsLeftOfFailedWork();
    void interruptLeavesNoFile_data();
    void interruptLeavesNoFile();

private:
    QByteArray content(const QString& name) const;
    QStringList files() const;
    void trainSmallModel() const;

    Outcome shell(const QString& script) const;
    Outcome run(const QStringList& arguments, const QByteArray& input = {},
                const QStringList& environment = {}) const;
    void write(const QString& name, const QByteArray& content) const;

    QTemporaryDir m_folder;
};

Outcome TstCli::run(const QStringList& arguments, const QByteArray& input,
                    const QStringList& environment) const
{
    QProcess process;
    process.setWorkingDirectory(m_folder.path());
    QProcessEnvironment variables = QProcessEnvironment::systemEnvironment();
    for (const QString& pair : environment)
        variables.insert(pair.section(u'=', 0, 0), pair.section(u'=', 1));
    variables.remove(QStringLiteral("QT_QPA_PLATFORM"));
    variables.remove(QStringLiteral("DISPLAY"));
    process.setProcessEnvironment(variables);
    process.start(QStringLiteral(HOURGLASS_PROGRAM), arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(60000) || process.exitStatus() != QProcess::NormalExit) return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

/// $H stands for the program.
Outcome TstCli::shell(const QString& script) const
{
    QProcess process;
    process.setWorkingDirectory(m_folder.path());
    process.start(QStringLiteral("bash"),
                  {QStringLiteral("-c"), QStringLiteral("H='" HOURGLASS_PROGRAM "'\n") + script});
    process.closeWriteChannel();
    if (!process.waitForFinished(60000) || process.exitStatus() != QProcess::NormalExit) return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

void TstCli::write(const QString& name, const QByteArray& content) const
{
    QFile file(m_folder.filePath(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}

void TstCli::initTestCase()
{
    QVERIFY(m_folder.isValid());
    write(QStringLiteral("x.csv"), "2,2,3,3,3\n0,1,3,0,3\n2,3,0,1,3\n3,3,2,1,2\n3,3,0,2,3\n");
    write(QStringLiteral("k.csv"), "\xEF\xBB\xBF 2 ,0,\t1\r\n1,0,0\r\n0,1,1\r\n\r\n\r\n");
    write(QStringLiteral("v.csv"), "1,2,3\n");
    write(QStringLiteral("w.csv"), "1,10,100\n");
    write(QStringLiteral("two.csv"), "1,2\n\n3,4\n");
    write(QStringLiteral("ragged.csv"), "1,2\n3\n");
    write(QStringLiteral("word.csv"), "1,2\n3,x\n");
    write(QStringLiteral("nan.csv"), "1,nan\n");
    write(QStringLiteral("huge.csv"), "1e39\n");
    write(QStringLiteral("big.csv"), "3e38,3e38\n");
    write(QStringLiteral("gaps.csv"), "1\n\n\n2\n");
    write(QStringLiteral("binary.csv"), QByteArray("\x01\x02\x03\x00\xff", 5));
    write(QStringLiteral("same.csv"), "1,2\n1,2\n1,2\n");
    write(QString::fromUtf8("δοκιμή.csv"), "1,2,3\n");
    write(QStringLiteral("uneven.csv"), "1,2\n\n3,4,5\n");
    write(QStringLiteral("close.csv"), "16777217,1\n16777216,1\n");
    write(QStringLiteral("far.csv"), "3e38,3e38\n-3e38,-3e38\n");
    write(QStringLiteral("labels.idx"), QByteArray("\0\0\x08\x01\0\0\0\x02\x01\x02", 10));
    write(QStringLiteral("nine.csv"), QByteArray("1,2\n").repeated(8) + "3,4\n");
    write(QStringLiteral("counts.csv"), QByteArray("0,0.5\n1,2\n").repeated(10));
    write(QStringLiteral("long.csv"), QByteArray("1,").repeated(200'000) + "1\n"); // more than a pipe holds
    write(QStringLiteral("one.csv"), "1\n");
    write(QStringLiteral("rows.csv"), QByteArray("0,0.5,1,0\n1,0.25,0,1\n").repeated(12));
    write(QStringLiteral("one-row.csv"), "0,0.5,1,0\n");
    write(QStringLiteral("codes.csv"), "0,0.5,7\n1,-2,0\n");
    write(QStringLiteral("halves.csv"), "0,0.5,7\n1,-2,0.5\n");
    write(QStringLiteral("grey"), "a file, no folder");
    const QByteArray network = R"({"format":"hourglass-network","version":1,"input":[1,28,28],"layers":[)",
                     output = R"({"type":"dense","units":[1,28,28]}],"code_layer":0})";
    write(QStringLiteral("net.json"), network + R"({"type":"dense","units":3},)" + output);
    write(QStringLiteral("odd.json"), network + R"({"type":"dense","units":3,"kernel":1},)" + output);
    write(QStringLiteral("impossible.json"),
          network + R"({"type":"upsample","stride":1},{"type":"conv","filters":1,"kernel":30},)" + output);
    write(QStringLiteral("feature-code.json"),
          network + R"({"type":"average-pool","kernel":14,"stride":14},)" + output);
    const auto folder = [this](const char* name) { QDir(m_folder.path()).mkpath(QString::fromLatin1(name)); };
    for (const char* name : {"mixed", "loose/a", "empty", "words", "deep/set/a", "kaggle", "half-a-set"})
        folder(name);
    write(QStringLiteral("mixed/1.pgm"), "P2 2 1 255\n0 9\n");
    write(QStringLiteral("mixed/2.pgm"), "P2 1 2 255\n0 9\n");
    write(QStringLiteral("loose/1.pgm"), "P2 2 1 255\n0 9\n");
    write(QStringLiteral("loose/a/1.pgm"), "P2 2 1 255\n0 9\n");
    write(QStringLiteral("words/1.pgm"), "a word\n");
    write(QStringLiteral("deep/set/a/1.pgm"), "P2 2 1 255\n0 9\n");
    write(QStringLiteral("kaggle/train.csv"), "label,pixel0\n1,2\n");
    write(QStringLiteral("kaggle/test.csv"), "pixel0\n2\n");
    write(QStringLiteral("half-a-set/Train Images"),
          QByteArray("\0\0\x08\x03\0\0\0\0\0\0\0\x08\0\0\0\x08", 16));
    write(QStringLiteral("word.zip"), "PK\3\4 words");
    QByteArray pictures("\0\0\x08\x03\0\0\0\x28\0\0\0\x08\0\0\0\x08", 16); // 40 of 8 × 8
    for (int i = 0; i < 40 * 64; ++i)
        pictures += static_cast<char>(i * i % 251);
    write(QStringLiteral("tiny.idx"), pictures);
    trainSmallModel();
    write(QStringLiteral("mono.wav"), wav(1, 8, QByteArray("\x00\x40\x80\xC0", 4)));
    write(QStringLiteral("stereo.wav"), wav(2, 16, QByteArray("\0\x80\0\0\0\x40\0\x40\0\x20\0\xE0", 12)));
    write(QStringLiteral("cut.wav"), wav(1, 16, QByteArray(20, '\0')).chopped(6));
    write(QStringLiteral("silent.wav"), wav(1, 16, {}));
    write(QStringLiteral("cut.flac"), "fLaC");
    write(QStringLiteral("grey.pgm"), "P2 3 1 255\n0 255 51\n");
}

/// A linear network on rows.csv, which it fits well, and damaged copies of its file.
void TstCli::trainSmallModel() const
{
    const Outcome outcome = shell(QStringLiteral(
        "$H train --data rows.csv --epochs 20 --lr 0.01 --out small.hourglass --bottleneck 2 > small.txt"));
    QCOMPARE(outcome.error, QByteArray());
    QByteArray model = content(QStringLiteral("small.hourglass"));
    QVERIFY(model.startsWith("\x89HGL"));
    write(QStringLiteral("cut.hourglass"), model.chopped(1));
    model[8] = 2;
    write(QStringLiteral("newer.hourglass"), model);
    model[8] = 1;
    model[model.size() - 9] = static_cast<char>(model[model.size() - 9] ^ 1);
    write(QStringLiteral("damaged.hourglass"), model);
}

QByteArray TstCli::content(const QString& name) const
{
    QFile file(m_folder.filePath(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList TstCli::files() const
{
    return QDir(m_folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
}

void TstCli::prints_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char* command, const char* expected, const char* input = "") {
        QTest::newRow(command) << QString::fromUtf8(command) << QByteArray(input) << QByteArray(expected);
    };
    row("conv2d --input x.csv --kernel k.csv --stride 2 --padding same", "1,5,6\n7,8,3\n3,10,4\n");
    row("conv2d --input x.csv --kernel k.csv --stride=2 --padding=same --flip", "4,4,0\n9,10,4\n6,7,3\n");
    row("conv2d --input x.csv --kernel k.csv --stride 2 --padding same --bias -1 --json",
        "{\"shape\":[1,3,3],\"data\":[0,4,5,6,7,2,2,9,3]}\n");
    row("conv2d --input - --kernel k.csv --padding 0,0,1,0", "2\n", "1,0\n0,1\n1,1\n");
    row("conv1d --input v.csv --kernel w.csv --transposed --stride 2 --padding same", "1,10,102,20,203,30\n");
    row("conv1d --input v.csv --kernel w.csv --transposed --stride 2 --padding 1 --output-padding 1",
        "10,102,20,203,30,300\n");
    row("conv1d --input v.csv --kernel w.csv --padding causal", "100,210,321\n");
    row("conv1d --input v.csv --kernel w.csv --padding 1 --padding-mode circular", "213,321,132\n");
    row("conv1d --input v.csv --kernel two.csv --filters 2 --bias -1,.5", "4,7\n\n11.5,18.5\n");
    row("conv1d --input two.csv --kernel two.csv", "30\n");
    row("conv1d --input v.csv --pool max --pool-size 2 --padding same", "2,3,3\n");
    row("conv1d --input v.csv --pool average --pool-size 2 --padding same", "1.5,2.5,3\n");
    row("conv1d --input δοκιμή.csv --kernel w.csv", "321\n");
    row("conv2d --input grey.pgm --kernel v.csv", "2.6\n");
    row("conv1d --input v.csv --kernel w.csv --explain 0",
        "channel,index,padding,value,weight,product\n0,0,no,1,1,1\n0,1,no,2,10,20\n0,2,no,3,100,300\nbias: "
        "0\nsum: 321\n");
    row("conv1d --input v.csv --pool max --pool-size 2 --padding same --padding-mode circular", "2,3,3\n");
    row("conv1d --input v.csv --pool average --pool-size 3 --padding 2 --padding-mode reflect",
        "1,1.5,2,2.5,3\n");
    row("conv1d --input v.csv --kernel w.csv --bias -1", "320\n");
    row("conv1d --input mono.wav --kernel w.csv", "-6,49.5\n");
    row("conv1d --input mono.wav --kernel one.csv --stride 3", "-1,0.5\n");
    row("conv1d --input stereo.wav --kernel w.csv", "4.5\n");
    row("pca --input close.csv --components 1 --scores", "0.5\n-0.5\n");
    row("pca --input same.csv --components 1 --help", "");
}

void TstCli::prints()
{
    QFETCH(QString, command);
    QFETCH(QByteArray, input);
    QFETCH(QByteArray, expected);
    const Outcome outcome = run(command.split(u' '), input);
    QCOMPARE(outcome.error, QByteArray());
    QCOMPARE(outcome.status, 0);
    if (expected.isEmpty())
        QVERIFY(outcome.out.contains("Usage"));
    else
        QCOMPARE(outcome.out, expected);
}

void TstCli::fails_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("start");
    const auto row = [](const char* command, int status, const char* start) {
        QTest::newRow(command) << QString::fromUtf8(command) << status << QByteArray("hourglass: ") + start;
    };
    row("nonsense", 2, "nonsense: ");
    row("conv2d", 2, "--input: ");
    row("conv2d --input x.csv", 2, "--kernel: ");
    row("conv2d --input x.csv --kernel k.csv --colour red", 2, "--colour: ");
    row("conv2d --input x.csv --kernel k.csv --stride 0", 2, "--stride: ");
    row("conv2d --input x.csv --kernel k.csv --stride 1001", 2, "--stride: ");
    row("conv2d --input x.csv --kernel k.csv --stride 1.5", 2, "--stride: ");
    row("conv2d --input x.csv --kernel k.csv --stride 1,2,3", 2, "--stride: ");
    row("conv2d --input x.csv --kernel k.csv --stride 1 --stride 1", 2, "--stride: ");
    row("conv2d --input x.csv --kernel k.csv --padding causal", 2, "--padding: ");
    row("conv2d --input x.csv --kernel k.csv --padding -1", 2, "--padding: ");
    row("conv2d --input x.csv --kernel k.csv --padding same --convention pytorch --stride 2", 2,
        "--padding: ");
    row("conv2d --input x.csv --kernel k.csv --transposed --padding 1,1,1,1", 2, "--padding: ");
    row("conv2d --input x.csv --kernel k.csv --transposed --padding same --output-padding 0", 2,
        "--output-padding: ");
    row("conv2d --input x.csv --kernel k.csv --transposed --stride 2 --padding 1 --output-padding 2", 2,
        "--output-padding: ");
    row("conv2d --input x.csv --kernel k.csv --output-padding 0", 2, "--output-padding: ");
    row("conv2d --input x.csv --kernel k.csv --pool max --pool-size 2", 2, "--kernel: ");
    row("conv2d --input x.csv --kernel k.csv --bias a", 2, "--bias: ");
    row("conv2d --input x.csv --kernel k.csv --explain 1", 2, "--explain: ");
    row("conv2d --input x.csv --kernel k.csv --explain 9,0", 1, "--explain: ");
    row("conv2d --input x.csv --kernel k.csv --bias 1,2", 1, "--bias: ");
    row("conv2d --input x.csv --kernel k.csv --dilation 3", 1,
        "k.csv (rows): kernel 7 > padded input 5 (5 + 0 + 0)");
    row("conv2d --input x.csv --kernel k.csv --padding 5 --padding-mode reflect", 1, "--padding (rows): ");
    row("conv2d --input missing.csv --kernel k.csv", 1, "missing.csv: ");
    row("conv2d --input ragged.csv --kernel k.csv", 1, "ragged.csv: line 2, field 2: ");
    row("conv2d --input uneven.csv --kernel k.csv", 1, "uneven.csv: the block that begins in line 3 ");
    row("conv2d --input x.csv --kernel k.csv --flip=false", 2, "--flip: takes no value");
    row("conv2d --input x.csv --kernel k.csv --json=1", 2, "--json: takes no value");
    row("conv2d --help=1", 2, "--help: takes no value");
    row("--version=1", 2, "--version: takes no value");
    row("conv2d --input --json --kernel k.csv", 2, "--input: takes one value");
    row("conv2d --input= --kernel k.csv", 2, "--input: takes one value");
    row("conv2d --kernel k.csv --input", 2, "--input: takes one value");
    row("conv1d --input v.csv --pool max --pool-size 2 --flip", 2, "--flip: does not go with --pool");
    row("conv1d --input v.csv --pool max --pool-size 2 --filters 2", 2, "--filters: does not go with --pool");
    row("pca --input far.csv --scores", 1, "output: the result is beyond float's range");
    row("pca --input labels.idx", 1, "labels.idx: the number of axes is 1, not 3");
    row("train --limit 1", 2, "--limit: ");
    row("train --model none.json", 1, "none.json: there is no such file");
    row("train --model x.csv", 1, "x.csv: line 1, column 2: this is not JSON");
    row("train --model odd.json", 1,
        "odd.json: the field \"layers[0].kernel\" is not known here; accepted: ");
    row("train --model impossible.json", 1,
        "impossible.json (layers[1]): kernel 30 > padded input 28 (28 + 0 + 0)");
    row("train --model net.json --data nine.csv", 1, "nine.csv: too few samples: 9");
    row("train --model net.json --data counts.csv", 1, "--data: the sizes do not fit: 2 against 784");
    row("train --model net.json --loss bce", 1, "--loss: binary cross-entropy needs a sigmoid output");
    row("train --model feature-code.json --bottleneck 3", 1, "--bottleneck: ");
    row("train --model conv --data rows.csv", 1, "--data: the sizes do not fit: 1 against 4");
    row("train --out a.csv", 2, "--out: \"a.csv\" does not end in .hourglass");
    row("train --out nowhere/a.hourglass", 1, "nowhere/a.hourglass: the file cannot be written");
    row("train --data mixed", 1, "mixed/2.pgm: the picture has 2 × 1 pixels, \"mixed/1.pgm\" has 1 × 2;");
    row("train --data loose", 1, "loose/1.pgm: it lies beside folders such as \"a\"");
    row("train --data empty", 1, "empty: the folder holds no pictures (PNG, JPEG, BMP, PNM)");
    row("train --data words", 1,
        "words: the folder holds no pictures (PNG, JPEG, BMP, PNM) and no set of IDX files; "
        "other files in it: 1");
    row("train --data deep", 1,
        "deep/set/a: the files lie too deep; pictures are read from the folder given or ");
    row("train --data kaggle", 1,
        "kaggle: the folder holds no pictures and no set of IDX files; give one of its files instead, such "
        "as "
        "\"kaggle/train.csv\"");
    row("train --data half-a-set", 1,
        "half-a-set: a set of IDX files has four, with the words train or t10k (or test) and images or "
        "labels in "
        "their names; missing here: train labels, t10k (or test) images, t10k (or test) labels");
    row("train --data rows.csv --label-column 5", 1,
        "rows.csv: column 5 cannot hold the labels: the table has 4 ");
    row("train --data rows.csv --label-column 2", 1,
        "rows.csv: sample 1: the label 0.5 is not a whole number");
    row("train --data mnist --label-column last", 1, "mnist: labels in a column need a table");
    row("train --label-column 0", 2,
        "--label-column: \"0\" is none of last, first, none, nor a column from 1 ");
    row("pca --input x.csv --label-column -1", 2, "--label-column: \"-1\" is none of ");
    row("mds --input x.csv --label-column middle", 2, "--label-column: \"middle\" is none of ");
    row("train --data word.zip", 1, "word.zip: the ZIP archive is damaged");
    row("conv2d --input x.csv --pool max --pool-size 2 --padding 3", 1,
        "--padding: the pooling window of output row 0, column 0 (from 0) holds no cell of the input");
    row("conv2d --input x.csv --pool average --pool-size 2 --padding 0,0,0,3", 1,
        "--padding: the pooling window of output row 0, column 5 ");
    row("conv1d --input one.csv --pool max --pool-size 2 --dilation 2 --padding 1", 1,
        "--padding: the pooling window of output row 0, column 0 ");
    row("encode --data mnist --out c.csv", 2, "FILE.hourglass: is missing");
    row("encode a.hourglass --out c.csv", 2, "--data: is missing");
    row("encode a.hourglass --data mnist", 2, "--out: is missing");
    row("encode a.hourglass b.hourglass --data mnist --out c.csv", 2, "b.hourglass: is not understood here");
    row("encode a.hourglass --data mnist --out c.txt", 2,
        "--out: \"c.txt\" ends neither in .csv nor in .npy");
    row("encode a.hourglass --data mnist --part half --out c.csv", 2, "--part: ");
    row("encode none.hourglass --data mnist --out c.csv", 1, "none.hourglass: there is no such file");
    row("encode x.csv --data mnist --out c.csv", 1, "x.csv: this kind of file is not accepted here");
    row("encode cut.hourglass --data mnist --out c.csv", 1, "cut.hourglass: the header announces ");
    row("encode damaged.hourglass --data mnist --out c.csv", 1, "damaged.hourglass: the file is damaged");
    row("encode newer.hourglass --data mnist --out c.csv", 1,
        "newer.hourglass: this is version 2 of the format");
    row("encode small.hourglass --data none --out c.csv", 1, "none: there is no such file");
    row("encode small.hourglass --data x.csv --out c.csv", 1, "x.csv: the sizes do not fit: 5 against 4");
    row("encode small.hourglass --data rows.csv --out nowhere/c.csv", 1, "nowhere/c.csv: the file cannot be");
    row("encode small.hourglass --data one-row.csv --part test --out c.csv", 1,
        "one-row.csv: too few samples: 1; at least 10");
    row("decode small.hourglass --out p.npy", 2, "--codes: is missing");
    row("decode small.hourglass --codes codes.csv --out p.csv", 2, "--out: \"p.csv\" ends neither in .npy");
    row("decode small.hourglass --codes none.csv --out p.npy", 1, "none.csv: there is no such file");
    row("decode small.hourglass --codes word.csv --out p.npy", 1, "word.csv: line 2, field 2: \"x\"");
    row("decode small.hourglass --codes rows.csv --out p.npy", 1, "rows.csv: its rows do not have 2 numbers");
    row("decode small.hourglass --codes halves.csv --out p.npy", 1,
        "halves.csv: its rows do not have 2 numbers");
    row("decode small.hourglass --codes labels.idx --out p.npy", 1, "labels.idx: ");
    row("decode small.hourglass --codes big.csv --out p.npy", 1,
        "big.csv: the result is beyond float's range");
    row("decode small.hourglass --codes codes.csv --out nowhere/p", 1,
        "nowhere/p: the file cannot be written");
    row("decode small.hourglass --codes codes.csv --out nowhere/p.npy", 1,
        "nowhere/p.npy: the file cannot be");
    row("decode small.hourglass --codes codes.csv --out grey", 1, "grey: the file cannot be written");
    row("models x", 2, "x: is not understood here");
    row("train --data nine.csv", 1, "nine.csv: too few samples: 9; at least 10 are needed");
    row("train --data counts.csv --model dense --loss bce", 1,
        "counts.csv: bce needs numbers from 0 to 1, and 2 ");
    row("conv2d --input word.csv --kernel k.csv", 1, "word.csv: line 2, field 2: \"x\"");
    row("conv2d --input nan.csv --kernel k.csv", 1, "nan.csv: line 1, field 2");
    row("conv2d --input huge.csv --kernel k.csv", 1, "huge.csv: line 1, field 1");
    row("conv2d --input gaps.csv --kernel k.csv", 1, "gaps.csv: line 3");
    row("conv2d --input binary.csv --kernel k.csv", 1, "binary.csv: ");
    row("conv2d --input . --kernel k.csv", 1, ".: ");
    row("conv1d --input cut.wav --kernel w.csv", 1, "cut.wav: the header announces 20, but 14 are there");
    row("conv1d --input silent.wav --kernel w.csv", 1, "silent.wav: there is nothing in it");
    row("conv1d --input cut.flac --kernel w.csv", 1, "cut.flac: the sound is damaged, cut off, or");
    row("conv1d --input v.csv --kernel mono.wav", 1, "mono.wav: this kind of file is not accepted here");
    row("conv2d --input mono.wav --kernel k.csv", 1, "mono.wav: this kind of file is not accepted here");
    row("train --data mono.wav", 1, "mono.wav: this kind of file is not accepted here");
    row("conv2d --input x.csv --kernel two.csv --filters 3", 1, "two.csv: ");
    row("conv1d --input x.csv --kernel w.csv", 1,
        "x.csv: the block that begins in line 1 has 5 × 5 numbers, not 1 × 5");
    row("conv1d --input big.csv --kernel two.csv --filters 2", 1, "output: ");
    row("conv1d --input v.csv --kernel w.csv --transposed --padding 5", 1, "--padding: ");
    row("pca --input same.csv", 1, "same.csv: all samples are the same");
    row("pca --input x.csv --components 5", 1, "--components: ");
    row("pca --input x.csv --components 0", 2, "--components: ");
    row("pca --input v.csv", 1, "v.csv: ");
    row("train --model nonsense", 2, "--model: ");
    row("train --model linear --loss bce", 2, "--loss: ");
    row("train --noise salt:1", 2, "--noise: ");
    row("train --lr nan", 2, "--lr: ");
    row("train --seed -1", 2, "--seed: ");
    row("train --data missing", 1, "missing: ");
    row("train --data x.csv", 1, "x.csv: ");
}

void TstCli::fails()
{
    QFETCH(QString, command);
    QFETCH(int, status);
    QFETCH(QByteArray, start);
    const Outcome outcome = run(command.split(u' '));
    QCOMPARE(outcome.out, QByteArray());
    QVERIFY2(outcome.error.startsWith(start), outcome.error.constData());
    QCOMPARE(outcome.error.count('\n'), 1);
    QVERIFY(outcome.error.endsWith('\n'));
    QCOMPARE(outcome.status, status);
}

void TstCli::outputCannotBeWritten_data()
{
    QTest::addColumn<QString>("script");
    for (const char* command :
         {"conv1d --input v.csv --kernel w.csv", "pca --input x.csv",
          "train --limit 200 --epochs 1000 --model linear", "--help", "conv2d --help", "--version"})
        for (const char* end : {" > /dev/full", " >&-"})
            QTest::newRow((QByteArray(command) + end).constData())
                << QStringLiteral("$H %1%2").arg(QLatin1String(command), QLatin1String(end));
}

void TstCli::outputCannotBeWritten()
{
    QFETCH(QString, script);
    const Outcome outcome = shell(script);
    QCOMPARE(outcome.status, 1);
    QVERIFY2(outcome.error.startsWith("hourglass: standard output: "), outcome.error.constData());
    QCOMPARE(outcome.error.count('\n'), 1);
}

void TstCli::endsQuietlyWithItsReader()
{
    const Outcome outcome = shell(
        QStringLiteral("$H conv1d --input long.csv --kernel one.csv | head -c 4; echo ${PIPESTATUS[0]}"));
    QCOMPARE(outcome.out, QByteArray("1,1,1\n"));
    QCOMPARE(outcome.error, QByteArray());
}

void TstCli::errorsAreHarmlessToATerminal()
{
    const QString name = QString::fromUtf8("é\x1b[31m\r\n\x07\xC2\x9B\xE2\x80\xA8\xE2\x80\xAE.csv");
    write(QStringLiteral("escape.csv"), QByteArray("1,\x1b[2J\0x\r\xff\n", 11));
    const QList<QStringList> calls{
        {QStringLiteral("conv1d"), QStringLiteral("--input"), name, QStringLiteral("--kernel"),
         QStringLiteral("w.csv")},
        {QStringLiteral("pca"), QStringLiteral("--input"), QStringLiteral("escape.csv")},
        {name},
        {QStringLiteral("pca"), QStringLiteral("--") + name},
        {QStringLiteral("pca"), QStringLiteral("--input"), QStringLiteral("x.csv"),
         QStringLiteral("--components"), name}};
    for (const QStringList& call : calls) {
        const Outcome outcome = run(call);
        QVERIFY(outcome.status == 1 || outcome.status == 2);
        QVERIFY(outcome.error.endsWith('\n'));
        const QString line = QString::fromUtf8(outcome.error.chopped(1));
        QVERIFY(line.startsWith(QStringLiteral("hourglass: ")));
        for (const QChar c : line)
            QVERIFY2(c.isPrint() && c.category() != QChar::Separator_Line,
                     outcome.error.toPercentEncoding().constData());
    }
}

void TstCli::readsNumbersFromPipes()
{
    QCOMPARE(shell(QStringLiteral("cat v.csv | $H conv1d --input /dev/stdin --kernel w.csv")).out,
             QByteArray("321\n"));
    QCOMPARE(shell(QStringLiteral("$H conv1d --input <(sleep 1; cat v.csv) --kernel <(cat w.csv)")).out,
             QByteArray("321\n"));
    QCOMPARE(shell(QStringLiteral("$H conv1d --input - --kernel w.csv < v.csv")).out, QByteArray("321\n"));
    for (const char* script : {"mkfifo nobody; $H conv1d --input nobody --kernel w.csv",
                               "$H conv1d --input - --kernel w.csv <&-"}) {
        const Outcome outcome = shell(QString::fromLatin1(script));
        QCOMPARE(outcome.status, 1);
        QCOMPARE(outcome.error.count('\n'), 1);
    }
}

namespace {

/// A picture of many values, so that compression leaves something to cut and to spoil.
QImage speckled(QImage::Format format)
{
    QImage image(64, 48, QImage::Format_RGB32);
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            image.setPixel(x, y, qRgb(x * 4, y * 5, (x * y * 7) % 256));
    return image.convertToFormat(format);
}

QByteArray encoded(const QImage& image, const char* format)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    if (!image.save(&buffer, format)) qFatal("no %s is written here", format);
    return bytes;
}

constexpr const char* pictureFormats[] = {"png", "jpg", "bmp", "ppm", "pgm", "pbm"};

} // namespace

void TstCli::picturesAreRead_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<int>("channels");
    for (const char* format : pictureFormats) {
        const bool isGrey = QByteArray(format) == "pgm" || QByteArray(format) == "pbm";
        QTest::newRow(format) << encoded(speckled(QImage::Format_RGB32), format) << (isGrey ? 1 : 3);
    }
    QTest::newRow("bmp with a palette") << encoded(speckled(QImage::Format_Indexed8), "bmp") << 3;
    QTest::newRow("bmp in black and white") << encoded(speckled(QImage::Format_Mono), "bmp") << 1;
    QTest::newRow("grey jpg") << encoded(speckled(QImage::Format_Grayscale8), "jpg") << 1;
    QTest::newRow("grey png") << encoded(speckled(QImage::Format_Grayscale8), "png") << 1;
    QTest::newRow("jpg and more") << encoded(speckled(QImage::Format_RGB32), "jpg") + "after the end" << 3;
}

void TstCli::picturesAreRead()
{
    QFETCH(QByteArray, content);
    QFETCH(int, channels);
    write(QStringLiteral("picture"), content);
    const Outcome outcome =
        run({QStringLiteral("conv2d"), QStringLiteral("--input"), QStringLiteral("picture"),
             QStringLiteral("--pool"), QStringLiteral("max"), QStringLiteral("--pool-size"),
             QStringLiteral("1"), QStringLiteral("--json")});
    QCOMPARE(outcome.error, QByteArray());
    const QJsonArray shape{channels, 48, 64};
    QCOMPARE(QJsonDocument::fromJson(outcome.out).object().value(u"shape").toArray(), shape);
}

void TstCli::damagedPictures_data()
{
    QTest::addColumn<QByteArray>("content");
    for (const char* format : pictureFormats) {
        const QByteArray whole = encoded(speckled(QImage::Format_RGB32), format);
        for (const double share : {0.2, 0.5, 0.9}) {
            const auto size = static_cast<qsizetype>(share * static_cast<double>(whole.size()));
            QTest::newRow((QByteArray(format) + " cut to " + QByteArray::number(share)).constData())
                << whole.first(size);
        }
        // The last bytes of a PNG are behind its pixels, those of a PBM may be a line's end.
        if (QByteArray(format) != "pbm" && QByteArray(format) != "png")
            QTest::newRow((QByteArray(format) + " without its last bytes").constData()) << whole.chopped(2);
    }
    QTest::newRow("bmp with a palette, cut")
        << encoded(speckled(QImage::Format_Indexed8), "bmp").chopped(100);
    QByteArray spoiled = encoded(speckled(QImage::Format_RGB32), "png");
    spoiled[spoiled.size() / 2] = static_cast<char>(spoiled[spoiled.size() / 2] ^ 1);
    QTest::newRow("png with a wrong bit") << spoiled;
    spoiled = encoded(speckled(QImage::Format_RGB32), "png");
    spoiled[17] = static_cast<char>(spoiled[17] ^ 1); // in its header
    QTest::newRow("png with a wrong size") << spoiled;
    spoiled = encoded(speckled(QImage::Format_RGB32), "jpg");
    QTest::newRow("jpg with a gap") << spoiled.remove(spoiled.size() / 2, spoiled.size() / 4);
    QTest::newRow("text pgm, cut") << QByteArray("P2 3 2 255\n0 255 51\n7 8");
    QTest::newRow("header of a bmp") << QByteArray("BM") + QByteArray(20, '\0');
}

void TstCli::damagedPictures()
{
    QFETCH(QByteArray, content);
    write(QStringLiteral("picture"), content);
    const Outcome outcome =
        run({QStringLiteral("conv2d"), QStringLiteral("--input"), QStringLiteral("picture"),
             QStringLiteral("--kernel"), QStringLiteral("one.csv"), QStringLiteral("--filters"),
             QStringLiteral("1")});
    QCOMPARE(outcome.status, 1);
    QCOMPARE(outcome.out, QByteArray());
    QVERIFY2(outcome.error.startsWith("hourglass: picture: "), outcome.error.constData());
    QCOMPARE(outcome.error.count('\n'), 1);
}

/// Long enough to go by the Fourier transform, whose rounding must not show.
void TstCli::soundsMeetLongFilters()
{
    write(QStringLiteral("half.wav"), wav(1, 16, QByteArray("\x00\x40", 2).repeated(100'000)));
    write(QStringLiteral("box.csv"),
          QByteArray("0.000244140625,").repeated(4095) + "0.000244140625\n"); // 1/4096
    const Outcome outcome = shell(QStringLiteral("$H conv1d --input half.wav --kernel box.csv --json"));
    QCOMPARE(outcome.error, QByteArray());
    QCOMPARE(outcome.out,
             "{\"shape\":[1,95905],\"data\":[" + QByteArray("0.5,").repeated(95'904) + "0.5]}\n");
}

void TstCli::greyPicturesAreOneChannel()
{
    // Five million cells: within ten million numbers in grey, beyond in colour.
    const auto strideOver = [this](const QByteArray& content) {
        write(QStringLiteral("large"), content);
        return run({QStringLiteral("conv2d"), QStringLiteral("--input"), QStringLiteral("large"),
                    QStringLiteral("--pool"), QStringLiteral("max"), QStringLiteral("--pool-size"),
                    QStringLiteral("1"), QStringLiteral("--stride"), QStringLiteral("1000")});
    };
    const Outcome grey = strideOver("P5 2500 2000 255\n" + QByteArray(5'000'000, '\xff'));
    QCOMPARE(grey.error, QByteArray());
    QCOMPARE(grey.out, QByteArray("1,1,1\n1,1,1\n"));
    const Outcome coloured =
        strideOver("P6 2500 2000 255\n" + QByteArray("\xff\x00\x00", 3).repeated(5'000'000));
    QCOMPARE(coloured.status, 1);
    QVERIFY2(coloured.error.startsWith("hourglass: large: 15000000 numbers are too many"),
             coloured.error.constData());
}

void TstCli::interruptEndsTraining()
{
    QProcess process;
    process.setWorkingDirectory(m_folder.path());
    process.start(QStringLiteral(HOURGLASS_PROGRAM),
                  {QStringLiteral("train"), QStringLiteral("--limit"), QStringLiteral("1000"),
                   QStringLiteral("--epochs"), QStringLiteral("10000")});
    QVERIFY(process.waitForReadyRead(30000)); // the first epoch
    QCOMPARE(kill(static_cast<pid_t>(process.processId()), SIGINT), 0);
    QVERIFY(process.waitForFinished(10000));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 1);
    QCOMPARE(process.readAllStandardError(), QByteArray("hourglass: train: cancelled\n"));
    QVERIFY(process.readAllStandardOutput().endsWith('\n'));
}

void TstCli::explainsInJson()
{
    const Outcome outcome =
        run({QStringLiteral("conv2d"), QStringLiteral("--input"), QStringLiteral("x.csv"),
             QStringLiteral("--kernel"), QStringLiteral("k.csv"), QStringLiteral("--stride"),
             QStringLiteral("2"), QStringLiteral("--padding"), QStringLiteral("same"),
             QStringLiteral("--explain"), QStringLiteral("2,1"), QStringLiteral("--json")});
    const QJsonObject object = QJsonDocument::fromJson(outcome.out).object();
    QCOMPARE(object.value(u"sum").toDouble(), 10.0);
    const QJsonArray taps = object.value(u"taps").toArray(), place{2, 1, 0};
    QCOMPARE(object.value(u"output").toArray(), place);
    QCOMPARE(taps.size(), 9);
    double sum = 0;
    for (const auto& tap : taps)
        sum += tap.toObject().value(u"product").toDouble();
    QCOMPARE(sum, 10.0);
    const QJsonObject last = taps.last().toObject();
    const QJsonArray outside{5, 3};
    QCOMPARE(last.value(u"input").toArray(), outside);
    QVERIFY(last.value(u"padding").toBool());
}

void TstCli::goldenCases()
{
    QFile file(QStringLiteral(HOURGLASS_TEST_VECTORS "/convolution.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonArray cases = QJsonDocument::fromJson(file.readAll()).array();
    const auto line = [](const QJsonArray& numbers) {
        QByteArray text;
        for (const auto& n : numbers)
            text += QByteArray::number(n.toDouble()) + ',';
        return text.chopped(1) + '\n';
    };
    int checked = 0;
    for (int i = 0; i < cases.size(); i += 7) {
        const QJsonObject c = cases.at(i).toObject();
        const QString op = c.value(u"op").toString();
        if (op == u"conv2d" || (op == u"conv1dT_keras" && !c.value(u"output_padding").isNull())) continue;
        write(QStringLiteral("gx.csv"), line(c.value(u"x").toArray()));
        write(QStringLiteral("gw.csv"), line(c.value(u"w").toArray()));
        QStringList arguments{QStringLiteral("conv1d"),
                              QStringLiteral("--input"),
                              QStringLiteral("gx.csv"),
                              QStringLiteral("--kernel"),
                              QStringLiteral("gw.csv"),
                              QStringLiteral("--stride"),
                              QString::number(c.value(u"s").toInt()),
                              QStringLiteral("--dilation"),
                              QString::number(c.value(u"d").toInt()),
                              QStringLiteral("--padding"),
                              c.contains(u"p") ? QString::number(c.value(u"p").toInt())
                                               : c.value(u"mode").toString()};
        if (op != u"conv1d") arguments << QStringLiteral("--transposed");
        if (op == u"conv1dT_torch")
            arguments << QStringLiteral("--convention") << QStringLiteral("pytorch")
                      << QStringLiteral("--output-padding")
                      << QString::number(c.value(u"output_padding").toInt());
        const Outcome outcome = run(arguments);
        QCOMPARE(outcome.error, QByteArray());
        QCOMPARE(outcome.out, line(c.value(u"out").toArray()));
        ++checked;
    }
    QVERIFY(checked > 15);
}

void TstCli::numbersDoNotFollowTheLocale()
{
    const Outcome outcome =
        run({QStringLiteral("conv1d"), QStringLiteral("--input"), QStringLiteral("v.csv"),
             QStringLiteral("--kernel"), QStringLiteral("w.csv"), QStringLiteral("--bias"),
             QStringLiteral("0.5")},
            {}, {QStringLiteral("LC_ALL=el_GR.UTF-8"), QStringLiteral("LANG=el_GR.UTF-8")});
    QCOMPARE(outcome.out, QByteArray("321.5\n"));
}

void TstCli::trainingIsReproducible()
{
    const auto numbers = [this](const QString& seed, const QString& threads) {
        const Outcome outcome =
            run({QStringLiteral("train"), QStringLiteral("--model"), QStringLiteral("linear"),
                 QStringLiteral("--limit"), QStringLiteral("2000"), QStringLiteral("--epochs"),
                 QStringLiteral("2"), QStringLiteral("--json"), QStringLiteral("--seed"), seed,
                 QStringLiteral("--threads"), threads});
        QStringList errors;
        for (const QByteArray& line : outcome.out.split('\n'))
            if (!line.isEmpty())
                errors << QString::number(
                    QJsonDocument::fromJson(line).object().value(u"test_mse").toDouble(), 'g', 17);
        return errors;
    };
    const QStringList first = numbers(QStringLiteral("1"), QStringLiteral("2"));
    QCOMPARE(first.size(), 3);
    QCOMPARE(numbers(QStringLiteral("1"), QStringLiteral("2")), first);
    QCOMPARE(numbers(QStringLiteral("1"), QStringLiteral("1")), first);
    QVERIFY(numbers(QStringLiteral("2"), QStringLiteral("2")) != first);
}

void TstCli::pcaOfBundledDigits()
{
    const Outcome outcome =
        run({QStringLiteral("pca"), QStringLiteral("--input"),
             QStringLiteral(HOURGLASS_TEST_ASSETS "/datasets/mnist/train-images-idx3-ubyte.gz"),
             QStringLiteral("--components"), QStringLiteral("2"), QStringLiteral("--json")});
    QCOMPARE(outcome.status, 0);
    const QJsonArray ratio =
        QJsonDocument::fromJson(outcome.out).object().value(u"explained_variance_ratio").toArray();
    QVERIFY(std::abs(ratio.at(0).toDouble() - 0.0970) < 1e-4);
    QVERIFY(std::abs(ratio.at(1).toDouble() - 0.0710) < 1e-4);
}

namespace {

/// The numbers of a float32 file of NumPy's, and its header.
struct NpyContent {
    QByteArray header;
    QList<float> values;
};

NpyContent npyContent(const QByteArray& bytes)
{
    const qsizetype start = bytes.indexOf('\n') + 1;
    NpyContent content{bytes.first(start), QList<float>((bytes.size() - start) / 4)};
    std::memcpy(content.values.data(), bytes.constData() + start,
                static_cast<std::size_t>(bytes.size() - start));
    return content;
}

QList<QList<double>> csvContent(const QByteArray& bytes)
{
    QList<QList<double>> rows;
    for (const QByteArray& line : bytes.split('\n')) {
        if (line.isEmpty()) continue;
        rows.emplaceBack();
        for (const QByteArray& field : line.split(','))
            rows.last() << field.toDouble();
    }
    return rows;
}

} // namespace

void TstCli::modelsAreListed()
{
    const Outcome text = shell(QStringLiteral("$H models")), json = shell(QStringLiteral("$H models --json"));
    const QList<QByteArray> lines = text.out.trimmed().split('\n');
    const QJsonArray rows = QJsonDocument::fromJson(json.out).array();
    QCOMPARE(lines.first(), QByteArray("id,title,description"));
    QCOMPARE(rows.size(), lines.size() - 1);
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const QJsonObject row = rows[i].toObject();
        const QList<QByteArray> fields = lines[i + 1].split(',');
        QCOMPARE(fields.size(), 3); // no text has a comma
        QCOMPARE(row.keys(),
                 (QStringList{QStringLiteral("description"), QStringLiteral("id"), QStringLiteral("title")}));
        QCOMPARE(row.value(u"id").toString().toUtf8(), fields[0]);
        QCOMPARE(row.value(u"title").toString().toUtf8(), fields[1]);
        QCOMPARE(row.value(u"description").toString().toUtf8(), fields[2]);
        QVERIFY(!fields[1].isEmpty() && !fields[2].isEmpty());
        const Outcome trained = shell(QStringLiteral("$H train --data tiny.idx --epochs 1 --model ") +
                                      row.value(u"id").toString());
        QCOMPARE(trained.error, QByteArray());
        QCOMPARE(trained.status, 0);
    }
}

void TstCli::modelFilesAreReproducible()
{
    const auto train = [this](const QString& options) {
        const Outcome outcome = shell(
            QStringLiteral("$H train --model conv --data tiny.idx --epochs 3 --out m.hourglass ") + options);
        if (!outcome.error.isEmpty()) qFatal("%s", outcome.error.constData());
        return content(QStringLiteral("m.hourglass"));
    };
    const QByteArray first = train(QStringLiteral("--threads 2"));
    QVERIFY(first.size() > 1000 * 4);
    QVERIFY(first == train(QStringLiteral("--threads 2")));
    QVERIFY(first != train(QStringLiteral("--threads 2 --seed 2")));
    QVERIFY(!files().contains(QStringLiteral("m.hourglass.part")));
}

void TstCli::presetsBringTheirRecipe()
{
    const auto lines = [this](const char* options) {
        const Outcome outcome =
            shell(QStringLiteral("$H train --data tiny.idx --json ") + QString::fromLatin1(options));
        QByteArrayList errors;
        for (const QByteArray& line : outcome.out.trimmed().split('\n'))
            errors << QByteArray::number(QJsonDocument::fromJson(line).object().value(u"test_mse").toDouble(),
                                         'g', 17);
        return errors;
    };
    QCOMPARE(lines("--model linear").size(), 7); // the split, five epochs, the end
    QCOMPARE(lines("--model lab-linear").size(), 8);
    QCOMPARE(lines("--model lab-linear"), lines("--model linear --lr 0.003 --schedule cosine --epochs 6"));
    QCOMPARE(lines("--model lab-linear --epochs 2 --lr 0.001 --schedule constant"),
             lines("--model linear --epochs 2"));
}

void TstCli::linearNetworksAreComparedWithPca_data()
{
    QTest::addColumn<QString>("options");
    QTest::addColumn<int>("angles"); // between planes, and then axes
    QTest::addColumn<int>("axes");
    const auto row = [](const char* options, int angles, int axes) {
        QTest::newRow(options) << QString::fromLatin1(options) << angles << axes;
    };
    row("--model lab-linear", 2, 0);
    row("--model lab-deep-linear", 2, 0);
    row("--model lab-ordered", 2, 2);
    row("--model lab-ordered --bottleneck 3 --schedule constant --optimizer sgd", 3, 3);
    row("--model linear --ordered", 2, 2);
    row("--model lab-dense", 0, 0);
    row("--model lab-dense --ordered", 0, 0);
}

void TstCli::linearNetworksAreComparedWithPca()
{
    QFETCH(QString, options);
    QFETCH(int, angles);
    QFETCH(int, axes);
    const Outcome outcome = shell(QStringLiteral("$H train --data tiny.idx --epochs 2 --json ") + options);
    QCOMPARE(outcome.error, QByteArray());
    const QJsonObject last = QJsonDocument::fromJson(outcome.out.trimmed().split('\n').last()).object();
    QCOMPARE(last.value(u"principal_angles_degrees").toArray().size(), angles);
    QCOMPARE(last.value(u"axis_degrees").toArray().size(), axes);
    QCOMPARE(last.contains(u"residual"), angles > 0);
    const double residual = last.value(u"residual").toDouble();
    QVERIFY(0 <= residual && residual <= 1);
}

void TstCli::digitsOfSomeClasses()
{
    const Outcome pca = shell(QStringLiteral("$H pca --input mnist:3 --components 1 --json"));
    QCOMPARE(pca.error, QByteArray());
    const QJsonArray mean = QJsonDocument::fromJson(pca.out).object().value(u"mean").toArray();
    QCOMPARE(mean.size(), 784);
    QCOMPARE(mean[0].toDouble(), 0.0);
    QVERIFY(shell(QStringLiteral("$H mds --input mnist:3 --json")).error.contains("6131"));
    const Outcome unknown = shell(QStringLiteral("$H pca --input mnist:3,x"));
    QCOMPARE(unknown.status, 1);
    QVERIFY(unknown.error.startsWith("hourglass: mnist:3,x: "));
    QVERIFY(unknown.error.contains("0 to 9"));
    QCOMPARE(shell(QStringLiteral("$H train --data mnist:x")).status, 2);
}

void TstCli::networkOfAFile()
{
    // The bundled linear network, described: the same numbers.
    write(QStringLiteral("linear.json"),
          R"({"format":"hourglass-network","version":1,"input":[1,8,8],"centred":true,"code_layer":0,
              "layers":[{"type":"dense","units":2},{"type":"dense","units":[1,8,8]}]})");
    const auto last = [this](const char* options) {
        const Outcome outcome = shell(QStringLiteral("$H train --data tiny.idx --epochs 2 --json ") +
                                      QString::fromLatin1(options));
        if (!outcome.error.isEmpty()) qFatal("%s", outcome.error.constData());
        QJsonObject line = QJsonDocument::fromJson(outcome.out.trimmed().split('\n').last()).object();
        line.remove(QStringLiteral("seconds"));
        return line;
    };
    QCOMPARE(last("--model linear.json"), last("--model linear"));
    QCOMPARE(last("--model linear.json --bottleneck 5"), last("--model linear --bottleneck 5"));
    QCOMPARE(last("--model linear.json --bottleneck 3").value(u"principal_angles_degrees").toArray().size(),
             3);
    const Outcome piped = shell(QStringLiteral("$H train --data tiny.idx --model - < linear.json"));
    QCOMPARE(piped.error, QByteArray());
}

void TstCli::encodesParts_data()
{
    QTest::addColumn<QString>("options");
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("columns");
    QTest::newRow("all of a file") << "small.hourglass --data rows.csv" << 24 << 2;
    QTest::newRow("the training part") << "small.hourglass --data rows.csv --part train" << 22 << 2;
    QTest::newRow("the held-out part") << "small.hourglass --data rows.csv --part test" << 2 << 2;
    QTest::newRow("one row") << "small.hourglass --data one-row.csv" << 1 << 2;
    QTest::newRow("one row on standard input") << "small.hourglass --data - < one-row.csv" << 1 << 2;
    QTest::newRow("digits, with labels") << "digits.hourglass --data mnist --part test" << 10000 << 4;
}

void TstCli::encodesParts()
{
    QFETCH(QString, options);
    QFETCH(int, rows);
    QFETCH(int, columns);
    if (options.startsWith(u"digits"))
        shell(QStringLiteral(
            "$H train --model dense --bottleneck 3 --limit 100 --epochs 1 --out digits.hourglass"));
    const Outcome outcome = shell(QStringLiteral("$H encode --out parts.csv ") + options);
    QCOMPARE(outcome.error, QByteArray());
    QCOMPARE(outcome.out, QByteArray());
    const auto table = csvContent(content(QStringLiteral("parts.csv")));
    QCOMPARE(table.size(), rows);
    for (const auto& row : table)
        QCOMPARE(row.size(), columns);
    if (columns == 4) QCOMPARE(table[0][3], 7.0); // the first held-out digit
}

void TstCli::codesAreTheSameInEveryForm()
{
    const Outcome outcome =
        shell(QStringLiteral("$H encode small.hourglass --data rows.csv --out f.csv\n"
                             "$H encode small.hourglass --data rows.csv --out f.npy\n"
                             "$H encode small.hourglass --data rows.csv --out test.csv --part test"));
    QCOMPARE(outcome.error, QByteArray());
    const auto table = csvContent(content(QStringLiteral("f.csv")));
    const NpyContent array = npyContent(content(QStringLiteral("f.npy")));
    QVERIFY2(array.header.contains("'<f4', 'fortran_order': False, 'shape': (24, 2)"),
             array.header.constData());
    for (qsizetype i = 0; i < table.size(); ++i)
        for (qsizetype k = 0; k < 2; ++k)
            QCOMPARE(static_cast<float>(table[i][k]), array.values[2 * i + k]);
    // Row for row: the held-out ones, 9 and 19, at their places.
    QCOMPARE(csvContent(content(QStringLiteral("test.csv"))), (QList{table[9], table[19]}));
    QCOMPARE(table[8], table[0]);
    QVERIFY(table[9] != table[8]);
}

void TstCli::decodesIntoAnArray()
{
    const Outcome outcome =
        shell(QStringLiteral("$H encode small.hourglass --data rows.csv --out a.csv\n"
                             "$H encode small.hourglass --data rows.csv --out a.npy\n"
                             "$H decode small.hourglass --codes a.csv --out b.npy\n"
                             "$H decode small.hourglass --codes a.npy --out c.npy\n"
                             "sed 's/$/,3/' a.csv | $H decode small.hourglass --codes - --out d.npy"));
    QCOMPARE(outcome.error, QByteArray());
    const QByteArray decoded = content(QStringLiteral("b.npy"));
    QVERIFY(decoded == content(QStringLiteral("c.npy")));
    QVERIFY(decoded == content(QStringLiteral("d.npy"))); // the label is ignored
    const NpyContent array = npyContent(decoded);
    QVERIFY2(array.header.contains("'shape': (24, 1, 4)"), array.header.constData());
    // What was trained on two different rows gives them back: the mean squared error is the one of training.
    const QByteArray trained = content(QStringLiteral("small.txt"));
    const double expected = trained.mid(trained.indexOf("test_mse: ") + 10).split('\n')[0].toDouble();
    const double row[] = {1, 0.25, 0, 1}; // 9 and 19 are odd
    double error = 0;
    for (const qsizetype held : {9, 19})
        for (qsizetype i = held * 4; i < (held + 1) * 4; ++i)
            error += std::pow(static_cast<double>(array.values[i]) - row[i % 4], 2) / 8;
    QVERIFY2(std::abs(error - expected) < 1e-5 * (1 + expected), QByteArray::number(error).constData());
}

void TstCli::decodesIntoPictures()
{
    const Outcome outcome =
        shell(QStringLiteral("$H train --model conv --limit 200 --epochs 1 --out p.hourglass > train.txt\n"
                             "seq 11 | sed 's/$/,-0.5,3/' > p.csv\n"
                             "$H decode p.hourglass --codes p.csv --out pictures\n"
                             "$H decode p.hourglass --codes p.csv --out p.npy\n"
                             "mkdir there; touch there/kept there/00.png\n"
                             "$H decode p.hourglass --codes p.csv --out there/\n"));
    QCOMPARE(outcome.error, QByteArray());
    const QStringList names = QDir(m_folder.filePath(QStringLiteral("pictures"))).entryList(QDir::Files);
    QCOMPARE(names.size(), 11);
    QCOMPARE(names.first(), QStringLiteral("00.png"));
    QCOMPARE(names.last(), QStringLiteral("10.png"));
    const NpyContent array = npyContent(content(QStringLiteral("p.npy")));
    QVERIFY2(array.header.contains("'shape': (11, 28, 28)"), array.header.constData());
    const QImage last(m_folder.filePath(QStringLiteral("pictures/10.png")));
    QCOMPARE(last.size(), QSize(28, 28));
    QVERIFY(last.allGray());
    for (int i = 0; i < 784; ++i)
        QCOMPARE(qRed(last.pixel(i % 28, i / 28)), qRound(array.values[10 * 784 + i] * 255));
    const QDir there(m_folder.filePath(QStringLiteral("there")));
    QCOMPARE(there.entryList(QDir::Files | QDir::Hidden).size(),
             12); // the old one replaced, another one kept
    QCOMPARE(QFileInfo(there.filePath(QStringLiteral("00.png"))).size(),
             QFileInfo(m_folder.filePath(QStringLiteral("pictures/00.png"))).size());
    QVERIFY(files().filter(QStringLiteral(".part")).isEmpty());
}

void TstCli::foldersOfPicturesAreTrainedOn()
{
    // Bright and dark pictures in colour, of two classes; 1.png, 2.png, …, 10.png in this order.
    for (const char* name : {"bright", "dark"}) {
        QDir(m_folder.path()).mkpath(QStringLiteral("photos/") + QString::fromLatin1(name));
        for (int i = 1; i <= 10; ++i) {
            QImage image(4, 4, QImage::Format_RGB32);
            image.fill(QByteArray(name) == "bright" ? QColor(200 + i, 255, 200) : QColor(i, 0, 20));
            QVERIFY(image.save(
                m_folder.filePath(QStringLiteral("photos/%1/%2.png").arg(QString::fromLatin1(name)).arg(i))));
        }
    }
    const Outcome outcome = shell(QStringLiteral(
        "$H train --data photos --bottleneck 1 --epochs 30 --lr 0.01 --json --out photos.hourglass\n"
        "$H encode photos.hourglass --data photos --out photos.csv"));
    QCOMPARE(outcome.error, QByteArray());
    QCOMPARE(outcome.out.split('\n')[0],
             QByteArray("{\"held_out\":\"every tenth\",\"train\":18,\"test\":2}"));
    const auto table = csvContent(content(QStringLiteral("photos.csv")));
    QCOMPARE(table.size(), 20);
    QList<double> labels;
    for (const auto& row : table)
        labels << row[1];
    QCOMPARE(labels, QList<double>(10, 0) + QList<double>(10, 1));
    for (qsizetype i = 0; i < 10; ++i) // the two classes lie on either side of the mean
        QVERIFY(table[i][0] * table[i + 10][0] < 0);
}

void TstCli::encodeKeepsTheOrder()
{
    // 9,007 rows, each with its own number as label: pieces of the work end anywhere.
    QByteArray rows;
    for (int i = 0; i < 9007; ++i)
        rows += QByteArray::number(i) + "," + QByteArray::number(i % 100 / 100.0) + "," +
                QByteArray::number(i % 7 / 7.0) + "\n";
    write(QStringLiteral("many-rows.csv"), "number,x,y\n" + rows);
    const Outcome outcome = shell(QStringLiteral(
        "$H train --data many-rows.csv --label-column first --bottleneck 1 --epochs 1 --out order.hourglass "
        "> order.txt\n"
        "$H encode order.hourglass --data many-rows.csv --label-column first --out order.csv\n"
        "$H encode order.hourglass --data many-rows.csv --label-column first --part test --out held.csv\n"
        "$H pca --input order.csv --label-column last --json"));
    QCOMPARE(outcome.error, QByteArray());
    const auto table = csvContent(content(QStringLiteral("order.csv")));
    QCOMPARE(table.size(), 9007);
    for (qsizetype i = 0; i < table.size(); ++i)
        QCOMPARE(table[i][1], static_cast<double>(i));
    const auto held = csvContent(content(QStringLiteral("held.csv")));
    QCOMPARE(held.size(), 900);
    for (qsizetype i = 0; i < held.size(); ++i)
        QCOMPARE(held[i], table[10 * i + 9]);
    QCOMPARE(QJsonDocument::fromJson(outcome.out).object().value(u"mean").toArray().size(), 1);
}

void TstCli::trainLossIsTheMeanOverSamples_data()
{
    QTest::addColumn<int>("batch");
    for (const int batch : {1, 2, 10, 64, 100, 128, 129, 500})
        QTest::addRow("%d", batch) << batch;
}

void TstCli::trainLossIsTheMeanOverSamples()
{
    QFETCH(int, batch);
    QVERIFY(QFile::exists(QStringLiteral(HOURGLASS_TEST_FAULTS "/n143.csv")));
    const Outcome outcome = shell(QStringLiteral("$H train --model linear --data " HOURGLASS_TEST_FAULTS
                                                 "/n143.csv --epochs 1 --lr 1e-9 --json --batch %1")
                                      .arg(batch));
    QCOMPARE(outcome.error, QByteArray());
    const QJsonObject epoch = QJsonDocument::fromJson(outcome.out.split('\n')[1]).object();
    QVERIFY(std::abs(epoch.value(u"train_loss").toDouble() - 0.0682798) < 5e-8);
}

void TstCli::fewDirectionsAreTold()
{
    const auto lines = [this](const char* options) {
        const Outcome outcome =
            shell(QStringLiteral("$H train --data rows.csv --epochs 1 ") + QString::fromLatin1(options));
        if (!outcome.error.isEmpty()) qFatal("%s", outcome.error.constData());
        return outcome.out;
    };
    const auto last = [&](const char* options) {
        return QJsonDocument::fromJson(lines(options).trimmed().split('\n').last()).object();
    };
    QCOMPARE(last("--bottleneck 2 --json").value(u"directions_in_data").toInt(), 1);
    QVERIFY(!last("--bottleneck 1 --json").contains(u"directions_in_data"));
    QVERIFY(lines("--bottleneck 3").contains("\ndirections_in_data: 1, fewer than the bottleneck's 3: "));
}

void TstCli::skippedFilesAreCounted()
{
    for (int i = 0; i < 3; ++i)
        for (const char* name : {"litter/a", "litter/b", "litter/__MACOSX/a"}) {
            QDir(m_folder.path()).mkpath(QString::fromLatin1(name));
            write(QStringLiteral("%1/%2.pgm").arg(QString::fromLatin1(name)).arg(i),
                  QByteArray(name).contains("MACOSX")
                      ? QByteArray("Mac OS X")
                      : QByteArray("P2 2 2 255\n0 9 ") + QByteArray::number(i) + " 3\n");
        }
    Outcome outcome = shell(QStringLiteral("$H train --data litter --epochs 1 --limit 5 --bottleneck 1"));
    QVERIFY(outcome.error.startsWith("hourglass: litter: 3 files are no pictures and were skipped\n"));
    outcome = shell(QStringLiteral(
        "mkdir -p tidy; cp litter/a/* tidy; echo words > tidy/.DS_Store\n"
        "for i in 1 2 3; do cp litter/b/0.pgm tidy/x$i; cp litter/b/1.pgm tidy/y$i; done\n"
        "cp litter/b/2.pgm tidy/z; $H train --data tidy --epochs 1 --bottleneck 1 > tidy.txt"));
    QCOMPARE(outcome.error, QByteArray("hourglass: tidy: 1 file is no picture and was skipped\n"));
}

void TstCli::nothingIsLeftOfFailedWork_data()
{
    QTest::addColumn<QString>("command");
    const auto row = [](const char* command) { QTest::newRow(command) << QString::fromLatin1(command); };
    row("train --out new.hourglass --lr 1000 --optimizer sgd --epochs 3 --limit 1000");
    row("train --out new.hourglass --data x.csv");
    row("encode small.hourglass --data x.csv --out new.csv");
    row("encode small.hourglass --data none --out new.npy");
    row("decode small.hourglass --codes big.csv --out new.npy");
    row("decode small.hourglass --codes big.csv --out new");
    row("decode small.hourglass --codes big.csv --out empty");
}

void TstCli::nothingIsLeftOfFailedWork()
{
    QFETCH(QString, command);
    const QStringList before = files();
    const Outcome outcome = run(command.split(u' '));
    QCOMPARE(outcome.status, 1);
    QCOMPARE(outcome.error.count('\n'), 1);
    QCOMPARE(files(), before);
    QVERIFY(QDir(m_folder.filePath(QStringLiteral("empty"))).isEmpty());
}

void TstCli::interruptLeavesNoFile_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<QString>("begun"); // what shows that the work has begun; empty: its first line
    QTest::newRow("train") << QStringLiteral("train --data rows.csv --epochs 10000 --out never.hourglass")
                           << QString();
    QTest::newRow("encode") << QStringLiteral("encode tiny.hourglass --data many.idx --out never.csv")
                            << QStringLiteral("never.csv.part");
    QTest::newRow("decode into an array")
        << QStringLiteral("decode tiny.hourglass --codes many.csv --out never.npy")
        << QStringLiteral("never.npy.part");
    QTest::newRow("decode into pictures")
        << QStringLiteral("decode tiny.hourglass --codes many.csv --out never")
        << QStringLiteral("never.part");
}

void TstCli::interruptLeavesNoFile()
{
    QFETCH(QString, command);
    QFETCH(QString, begun);
    if (!files().contains(QStringLiteral("many.csv"))) {
        write(QStringLiteral("many.csv"), QByteArray("1,2\n").repeated(1'000'000));
        write(QStringLiteral("many.idx"),
              QByteArray("\0\0\x08\x03\0\x08\0\0\0\0\0\x08\0\0\0\x08", 16) + QByteArray(64 << 19, '\7'));
        const Outcome trained = shell(QStringLiteral(
            "$H train --model conv --data tiny.idx --epochs 1 --out tiny.hourglass > tiny.txt"));
        QCOMPARE(trained.error, QByteArray());
    }
    const QStringList before = files();
    QProcess process;
    process.setWorkingDirectory(m_folder.path());
    process.start(QStringLiteral(HOURGLASS_PROGRAM), command.split(u' '));
    if (begun.isEmpty())
        QVERIFY(process.waitForReadyRead(30000));
    else
        QTRY_VERIFY_WITH_TIMEOUT(files().contains(begun), 30000);
    QCOMPARE(kill(static_cast<pid_t>(process.processId()), SIGINT), 0);
    QVERIFY(process.waitForFinished(10000));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 1);
    QCOMPARE(process.readAllStandardError(),
             QByteArray("hourglass: " + command.section(u' ', 0, 0).toUtf8() + ": cancelled\n"));
    QCOMPARE(files(), before);
}

QTEST_GUILESS_MAIN(TstCli)
#include "tst_cli.moc"
