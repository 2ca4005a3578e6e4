#include "core/data/bundled_digits.h"
#include "core/data/data_cut.h"
#include "core/data/data_guess.h"
#include "core/data/made_set.h"
#include "core/data/words.h"
#include "core/io/array_file.h"
#include "core/session/data_options.h"
#include "core/session/setup_json.h"

#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <numeric>

namespace fs = std::filesystem;
using namespace hg;

Q_DECLARE_METATYPE(hg::DataCut)
Q_DECLARE_METATYPE(hg::DataRequest)

class TstDataCut : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void squares_data();
    void squares();
    void squaresKeepTheMean();
    void pixels();
    void notPixels();
    void rangesByColumn();
    void rangesOfPictures();
    void standardColumns();
    void heldOutPartsShareTheUnits();
    void rowsBecomePictures();
    void transposedPictures_data();
    void transposedPictures();
    void emnistIsTransposed_data();
    void emnistIsTransposed();
    void classes();
    void wrongClasses();
    void shares_data();
    void shares();
    void ownPartsAreDividedAnew();
    void limits();
    void madePictures_data();
    void madePictures();
    void factorsShow();
    void guesses_data();
    void guesses();
    void folderGuesses_data();
    void folderGuesses();
    void optionsSayTheCut_data();
    void optionsSayTheCut();
    void statesKeepTheCut_data();
    void statesKeepTheCut();
    void wrongCutsInStates_data();
    void wrongCutsInStates();

private:
    void cutRows();
};

namespace {

Samples table(int count, int width, const std::vector<double>& numbers, const std::vector<int>& labels = {})
{
    return {.count = count, .shape = {1, 1, width}, .doubles = numbers, .labels = labels};
}

Dataset unsplit(Samples all)
{
    Dataset set{"a", std::move(all), {}};
    set.test.shape = set.train.shape;
    return set;
}

/// Samples 0, 1, 2, … of one number, labelled by their last digit.
Samples counting(int count)
{
    Samples samples = table(count, 1, {});
    for (int i = 0; i < count; ++i) {
        samples.doubles.push_back(i);
        samples.labels.push_back(i % 10);
    }
    return samples;
}

/// What a point of a scaled picture is over: by the grid of a thousandth of a cell.
double sampled(const std::vector<double>& picture, int height, int width, int side, int y, int x)
{
    const int square = std::min(height, width), top = (height - square) / 2, left = (width - square) / 2;
    constexpr int grain = 420; // divides into every side that the test takes
    double sum = 0;
    for (int v = 0; v < grain; ++v)
        for (int u = 0; u < grain; ++u) {
            const int row = top + (y * grain + v) * square / (side * grain),
                      column = left + (x * grain + u) * square / (side * grain);
            sum += picture[static_cast<std::size_t>(row * width + column)];
        }
    return sum / (grain * grain);
}

} // namespace

void TstDataCut::squares_data()
{
    QTest::addColumn<int>("height");
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("side");
    for (const auto& [h, w, side] :
         {std::array{4, 4, 4}, {4, 4, 2}, {5, 5, 4}, {6, 10, 4}, {11, 7, 5}, {2, 3, 4}, {3, 3, 5}, {1, 1, 4}})
        QTest::addRow("%d x %d to %d", h, w, side) << h << w << side;
}

void TstDataCut::squares()
{
    QFETCH(int, height);
    QFETCH(int, width);
    QFETCH(int, side);
    std::vector<double> picture(static_cast<std::size_t>(height * width));
    for (std::size_t i = 0; i < picture.size(); ++i)
        picture[i] = std::fmod(static_cast<double>(i) * 0.618, 1);
    const std::vector<double> scaled = scaledSquare(picture, height, width, side);
    QCOMPARE(scaled.size(), static_cast<std::size_t>(side * side));
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x) {
            const double got = scaled[static_cast<std::size_t>(y * side + x)],
                         expected = sampled(picture, height, width, side, y, x);
            QVERIFY2(std::abs(got - expected) < 1e-2,
                     qPrintable(QStringLiteral("%1 %2").arg(got).arg(expected)));
        }
    if (side == height && side == width) QVERIFY(scaled == picture);
}

