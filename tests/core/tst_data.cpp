#include "core/data/bundled_digits.h"
#include "core/data/dataset.h"
#include "core/data/natural_order.h"
#include "core/data/picture_folder.h"
#include "core/io/array_file.h"
#include "core/io/file.h"
#include "tests/support/packed.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <numeric>
#include <sstream>
#include <tuple>

using namespace hg;
using test::gzip;
namespace fs = std::filesystem;

namespace {

const fs::path sourceAssets = HOURGLASS_TEST_ASSETS;
constexpr std::array mnistNames{"train-images-idx3-ubyte", "train-labels-idx1-ubyte",
                                "t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte"};

/// Where nothing lies beside the program: the assets of the source tree are left.
Assets developmentAssets()
{
    return Assets("/nowhere");
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

/// An IDX file of bytes 0, 1, 2, …
Bytes idx(const std::vector<int>& lengths)
{
    Bytes bytes{0, 0, 8, static_cast<std::uint8_t>(lengths.size())};
    for (const int length : lengths)
        for (const int shift : {24, 16, 8, 0})
            bytes.push_back(static_cast<std::uint8_t>(length >> shift));
    const int count = std::accumulate(lengths.begin(), lengths.end(), 1, std::multiplies<>());
    for (int i = 0; i < count; ++i)
        bytes.push_back(static_cast<std::uint8_t>(i));
    return bytes;
}

Bytes countingNpy(const std::vector<int>& axes)
{
    std::vector<float> values(
        static_cast<std::size_t>(std::accumulate(axes.begin(), axes.end(), 1, std::multiplies<>())));
    std::iota(values.begin(), values.end(), 0.0f);
    return toNpy(values, axes);
}

/// A folder of small files in MNIST's names: 12 and 5 pictures of 2 × 3.
class SmallFolder {
public:
    SmallFolder()
    {
        put(mnistNames[0], idx({12, 2, 3}));
        put(mnistNames[1], idx({12}));
        put(mnistNames[2], idx({5, 2, 3}));
        put(mnistNames[3], idx({5}));
    }

    void put(const std::string& name, const Bytes& content) { QVERIFY(writeFile(path(name), content)); }
    std::string path(const std::string& name) const { return (fs::path(root()) / name).string(); }
    std::string root() const { return m_folder.path().toStdString(); }

private:
    QTemporaryDir m_folder;
};

/// Sets $HOURGLASS_ASSETS while it lives.
class AssetsVariable {
public:
    explicit AssetsVariable(const std::string& value)
    {
        qputenv("HOURGLASS_ASSETS", QByteArray::fromStdString(value));
    }
    ~AssetsVariable() { qunsetenv("HOURGLASS_ASSETS"); }
    AssetsVariable(const AssetsVariable&) = delete;
    AssetsVariable& operator=(const AssetsVariable&) = delete;
};

std::vector<int> labelCounts(const Samples& samples)
{
    std::vector<int> counts(10);
    for (const int label : samples.labels)
        ++counts.at(static_cast<std::size_t>(label));
    return counts;
}

double meanPixel(const Samples& samples)
{
    double sum = 0;
    for (const std::uint8_t pixel : samples.bytes)
        sum += pixel;
    return sum / 255 / static_cast<double>(samples.bytes.size());
}

} // namespace

class TstData : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void mnistIsWhole();
    void classesOfMnist();
    void classesAreRead_data();
    void classesAreRead();
    void mnistPixels();
    void mnistAsFolder();
    void mnistIsFoundByVariable();
    void variableIsADeliberateChoice();
    void emptyVariableIsNone();
    void assetsBesideTheProgramComeFirst();
    void damagedMnistIsNamed_data();
    void damagedMnistIsNamed();
    void smallFolder();
    void wrongFolders_data();
    void wrongFolders();
    void missingSourceIsNamed();
    void viewsOfSamples();
    void everyTenthIsHeldOut_data();
    void everyTenthIsHeldOut();
    void everyTenthKeepsBytesAndLabels();
    void oneFile_data();
    void oneFile();
    void npyKeepsPicturesWhole_data();
    void npyKeepsPicturesWhole();
    void wrongFiles_data();
    void wrongFiles();
    void fewSamples();
    void naturalOrder_data();
    void naturalOrder();
    void pictureFolder();
    void foldersAreClasses();
    void coloursBecomeGrey();
    void wrongPictureFolders_data();
    void wrongPictureFolders();
    void idxNamesComeBeforePictures();
    void litterIsSkippedAndCounted();
    void idxSetsByTheirWords_data();
    void idxSetsByTheirWords();
    void twoIdxSetsAreNamed();
    void idxSetsDeeperAreNamed();
    void columnsOfLabels_data();
    void columnsOfLabels();
    void wrongColumnsOfLabels_data();
    void wrongColumnsOfLabels();
    void readingCanBeEnded_data();
    void readingCanBeEnded();

private:
    std::shared_ptr<const Dataset> m_mnist;
};

void TstData::initTestCase()
{
    qunsetenv("HOURGLASS_ASSETS");
    const auto mnist = loadDataset("mnist", developmentAssets());
    QVERIFY2(mnist, mnist ? "" : errorText(mnist.error()).c_str());
    m_mnist = *mnist;
}

void TstData::mnistIsWhole()
{
    QCOMPARE(m_mnist->source, std::string("mnist"));
    QVERIFY(!m_mnist->isSplitHere());
    QCOMPARE(m_mnist->train.count, 60000);
    QCOMPARE(m_mnist->test.count, 10000);
    for (const Samples* samples : {&m_mnist->train, &m_mnist->test}) {
        QVERIFY(samples->shape == (Shape{1, 28, 28}));
        QCOMPARE(samples->bytes.size(), static_cast<std::size_t>(samples->count) * 784);
        QVERIFY(samples->doubles.empty());
        QCOMPARE(samples->labels.size(), static_cast<std::size_t>(samples->count));
    }
    QVERIFY(labelCounts(m_mnist->train) ==
            (std::vector<int>{5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949}));
    QVERIFY(labelCounts(m_mnist->test) ==
            (std::vector<int>{980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009}));
    const auto firstLabels = [](const Samples& s) {
        return std::vector<int>(s.labels.begin(), s.labels.begin() + 10);
    };
    QVERIFY(firstLabels(m_mnist->train) == (std::vector<int>{5, 0, 4, 1, 9, 2, 1, 3, 1, 4}));
    QVERIFY(firstLabels(m_mnist->test) == (std::vector<int>{7, 2, 1, 0, 4, 1, 4, 9, 5, 9}));
}

