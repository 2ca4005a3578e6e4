#include "tests/support/program_run.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <unistd.h>

using namespace hg::test;

namespace {

/// Containers and bare roots may have none.
bool hasTerminals()
{
    const int terminal = posix_openpt(O_RDWR | O_NOCTTY);
    const bool isThere = terminal >= 0 && grantpt(terminal) == 0 && unlockpt(terminal) == 0;
    if (terminal >= 0) close(terminal);
    return isThere;
}

using Rows = std::vector<std::vector<double>>;

Rows rowsOf(const QJsonArray& array)
{
    Rows rows;
    for (const auto& row : array) {
        rows.emplace_back();
        const QJsonArray numbers = row.toArray();
        for (const auto& number : numbers)
            rows.back().push_back(number.toDouble(std::nan("")));
    }
    return rows;
}

double distance(const Rows& rows, std::size_t i, std::size_t j)
{
    double square = 0;
    for (std::size_t c = 0; c < rows[i].size(); ++c)
        square += std::pow(rows[i][c] - rows[j][c], 2);
    return std::sqrt(square);
}

/// √(1 − (Σdδ)²/(Σd²·Σδ²))
double stress(const Rows& data, const Rows& points)
{
    double cross = 0, squares = 0, all = 0;
    for (std::size_t i = 0; i < data.size(); ++i)
        for (std::size_t j = 0; j < i; ++j) {
            const double delta = distance(data, i, j), d = distance(points, i, j);
            cross += d * delta;
            squares += d * d;
            all += delta * delta;
        }
    return std::sqrt(std::max(0.0, 1 - cross * cross / (squares * all)));
}

} // namespace

/// `hourglass pca --scores` and `hourglass mds` from outside, as their contract states them.
class TstCliEmbed : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void fails_data();
    void fails();
    void prints_data();
    void prints();
    void mapHasItsStress_data();
    void mapHasItsStress();
    void classicalPointsAreScores();
    void readsEveryKind();
    void isReproducible();
    void textAndJsonAgree();
    void pictures();
    void badBytes_data();
    void badBytes();
    void largeInputsAreRefusedQuickly();
    void interruptEndsTheMap();
    void barOnTerminalsOnly();

private:
    Outcome run(const QString& command, const QByteArray& input = {}) const;
    QJsonObject json(const QString& command) const;
    void write(const QString& name, const QByteArray& content) const;

    QTemporaryDir m_folder;
    Rows m_table;
};

Outcome TstCliEmbed::run(const QString& command, const QByteArray& input) const
{
    return runProgram(m_folder.path(), command, input);
}

QJsonObject TstCliEmbed::json(const QString& command) const
{
    return jsonOfProgram(m_folder.path(), command);
}

