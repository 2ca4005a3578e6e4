#include "core/io/array_file.h"
#include "core/io/file.h"
#include "core/io/idx.h"
#include "core/util/rng.h"
#include "tests/support/packed.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <functional>
#include <iostream>
#include <limits>
#include <numeric>
#include <sstream>
#include <thread>
#include <zlib.h>

#ifdef Q_OS_UNIX
#include <csignal>
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

using namespace hg;
using test::gzip;
namespace fs = std::filesystem;

Q_DECLARE_METATYPE(hg::Error)

namespace {

using Numbers = std::vector<double>;
constexpr double floatMax = static_cast<double>(std::numeric_limits<float>::max());

Bytes bytesOf(const QByteArray& text)
{
    return {text.begin(), text.end()};
}

/// A text of a fixed length, NUL bytes included.
template <std::size_t n>
QByteArray raw(const char (&text)[n])
{
    return {text, static_cast<qsizetype>(n) - 1};
}

Bytes joined(Bytes a, const Bytes& b)
{
    a.insert(a.end(), b.begin(), b.end());
    return a;
}

void appendBigEndian(Bytes& bytes, std::uint32_t value)
{
    for (const int shift : {24, 16, 8, 0})
        bytes.push_back(static_cast<std::uint8_t>(value >> shift));
}

Bytes idxFile(std::uint32_t magic, const std::vector<std::uint32_t>& lengths, std::size_t count)
{
    Bytes bytes;
    appendBigEndian(bytes, magic);
    for (const std::uint32_t length : lengths)
        appendBigEndian(bytes, length);
    for (std::size_t i = 0; i < count; ++i)
        bytes.push_back(static_cast<std::uint8_t>(i * 7));
    return bytes;
}

Bytes npyFile(const QByteArray& dictionary, const Bytes& data, int version = 1)
{
    const QByteArray header = dictionary + "\n";
    Bytes bytes = bytesOf(raw("\x93NUMPY"));
    bytes.push_back(static_cast<std::uint8_t>(version));
    bytes.push_back(0);
    for (int i = 0; i < (version == 1 ? 2 : 4); ++i)
        bytes.push_back(static_cast<std::uint8_t>(header.size() >> (8 * i)));
    return joined(joined(bytes, bytesOf(header)), data);
}

QByteArray dictionary(const char* type, const char* shape, const char* order = "False")
{
    return QByteArray("{'descr': '") + type + "', 'fortran_order': " + order + ", 'shape': " + shape + ", }";
}

/// Little-endian numbers of T.
template <class T>
Bytes items(const std::vector<T>& values)
{
    Bytes bytes(values.size() * sizeof(T));
    if (!values.empty()) std::memcpy(bytes.data(), values.data(), bytes.size());
    return bytes;
}

template <class T = float>
Bytes counting(int count)
{
    std::vector<T> values(static_cast<std::size_t>(count));
    std::iota(values.begin(), values.end(), T{0});
    return items(values);
}

std::string errorText(const Error& error)
{
    std::string text = "code " + std::to_string(static_cast<int>(error.code)) + " where '" + error.where +
                       "' text '" + error.text + "' numbers";
    for (const double number : error.numbers)
        text += ' ' + std::to_string(number);
    return text;
}

void compareError(const Error& found, const Error& expected)
{
    QVERIFY2(found == expected, (errorText(found) + " instead of " + errorText(expected)).c_str());
}

QStringList filesIn(const QTemporaryDir& folder)
{
    return QDir(folder.path())
        .entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot, QDir::Name);
}

fs::path pathIn(const QTemporaryDir& folder, const char* name)
{
    return fs::path(folder.path().toStdString()) / name;
}

void put(const fs::path& path, const QByteArray& content)
{
    QFile file(QString::fromStdString(path.string()));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

QByteArray contentOf(const fs::path& path)
{
    QFile file(QString::fromStdString(path.string()));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("<not there>");
}

} // namespace

class TstIo : public QObject {
    Q_OBJECT

private slots:
    void goodCsv_data();
    void goodCsv();
    void badCsv_data();
    void badCsv();
    void csvOfTooManyNumbers();
    void csvOfTooManyBlocks();
    void blocksKnowTheirLines();
    void blocksAreStacked();
    void csvRoundTrip();
    void shortestReadsBack_data();
    void shortestReadsBack();
    void goodNpy_data();
    void goodNpy();
    void npyNumbersAreExact();
    void npyTypes_data();
    void npyTypes();
    void npyOrders_data();
    void npyOrders();
    void badNpy_data();
    void badNpy();
    void npyOfTooMany_data();
    void npyOfTooMany();
    void npyRoundTrip_data();
    void npyRoundTrip();
    void npyIsWrittenByteForByte();
    void goodIdx_data();
    void goodIdx();
    void badIdx_data();
    void badIdx();
    void gunzipJoinsMembers();
    void gunzipStopsAtTheLimit();
    void idxOfManyBombs();
    void everyCutOfGzipIsAnError();
    void everyCutOfNpyAndIdxIsAnError();
    void kinds_data();
    void kinds();
    void readsFilesWhole();
    void missingFilesAreNamed();
    void readsUpToTheLimit();
    void readsStandardInput();
    void failingReadIsNoEmptyFile();
    void readsPipes_data();
    void readsPipes();
    void endlessDevicesAreTooLarge();
    void writesAndReplaces();
    void failedWriteLeavesNothing();
    void writesPieceByPiece();
    void neighboursStayAsTheyAre();
    void writableIsFoundOutBeforehand();
    void checksumIsPngs();
    void fullDiskKeepsTheOldFile();
    void writesIntoADeviceAndDoesNotReplaceIt();
    void mutatedFilesNeverCrash();
};

void TstIo::goodCsv_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<std::vector<Numbers>>("blocks"); // rows, columns, then the values
    const auto row = [](const char* name, const QByteArray& text, std::vector<Numbers> blocks) {
        QTest::newRow(name) << text << blocks;
    };
    row("one number", "7", {{1, 1, 7}});
    row("one line", "1,2,3\n", {{1, 3, 1, 2, 3}});
    row("two lines, no last newline", "1,2\n3,4", {{2, 2, 1, 2, 3, 4}});
    row("a column", "1\n2\n3\n", {{3, 1, 1, 2, 3}});
    row("CRLF", "1,2\r\n3,4\r\n", {{2, 2, 1, 2, 3, 4}});
    row("CRLF between blocks", "1,2\r\n\r\n3,4\r\n", {{1, 2, 1, 2}, {1, 2, 3, 4}});
    row("byte-order mark",
        "\xEF\xBB\xBF"
        "1,2\n",
        {{1, 2, 1, 2}});
    row("blanks and tabs", " 1 ,\t2\t, \t3 \t\n", {{1, 3, 1, 2, 3}});
    row("blocks of two shapes", "1,2\n3,4\n\n5\n6\n7\n", {{2, 2, 1, 2, 3, 4}, {3, 1, 5, 6, 7}});
    row("three blocks", "1\n\n2\n\n3", {{1, 1, 1}, {1, 1, 2}, {1, 1, 3}});
    row("the blank line has blanks", "1\n \t \n2\n", {{1, 1, 1}, {1, 1, 2}});
    row("many newlines at the end", "1,2\n\n\n\r\n \t\n", {{1, 2, 1, 2}});
    row("signs", "-1,+2,-0.5,+.5", {{1, 4, -1, 2, -0.5, 0.5}});
    row("points", ".5,5.,0.25", {{1, 3, 0.5, 5, 0.25}});
    row("exponents", "1e3,1E3,1e+3,-2.5e-1", {{1, 4, 1000, 1000, 1000, -0.25}});
    row("leading zeros", "007,-00.5", {{1, 2, 7, -0.5}});
    row("rounds to zero", "1e-400,-1E-400", {{1, 2, 0, 0}});
    row("rounds to zero without an exponent", "0." + QByteArray(400, '0') + "1", {{1, 1, 0}});
    row("rounds to zero with a long exponent", "1e-99999999999999999999,10e-0400", {{1, 2, 0, 0}});
    row("rounds to zero with the least long as exponent", "0.01e-9223372036854775808", {{1, 1, 0}});
    row("long digits, small exponent", "1" + QByteArray(400, '0') + "e-400", {{1, 1, 1}});
    row("zero with a huge exponent", "0e999,0e-999", {{1, 2, 0, 0}});
    row("smaller than any float", "1e-300", {{1, 1, 1e-300}});
    row("a heading", "x,y\n1,2\n", {{1, 2, 1, 2}});
    row("a heading, CRLF", "label,pixel0\r\n1,2\r\n3,4\r\n", {{2, 2, 1, 2, 3, 4}});
    row("a heading behind a mark", "\xEF\xBB\xBFx , y\n1,2\n", {{1, 2, 1, 2}});
    row("a heading with digits", "label,1x1,28x28\n7,8,9\n", {{1, 3, 7, 8, 9}});
    row("a heading in quotation marks", "\"label\",\"a b\"\n1,2\n", {{1, 2, 1, 2}});
    row("a heading in Greek", "\xCE\xBC\xCE\xB7,\xCE\xBD\n1,2\n", {{1, 2, 1, 2}});
    row("a heading with a nameless column", ",x\n1,2\n", {{1, 2, 1, 2}});
    row("a heading of other length", "a title\n1,2\n", {{1, 2, 1, 2}});
    row("a heading before blocks", "x,y\n1,2\n\n3\n", {{1, 2, 1, 2}, {1, 1, 3}});
    row("largest float, exactly", "340282346638528859811704183484516925440", {{1, 1, floatMax}});
    row("largest float, shortest", "3.4028235e38,-3.4028235e+38", {{1, 2, 3.4028235e38, -3.4028235e38}});
}