void TstData::classesOfMnist()
{
    const auto some = loadDataset("mnist:8,3", developmentAssets());
    QVERIFY2(some, some ? "" : errorText(some.error()).c_str());
    const Dataset& set = **some;
    QCOMPARE(set.source, std::string("mnist:8,3"));
    QVERIFY(labelCounts(set.train) == (std::vector<int>{0, 0, 0, 6131, 0, 0, 0, 0, 5851, 0}));
    QVERIFY(labelCounts(set.test) == (std::vector<int>{0, 0, 0, 1010, 0, 0, 0, 0, 974, 0}));
    int at = 0; // in the order of the whole, each with its own picture
    for (int i = 0; i < m_mnist->test.count; ++i) {
        const int label = m_mnist->test.labels[static_cast<std::size_t>(i)];
        if (label != 3 && label != 8) continue;
        QCOMPARE(set.test.labels[static_cast<std::size_t>(at)], label);
        QVERIFY(set.test.view().sample(at++) == m_mnist->test.view().sample(i));
    }
    QCOMPARE(at, set.test.count);
    const Assets assets = developmentAssets();
    const auto rows = loadSamples("mnist:3,8", noLabelColumn, &assets);
    QVERIFY(rows && rows->bytes == set.train.bytes && rows->labels == set.train.labels);
    compareError(loadSamples("mnist:3,8", 1, &assets).error(), {ErrorCode::NotATable, "mnist:3,8"});
    QCOMPARE(loadSamples("mnist:3,8").error().code, ErrorCode::FileNotFound);
}

void TstData::classesAreRead_data()
{
    QTest::addColumn<std::string>("source");
    QTest::addColumn<std::vector<int>>("classes"); // none: an error
    const auto row = [](const char* source, std::vector<int> classes) {
        QTest::newRow(source) << std::string(source) << classes;
    };
    row("mnist", {0, 1, 2, 3, 4, 5, 6, 7, 8, 9});
    row("mnist:3,8", {3, 8});
    row("mnist:8,3,8", {3, 8});
    row("mnist:0", {0});
    for (const char* wrong : {"mnist:", "mnist:10", "mnist:3,", "mnist:,3", "mnist:3,,8", "mnist:3;8",
                              "mnist:a", "mnist:-1", "mnist: 3", "mnist:3,8 "})
        row(wrong, {});
}

void TstData::classesAreRead()
{
    QFETCH(std::string, source);
    QFETCH(std::vector<int>, classes);
    QVERIFY(isBundled(source));
    const auto found = classesOf(source);
    QCOMPARE(found.isOk(), !classes.empty());
    if (found) QVERIFY(*found == classes);
    const Error error{ErrorCode::ClassUnknown, source, {}, source};
    if (!found) compareError(found.error(), error);
    if (!found) compareError(loadDataset(source, developmentAssets()).error(), error);
    for (const char* other : {"mnist2", "./mnist:3", "mnis", "MNIST", ""})
        QVERIFY(!isBundled(other));
}

void TstData::mnistPixels()
{
    // The first picture of all, a five: its first row with ink. The means are the ones that everybody
    // normalises by.
    const std::array<std::uint8_t, 12> ink{3, 18, 18, 18, 126, 136, 175, 26, 166, 255, 247, 127};
    const auto& pixels = m_mnist->train.bytes;
    QVERIFY(std::all_of(pixels.begin(), pixels.begin() + 5 * 28 + 12, [](std::uint8_t p) { return p == 0; }));
    QVERIFY(std::equal(ink.begin(), ink.end(), pixels.begin() + 5 * 28 + 12));
    QVERIFY(std::abs(meanPixel(m_mnist->train) - 0.1306604762738429) < 1e-12);
    QVERIFY(std::abs(meanPixel(m_mnist->test) - 0.1325) < 5e-5);
    const SampleView view = m_mnist->train.view();
    QCOMPARE(view.value(0, 5 * 28 + 21), 1.0f);
    QCOMPARE(view.value(0, 5 * 28 + 12), 3.0f / 255);
    const std::vector<float> digit = view.sample(7);
    QCOMPARE(digit.size(), view.features);
    for (std::size_t f = 0; f < digit.size(); ++f)
        QCOMPARE(digit[f], view.value(7, f));
}

void TstData::mnistAsFolder()
{
    const auto folder = sourceAssets / "datasets" / "mnist";
    const auto set = loadDataset(folder.string(), Assets("/nowhere"));
    QVERIFY(set);
    QCOMPARE((*set)->source, folder.string());
    QVERIFY((*set)->train.bytes == m_mnist->train.bytes);
    QVERIFY((*set)->test.labels == m_mnist->test.labels);
}

void TstData::mnistIsFoundByVariable()
{
    SmallFolder small;
    const fs::path assets = fs::path(small.root()) / "assets";
    fs::create_directories(assets / "datasets");
    fs::create_directory_symlink(small.root(), assets / "datasets" / "mnist");
    const AssetsVariable variable(assets.string());
    const auto set = loadDataset("mnist", Assets("/nowhere"));
    QVERIFY2(set, set ? "" : errorText(set.error()).c_str());
    QCOMPARE((*set)->train.count, 12);
}

void TstData::variableIsADeliberateChoice()
{
    // Nothing of the source tree is taken in place of what the variable does not have.
    QTemporaryDir empty;
    const AssetsVariable variable(empty.path().toStdString());
    const auto set = loadDataset("mnist", Assets("/nowhere"));
    QVERIFY(!set);
    compareError(set.error(), {ErrorCode::FileNotFound,
                               (fs::path(empty.path().toStdString()) / "datasets/mnist").string()});
}

void TstData::emptyVariableIsNone()
{
    const AssetsVariable variable("");
    const auto found = Assets("/nowhere").find("datasets/mnist");
    QVERIFY(found);
    QVERIFY(fs::equivalent(*found, sourceAssets / "datasets" / "mnist"));
}

