#include "ui/pictures/picture_reader.h"

#include <QBuffer>
#include <QImageReader>

namespace hg {
namespace {

constexpr double mostNumbers = 1e7;

Block channelOf(const QImage& image, int (*value)(QRgb))
{
    Block block{image.height(), image.width(), {}};
    block.values.reserve(static_cast<std::size_t>(image.width()) * static_cast<std::size_t>(image.height()));
    for (int y = 0; y < image.height(); ++y) {
        const auto* line = reinterpret_cast<const QRgb*>(image.constScanLine(y));
        for (int x = 0; x < image.width(); ++x) block.values.push_back(value(line[x]) / 255.0);
    }
    return block;
}

} // namespace

Result<std::vector<Block>> readPicture(const Bytes& content, const std::string& where)
{
    QByteArray bytes = QByteArray::fromRawData(reinterpret_cast<const char*>(content.data()), static_cast<qsizetype>(content.size()));
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer);
    QImageReader::setAllocationLimit(64);
    static const QList<QByteArray> formats{"png", "jpeg", "jpg", "bmp", "pbm", "pgm", "ppm"};
    if (!formats.contains(reader.format())) return Error{ErrorCode::UnknownKind, where};
    const QSize size = reader.size();
    const double numbers = 3.0 * size.width() * size.height();
    if (numbers > mostNumbers) return Error{ErrorCode::TooLarge, where, {numbers, mostNumbers}};
    const QImage image = reader.read();
    if (image.isNull()) return Error{ErrorCode::FileUnreadable, where};
    const bool isGrey = image.allGray();
    const QImage rgb = image.convertToFormat(QImage::Format_RGB32);
    std::vector<Block> blocks{channelOf(rgb, [](QRgb p) { return qRed(p); })};
    if (isGrey) return blocks;
    blocks.push_back(channelOf(rgb, [](QRgb p) { return qGreen(p); }));
    blocks.push_back(channelOf(rgb, [](QRgb p) { return qBlue(p); }));
    return blocks;
}

} // namespace hg