void TstIo::goodCsv()
{
    QFETCH(QByteArray, text);
    QFETCH(std::vector<Numbers>, blocks);
    const auto result = parseCsv(bytesOf(text), "a.csv");
    QVERIFY2(result, result ? "" : errorText(result.error()).c_str());
    QCOMPARE(result->size(), blocks.size());
    for (std::size_t b = 0; b < blocks.size(); ++b) {
        QCOMPARE((*result)[b].rows, static_cast<int>(blocks[b][0]));
        QCOMPARE((*result)[b].columns, static_cast<int>(blocks[b][1]));
        QVERIFY((*result)[b].values == Numbers(blocks[b].begin() + 2, blocks[b].end()));
    }
}

void TstIo::badCsv_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<Error>("error");
    const auto row = [](const char* name, const QByteArray& text, ErrorCode code, Numbers numbers = {},
                        const QByteArray& quoted = {}) {
        QTest::newRow(name) << text << Error{code, "a.csv", std::move(numbers), quoted.toStdString()};
    };
    row("nothing", "", ErrorCode::FileEmpty);
    row("newlines only", "\n\r\n\n", ErrorCode::FileEmpty);
    row("blanks only", " \t ", ErrorCode::FileEmpty);
    row("byte-order mark only", "\xEF\xBB\xBF", ErrorCode::FileEmpty);
    row("blank line first", "\n1,2\n", ErrorCode::EmptyBlock, {1});
    row("two blank lines", "1,2\n\n\n3,4\n", ErrorCode::EmptyBlock, {3});
    row("two blank lines, CRLF", "1\r\n2\r\n\r\n\r\n3\r\n", ErrorCode::EmptyBlock, {4});
    row("short line", "1,2\n3\n", ErrorCode::RaggedBlock, {2, 2, 1, 2});
    row("long line", "1,2\n3,4\n5,6,7\n", ErrorCode::RaggedBlock, {3, 3, 3, 2});
    row("ragged second block", "1\n\n2,3\n4\n", ErrorCode::RaggedBlock, {4, 2, 1, 2});
    row("empty field", "1,,3", ErrorCode::NotANumber, {1, 2}, "");
    row("comma at the start", ",1", ErrorCode::NotANumber, {1, 1}, "");
    row("comma at the end", "1,2\n3,\n", ErrorCode::NotANumber, {2, 2}, "");
    row("hexadecimal", "1,2\n3,0x10", ErrorCode::NotANumber, {2, 2}, "0x10");
    row("hexadecimal letters", "ff", ErrorCode::NotANumber, {1, 1}, "ff");
    row("quoted", "\"1\",2", ErrorCode::NotANumber, {1, 1}, "\"1\"");
    row("thousands", "1 000", ErrorCode::NotANumber, {1, 1}, "1 000");
    row("decimal comma", "1,5;2,5", ErrorCode::NotANumber, {1, 2}, "5;2");
    row("semicolons", "1;2", ErrorCode::NotANumber, {1, 1}, "1;2");
    row("two headings", "x,y\nu,v\n1,2\n", ErrorCode::NotANumber, {2, 1}, "u");
    row("a heading alone", "x,y\n", ErrorCode::NotANumber, {1, 1}, "x");
    row("a heading with a number", "x,1\n1,2\n", ErrorCode::NotANumber, {1, 1}, "x");
    row("a heading later", "1,2\nx,y\n", ErrorCode::NotANumber, {2, 1}, "x");
    row("a heading of a second block", "1,2\n\nx,y\n3,4\n", ErrorCode::NotANumber, {3, 1}, "x");
    row("a heading, then a gap", "x,y\n\n1,2\n", ErrorCode::EmptyBlock, {2});
    row("an empty heading", ",\n1,2\n", ErrorCode::NotANumber, {1, 1}, "");
    row("a first line in hexadecimal", "0x10,0X1f\n1,2\n", ErrorCode::NotANumber, {1, 1}, "0x10");
    row("a first line in quotation marks", "\"1\",'2'\n1,2\n", ErrorCode::NotANumber, {1, 1}, "\"1\"");
    row("a first line with thousands", "1 000,2'000\n1,2\n", ErrorCode::NotANumber, {1, 1}, "1 000");
    row("a first line of dates", "2024-01-02,3/4\n1,2\n", ErrorCode::NotANumber, {1, 1}, "2024-01-02");
    row("a first line with semicolons", "1;2\n1\n", ErrorCode::NotANumber, {1, 1}, "1;2");
    row("a first line of NaN", "nan,nan\n1,2\n", ErrorCode::NotFinite, {1, 1});
    row("a first line of inf", "-inf,inf\n1,2\n", ErrorCode::NotFinite, {1, 1});
    row("a first line beyond float", "1e39\n1\n", ErrorCode::NotFinite, {1, 1});
    row("ragged below a heading", "x,y\n1,2\n3\n", ErrorCode::RaggedBlock, {3, 2, 1, 2});
    row("two signs", "+-1", ErrorCode::NotANumber, {1, 1}, "+-1");
    row("a sign alone", "-", ErrorCode::NotANumber, {1, 1}, "-");
    row("a point alone", ".", ErrorCode::NotANumber, {1, 1}, ".");
    row("exponent without digits", "1e", ErrorCode::NotANumber, {1, 1}, "1e");
    row("overflow, then letters", "1e999x", ErrorCode::NotANumber, {1, 1}, "1e999x");
    row("CR alone", "1\r2", ErrorCode::NotANumber, {1, 1}, "1\r2");
    row("unit", "3px", ErrorCode::NotANumber, {1, 1}, "3px");
    row("long fields are cut", QByteArray(100, 'x'), ErrorCode::NotANumber, {1, 1}, QByteArray(40, 'x'));
    row("mark in the middle",
        "1\n\xEF\xBB\xBF"
        "2",
        ErrorCode::NotANumber, {2, 1},
        "\xEF\xBB\xBF"
        "2");
    row("NUL", raw("1\0,2"), ErrorCode::NotANumber, {1, 1}, raw("1\0"));
    row("NaN", "1,2\n3,NaN", ErrorCode::NotFinite, {2, 2});
    row("-nan", "-nan", ErrorCode::NotFinite, {1, 1});
    row("inf", "1\n\n1,2\n3,4\n5,inf", ErrorCode::NotFinite, {5, 2});
    row("-Infinity", "-Infinity", ErrorCode::NotFinite, {1, 1});
    row("nan(1)", "nan(1)", ErrorCode::NotANumber, {1, 1}, "nan(1)");
    row("beyond float", "0,1e39", ErrorCode::NotFinite, {1, 2});
    row("beyond float, negative", "-1e39", ErrorCode::NotFinite, {1, 1});
    row("just beyond float", "3.4028236e38", ErrorCode::NotFinite, {1, 1});
    row("beyond double", "1e400", ErrorCode::NotFinite, {1, 1});
    row("beyond double without an exponent", "1" + QByteArray(400, '0'), ErrorCode::NotFinite, {1, 1});
    row("beyond double with a small exponent", "1" + QByteArray(400, '0') + "e-5", ErrorCode::NotFinite,
        {1, 1});
    row("beyond double with the largest long as exponent", "1e9223372036854775807", ErrorCode::NotFinite,
        {1, 1});
    row("beyond double with a long exponent", "0.001e99999999999999999999", ErrorCode::NotFinite, {1, 1});
}

void TstIo::badCsv()
{
    QFETCH(QByteArray, text);
    QFETCH(Error, error);
    const auto result = parseCsv(bytesOf(text), "a.csv");
    QVERIFY(!result);
    compareError(result.error(), error);
}

void TstIo::csvOfTooManyNumbers()
{
    QByteArray text;
    for (int i = 0; i < 2001; ++i)
        text += "0,0,0,0,0\n";
    text = text.repeated(1000); // 10,005,000 numbers
    const auto result = parseCsv(bytesOf(text), "a.csv");
    QVERIFY(!result);
    compareError(result.error(), {ErrorCode::TooManyNumbers, "a.csv", {10'000'001, 10'000'000}});
    text.truncate(20'000'000); // ten million numbers exactly
    const auto largest = parseCsv(bytesOf(text), "a.csv");
    QVERIFY(largest);
    QCOMPARE(largest->front().rows, 2'000'000);
}