void TstData::assetsBesideTheProgramComeFirst()
{
    QTemporaryDir folder;
    const fs::path root = folder.path().toStdString(), program = root / "bin";
    fs::create_directories(program);
    fs::create_directories(root / "share" / "hourglass" / "datasets" / "mnist");
    const auto installed = Assets(program).find("datasets/mnist");
    QVERIFY(installed);
    QVERIFY(fs::equivalent(*installed, root / "share" / "hourglass" / "datasets" / "mnist"));
    fs::create_directories(program / "assets" / "datasets" / "mnist");
    const auto beside = Assets(program).find("datasets/mnist");
    QVERIFY(beside);
    QVERIFY(fs::equivalent(*beside, program / "assets" / "datasets" / "mnist"));
    const auto missing = Assets(program).find("datasets/none");
    QVERIFY(!missing);
    compareError(missing.error(), {ErrorCode::FileNotFound, "datasets/none"});
}

namespace {

enum class Damage { Missing, Empty, Cut, Flipped, Text, Folder };

void damage(const fs::path& path, Damage kind)
{
    auto content = readFile(path);
    QVERIFY(content);
    switch (kind) {
    case Damage::Cut:
        content->resize(content->size() / 2);
        break;
    case Damage::Flipped:
        (*content)[content->size() / 2] ^= 0x10;
        break;
    case Damage::Text:
        *content = {'1', ',', '2', '\n'};
        break;
    case Damage::Empty:
        content->clear();
        break;
    case Damage::Missing:
    case Damage::Folder:
        fs::remove(path);
        break;
    }
    if (kind == Damage::Folder)
        fs::create_directory(path);
    else if (kind != Damage::Missing)
        QVERIFY(writeFile(path, *content));
}

} // namespace

void TstData::damagedMnistIsNamed_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<Damage>("kind");
    QTest::addColumn<ErrorCode>("code");
    const std::array<std::tuple<const char*, Damage, ErrorCode>, 6> kinds{{
        {"missing", Damage::Missing, ErrorCode::SetIncomplete},
        {"empty", Damage::Empty, ErrorCode::FileEmpty},
        {"cut", Damage::Cut, ErrorCode::BadGzip},
        {"one bit", Damage::Flipped, ErrorCode::BadGzip},
        {"text", Damage::Text, ErrorCode::BadMagic},
        {"a folder", Damage::Folder, ErrorCode::SetIncomplete},
    }};
    for (const char* name : mnistNames)
        for (const auto& [what, kind, code] : kinds)
            QTest::newRow((QByteArray(name) + " " + what).constData()) << QByteArray(name) << kind << code;
}

void TstData::damagedMnistIsNamed()
{
    QFETCH(QByteArray, name);
    QFETCH(Damage, kind);
    QFETCH(ErrorCode, code);
    QTemporaryDir folder;
    const fs::path copy = fs::path(folder.path().toStdString()) / "datasets" / "mnist";
    fs::create_directories(copy);
    // The others are small: what is wrong with one file is found before the files are compared.
    for (const char* other : mnistNames)
        if (name != other)
            QVERIFY(
                writeFile(copy / other, QByteArray(other).contains("images") ? idx({5, 28, 28}) : idx({5})));
    const fs::path target = copy / (name.toStdString() + ".gz");
    fs::copy_file(sourceAssets / "datasets" / "mnist" / target.filename(), target);
    damage(target, kind);
    const AssetsVariable variable(folder.path().toStdString());
    const auto set = loadDataset("mnist", Assets("/nowhere"));
    QVERIFY(!set);
    QVERIFY2(set.error().code == code, errorText(set.error()).c_str());
    QCOMPARE(set.error().where, code == ErrorCode::SetIncomplete ? copy.string() : target.string());
}

void TstData::smallFolder()
{
    SmallFolder folder;
    const auto set = loadDataset(folder.root(), Assets("/nowhere"));
    QVERIFY2(set, set ? "" : errorText(set.error()).c_str());
    QVERIFY(!(*set)->isSplitHere());
    QVERIFY((*set)->train.shape == (Shape{1, 2, 3}));
    QCOMPARE((*set)->train.count, 12);
    QCOMPARE((*set)->test.count, 5);
    QVERIFY((*set)->test.labels == (std::vector<int>{0, 1, 2, 3, 4}));
    QCOMPARE((*set)->train.view().value(11, 5), 71.0f / 255);
}

void TstData::wrongFolders_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<Bytes>("content");
    QTest::addColumn<Error>("error"); // where: the file's name, empty for the folder
    const auto row = [](const char* what, const char* name, const Bytes& content, ErrorCode code,
                        std::vector<double> numbers) {
        QTest::newRow(what) << QByteArray(name) << content << Error{code, name, std::move(numbers)};
    };
    row("a label too few", mnistNames[1], idx({11}), ErrorCode::CountMismatch, {11, 12});
    row("a label too many", mnistNames[3], idx({6}), ErrorCode::CountMismatch, {6, 5});
    row("no labels", mnistNames[3], idx({0}), ErrorCode::CountMismatch, {0, 5});
    row("pictures for labels", mnistNames[1], idx({12, 2, 3}), ErrorCode::AxesDoNotFit, {3, 1});
    row("labels for pictures", mnistNames[0], idx({12}), ErrorCode::AxesDoNotFit, {1, 3});
    row("no pictures", mnistNames[2], idx({0, 2, 3}), ErrorCode::FileEmpty, {});
    row("pictures without pixels", mnistNames[2], idx({5, 0, 3}), ErrorCode::FileEmpty, {});
    QTest::newRow("pictures of another size")
        << QByteArray(mnistNames[2]) << idx({5, 3, 3}) << Error{ErrorCode::ShapesDoNotFit, "", {9, 6}};
    QTest::newRow("rows for columns")
        << QByteArray(mnistNames[2]) << idx({5, 3, 2}) << Error{ErrorCode::ShapesDoNotFit, "", {6, 6}};
}

void TstData::wrongFolders()
{
    QFETCH(QByteArray, name);
    QFETCH(Bytes, content);
    QFETCH(Error, error);
    SmallFolder folder;
    folder.put(name.toStdString(), content);
    const auto set = loadDataset(folder.root(), Assets("/nowhere"));
    QVERIFY(!set);
    error.where = error.where.empty() ? folder.root() : folder.path(error.where);
    compareError(set.error(), error);
}

