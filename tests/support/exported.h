#pragma once

#include "ui/export/exportable.h"

#include <QImage>
#include <QPainter>

namespace hg::test {

inline QImage painted(const QSize& size, const QColor& ground,
                      const std::function<void(QPainter&, double)>& paint, double t)
{
    QImage picture(size, QImage::Format_RGB32);
    picture.fill(ground);
    QPainter p(&picture);
    paint(p, t);
    return picture;
}

/// What a file shows at t.
inline QImage paintedAt(const Exportable& file, double t)
{
    return painted(file.size, file.ground, file.paint, t);
}

/// The same on a page that is held upright.
inline QImage uprightAt(const Exportable& file, double t)
{
    return painted(file.uprightSize, file.ground, file.paintUpright, t);
}

/// The file's ground alone, as large.
inline QImage groundOf(const Exportable& file, const QSize& size)
{
    return painted(
        size, file.ground, [](QPainter&, double) {}, 0);
}

} // namespace hg::test
