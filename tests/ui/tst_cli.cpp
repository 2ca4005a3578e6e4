#include <QtTest>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

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
    void explainsInJson();
    void goldenCases();
    void numbersDoNotFollowTheLocale();
    void trainingIsReproducible();
    void pcaOfBundledDigits();

private:
    Outcome run(const QStringList& arguments, const QByteArray& input = {}, const QStringList& environment = {}) const;
    void write(const QString& name, const QByteArray& content) const;

    QTemporaryDir m_folder;
};

Outcome TstCli::run(const QStringList& arguments, const QByteArray& input, const QStringList& environment) const
{
    QProcess process;
    process.setWorkingDirectory(m_folder.path());
    QProcessEnvironment variables = QProcessEnvironment::systemEnvironment();
    for (const QString& pair : environment) variables.insert(pair.section(u'=', 0, 0), pair.section(u'=', 1));
    variables.remove(QStringLiteral("QT_QPA_PLATFORM"));
    variables.remove(QStringLiteral("DISPLAY"));
    process.setProcessEnvironment(variables);
    process.start(QStringLiteral(HOURGLASS_PROGRAM), arguments);
    process.write(input);
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
    row("conv1d --input v.csv --kernel w.csv --transposed --stride 2 --padding 1 --output-padding 1", "10,102,20,203,30,300\n");
    row("conv1d --input v.csv --kernel w.csv --padding causal", "100,210,321\n");
    row("conv1d --input v.csv --kernel w.csv --padding 1 --padding-mode circular", "213,321,132\n");
    row("conv1d --input v.csv --kernel two.csv --filters 2 --bias -1,.5", "4,7\n\n11.5,18.5\n");
    row("conv1d --input two.csv --kernel two.csv", "30\n");
    row("conv1d --input v.csv --pool max --pool-size 2 --padding same", "2,3,3\n");
    row("conv1d --input v.csv --pool average --pool-size 2 --padding same", "1.5,2.5,3\n");
    row("conv1d --input δοκιμή.csv --kernel w.csv", "321\n");
    row("conv2d --input grey.pgm --kernel v.csv", "2.6\n");
    row("conv1d --input v.csv --kernel w.csv --explain 0", "channel,index,padding,value,weight,product\n0,0,no,1,1,1\n0,1,no,2,10,20\n0,2,no,3,100,300\nbias: 0\nsum: 321\n");
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
    if (expected.isEmpty()) QVERIFY(outcome.out.contains("Usage"));
    else QCOMPARE(outcome.out, expected);
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
    row("conv2d --input x.csv --kernel k.csv --padding same --convention pytorch --stride 2", 2, "--padding: ");
    row("conv2d --input x.csv --kernel k.csv --transposed --padding 1,1,1,1", 2, "--padding: ");
    row("conv2d --input x.csv --kernel k.csv --transposed --padding same --output-padding 0", 2, "--output-padding: ");
    row("conv2d --input x.csv --kernel k.csv --transposed --stride 2 --padding 1 --output-padding 2", 2, "--output-padding: ");
    row("conv2d --input x.csv --kernel k.csv --output-padding 0", 2, "--output-padding: ");
    row("conv2d --input x.csv --kernel k.csv --pool max --pool-size 2", 2, "--kernel: ");
    row("conv2d --input x.csv --kernel k.csv --bias a", 2, "--bias: ");
    row("conv2d --input x.csv --kernel k.csv --explain 1", 2, "--explain: ");
    row("conv2d --input x.csv --kernel k.csv --explain 9,0", 1, "--explain: ");
    row("conv2d --input x.csv --kernel k.csv --bias 1,2", 1, "--bias: ");
    row("conv2d --input x.csv --kernel k.csv --dilation 3", 1, "k.csv (rows): kernel 7 > padded input 5 (5 + 0 + 0)");
    row("conv2d --input x.csv --kernel k.csv --padding 5 --padding-mode reflect", 1, "--padding (rows): ");
    row("conv2d --input missing.csv --kernel k.csv", 1, "missing.csv: ");
    row("conv2d --input ragged.csv --kernel k.csv", 1, "ragged.csv: line 2 ");
    row("conv2d --input word.csv --kernel k.csv", 1, "word.csv: line 2, field 2: \"x\"");
    row("conv2d --input nan.csv --kernel k.csv", 1, "nan.csv: line 1, field 2");
    row("conv2d --input huge.csv --kernel k.csv", 1, "huge.csv: line 1, field 1");
    row("conv2d --input gaps.csv --kernel k.csv", 1, "gaps.csv: line 3");
    row("conv2d --input binary.csv --kernel k.csv", 1, "binary.csv: ");
    row("conv2d --input . --kernel k.csv", 1, ".: ");
    row("conv2d --input x.csv --kernel two.csv --filters 3", 1, "two.csv: ");
    row("conv1d --input x.csv --kernel w.csv", 1, "x.csv: ");
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

void TstCli::explainsInJson()
{
    const Outcome outcome = run({QStringLiteral("conv2d"), QStringLiteral("--input"), QStringLiteral("x.csv"), QStringLiteral("--kernel"),
                                 QStringLiteral("k.csv"), QStringLiteral("--stride"), QStringLiteral("2"), QStringLiteral("--padding"),
                                 QStringLiteral("same"), QStringLiteral("--explain"), QStringLiteral("2,1"), QStringLiteral("--json")});
    const QJsonObject object = QJsonDocument::fromJson(outcome.out).object();
    QCOMPARE(object.value(u"sum").toDouble(), 10.0);
    const QJsonArray taps = object.value(u"taps").toArray(), place{2, 1, 0};
    QCOMPARE(object.value(u"output").toArray(), place);
    QCOMPARE(taps.size(), 9);
    double sum = 0;
    for (const auto& tap : taps) sum += tap.toObject().value(u"product").toDouble();
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
        for (const auto& n : numbers) text += QByteArray::number(n.toDouble()) + ',';
        return text.chopped(1) + '\n';
    };
    int checked = 0;
    for (int i = 0; i < cases.size(); i += 7) {
        const QJsonObject c = cases.at(i).toObject();
        const QString op = c.value(u"op").toString();
        if (op == u"conv2d" || (op == u"conv1dT_keras" && !c.value(u"output_padding").isNull())) continue;
        write(QStringLiteral("gx.csv"), line(c.value(u"x").toArray()));
        write(QStringLiteral("gw.csv"), line(c.value(u"w").toArray()));
        QStringList arguments{QStringLiteral("conv1d"), QStringLiteral("--input"), QStringLiteral("gx.csv"), QStringLiteral("--kernel"), QStringLiteral("gw.csv"),
                              QStringLiteral("--stride"), QString::number(c.value(u"s").toInt()), QStringLiteral("--dilation"), QString::number(c.value(u"d").toInt()),
                              QStringLiteral("--padding"), c.contains(u"p") ? QString::number(c.value(u"p").toInt()) : c.value(u"mode").toString()};
        if (op != u"conv1d") arguments << QStringLiteral("--transposed");
        if (op == u"conv1dT_torch")
            arguments << QStringLiteral("--convention") << QStringLiteral("pytorch") << QStringLiteral("--output-padding") << QString::number(c.value(u"output_padding").toInt());
        const Outcome outcome = run(arguments);
        QCOMPARE(outcome.error, QByteArray());
        QCOMPARE(outcome.out, line(c.value(u"out").toArray()));
        ++checked;
    }
    QVERIFY(checked > 15);
}

