#include "tests/support/few_digits.h"
#include "tests/support/program_run.h"

#include <QDir>
#include <QImage>
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

/// Samples of 6 × 6 numbers: noise, and a bright row for the class.
constexpr int side = 6, samples = 150, classes = 3;

int classOf(int sample)
{
    return sample % classes;
}

/// A byte of a sample: a pseudorandom one below 128, mostly more where its class is bright.
int pixel(int sample, int cell)
{
    const int noise = (sample * 7919 + cell * 104729 + sample * cell * 31) % 128;
    return cell / side == 1 + 2 * classOf(sample) - (classOf(sample) == 2) ? noise / 2 + 85 : noise;
}

QStringList namesOf(const QJsonObject& result)
{
    QStringList names;
    const QJsonArray features = result[QStringLiteral("features")].toArray();
    for (const auto& feature : features)
        names << feature[QStringLiteral("name")].toString();
    return names;
}

/// Numbers of a feature, such as its accuracies.
QList<double> numbersOf(const QJsonObject& result, const QString& name, const char* what)
{
    QList<double> numbers;
    const QJsonArray features = result[QStringLiteral("features")].toArray();
    for (const auto& feature : features)
        if (feature[QStringLiteral("name")] == name)
            for (const auto& number : feature[QLatin1String(what)].toArray())
                numbers << number.toDouble();
    return numbers;
}

} // namespace

/// `hourglass fewlabels` from outside, as its contract states it, on small data.
class TstCliFewLabels : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void fails_data();
    void fails();
    void printsItsFeatures();
    void textAndJsonAgree();
    void ownDataHaveClasses_data();
    void ownDataHaveClasses();
    void isReproducible();
    void labelsAreTheSameForEveryFeature();
    void modelsBringTheirOwn();
    void trainedModelIsTaken();
    void spreadingIsAdded();
    void classifiersDiffer();
    void whatAFeatureNeedsIsTrained();
    void digitsAreRead();
    void interruptEndsIt();

private:
    Outcome run(const QString& command) const;
    QJsonObject json(const QString& command) const;
    void write(const QString& name, const QByteArray& content) const;
    void writeIdx(const QString& part, int first, int count) const;
    void writePictures() const;

    QTemporaryDir m_folder;
};

Outcome TstCliFewLabels::run(const QString& command) const
{
    return runProgram(m_folder.path(), command);
}

QJsonObject TstCliFewLabels::json(const QString& command) const
{
    return jsonOfProgram(m_folder.path(), command);
}

