#include "ui/labs/autoencoder/example_pictures.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPainter>
#include <QPainterPath>

namespace hg {
namespace {

constexpr double grain = 1000; // of the coordinates in the file: a share of the picture's side

/// The file's rows by id: a map of codes as x, y, class, …, or a curve as x, y, ….
const QJsonObject& kept()
{
    static const QJsonObject all = [] {
        QFile file(QStringLiteral(":/examples/autoencoder.json"));
        return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object()
                                              : QJsonObject();
    }();
    return all;
}

void drawMap(QPainter& p, const QJsonArray& numbers, const Theme& theme, const QSizeF& size)
{
    p.setPen(Qt::NoPen);
    for (qsizetype i = 0; i + 2 < numbers.size(); i += 3) {
        const auto label = static_cast<std::size_t>(numbers[i + 2].toInt()) % theme.classes.size();
        p.setBrush(theme.classes[label].fill);
        p.drawEllipse(QPointF(numbers[i].toDouble() / grain * size.width(),
                              (1 - numbers[i + 1].toDouble() / grain) * size.height()),
                      1.1, 1.1);
    }
}

void drawCurve(QPainter& p, const QJsonArray& numbers, const Theme& theme, const QSizeF& size)
{
    QPainterPath path;
    for (qsizetype i = 0; i + 1 < numbers.size(); i += 2) {
        const QPointF at(numbers[i].toDouble() / grain * size.width(),
                         (1 - numbers[i + 1].toDouble() / grain) * size.height());
        i == 0 ? path.moveTo(at) : path.lineTo(at);
    }
    p.setPen(QPen(theme.role(Role::Code).text, 2));
    p.drawPath(path);
}

} // namespace

QIcon examplePicture(const char* id, const Theme& theme)
{
    const QJsonObject row = kept()[QLatin1String(id)].toObject();
    if (row.isEmpty()) return {};
    QPixmap picture(examplePictureSize * 2);
    picture.setDevicePixelRatio(2);
    picture.fill(theme.surface);
    QPainter p(&picture);
    p.setRenderHint(QPainter::Antialiasing);
    p.translate(2, 2);
    const QSizeF size = QSizeF(examplePictureSize) - QSizeF(4, 4);
    if (row.contains(QLatin1String("map"))) drawMap(p, row[QLatin1String("map")].toArray(), theme, size);
    if (row.contains(QLatin1String("curve")))
        drawCurve(p, row[QLatin1String("curve")].toArray(), theme, size);
    return picture;
}

} // namespace hg
