#include "tests/support/program_run.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <csignal>

using namespace hg::test;

namespace {

/// A number of a row; NaN for null.
double numberOf(const QJsonObject& result, const char* row, const char* name)
{
    const QJsonArray rows = result[QStringLiteral("rows")].toArray();
    for (const auto& one : rows)
        if (one[QStringLiteral("row")] == QLatin1String(row))
            return one[QLatin1String(name)].toDouble(std::nan(""));
    return -1;
}

} // namespace

/// `hourglass denoise` from outside, as its contract states it, on small data.
class TstCliDenoise : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void fails_data();
    void fails();
    void printsItsRows();
    void textAndJsonAgree();
    void noiseIsMeasuredByHand_data();
    void noiseIsMeasuredByHand();
    void isReproducible();
    void noiseOfTrainingIsThatOfTesting();
    void trainedModelTakesThePlaceOfTheCleanTwin();
    void everyNoiseWorks_data();
    void everyNoiseWorks();
    void trainingByItselfTakesThreeKinds();
    void digitsAreRead();
    void interruptEndsIt();

private:
    Outcome run(const QString& command) const;
    QJsonObject json(const QString& command) const;
    void write(const QString& name, const QByteArray& content) const;

    QTemporaryDir m_folder;
};

Outcome TstCliDenoise::run(const QString& command) const
{
    return runProgram(m_folder.path(), command);
}

QJsonObject TstCliDenoise::json(const QString& command) const
{
    return jsonOfProgram(m_folder.path(), command);
}