void TstData::missingSourceIsNamed()
{
    const auto set = loadDataset("/nowhere/at/all.csv", developmentAssets());
    QVERIFY(!set);
    compareError(set.error(), {ErrorCode::FileNotFound, "/nowhere/at/all.csv"});
}

void TstData::viewsOfSamples()
{
    Samples bytes{.count = 3, .shape = {1, 1, 2}, .bytes = {0, 51, 102, 153, 204, 255}};
    QCOMPARE(bytes.view().count, 3);
    QCOMPARE(bytes.view().features, std::size_t{2});
    QCOMPARE(bytes.view(2).count, 2);
    QCOMPARE(bytes.view(9).count, 3);
    QCOMPARE(bytes.view(0).count, 0);
    QVERIFY(bytes.view().bytes && !bytes.view().floats && !bytes.view().doubles);
    QCOMPARE(bytes.view().value(1, 1), 153.0f * (1.0f / 255));
    QCOMPARE(bytes.view().exactValue(1, 1), static_cast<double>(153.0f * (1.0f / 255)));
    Samples doubles{.count = 2, .shape = {1, 1, 2}, .doubles = {1, -2, 16777217, 4}};
    QVERIFY(doubles.view().doubles && !doubles.view().bytes && !doubles.view().floats);
    QCOMPARE(doubles.view().value(1, 0), 16777216.0f);
    QCOMPARE(doubles.view().exactValue(1, 0), 16777217.0);
}

void TstData::everyTenthIsHeldOut_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<std::vector<int>>("held");
    QTest::newRow("2") << 2 << std::vector<int>{};
    QTest::newRow("9") << 9 << std::vector<int>{};
    QTest::newRow("10") << 10 << std::vector<int>{9};
    QTest::newRow("19") << 19 << std::vector<int>{9};
    QTest::newRow("31") << 31 << std::vector<int>{9, 19, 29};
}

void TstData::everyTenthIsHeldOut()
{
    QFETCH(int, count);
    QFETCH(std::vector<int>, held);
    QTemporaryDir folder;
    const std::string path = (fs::path(folder.path().toStdString()) / "a.csv").string();
    std::string text;
    for (int i = 0; i < count; ++i)
        text += std::to_string(i) + ",0.5\n";
    QVERIFY(writeFile(path, text));
    const auto set = loadDataset(path, developmentAssets());
    QVERIFY(set);
    QVERIFY((*set)->isSplitHere());
    QCOMPARE((*set)->source, path);
    std::vector<int> rest, foundHeld, foundRest;
    for (int i = 0; i < count; ++i)
        if (std::find(held.begin(), held.end(), i) == held.end()) rest.push_back(i);
    const auto collect = [](const Samples& samples, std::vector<int>& into) {
        QVERIFY(samples.shape == (Shape{1, 1, 2}));
        QCOMPARE(samples.doubles.size(), static_cast<std::size_t>(samples.count) * 2);
        for (int i = 0; i < samples.count; ++i)
            into.push_back(static_cast<int>(samples.view().value(i, 0)));
    };
    collect((*set)->test, foundHeld);
    collect((*set)->train, foundRest);
    QVERIFY(foundHeld == held);
    QVERIFY(foundRest == rest);
}

void TstData::everyTenthKeepsBytesAndLabels()
{
    Samples all{.count = 21, .shape = {1, 1, 3}};
    for (int i = 0; i < 21; ++i) {
        all.labels.push_back(100 + i);
        for (int f = 0; f < 3; ++f)
            all.bytes.push_back(static_cast<std::uint8_t>(3 * i + f));
    }
    const Dataset set = split(all, "x");
    QCOMPARE(set.source, std::string("x"));
    QVERIFY(set.isSplitHere());
    QCOMPARE(set.train.count, 19);
    QVERIFY(set.test.bytes == (std::vector<std::uint8_t>{27, 28, 29, 57, 58, 59}));
    QVERIFY(set.test.labels == (std::vector<int>{109, 119}));
    QVERIFY(set.test.doubles.empty() && set.train.doubles.empty());
    QCOMPARE(set.train.bytes.size(), std::size_t{57});
    QCOMPARE(set.train.labels[9], 110);
    QCOMPARE(set.train.bytes[27], std::uint8_t{30});
}

void TstData::oneFile_data()
{
    QTest::addColumn<Bytes>("content");
    QTest::addColumn<int>("count");
    QTest::addColumn<Shape>("shape");
    const auto text = [](std::string_view s) { return Bytes(s.begin(), s.end()); };
    QTest::newRow("CSV") << text("0,1,2\n3,4,5\n") << 2 << Shape{1, 1, 3};
    QTest::newRow("CSV, a column") << text("0\n1\n2\n") << 3 << Shape{1, 1, 1};
    QTest::newRow("CSV of blocks") << text("0,1\n2,3\n\n4,5\n6,7\n") << 2 << Shape{1, 2, 2};
    QTest::newRow("npy, 1 axis") << countingNpy({6}) << 1 << Shape{1, 1, 6};
    QTest::newRow("npy, 2 axes") << countingNpy({4, 6}) << 4 << Shape{1, 1, 6};
    QTest::newRow("npy, 2 axes, one row") << countingNpy({1, 6}) << 1 << Shape{1, 1, 6};
    QTest::newRow("npy, 3 axes") << countingNpy({4, 2, 3}) << 4 << Shape{1, 2, 3};
    QTest::newRow("npy, 4 axes") << countingNpy({4, 1, 2, 3}) << 4 << Shape{1, 2, 3};
    QTest::newRow("IDX, 2 axes") << idx({4, 6}) << 4 << Shape{1, 1, 6};
    QTest::newRow("IDX, 3 axes") << idx({4, 2, 3}) << 4 << Shape{1, 2, 3};
    QTest::newRow("IDX, one picture") << idx({1, 2, 3}) << 1 << Shape{1, 2, 3};
    QTest::newRow("IDX, 4 axes") << idx({4, 2, 2, 3}) << 4 << Shape{2, 2, 3};
}