void TstDataCut::squaresKeepTheMean()
{
    std::vector<double> picture(30 * 30);
    std::iota(picture.begin(), picture.end(), 0.0);
    const auto mean = [](const std::vector<double>& numbers) {
        return std::accumulate(numbers.begin(), numbers.end(), 0.0) / static_cast<double>(numbers.size());
    };
    for (const int side : {4, 7, 28, 64})
        QVERIFY(std::abs(mean(scaledSquare(picture, 30, 30, side)) - mean(picture)) < 1e-9);
}

void TstDataCut::pixels()
{
    const auto cut = cutOut(unsplit(table(2, 2, {0, 255, 7, 100})), {.values = Values::Pixels});
    QVERIFY(cut);
    QVERIFY(cut->train.bytes == (Bytes{0, 255, 7, 100}));
    QVERIFY(cut->train.doubles.empty());
}

void TstDataCut::notPixels()
{
    for (const double wrong : {-1.0, 255.5, 256.0, 0.5}) {
        const auto cut = cutOut(unsplit(table(2, 2, {0, 1, 2, wrong})), {.values = Values::Pixels});
        QVERIFY(!cut);
        QVERIFY(cut.error() == (Error{ErrorCode::NotPixels, "a", {2, wrong}}));
    }
}

void TstDataCut::rangesByColumn()
{
    const auto cut = cutOut(unsplit(table(3, 3, {1, -10, 5, 2, 0, 5, 3, 30, 5})), {.values = Values::Range});
    QVERIFY(cut);
    QCOMPARE(cut->train.doubles, (std::vector<double>{0, 0, 0, 0.5, 0.25, 0, 1, 1, 0}));
}

void TstDataCut::rangesOfPictures()
{
    Samples pictures{.count = 2, .shape = {1, 2, 2}, .doubles = {-1, 0, 1, 3, 0, 0, 0, 0}};
    const auto cut = cutOut(unsplit(pictures), {.values = Values::Range});
    QVERIFY(cut);
    QCOMPARE(cut->train.doubles, (std::vector<double>{0, 0.25, 0.5, 1, 0.25, 0.25, 0.25, 0.25}));
}

void TstDataCut::standardColumns()
{
    const auto cut = cutOut(unsplit(table(4, 2, {1, 7, 1, 7, 3, 7, 3, 7})), {.values = Values::Standard});
    QVERIFY(cut);
    QCOMPARE(cut->train.doubles, (std::vector<double>{-1, 0, -1, 0, 1, 0, 1, 0}));
}

/// What is held out goes by the units of all: it never leaves the range.
void TstDataCut::heldOutPartsShareTheUnits()
{
    Dataset set{"a", table(2, 1, {0, 10}), table(1, 1, {20})};
    const auto cut = cutOut(set, {.values = Values::Range});
    QVERIFY(cut);
    QCOMPARE(cut->train.doubles, (std::vector<double>{0, 0.5}));
    QCOMPARE(cut->test.doubles, (std::vector<double>{1}));
}

void TstDataCut::rowsBecomePictures()
{
    const auto cut = cutOut(unsplit(table(1, 16, std::vector<double>(16, 1.0))), {.side = 4});
    QVERIFY(cut);
    QVERIFY(cut->train.shape == (Shape{1, 4, 4}));
    QVERIFY(cut->test.shape == (Shape{1, 4, 4}));
    const auto wrong = cutOut(unsplit(table(1, 15, std::vector<double>(15, 1.0))), {.side = 4});
    QVERIFY(!wrong);
    QVERIFY(wrong.error() == (Error{ErrorCode::ShapesDoNotFit, "a", {15, 16}}));
}

void TstDataCut::transposedPictures_data()
{
    QTest::addColumn<bool>("areBytes");
    QTest::newRow("bytes") << true;
    QTest::newRow("numbers") << false;
}

