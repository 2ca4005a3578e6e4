#include "ui/painters/run_film_painter.h"

#include "core/eval/psnr.h"
#include "ui/painters/class_marks.h"
#include "ui/painters/map_axes.h"
#include "ui/painters/map_picture.h"
#include "ui/painters/paint_marks.h"
#include "ui/painters/upright_page.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace hg {
namespace {

// In design pixels.
constexpr double gap = 12, inset = 12, headHeight = 26, titleHeight = 26, nameWidth = 104, pictureGap = 3;
constexpr double mapShare = 0.6, curveShare = 0.47;
constexpr double uprightMap = 300, uprightCurve = 232, uprightHead = 48, rowName = 22, rowGap = 8;
constexpr double dotWidth = 4.6, dotOpacity = 0.62;
constexpr double flattest = 0.4, tallest = 1.4; // a picture's height to its width, as it is shown
constexpr double widestRange = 2000;            // of errors: what is next to nothing is shown at the foot
constexpr int rounds = 3; // in which the classes are painted, so that the last hides no other

/// A number, squared; nothing where nothing has been made.
std::optional<double> errorOf(const std::vector<float>& made, const std::vector<float>& wanted)
{
    if (made.size() != wanted.size() || wanted.empty()) return std::nullopt;
    return squaredError(made, viewOf(wanted, wanted.size()));
}

/// Which numbers are black and white.
struct Greys {
    float black = 0, white = 1;
};

/// 0 and 1, or what the originals reach beyond them.
Greys greysOf(const std::vector<float>& originals)
{
    Greys greys;
    for (const float v : originals)
        if (std::isfinite(v)) greys = {std::min(greys.black, v), std::max(greys.white, v)};
    return greys;
}

constexpr int leastStrip = 28; // pixels that a picture has in the strip, so that few numbers keep their edges

/// How a picture's numbers become pixels of a strip: each as so many, and between two pictures columns that
/// are covered.
struct StripPixels {
    explicit StripPixels(Shape shape)
        : each((leastStrip + shape.width - 1) / shape.width)
        , wide(each * shape.width)
        , gap(std::max(2, wide / 14))
    {}
    int each, wide, gap;
};

/// The mean of so many channels at a place.
uchar levelOf(std::span<const float> picture, Shape shape, int first, int channels, int place, Greys greys)
{
    float sum = 0;
    for (int c = first; c < first + channels; ++c)
        sum += picture[static_cast<std::size_t>(c * shape.cells() + place)];
    const float v = (sum / static_cast<float>(channels) - greys.black) / (greys.white - greys.black);
    return static_cast<uchar>(std::isfinite(v) ? std::clamp(v, 0.0f, 1.0f) * 255.0f + 0.5f : 0.0f);
}

/// Pictures side by side in one image: of three channels in colours, of others in grey.
QImage stripOf(std::span<const float> pictures, Shape shape, Greys greys)
{
    const int count = static_cast<int>(pictures.size() / shape.size());
    const StripPixels pixels(shape);
    const int step = pixels.wide + pixels.gap;
    const bool hasColours = shape.channels == 3;
    QImage strip(std::max(1, count * step - pixels.gap), shape.height,
                 hasColours ? QImage::Format_RGB32 : QImage::Format_Grayscale8);
    strip.fill(0);
    for (int i = 0; i < count; ++i) {
        const auto picture = pictures.subspan(static_cast<std::size_t>(i) * shape.size(), shape.size());
        for (int y = 0; y < shape.height; ++y)
            for (int x = 0; x < shape.width; ++x) {
                const int from = i * step + x * pixels.each;
                const auto level = [&](int first, int channels) {
                    return levelOf(picture, shape, first, channels, y * shape.width + x, greys);
                };
                if (hasColours)
                    std::fill_n(reinterpret_cast<QRgb*>(strip.scanLine(y)) + from, pixels.each,
                                qRgb(level(0, 1), level(1, 1), level(2, 1)));
                else
                    std::fill_n(strip.scanLine(y) + from, pixels.each, level(0, shape.channels));
            }
    }
    return strip;
}

double heightShare(Shape shape)
{
    return std::clamp(static_cast<double>(shape.height) / shape.width, flattest, tallest);
}

/// Of a row of pictures: all of the same width, the gaps between them as wide as the strip has them.
struct RowGrid {
    RowGrid(const QRectF& room, int count, Shape shape)
    {
        const StripPixels pixels(shape);
        const double columns = count * (pixels.wide + pixels.gap) - pixels.gap;
        double scale = room.width() / columns;
        const double high = heightShare(shape) * scale * pixels.wide;
        if (high > room.height()) scale *= room.height() / high;
        side = {scale * pixels.wide, heightShare(shape) * scale * pixels.wide};
        step = scale * (pixels.wide + pixels.gap);
        box = {room.left(), room.center().y() - side.height() / 2, columns * scale, side.height()};
    }
    QRectF at(int i) const { return {box.left() + i * step, box.top(), side.width(), side.height()}; }
    double step = 1;
    QSizeF side;
    QRectF box;
};

/// As many decimals at every stop, so that two errors are compared at a glance.
QString errorText(const Texts& texts, double error)
{
    constexpr double least = 0.01, most = 10;
    return error >= least && error < most ? texts.locale().toString(error, 'f', 3) : texts.glance(error, 4);
}

double epochAt(const RunFilm& film, int update)
{
    return static_cast<double>(update) / std::max(1, film.updatesPerEpoch);
}

/// Decades of the updates, after what comes before the first.
CurveAxis updateAxis(int total, const Texts& texts)
{
    CurveAxis axis{.from = 1, .to = std::max(2.0, 1.0 + total), .isLogarithmic = true};
    for (long tick = 0; tick <= total; tick = tick == 0 ? 1 : tick * 10) {
        axis.ticks.push_back(1.0 + static_cast<double>(tick)); // update 0 has a place, too
        axis.texts << texts.grouped(static_cast<int>(tick));
    }
    axis.name = texts.say("RunFilm", "update");
    return axis;
}

/// What the errors and PCA's span, by 1, 2 and 5 times powers of ten.
CurveAxis errorAxis(const std::vector<QPointF>& errors, const std::optional<double>& pca, const Texts& texts)
{
    std::vector<double> seen;
    for (const QPointF& point : errors)
        seen.push_back(point.y());
    if (pca && *pca > 0) seen.push_back(*pca);
    if (seen.empty()) seen.push_back(1);
    const double most = *std::max_element(seen.begin(), seen.end()),
                 least = std::max(*std::min_element(seen.begin(), seen.end()), most / widestRange);
    CurveAxis axis{.from = least / 1.15, .to = most * 1.15, .isLogarithmic = true};
    const double range = axis.to / axis.from;
    const std::vector<int> factors = range > 100 ? std::vector{1}
                                     : range > 4 ? std::vector{1, 2, 5}
                                                 : std::vector{1, 2, 3, 4, 5, 6, 8};
    for (double power = std::pow(10, std::floor(std::log10(axis.from))); power < axis.to; power *= 10)
        for (const int factor : factors) {
            const double tick = factor * power;
            if (tick < axis.from || tick > axis.to) continue;
            axis.ticks.push_back(tick);
            axis.texts << texts.glance(tick, 4);
        }
    return axis;
}

QPointF curvePoint(int update, double error)
{
    return {1.0 + update, error};
}

/// What a logarithmic axis has a place for.
std::vector<QPointF> errorsUpTo(const RunFilm& film, std::size_t last)
{
    std::vector<QPointF> points;
    for (std::size_t i = 0; i <= last; ++i)
        if (const auto error = film.stops[i].testError; error && *error > 0 && std::isfinite(*error))
            points.push_back(curvePoint(film.stops[i].update, *error));
    return points;
}

/// The batches' errors, their mean in each of so many columns of the plot.
std::vector<QPointF> batchesOf(const std::vector<LossPoint>& losses, const CurvePlot& plot, double columns)
{
    std::vector<QPointF> points;
    double column = -1, sum = 0, from = 0;
    int count = 0;
    const auto finish = [&] {
        const double mean = sum / std::max(1, count);
        if (mean > 0 && std::isfinite(mean))
            points.push_back({from / count, std::clamp(mean, plot.y.from, plot.y.to)});
        sum = from = 0;
        count = 0;
    };
    for (const LossPoint& point : losses) {
        const double x = point.update; // it was measured with the weights before its update
        const double place = std::floor(std::log(x) / std::log(plot.x.to) * columns);
        if (place != column) finish();
        column = place;
        sum += static_cast<double>(point.squaredError);
        from += x;
        ++count;
    }
    finish();
    return points;
}

} // namespace