void TstIo::csvOfTooManyBlocks()
{
    // A block costs ten times its number, so blocks are bounded where numbers are not.
    const QByteArray most = QByteArray("0\n\n").repeated(1'000'000);
    const auto result = parseCsv(bytesOf(most + "0\n"), "a.csv");
    QVERIFY(!result);
    compareError(result.error(), {ErrorCode::TooManyBlocks, "a.csv", {1'000'001, 1'000'000}});
    const auto largest = parseCsv(bytesOf(most), "a.csv");
    QVERIFY(largest);
    QCOMPARE(largest->size(), std::size_t{1'000'000});
}

void TstIo::blocksKnowTheirLines()
{
    const auto csv = parseCsv(bytesOf("1,2\r\n3,4\r\n\r\n5\n\n6\n"), "a.csv");
    QVERIFY(csv);
    QCOMPARE(csv->size(), std::size_t{3});
    QCOMPARE((*csv)[0].line, 1);
    QCOMPARE((*csv)[1].line, 4);
    QCOMPARE((*csv)[2].line, 6);
    const auto npy = parseNpy(npyFile(dictionary("<f4", "(3,)"), counting(3)), "a.npy");
    QVERIFY(npy);
    QCOMPARE(npy->front().line, 0);
}

void TstIo::blocksAreStacked()
{
    const std::vector<Block> alike{{2, 1, {1, 2}, 1}, {2, 1, {3, 4}, 4}};
    const auto tensor = stacked(alike, "f.csv");
    QVERIFY(tensor);
    QCOMPARE(tensor->n, 2);
    QVERIFY(tensor->shape == (Shape{1, 2, 1}));
    QVERIFY(tensor->data == (std::vector<double>{1, 2, 3, 4}));
    QVERIFY(stacked(alike, "f.csv", 2));
    QVERIFY(stacked(alike, "f.csv", 1).error() == (Error{ErrorCode::BlocksDiffer, "f.csv", {1, 2, 1, 1, 1}}));
    const std::vector<Block> apart{{2, 1, {1, 2}, 1}, {1, 2, {3, 4}, 4}};
    QVERIFY(stacked(apart, "f.csv").error() == (Error{ErrorCode::BlocksDiffer, "f.csv", {4, 1, 2, 2, 1}}));
    QVERIFY(!checkAlike(apart, "f.csv"));
}

void TstIo::csvRoundTrip()
{
    const std::vector<float> values{0.0f,
                                    -0.0f,
                                    0.1f,
                                    -1.5f,
                                    1.0f / 3,
                                    16777216.0f,
                                    1e-45f,
                                    std::numeric_limits<float>::min(),
                                    std::numeric_limits<float>::max(),
                                    std::numeric_limits<float>::lowest(),
                                    3.14159274f,
                                    1e10f};
    const std::string text = toCsv(values, 4);
    QCOMPARE(QByteArray::fromStdString(text).count('\n'), 3);
    const auto result = parseCsv(bytesOf(QByteArray::fromStdString(text)), "a.csv");
    QVERIFY2(result, result ? "" : errorText(result.error()).c_str());
    QCOMPARE(result->size(), std::size_t{1});
    QCOMPARE(result->front().rows, 3);
    QCOMPARE(result->front().columns, 4);
    for (std::size_t i = 0; i < values.size(); ++i) {
        const auto back = static_cast<float>(result->front().values[i]);
        QVERIFY2(std::memcmp(&back, &values[i], sizeof back) == 0, shortest(values[i]).c_str());
    }
    QCOMPARE(toCsv(std::vector<float>{1, 2.5f, -3}, 3), std::string("1,2.5,-3\n"));
    QCOMPARE(toCsv(std::vector<float>{1, 2}, 1), std::string("1\n2\n"));
}

void TstIo::shortestReadsBack_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<QByteArray>("asFloat");
    QTest::addColumn<QByteArray>("asDouble");
    QTest::newRow("0.1") << 0.1 << QByteArray("0.1") << QByteArray("0.1");
    QTest::newRow("1/3") << 1.0 / 3 << QByteArray("0.33333334") << QByteArray("0.3333333333333333");
    QTest::newRow("-2") << -2.0 << QByteArray("-2") << QByteArray("-2");
    QTest::newRow("2^24") << 16777216.0 << QByteArray("16777216") << QByteArray("16777216");
}

void TstIo::shortestReadsBack()
{
    QFETCH(double, value);
    QFETCH(QByteArray, asFloat);
    QFETCH(QByteArray, asDouble);
    QCOMPARE(QByteArray::fromStdString(shortest(static_cast<float>(value))), asFloat);
    QCOMPARE(QByteArray::fromStdString(shortest(value)), asDouble);
}

void TstIo::goodNpy_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<int>("version");
    QTest::addColumn<int>("count"); // of numbers 0, 1, 2, …
    QTest::addColumn<int>("blocks");
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("columns");
    QTest::newRow("f4 1 axis") << dictionary("<f4", "(5,)") << 1 << 5 << 1 << 1 << 5;
    QTest::newRow("f8 1 axis") << dictionary("<f8", "(5,)") << 1 << 5 << 1 << 1 << 5;
    QTest::newRow("f4 2 axes") << dictionary("<f4", "(2, 3)") << 1 << 6 << 1 << 2 << 3;
    QTest::newRow("f8 2 axes") << dictionary("<f8", "(2, 3)") << 1 << 6 << 1 << 2 << 3;
    QTest::newRow("f4 3 axes") << dictionary("<f4", "(4, 2, 3)") << 1 << 24 << 4 << 2 << 3;
    QTest::newRow("f8 3 axes") << dictionary("<f8", "(4, 2, 3)") << 1 << 24 << 4 << 2 << 3;
    QTest::newRow("f4 4 axes") << dictionary("<f4", "(5, 4, 2, 3)") << 1 << 120 << 20 << 2 << 3;
    QTest::newRow("f8 4 axes") << dictionary("<f8", "(5, 4, 2, 3)") << 1 << 120 << 20 << 2 << 3;
    QTest::newRow("version 2") << dictionary("<f4", "(2, 3)") << 2 << 6 << 1 << 2 << 3;
    QTest::newRow("version 3") << dictionary("<f8", "(2, 3)") << 3 << 6 << 1 << 2 << 3;
    QTest::newRow("padded") << dictionary("<f4", "(2, 3)") + QByteArray(200, ' ') << 1 << 6 << 1 << 2 << 3;
    QTest::newRow("other order of keys")
        << QByteArray("{'shape': (2, 3), 'fortran_order': False, 'descr': '<f4'}") << 1 << 6 << 1 << 2 << 3;
    QTest::newRow("tight") << QByteArray("{'descr':'<f4','fortran_order':False,'shape':(2,3)}") << 1 << 6 << 1
                           << 2 << 3;
    QTest::newRow("double quotes")
        << QByteArray("{\"descr\": \"<f4\", \"fortran_order\": False, \"shape\": (2, 3,)}") << 1 << 6 << 1
        << 2 << 3;
    QTest::newRow("header beyond 64 KB")
        << dictionary("<f4", "(2, 3)") + QByteArray(70000, ' ') << 2 << 6 << 1 << 2 << 3;
}

void TstIo::goodNpy()
{
    QFETCH(QByteArray, header);
    QFETCH(int, version);
    QFETCH(int, count);
    QFETCH(int, blocks);
    QFETCH(int, rows);
    QFETCH(int, columns);
    const Bytes content =
        npyFile(header, header.contains("<f4") ? counting<float>(count) : counting<double>(count), version);
    QVERIFY(kindOf(content) == FileKind::Npy);
    for (const bool lastAxisOnly : {false, true}) {
        const auto result = parseNpy(content, "a.npy", lastAxisOnly);
        QVERIFY2(result, result ? "" : errorText(result.error()).c_str());
        QCOMPARE(static_cast<int>(result->size()), lastAxisOnly ? blocks * rows : blocks);
        double next = 0;
        for (const Block& block : *result) {
            QCOMPARE(block.rows, lastAxisOnly ? 1 : rows);
            QCOMPARE(block.columns, columns);
            QCOMPARE(block.values.size(), static_cast<std::size_t>(block.rows * columns));
            for (const double value : block.values)
                QCOMPARE(value, next++);
        }
    }
}

void TstIo::npyNumbersAreExact()
{
    const std::vector<double> doubles{0.1, -1e-300, 5e-324, 1.0 / 3, floatMax, -floatMax};
    const auto wide = parseNpy(npyFile(dictionary("<f8", "(6,)"), items(doubles)), "a.npy");
    QVERIFY(wide);
    QVERIFY(wide->front().values == doubles);
    const std::vector<float> floats{0.1f, -1e-45f, std::numeric_limits<float>::max()};
    const auto narrow = parseNpy(npyFile(dictionary("<f4", "(3,)"), items(floats)), "a.npy");
    QVERIFY(narrow);
    for (std::size_t i = 0; i < floats.size(); ++i)
        QCOMPARE(narrow->front().values[i], static_cast<double>(floats[i]));
}

namespace {

/// The items' bytes turned round, each by itself.
Bytes swapped(Bytes bytes, std::size_t size)
{
    for (std::size_t at = 0; at < bytes.size(); at += size)
        std::reverse(bytes.begin() + static_cast<std::ptrdiff_t>(at),
                     bytes.begin() + static_cast<std::ptrdiff_t>(at + size));
    return bytes;
}

} // namespace