void TstDataCut::transposedPictures()
{
    QFETCH(bool, areBytes);
    Samples samples{.count = 2, .shape = {2, 2, 3}};
    for (int i = 0; i < 24; ++i)
        areBytes ? samples.bytes.push_back(std::uint8_t(i)) : samples.doubles.push_back(i);
    const auto set = cutOut(unsplit(samples), {.isTransposed = true, .heldOut = 50});
    QVERIFY(set);
    QVERIFY((set->train.shape == Shape{2, 3, 2}));
    QVERIFY(set->test.shape == set->train.shape);
    const std::vector<double> expected{0, 3, 1, 4, 2, 5, 6, 9, 7, 10, 8, 11};
    QCOMPARE(set->train.bytes.empty(), !areBytes);
    const std::vector<double> bytes(set->train.bytes.begin(), set->train.bytes.end());
    QVERIFY((areBytes ? bytes : set->train.doubles) == expected);
    const auto rows = cutOut(unsplit(table(10, 3, std::vector<double>(30, 1))), {.isTransposed = true});
    QVERIFY(rows && (rows->train.shape == Shape{1, 1, 3})); // a table has none to swap
}

void TstDataCut::emnistIsTransposed_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<bool>("isTransposed");
    QTest::addColumn<QByteArray>("twelve"); // what label 12 is called
    const auto row = [](const char* name, bool isTransposed, const char* twelve) {
        QTest::newRow(name) << QByteArray(name) << isTransposed << QByteArray(twelve);
    };
    row("emnist-letters-%1-%2-idx3-ubyte", true, "L");
    row("EMNIST-Balanced-%1-%2", true, "C");
    row("emnist-bymerge-%1-%2", true, "C");
    row("emnist-byclass-%1-%2", true, "C");
    row("emnist-digits-%1-%2", true, "");
    row("emnist-mnist-%1-%2", true, "");
    row("%1-%2-letters", false, "");
}

void TstDataCut::emnistIsTransposed()
{
    QFETCH(QByteArray, name);
    QFETCH(bool, isTransposed);
    QFETCH(QByteArray, twelve);
    QTemporaryDir folder;
    const auto put = [&](const char* part, const char* what, const Bytes& content) {
        const QString file = QString::fromLatin1(name).arg(QLatin1String(part), QLatin1String(what));
        QVERIFY(writeFile(folder.filePath(file).toStdString(), content));
    };
    const Bytes pictures{0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 2, 0, 0, 0, 2, 1, 2, 3, 4, 5, 6, 7, 8};
    for (const char* part : {"train", "test"}) {
        put(part, "images", pictures);
        put(part, "labels", {0, 0, 8, 1, 0, 0, 0, 2, 12, 1});
    }
    const std::string root = folder.path().toStdString();
    const auto guess = likelyRequest(root, Assets("/nowhere"), {});
    QVERIFY(guess);
    QCOMPARE(guess->cut.isTransposed, isTransposed);
    const auto set = loadDataset(*guess, Assets("/nowhere"));
    QVERIFY(set);
    QCOMPARE((*set)->train.bytes[1], std::uint8_t(isTransposed ? 3 : 2));
    const std::vector<std::string>& names = (*set)->classNames;
    QCOMPARE(names.size() > 12 ? QByteArray::fromStdString(names[12]) : QByteArray(), twelve);
    const QString alone =
        folder.filePath(QString::fromLatin1(name).arg(QStringLiteral("train"), QStringLiteral("images")));
    const auto one = likelyRequest(alone.toStdString(), Assets("/nowhere"), {});
    QVERIFY(one && one->cut.isTransposed == isTransposed);
}

void TstDataCut::classes()
{
    const auto cut = cutOut(unsplit(counting(100)), {.classes = {2, 7}});
    QVERIFY(cut);
    QCOMPARE(cut->train.count + cut->test.count, 20);
    QCOMPARE(cut->test.labels, (std::vector<int>{7, 7})); // 47 and 97: every tenth of what is left
    QCOMPARE(cut->test.doubles, (std::vector<double>{47, 97}));
    for (const int label : cut->train.labels)
        QVERIFY(label == 2 || label == 7);
}