void TstCliDenoise::write(const QString& name, const QByteArray& content) const
{
    QFile file(m_folder.filePath(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}

/// Sixty pictures of 6 × 6 with a bright square somewhere, six of them held out.
void TstCliDenoise::initTestCase()
{
    QVERIFY(m_folder.isValid());
    QByteArray pictures, table;
    for (int i = 0; i < 60; ++i) {
        for (int h = 0; h < 6; ++h)
            for (int w = 0; w < 6; ++w) {
                const bool isBright = h >= i % 4 && h < i % 4 + 3 && w >= i / 4 % 4 && w < i / 4 % 4 + 3;
                pictures += QByteArray(isBright ? "0.9" : "0.1") + (w < 5 ? "," : "\n");
                table += QByteArray(isBright ? "0.9" : "0.1") + (h * 6 + w < 35 ? "," : "\n");
            }
        pictures += "\n";
    }
    write(QStringLiteral("pictures.csv"), pictures);
    write(QStringLiteral("table.csv"), table);
    write(QStringLiteral("bright.csv"), QByteArray(table).replace("0.9", "1.5"));
    write(QStringLiteral("four.csv"), "0,1\n1,0\n1,1\n0,0\n");
    write(QStringLiteral("text.hourglass"), "not a model\n");
    QCOMPARE(run(QStringLiteral("train --data pictures.csv --model lab-dense --bottleneck 4 --epochs 3 "
                                "--batch 16 --seed 5 --out trained.hourglass"))
                 .status,
             0);
}

void TstCliDenoise::fails_data()
{
    QTest::addColumn<QString>("options");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("start");
    const auto row = [](const char* options, int status, const char* start) {
        const QString all = QStringLiteral("--data pictures.csv ") + QLatin1String(options);
        QTest::newRow(options) << all << status << QByteArray("hourglass: ").append(start);
    };
    const char* noise = "--noise: \"";
    for (const char* text :
         {"gaussian", "gaussian:", "gaussian:-1", "gaussian:11", "gaussian:x", "fog:1", "none:1", "mask:1.5",
          "saltpepper:2", "block:0", "block:2.5", "blur:11", "gaussian:nan", ":1"}) {
        const QByteArray quoted = QByteArray(noise).append(text).append("\" is none of gaussian:S");
        row(QByteArray("--noise ").append(text).constData(), 2, quoted.constData());
    }
    row("--train-noise fog:1", 2, "--train-noise: \"fog:1\" is none of gaussian:S");
    row("--noise block:7", 1, "--noise: a block of side 7 is larger than samples of 6×6");
    row("--train-noise block:7", 1, "--train-noise: a block of side 7 is larger");
    row("--noise mask:.5 --noise mask:.5", 2, "--noise: ");
    row("--clip=1", 2, "--clip: takes no value");
    row("--limit 0", 2, "--limit: ");
    row("--limit x", 2, "--limit: ");
    row("--epochs 0", 2, "--epochs: ");
    row("--seed -1", 2, "--seed: ");
    row("--threads 0", 2, "--threads: ");
    row("--bottleneck 0", 2, "--bottleneck: ");
    row("--bottleneck 1025", 2, "--bottleneck: ");
    row("--bottleneck 37", 1, "--bottleneck: ");
    row("--lr 1", 2, "--lr: ");
    row("--model dens", 2, "--model: \"dens\" is none of linear, ");
    row("--model lab-conv", 1, "--data: ");
    row("--model none.hourglass", 1, "none.hourglass: ");
    row("--model text.hourglass", 1, "text.hourglass: ");
    row("--model trained.hourglass --bottleneck 4", 2, "--bottleneck: a trained model has its own");
    row("--model none.hourglass --noise fog:1", 2, "--noise: ");
    const auto other = [](const char* options, int status, const char* start) {
        const QString all = QString::fromLatin1(options);
        QTest::newRow(options) << all << status << QByteArray("hourglass: ").append(start);
    };
    other("--data none.csv", 1, "none.csv: ");
    other("--data mnist:x", 2, "--data: ");
    other("--data bright.csv", 1, "bright.csv: denoise needs numbers from 0 to 1, and 1.5 is among these");
    other("--data four.csv", 1, "four.csv: ");
    other("--data four.csv --model trained.hourglass", 1, "four.csv: ");
    other("pictures.csv", 2, "pictures.csv: ");
}

void TstCliDenoise::fails()
{
    QFETCH(QString, options);
    QFETCH(int, status);
    QFETCH(QByteArray, start);
    const Outcome outcome = run(QStringLiteral("denoise ") + options);
    QCOMPARE(outcome.out, QByteArray());
    QVERIFY2(outcome.error.startsWith(start), outcome.error.constData());
    QCOMPARE(outcome.error.count('\n'), 1);
    QCOMPARE(outcome.status, status);
}

void TstCliDenoise::printsItsRows()
{
    const Outcome outcome = run(QStringLiteral(
        "denoise --data pictures.csv --epochs 1 --noise gaussian:0.30 --clip --limit 4 --json"));
    QCOMPARE(outcome.error, QByteArray());
    QCOMPARE(outcome.status, 0);
    QCOMPARE(outcome.out.count('\n'), 1);
    QVERIFY2(
        outcome.out.startsWith("{\"noise\":\"gaussian:0.3\",\"clip\":true,\"images\":4,\"rows\":[{\"row\":"
                               "\"clean\",\"psnr\":null,\"read\":null},{\"row\":\"noisy\",\"psnr\":"),
        outcome.out.constData());
    const auto result = QJsonDocument::fromJson(outcome.out).object();
    QStringList names;
    const QJsonArray rows = result[QStringLiteral("rows")].toArray();
    for (const auto& row : rows) {
        names << row[QStringLiteral("row")].toString();
        QVERIFY(row[QStringLiteral("read")].isNull()); // nobody reads these
        QVERIFY(row[QStringLiteral("psnr")].isDouble() || names.size() == 1);
    }
    QCOMPARE(names, QStringLiteral("clean noisy autoencoder noise-trained pca median").split(u' '));
    // More than there are: all that are held out.
    QCOMPARE(json(QStringLiteral("denoise --data pictures.csv --epochs 1"))[QStringLiteral("images")], 6);
}

void TstCliDenoise::textAndJsonAgree()
{
    const QString command = QStringLiteral("denoise --data pictures.csv --epochs 1 --noise mask:0.25");
    const QJsonObject result = json(command);
    const QList<QByteArray> lines = run(command).out.split('\n');
    QCOMPARE(lines.size(), 13);
    QCOMPARE(lines.mid(0, 7), (QList<QByteArray>{"noise: mask:0.25", "clip: false", "images: 6",
                                                 "held_out: every tenth", "", "row,psnr,read", "clean,,"}));
    for (const QByteArray& line : lines.mid(7, 5)) {
        const QList<QByteArray> fields = line.split(',');
        QCOMPARE(fields.size(), 3);
        QCOMPARE(fields[1].toDouble(), numberOf(result, fields[0].constData(), "psnr"));
        QCOMPARE(fields[2], QByteArray());
    }
}

void TstCliDenoise::noiseIsMeasuredByHand_data()
{
    QTest::addColumn<QString>("noise");
    QTest::addColumn<double>("psnr");
    // Nine cells of .9 and 27 of .1.
    const double black = (9 * 0.81 + 27 * 0.01) / 36;
    QTest::newRow("all masked") << "mask:1" << -10 * std::log10(black);
    QTest::newRow("one block") << "block:6" << -10 * std::log10(black);
    QTest::newRow("no noise") << "gaussian:0" << std::nan(""); // infinite is no number
}

void TstCliDenoise::noiseIsMeasuredByHand()
{
    QFETCH(QString, noise);
    QFETCH(double, psnr);
    const auto result = json(QStringLiteral("denoise --data pictures.csv --epochs 1 --noise ") + noise);
    const double found = numberOf(result, "noisy", "psnr");
    QVERIFY(std::isnan(psnr) ? std::isnan(found) : std::abs(found - psnr) < 1e-5);
    if (!std::isnan(psnr)) QVERIFY(std::abs(numberOf(result, "median", "psnr") - psnr) < 1e-5);
}

void TstCliDenoise::isReproducible()
{
    const QString command = QStringLiteral("denoise --data pictures.csv --epochs 2 --seed 3 --json");
    const QByteArray once = run(command).out;
    QVERIFY(!once.isEmpty());
    QCOMPARE(run(command).out, once);
    QCOMPARE(run(command + QStringLiteral(" --threads 1")).out, once);
    QVERIFY(run(QString(command).replace(u'3', u'4')).out != once);
}

void TstCliDenoise::noiseOfTrainingIsThatOfTesting()
{
    const QString command = QStringLiteral("denoise --data table.csv --epochs 2 --noise gaussian:0.4 --clip");
    const QJsonObject same = json(command);
    QCOMPARE(json(command + QStringLiteral(" --train-noise gaussian:.4")), same);
    const QJsonObject other = json(command + QStringLiteral(" --train-noise mask:.5"));
    QVERIFY(numberOf(other, "noise-trained", "psnr") != numberOf(same, "noise-trained", "psnr"));
    for (const char* row : {"noisy", "autoencoder", "pca", "median"})
        QCOMPARE(numberOf(other, row, "psnr"), numberOf(same, row, "psnr"));
    // Without noise in training the twins are one.
    const QJsonObject none = json(command + QStringLiteral(" --train-noise mask:0"));
    QCOMPARE(numberOf(none, "noise-trained", "psnr"), numberOf(none, "autoencoder", "psnr"));
}

void TstCliDenoise::trainedModelTakesThePlaceOfTheCleanTwin()
{
    // By the file's recipe the twin without noise is the file's model again.
    const QString file = QStringLiteral("denoise --data pictures.csv --model trained.hourglass");
    const QJsonObject twins = json(file + QStringLiteral(" --train-noise mask:0"));
    QCOMPARE(numberOf(twins, "noise-trained", "psnr"), numberOf(twins, "autoencoder", "psnr"));
    const QJsonObject longer = json(file + QStringLiteral(" --train-noise mask:0 --epochs 9"));
    QCOMPARE(numberOf(longer, "autoencoder", "psnr"), numberOf(twins, "autoencoder", "psnr"));
    QVERIFY(numberOf(longer, "noise-trained", "psnr") != numberOf(twins, "noise-trained", "psnr"));
}

void TstCliDenoise::everyNoiseWorks_data()
{
    QTest::addColumn<QString>("noise");
    for (const char* noise : {"gaussian:10", "saltpepper:0.1", "mask:0.25", "block:3", "blur:1", "blur:10"})
        QTest::newRow(noise) << noise;
}

void TstCliDenoise::everyNoiseWorks()
{
    QFETCH(QString, noise);
    const QJsonObject result =
        json(QStringLiteral("denoise --data pictures.csv --model linear --bottleneck 3 --epochs 1 --noise ") +
             noise);
    QCOMPARE(result[QStringLiteral("noise")], noise);
    for (const char* row : {"noisy", "autoencoder", "noise-trained", "pca", "median"})
        QVERIFY(std::isfinite(numberOf(result, row, "psnr")));
}

void TstCliDenoise::trainingByItselfTakesThreeKinds()
{
    for (const char* noise : {"block:2", "blur:1"}) {
        const Outcome outcome =
            run(QStringLiteral("train --data pictures.csv --epochs 1 --noise ") + QLatin1String(noise));
        QCOMPARE(outcome.status, 2);
        QVERIFY(outcome.error.startsWith("hourglass: --noise: "));
    }
}

void TstCliDenoise::digitsAreRead()
{
    const QJsonObject result = json(QStringLiteral(
        "denoise --data mnist:3,8 --model linear --bottleneck 8 --epochs 1 --limit 500 --noise gaussian:.3"));
    QCOMPARE(result[QStringLiteral("images")], 500);
    QVERIFY(numberOf(result, "clean", "read") > 0.93);
    QVERIFY(std::abs(numberOf(result, "noisy", "psnr") - 10.458) < 0.1); // −20·log10(.3)
    for (const char* row : {"noisy", "autoencoder", "noise-trained", "pca", "median"}) {
        QVERIFY(numberOf(result, row, "read") >= 0.2);
        QVERIFY(numberOf(result, row, "read") <= numberOf(result, "clean", "read"));
    }
}

void TstCliDenoise::interruptEndsIt()
{
    QProcess process;
    process.setWorkingDirectory(m_folder.path());
    process.start(QStringLiteral(HOURGLASS_PROGRAM),
                  QStringLiteral("denoise --data pictures.csv --epochs 10000").split(u' '));
    QVERIFY(process.waitForStarted());
    QVERIFY(!process.waitForFinished(700));
    QCOMPARE(kill(static_cast<pid_t>(process.processId()), SIGINT), 0);
    QVERIFY(process.waitForFinished(20000));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 1);
    QCOMPARE(process.readAllStandardError(), QByteArray("hourglass: denoise: cancelled\n"));
    QCOMPARE(process.readAllStandardOutput(), QByteArray());
}

QTEST_GUILESS_MAIN(TstCliDenoise)
#include "tst_cli_denoise.moc"
