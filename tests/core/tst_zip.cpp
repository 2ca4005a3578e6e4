#include "core/data/dataset.h"
#include "core/data/keras_file.h"
#include "core/io/array_file.h"
#include "core/io/zip.h"
#include "tests/support/packed.h"

#include <QTest>

#include <numeric>

using namespace hg;
using test::zipOf;
using test::ZipStyle;

Q_DECLARE_METATYPE(hg::Error)
Q_DECLARE_METATYPE(hg::test::ZipStyle)

namespace {

using Members = std::vector<std::pair<std::string, Bytes>>;

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

Bytes counting(std::size_t count)
{
    Bytes bytes(count);
    std::iota(bytes.begin(), bytes.end(), std::uint8_t{0});
    return bytes;
}

/// An array of NumPy's of the bytes 0, 1, 2, … as items of a type.
Bytes array(const char* type, const char* shape, const Bytes& data)
{
    const std::string header =
        std::string("{'descr': '") + type + "', 'fortran_order': False, 'shape': " + shape + "}\n";
    Bytes bytes{0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, static_cast<std::uint8_t>(header.size()), 0};
    bytes.insert(bytes.end(), header.begin(), header.end());
    bytes.insert(bytes.end(), data.begin(), data.end());
    return bytes;
}

/// Two training and one held-out picture of 2 × 3.
Members pictures()
{
    return {{"x_train.npy", array("|u1", "(2, 2, 3)", counting(12))},
            {"y_train.npy", array("|u1", "(2,)", {7, 3})},
            {"x_test.npy", array("|u1", "(1, 2, 3)", counting(6))},
            {"y_test.npy", array("<i8", "(1,)", {5, 0, 0, 0, 0, 0, 0, 0})}};
}

/// The same with one member replaced, or without it.
Members with(const char* name, const Bytes& content)
{
    Members members = pictures();
    for (auto& [known, value] : members)
        if (known == name) value = content;
    if (content.empty()) std::erase_if(members, [&](const auto& member) { return member.first == name; });
    return members;
}

} // namespace

class TstZip : public QObject {
    Q_OBJECT

private slots:
    void styles_data();
    void styles();
    void damagedArchives_data();
    void damagedArchives();
    void everyCutIsAnError();
    void changedBytesNeverCrash();
    void bombsAreRefused();
    void kerasParts();
    void kerasShapes_data();
    void kerasShapes();
    void kerasFaults_data();
    void kerasFaults();
};

void TstZip::styles_data()
{
    QTest::addColumn<ZipStyle>("style");
    for (const bool isDeflated : {false, true}) {
        const char* name = isDeflated ? "deflated" : "stored";
        QTest::addRow("%s", name) << ZipStyle{isDeflated};
        QTest::addRow("%s, zip64 fields", name) << ZipStyle{isDeflated, true};
        QTest::addRow("%s, zip64 end", name) << ZipStyle{isDeflated, true, true};
        QTest::addRow("%s, a comment", name) << ZipStyle{isDeflated, false, false, "PK words PK\5\6"};
    }
}

void TstZip::styles()
{
    QFETCH(ZipStyle, style);
    const Members members{{"a", counting(300)}, {"b/c", Bytes(5000, 'x')}, {"δ", {1}}};
    const Bytes archive = zipOf(members, style);
    QCOMPARE(kindOf(archive), FileKind::Zip);
    const auto found = parseZip(archive, "a.zip");
    QVERIFY2(found, found ? "" : errorText(found.error()).c_str());
    QCOMPARE(found->size(), members.size());
    for (std::size_t i = 0; i < members.size(); ++i) {
        QCOMPARE((*found)[i].name, members[i].first);
        const auto content = unpack((*found)[i], "a.zip", 5000);
        QVERIFY2(content, content ? "" : errorText(content.error()).c_str());
        QCOMPARE(*content, members[i].second);
    }
}