void TstIo::npyTypes_data()
{
    QTest::addColumn<Bytes>("content");
    QTest::addColumn<Numbers>("values");
    const auto row = [](const char* type, const Bytes& data, const Numbers& values) {
        const auto shape = QByteArray("(") + QByteArray::number(static_cast<int>(values.size())) + ",)";
        const auto size = static_cast<std::size_t>(type[1] - '0');
        for (const char* order : {"<", "=", "|", ""})
            QTest::addRow("%s%s", order, type)
                << npyFile(dictionary((QByteArray(order) + type).constData(), shape.constData()), data)
                << values;
        QTest::addRow(">%s", type) << npyFile(
                                          dictionary((QByteArray(">") + type).constData(), shape.constData()),
                                          swapped(data, size))
                                   << values;
    };
    row("i1", items<std::int8_t>({0, 1, -128, 127}), {0, 1, -128, 127});
    row("i2", items<std::int16_t>({-32768, 300}), {-32768, 300});
    row("i4", items<std::int32_t>({-2147483647 - 1, 70000}), {-2147483648.0, 70000});
    row("i8", items<std::int64_t>({-1, 1LL << 53}), {-1, 9007199254740992.0});
    row("u1", {0, 1, 128, 255}, {0, 1, 128, 255});
    row("u2", items<std::uint16_t>({65535, 1}), {65535, 1});
    row("u4", items<std::uint32_t>({4294967295u, 1}), {4294967295.0, 1});
    row("u8", items<std::uint64_t>({1ULL << 63, 1}), {9223372036854775808.0, 1});
    row("b1", {0, 1, 2}, {0, 1, 1});
    row("f4", items<float>({-1.5f, 0.1f}), {-1.5, static_cast<double>(0.1f)});
    row("f8", items<double>({-1.5, 0.1}), {-1.5, 0.1});
    // 1, −2, the largest, the least of all, the least normal, a third rounded
    row("f2", items<std::uint16_t>({0x3C00, 0xC000, 0x7BFF, 0x0001, 0x0400, 0x3555, 0x8000}),
        {1, -2, 65504, 0x1p-24, 0x1p-14, 0.333251953125, 0});
}

void TstIo::npyTypes()
{
    QFETCH(Bytes, content);
    QFETCH(Numbers, values);
    const auto blocks = parseNpy(content, "a.npy");
    QVERIFY2(blocks, blocks ? "" : errorText(blocks.error()).c_str());
    QCOMPARE(blocks->front().values, values);
}

void TstIo::npyOrders_data()
{
    QTest::addColumn<QByteArray>("shape");
    QTest::addColumn<Numbers>("fortran"); // 0, 1, 2, … of row-major order, as they lie column-major
    QTest::newRow("1 axis") << QByteArray("(3,)") << Numbers{0, 1, 2};
    QTest::newRow("2 axes") << QByteArray("(2, 3)") << Numbers{0, 3, 1, 4, 2, 5};
    QTest::newRow("3 axes") << QByteArray("(2, 2, 3)") << Numbers{0, 6, 3, 9, 1, 7, 4, 10, 2, 8, 5, 11};
    QTest::newRow("4 axes") << QByteArray("(2, 1, 2, 2)") << Numbers{0, 4, 2, 6, 1, 5, 3, 7};
    QTest::newRow("a row") << QByteArray("(1, 3)") << Numbers{0, 1, 2};
    QTest::newRow("a column") << QByteArray("(3, 1)") << Numbers{0, 1, 2};
}

void TstIo::npyOrders()
{
    QFETCH(QByteArray, shape);
    QFETCH(Numbers, fortran);
    const auto flat = [](const std::vector<Block>& blocks) {
        Numbers all;
        for (const Block& block : blocks)
            all.insert(all.end(), block.values.begin(), block.values.end());
        return all;
    };
    Numbers counted(fortran.size());
    std::iota(counted.begin(), counted.end(), 0.0);
    for (const bool lastAxisOnly : {false, true}) {
        const auto blocks = parseNpy(npyFile(dictionary("<f8", shape.constData(), "True"), items(fortran)),
                                     "a.npy", lastAxisOnly);
        QVERIFY2(blocks, blocks ? "" : errorText(blocks.error()).c_str());
        QCOMPARE(flat(*blocks), counted);
    }
    const Bytes asBytes(fortran.begin(), fortran.end()), inOrder(counted.begin(), counted.end());
    const Bytes content = npyFile(dictionary("|u1", shape.constData(), "True"), asBytes);
    QVERIFY(npyHoldsBytes(content));
    const auto bytes = npyBytes(content, "a.npy");
    QVERIFY(bytes);
    QCOMPARE(*bytes, inOrder);
    QCOMPARE(*npyBytes(npyFile(dictionary("|u1", shape.constData()), inOrder), "a.npy"), inOrder);
}

void TstIo::badNpy_data()
{
    QTest::addColumn<Bytes>("content");
    QTest::addColumn<Error>("error");
    const auto row = [](const char* name, const Bytes& content, ErrorCode code, const char* text = "",
                        Numbers numbers = {}) {
        QTest::newRow(name) << content << Error{code, "a.npy", std::move(numbers), text};
    };
    const Bytes good = npyFile(dictionary("<f4", "(2, 3)"), counting(6));
    const auto ofHeader = [](const QByteArray& header) { return npyFile(header, counting(6)); };
    row("another file", bytesOf("1,2,3,4,5,6,7,8,9\n"), ErrorCode::BadHeader, "magic");
    row("version 0", npyFile(dictionary("<f4", "(2, 3)"), counting(6), 0), ErrorCode::BadHeader, "version");
    row("version 4", npyFile(dictionary("<f4", "(2, 3)"), counting(6), 4), ErrorCode::BadHeader, "version");
    for (const char* type : {"<c8", "<f16", "|O", "<U4", "<M8[ns]", "i", "<i3", "b8", ""})
        QTest::newRow((QByteArray("type ") + type).constData())
            << ofHeader(dictionary(type, "(2, 3)")) << Error{ErrorCode::BadHeader, "a.npy", {}, "descr"};
    row("structured type", ofHeader("{'descr': [('x', '<f4')], 'fortran_order': False, 'shape': (6,), }"),
        ErrorCode::BadHeader, "descr");
    row("no type", ofHeader("{'fortran_order': False, 'shape': (6,), }"), ErrorCode::BadHeader, "descr");
    row("no order", ofHeader("{'descr': '<f4', 'shape': (6,), }"), ErrorCode::BadHeader, "fortran_order");
    row("no shape", ofHeader("{'descr': '<f4', 'fortran_order': False, }"), ErrorCode::BadHeader, "shape");
    for (const char* shape : {"()", "(1, 1, 1, 2, 3)", "[2, 3]", "(2, -3)", "(2, x)", "(2, 3", "(2,, 3)",
                              "(2.0, 3)", "(99999999999999999999999, 1)"})
        QTest::newRow((QByteArray("shape ") + shape).constData())
            << ofHeader("{'descr': '<f4', 'fortran_order': False, 'shape': " + QByteArray(shape))
            << Error{ErrorCode::BadHeader, "a.npy", {}, "shape"};
    row("empty dictionary", ofHeader("{}"), ErrorCode::BadHeader, "descr");
    row("nearly False", ofHeader(dictionary("<f4", "(2, 3)", "Falsehood")), ErrorCode::BadHeader,
        "fortran_order");
    row("a sum of shapes", ofHeader(dictionary("<f4", "(2, 3) + (7,)")), ErrorCode::BadHeader, "shape");
    row("a number in brackets", ofHeader(dictionary("<f4", "(6)")), ErrorCode::BadHeader, "shape");
    row("two types", ofHeader("{'descr': '<f4', 'x', 'fortran_order': False, 'shape': (6,), }"),
        ErrorCode::BadHeader, "dictionary");
    row("a longer type", ofHeader(dictionary("<f4x", "(2, 3)")), ErrorCode::BadHeader, "descr");
    row("an unknown key", ofHeader("{'descr': '<f4', 'fortran_order': False, 'shape': (6,), 'more': 1}"),
        ErrorCode::BadHeader, "more");
    row("a key twice", ofHeader("{'descr': '<f4', 'descr': '<f4', 'fortran_order': False, 'shape': (6,)}"),
        ErrorCode::BadHeader, "descr");
    row("a key in a value", ofHeader("{'x': 'descr', '<f4': 'shape', 'fortran_order': False}"),
        ErrorCode::BadHeader, "x");
    row("no end", ofHeader("{'descr': '<f4', 'fortran_order': False, 'shape': (6,), "), ErrorCode::BadHeader,
        "dictionary");
    row("more after the end", ofHeader(dictionary("<f4", "(2, 3)") + " x"), ErrorCode::BadHeader,
        "dictionary");
    row("no dictionary", ofHeader("'descr': '<f4', 'fortran_order': False, 'shape': (6,)"),
        ErrorCode::BadHeader, "dictionary");
    row("cut in the prefix", {good.begin(), good.begin() + 9}, ErrorCode::SizeMismatch, "", {12, 9});
    row("cut in the header", {good.begin(), good.begin() + 40}, ErrorCode::SizeMismatch, "",
        {static_cast<double>(good.size() - 24), 40});
    row("cut in the numbers", {good.begin(), good.end() - 1}, ErrorCode::SizeMismatch, "", {24, 23});
    row("a byte too many", joined(good, {0}), ErrorCode::SizeMismatch, "", {24, 25});
    row("half the bytes", npyFile(dictionary("<f8", "(2, 3)"), counting<float>(6)), ErrorCode::SizeMismatch,
        "", {48, 24});
    row("a header of 4 GB", joined(bytesOf(raw("\x93NUMPY\x02\x00\xff\xff\xff\xff")), counting(6)),
        ErrorCode::SizeMismatch, "", {12 + 4294967295.0, 36});
    row("10^16 numbers", npyFile(dictionary("<f4", "(100000000, 100000000)"), counting(6)),
        ErrorCode::SizeMismatch, "", {4e16, 24});
    row("lengths whose product wraps to 6",
        npyFile(dictionary("<f4", "(6148914691236517206, 3)"), counting(6)), ErrorCode::SizeMismatch, "",
        {6148914691236517206.0 * 3 * 4, 24});
    row("no rows", npyFile(dictionary("<f4", "(0, 3)"), {}), ErrorCode::FileEmpty);
    row("no columns, huge rows", npyFile(dictionary("<f4", "(9999999999, 0)"), {}), ErrorCode::FileEmpty);
    const float nan = std::numeric_limits<float>::quiet_NaN(), inf = std::numeric_limits<float>::infinity();
    row("NaN", npyFile(dictionary("<f4", "(3,)"), items<float>({1, nan, 3})), ErrorCode::NotFinite, "", {1});
    row("infinity", npyFile(dictionary("<f4", "(2, 1, 2)"), items<float>({1, 2, 3, -inf})),
        ErrorCode::NotFinite, "", {3});
    row("half NaN", npyFile(dictionary("<f2", "(1,)"), items<std::uint16_t>({0x7E00})), ErrorCode::NotFinite,
        "", {0});
    row("half infinity", npyFile(dictionary("<f2", "(1,)"), items<std::uint16_t>({0xFC00})),
        ErrorCode::NotFinite, "", {0});
    row("NaN, counted row by row", npyFile(dictionary("<f4", "(2, 2)", "True"), items<float>({1, 2, nan, 4})),
        ErrorCode::NotFinite, "", {1});
    row("double NaN", npyFile(dictionary("<f8", "(1,)"), items<double>({std::nan("")})), ErrorCode::NotFinite,
        "", {0});
    row("beyond float", npyFile(dictionary("<f8", "(2,)"), items<double>({0, -1e39})), ErrorCode::NotFinite,
        "", {1});
}