FilmLayout FilmLayout::across(const QSizeF& size, bool hasPca, const PaintStyle& style)
{
    FilmLayout layout;
    const double space = style.px(gap), top = style.px(headHeight) + space / 2,
                 maps = mapShare * (size.height() - top), half = (size.width() - space) / 2;
    layout.height = size.height();
    layout.head = {0, 0, size.width(), style.px(headHeight)};
    layout.codes = {0, top, hasPca ? half : size.width(), maps};
    if (hasPca) layout.pca = {half + space, top, half, maps};
    const double below = top + maps + space, high = size.height() - below,
                 left = curveShare * (size.width() - space);
    layout.curve = {0, below, left, high};
    layout.rows = {left + space, below, size.width() - space - left, high};
    return layout;
}

FilmLayout FilmLayout::upright(const RunFilm& film, double width, const PaintStyle& style)
{
    FilmLayout layout;
    layout.isUpright = true;
    const bool hasPca = !film.samples.pcaScores.empty();
    double y = 0;
    const auto card = [&](double height) {
        const QRectF box(0, y, width, style.px(height));
        y = box.bottom() + style.px(gap);
        return box;
    };
    const double room = width - 2 * style.px(inset);
    const auto count = std::max(1, static_cast<int>(film.samples.chosen.size()));
    const RowGrid grid(QRectF(0, 0, room, 1e4), count, film.samples.shape);
    const int rows = film.samples.pcaRow.empty() ? 2 : 3;
    layout.head = card(uprightHead);
    y -= style.px(gap) / 2;
    layout.codes = card(uprightMap);
    const double high = std::min(grid.box.height() / style.scale, 200.0);
    layout.rows = card(2 * inset + rows * (rowName + high) + (rows - 1) * rowGap);
    layout.curve = card(uprightCurve);
    if (hasPca) layout.pca = card(uprightMap);
    layout.height = y - style.px(gap);
    return layout;
}