void TstZip::damagedArchives_data()
{
    QTest::addColumn<std::ptrdiff_t>("place"); // from the directory's end backwards, or from the start
    QTest::addColumn<int>("value");
    QTest::newRow("a local header elsewhere") << std::ptrdiff_t{0} << int{'X'};
    QTest::newRow("a directory beyond the end") << std::ptrdiff_t{-3} << 0x7F;
    QTest::newRow("a directory of another size") << std::ptrdiff_t{-9} << 0x7F;
    QTest::newRow("more members than there are") << std::ptrdiff_t{-12} << 9;
}

void TstZip::damagedArchives()
{
    QFETCH(std::ptrdiff_t, place);
    QFETCH(int, value);
    Bytes archive = zipOf({{"a", counting(30)}});
    *(place < 0 ? archive.end() + place : archive.begin() + place) = static_cast<std::uint8_t>(value);
    const auto members = parseZip(archive, "a.zip");
    QVERIFY(!members);
    compareError(members.error(), {ErrorCode::BadZip, "a.zip"});
}

void TstZip::everyCutIsAnError()
{
    for (const bool isDeflated : {false, true}) {
        const Bytes archive = zipOf(pictures(), {isDeflated, true, true});
        QVERIFY(parseKerasFile(archive, "a"));
        for (std::size_t size = 0; size < archive.size(); ++size) {
            const auto cut =
                parseKerasFile({archive.begin(), archive.begin() + static_cast<std::ptrdiff_t>(size)}, "a");
            QVERIFY(!cut);
            QCOMPARE(cut.error().code, ErrorCode::BadZip);
        }
    }
}

void TstZip::changedBytesNeverCrash()
{
    for (const bool isDeflated : {false, true}) {
        const Bytes archive = zipOf(pictures(), {isDeflated, true, true});
        for (std::size_t i = 0; i < archive.size(); ++i)
            for (const int change : {0x01, 0x80, 0xFF}) {
                Bytes changed = archive;
                changed[i] = static_cast<std::uint8_t>(changed[i] ^ change);
                (void)parseKerasFile(changed, "a");
            }
    }
}

