#include "ui/export/animation_file.h"

#include "ui/export/gif_writer.h"
#include "ui/export/movie_process.h"
#include "ui/export/save_whole.h"
#include "ui/export/svg_drawing.h"

#include <QFileInfo>
#include <QGuiApplication>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>

#include <algorithm>
#include <cmath>

namespace hg {
namespace {

constexpr int pixelsPerInch = 96; // a pixel is this part of an inch in files that know lengths
constexpr int pointsPerInch = 72;
constexpr int largestSide = 16384;
constexpr int mostFrames = 1000000;
constexpr int highestRate = 1000;
constexpr std::size_t sampledFrames = 32;
constexpr std::size_t mostColours = 255; // and one index for "unchanged"
constexpr int shortestDelay = 2;         // hundredths of a second; readers slow down what asks for less
constexpr int lastDelay = 150;

/// Asks whether to go on after `done` of so many paintings.
WriteOutcome cancelled(const Animation& animation, std::size_t done, std::size_t all)
{
    if (mayGoOn(animation.watch, static_cast<double>(done) / static_cast<double>(all))) return {};
    return WriteFailure{{}, true};
}

WriteOutcome cancelled(const Animation& animation, int done)
{
    return cancelled(animation, static_cast<std::size_t>(done), static_cast<std::size_t>(animation.frames));
}

QFont pixelFont()
{
    QFont font = QGuiApplication::font();
    if (font.pixelSize() < 0)
        font.setPixelSize(
            std::max(1, static_cast<int>(std::lround(font.pointSizeF() * pixelsPerInch / pointsPerInch))));
    return font;
}

void drawFrame(QPainter& painter, const Animation& animation, int frame, const QRect& all)
{
    painter.save();
    painter.setFont(pixelFont());
    if (animation.ground.isValid()) painter.fillRect(all, animation.ground);
    animation.paint(painter, frame);
    painter.restore();
}

/// Paints a frame over `picture`, which is at least of the animation's size.
void drawOver(QImage& picture, const Animation& animation, int frame)
{
    picture.fill(picture.hasAlphaChannel() ? Qt::transparent : Qt::white);
    QPainter painter(&picture);
    drawFrame(painter, animation, frame, picture.rect());
}

WriteOutcome failedUnless(bool isFine, const std::string& text = {})
{
    return isFine ? WriteOutcome() : WriteOutcome(WriteFailure{text});
}

WriteOutcome writePng(QIODevice& device, const Animation& animation)
{
    const bool isOpaque = animation.ground.isValid() && animation.ground.alpha() == 255;
    QImage picture(animation.size, isOpaque ? QImage::Format_RGB32 : QImage::Format_ARGB32_Premultiplied);
    if (picture.isNull()) return WriteFailure{};
    drawOver(picture, animation, animation.frames - 1);
    return failedUnless(picture.save(&device, "PNG"));
}

WriteOutcome writeSvg(QIODevice& device, const Animation& animation)
{
    SvgSheet sheet(SvgSheet::Form::Attributes);
    SvgDrawing drawing(animation.size, sheet);
    QPainter painter(&drawing);
    drawFrame(painter, animation, animation.frames - 1, QRect(QPoint(), animation.size));
    painter.end();
    const QByteArray width = QByteArray::number(animation.size.width()),
                     height = QByteArray::number(animation.size.height());
    QByteArray text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" "
                      "xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\"" +
                      width + "\" height=\"" + height + "\" viewBox=\"0 0 " + width + ' ' + height + "\">\n";
    if (const QByteArray definitions = sheet.definitions(); !definitions.isEmpty())
        text += "<defs>\n" + definitions + "</defs>\n";
    for (const QByteArray& element : drawing.elements())
        text += element + '\n';
    text += "</svg>\n";
    return failedUnless(device.write(text) == text.size());
}

WriteOutcome writePdf(QIODevice& device, const Animation& animation)
{
    QPdfWriter writer(&device);
    writer.setCreator(QStringLiteral("Hourglass"));
    writer.setResolution(pixelsPerInch);
    writer.setPageSize(QPageSize(QSizeF(animation.size) * pointsPerInch / pixelsPerInch, QPageSize::Point, {},
                                 QPageSize::ExactMatch));
    writer.setPageMargins({});
    QPainter painter;
    if (!painter.begin(&writer)) return WriteFailure{};
    for (int frame = 0; frame < animation.frames; ++frame) {
        if (auto stop = cancelled(animation, frame)) return stop;
        if (frame > 0 && !writer.newPage()) return WriteFailure{};
        // A page's side may be a fraction of a pixel longer than its whole pixels: the ground covers that
        // too.
        drawFrame(painter, animation, frame, QRect(0, 0, writer.width() + 1, writer.height() + 1));
    }
    return failedUnless(painter.end());
}

/// A frame and the hundredth of a second at which it appears.
struct Appearance {
    int frame = 0;
    int start = 0;
};

/// The frames that a GIF can show: each at its time rounded to the format's unit, so that no rounding adds
/// up, and without those that would be gone too soon. The last one is always there.
std::vector<Appearance> appearances(const Animation& animation)
{
    std::vector<Appearance> shown;
    for (int frame = 0; frame < animation.frames; ++frame) {
        const int start = static_cast<int>(std::lround(100.0 * frame / animation.framesPerSecond));
        const bool isTooSoon = !shown.empty() && start - shown.back().start < shortestDelay;
        if (!isTooSoon)
            shown.push_back({frame, start});
        else if (frame == animation.frames - 1)
            shown.back().frame = frame;
    }
    return shown;
}

/// The frames that the palette is made from: the first, …, the last.
std::vector<int> samplesOf(const std::vector<Appearance>& shown)
{
    std::vector<int> frames;
    const std::size_t samples = std::min(sampledFrames, shown.size());
    for (std::size_t i = 0; i < samples; ++i)
        frames.push_back(shown[samples == 1 ? 0 : i * (shown.size() - 1) / (samples - 1)].frame);
    return frames;
}

WriteOutcome writeGif(QIODevice& device, const Animation& animation)
{
    QImage picture(animation.size, QImage::Format_RGB32);
    if (picture.isNull()) return WriteFailure{};
    const std::vector<Appearance> shown = appearances(animation);
    const std::vector<int> samples = samplesOf(shown);
    const std::size_t all = samples.size() + shown.size();
    ColourCount colours;
    for (std::size_t i = 0; i < samples.size(); ++i) {
        if (auto stop = cancelled(animation, i, all)) return stop;
        drawOver(picture, animation, samples[i]);
        colours.add(picture);
    }
    GifWriter writer(device, animation.size, colours.palette(mostColours));
    for (std::size_t i = 0; i < shown.size(); ++i) {
        if (auto stop = cancelled(animation, samples.size() + i, all)) return stop;
        drawOver(picture, animation, shown[i].frame);
        writer.add(picture, i + 1 < shown.size() ? shown[i + 1].start - shown[i].start : lastDelay);
    }
    const bool isFine = writer.finish();
    return failedUnless(isFine, writer.problem());
}

WriteOutcome writeMovie(QIODevice& device, const Animation& animation)
{
    // H.264 halves the resolution of colour: sides must be even. The added line is of the ground.
    const QSize even((animation.size.width() + 1) / 2 * 2, (animation.size.height() + 1) / 2 * 2);
    QImage picture(even, QImage::Format_RGB32);
    if (picture.isNull()) return WriteFailure{};
    int painted = 0;
    MovieProcess movie(MovieProcess::program(), even, animation.framesPerSecond,
                       [&] { return !cancelled(animation, painted); });
    const auto failure = [&movie] { return WriteFailure{movie.problem(), movie.isStopped()}; };
    for (; painted < animation.frames; ++painted) {
        if (auto stop = cancelled(animation, painted)) return stop;
        drawOver(picture, animation, painted);
        if (!movie.add(picture)) return failure();
    }
    if (!movie.finish(device)) return failure();
    return std::nullopt;
}

using Writer = WriteOutcome (*)(QIODevice&, const Animation&);

Writer writerFor(const QString& path)
{
    const QString ending = QFileInfo(path).suffix().toLower();
    if (ending == QLatin1String("gif")) return writeGif;
    if (ending == QLatin1String("mp4")) return writeMovie;
    if (ending == QLatin1String("png")) return writePng;
    if (ending == QLatin1String("svg")) return writeSvg;
    if (ending == QLatin1String("pdf")) return writePdf;
    return nullptr;
}

Result<void> checkRange(int value, int least, int greatest, const std::string& where)
{
    if (value >= least && value <= greatest) return {};
    return Error{ErrorCode::BadValue, where, {double(least), double(greatest)}, std::to_string(value)};
}

Result<void> checkAnimation(const Animation& animation, const std::string& where)
{
    for (const int side : {animation.size.width(), animation.size.height()})
        if (auto checked = checkRange(side, 1, largestSide, where); !checked) return checked;
    if (auto checked = checkRange(animation.frames, 1, mostFrames, where); !checked) return checked;
    return checkRange(animation.framesPerSecond, 1, highestRate, where);
}

} // namespace

Result<void> writeAnimation(const QString& path, const Animation& animation)
{
    const std::string where = path.toStdString();
    const Writer writer = writerFor(path);
    if (!writer) return Error{ErrorCode::UnknownKind, where};
    if (auto checked = checkAnimation(animation, where); !checked) return checked;
    if (writer == writeMovie && MovieProcess::program().isEmpty())
        return Error{ErrorCode::ToolMissing, where, {}, "ffmpeg"};
    return saveWhole(path, [&](QIODevice& device) { return writer(device, animation); });
}

} // namespace hg