void RunFilmPainter::paint(QPainter& p, const FilmScene& scene, std::size_t at) const
{
    const RunFilm& film = *scene.film;
    const FilmStop& stop = film.stops[at];
    p.setRenderHint(QPainter::Antialiasing);
    paintHead(p, film, at);
    const Theme& theme = m_style.theme;
    const Texts& texts = m_style.texts;
    const QString count = texts.grouped(film.samples.count);
    paintMap(p, m_layout.codes, texts.say("RunFilm", "Bottleneck"), codesNote(scene, stop),
             theme.role(Role::Code).text, scene.maps.places(at), scene.maps.range(at),
             scene.maps.namesAt(stop), scene);
    const QString which = film.samples.areTraining ? texts.say("RunFilm", "the same %1 of those trained on")
                                                   : texts.say("RunFilm", "the same %1 held out");
    if (!m_layout.pca.isEmpty())
        paintMap(p, m_layout.pca, texts.say("RunFilm", "PCA"), which.arg(count), theme.ink,
                 scene.maps.pcaPlaces(), scene.maps.pcaRange(), scene.maps.pcaNames(), scene);
    PaintMarks(m_style).card(p, m_layout.curve);
    const double space = m_style.px(inset);
    const QRectF plot = m_layout.curve.adjusted(space, space * 0.7, -space, -space * 0.3);
    paintCurves(p, plot, curveOf(film, at, plot.width()), m_style);
    const QString unit =
        texts.say("RunFilm", "squared, per number, on %1 held out").arg(texts.grouped(film.heldOut));
    PaintMarks(m_style).fittedText(
        p, QRectF(plot.left() + m_style.px(60), plot.top(), plot.width() - m_style.px(60), m_style.px(20)),
        Qt::AlignRight | Qt::AlignVCenter, unit, theme.muted, 13);
    paintRows(p, scene, at);
}

