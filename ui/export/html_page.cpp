#include "ui/export/html_page.h"

#include "ui/export/frame_merge.h"
#include "ui/export/svg_drawing.h"

#include <QFile>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPainter>

#include <algorithm>

namespace hg {
namespace {

constexpr double longestStop = 2; // seconds: between stops nothing moves here that would take longer

QByteArray resource(const char* name)
{
    QFile file(QStringLiteral(":/export/page/") + QLatin1String(name));
    if (!file.open(QIODevice::ReadOnly)) qWarning("%s is missing from this build", name);
    return file.readAll();
}

QByteArray escaped(const QString& text)
{
    return text.toHtmlEscaped().toUtf8();
}

/// All stops in one drawing.
struct Film {
    QSize size;
    std::vector<QByteArray> parts; ///< by id
    std::vector<MergedElement> elements;
    bool isComplete = false;
};

using Paint = std::function<void(QPainter&, double)>;

/// Films on one page share a sheet: equal looks have one name.
Film filmOf(const Exportable& exportable, const QSize& size, const Paint& paint, SvgSheet& sheet,
            const Watch& watch)
{
    Film film{.size = size};
    FrameMerge merge;
    QHash<QByteArray, int> ids;
    for (int stop = 1; stop <= exportable.stops(); ++stop) {
        if (!mayGoOn(watch, (stop - 1.0) / exportable.stops())) return film;
        SvgDrawing drawing(size, sheet);
        QPainter painter(&drawing);
        painter.fillRect(QRect(QPoint(), size), exportable.ground);
        paint(painter, stop);
        painter.end();
        std::vector<int> frame;
        for (const QByteArray& element : drawing.elements()) {
            const auto known = ids.constFind(element);
            if (known == ids.cend()) film.parts.push_back(element);
            frame.push_back(known == ids.cend() ? ids.insert(element, static_cast<int>(ids.size())).value()
                                                : known.value());
        }
        merge.add(frame);
    }
    film.elements = merge.elements();
    film.isComplete = true;
    return film;
}

/// "1-3 7": stops count from 1, frames from 0.
QByteArray rangesText(const std::vector<MergedElement::Range>& ranges)
{
    QByteArray text;
    for (const auto& [first, last] : ranges) {
        if (!text.isEmpty()) text += ' ';
        text += QByteArray::number(first + 1);
        if (last > first) text += '-' + QByteArray::number(last + 1);
    }
    return text;
}

QByteArray layersOf(const Film& film, int stops)
{
    const std::vector<MergedElement::Range> always{{0, stops - 1}};
    const std::vector<MergedElement::Range>* open = &always; // what the group that is open shows
    QByteArray text;
    for (const MergedElement& element : film.elements) {
        if (element.frames != *open) {
            if (*open != always) text += "</g>\n";
            open = &element.frames;
            const QByteArray on = open->back().last == stops - 1 ? " class=\"on\"" : "";
            if (*open != always) text += "<g data-s=\"" + rangesText(*open) + '"' + on + ">\n";
        }
        text += film.parts[static_cast<std::size_t>(element.id)] + '\n';
    }
    return *open == always ? text : text + "</g>\n";
}

QByteArray figureOf(const Film& film, const Exportable& exportable, const char* name,
                    const QByteArray& shared)
{
    const QByteArray width = QByteArray::number(film.size.width()),
                     height = QByteArray::number(film.size.height());
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" class=\"" +
           QByteArray(name) + "\" viewBox=\"0 0 " + width + ' ' + height + "\" width=\"" + width +
           "\" height=\"" + height + "\" role=\"img\" aria-label=\"" + escaped(exportable.title) +
           "\" aria-describedby=\"words\">\n" + shared + layersOf(film, exportable.stops()) + "</svg>";
}

/// What the pictures share. It stands in the first, which is never without a display: what is not displayed
/// fills nothing.
QByteArray sharedOf(const SvgSheet& sheet)
{
    return "<style>\n" + sheet.style() + "</style>\n<defs>\n" + sheet.definitions() + "</defs>\n";
}

/// What the script needs. Inside a script element only "<" could end it.
QByteArray dataOf(const Exportable& exportable)
{
    QJsonArray labels, sentences, seconds;
    for (int stop = 1; stop <= exportable.stops(); ++stop) {
        labels << exportable.label(stop);
        sentences << exportable.describe(stop);
        seconds << std::min(exportable.seconds[static_cast<std::size_t>(stop - 1)], longestStop);
    }
    const QJsonObject object{{QStringLiteral("labels"), labels},
                             {QStringLiteral("sentences"), sentences},
                             {QStringLiteral("seconds"), seconds},
                             {QStringLiteral("play"), exportable.page.play},
                             {QStringLiteral("pause"), exportable.page.pause}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact).replace('<', "\\u003c");
}

QByteArray coloursOf(const PageLook& look)
{
    const std::pair<const char*, QColor> colours[] = {{"ground", look.ground},
                                                      {"surface", look.surface},
                                                      {"ink", look.ink},
                                                      {"muted", look.muted},
                                                      {"line", look.line},
                                                      {"accent", look.accent},
                                                      {"accentInk", look.accentInk},
                                                      {"accentText", look.accentText}};
    QByteArray text = ":root { ";
    for (const auto& [name, colour] : colours)
        text += "--" + QByteArray(name) + ": " + colour.name().toLatin1() + "; ";
    return text + '}';
}

/// The template with each @mark@ replaced once, in one pass: what is put in is not looked at again.
QByteArray filled(const QByteArray& page, const QHash<QByteArray, QByteArray>& values)
{
    const QList<QByteArray> pieces = page.split('@');
    QByteArray text;
    for (qsizetype i = 0; i < pieces.size(); ++i)
        text += i % 2 == 0 ? pieces[i] : values.value(pieces[i]);
    return text;
}

} // namespace

std::optional<QByteArray> htmlPage(const Exportable& exportable, const Watch& watch)
{
    SvgSheet sheet{SvgSheet::Form::Classes};
    const bool isDouble = exportable.paintUpright != nullptr;
    const Film across =
        filmOf(exportable, exportable.size, exportable.paint, sheet, partOf(watch, 0, isDouble ? 0.5 : 1));
    if (!across.isComplete) return std::nullopt;
    QByteArray upright;
    if (isDouble) {
        const Film film =
            filmOf(exportable, exportable.uprightSize, exportable.paintUpright, sheet, partOf(watch, 0.5, 1));
        if (!film.isComplete) return std::nullopt;
        upright = '\n' + figureOf(film, exportable, "upright", {});
    }
    const QByteArray figure =
        figureOf(across, exportable, isDouble ? "across" : "only", sharedOf(sheet)) + upright;
    const PageLook& look = exportable.page;
    const int stops = exportable.stops();
    return filled(resource("page.html"), {{"language", escaped(look.language)},
                                          {"scheme", look.isDark ? "dark" : "light"},
                                          {"title", escaped(exportable.title)},
                                          {"colours", coloursOf(look)},
                                          {"style", resource("page.css")},
                                          {"figure", figure},
                                          {"label", escaped(exportable.label(stops))},
                                          {"sentence", escaped(exportable.describe(stops))},
                                          {"needsCode", escaped(look.needsCode)},
                                          {"enlarge", escaped(look.enlarge)},
                                          {"first", escaped(look.first)},
                                          {"back", escaped(look.back)},
                                          {"play", escaped(look.play)},
                                          {"forward", escaped(look.forward)},
                                          {"last", escaped(look.last)},
                                          {"track", escaped(look.track)},
                                          {"keys", escaped(look.keys)},
                                          {"count", QByteArray::number(stops)},
                                          {"data", dataOf(exportable)},
                                          {"code", resource("page.js")}});
}

} // namespace hg