void TstCliEmbed::write(const QString& name, const QByteArray& content) const
{
    QFile file(m_folder.filePath(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}

void TstCliEmbed::initTestCase()
{
    QVERIFY(m_folder.isValid());
    write(QStringLiteral("triangle.csv"), "0,0\n3,0\n0,4\n");
    write(QStringLiteral("line.csv"), "1\n2\n4\n");
    write(QStringLiteral("one.csv"), "1,2\n");
    write(QStringLiteral("same.csv"), "1,2\n1,2\n1,2\n");
    write(QStringLiteral("twice.csv"), "1,2\n1,2\n3,4\n");
    write(QStringLiteral("ragged.csv"), "1,2\n3\n");
    write(QStringLiteral("nan.csv"), "1,nan\n2,3\n");
    write(QStringLiteral("far.csv"), "3e38,3e38\n-3e38,-3e38\n");
    write(QStringLiteral("tiny.csv"), "1e-30,0\n0,1e-30\n0,0\n");
    QByteArray many, table;
    for (int i = 0; i < 5001; ++i)
        many += QByteArray::number(i % 71) + '\n';
    write(QStringLiteral("many.csv"), many);
    for (int i = 0; i < 40; ++i) {
        m_table.emplace_back();
        for (int f = 0; f < 5; ++f) {
            m_table.back().push_back((i * i * 7 + i * f * 13 + f) % 31 * (f + 1) / 8.0);
            table += (f > 0 ? "," : "") + QByteArray::number(m_table.back().back());
        }
        table += '\n';
    }
    write(QStringLiteral("table.csv"), table);
}

void TstCliEmbed::fails_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("start");
    const auto row = [](const char* command, int status, const char* start) {
        QTest::newRow(command) << QString::fromUtf8(command) << status << QByteArray("hourglass: ") + start;
    };
    row("mds", 2, "--input: ");
    row("mds --input triangle.csv --dims 0", 2, "--dims: ");
    row("mds --input triangle.csv --dims -1", 2, "--dims: ");
    row("mds --input triangle.csv --dims 2.5", 2, "--dims: ");
    row("mds --input triangle.csv --dims 1000000000000", 2, "--dims: ");
    row("mds --input triangle.csv --dims 2 --dims 2", 2, "--dims: ");
    row("mds --input triangle.csv --method isomap", 2, "--method: ");
    row("mds --input triangle.csv --seed -1", 2, "--seed: ");
    row("mds --input triangle.csv --seed x", 2, "--seed: ");
    row("mds --input triangle.csv --components 2", 2, "--components: ");
    row("mds --input missing.csv", 1, "missing.csv: there is no such file");
    row("mds --input .", 1, ".: ");
    row("mds --input ragged.csv", 1, "ragged.csv: line 2, field 2: ");
    row("mds --input nan.csv", 1, "nan.csv: line 1, field 2");
    row("mds --input one.csv", 1, "one.csv: too few samples: 1; at least 2 are needed");
    row("mds --input same.csv", 1, "same.csv: all samples are the same");
    row("mds --input many.csv", 1, "many.csv: 5001 samples are too many; up to 5000 are accepted");
    row("mds --input far.csv", 1, "output: the result is beyond float's range");
    row("mds --input missing.csv --dims 0", 2, "--dims: "); // options come first
    row("pca --input table.csv --components 6 --scores", 1, "--components: ");
    row("pca --input table.csv --components 0 --scores", 2, "--components: ");
    row("pca --input one.csv --scores", 1, "one.csv: ");
    row("pca --input same.csv --scores", 1, "same.csv: ");
}

void TstCliEmbed::fails()
{
    QFETCH(QString, command);
    QFETCH(int, status);
    QFETCH(QByteArray, start);
    const Outcome outcome = run(command);
    QCOMPARE(outcome.out, QByteArray());
    QVERIFY2(outcome.error.startsWith(start), outcome.error.constData());
    QCOMPARE(outcome.error.count('\n'), 1);
    QVERIFY(outcome.error.endsWith('\n'));
    QCOMPARE(outcome.status, status);
}

void TstCliEmbed::prints_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QByteArray>("expected");
    // Positions −4/3, −1/3, 5/3 around the mean of 1, 2, 4.
    const QByteArray scores = "-1.3333334\n-0.33333334\n1.6666666\n";
    QTest::newRow("scores") << "pca --input line.csv --scores" << QByteArray() << scores;
    QTest::newRow("scores from stdin") << "pca --input - --scores" << QByteArray("1\n2\n4\n") << scores;
    QTest::newRow("scores in JSON") << "pca --input line.csv --scores --json" << QByteArray()
                                    << QByteArray("[[-1.3333334],[-0.33333334],[1.6666666]]\n");
    QTest::newRow("map of two") << "mds --input - --dims 1 --json" << QByteArray("5,5\n8,9\n")
                                << QByteArray("{\"points\":[[2.5],[-2.5]],\"stress\":0}\n");
    QTest::newRow("map in text") << "mds --input - --dims=2" << QByteArray("5,5\n8,9\n")
                                 << QByteArray("2.5,0\n-2.5,0\nstress: 0\n");
}

void TstCliEmbed::prints()
{
    QFETCH(QString, command);
    QFETCH(QByteArray, input);
    QFETCH(QByteArray, expected);
    const Outcome outcome = run(command, input);
    QCOMPARE(outcome.error, QByteArray());
    QCOMPARE(outcome.out, expected);
    QCOMPARE(outcome.status, 0);
}

