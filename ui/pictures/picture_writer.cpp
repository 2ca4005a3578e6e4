#include "ui/pictures/picture_writer.h"

#include <QBuffer>
#include <QImage>

#include <algorithm>
#include <cmath>

namespace hg {
namespace {

int asPixel(float value)
{
    return static_cast<int>(std::lround(std::clamp(value, 0.0f, 1.0f) * 255));
}

} // namespace

Bytes toPng(std::span<const float> picture, Shape shape)
{
    const bool isGrey = shape.channels == 1;
    QImage image(shape.width, shape.height, isGrey ? QImage::Format_Grayscale8 : QImage::Format_RGB32);
    const auto pixel = [&](int c, int y, int x) { return asPixel(picture[shape.index(c, y, x)]); };
    for (int y = 0; y < shape.height; ++y)
        for (int x = 0; x < shape.width; ++x)
            if (isGrey)
                image.scanLine(y)[x] = static_cast<uchar>(pixel(0, y, x));
            else
                image.setPixel(x, y, qRgb(pixel(0, y, x), pixel(1, y, x), pixel(2, y, x)));
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return Bytes(bytes.begin(), bytes.end());
}

} // namespace hg