void TstDataCut::wrongClasses()
{
    const auto missing = cutOut(unsplit(counting(100)), {.classes = {2, 12}});
    QVERIFY(!missing && missing.error() == (Error{ErrorCode::ClassMissing, "a", {12}}));
    const auto none = cutOut(unsplit(table(2, 1, {1, 2})), {.classes = {2}});
    QVERIFY(!none && none.error() == (Error{ErrorCode::LabelsMissing, "a"}));
}

void TstDataCut::shares_data()
{
    QTest::addColumn<int>("percent");
    for (const int percent : {0, 1, 5, 10, 20, 33, 50, 90})
        QTest::addRow("%d", percent) << percent;
}

void TstDataCut::shares()
{
    QFETCH(int, percent);
    constexpr int count = 1000;
    const auto cut = cutOut(unsplit(counting(count)), {.heldOut = percent});
    QVERIFY(cut);
    const int expected = percent == 0 ? 10 : percent;
    QCOMPARE(cut->heldOut, expected);
    QCOMPARE(cut->test.count, count * expected / 100);
    QCOMPARE(cut->train.count, count - cut->test.count);
    // Both parts keep the order, and nothing is lost or doubled.
    std::vector<double> all = cut->train.doubles;
    all.insert(all.end(), cut->test.doubles.begin(), cut->test.doubles.end());
    QVERIFY(std::is_sorted(cut->train.doubles.begin(), cut->train.doubles.end()));
    QVERIFY(std::is_sorted(cut->test.doubles.begin(), cut->test.doubles.end()));
    std::sort(all.begin(), all.end());
    QCOMPARE(all, counting(count).doubles);
    // Evenly spread: each hundred has its share.
    for (int hundred = 0; hundred < 10; ++hundred) {
        const auto inIt = [hundred](double x) { return static_cast<int>(x) / 100 == hundred; };
        QCOMPARE(std::count_if(cut->test.doubles.begin(), cut->test.doubles.end(), inIt), expected);
    }
}

void TstDataCut::ownPartsAreDividedAnew()
{
    const Dataset set{"a", table(8, 1, {0, 1, 2, 3, 4, 5, 6, 7}), table(2, 1, {8, 9})};
    const auto own = cutOut(set, {});
    QVERIFY(own && own->heldOut == 0);
    QCOMPARE(own->test.doubles, (std::vector<double>{8, 9}));
    const auto anew = cutOut(set, {.heldOut = 50});
    QVERIFY(anew && anew->isSplitHere());
    QCOMPARE(anew->test.doubles, (std::vector<double>{1, 3, 5, 7, 9}));
}

void TstDataCut::limits()
{
    const auto cut = cutOut(unsplit(counting(100)), {.limit = 7});
    QVERIFY(cut);
    QCOMPARE(cut->train.doubles, (std::vector<double>{0, 1, 2, 3, 4, 5, 6}));
    QCOMPARE(cut->train.labels.size(), std::size_t{7});
    QCOMPARE(cut->test.count, 10);
    const auto beyond = cutOut(unsplit(counting(100)), {.limit = 1000});
    QVERIFY(beyond);
    QCOMPARE(beyond->train.count, 90);
}

void TstDataCut::madePictures_data()
{
    QTest::addColumn<QString>("source");
    for (const MadeSet& set : madeSets())
        for (const char* source : {set.source, set.other})
            QTest::newRow(source) << QString::fromLatin1(source);
}