void TstIo::badNpy()
{
    QFETCH(Bytes, content);
    QFETCH(Error, error);
    const auto result = parseNpy(content, "a.npy");
    QVERIFY(!result);
    compareError(result.error(), error);
    const auto axes = npyAxes(content, "a.npy"); // the header may be whole where the numbers are not
    if (!axes) compareError(axes.error(), error);
    QVERIFY(axes || error.code == ErrorCode::BadHeader || error.code == ErrorCode::SizeMismatch);
    QVERIFY(!axes || error.code != ErrorCode::BadHeader);
}

void TstIo::npyOfTooMany_data()
{
    QTest::addColumn<std::vector<int>>("axes");
    QTest::addColumn<bool>("lastAxisOnly");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<double>("most");
    QTest::newRow("numbers") << std::vector<int>{10'000'001} << false << ErrorCode::TooManyNumbers << 1e7;
    QTest::newRow("numbers in rows") << std::vector<int>{5, 2'000'001} << true << ErrorCode::TooManyNumbers
                                     << 1e7;
    QTest::newRow("blocks of a number")
        << std::vector<int>{1'000'001, 1, 1} << false << ErrorCode::TooManyBlocks << 1e6;
    QTest::newRow("rows of a number")
        << std::vector<int>{1'000'001, 1} << true << ErrorCode::TooManyBlocks << 1e6;
}

void TstIo::npyOfTooMany()
{
    QFETCH(std::vector<int>, axes);
    QFETCH(bool, lastAxisOnly);
    QFETCH(ErrorCode, code);
    QFETCH(double, most);
    const auto values = [](const std::vector<int>& lengths) {
        return std::vector<float>(
            std::accumulate(lengths.begin(), lengths.end(), std::size_t{1}, std::multiplies<>()));
    };
    const auto result = parseNpy(toNpy(values(axes), axes), "a.npy", lastAxisOnly);
    QVERIFY(!result);
    const double found =
        code == ErrorCode::TooManyBlocks ? 1'000'001 : static_cast<double>(values(axes).size());
    compareError(result.error(), {code, "a.npy", {found, most}});
    for (int& length : axes)
        length -= length > 1'000'000 ? 1 : 0;
    QVERIFY(parseNpy(toNpy(values(axes), axes), "a.npy", lastAxisOnly));
}

void TstIo::npyRoundTrip_data()
{
    QTest::addColumn<std::vector<int>>("axes");
    QTest::newRow("1 axis") << std::vector<int>{24};
    QTest::newRow("1 number") << std::vector<int>{1};
    QTest::newRow("2 axes") << std::vector<int>{4, 6};
    QTest::newRow("3 axes") << std::vector<int>{2, 3, 4};
    QTest::newRow("4 axes") << std::vector<int>{1, 2, 3, 4};
    QTest::newRow("long") << std::vector<int>{1000, 12, 5, 6};
}

void TstIo::npyRoundTrip()
{
    QFETCH(std::vector<int>, axes);
    const int count = std::accumulate(axes.begin(), axes.end(), 1, std::multiplies<>());
    std::vector<float> values(static_cast<std::size_t>(count));
    const Random random(1, 1);
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] = static_cast<float>(random.normal(i) * std::pow(10, random.normal(i + values.size())));
    const Bytes content = toNpy(values, axes);
    QVERIFY(kindOf(content) == FileKind::Npy);
    const auto lengths = npyAxes(content, "a.npy");
    QVERIFY(lengths);
    QVERIFY(*lengths == std::vector<std::size_t>(axes.begin(), axes.end()));
    const auto blocks = parseNpy(content, "a.npy");
    QVERIFY2(blocks, blocks ? "" : errorText(blocks.error()).c_str());
    QCOMPARE(blocks->front().columns, axes.back());
    if (axes.size() > 1) QCOMPARE(blocks->front().rows, axes[axes.size() - 2]);
    std::vector<float> back;
    for (const Block& block : *blocks)
        for (const double value : block.values)
            back.push_back(static_cast<float>(value));
    QVERIFY(back == values);
}

void TstIo::npyIsWrittenByteForByte()
{
    // What numpy.save writes for arrays of one and of two axes.
    const auto expected = [](const QByteArray& dictionaryText, const Bytes& data) {
        return joined(bytesOf(raw("\x93NUMPY\x01\x00\x76\x00") + dictionaryText +
                              QByteArray(117 - dictionaryText.size(), ' ') + "\n"),
                      data);
    };
    const std::vector<float> values{1, -2.5f, 3, 4, 5, 6};
    QVERIFY(toNpy(values, std::vector<int>{6}) ==
            expected("{'descr': '<f4', 'fortran_order': False, 'shape': (6,), }", items(values)));
    QVERIFY(toNpy(values, std::vector<int>{2, 3}) ==
            expected("{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3), }", items(values)));
}

void TstIo::goodIdx_data()
{
    QTest::addColumn<Bytes>("content");
    QTest::addColumn<std::vector<int>>("axes");
    const auto row = [](const char* name, std::uint32_t magic, std::vector<std::uint32_t> lengths,
                        std::size_t count) {
        const Bytes content = idxFile(magic, lengths, count);
        const std::vector<int> axes(lengths.begin(), lengths.end());
        QTest::newRow(name) << content << axes;
        QTest::newRow((QByteArray(name) + ", gzip").constData()) << gzip(content) << axes;
    };
    row("1 axis", 0x801, {5}, 5);
    row("2 axes", 0x802, {3, 5}, 15);
    row("3 axes", 0x803, {2, 3, 5}, 30);
    row("4 axes", 0x804, {2, 2, 3, 5}, 60);
    row("no samples", 0x803, {0, 28, 28}, 0);
    row("longer than a buffer", 0x803, {300, 28, 28}, 235200);
}

void TstIo::goodIdx()
{
    QFETCH(Bytes, content);
    QFETCH(std::vector<int>, axes);
    const auto idx = parseIdx(content, "a.idx");
    QVERIFY2(idx, idx ? "" : errorText(idx.error()).c_str());
    QVERIFY(idx->axes == axes);
    const auto count =
        static_cast<std::size_t>(std::accumulate(axes.begin(), axes.end(), 1, std::multiplies<>()));
    QCOMPARE(idx->bytes.size(), count);
    for (std::size_t i = 0; i < count; ++i)
        QCOMPARE(idx->bytes[i], static_cast<std::uint8_t>(i * 7));
}