void TstCliFewLabels::write(const QString& name, const QByteArray& content) const
{
    QFile file(m_folder.filePath(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}

void TstCliFewLabels::writeIdx(const QString& part, int first, int count) const
{
    QByteArray pictures = idxHeader({2051, quint32(count), side, side});
    QByteArray labels = idxHeader({2049, quint32(count)});
    for (int i = first; i < first + count; ++i) {
        labels += static_cast<char>(classOf(i));
        for (int cell = 0; cell < side * side; ++cell)
            pictures += static_cast<char>(pixel(i, cell));
    }
    write(QStringLiteral("set/%1-images-idx3-ubyte").arg(part), pictures);
    write(QStringLiteral("set/%1-labels-idx1-ubyte").arg(part), labels);
}

void TstCliFewLabels::writePictures() const
{
    for (int i = 0; i < samples; ++i) {
        QImage picture(side, side, QImage::Format_Grayscale8);
        for (int cell = 0; cell < side * side; ++cell)
            picture.setPixel(cell % side, cell / side, qRgb(pixel(i, cell), pixel(i, cell), pixel(i, cell)));
        const QString name = QStringLiteral("pictures/class %1/%2.png").arg(classOf(i)).arg(i);
        QVERIFY(picture.save(m_folder.filePath(name)));
    }
}

void TstCliFewLabels::initTestCase()
{
    QVERIFY(m_folder.isValid());
    for (const char* folder : {"set", "pictures/class 0", "pictures/class 1", "pictures/class 2"})
        QVERIFY(QDir(m_folder.path()).mkpath(QLatin1String(folder)));
    QByteArray table, plain, bright;
    for (int i = 0; i < samples; ++i) {
        QByteArray row;
        for (int cell = 0; cell < side * side; ++cell)
            row += QByteArray::number(pixel(i, cell) / 255.0) + ",";
        table += row + QByteArray::number(10 * classOf(i)) + "\n";
        plain += row.chopped(1) + "\n";
        bright += "1.5," + row + QByteArray::number(classOf(i)) + "\n";
    }
    write(QStringLiteral("table.csv"), table);
    write(QStringLiteral("plain.csv"), plain);
    write(QStringLiteral("bright.csv"), bright);
    write(QStringLiteral("one.csv"), QByteArray(table).replace(",10\n", ",0\n").replace(",20\n", ",0\n"));
    write(QStringLiteral("four.csv"), "0,1,0\n1,0,1\n1,1,0\n0,0,1\n");
    write(QStringLiteral("text.hourglass"), "not a model\n");
    writeIdx(QStringLiteral("train"), 0, 120);
    writeIdx(QStringLiteral("t10k"), 120, 30);
    writePictures();
    QCOMPARE(
        run(QStringLiteral("train --data plain.csv --model lab-dense --bottleneck 4 --epochs 3 --batch 16 "
                           "--seed 5 --out trained.hourglass"))
            .status,
        0);
}

void TstCliFewLabels::fails_data()
{
    QTest::addColumn<QString>("options");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("start");
    const auto row = [](const char* options, int status, const char* start) {
        const QString all = QStringLiteral("--data table.csv --label-column last ") + QLatin1String(options);
        QTest::newRow(options) << all << status << QByteArray("hourglass: ").append(start);
    };
    row("--labels 0", 2, "--labels: \"0\" is not made of whole numbers from 1 to 10000");
    row("--labels 1,x", 2, "--labels: ");
    row("--labels 1,,5", 2, "--labels: ");
    row("--labels 2.5", 2, "--labels: ");
    row("--labels 10001", 2, "--labels: ");
    row("--labels 1,46", 1, "--labels: class 0 has 45 samples to draw labels from, and 46 are asked for");
    row("--draws 0", 2, "--draws: ");
    row("--draws 1001", 2, "--draws: ");
    row("--features codes", 2, "--features: \"codes\" is none of code, hidden, raw, pca, untrained, scratch");
    row("--features code,", 2, "--features: \"\" is none of ");
    row("--features hidden --model linear --labels 1", 1,
        "--features: the code is the network's first layer");
    row("--classifier tree", 2, "--classifier: ");
    row("--spread=1", 2, "--spread: takes no value");
    row("--draws 2 --draws 2", 2, "--draws: ");
    row("--epochs 0", 2, "--epochs: ");
    row("--seed -1", 2, "--seed: ");
    row("--threads 0", 2, "--threads: ");
    row("--bottleneck 0", 2, "--bottleneck: ");
    row("--bottleneck 1025", 2, "--bottleneck: ");
    row("--bottleneck 37 --labels 1", 1, "--bottleneck: 37 components are too many");
    row("--noise mask:.5", 2, "--noise: ");
    row("--model dens", 2, "--model: \"dens\" is none of linear, ");
    row("--model lab-conv --labels 1", 1, "--data: ");
    row("--model none.hourglass", 1, "none.hourglass: ");
    row("--model text.hourglass", 1, "text.hourglass: ");
    row("--model trained.hourglass --bottleneck 4", 2, "--bottleneck: a trained model has its own");
    row("--model none.hourglass --labels 0", 2, "--labels: ");
    const auto other = [](const char* options, int status, const char* start) {
        const QString all = QString::fromLatin1(options);
        QTest::newRow(options) << all << status << QByteArray("hourglass: ").append(start);
    };
    other("--data none.csv", 1, "none.csv: ");
    other("--data mnist:x", 2, "--data: ");
    other("--data plain.csv", 1, "plain.csv: the samples have no classes");
    other("--data one.csv --label-column last", 1, "one.csv: all samples are of one class");
    other("--data bright.csv --label-column last", 1, "bright.csv: bce needs numbers from 0 to 1");
    other("--data four.csv --label-column last", 1, "four.csv: too few samples: 4");
    other("--data set --label-column last", 1, "set: labels in a column need a table");
    other("--data table.csv --label-column first --model trained.hourglass", 1, "table.csv: ");
    other("--data bright.csv --label-column last --labels 1 --model trained.hourglass", 1,
          "bright.csv: the sizes do not fit: 37 against 36");
    other("table.csv", 2, "table.csv: ");
}

void TstCliFewLabels::fails()
{
    QFETCH(QString, options);
    QFETCH(int, status);
    QFETCH(QByteArray, start);
    const Outcome outcome = run(QStringLiteral("fewlabels ") + options);
    QCOMPARE(outcome.status, status);
    QVERIFY2(outcome.error.startsWith(start), outcome.error.constData());
    QCOMPARE(outcome.error.count('\n'), 1);
    QCOMPARE(outcome.out, QByteArray());
}

void TstCliFewLabels::printsItsFeatures()
{
    const QJsonObject result =
        json(QStringLiteral("fewlabels --data table.csv --label-column last --labels 1,5 "
                            "--draws 4 --epochs 2 --features raw,code,hidden,scratch"));
    QCOMPARE(result.keys(), (QStringList{QStringLiteral("draws"), QStringLiteral("features"),
                                         QStringLiteral("labels"), QStringLiteral("test")}));
    QCOMPARE(result[QStringLiteral("labels")].toArray(), (QJsonArray{1, 5}));
    QCOMPARE(result[QStringLiteral("draws")], 4);
    QCOMPARE(result[QStringLiteral("test")], 15);
    QCOMPARE(namesOf(result), QStringLiteral("raw code hidden scratch").split(u' '));
    for (const QString& name : namesOf(result)) {
        const auto accuracy = numbersOf(result, name, "accuracy"),
                   deviation = numbersOf(result, name, "deviation");
        QCOMPARE(accuracy.size(), 2);
        QCOMPARE(deviation.size(), 2);
        for (int i : {0, 1}) {
            QVERIFY(accuracy[i] >= 0 && accuracy[i] <= 1);
            QVERIFY(deviation[i] >= 0 && deviation[i] <= 0.5);
            QVERIFY(std::abs(accuracy[i] * 60 - std::round(accuracy[i] * 60)) < 1e-9); // 4 draws of 15
        }
    }
    QVERIFY(numbersOf(result, QStringLiteral("raw"), "accuracy")[1] > 0.6);
    const QJsonObject usual = json(QStringLiteral("fewlabels --data set --epochs 1 --labels 1"));
    QCOMPARE(namesOf(usual), QStringLiteral("code raw pca untrained").split(u' '));
    QCOMPARE(usual[QStringLiteral("draws")], 10);
}

void TstCliFewLabels::textAndJsonAgree()
{
    const QString command =
        QStringLiteral("fewlabels --data table.csv --label-column last --labels 1,5 --draws 3 "
                       "--epochs 1 --features raw,untrained");
    const QJsonObject result = json(command);
    const QList<QByteArray> lines = run(command).out.split('\n');
    QCOMPARE(lines.size(), 11);
    QCOMPARE(lines.mid(0, 6),
             (QList<QByteArray>{"labels: 1,5", "draws: 3", "test: 15", "held_out: every tenth", "",
                                "feature,labels,accuracy,deviation"}));
    for (int i = 0; i < 4; ++i) {
        const QList<QByteArray> fields = lines[6 + i].split(',');
        const QString name = i < 2 ? QStringLiteral("raw") : QStringLiteral("untrained");
        QCOMPARE(fields.size(), 4);
        QCOMPARE(QString::fromLatin1(fields[0]), name);
        QCOMPARE(fields[1], QByteArray(i % 2 == 0 ? "1" : "5"));
        QCOMPARE(fields[2].toDouble(), numbersOf(result, name, "accuracy")[i % 2]);
        QCOMPARE(fields[3].toDouble(), numbersOf(result, name, "deviation")[i % 2]);
    }
}

void TstCliFewLabels::ownDataHaveClasses_data()
{
    QTest::addColumn<QString>("data");
    QTest::addColumn<int>("held");
    QTest::newRow("table") << "table.csv --label-column last" << 15;
    QTest::newRow("IDX set") << "set" << 30;
    QTest::newRow("folder of pictures") << "pictures" << 15;
}

void TstCliFewLabels::ownDataHaveClasses()
{
    QFETCH(QString, data);
    QFETCH(int, held);
    const QJsonObject result =
        json(QStringLiteral("fewlabels --features raw --labels 10 --draws 3 --data ") + data);
    QCOMPARE(result[QStringLiteral("test")], held);
    QVERIFY(numbersOf(result, QStringLiteral("raw"), "accuracy").value(0) > 0.7);
}

void TstCliFewLabels::isReproducible()
{
    const QString command =
        QStringLiteral("fewlabels --data set --labels 1,3 --draws 3 --epochs 2 --seed 3 --spread "
                       "--features code,raw,scratch --json");
    const QByteArray once = run(command).out;
    QVERIFY(!once.isEmpty());
    QCOMPARE(run(command).out, once);
    QCOMPARE(run(command + QStringLiteral(" --threads 1")).out, once);
    QVERIFY(run(QString(command).replace(QStringLiteral("seed 3"), QStringLiteral("seed 4"))).out != once);
}

/// What is drawn hangs on seed and draw alone: neither on the features beside, nor on the other numbers.
void TstCliFewLabels::labelsAreTheSameForEveryFeature()
{
    const QString command = QStringLiteral("fewlabels --data set --epochs 1 --draws 4 ");
    const QJsonObject all = json(command + QStringLiteral("--labels 1,2,9 --features code,pca,raw"));
    const QJsonObject one = json(command + QStringLiteral("--labels 2 --features raw"));
    QCOMPARE(numbersOf(one, QStringLiteral("raw"), "accuracy").value(0),
             numbersOf(all, QStringLiteral("raw"), "accuracy").value(1));
    // Raw numbers and all their components are the same up to a turn, which the classifier does not feel.
    const QJsonObject turned =
        json(command + QStringLiteral("--labels 1,9 --features raw,pca --bottleneck 36"));
    const auto raw = numbersOf(turned, QStringLiteral("raw"), "accuracy"),
               pca = numbersOf(turned, QStringLiteral("pca"), "accuracy");
    for (int i : {0, 1})
        QVERIFY(std::abs(raw[i] - pca[i]) < 0.02);
}

void TstCliFewLabels::modelsBringTheirOwn()
{
    for (const char* model : {"linear", "dense", "lab-deep", "lab-ordered"}) {
        const QJsonObject result = json(QStringLiteral("fewlabels --data set --epochs 1 --labels 3 --draws 2 "
                                                       "--features code,untrained --bottleneck 3 --model ") +
                                        QLatin1String(model));
        QCOMPARE(namesOf(result).size(), 2);
    }
}

void TstCliFewLabels::trainedModelIsTaken()
{
    const QString command =
        QStringLiteral("fewlabels --data set --labels 2 --draws 3 --model trained.hourglass "
                       "--features code,hidden,pca,untrained,scratch");
    const QJsonObject result = json(command);
    QCOMPARE(namesOf(result).size(), 5);
    QCOMPARE(json(command + QStringLiteral(" --epochs 9")), result); // nothing is trained but from scratch
    // Without a seed the file's is taken; with another the draws are others.
    QCOMPARE(json(command + QStringLiteral(" --seed 5")), result);
    QVERIFY(json(command + QStringLiteral(" --seed 6")) != result);
}

void TstCliFewLabels::spreadingIsAdded()
{
    const QString command = QStringLiteral("fewlabels --data set --epochs 2 --labels 1,2 --draws 3 "
                                           "--features raw,scratch");
    const QJsonObject plain = json(command), spread = json(command + QStringLiteral(" --spread"));
    for (const char* name : {"raw", "scratch"})
        for (const char* what : {"accuracy", "deviation"})
            QCOMPARE(numbersOf(spread, QLatin1String(name), what),
                     numbersOf(plain, QLatin1String(name), what));
    QVERIFY(numbersOf(plain, QStringLiteral("raw"), "spread_accuracy").isEmpty());
    QVERIFY(
        numbersOf(spread, QStringLiteral("scratch"), "spread_accuracy").isEmpty()); // it has no neighbours
    const auto accuracy = numbersOf(spread, QStringLiteral("raw"), "spread_accuracy");
    QCOMPARE(accuracy.size(), 2);
    QCOMPARE(numbersOf(spread, QStringLiteral("raw"), "spread_deviation").size(), 2);
    QVERIFY(accuracy[1] > 0.5); // by chance a third
    const QList<QByteArray> lines = run(command + QStringLiteral(" --spread")).out.split('\n');
    QCOMPARE(lines[4], QByteArray("feature,labels,accuracy,deviation,spread_accuracy,spread_deviation"));
    QCOMPARE(lines[5].count(','), 5);
    QVERIFY(lines[7].startsWith("scratch,1,"));
    QVERIFY(lines[7].endsWith(",,"));
}

void TstCliFewLabels::classifiersDiffer()
{
    const QString command = QStringLiteral("fewlabels --data set --labels 1,9 --draws 4 --features raw");
    const QJsonObject softmax = json(command), knn = json(command + QStringLiteral(" --classifier knn"));
    QCOMPARE(json(command + QStringLiteral(" --classifier softmax")), softmax);
    QVERIFY(knn != softmax);
    QVERIFY(numbersOf(knn, QStringLiteral("raw"), "accuracy").value(1) > 0.6);
}

/// Without the code nothing is trained: ten thousand epochs take no time.
void TstCliFewLabels::whatAFeatureNeedsIsTrained()
{
    const QString command =
        QStringLiteral("fewlabels --data set --labels 2 --draws 2 --features raw,pca,untrained");
    QCOMPARE(json(command + QStringLiteral(" --epochs 10000")), json(command));
}

void TstCliFewLabels::digitsAreRead()
{
    const QJsonObject result = json(QStringLiteral(
        "fewlabels --data mnist:0,1 --model linear --bottleneck 4 --epochs 1 --labels 5 --draws 2 "
        "--features code,pca"));
    QCOMPARE(result[QStringLiteral("test")], 2115);
    for (const char* name : {"code", "pca"})
        QVERIFY(numbersOf(result, QLatin1String(name), "accuracy").value(0) > 0.97);
}

void TstCliFewLabels::interruptEndsIt()
{
    QProcess process;
    process.setWorkingDirectory(m_folder.path());
    process.start(QStringLiteral(HOURGLASS_PROGRAM),
                  QStringLiteral("fewlabels --data set --labels 1 --epochs 10000").split(u' '));
    QVERIFY(process.waitForStarted());
    QVERIFY(!process.waitForFinished(700));
    QCOMPARE(kill(static_cast<pid_t>(process.processId()), SIGINT), 0);
    QVERIFY(process.waitForFinished(20000));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 1);
    QCOMPARE(process.readAllStandardError(), QByteArray("hourglass: fewlabels: cancelled\n"));
    QCOMPARE(process.readAllStandardOutput(), QByteArray());
}

QTEST_GUILESS_MAIN(TstCliFewLabels)
#include "tst_cli_fewlabels.moc"
