#include "ui/pictures/picture_reader.h"

#include "core/io/exif.h"

#include <QBuffer>
#include <QImageReader>
#include <QTransform>

#include <cmath>
#include <cstdio>
#include <fcntl.h>
#include <mutex>
#include <optional>
#include <thread>
#include <unistd.h>

namespace hg {
namespace {

/// While it lives, what decoders have to say is kept from standard error, where libpng writes by itself, and
/// their complaints of corrupt data are remembered: libjpeg goes on with made-up pixels after them.
class DecoderMessages {
public:
    DecoderMessages() : m_lock(s_mutex), m_standardError(fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3))
    {
        s_complained = false;
        s_thread = std::this_thread::get_id();
        s_previous = qInstallMessageHandler(listen);
        const int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
        std::fflush(stderr);
        if (m_standardError >= 0 && nowhere >= 0) dup2(nowhere, STDERR_FILENO);
        if (nowhere >= 0) close(nowhere);
    }
    ~DecoderMessages()
    {
        std::fflush(stderr);
        if (m_standardError >= 0) {
            dup2(m_standardError, STDERR_FILENO);
            close(m_standardError);
        }
        qInstallMessageHandler(s_previous);
    }
    DecoderMessages(const DecoderMessages&) = delete;
    DecoderMessages& operator=(const DecoderMessages&) = delete;

    bool complained() const { return s_complained; }

private:
    static void listen(QtMsgType type, const QMessageLogContext& context, const QString& message)
    {
        if (s_thread != std::this_thread::get_id()) return s_previous(type, context, message);
        if (message.contains(u"Corrupt") || message.contains(u"Premature")) s_complained = true;
    }

    static inline std::mutex s_mutex;
    static inline std::thread::id s_thread;
    static inline QtMessageHandler s_previous = nullptr;
    static inline bool s_complained = false;

    std::lock_guard<std::mutex> m_lock;
    int m_standardError;
};

constexpr std::size_t mostPhotoPixels = 50'000'000; // 200 MB while it is made smaller

/// A size of that shape whose shorter side is at least twice `side`, and no larger than need be.
QSize smallerThan(const QSize& size, int side)
{
    const QSize least = size.scaled(2 * side, 2 * side, Qt::KeepAspectRatioByExpanding);
    return least.width() < size.width() ? least : size;
}

/// Whether the markers of a JPEG lead to the one that ends the picture.
bool isWholeJpeg(const Bytes& content)
{
    constexpr std::uint8_t end = 0xD9, scan = 0xDA;
    std::size_t at = 2;
    while (at + 1 < content.size()) {
        const std::uint8_t marker = content[at + 1];
        if (content[at] != 0xFF || marker == 0 || marker == 0xFF || (marker >= 0xD0 && marker <= 0xD7)) {
            ++at; // a scan's data, padding, a restart
            continue;
        }
        if (marker == end) return true;
        if (at + 3 >= content.size()) return false;
        at += marker == scan ? 2 : 2 + (std::size_t{content[at + 2]} << 8 | content[at + 3]);
    }
    return false;
}

/// The size that the header of a BMP implies; 0 when it does not say.
/// Source: Microsoft, BITMAPFILEHEADER and BITMAPINFOHEADER.
double impliedBmpSize(const Bytes& content)
{
    const auto number = [&](std::size_t at, int bytes) {
        std::uint32_t value = 0;
        for (int i = 0; i < bytes; ++i)
            value |= std::uint32_t{content[at + static_cast<std::size_t>(i)]} << (8 * i);
        return value;
    };
    constexpr std::size_t smallest = 26, usual = 54;
    if (content.size() < smallest) return smallest;
    const bool isOld = number(14, 4) == 12;
    if (!isOld && content.size() < usual) return usual;
    const auto dimension = [&](std::size_t at) {
        return std::abs(static_cast<double>(static_cast<std::int32_t>(number(at, 4))));
    };
    const double width = isOld ? number(18, 2) : dimension(18),
                 height = isOld ? number(20, 2) : dimension(22);
    const std::uint32_t bits = number(isOld ? 24 : 28, 2), compression = isOld ? 0 : number(30, 4);
    const bool isPacked = compression == 1 || compression == 2;
    const double pixels = isPacked ? number(34, 4) : std::ceil(width * bits / 32) * 4 * height;
    return number(10, 4) + pixels;
}

std::optional<Error> checkEnd(const Bytes& content, const QByteArray& format, const std::string& where)
{
    if (format == "jpeg" && !isWholeJpeg(content)) return Error{ErrorCode::BadPicture, where};
    if (format == "bmp" && static_cast<double>(content.size()) < impliedBmpSize(content))
        return Error{ErrorCode::BadPicture, where};
    return std::nullopt;
}

/// A picture turned as its tag says. Qt would read the tag of a JPEG only, and only where it comes first.
QImage asShown(const QImage& image, int orientation)
{
    const bool isOnItsSide = orientation >= 5 && orientation <= 7;
    const QImage turned = isOnItsSide        ? image.transformed(QTransform().rotate(90))
                          : orientation == 8 ? image.transformed(QTransform().rotate(270))
                                             : image;
    const bool isMirrored = orientation == 2 || orientation == 3 || orientation == 5,
               isUpsideDown = orientation == 3 || orientation == 4 || orientation == 7;
    return isMirrored || isUpsideDown ? turned.mirrored(isMirrored, isUpsideDown) : turned;
}

/// A channel over white paper, 0 … 1.
double onPaper(int channel, int alpha)
{
    return (channel * alpha + 255 * (255 - alpha)) / (255.0 * 255.0);
}

/// Whether a picture's colours, where it has ink at all, are greys.
bool isGrey(const QImage& argb)
{
    for (int y = 0; y < argb.height(); ++y) {
        const auto* line = reinterpret_cast<const QRgb*>(argb.constScanLine(y));
        for (int x = 0; x < argb.width(); ++x)
            if (qAlpha(line[x]) > 0 &&
                !(qRed(line[x]) == qGreen(line[x]) && qGreen(line[x]) == qBlue(line[x])))
                return false;
    }
    return true;
}

Block channelOf(const QImage& argb, int (*channel)(QRgb))
{
    Block block{argb.height(), argb.width(), {}};
    block.values.reserve(static_cast<std::size_t>(argb.width()) * static_cast<std::size_t>(argb.height()));
    for (int y = 0; y < argb.height(); ++y) {
        const auto* line = reinterpret_cast<const QRgb*>(argb.constScanLine(y));
        for (int x = 0; x < argb.width(); ++x)
            block.values.push_back(onPaper(channel(line[x]), qAlpha(line[x])));
    }
    return block;
}

} // namespace