void TstIo::badIdx_data()
{
    QTest::addColumn<Bytes>("content");
    QTest::addColumn<Error>("error");
    const auto row = [](const char* name, const Bytes& content, ErrorCode code, Numbers numbers = {}) {
        QTest::newRow(name) << content << Error{code, "a.idx", numbers};
        // The same file compressed fails in the same way.
        if (code != ErrorCode::BadGzip && !content.empty())
            QTest::newRow((QByteArray(name) + ", gzip").constData())
                << gzip(content) << Error{code, "a.idx", numbers};
    };
    row("nothing", {}, ErrorCode::SizeMismatch, {4, 0});
    row("three bytes", {0, 0, 8}, ErrorCode::SizeMismatch, {4, 3});
    row("no lengths", {0, 0, 8, 3}, ErrorCode::SizeMismatch, {16, 4});
    row("lengths cut", {0, 0, 8, 2, 0, 0, 0, 1, 0, 0, 0}, ErrorCode::SizeMismatch, {12, 11});
    row("signed bytes", idxFile(0x903, {1, 2, 2}, 4), ErrorCode::BadMagic, {0x903});
    row("floats", idxFile(0xD01, {1}, 4), ErrorCode::BadMagic, {0xD01});
    row("no axes", idxFile(0x800, {}, 1), ErrorCode::BadMagic, {0x800});
    row("5 axes", idxFile(0x805, {1, 1, 1, 1, 1}, 1), ErrorCode::BadMagic, {0x805});
    row("first byte", idxFile(0x01000803, {1, 2, 2}, 4), ErrorCode::BadMagic, {0x01000803});
    row("little-endian", {3, 8, 0, 0, 1, 0, 0, 0}, ErrorCode::BadMagic, {0x03080000});
    row("text", bytesOf("1,2,3,4"), ErrorCode::BadMagic, {0x312c322c});
    row("a byte short", idxFile(0x803, {2, 3, 5}, 29), ErrorCode::SizeMismatch, {30, 29});
    row("a byte too many", idxFile(0x803, {2, 3, 5}, 31), ErrorCode::SizeMismatch, {30, 31});
    row("nothing announced", idxFile(0x803, {0, 28, 28}, 1), ErrorCode::SizeMismatch, {0, 1});
    row("4 GB announced", idxFile(0x801, {0xFFFFFFFF}, 3), ErrorCode::SizeMismatch, {4294967295.0, 3});
    row("2^32 lengths wrap to nothing", idxFile(0x802, {0x10000, 0x10000}, 0), ErrorCode::SizeMismatch,
        {4294967296.0, 0});
    row("2^64 lengths wrap to nothing", idxFile(0x804, {0x10000, 0x10000, 0x10000, 0x10000}, 0),
        ErrorCode::SizeMismatch, {18446744073709551616.0, 0});
    const double huge = 4294967295.0;
    row("2^128 announced", idxFile(0x804, {0xFFFFFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0xFFFFFFFF}, 4),
        ErrorCode::SizeMismatch, {huge * huge * huge * huge, 4});

    const Bytes packed = gzip(idxFile(0x803, {2, 3, 5}, 30));
    row("gzip cut", {packed.begin(), packed.end() - 1}, ErrorCode::BadGzip);
    row("gzip magic alone", {0x1f, 0x8b}, ErrorCode::BadGzip);
    row("gzip with bytes behind it", joined(packed, {1, 2, 3}), ErrorCode::BadGzip);
    Bytes damaged = packed;
    damaged[damaged.size() - 8] ^= 1; // the checksum
    row("gzip checksum", damaged, ErrorCode::BadGzip);
    QTest::newRow("gzip in gzip") << gzip(packed) << Error{ErrorCode::UnknownKind, "a.idx"};
    QTest::newRow("gzip of nothing") << gzip({}) << Error{ErrorCode::SizeMismatch, "a.idx", {4, 0}};
}

void TstIo::badIdx()
{
    QFETCH(Bytes, content);
    QFETCH(Error, error);
    const auto idx = parseIdx(content, "a.idx");
    QVERIFY(!idx);
    compareError(idx.error(), error);
}

void TstIo::gunzipJoinsMembers()
{
    const Bytes first = bytesOf("one, "), second = bytesOf("two");
    const auto both = gunzip(joined(joined(gzip(first), gzip({})), gzip(second)));
    QVERIFY(both);
    QVERIFY(*both == bytesOf("one, two"));
    const auto nothing = gunzip({});
    QVERIFY(!nothing);
    QCOMPARE(nothing.error().code, ErrorCode::BadGzip);
}

void TstIo::gunzipStopsAtTheLimit()
{
    constexpr std::size_t limit = 1 << 20;
    const auto exact = gunzip(gzip(Bytes(limit)), limit);
    QVERIFY(exact);
    QCOMPARE(exact->size(), limit);
    const auto over = gunzip(gzip(Bytes(limit + 1)), limit);
    QVERIFY(!over);
    compareError(over.error(), {ErrorCode::TooLarge, "", {limit + 1, limit}});
    // A bomb is given up at the first buffer beyond the limit, and over two members as over one.
    const auto bomb = gunzip(gzip(Bytes(20 * limit)), limit);
    QVERIFY(!bomb);
    QCOMPARE(bomb.error().code, ErrorCode::TooLarge);
    QVERIFY(bomb.error().numbers[0] <= limit + (1 << 16));
    const auto twice = gunzip(joined(gzip(Bytes(limit)), gzip(Bytes(1))), limit);
    QVERIFY(!twice);
    QCOMPARE(twice.error().code, ErrorCode::TooLarge);
}

void TstIo::idxOfManyBombs()
{
    const Bytes member = gzip(Bytes(1 << 20));
    Bytes bomb = gzip(idxFile(0x801, {0x20000000}, 0));
    for (int i = 0; i < 512; ++i)
        bomb.insert(bomb.end(), member.begin(), member.end());
    const auto idx = parseIdx(bomb, "a.idx");
    QVERIFY(!idx);
    QCOMPARE(idx.error().code, ErrorCode::TooLarge);
    QCOMPARE(idx.error().where, std::string("a.idx"));
    QCOMPARE(idx.error().numbers[1], static_cast<double>(largestFile / 2));
}

void TstIo::everyCutOfGzipIsAnError()
{
    const Bytes packed = gzip(idxFile(0x803, {10, 28, 28}, 7840));
    QVERIFY(gunzip(packed));
    for (std::size_t n = 0; n < packed.size(); ++n) {
        const auto cut = gunzip(std::span(packed).first(n));
        QVERIFY2(!cut && cut.error().code == ErrorCode::BadGzip, std::to_string(n).c_str());
    }
}

void TstIo::everyCutOfNpyAndIdxIsAnError()
{
    const Bytes npy = npyFile(dictionary("<f4", "(2, 3)"), counting(6)), idx = idxFile(0x803, {2, 3, 5}, 30);
    for (std::size_t n = 0; n < npy.size(); ++n)
        QVERIFY2(!parseNpy(std::span(npy).first(n), "a"), std::to_string(n).c_str());
    for (std::size_t n = 0; n < idx.size(); ++n)
        QVERIFY2(!parseIdx(std::span(idx).first(n), "a"), std::to_string(n).c_str());
}

