#pragma once

#include "core/data/dataset.h"

#include <QDataStream>
#include <QDir>
#include <QFile>
#include <QString>

#include <cmath>

namespace hg::test {

/// Big-endian, as the IDX format wants it.
inline QByteArray idxHeader(std::initializer_list<quint32> numbers)
{
    QByteArray header;
    QDataStream stream(&header, QIODevice::WriteOnly);
    for (const quint32 number : numbers)
        stream << number;
    return header;
}

/// The first `count` samples as a pair of IDX files.
inline bool writeIdx(const QString& folder, const QString& part, const Samples& samples, int count)
{
    const auto n = static_cast<quint32>(count), side = static_cast<quint32>(samples.shape.height);
    QFile pictures(folder + QStringLiteral("/%1-images-idx3-ubyte").arg(part)),
        labels(folder + QStringLiteral("/%1-labels-idx1-ubyte").arg(part));
    if (!pictures.open(QIODevice::WriteOnly) || !labels.open(QIODevice::WriteOnly)) return false;
    QByteArray values;
    for (int i = 0; i < count; ++i)
        values.append(static_cast<char>(samples.labels[static_cast<std::size_t>(i)]));
    pictures.write(
        idxHeader({2051, n, side, side}) +
        QByteArray(reinterpret_cast<const char*>(samples.bytes.data()), static_cast<int>(n * side * side)));
    labels.write(idxHeader({2049, n}) + values);
    return true;
}

/// Rings of ten sizes in place of digits, each at a place of its own.
inline Samples rings(int count)
{
    constexpr int side = 28;
    Samples samples{count, {1, side, side}, {}, {}, {}};
    for (int i = 0; i < count; ++i) {
        samples.labels.push_back(i % 10);
        const double row = 10 + i * 7 % 9, column = 10 + i * 5 % 9, radius = 2 + i % 10;
        for (int r = 0; r < side; ++r)
            for (int c = 0; c < side; ++c) {
                const double apart = std::hypot(r - row, c - column) - radius;
                samples.bytes.push_back(static_cast<std::uint8_t>(255 * std::exp(-apart * apart)));
            }
    }
    return samples;
}

/// The source tree's assets in a folder of their own, with few rings in place of its many digits: what the
/// labs of networks need, loaded in a moment.
inline bool makeFewAssets(const QString& folder, const QString& assets, int training, int heldOut)
{
    const QString digits = folder + QStringLiteral("/datasets/mnist");
    return QDir().mkpath(digits) && writeIdx(digits, QStringLiteral("train"), rings(training), training) &&
           writeIdx(digits, QStringLiteral("t10k"), rings(heldOut), heldOut) &&
           QFile::link(assets + QStringLiteral("/instruments"), folder + QStringLiteral("/instruments")) &&
           QFile::link(assets + QStringLiteral("/classifiers"), folder + QStringLiteral("/classifiers"));
}

} // namespace hg::test