void TstCliEmbed::mapHasItsStress_data()
{
    QTest::addColumn<QString>("options");
    QTest::addColumn<int>("dims");
    QTest::newRow("plain") << "" << 2;
    QTest::newRow("smacof") << " --method smacof" << 2;
    QTest::newRow("classical") << " --method classical" << 2;
    QTest::newRow("1 dimension") << " --dims 1" << 1;
    QTest::newRow("3 dimensions") << " --dims 3" << 3;
    QTest::newRow("more than the data's") << " --dims 7" << 7;
    QTest::newRow("random start") << " --seed 12" << 2;
    QTest::newRow("the largest seed") << " --seed 18446744073709551615" << 2;
}

void TstCliEmbed::mapHasItsStress()
{
    QFETCH(QString, options);
    QFETCH(int, dims);
    const QJsonObject map = json(QStringLiteral("mds --input table.csv") + options);
    const Rows points = rowsOf(map.value(u"points").toArray());
    QCOMPARE(points.size(), m_table.size());
    for (const auto& point : points)
        QCOMPARE(point.size(), static_cast<std::size_t>(dims));
    const double found = map.value(u"stress").toDouble(-1), expected = stress(m_table, points);
    QVERIFY2(std::abs(found - expected) < 1e-6, QByteArray::number(found - expected).constData());
    if (dims >= 5) QVERIFY(found < 1e-6);
}

void TstCliEmbed::classicalPointsAreScores()
{
    const Rows points = rowsOf(
        json(QStringLiteral("mds --input table.csv --method classical --dims 3")).value(u"points").toArray());
    const Outcome outcome = run(QStringLiteral("pca --input table.csv --components 3 --scores --json"));
    const Rows scores = rowsOf(QJsonDocument::fromJson(outcome.out).array());
    QCOMPARE(points.size(), m_table.size());
    QCOMPARE(scores.size(), m_table.size());
    for (std::size_t c = 0; c < 3; ++c) {
        const double sign = points[0][c] * scores[0][c] < 0 ? -1 : 1;
        for (std::size_t i = 0; i < points.size(); ++i)
            QVERIFY(std::abs(points[i][c] - sign * scores[i][c]) < 1e-5);
    }
    // SMACOF begins there and does better.
    QVERIFY(json(QStringLiteral("mds --input table.csv")).value(u"stress").toDouble() <
            json(QStringLiteral("mds --input table.csv --method classical")).value(u"stress").toDouble());
}

void TstCliEmbed::readsEveryKind()
{
    // Three pixels, 0, 51 and 102: distances 0.2, 0.2, 0.4.
    write(QStringLiteral("pixels.idx"),
          QByteArray("\0\0\x08\x03\0\0\0\x03\0\0\0\x01\0\0\0\x01\x00\x33\x66", 19));
    QByteArray header("{'descr': '<f8', 'fortran_order': False, 'shape': (3, 1), }");
    header += QByteArray(128 - 10 - header.size() - 1, ' ') + '\n';
    const double numbers[] = {0, 0.2, 0.4};
    write(QStringLiteral("numbers.npy"), QByteArray("\x93NUMPY\x01\x00\x76\x00", 10) + header +
                                             QByteArray(reinterpret_cast<const char*>(numbers), 24));
    for (const char* name : {"pixels.idx", "numbers.npy"}) {
        const QJsonObject map = json(QStringLiteral("mds --dims 1 --input ") + QLatin1String(name));
        const Rows points = rowsOf(map.value(u"points").toArray());
        QCOMPARE(points.size(), std::size_t{3});
        QVERIFY(std::abs(distance(points, 0, 1) - 0.2) < 1e-7);
        QVERIFY(std::abs(distance(points, 0, 2) - 0.4) < 1e-7);
        QVERIFY(map.value(u"stress").toDouble(1) < 1e-7);
    }
    const Rows tiny = rowsOf(json(QStringLiteral("mds --input tiny.csv")).value(u"points").toArray());
    QVERIFY(std::abs(distance(tiny, 0, 2) / 1e-30 - 1) < 1e-6);
    const Rows twice = rowsOf(json(QStringLiteral("mds --input twice.csv")).value(u"points").toArray());
    QVERIFY(distance(twice, 0, 1) < 1e-6);
    QVERIFY(std::abs(distance(twice, 0, 2) - std::sqrt(8)) < 1e-6);
}

