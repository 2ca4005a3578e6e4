#include <QBuffer>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#include <csignal>

namespace {

struct Outcome {
    int status = -1;
    QByteArray out, error;
};

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
    void interruptEndsTraining();
    void explainsInJson();
    void goldenCases();
    void numbersDoNotFollowTheLocale();
    void trainingIsReproducible();
    void pcaOfBundledDigits();

private:
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
    write(QStringLiteral("grey.pgm"), "P2 3 1 255\n0 255 51\n");
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
    row("train --data nine.csv", 1, "nine.csv: 9 samples are too few; at least 10 are needed");
    row("train --data counts.csv --model dense --loss bce", 1,
        "counts.csv: bce needs numbers from 0 to 1, and 2 ");
    row("conv2d --input word.csv --kernel k.csv", 1, "word.csv: line 2, field 2: \"x\"");
    row("conv2d --input nan.csv --kernel k.csv", 1, "nan.csv: line 1, field 2");
    row("conv2d --input huge.csv --kernel k.csv", 1, "huge.csv: line 1, field 1");
    row("conv2d --input gaps.csv --kernel k.csv", 1, "gaps.csv: line 3");
    row("conv2d --input binary.csv --kernel k.csv", 1, "binary.csv: ");
    row("conv2d --input . --kernel k.csv", 1, ".: ");
    row("conv2d --input x.csv --kernel two.csv --filters 3", 1, "two.csv: ");
    row("conv1d --input x.csv --kernel w.csv", 1,
        "x.csv: the block that begins in line 1 is of 5 × 5 numbers, not 1 × 5");
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

QTEST_GUILESS_MAIN(TstCli)
#include "tst_cli.moc"
