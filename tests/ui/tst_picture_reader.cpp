#include "core/io/exif.h"
#include "core/io/file.h"
#include "ui/pictures/picture_reader.h"

#include <QBuffer>
#include <QImage>
#include <QPainter>
#include <QTest>

#include <array>

using namespace hg;

namespace {

Bytes encoded(const QImage& image, const char* format)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format, 100);
    return {bytes.begin(), bytes.end()};
}

Bytes bigEndian(std::size_t value, int bytes)
{
    Bytes result;
    for (int i = bytes - 1; i >= 0; --i)
        result.push_back(static_cast<std::uint8_t>(value >> (8 * i)));
    return result;
}

Bytes joined(std::initializer_list<Bytes> parts)
{
    Bytes all;
    for (const Bytes& part : parts)
        all.insert(all.end(), part.begin(), part.end());
    return all;
}

Bytes text(std::string_view s)
{
    return {s.begin(), s.end()};
}

/// TIFF data with one other tag and the orientation.
Bytes exif(int orientation, bool isBigEndian)
{
    const auto number = [&](std::size_t value, int bytes) {
        Bytes result = bigEndian(value, bytes);
        if (!isBigEndian) std::reverse(result.begin(), result.end());
        return result;
    };
    return joined({text(isBigEndian ? "MM" : "II"), number(42, 2), number(8, 4), number(2, 2),
                   number(0x0100, 2), number(4, 2), number(1, 4), number(99, 4), number(0x0112, 2),
                   number(3, 2), number(1, 4), number(static_cast<std::size_t>(orientation), 2), number(0, 2),
                   number(0, 4)});
}

Bytes app1(const Bytes& content)
{
    return joined({{0xFF, 0xE1}, bigEndian(content.size() + 2, 2), content});
}

/// Segments put behind the first marker of a JPEG.
Bytes withSegments(const Bytes& jpeg, const Bytes& segments)
{
    return joined({{jpeg.begin(), jpeg.begin() + 2}, segments, {jpeg.begin() + 2, jpeg.end()}});
}

Bytes withChunk(const Bytes& png, std::string_view name, const Bytes& content, std::size_t at)
{
    const Bytes named = joined({text(name), content});
    const auto place = png.begin() + static_cast<std::ptrdiff_t>(at);
    return joined({{png.begin(), place},
                   bigEndian(content.size(), 4),
                   named,
                   bigEndian(checksum(named), 4),
                   {place, png.end()}});
}

constexpr std::size_t behindHeader = 33; // a PNG's signature and its first chunk
using Orientation = int;

/// Which tag brings a picture to the one that is shown, put to the test with four corners: black above left,
/// dark above right, light below left, white below right.
QImage stored(Orientation orientation)
{
    QImage shown(32, 16, QImage::Format_Grayscale8);
    QPainter painter(&shown);
    painter.fillRect(0, 0, 16, 8, QColor(0, 0, 0));
    painter.fillRect(16, 0, 16, 8, QColor(80, 80, 80));
    painter.fillRect(0, 8, 16, 8, QColor(160, 160, 160));
    painter.fillRect(16, 8, 16, 8, QColor(255, 255, 255));
    painter.end();
    // The inverse of each: what has to be turned by 90° was turned by 270° before.
    const auto turnedBy = [&](int degrees) { return shown.transformed(QTransform().rotate(degrees)); };
    switch (orientation) {
    case 2:
        return shown.mirrored(true, false);
    case 3:
        return shown.mirrored(true, true);
    case 4:
        return shown.mirrored(false, true);
    case 5:
        return turnedBy(90).mirrored(true, false);
    case 6:
        return turnedBy(270);
    case 7:
        return turnedBy(90).mirrored(false, true);
    case 8:
        return turnedBy(90);
    default:
        return shown;
    }
}

double valueAt(const Block& block, int row, int column)
{
    return block.values[static_cast<std::size_t>(row) * static_cast<std::size_t>(block.columns) +
                        static_cast<std::size_t>(column)];
}

} // namespace

class TstPictureReader : public QObject {
    Q_OBJECT

private slots:
    void turnsAreUndone_data();
    void turnsAreUndone();
    void oddTagsAreNone_data();
    void oddTagsAreNone();
    void transparencyIsWhitePaper_data();
    void transparencyIsWhitePaper();
    void coloursOnPaper();
};

void TstPictureReader::turnsAreUndone_data()
{
    QTest::addColumn<Bytes>("content");
    const Bytes word{'E', 'x', 'i', 'f', 0, 0};
    for (int orientation = 1; orientation <= 8; ++orientation) {
        const Bytes jpeg = encoded(stored(orientation), "JPEG"), png = encoded(stored(orientation), "PNG");
        for (const bool isBigEndian : {false, true}) {
            const Bytes tag = exif(orientation, isBigEndian);
            const char* order = isBigEndian ? "MM" : "II";
            QTest::addRow("JPEG, %d, %s", orientation, order)
                << withSegments(jpeg, app1(joined({word, tag})));
            QTest::addRow("JPEG, XMP first, %d, %s", orientation, order) << withSegments(
                jpeg, joined({app1(text("http://ns.adobe.com/xap/1.0/")), app1(joined({word, tag}))}));
            QTest::addRow("PNG, %d, %s", orientation, order) << withChunk(png, "eXIf", tag, behindHeader);
            QTest::addRow("PNG, at the end, %d, %s", orientation, order)
                << withChunk(png, "eXIf", tag, png.size() - 12);
        }
    }
}

