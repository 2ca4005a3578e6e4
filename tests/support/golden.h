#pragma once

#include <QImage>
#include <QString>
#include <QTest>

#include <algorithm>

namespace hg::test {

struct Difference {
    double share = 0; ///< of the pixels that differ visibly
    QImage picture;
};

/// Pixels whose channels differ by more than 16: other versions of the font renderer may move an edge by that
/// much.
inline Difference compare(const QImage& a, const QImage& b, int least = 16)
{
    Difference result{0, QImage(a.size(), QImage::Format_RGB32)};
    for (int y = 0; y < a.height(); ++y)
        for (int x = 0; x < a.width(); ++x) {
            const QRgb p = a.pixel(x, y), q = b.pixel(x, y);
            const int most = std::max({std::abs(qRed(p) - qRed(q)), std::abs(qGreen(p) - qGreen(q)),
                                       std::abs(qBlue(p) - qBlue(q))});
            result.share += most > least ? 1 : 0;
            result.picture.setPixel(x, y, most > least ? qRgb(255, 0, 0) : qRgb(255, 255, 255));
        }
    result.share /= a.width() * a.height();
    return result;
}

/// Empty where the picture is the stored one, else what is wrong; the present row's name is the file's.
/// HOURGLASS_UPDATE_GOLDEN=1 stores it anew (./dev golden-update).
inline QString differenceFromStored(const QImage& now, const QString& folder)
{
    constexpr double tolerated = 0.005;
    const QString name = QString::fromLatin1(QTest::currentDataTag());
    const QString path = QStringLiteral("%1/%2.png").arg(folder, name);
    if (qEnvironmentVariableIsSet("HOURGLASS_UPDATE_GOLDEN") && !now.save(path))
        return QStringLiteral("cannot write %1").arg(path);
    const QImage stored(path);
    if (stored.size() != now.size()) return QStringLiteral("%1 has another size, or is missing").arg(path);
    const Difference difference = compare(now, stored);
    if (difference.share <= tolerated) return {};
    now.save(name + QStringLiteral("-actual.png"));
    difference.picture.save(name + QStringLiteral("-difference.png"));
    return QStringLiteral("%1 % of the pixels differ").arg(100 * difference.share);
}

} // namespace hg::test