void TstIo::kinds_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<FileKind>("kind");
    QTest::newRow("gzip") << raw("\x1f\x8b\x08\x00") << FileKind::Gzip;
    QTest::newRow("npy") << raw("\x93NUMPY\x01\x00") << FileKind::Npy;
    QTest::newRow("PNG") << raw("\x89PNG\r\n\x1a\n") << FileKind::Picture;
    QTest::newRow("JPEG") << raw("\xff\xd8\xff\xe0") << FileKind::Picture;
    QTest::newRow("BMP") << raw("BM\x36\x00") << FileKind::Picture;
    QTest::newRow("a text that begins with BM") << raw("BMI,age\n1,2\n") << FileKind::Text;
    QTest::newRow("PGM") << raw("P5\n28 28\n255\n") << FileKind::Picture;
    QTest::newRow("PBM as text") << raw("P1 2 2 0 1 1 0") << FileKind::Picture;
    QTest::newRow("P7 is another format") << raw("P7\nWIDTH 2") << FileKind::Text;
    QTest::newRow("WAV") << raw("RIFF\x24\0\0\0WAVEfmt ") << FileKind::Sound;
    QTest::newRow("WAV, big-endian") << raw("RIFX\0\0\0\x24WAVEfmt ") << FileKind::Sound;
    QTest::newRow("WAV of long sizes") << raw("RF64\xff\xff\xff\xffWAVEds64") << FileKind::Sound;
    QTest::newRow("broadcast WAV") << raw("BW64\xff\xff\xff\xffWAVEds64") << FileKind::Sound;
    QTest::newRow("RF64 of another form") << raw("RF64\xff\xff\xff\xff\1\2\3\4") << FileKind::Unknown;
    QTest::newRow("ZIP") << raw("PK\3\4\x14\0") << FileKind::Zip;
    QTest::newRow("an empty ZIP") << raw("PK\5\6\0\0") << FileKind::Zip;
    QTest::newRow("RIFF of another form") << raw("RIFF\x24\0\0\0AVI LIST") << FileKind::Unknown;
    QTest::newRow("AIFF") << raw("FORM\0\0\0\x24"
                                 "AIFFCOMM")
                          << FileKind::Sound;
    QTest::newRow("AIFF, compressed") << raw("FORM\0\0\0\x24"
                                             "AIFCFVER")
                                      << FileKind::Sound;
    QTest::newRow("FORM of another kind") << raw("FORM\0\0\0\x24ILBMBMHD") << FileKind::Unknown;
    QTest::newRow("FLAC") << raw("fLaC\0\0\0\x22") << FileKind::Sound;
    QTest::newRow("Ogg") << raw("OggS\0\x02") << FileKind::Sound;
    QTest::newRow("MP3") << raw("\xff\xfb\x90\x64") << FileKind::Sound;
    QTest::newRow("MP3 after a tag") << raw("ID3\x04\0\0") << FileKind::Sound;
    QTest::newRow("a text that begins with ID3") << raw("ID3,1\n") << FileKind::Text;
    QTest::newRow("MPEG with a reserved rate") << raw("\xff\xfb\x9c\x64\0") << FileKind::Unknown;
    QTest::newRow("MPEG with a reserved version") << raw("\xff\xeb\x90\x64\0") << FileKind::Unknown;
    QTest::newRow("model") << raw("\x89HGL\r\n\x1a\n") << FileKind::Model;
    QTest::newRow("model after a change of line ends") << raw("\x89HGL\n\x1a\n") << FileKind::Unknown;
    QTest::newRow("IDX") << raw("\0\0\x08\x03\0\0\0\x01") << FileKind::Idx;
    QTest::newRow("IDX of floats") << raw("\0\0\x0D\x01") << FileKind::Idx;
    QTest::newRow("CSV") << raw("1,2\r\n3,\t4\n") << FileKind::Text;
    QTest::newRow("byte-order mark") << raw("\xEF\xBB\xBF"
                                            "1,2\n")
                                     << FileKind::Text;
    QTest::newRow("UTF-16") << raw("\xff\xfe\x31\x00\x2c\x00") << FileKind::Unknown;
    QTest::newRow("zeros") << raw("\0\0\0\0") << FileKind::Unknown;
    QTest::newRow("control bytes") << raw("1,2\n\x01") << FileKind::Unknown;
}

void TstIo::kinds()
{
    QFETCH(QByteArray, content);
    QFETCH(FileKind, kind);
    QCOMPARE(kindOf(bytesOf(content)), kind);
}