void TstData::oneFile()
{
    QFETCH(Bytes, content);
    QFETCH(int, count);
    QFETCH(Shape, shape);
    QTemporaryDir folder;
    const std::string path = (fs::path(folder.path().toStdString()) / "a").string();
    QVERIFY(writeFile(path, content));
    const auto samples = loadSamples(path);
    QVERIFY2(samples, samples ? "" : errorText(samples.error()).c_str());
    QCOMPARE(samples->count, count);
    QVERIFY(samples->shape == shape);
    QVERIFY(samples->labels.empty());
    const SampleView view = samples->view();
    const float unit = view.bytes ? 1.0f / 255 : 1.0f;
    for (int i = 0; i < count; ++i)
        for (std::size_t f = 0; f < shape.size(); ++f)
            QCOMPARE(view.value(i, f),
                     static_cast<float>(static_cast<std::size_t>(i) * shape.size() + f) * unit);
}

void TstData::npyKeepsPicturesWhole_data()
{
    QTest::addColumn<std::vector<int>>("axes");
    QTest::addColumn<int>("count");
    QTest::addColumn<Shape>("shape");
    QTest::newRow("one picture") << std::vector<int>{1, 2, 3} << 1 << Shape{1, 2, 3};
    QTest::newRow("one picture of a channel") << std::vector<int>{1, 1, 2, 3} << 1 << Shape{1, 2, 3};
    QTest::newRow("pictures in colour") << std::vector<int>{5, 3, 2, 3} << 5 << Shape{3, 2, 3};
    QTest::newRow("pictures of one row") << std::vector<int>{5, 1, 3} << 5 << Shape{1, 1, 3};
}

void TstData::npyKeepsPicturesWhole()
{
    QFETCH(std::vector<int>, axes);
    QFETCH(int, count);
    QFETCH(Shape, shape);
    QTemporaryDir folder;
    const std::string path = (fs::path(folder.path().toStdString()) / "a.npy").string();
    QVERIFY(writeFile(path, countingNpy(axes)));
    const auto samples = loadSamples(path);
    QVERIFY(samples);
    QCOMPARE(samples->count, count);
    QVERIFY(samples->shape == shape);
    QCOMPARE(samples->doubles.size(), static_cast<std::size_t>(count) * shape.size());
    QCOMPARE(samples->doubles.back(), static_cast<double>(samples->doubles.size() - 1));
}

void TstData::wrongFiles_data()
{
    QTest::addColumn<Bytes>("content");
    QTest::addColumn<Error>("error");
    const auto text = [](std::string_view s) { return Bytes(s.begin(), s.end()); };
    QTest::newRow("empty") << Bytes{} << Error{ErrorCode::FileEmpty};
    QTest::newRow("a word") << text("1,2\n3,x\n") << Error{ErrorCode::NotANumber, "", {2, 2}, "x"};
    QTest::newRow("blocks of two shapes")
        << text("1,2\n\n3\n") << Error{ErrorCode::BlocksDiffer, "", {3, 1, 1, 1, 2}};
    QTest::newRow("blocks turned") << text("1,2\n\n3,4\n\n5\n6\n")
                                   << Error{ErrorCode::BlocksDiffer, "", {5, 2, 1, 1, 2}};
    QTest::newRow("picture") << text("P2\n1 1\n255\n0\n") << Error{ErrorCode::UnknownKind};
    QTest::newRow("bytes of no kind") << Bytes{1, 2, 3, 4} << Error{ErrorCode::UnknownKind};
    QTest::newRow("IDX of labels") << idx({5}) << Error{ErrorCode::AxesDoNotFit, "", {1, 3}};
    QTest::newRow("IDX of nothing") << idx({0, 2, 3}) << Error{ErrorCode::FileEmpty};
    Bytes cut = countingNpy({2, 3});
    cut.pop_back();
    QTest::newRow("npy cut") << cut << Error{ErrorCode::SizeMismatch, "", {24, 23}};
}

void TstData::wrongFiles()
{
    QFETCH(Bytes, content);
    QFETCH(Error, error);
    QTemporaryDir folder;
    error.where = (fs::path(folder.path().toStdString()) / "a").string();
    QVERIFY(writeFile(error.where, content));
    const auto samples = loadSamples(error.where);
    QVERIFY(!samples);
    compareError(samples.error(), error);
    const auto set = loadDataset(error.where, developmentAssets());
    QVERIFY(!set);
    compareError(set.error(), error);
}

void TstData::fewSamples()
{
    // One sample is nothing to train on, but can be encoded.
    QTemporaryDir folder;
    const std::string path = (fs::path(folder.path().toStdString()) / "a.csv").string();
    QVERIFY(writeFile(path, "1,2,3\n"));
    QVERIFY(loadSamples(path));
    const auto set = loadDataset(path, developmentAssets());
    QVERIFY(set);
    QCOMPARE((*set)->train.count, 1);
    QCOMPARE((*set)->test.count, 0);
}

void TstData::naturalOrder_data()
{
    QTest::addColumn<QStringList>("sorted");
    const auto row = [](const char* names) { QTest::newRow(names) << QString::fromUtf8(names).split(u' '); };
    row("2 10");
    row("2.png 10.png 11.png");
    row("a b");
    row("A b C");
    row("img1 img2 img10 img10a img10b");
    row("img img1");
    row("x1y2 x1y10 x2y1");
    row("1 01 001 2");
    row("9 99999999999999999999999 100000000000000000000000");
    row("0 00 a");
    row("a α β");
}

void TstData::naturalOrder()
{
    QFETCH(QStringList, sorted);
    for (qsizetype i = 0; i < sorted.size(); ++i)
        for (qsizetype j = 0; j < sorted.size(); ++j) {
            const bool isLess = naturalLess(sorted[i].toStdString(), sorted[j].toStdString());
            const bool isSameNumber = sorted[i].toInt() == sorted[j].toInt() && sorted[i].toInt() != 0;
            if (isSameNumber && i != j) // 1, 01, 001: any order, but one
                QCOMPARE(isLess, !naturalLess(sorted[j].toStdString(), sorted[i].toStdString()));
            else
                QVERIFY2(isLess == (i < j), qPrintable(sorted[i] + u' ' + sorted[j]));
        }
}