void TstCliEmbed::isReproducible()
{
    const auto out = [this](const char* options) {
        return run(QStringLiteral("mds --input table.csv") + QLatin1String(options)).out;
    };
    QVERIFY(!out("").isEmpty());
    QCOMPARE(out(""), out(" --method smacof"));
    QCOMPARE(out(" --seed 3"), out(" --seed 3"));
    QVERIFY(out(" --seed 3") != out(" --seed 4"));
    QVERIFY(out(" --seed 0") != out(""));
}

void TstCliEmbed::textAndJsonAgree()
{
    const QJsonObject map = json(QStringLiteral("mds --input table.csv"));
    QList<QByteArray> lines = run(QStringLiteral("mds --input table.csv")).out.split('\n');
    QCOMPARE(lines.takeLast(), QByteArray());
    QVERIFY(lines.last().startsWith("stress: "));
    QCOMPARE(lines.takeLast().mid(8).toDouble(), map.value(u"stress").toDouble());
    const Rows points = rowsOf(map.value(u"points").toArray());
    QCOMPARE(static_cast<std::size_t>(lines.size()), points.size());
    for (qsizetype i = 0; i < lines.size(); ++i)
        for (qsizetype c = 0; c < 2; ++c)
            QCOMPARE(lines.at(i).split(',').at(c).toDouble(),
                     points[static_cast<std::size_t>(i)][static_cast<std::size_t>(c)]);
}

void TstCliEmbed::pictures()
{
    // 1,200 pictures: the map is computed in float.
    QByteArray idx("\0\0\x08\x03\0\0\x04\xb0\0\0\0\x06\0\0\0\x05", 16);
    for (int i = 0; i < 1200 * 30; ++i)
        idx += static_cast<char>((i * 37 + i / 30 * (i % 7) * 11) % 256);
    write(QStringLiteral("pictures.idx"), idx);
    Rows data;
    for (int i = 0; i < 1200; ++i) {
        data.emplace_back();
        for (int f = 0; f < 30; ++f)
            data.back().push_back(static_cast<std::uint8_t>(idx[16 + i * 30 + f]) / 255.0);
    }
    for (const char* options : {"", " --method classical", " --seed 1 --dims 3"}) {
        const QJsonObject map = json(QStringLiteral("mds --input pictures.idx") + QLatin1String(options));
        const Rows points = rowsOf(map.value(u"points").toArray());
        QCOMPARE(points.size(), data.size());
        QVERIFY(std::abs(map.value(u"stress").toDouble() - stress(data, points)) < 1e-6);
    }
}

void TstCliEmbed::badBytes_data()
{
    QTest::addColumn<QByteArray>("content");
    const QByteArray idx("\0\0\x08\x03\0\0\0\x03\0\0\0\x01\0\0\0\x01\x00\x33\x66", 19);
    for (qsizetype size = 0; size < idx.size(); ++size)
        QTest::addRow("idx cut to %lld", static_cast<long long>(size)) << idx.first(size);
    QTest::newRow("idx and more") << idx + "x";
    QTest::newRow("idx of four billion")
        << QByteArray("\0\0\x08\x03\xff\xff\xff\xff\0\0\0\x01\0\0\0\x01\x07", 17);
    QTest::newRow("npy of many")
        << QByteArray("\x93NUMPY\x01\x00\x46\x00", 10) +
               "{'descr': '<f8', 'fortran_order': False, 'shape': (999999999999, 9)}  \n";
    QTest::newRow("npy of integers")
        << QByteArray("\x93NUMPY\x01\x00\x46\x00", 10) +
               "{'descr': '<i8', 'fortran_order': False, 'shape': (1, 1), }          \n12345678";
    for (const char* text : {",", "1,2,\n3,4,\n", "1 2\n3 4\n", "0x10\n2\n", "1e999\n2\n", "-inf\n1\n",
                             "\"1\"\n2\n", "1;2\n", "1\n\n\n2\n", "\n", "1,000.5,\n"})
        QTest::newRow(QByteArray("text ").append(QByteArray(text).toPercentEncoding()).constData())
            << QByteArray(text);
    QByteArray noise;
    for (int i = 0; i < 4000; ++i)
        noise += static_cast<char>((i * i * 31 + i * 7) >> 3);
    QTest::newRow("noise") << noise;
    QTest::newRow("gzip of nothing") << QByteArray("\x1f\x8b\x08\0\0\0\0\0\0\x03", 10);
}