void TstZip::bombsAreRefused()
{
    const Bytes archive = zipOf({{"a", Bytes(1'000'000)}}, {true});
    QVERIFY(archive.size() < 2000);
    auto members = parseZip(archive, "a");
    QVERIFY(members);
    const auto tooLarge = unpack(members->front(), "a", 999'999);
    QVERIFY(!tooLarge);
    compareError(tooLarge.error(), {ErrorCode::TooLarge, "a", {1'000'000, 999'999}});
    members->front().size = 100'000'000; // more than deflate can make of so few bytes
    const auto lie = unpack(members->front(), "a", 200'000'000);
    QVERIFY(!lie);
    compareError(lie.error(), {ErrorCode::BadZip, "a"});
    members->front().size = 1'000'000;
    members->front().checksum ^= 1;
    const auto wrong = unpack(members->front(), "a", 1'000'000);
    QVERIFY(!wrong);
    compareError(wrong.error(), {ErrorCode::ChecksumWrong, "a"});
}

void TstZip::kerasParts()
{
    const auto set = parseKerasFile(zipOf(pictures(), {true, true}), "mnist.npz");
    QVERIFY2(set, set ? "" : errorText(set.error()).c_str());
    QCOMPARE(set->source, std::string("mnist.npz"));
    QVERIFY(!set->isSplitHere());
    QVERIFY(set->train.shape == (Shape{1, 2, 3}));
    QCOMPARE(set->train.count, 2);
    QCOMPARE(set->train.bytes, counting(12));
    QCOMPARE(set->train.labels, (std::vector<int>{7, 3}));
    QCOMPARE(set->test.bytes, counting(6));
    QCOMPARE(set->test.labels, std::vector<int>{5});
    QCOMPARE(set->train.view().value(0, 5), 5.0f / 255);
}

void TstZip::kerasShapes_data()
{
    QTest::addColumn<Bytes>("content");
    QTest::addColumn<Shape>("shape");
    QTest::addColumn<Bytes>("bytes"); // empty: doubles
    QTest::newRow("rows") << array("|u1", "(2, 6)", counting(12)) << Shape{1, 1, 6} << counting(12);
    QTest::newRow("pictures") << array("|u1", "(2, 2, 3)", counting(12)) << Shape{1, 2, 3} << counting(12);
    QTest::newRow("a channel last") << array("|u1", "(2, 2, 3, 1)", counting(12)) << Shape{1, 2, 3}
                                    << counting(12);
    QTest::newRow("colours last") << array("|u1", "(1, 2, 2, 3)", counting(12)) << Shape{3, 2, 2}
                                  << Bytes{0, 3, 6, 9, 1, 4, 7, 10, 2, 5, 8, 11};
    QTest::newRow("signed") << array("|i1", "(2, 2, 3)", counting(12)) << Shape{1, 2, 3} << Bytes{};
    QTest::newRow("big-endian") << array(">i2", "(2, 3)", counting(12)) << Shape{1, 1, 3} << Bytes{};
}

void TstZip::kerasShapes()
{
    QFETCH(Bytes, content);
    QFETCH(Shape, shape);
    QFETCH(Bytes, bytes);
    const auto set = parseKerasFile(zipOf({{"x_train.npy", content}}), "a");
    QVERIFY2(set, set ? "" : errorText(set.error()).c_str());
    QVERIFY(set->train.shape == shape);
    QCOMPARE(set->train.bytes, bytes);
    QCOMPARE(set->train.doubles.empty(), !bytes.empty());
    QVERIFY(set->train.labels.empty());
    QCOMPARE(set->test.count, 0);
}

void TstZip::kerasFaults_data()
{
    QTest::addColumn<Members>("members");
    QTest::addColumn<Error>("error");
    QTest::newRow("no x_train") << with("x_train.npy", {})
                                << Error{ErrorCode::NotKeras, "a", {}, "y_train.npy, x_test.npy, y_test.npy"};
    QTest::newRow("another archive") << Members{{"word/document.xml", {'<'}}}
                                     << Error{ErrorCode::NotKeras, "a", {}, "word/document.xml"};
    QTest::newRow("a label too many") << with("y_train.npy", array("|u1", "(3,)", {1, 2, 3}))
                                      << Error{ErrorCode::CountMismatch, "a (y_train)", {3, 2}};
    QTest::newRow("labels as columns") << with("y_train.npy", array("|u1", "(2, 2)", {1, 0, 0, 1}))
                                       << Error{ErrorCode::AxesDoNotFit, "a (y_train)", {2, 1}};
    QTest::newRow("a label of a half") << with("y_train.npy", array("<f2", "(2,)", {0, 0x3C, 0, 0x38}))
                                       << Error{ErrorCode::LabelNotWhole, "a (y_train)", {2, 0.5}};
    QTest::newRow("one axis") << with("x_train.npy", array("|u1", "(12,)", counting(12)))
                              << Error{ErrorCode::AxesDoNotFit, "a (x_train)", {1, 3}};
    QTest::newRow("objects") << with("x_train.npy", array("|O", "(2,)", counting(16)))
                             << Error{ErrorCode::BadHeader, "a (x_train)", {}, "descr"};
    QTest::newRow("another size held out") << with("x_test.npy", array("|u1", "(1, 3, 3)", counting(9)))
                                           << Error{ErrorCode::ShapesDoNotFit, "a", {9, 6}};
    QTest::newRow("pixels missing") << with("x_train.npy", array("|u1", "(2, 2, 3)", counting(11)))
                                    << Error{ErrorCode::SizeMismatch, "a (x_train)", {12, 11}};
    QTest::newRow("no samples") << with("x_train.npy", array("|u1", "(0, 2, 3)", {}))
                                << Error{ErrorCode::FileEmpty, "a (x_train)"};
}

void TstZip::kerasFaults()
{
    QFETCH(Members, members);
    QFETCH(Error, error);
    for (const bool isDeflated : {false, true}) {
        const auto set = parseKerasFile(zipOf(members, {isDeflated}), "a");
        QVERIFY(!set);
        compareError(set.error(), error);
    }
}

QTEST_APPLESS_MAIN(TstZip)
#include "tst_zip.moc"