namespace {

/// Decodes what the tests write: P2, width, height, then the pixels as they are; P3 in colours.
Result<std::vector<Block>> decodeText(const Bytes& content, const std::string& where, int)
{
    std::istringstream in(std::string(content.begin(), content.end()));
    std::string magic;
    Block block;
    in >> magic >> block.columns >> block.rows;
    std::vector<Block> blocks(magic == "P3" ? 3 : 1, block);
    for (Block& b : blocks)
        for (int i = 0; i < b.rows * b.columns; ++i) {
            double value = 0;
            if (!(in >> value)) return Error{ErrorCode::BadPicture, where};
            b.values.push_back(value);
        }
    return blocks;
}

/// A folder that is filled by path and text.
class TextFolder {
public:
    explicit TextFolder(const std::vector<std::pair<std::string, std::string>>& files)
    {
        for (const auto& [name, text] : files) {
            const fs::path path = fs::path(root()) / name;
            fs::create_directories(text.empty() ? path : path.parent_path());
            if (!text.empty()) QVERIFY(writeFile(path, text));
        }
    }
    std::string root() const { return m_folder.path().toStdString(); }
    std::string path(const std::string& name) const { return (fs::path(root()) / name).string(); }

private:
    QTemporaryDir m_folder;
};

} // namespace

void TstData::pictureFolder()
{
    const TextFolder folder({{"10.pgm", "P2 2 1 0.4 1"},
                             {"9.pgm", "P2 2 1 0 0.2"},
                             {"x without an ending", "P2 2 1 1 2"},
                             {".hidden", "words"},
                             {"Thumbs.db", "words"}});
    const auto set = loadDataset(folder.root(), developmentAssets(), decodeText);
    QVERIFY2(set, set ? "" : errorText(set.error()).c_str());
    QVERIFY((*set)->isSplitHere());
    QVERIFY((*set)->train.shape == (Shape{1, 1, 2}));
    QVERIFY((*set)->train.bytes == (Bytes{0, 51, 102, 255, 255, 255}));
    QCOMPARE((*set)->train.count, 3);
    QVERIFY((*set)->train.labels.empty());
}

void TstData::foldersAreClasses()
{
    std::vector<std::pair<std::string, std::string>> files;
    for (int i = 0; i < 6; ++i)
        for (const char* name : {"class 10/", "class 2/"})
            files.emplace_back(name + std::to_string(i), "P2 1 1 " + std::to_string(i / 255.0));
    const TextFolder folder(files);
    const auto set = loadDataset(folder.root(), developmentAssets(), decodeText);
    QVERIFY2(set, set ? "" : errorText(set.error()).c_str());
    QVERIFY((*set)->train.bytes == (Bytes{0, 1, 2, 3, 4, 5, 0, 1, 2, 4, 5}));
    QVERIFY((*set)->train.labels == (std::vector<int>{0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1}));
    QVERIFY((*set)->test.bytes == Bytes{3});
    QVERIFY((*set)->test.labels == std::vector<int>{1});
}

void TstData::coloursBecomeGrey()
{
    const TextFolder folder({{"a", "P3 3 1 1 0 0 0 1 0 0 0 1"}, {"b", "P2 3 1 0 0 1"}});
    const auto samples = loadPictureFolder(folder.root(), decodeText);
    QVERIFY(samples);
    QVERIFY(samples->samples.bytes == (Bytes{76, 150, 29, 0, 0, 255})); // .299, .587, .114
}

void TstData::wrongPictureFolders_data()
{
    using Files = std::vector<std::pair<std::string, std::string>>;
    QTest::addColumn<Files>("files");
    QTest::addColumn<std::string>("where"); // in the folder
    QTest::addColumn<Error>("error");       // a text that is a path: in the folder too
    const auto row = [](const char* name, const Files& files, const char* where, const Error& error) {
        QTest::newRow(name) << files << std::string(where) << error;
    };
    const std::string picture = "P2 2 1 0 1";
    row("nothing", {}, "", {ErrorCode::NoPictures, {}, {0}});
    row("only hidden files", {{".a", picture}}, "", {ErrorCode::NoPictures, {}, {1}});
    row("only words", {{"a/1.png", "no picture"}, {"b/c/2", "words"}, {"3", "more"}}, "",
        {ErrorCode::NoPictures, {}, {3}});
    row("tables", {{"sample_submission.csv", "1\n"}, {"test.csv", "1\n"}, {"train.csv", "1\n"}}, "",
        {ErrorCode::FolderOfFiles, {}, {}, "/train.csv"});
    row("a table of another name", {{"Iris.CSV", "1\n"}, {"readme.txt", "words"}}, "",
        {ErrorCode::FolderOfFiles, {}, {}, "/Iris.CSV"});
    row("a damaged one", {{"1", picture}, {"2", "P2 2 1 0"}}, "2", {ErrorCode::BadPicture});
    row("another size", {{"1", picture}, {"2", "P2 1 2 0 1"}}, "2",
        {ErrorCode::PicturesDiffer, {}, {2, 1, 1, 2}, "/1"});
    row("another size in another class", {{"a/1", picture}, {"b/1", "P2 1 1 0"}}, "b/1",
        {ErrorCode::PicturesDiffer, {}, {1, 1, 1, 2}, "/a/1"});
    row("beside classes", {{"a/1", picture}, {"z", picture}}, "z", {ErrorCode::LoosePicture, {}, {}, "a"});
    row("classes of classes", {{"a/b/1", picture}}, "a/b", {ErrorCode::DataTooDeep, {}, {}, "/a"});
    row("a level deeper", {{"x/a/b/1", picture}}, "x/a/b", {ErrorCode::DataTooDeep, {}, {}, "/x/a"});
    row("parts of classes", {{"test/a/1", picture}, {"train/a/1", picture}}, "test/a",
        {ErrorCode::DataTooDeep, {}, {}, "/test"});
    row("a class within a class", {{"a/1", picture}, {"a/b/1", picture}}, "a/b",
        {ErrorCode::DataTooDeep, {}, {}, "/a"});
}

void TstData::wrongPictureFolders()
{
    using Files = std::vector<std::pair<std::string, std::string>>;
    QFETCH(Files, files);
    QFETCH(std::string, where);
    QFETCH(Error, error);
    const TextFolder folder(files);
    const auto set = loadDataset(folder.root(), developmentAssets(), decodeText);
    QVERIFY(!set);
    error.where = where.empty() ? folder.root() : folder.path(where);
    if (error.text.starts_with('/')) error.text = folder.path(error.text.substr(1));
    compareError(set.error(), error);
}