void TstCli::numbersDoNotFollowTheLocale()
{
    const Outcome outcome = run({QStringLiteral("conv1d"), QStringLiteral("--input"), QStringLiteral("v.csv"), QStringLiteral("--kernel"), QStringLiteral("w.csv"),
                                 QStringLiteral("--bias"), QStringLiteral("0.5")},
                                {}, {QStringLiteral("LC_ALL=el_GR.UTF-8"), QStringLiteral("LANG=el_GR.UTF-8")});
    QCOMPARE(outcome.out, QByteArray("321.5\n"));
}

void TstCli::trainingIsReproducible()
{
    const auto numbers = [this](const QString& seed, const QString& threads) {
        const Outcome outcome = run({QStringLiteral("train"), QStringLiteral("--model"), QStringLiteral("linear"), QStringLiteral("--limit"), QStringLiteral("2000"),
                                     QStringLiteral("--epochs"), QStringLiteral("2"), QStringLiteral("--json"), QStringLiteral("--seed"), seed, QStringLiteral("--threads"), threads});
        QStringList errors;
        for (const QByteArray& line : outcome.out.split('\n'))
            if (!line.isEmpty()) errors << QString::number(QJsonDocument::fromJson(line).object().value(u"test_mse").toDouble(), 'g', 17);
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
    const Outcome outcome = run({QStringLiteral("pca"), QStringLiteral("--input"), QStringLiteral(HOURGLASS_TEST_ASSETS "/datasets/mnist/train-images-idx3-ubyte.gz"),
                                 QStringLiteral("--components"), QStringLiteral("2"), QStringLiteral("--json")});
    QCOMPARE(outcome.status, 0);
    const QJsonArray ratio = QJsonDocument::fromJson(outcome.out).object().value(u"explained_variance_ratio").toArray();
    QVERIFY(std::abs(ratio.at(0).toDouble() - 0.0970) < 1e-4);
    QVERIFY(std::abs(ratio.at(1).toDouble() - 0.0710) < 1e-4);
}

QTEST_GUILESS_MAIN(TstCli)
#include "tst_cli.moc"