Result<std::vector<Block>> readPicture(const Bytes& content, const std::string& where, int side)
{
    QByteArray bytes = QByteArray::fromRawData(reinterpret_cast<const char*>(content.data()),
                                               static_cast<qsizetype>(content.size()));
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    const DecoderMessages messages;
    QImageReader reader(&buffer);
    // MiB; the most numbers in 16-bit colour, and some, or the most pixels of a photograph
    QImageReader::setAllocationLimit(side > 0 ? 256 : 128);
    static const QList<QByteArray> formats{"png", "jpeg", "bmp", "pbm", "pgm", "ppm"};
    const QByteArray format = reader.format();
    if (!formats.contains(format)) return Error{ErrorCode::UnknownKind, where};
    if (auto error = checkEnd(content, format, where)) return *error;
    const QSize size = reader.size();
    const double cells = double(size.width()) * size.height();
    const auto tooMany = [&](double numbers) {
        return Error{ErrorCode::TooManyNumbers, where, {numbers, double(mostNumbers)}};
    };
    if (cells > double(side > 0 ? mostPhotoPixels : mostNumbers)) return tooMany(cells);
    const QSize wanted = side > 0 ? smallerThan(size, side) : size;
    if (format == "jpeg" && wanted != size) reader.setScaledSize(wanted); // it need not decode all of it
    QImage image = reader.read();
    if (image.isNull() || messages.complained()) return Error{ErrorCode::BadPicture, where};
    image.convertTo(QImage::Format_ARGB32);
    if (image.size() != wanted) image = image.scaled(wanted, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    image = asShown(image, exifOrientation(content));
    const double numbers = 3.0 * image.width() * image.height();
    const bool hasOneChannel = isGrey(image);
    if (!hasOneChannel && numbers > double(mostNumbers)) return tooMany(numbers);
    std::vector<Block> blocks{channelOf(image, [](QRgb p) { return qRed(p); })};
    if (hasOneChannel) return blocks;
    blocks.push_back(channelOf(image, [](QRgb p) { return qGreen(p); }));
    blocks.push_back(channelOf(image, [](QRgb p) { return qBlue(p); }));
    return blocks;
}

std::optional<std::array<int, 2>> pictureSize(const std::filesystem::path& path)
{
    constexpr std::size_t enoughForTag = 1 << 16;
    const QSize size = QImageReader(QString::fromStdU16String(path.u16string())).size();
    if (size.isEmpty()) return std::nullopt;
    const auto head = readHead(path, enoughForTag);
    const bool isOnItsSide = head && exifOrientation(*head) >= 5;
    if (isOnItsSide) return std::array{size.width(), size.height()};
    return std::array{size.height(), size.width()};
}

} // namespace hg