void TstPictureReader::turnsAreUndone()
{
    QFETCH(Bytes, content);
    const auto blocks = readPicture(content, "a");
    QVERIFY(blocks);
    QCOMPARE(blocks->size(), std::size_t{1});
    const Block& block = blocks->front();
    QCOMPARE(block.rows, 16);
    QCOMPARE(block.columns, 32);
    const std::array corners{valueAt(block, 2, 4), valueAt(block, 2, 28), valueAt(block, 13, 4),
                             valueAt(block, 13, 28)};
    const std::array expected{0.0, 80 / 255.0, 160 / 255.0, 1.0};
    for (std::size_t i = 0; i < 4; ++i)
        QVERIFY2(std::abs(corners[i] - expected[i]) < 0.02, QByteArray::number(corners[i]));
}

void TstPictureReader::oddTagsAreNone_data()
{
    QTest::addColumn<Bytes>("tag");
    Bytes cut = exif(6, false);
    cut.resize(24);
    QTest::newRow("0") << exif(0, false);
    QTest::newRow("9") << exif(9, true);
    QTest::newRow("nothing") << Bytes{};
    QTest::newRow("no byte order") << Bytes{'X', 'X', 0, 42};
    QTest::newRow("cut in the tag") << cut;
    QTest::newRow("a directory beyond the end") << Bytes{'I', 'I', 42, 0, 0xFF, 0xFF, 0xFF, 0xFF};
    QTest::newRow("more entries than there are") << Bytes{'I', 'I', 42, 0, 8, 0, 0, 0, 0xFF, 0xFF};
}

void TstPictureReader::oddTagsAreNone()
{
    QFETCH(Bytes, tag);
    const QImage image = stored(1);
    const Bytes jpeg = withSegments(encoded(image, "JPEG"), app1(joined({{'E', 'x', 'i', 'f', 0, 0}, tag}))),
                png = withChunk(encoded(image, "PNG"), "eXIf", tag, behindHeader);
    for (const Bytes& content : {jpeg, png}) {
        QCOMPARE(exifOrientation(content), 1);
        const auto blocks = readPicture(content, "a");
        QVERIFY(blocks);
        QCOMPARE(blocks->front().columns, 32);
    }
}

void TstPictureReader::transparencyIsWhitePaper_data()
{
    QTest::addColumn<QImage>("image");
    QTest::addColumn<double>("expected");
    const auto filled = [](QImage::Format format, QRgb colour) {
        QImage image(2, 2, format);
        image.fill(QColor::fromRgba(colour));
        return image;
    };
    const auto indexed = [](int entry) {
        QImage image(2, 2, QImage::Format_Indexed8);
        image.setColorTable({qRgba(0, 0, 0, 255), qRgba(0, 0, 0, 0), qRgba(0, 0, 0, 51)});
        image.fill(static_cast<uint>(entry));
        return image;
    };
    for (const auto format : {QImage::Format_ARGB32, QImage::Format_RGBA64}) {
        QTest::addRow("ink, %d", format) << filled(format, qRgba(0, 0, 0, 255)) << 0.0;
        QTest::addRow("nothing, black beneath, %d", format) << filled(format, qRgba(0, 0, 0, 0)) << 1.0;
        QTest::addRow("nothing, red beneath, %d", format) << filled(format, qRgba(255, 0, 0, 0)) << 1.0;
        QTest::addRow("a fifth of black, %d", format) << filled(format, qRgba(0, 0, 0, 51)) << 0.8;
        QTest::addRow("a fifth of grey, %d", format)
            << filled(format, qRgba(100, 100, 100, 51)) << 0.8 + 0.2 * 100 / 255;
        QTest::addRow("white ink, %d", format) << filled(format, qRgba(255, 255, 255, 51)) << 1.0;
    }
    QTest::newRow("palette, ink") << indexed(0) << 0.0;
    QTest::newRow("palette, nothing") << indexed(1) << 1.0;
    QTest::newRow("palette, a fifth") << indexed(2) << 0.8;
    QTest::newRow("no transparency") << filled(QImage::Format_RGB32, qRgb(51, 51, 51)) << 0.2;
}

void TstPictureReader::transparencyIsWhitePaper()
{
    QFETCH(QImage, image);
    QFETCH(double, expected);
    const auto blocks = readPicture(encoded(image, "PNG"), "a");
    QVERIFY(blocks);
    QCOMPARE(blocks->size(), std::size_t{1});
    for (const double value : blocks->front().values)
        QVERIFY2(std::abs(value - expected) < 1e-12, QByteArray::number(value, 'g', 17));
}

void TstPictureReader::coloursOnPaper()
{
    QImage image(1, 1, QImage::Format_ARGB32);
    image.fill(qRgba(255, 0, 51, 51));
    const auto blocks = readPicture(encoded(image, "PNG"), "a");
    QVERIFY(blocks);
    QCOMPARE(blocks->size(), std::size_t{3});
    QCOMPARE((*blocks)[0].values[0], 1.0);
    QCOMPARE((*blocks)[1].values[0], 0.8);
    QCOMPARE((*blocks)[2].values[0], 0.84);
}

QTEST_GUILESS_MAIN(TstPictureReader)
#include "tst_picture_reader.moc"