void TstIo::readsFilesWhole()
{
    QTemporaryDir folder;
    const fs::path path = pathIn(folder, "δεδομένα.bin");
    const QByteArray content = QByteArray(200'000, 'x') + raw("\0\r\n\x1a\xff");
    put(path, content);
    const auto read = readFile(path);
    QVERIFY2(read, read ? "" : errorText(read.error()).c_str());
    QVERIFY(*read == bytesOf(content));
}

void TstIo::missingFilesAreNamed()
{
    QTemporaryDir folder;
    const fs::path missing = pathIn(folder, "missing.csv"), empty = pathIn(folder, "empty.csv");
    put(empty, "");
    const auto errorOf = [](const fs::path& path) {
        const auto read = readFile(path);
        return read ? Error{} : read.error();
    };
    compareError(errorOf(missing), {ErrorCode::FileNotFound, missing.string()});
    compareError(errorOf(empty / "below.csv"), {ErrorCode::FileNotFound, (empty / "below.csv").string()});
    compareError(errorOf(empty), {ErrorCode::FileEmpty, empty.string()});
    compareError(errorOf(folder.path().toStdString()),
                 {ErrorCode::FileUnreadable, folder.path().toStdString()});
}

void TstIo::readsUpToTheLimit()
{
    QTemporaryDir folder;
    const fs::path path = pathIn(folder, "a");
    put(path, QByteArray(100'000, 'x'));
    QVERIFY(readFile(path, 100'000));
    const auto over = readFile(path, 99'999);
    QVERIFY(!over);
    compareError(over.error(), {ErrorCode::TooLarge, path.string(), {100'000, 99'999}});
}

void TstIo::readsStandardInput()
{
    std::istringstream full("1,2\n"), empty;
    std::streambuf* const before = std::cin.rdbuf(full.rdbuf());
    const auto read = readFile("-");
    std::cin.clear();
    std::cin.rdbuf(empty.rdbuf());
    const auto nothing = readFile("-");
    std::cin.clear();
    std::cin.rdbuf(before);
    QVERIFY(read);
    QVERIFY(*read == bytesOf("1,2\n"));
    QVERIFY(!nothing);
    compareError(nothing.error(), {ErrorCode::FileEmpty, "-"});
}

void TstIo::failingReadIsNoEmptyFile()
{
    // The start of its own memory is a file of Linux that opens and cannot be read.
    if (!QFile::exists("/proc/self/mem")) QSKIP("needs Linux's /proc");
    const auto read = readFile("/proc/self/mem");
    QVERIFY(!read);
    compareError(read.error(), {ErrorCode::FileUnreadable, "/proc/self/mem"});
}

void TstIo::readsPipes_data()
{
    QTest::addColumn<int>("writer"); // milliseconds until something is written, −1: never
    QTest::newRow("filled") << 0;
    QTest::newRow("slow") << 300;
    QTest::newRow("slower than the patience") << 1500;
    QTest::newRow("nobody writes") << -1;
}

void TstIo::readsPipes()
{
    QFETCH(int, writer);
    QTemporaryDir folder;
    const fs::path path = pathIn(folder, "pipe");
    QCOMPARE(mkfifo(path.c_str(), 0600), 0);
    // Held open while nothing comes: it keeps a reader waiting, but also counts as one.
    const int end = writer <= 0 ? -1 : open(path.c_str(), O_RDWR);
    const QByteArray content("1,2\n");
    std::thread other([&] {
        if (writer < 0) return;
        std::this_thread::sleep_for(std::chrono::milliseconds(writer));
        const int only =
            open(path.c_str(), O_WRONLY); // waits for a reader, whose end of file comes when it closes
        if (write(only, content.data(), static_cast<std::size_t>(content.size())) != content.size())
            qWarning("the pipe is full");
        if (end >= 0) close(end);
        close(only);
    });
    QElapsedTimer timer;
    timer.start();
    const auto read = readFile(path);
    const qint64 took = timer.elapsed();
    other.join();
    QVERIFY2(took < 4000, std::to_string(took).c_str());
    if (writer >= 0)
        QVERIFY2(read && *read == bytesOf(content), read ? "" : errorText(read.error()).c_str());
    else {
        QVERIFY(!read);
        compareError(read.error(), {ErrorCode::FileEmpty, path.string()});
    }
}

void TstIo::endlessDevicesAreTooLarge()
{
    if (!QFile::exists("/dev/zero")) QSKIP("needs /dev/zero");
    const auto read = readFile("/dev/zero", 100'000);
    QVERIFY(!read);
    QVERIFY2(read.error().code == ErrorCode::TooLarge, errorText(read.error()).c_str());
}

void TstIo::writesAndReplaces()
{
    QTemporaryDir folder;
    const fs::path path = pathIn(folder, "έξοδος.csv");
    QVERIFY(writeFile(path, "first, and longer"));
    QCOMPARE(contentOf(path), QByteArray("first, and longer"));
    QVERIFY(writeFile(path, Bytes{0, 255, '\n', '\r'}));
    QCOMPARE(contentOf(path), raw("\0\xff\n\r"));
    QVERIFY(writeFile(path, ""));
    QCOMPARE(contentOf(path), QByteArray());
    QCOMPARE(filesIn(folder), QStringList{"έξοδος.csv"});
}

void TstIo::failedWriteLeavesNothing()
{
    QTemporaryDir folder;
    const fs::path nowhere = pathIn(folder, "missing") / "a.csv";
    const auto lost = writeFile(nowhere, "1,2\n");
    QVERIFY(!lost);
    compareError(lost.error(), {ErrorCode::FileUnwritable, nowhere.string()});
    // A folder of the target's name: the temporary was written and has to go.
    const fs::path taken = pathIn(folder, "taken");
    fs::create_directories(taken / "inside");
    const auto blocked = writeFile(taken, "1,2\n");
    QVERIFY(!blocked);
    compareError(blocked.error(), {ErrorCode::FileUnwritable, taken.string()});
    QVERIFY(fs::exists(taken / "inside"));
    QCOMPARE(filesIn(folder), QStringList{"taken"});
}

void TstIo::writesPieceByPiece()
{
    QTemporaryDir folder;
    const fs::path path = pathIn(folder, "a.npy");
    QVERIFY(writeFile(path, "old"));
    {
        auto writer = FileWriter::create(path);
        QVERIFY(writer);
        QVERIFY(writer->append("half"));
        QCOMPARE(contentOf(path), QByteArray("old"));
    }
    QCOMPARE(contentOf(path), QByteArray("old"));
    QCOMPARE(filesIn(folder), QStringList{"a.npy"});
    auto writer = FileWriter::create(path);
    QVERIFY(writer);
    FileWriter moved = std::move(*writer);
    QVERIFY(moved.append("first"));
    QVERIFY(moved.append(Bytes{0, 1}));
    QVERIFY(moved.commit());
    QCOMPARE(contentOf(path), raw("first\0\1"));
    QCOMPARE(filesIn(folder), QStringList{"a.npy"});
}

void TstIo::neighboursStayAsTheyAre()
{
    QTemporaryDir folder;
    const fs::path path = pathIn(folder, "a.npy"), neighbour = pathIn(folder, "a.npy.part");
    QVERIFY(writeFile(neighbour, "somebody's"));
    QVERIFY(checkWritable(path));
    QVERIFY(writeFile(path, "new"));
    QCOMPARE(contentOf(neighbour), QByteArray("somebody's"));
    QCOMPARE(contentOf(path), QByteArray("new"));
    QCOMPARE(filesIn(folder), (QStringList{"a.npy", "a.npy.part"}));
}

void TstIo::writableIsFoundOutBeforehand()
{
    QTemporaryDir folder;
    const fs::path path = pathIn(folder, "a.npy"), nowhere = pathIn(folder, "missing") / "a.npy";
    QVERIFY(checkWritable(path));
    QCOMPARE(filesIn(folder), QStringList());
    QVERIFY(writeFile(path, "old"));
    QVERIFY(checkWritable(path));
    QCOMPARE(contentOf(path), QByteArray("old"));
    const auto lost = checkWritable(nowhere), taken = checkWritable(folder.path().toStdString());
    QVERIFY(!lost && !taken);
    compareError(lost.error(), {ErrorCode::FileUnwritable, nowhere.string()});
    compareError(taken.error(), {ErrorCode::FileUnwritable, folder.path().toStdString()});
}

void TstIo::checksumIsPngs()
{
    // The check value of the catalogue of CRCs, and the one that ends every PNG: of its chunk IEND.
    const Bytes digits{'1', '2', '3', '4', '5', '6', '7', '8', '9'}, end{'I', 'E', 'N', 'D'};
    QCOMPARE(checksum(digits), 0xCBF43926u);
    QCOMPARE(checksum(end), 0xAE426082u);
    QCOMPARE(checksum({}), 0u);
}

void TstIo::fullDiskKeepsTheOldFile()
{
#ifdef Q_OS_UNIX
    QTemporaryDir folder;
    const fs::path path = pathIn(folder, "a.csv");
    QVERIFY(writeFile(path, "old"));
    // A largest file size stands for a full disk: writes beyond it fail.
    rlimit before{};
    QCOMPARE(getrlimit(RLIMIT_FSIZE, &before), 0);
    const rlimit small{10'000, before.rlim_max};
    const auto handler = std::signal(SIGXFSZ, SIG_IGN);
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &small), 0);
    const auto result = writeFile(path, std::string(100'000, 'x'));
    setrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, handler);
    QVERIFY(!result);
    compareError(result.error(), {ErrorCode::FileUnwritable, path.string()});
    QCOMPARE(contentOf(path), QByteArray("old"));
    QCOMPARE(filesIn(folder), QStringList{"a.csv"});
#else
    QSKIP("needs a limit of file sizes");
#endif
}

void TstIo::writesIntoADeviceAndDoesNotReplaceIt()
{
#ifdef Q_OS_UNIX
    // A pipe stands for /dev/stdout and /dev/null, which a rename would replace by a file.
    QTemporaryDir folder;
    const fs::path path = pathIn(folder, "pipe");
    QCOMPARE(mkfifo(path.c_str(), 0600), 0);
    const int reader = open(path.c_str(), O_RDONLY | O_NONBLOCK);
    QVERIFY(reader >= 0);
    const auto written = writeFile(path, "1,2\n");
    char buffer[16] = {};
    const auto got = read(reader, buffer, sizeof buffer);
    close(reader);
    QVERIFY(written);
    QCOMPARE(got, 4);
    QCOMPARE(QByteArray(buffer), QByteArray("1,2\n"));
    QVERIFY(fs::is_fifo(path));
    QCOMPARE(filesIn(folder), QStringList{"pipe"});
#else
    QSKIP("needs pipes with names");
#endif
}

namespace {

/// Random numbers in a row.
class Dice {
public:
    explicit Dice(std::uint32_t purpose) : m_random(2024, purpose) {}
    std::size_t below(std::size_t bound) { return static_cast<std::size_t>(m_random.below(m_next++, bound)); }

private:
    Random m_random;
    std::uint64_t m_next = 0;
};

void mutate(Bytes& bytes, Dice& dice)
{
    static const std::array<std::uint8_t, 16> telling{0,   1,   4,    8,    0x7F, 0x80, 0xFF, '0',
                                                      '9', ',', '\n', '\r', '-',  'e',  '.',  ')'};
    if (bytes.empty()) return;
    const std::size_t at = dice.below(bytes.size());
    const auto place = bytes.begin() + static_cast<std::ptrdiff_t>(at);
    switch (dice.below(6)) {
    case 0:
        bytes[at] ^= static_cast<std::uint8_t>(1u << dice.below(8));
        break;
    case 1:
        bytes[at] = telling[dice.below(telling.size())];
        break;
    case 2:
        bytes.resize(at);
        break;
    case 3:
        bytes.insert(place, telling[dice.below(telling.size())]);
        break;
    case 4:
        bytes.erase(place, place + static_cast<std::ptrdiff_t>(
                                       std::min<std::size_t>(1 + dice.below(8), bytes.size() - at)));
        break;
    default:
        bytes.insert(bytes.end(), place, bytes.end());
        break; // the tail twice
    }
}

bool areWhole(const std::vector<Block>& blocks)
{
    return !blocks.empty() && std::all_of(blocks.begin(), blocks.end(), [](const Block& block) {
        return block.rows > 0 && block.columns > 0 &&
               block.values.size() ==
                   static_cast<std::size_t>(block.rows) * static_cast<std::size_t>(block.columns) &&
               std::all_of(block.values.begin(), block.values.end(),
                           [](double v) { return std::isfinite(static_cast<float>(v)); });
    });
}

bool isWhole(const Idx& idx)
{
    double product = 1;
    for (const int length : idx.axes)
        product *= length;
    return !idx.axes.empty() && idx.axes.size() <= 4 && product == static_cast<double>(idx.bytes.size());
}

} // namespace

void TstIo::mutatedFilesNeverCrash()
{
    const std::vector<Bytes> seeds{
        bytesOf("\xEF\xBB\xBF"
                "1,2.5,-3e2\r\n4, 5\t,6\r\n\r\n0.001,1e-400\n7,+8\n"),
        npyFile(dictionary("<f4", "(2, 3)"), counting(6)),
        npyFile(dictionary("<f8", "(2, 1, 3)"), counting<double>(6), 2),
        idxFile(0x803, {2, 3, 5}, 30),
        gzip(idxFile(0x802, {40, 10}, 400)),
    };
    Dice dice(1);
    std::array<int, 4> good{}, bad{}; // CSV, npy, IDX, gzip
    const auto count = [&](std::size_t kind, bool isGood) { ++(isGood ? good : bad)[kind]; };
    for (const Bytes& seed : seeds)
        for (int i = 0; i < 5000; ++i) {
            Bytes bytes = seed;
            for (std::size_t n = 1 + dice.below(3); n > 0; --n)
                mutate(bytes, dice);
            bytes.shrink_to_fit(); // so that the sanitizer sees a step beyond the end
            const auto csv = parseCsv(bytes, "a");
            QVERIFY(!csv || areWhole(*csv));
            const auto npy = parseNpy(bytes, "a", i % 2 == 0);
            QVERIFY(!npy || areWhole(*npy));
            const auto idx = parseIdx(bytes, "a");
            QVERIFY(!idx || isWhole(*idx));
            const auto unpacked = gunzip(bytes, 1 << 20);
            QVERIFY(!unpacked || unpacked->size() <= 1 << 20);
            for (const auto* error :
                 {csv ? nullptr : &csv.error(), npy ? nullptr : &npy.error(), idx ? nullptr : &idx.error()})
                QVERIFY(!error || error->where == "a");
            const std::size_t kind = &seed == &seeds[0]   ? 0
                                     : &seed <= &seeds[2] ? 1
                                     : &seed == &seeds[3] ? 2
                                                          : 3;
            count(kind, std::array<bool, 4>{csv.isOk(), npy.isOk(), idx.isOk(), unpacked.isOk()}[kind]);
        }
    // Both outcomes happened for each format: the mutations neither all miss nor all destroy.
    for (std::size_t kind = 0; kind < good.size(); ++kind) {
        QVERIFY2(good[kind] >= 5, std::to_string(kind).c_str());
        QVERIFY2(bad[kind] > 200, std::to_string(kind).c_str());
    }
}

QTEST_GUILESS_MAIN(TstIo)
#include "tst_io.moc"