void TstData::idxNamesComeBeforePictures()
{
    SmallFolder folder;
    const auto set = loadDataset(folder.root(), developmentAssets(), decodeText);
    QVERIFY(set);
    QVERIFY(!(*set)->isSplitHere());
    fs::remove(folder.path(mnistNames[1])); // one of four is enough to tell what is meant
    const auto incomplete = loadDataset(folder.root(), developmentAssets(), decodeText);
    QVERIFY(!incomplete);
    compareError(incomplete.error(), {ErrorCode::SetIncomplete, folder.root(), {}, "train labels"});
}

void TstData::litterIsSkippedAndCounted()
{
    const std::string picture = "P2 1 1 ";
    const TextFolder folder({{"__MACOSX/b/._1.pgm", "Mac OS X"},
                             {"__MACOSX/._b", "Mac OS X"},
                             {"b/1.pgm", picture + "0"},
                             {"b/2.pgm", picture + "1"},
                             {"b/Desktop.ini", "[x]"},
                             {"b/ehthumbs.db", "db"},
                             {"b/.DS_Store", "x"},
                             {"a/10", picture + "0.2"},
                             {"a/9", picture + "0.4"},
                             {"a/notes/read.txt", "words"},
                             {"empty", ""},
                             {".cache/1.pgm", picture + "0"},
                             {"README.md", "BM, words"}});
    const auto set = loadDataset(folder.root(), developmentAssets(), decodeText);
    QVERIFY2(set, set ? "" : errorText(set.error()).c_str());
    QVERIFY((*set)->train.bytes == (Bytes{102, 51, 0, 255}));
    QVERIFY((*set)->train.labels == (std::vector<int>{0, 0, 1, 1}));
    QCOMPARE((*set)->skippedFiles, 7);
}

void TstData::idxSetsByTheirWords_data()
{
    QTest::addColumn<QStringList>("names"); // training pictures and labels, held-out pictures and labels
    QTest::addColumn<bool>("isPacked");
    const auto row = [](const char* name, const QStringList& names) {
        QTest::newRow(name) << names << false;
        QTest::addRow("%s, gzip", name) << names << true;
    };
    const auto named = [](const char* pattern, const char* test) {
        QStringList names;
        for (const char* part : {"train", test})
            for (const char* what : {"images", "labels"})
                names << QString::fromLatin1(pattern).arg(QString::fromLatin1(part),
                                                          QString::fromLatin1(what));
        return names;
    };
    row("MNIST's", named("%1-%2-idx-ubyte", "t10k"));
    row("with a dot", {"train-images.idx3-ubyte", "train-labels.idx1-ubyte", "t10k-images.idx3-ubyte",
                       "t10k-labels.idx1-ubyte"});
    row("EMNIST's", named("emnist-digits-%1-%2-idx-ubyte", "test"));
    row("capitals", {"TRAIN-IMAGES", "Train_Labels", "T10K Images", "TEST.LABELS"});
    row("words the other way round", named("%2.%1", "test"));
    row("nothing between", named("%1%2", "test"));
    row("a test within a word", named("the latest %1 %2", "test"));
    row("with an ending", named("%1-%2.bin", "t10k"));
}

void TstData::idxSetsByTheirWords()
{
    QFETCH(QStringList, names);
    QFETCH(bool, isPacked);
    const SmallFolder canonical;
    const auto expected = loadDataset(canonical.root(), Assets("/nowhere"));
    QVERIFY(expected);
    QTemporaryDir folder;
    const fs::path root = folder.path().toStdString();
    QVERIFY(writeFile(root / "emnist-digits-mapping.txt", "0 48\n"));
    QVERIFY(writeFile(root / "train-images.txt", "words\n"));
    for (qsizetype i = 0; i < 4; ++i) {
        const auto content = readFile(canonical.path(mnistNames[static_cast<std::size_t>(i)]));
        QVERIFY(writeFile(root / (names[i].toStdString() + (isPacked ? ".gz" : "")),
                          isPacked ? gzip(*content) : *content));
    }
    const auto set = loadDataset(root.string(), Assets("/nowhere"), decodeText);
    QVERIFY2(set, set ? "" : errorText(set.error()).c_str());
    QCOMPARE((*set)->train.bytes, (*expected)->train.bytes);
    QCOMPARE((*set)->test.labels, (*expected)->test.labels);
    QVERIFY(!(*set)->isSplitHere());
}