/// What the map of the codes shows of them.
QString RunFilmPainter::codesNote(const FilmScene& scene, const FilmStop& stop) const
{
    const Texts& texts = m_style.texts;
    if (scene.maps.areAligned()) return texts.say("RunFilm", "turned onto PCA’s map");
    if (stop.codeSize == 1) return texts.say("RunFilm", "one number; up and down is chance");
    if (stop.codeSize == 2) return texts.say("RunFilm", "two numbers each");
    const QString count = QString::number(stop.codeSize);
    if (scene.view.plane.isPca) return texts.say("RunFilm", "first components of %1 numbers").arg(count);
    const AxisNames names = scene.maps.namesAt(stop);
    return texts.say("RunFilm", "%1 and %2 of %3 numbers").arg(names.across, names.up, count);
}

void RunFilmPainter::paintHead(QPainter& p, const RunFilm& film, std::size_t at) const
{
    const PaintMarks marks(m_style);
    const FilmStop& stop = film.stops[at];
    const Texts& texts = m_style.texts;
    QString error;
    if (stop.testError) error = texts.say("RunFilm", "error %1").arg(errorText(texts, *stop.testError));
    if (stop.testError && film.pcaError)
        error = texts.say("RunFilm", "error %1, PCA %2")
                    .arg(errorText(texts, *stop.testError), errorText(texts, *film.pcaError));
    if (!m_layout.isUpright) {
        const QString line = label(film, at, texts);
        marks.text(p, m_layout.head, Qt::AlignLeft | Qt::AlignVCenter, line, m_style.theme.ink, 18,
                   QFont::Bold);
        const double used = marks.widthOf(line, 18, QFont::Bold) + m_style.px(18);
        marks.fittedText(p, m_layout.head.adjusted(used, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, error,
                         m_style.theme.role(Role::Code).text, 16, QFont::DemiBold);
        return;
    }
    const double half = m_layout.head.height() / 2;
    marks.fittedText(p, m_layout.head.adjusted(0, 0, 0, -half), Qt::AlignLeft | Qt::AlignVCenter,
                     label(film, at, texts), m_style.theme.ink, 18, QFont::Bold);
    marks.fittedText(p, m_layout.head.adjusted(0, half, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, error,
                     m_style.theme.role(Role::Code).text, 16, QFont::DemiBold);
}

void RunFilmPainter::paintMap(QPainter& p, const QRectF& card, const QString& title, const QString& note,
                              const QColor& colour, const std::vector<float>& places, MapRange range,
                              const AxisNames& names, const FilmScene& scene) const
{
    const PaintMarks marks(m_style);
    marks.card(p, card);
    const double space = m_style.px(inset), head = m_style.px(titleHeight);
    const QRectF line(card.left() + space, card.top() + m_style.px(5), card.width() - 2 * space, head);
    marks.text(p, line, Qt::AlignLeft | Qt::AlignVCenter, title, colour, 17, QFont::Bold);
    const double used = marks.widthOf(title, 17, QFont::Bold) + m_style.px(12);
    marks.fittedText(p, line.adjusted(used, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, note,
                     m_style.theme.muted, 13);
    const QRectF room = card.adjusted(m_style.px(4), head + m_style.px(6), -m_style.px(4), -m_style.px(4));
    p.save();
    p.translate(room.topLeft());
    MapFrame frame{range, MapAxes::boxIn(room.size(), m_style)};
    if (scene.maps.areAligned()) frame.range = isotropic(range, frame.box.size());
    const MapAxes axes{names, colour};
    MapFrame ground = frame;
    if (names.up.isEmpty()) ground.range.top = ground.range.bottom; // no ticks along what means nothing
    axes.paintGround(p, ground, m_style);
    std::vector<std::uint8_t> looks(places.size() / 2, point_look::plain);
    const std::vector<int>& labels = scene.film->samples.labels;
    for (std::size_t i = 0; scene.view.hasColours && i < std::min(looks.size(), labels.size()); ++i)
        looks[i] = static_cast<std::uint8_t>(classPlace(labels[i]));
    paintDots(p, frame, places, looks);
    paintClassMarks(p, classMedians(places, looks, labels), classNamesOf(scene.film->samples.classNames),
                    frame, m_style);
    axes.paintNames(p, frame, m_style);
    p.restore();
}

void RunFilmPainter::paintDots(QPainter& p, const MapFrame& frame, const std::vector<float>& places,
                               const std::vector<std::uint8_t>& looks) const
{
    const Theme& theme = m_style.theme;
    constexpr std::size_t kinds = 12;
    p.setRenderHint(QPainter::Antialiasing);
    for (int round = 0; round < rounds; ++round) {
        std::array<QList<QPointF>, kinds> dots;
        for (auto i = static_cast<std::size_t>(round); i < looks.size(); i += rounds) {
            if (!std::isfinite(places[2 * i]) || !std::isfinite(places[2 * i + 1])) continue;
            const QPointF place = frame.toPixel(places[2 * i], places[2 * i + 1]);
            if (frame.box.contains(place)) dots[looks[i]].push_back(place);
        }
        for (std::size_t kind = 0; kind < kinds; ++kind) {
            if (dots[kind].isEmpty()) continue;
            QColor colour = kind < 10 ? theme.classes[kind].fill : theme.muted;
            colour.setAlphaF(static_cast<float>(dotOpacity));
            p.setPen(QPen(colour, m_style.px(dotWidth), Qt::SolidLine, Qt::RoundCap));
            p.drawPoints(dots[kind].constData(), static_cast<int>(dots[kind].size()));
        }
    }
}

CurvePlot RunFilmPainter::curveOf(const RunFilm& film, std::size_t at, double width) const
{
    const Texts& texts = m_style.texts;
    const Theme& theme = m_style.theme;
    const QColor own = theme.role(Role::Code).fill;
    const std::vector<QPointF> errors = errorsUpTo(film, film.stops.size() - 1), sofar = errorsUpTo(film, at);
    CurvePlot plot{.title = texts.say("RunFilm", "Error"),
                   .x = updateAxis(std::max(film.totalUpdates, film.stops.back().update), texts),
                   .y = errorAxis(errors, film.pcaError, texts)};
    plot.curves.push_back({.name = {},
                           .colour = mixed(theme.surface, own, 0.35),
                           .points = batchesOf(film.losses, plot, width / m_style.px(2))});
    const double pca = std::max(film.pcaError.value_or(0), plot.y.from);
    if (film.pcaError)
        plot.curves.push_back({.name = texts.say("RunFilm", "PCA %1").arg(errorText(texts, *film.pcaError)),
                               .colour = theme.ink,
                               .line = Qt::DashLine,
                               .points = {{plot.x.from, pca}, {plot.x.to, pca}}});
    plot.curves.push_back({.name = {}, .colour = mixed(theme.surface, own, 0.6), .points = errors});
    plot.curves.push_back({.name = {}, .colour = own, .points = sofar, .isStrong = true});
    if (!errors.empty()) // its name, in a colour that is read, clear of the ring
        plot.curves.push_back({.name = QChar::Nbsp + errorText(texts, errors.back().y()),
                               .colour = theme.role(Role::Code).text,
                               .points = {errors.back()}});
    if (!sofar.empty() && film.stops[at].testError) plot.mark = sofar.back();
    if (film.divergedAt)
        plot.note = texts.say("RunFilm", "diverged at update %1").arg(texts.grouped(*film.divergedAt));
    return plot;
}

void RunFilmPainter::paintRows(QPainter& p, const FilmScene& scene, std::size_t at) const
{
    const FilmSamples& samples = scene.film->samples;
    const Theme& theme = m_style.theme;
    const Texts& texts = m_style.texts;
    PaintMarks(m_style).card(p, m_layout.rows);
    if (samples.chosen.empty()) return;
    const auto& made = scene.film->stops[at].row;
    std::vector<Row> rows{
        {texts.say("RunFilm", "original"), theme.role(Role::Input).text, samples.row, {}},
        {texts.say("RunFilm", "autoencoder"), theme.role(Role::Code).text, made, errorOf(made, samples.row)}};
    if (!samples.pcaRow.empty())
        rows.push_back(
            {texts.say("RunFilm", "PCA"), theme.ink, samples.pcaRow, errorOf(samples.pcaRow, samples.row)});
    const double space = m_style.px(inset), between = m_style.px(rowGap);
    const QRectF inside = m_layout.rows.adjusted(space, space, -space, -space);
    const auto count = static_cast<double>(rows.size());
    const double high = (inside.height() - (count - 1) * between) / count;
    QRectF line(inside.left(), inside.top(), inside.width(), high);
    for (const Row& row : rows) {
        paintPictures(p, paintRowName(p, line, row), row, samples);
        line.translate(0, high + between);
    }
}

/// Gives the room that is left for the pictures.
QRectF RunFilmPainter::paintRowName(QPainter& p, const QRectF& line, const Row& row) const
{
    const PaintMarks marks(m_style);
    const QString error = row.error ? errorText(m_style.texts, *row.error) : QString();
    const auto write = [&](const QRectF& box, Qt::Alignment side, const QString& text) {
        marks.fittedText(p, box, side | Qt::AlignVCenter, text, row.colour, 14, QFont::DemiBold);
    };
    if (m_layout.isUpright) {
        const QRectF name(line.left(), line.top(), line.width(), m_style.px(rowName));
        write(name, Qt::AlignLeft, row.name);
        write(name, Qt::AlignRight, error);
        return line.adjusted(0, name.height(), 0, 0);
    }
    const double middle = line.center().y(), each = m_style.px(18), wide = m_style.px(nameWidth - 6);
    write({line.left(), middle - (error.isEmpty() ? each / 2 : each), wide, each}, Qt::AlignLeft, row.name);
    write({line.left(), middle, wide, each}, Qt::AlignLeft, error);
    return line.adjusted(m_style.px(nameWidth), 0, 0, 0);
}

void RunFilmPainter::paintPictures(QPainter& p, const QRectF& room, const Row& row,
                                   const FilmSamples& samples) const
{
    if (row.pictures.size() != samples.row.size()) return; // not made yet
    const auto count = static_cast<int>(samples.chosen.size());
    const RowGrid grid(room, count, samples.shape);
    p.setRenderHint(QPainter::SmoothPixmapTransform);
    p.drawImage(grid.box, stripOf(row.pictures, samples.shape, greysOf(samples.row)));
    p.setPen(Qt::NoPen);
    p.setBrush(m_style.theme.surface);
    for (int i = 1; i < count; ++i) {
        const double right = grid.at(i - 1).right();
        p.drawRect(QRectF(right, grid.box.top() - m_style.px(1), grid.at(i).left() - right,
                          grid.box.height() + m_style.px(2)));
    }
    if (samples.marked < 0) return;
    p.setPen(QPen(m_style.theme.role(Role::Input).fill, m_style.px(2.5)));
    p.setBrush(Qt::NoBrush);
    p.drawRect(grid.at(samples.marked));
}

QString RunFilmPainter::label(const RunFilm& film, std::size_t at, const Texts& texts)
{
    const int update = film.stops[at].update;
    return texts.say("RunFilm", "Update %1 · epoch %2 of %3")
        .arg(texts.grouped(update), texts.number(epochAt(film, update), 1),
             texts.number(epochAt(film, film.totalUpdates), 1));
}

QString RunFilmPainter::describe(const RunFilm& film, std::size_t at, const Texts& texts)
{
    const FilmStop& stop = film.stops[at];
    const QString after = texts.grouped(stop.update);
    if (!stop.testError) return texts.say("RunFilm", "After update %1.").arg(after);
    const QString error = errorText(texts, *stop.testError), held = texts.grouped(film.heldOut);
    if (!film.pcaError)
        return texts.say("RunFilm", "After update %1 the mean squared error on %2 held-out samples is %3.")
            .arg(after, held, error);
    return texts
        .say("RunFilm", "After update %1 the mean squared error on %2 held-out samples is %3; PCA’s is %4.")
        .arg(after, held, error, errorText(texts, *film.pcaError));
}

} // namespace hg