void TstDataCut::madePictures()
{
    QFETCH(QString, source);
    const auto set = loadDataset(source.toStdString(), Assets("/nowhere"));
    QVERIFY(set);
    QCOMPARE((*set)->train.count, madeTrain);
    QCOMPARE((*set)->test.count, madeTest);
    QVERIFY(!(*set)->isSplitHere());
    QVERIFY((*set)->train.shape == (Shape{1, madeSide, madeSide}));
    std::vector<int> counts(madeClasses);
    for (const int label : (*set)->test.labels)
        ++counts[static_cast<std::size_t>(label)];
    for (const int count : counts) // evenly spread factors
        QVERIFY2(std::abs(count - madeTest / madeClasses) <= 3, qPrintable(QString::number(count)));
    const auto size = static_cast<std::size_t>(madeSide) * madeSide;
    for (int i = 0; i < 100; ++i) {
        const auto first = (*set)->train.bytes.begin() + static_cast<std::ptrdiff_t>(size) * i;
        QCOMPARE(*std::max_element(first, first + static_cast<std::ptrdiff_t>(size)), std::uint8_t{255});
    }
    QVERIFY((*loadDataset(source.toStdString(), Assets("/nowhere")))->train.bytes == (*set)->train.bytes);
}

/// What the factors are named for is what they do: a bar's place is where its ink is, an ellipse's thickness
/// is how much of it there is, and a turn or a slant changes neither.
void TstDataCut::factorsShow()
{
    const auto drawn = [](const char* source, double first, double second) {
        std::vector<double> picture(std::size_t{madeSide} * madeSide);
        findMadeSet(source)->draw(first, second, picture);
        return picture;
    };
    const auto ink = [](const std::vector<double>& picture) {
        return std::accumulate(picture.begin(), picture.end(), 0.0);
    };
    const auto column = [&](const std::vector<double>& picture) {
        double sum = 0;
        for (std::size_t i = 0; i < picture.size(); ++i)
            sum += picture[i] * static_cast<double>(i % madeSide);
        return sum / ink(picture);
    };
    double last = -1;
    for (const double place : {0.0, 0.25, 0.5, 0.75, 1.0}) {
        const double at = column(drawn("bars", 0.5, place));
        QVERIFY(at > last);
        QVERIFY(std::abs(at - (13.5 + (2 * place - 1) * 6)) < 0.05);
        last = at;
    }
    for (const double turn : {0.0, 0.3, 0.5, 1.0}) {
        QVERIFY(std::abs(column(drawn("bars", turn, 0.5)) - 13.5) < 1e-6);
        QVERIFY(std::abs(ink(drawn("bars", turn, 0.5)) - ink(drawn("bars", 0.5, 0.5))) < 2);
    }
    last = 0;
    for (const double thickness : {0.0, 0.5, 1.0}) {
        const double area = ink(drawn("ellipses", 0.5, thickness)),
                     ideal = std::numbers::pi * 11 * (2 + 5 * thickness);
        QVERIFY2(area > ideal && area < 1.15 * ideal,
                 qPrintable(QString::number(area / ideal))); // a soft rim
        QVERIFY(area > last);
        QVERIFY(std::abs(ink(drawn("ellipses", 0, thickness)) / area - 1) < 0.03);
        last = area;
    }
}

namespace {

/// Rows of `width` numbers from `number(row, column)`.
std::string csv(int rows, int width, const std::function<double(int, int)>& number,
                const std::string& header = {})
{
    std::string text = header.empty() ? "" : header + "\n";
    for (int r = 0; r < rows; ++r)
        for (int c = 0; c < width; ++c)
            text += shortest(number(r, c)) + (c + 1 < width ? "," : "\n");
    return text;
}

std::string kaggleHeader()
{
    std::string header = "label";
    for (int i = 0; i < 784; ++i)
        header += ",pixel" + std::to_string(i);
    return header;
}

Bytes bytesOf(const std::string& text)
{
    return {text.begin(), text.end()};
}

Bytes npy(std::vector<int> axes, const std::function<float(int)>& number)
{
    std::vector<float> numbers(
        static_cast<std::size_t>(std::accumulate(axes.begin(), axes.end(), 1, std::multiplies<>())));
    for (std::size_t i = 0; i < numbers.size(); ++i)
        numbers[i] = number(static_cast<int>(i));
    return toNpy(numbers, axes);
}

} // namespace