void TstData::twoIdxSetsAreNamed()
{
    SmallFolder folder;
    // The same file compressed, a folder of its name, and one of another kind are no second set.
    folder.put(std::string(mnistNames[0]) + ".gz", gzip(idx({12, 2, 3})));
    fs::create_directory(folder.path("train-images.idx3-ubyte"));
    folder.put("train-images.png", {0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
    QVERIFY(loadDataset(folder.root(), Assets("/nowhere")));
    folder.put("emnist-letters-train-images-idx3-ubyte", idx({12, 2, 3}));
    const auto set = loadDataset(folder.root(), Assets("/nowhere"));
    QVERIFY(!set);
    compareError(set.error(), {ErrorCode::TwoSets,
                               folder.root(),
                               {},
                               "emnist-letters-train-images-idx3-ubyte",
                               "train-images-idx3-ubyte"});
}

void TstData::idxSetsDeeperAreNamed()
{
    SmallFolder folder;
    fs::create_directories(folder.path("MNIST/raw"));
    for (const char* name : mnistNames)
        fs::rename(folder.path(name), fs::path(folder.path("MNIST/raw")) / name);
    for (const char* start : {"", "MNIST"}) {
        const auto set = loadDataset(folder.path(start), developmentAssets(), decodeText);
        QVERIFY(!set);
        const std::string raw = (fs::path(folder.path(start)) / (*start == 0 ? "MNIST/raw" : "raw")).string();
        compareError(set.error(), {ErrorCode::DataTooDeep, raw, {}, raw});
    }
}

void TstData::columnsOfLabels_data()
{
    QTest::addColumn<int>("column");
    QTest::addColumn<std::vector<double>>("numbers");
    QTest::addColumn<std::vector<int>>("labels");
    QTest::newRow("none") << noLabelColumn << std::vector<double>{7, 0.5, 3, -1, 2.5, 4}
                          << std::vector<int>{};
    QTest::newRow("first") << 1 << std::vector<double>{0.5, 3, 2.5, 4} << std::vector<int>{7, -1};
    QTest::newRow("last") << lastLabelColumn << std::vector<double>{7, 0.5, -1, 2.5}
                          << std::vector<int>{3, 4};
    QTest::newRow("3") << 3 << std::vector<double>{7, 0.5, -1, 2.5} << std::vector<int>{3, 4};
}

void TstData::columnsOfLabels()
{
    QFETCH(int, column);
    QFETCH(std::vector<double>, numbers);
    QFETCH(std::vector<int>, labels);
    QTemporaryDir folder;
    const std::string path = (fs::path(folder.path().toStdString()) / "a").string();
    const std::vector<int> axes{2, 3};
    const std::string text = "label,x,y\n7,0.5,3\n-1,2.5,4\n";
    for (const Bytes& content :
         {Bytes(text.begin(), text.end()), toNpy(std::vector<float>{7, 0.5f, 3, -1, 2.5f, 4}, axes)}) {
        QVERIFY(writeFile(path, content));
        const auto samples = loadSamples(path, column);
        QVERIFY2(samples, samples ? "" : errorText(samples.error()).c_str());
        QCOMPARE(samples->count, 2);
        QVERIFY(samples->shape == (Shape{1, 1, static_cast<int>(numbers.size() / 2)}));
        QCOMPARE(samples->doubles, numbers);
        QCOMPARE(samples->labels, labels);
        const auto set = loadDataset({path, {.labelColumn = column}}, developmentAssets());
        QVERIFY(set);
        QCOMPARE((*set)->train.labels, labels);
    }
}

void TstData::wrongColumnsOfLabels_data()
{
    QTest::addColumn<Bytes>("content");
    QTest::addColumn<int>("column");
    QTest::addColumn<Error>("error");
    const auto text = [](std::string_view s) { return Bytes(s.begin(), s.end()); };
    const auto row = [](const char* name, const Bytes& content, int column, ErrorCode code,
                        std::vector<double> numbers = {}) {
        QTest::newRow(name) << content << column << Error{code, "", std::move(numbers)};
    };
    row("beyond the last", text("1,2\n"), 3, ErrorCode::ColumnMissing, {3, 2});
    row("the only one", text("1\n2\n"), lastLabelColumn, ErrorCode::ColumnMissing, {1, 1});
    row("a fraction", text("1,2\n3,4.5\n"), 2, ErrorCode::LabelNotWhole, {2, 4.5});
    row("too large", text("3e9,2\n"), 1, ErrorCode::LabelNotWhole, {1, 3e9});
    row("pictures as blocks", text("1,2\n3,4\n\n5,6\n7,8\n"), 1, ErrorCode::NotATable);
    row("pictures as .npy", countingNpy({2, 2, 3}), 1, ErrorCode::NotATable);
    row("pictures as IDX", idx({2, 2, 3}), 1, ErrorCode::NotATable);
}

void TstData::wrongColumnsOfLabels()
{
    QFETCH(Bytes, content);
    QFETCH(int, column);
    QFETCH(Error, error);
    QTemporaryDir folder;
    error.where = (fs::path(folder.path().toStdString()) / "a").string();
    QVERIFY(writeFile(error.where, content));
    const auto samples = loadSamples(error.where, column);
    QVERIFY(!samples);
    compareError(samples.error(), error);
    const auto whole = loadDataset({"mnist", {.labelColumn = column}}, developmentAssets());
    QVERIFY(!whole);
    compareError(whole.error(), {ErrorCode::NotATable, "mnist"});
}

void TstData::readingCanBeEnded_data()
{
    QTest::addColumn<int>("kind");
    QTest::newRow("IDX set, plain") << 0;
    QTest::newRow("IDX set, gzip") << 1;
    QTest::newRow("IDX pictures, gzip, of several buffers") << 2;
    QTest::newRow("pictures") << 3;
    QTest::newRow("pictures in classes") << 4;
}

/// At whichever ask: Cancelled, and it asks no more.
void TstData::readingCanBeEnded()
{
    QFETCH(int, kind);
    QTemporaryDir files;
    const auto path = [&](const std::string& name) { return fs::path(files.path().toStdString()) / name; };
    std::string source = files.path().toStdString();
    if (kind < 2)
        for (const auto& [name, axes] : {std::pair("train-images", std::vector{12, 2, 3}),
                                         {"train-labels", {12}},
                                         {"test-images", {5, 2, 3}},
                                         {"test-labels", {5}}})
            QVERIFY(writeFile(path(name), kind == 1 ? gzip(idx(axes)) : idx(axes)));
    if (kind == 2) {
        source = path("pictures.gz").string();
        QVERIFY(writeFile(source, gzip(idx({300, 40, 40}))));
    }
    for (int i = 0; kind > 2 && i < 8; ++i) {
        const std::string folder = kind == 3 ? "" : "class " + std::to_string(i / 4);
        fs::create_directories(path(folder));
        QVERIFY(writeFile(path(folder) / std::to_string(i), std::string_view("P2 1 1 0.5")));
    }
    const auto load = [&](const Watch& watch) {
        return loadDataset(source, developmentAssets(), decodeText, watch);
    };
    std::vector<double> shares;
    const auto whole = load([&](double share) {
        shares.push_back(share);
        return true;
    });
    QVERIFY2(whole, whole ? "" : errorText(whole.error()).c_str());
    const auto unwatched = load({});
    QVERIFY((*whole)->train.bytes == (*unwatched)->train.bytes);
    QVERIFY(shares.size() >= 4);
    QVERIFY(std::is_sorted(shares.begin(), shares.end()));
    QVERIFY(shares.front() == 0 && shares.back() > 0.5 && shares.back() < 1);
    for (std::size_t allowed = 0; allowed < shares.size(); ++allowed) {
        std::size_t calls = 0;
        const auto ended = load([&](double) { return calls++ < allowed; });
        QVERIFY(!ended);
        QCOMPARE(ended.error().code, ErrorCode::Cancelled);
        QCOMPARE(calls, allowed + 1);
    }
}

QTEST_GUILESS_MAIN(TstData)
#include "tst_data.moc"