void TstCliEmbed::badBytes()
{
    QFETCH(QByteArray, content);
    write(QStringLiteral("bad"), content);
    for (const char* command : {"mds --input bad", "pca --input bad --scores"}) {
        const Outcome outcome = run(QLatin1String(command));
        QCOMPARE(outcome.status, 1);
        QCOMPARE(outcome.out, QByteArray());
        QVERIFY2(outcome.error.startsWith("hourglass: bad: "), outcome.error.constData());
        QCOMPARE(outcome.error.count('\n'), 1);
    }
}

void TstCliEmbed::largeInputsAreRefusedQuickly()
{
    // 100,000 samples of 90 numbers: read, counted and refused without a table of their distances (80 GB).
    write(QStringLiteral("wide.csv"), (QByteArray("1,").repeated(89) + "2\n").repeated(100'000));
    const Outcome outcome = run(QStringLiteral("mds --input wide.csv"));
    QCOMPARE(outcome.status, 1);
    QCOMPARE(outcome.error,
             QByteArray("hourglass: wide.csv: 100000 samples are too many; up to 5000 are accepted\n"));
}

void TstCliEmbed::interruptEndsTheMap()
{
    QByteArray table;
    for (int i = 0; i < 5000; ++i) {
        for (int f = 0; f < 60; ++f)
            table += QByteArray::number((i * 131 + f * f * 17 + i * i * (f + 3)) % 1009) + ',';
        table += "0\n";
    }
    write(QStringLiteral("slow.csv"), table);
    QProcess process;
    process.setWorkingDirectory(m_folder.path());
    // Sixty dimensions from random places take far longer than the pause.
    process.start(QStringLiteral(HOURGLASS_PROGRAM),
                  QStringLiteral("mds --input slow.csv --seed 1 --dims 60").split(u' '));
    QVERIFY(process.waitForStarted());
    QVERIFY(!process.waitForFinished(3000));
    QCOMPARE(kill(static_cast<pid_t>(process.processId()), SIGINT), 0);
    QVERIFY(process.waitForFinished(20000));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 1);
    QCOMPARE(process.readAllStandardError(), QByteArray("hourglass: mds: cancelled\n"));
    QCOMPARE(process.readAllStandardOutput(), QByteArray());
}

void TstCliEmbed::barOnTerminalsOnly()
{
    if (QStandardPaths::findExecutable(QStringLiteral("script")).isEmpty()) QSKIP("needs script(1)");
    if (!hasTerminals()) QSKIP("needs pseudo-terminals");
    QProcess process;
    process.setWorkingDirectory(m_folder.path());
    QProcessEnvironment variables = QProcessEnvironment::systemEnvironment();
    variables.insert(QStringLiteral("TERM"), QStringLiteral("xterm"));
    process.setProcessEnvironment(variables);
    process.start(QStringLiteral("script"),
                  {QStringLiteral("-qec"),
                   QStringLiteral(HOURGLASS_PROGRAM " mds --input pictures.idx --seed 1 --dims 4 > out.txt"),
                   QStringLiteral("/dev/null")});
    process.closeWriteChannel();
    QVERIFY(process.waitForFinished(60000));
    const QByteArray seen = process.readAllStandardOutput();
    QVERIFY2(seen.contains("/100"), seen.constData());
    QVERIFY(seen.endsWith("\r\033[K"));
    QFile out(m_folder.filePath(QStringLiteral("out.txt")));
    QVERIFY(out.open(QIODevice::ReadOnly));
    QVERIFY(!out.readAll().contains('#'));
}

QTEST_GUILESS_MAIN(TstCliEmbed)
#include "tst_cli_embed.moc"