void TstDataCut::guesses_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<DataCut>("cut");
    const auto row = [](const char* name, const Bytes& content, const DataCut& cut) {
        QTest::newRow(name) << QByteArray(reinterpret_cast<const char*>(content.data()),
                                          static_cast<qsizetype>(content.size()))
                            << cut;
    };
    const auto pixel = [](int r, int c) { return c == 0 ? r % 10 : (r * 7 + c * 3) % 256; };
    row("Kaggle's", bytesOf(csv(30, 785, pixel, kaggleHeader())),
        {.labelColumn = 1, .side = 28, .values = Values::Pixels});
    row("785 columns without names", bytesOf(csv(30, 785, pixel)),
        {.labelColumn = 1, .side = 28, .values = Values::Pixels});
    row("labels behind",
        bytesOf(csv(30, 785, [](int r, int c) { return c == 784 ? r % 10 : 0.25 + (r + c) % 2 * 0.5; })),
        {.labelColumn = 785, .side = 28});
    row("64 columns of 0 to 16", bytesOf(csv(30, 64, [](int r, int c) { return (r + c) % 17; })),
        {.side = 8, .values = Values::Range});
    row("four columns", bytesOf(csv(30, 4, [](int r, int c) { return r * 1.5 - c; })),
        {.values = Values::Range});
    row("four columns with names",
        bytesOf(csv(
            30, 4, [](int r, int c) { return c == 2 ? r % 3 : r * 1.5; }, "a,b,Class,d")),
        {.labelColumn = 3, .values = Values::Range});
    row("a column named y that is a measure",
        bytesOf(csv(
            30, 2, [](int r, int c) { return r * 1.5 - c; }, "x,y")),
        {.values = Values::Range});
    row("shares", bytesOf(csv(30, 5, [](int r, int c) { return (r + c) % 10 / 10.0; })), {});
    row("signals of 256", npy({30, 256}, [](int i) { return static_cast<float>(std::sin(i)); }),
        {.values = Values::Range});
    row("rows of 784 shares", npy({20, 784}, [](int i) { return static_cast<float>(i % 2); }), {.side = 28});
    row("pictures from -1 to 1", npy({20, 8, 8}, [](int i) { return static_cast<float>(i % 3 - 1); }),
        {.values = Values::Range});
    row("pictures of 100 x 80", npy({5, 100, 80}, [](int i) { return static_cast<float>(i % 2); }),
        {.side = 28});
}

void TstDataCut::guesses()
{
    QFETCH(QByteArray, content);
    QFETCH(DataCut, cut);
    QTemporaryDir folder;
    const std::string path = folder.filePath(QStringLiteral("data")).toStdString();
    QVERIFY(writeFile(path, std::string_view(content.constData(), static_cast<std::size_t>(content.size()))));
    const auto guess = likelyRequest(path, Assets("/nowhere"), {});
    QVERIFY(guess);
    QCOMPARE(guess->source, path);
    QCOMPARE(guess->cut.labelColumn, cut.labelColumn);
    QCOMPARE(guess->cut.side, cut.side);
    QCOMPARE(guess->cut.values, cut.values);
    QVERIFY(guess->cut == cut);
    const auto set = loadDataset(*guess, Assets("/nowhere"));
    QVERIFY(set);
    QVERIFY((*set)->train.count > 0);
    QCOMPARE((*set)->train.labels.empty(), cut.labelColumn == noLabelColumn);
}

void TstDataCut::folderGuesses_data()
{
    using Sizes = std::vector<std::array<int, 2>>;
    QTest::addColumn<Sizes>("sizes");
    QTest::addColumn<int>("side");
    QTest::newRow("all small") << Sizes{{20, 24}, {20, 24}} << 0;
    QTest::newRow("of two sizes") << Sizes{{20, 24}, {24, 20}} << 28;
    QTest::newRow("large") << Sizes{{640, 480}, {640, 480}} << 28;
    QTest::newRow("unreadable") << Sizes{} << 28;
}

void TstDataCut::folderGuesses()
{
    using Sizes = std::vector<std::array<int, 2>>;
    QFETCH(Sizes, sizes);
    QFETCH(int, side);
    QTemporaryDir folder;
    std::vector<std::string> names{"a", "b"};
    for (const std::string& name : names)
        QVERIFY(
            writeFile(fs::path(folder.path().toStdString()) / name, std::string_view("\x89PNG\r\n\x1a\n")));
    std::size_t next = 0;
    const PictureSizer sizer = [&](const fs::path&) {
        return next < sizes.size() ? std::optional(sizes[next++]) : std::nullopt;
    };
    const auto guess = likelyRequest(folder.path().toStdString(), Assets("/nowhere"), sizer);
    QVERIFY(guess);
    QCOMPARE(guess->cut.side, side);
}

void TstDataCut::cutRows()
{
    QTest::addColumn<DataRequest>("data");
    QTest::newRow("as it comes") << DataRequest("mnist");
    QTest::newRow("classes") << DataRequest("mnist", {.classes = {3, 8}});
    QTest::newRow("made") << DataRequest("bars:place");
    QTest::newRow("transposed") << DataRequest("/emnist", {.isTransposed = true});
    QTest::newRow("share") << DataRequest("ellipses", {.heldOut = 25});
    QTest::newRow("a table") << DataRequest("/a b/c.csv",
                                            {.labelColumn = lastLabelColumn, .values = Values::Range});
    QTest::newRow("all of it") << DataRequest("/x", {.labelColumn = 7,
                                                     .side = 12,
                                                     .isTransposed = true,
                                                     .values = Values::Standard,
                                                     .classes = {-2, 0, 11},
                                                     .heldOut = 90});
}

void TstDataCut::optionsSayTheCut_data()
{
    cutRows();
}

void TstDataCut::optionsSayTheCut()
{
    QFETCH(DataRequest, data);
    for (const DataRequest& from : {DataRequest(), DataRequest("/x", {.side = 5, .classes = {1}})}) {
        const CallWords words = dataOptions(from, data);
        CallOptions options({words.begin(), words.end()});
        DataRequest read = from;
        readDataOptions(options, read);
        QVERIFY(!options.error());
        if (data.source != from.source || from == DataRequest()) QVERIFY(read == data);
    }
}

void TstDataCut::statesKeepTheCut_data()
{
    cutRows();
    QTest::newRow("a limit") << DataRequest("mnist", {.limit = 1000});
}

void TstDataCut::statesKeepTheCut()
{
    QFETCH(DataRequest, data);
    AutoencoderSetup setup;
    setup.data = data;
    JsonFault fault;
    const AutoencoderSetup read = readSetup(setupJson(setup), "setup", fault);
    QVERIFY(!fault);
    QVERIFY(read == setup);
}

void TstDataCut::wrongCutsInStates_data()
{
    QTest::addColumn<QByteArray>("cut");
    QTest::addColumn<QByteArray>("place");
    const auto row = [](const char* cut, const char* place) {
        QTest::newRow(cut) << QByteArray(cut) << QByteArray(place);
    };
    row(R"({"side": 3})", "setup.cut.side");
    row(R"({"side": 65})", "setup.cut.side");
    row(R"({"held_out": 0})", "setup.cut.held_out");
    row(R"({"held_out": 91})", "setup.cut.held_out");
    row(R"({"classes": 3})", "setup.cut.classes");
    row(R"({"classes": [3, "a"]})", "setup.cut.classes[1]");
    row(R"({"transposed": 1})", "setup.cut.transposed");
    row(R"({"values": "percent"})", "setup.cut.values");
    row(R"({"label_column": -2})", "setup.cut.label_column");
    row(R"({"limit": 1})", "setup.cut.limit");
    row(R"({"rows": 1})", "setup.cut.rows");
    row("[]", "setup.cut");
}

void TstDataCut::wrongCutsInStates()
{
    QFETCH(QByteArray, cut);
    QFETCH(QByteArray, place);
    Json setup = setupJson(AutoencoderSetup());
    setup["cut"] = Json::parse(cut.toStdString());
    JsonFault fault;
    readSetup(setup, "setup", fault);
    QVERIFY(fault);
    QCOMPARE(QByteArray::fromStdString(fault->text), place);
}

QTEST_APPLESS_MAIN(TstDataCut)
#include "tst_data_cut.moc"
