#include "ui/export/svg_drawing.h"

#include <QBuffer>
#include <QFontMetricsF>
#include <QPaintEngine>
#include <QPainterPath>
#include <QPixmap>

#include <algorithm>
#include <cmath>
#include <optional>
#include <span>
#include <tuple>
#include <utility>

namespace hg {
namespace {

constexpr double pixelsAPoint = 96.0 / 72;
constexpr int pixelsPerInch = 96;
constexpr qsizetype shortText = 2; // characters that need no fitting
// Faces like ours on phones and other systems, for readers without ours.
constexpr const char* otherFaces = "system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans',sans-serif";

/// Two decimals, which no eye tells from more, without what can be left out.
QByteArray number(double value)
{
    const qint64 hundredths = std::llround(value * 100), parts = std::abs(hundredths);
    QByteArray text = (hundredths < 0 ? "-" : "") + QByteArray::number(parts / 100);
    if (parts % 100 == 0) return text;
    text += '.';
    text += static_cast<char>('0' + parts / 10 % 10);
    if (parts % 10 != 0) text += static_cast<char>('0' + parts % 10);
    return text;
}

/// A number of tenths in as few letters as SVG reads: "12.3", ".5", "-.1".
QByteArray tenths(int value)
{
    const int whole = std::abs(value) / 10, rest = std::abs(value) % 10;
    QByteArray text(value < 0 ? "-" : "");
    if (whole > 0 || rest == 0) text += QByteArray::number(whole);
    if (rest > 0) text += '.' + QByteArray::number(rest);
    return text;
}

/// Points as path data, each a line of a tenth of a pixel: no reader leaves out a line of some length, and
/// all draw its caps. They go by bands from left to right, so that most steps are short.
QByteArray dotsData(std::vector<QPoint> dots)
{
    constexpr int band = 60; // tenths
    std::sort(dots.begin(), dots.end(), [](const QPoint& a, const QPoint& b) {
        return std::tuple(a.y() / band, a.x(), a.y()) < std::tuple(b.y() / band, b.x(), b.y());
    });
    QByteArray data;
    QPoint at;
    for (const QPoint& dot : dots) {
        const QPoint step = dot - at;
        data += (data.isEmpty() ? 'M' : 'm') + tenths(step.x()) + (step.y() < 0 ? "" : " ") +
                tenths(step.y()) + "h.1";
        at = dot + QPoint(1, 0);
    }
    return data;
}

QByteArray pair(const QPointF& p)
{
    return number(p.x()) + ' ' + number(p.y());
}

QByteArray attribute(const char* name, double value)
{
    return ' ' + QByteArray(name) + "=\"" + number(value) + '"';
}

QByteArray boxAttributes(const QRectF& box)
{
    QByteArray text;
    text.reserve(64);
    return text.append(" x=\"")
        .append(number(box.left()))
        .append("\" y=\"")
        .append(number(box.top()))
        .append("\" width=\"")
        .append(number(box.width()))
        .append("\" height=\"")
        .append(number(box.height()))
        .append('"');
}

QByteArray pathData(const QPainterPath& path)
{
    QByteArray data;
    for (int i = 0; i < path.elementCount(); ++i) {
        const QPainterPath::Element e = path.elementAt(i);
        const char letter = e.isMoveTo() ? 'M' : e.isLineTo() ? 'L' : e.isCurveTo() ? 'C' : ' ';
        data += letter + pair(e);
        const bool isLast = i + 1 == path.elementCount() || path.elementAt(i + 1).isMoveTo();
        if (isLast && i > 0 && !e.isMoveTo()) {
            int start = i;
            while (start > 0 && !path.elementAt(start).isMoveTo())
                --start;
            if (QPointF(path.elementAt(start)) == QPointF(e)) data += 'Z';
        }
    }
    return data;
}

bool hasSeveralParts(const QPainterPath& path)
{
    for (int i = 1; i < path.elementCount(); ++i)
        if (path.elementAt(i).isMoveTo()) return true;
    return false;
}

/// The radii with which QPainterPath::addRoundedRect makes this path of its box: a start below the corner,
/// and an arc and a line for each of the four.
std::optional<QSizeF> cornersOf(const QPainterPath& path, const QRectF& box)
{
    constexpr int elements = 17;
    if (path.elementCount() != elements) return std::nullopt;
    const double rx = path.elementAt(3).x - box.left(), ry = path.elementAt(0).y - box.top();
    const double l = box.left(), t = box.top(), r = box.right(), b = box.bottom();
    const double k = 0.5522847498; // how far a quarter of a circle's controls reach
    const QPointF expected[elements] = {{l, t + ry}, {l, t + ry - k * ry}, {l + rx - k * rx, t}, {l + rx, t},
                                        {r - rx, t}, {r - rx + k * rx, t}, {r, t + ry - k * ry}, {r, t + ry},
                                        {r, b - ry}, {r, b - ry + k * ry}, {r - rx + k * rx, b}, {r - rx, b},
                                        {l + rx, b}, {l + rx - k * rx, b}, {l, b - ry + k * ry}, {l, b - ry},
                                        {l, t + ry}};
    for (int i = 0; i < elements; ++i)
        if ((QPointF(path.elementAt(i)) - expected[i]).manhattanLength() > 0.01) return std::nullopt;
    return QSizeF(rx, ry);
}

std::optional<QRectF> rectangleOf(const QPainterPath& path)
{
    const QRectF box = path.boundingRect();
    QPainterPath rectangle;
    rectangle.addRect(box);
    if (!path.isEmpty() && rectangle != path) return std::nullopt;
    return box;
}

QByteArray colourDeclaration(const char* name, const QColor& colour, double opacity)
{
    const double alpha = static_cast<double>(colour.alphaF()) * opacity;
    QByteArray text = QByteArray(name) + ':' + colour.name().toLatin1() + ';';
    if (alpha < 1) text += QByteArray(name) + "-opacity:" + number(alpha) + ';';
    return text;
}

QByteArray strokeDeclarations(const QPen& pen, double opacity, Qt::PenCapStyle cap)
{
    if (pen.style() == Qt::NoPen) return {};
    QByteArray text = colourDeclaration("stroke", pen.color(), opacity);
    const double width = pen.widthF() > 0 ? pen.widthF() : 1;
    if (width != 1) text += "stroke-width:" + number(width) + "px;";
    if (cap != Qt::FlatCap) text += cap == Qt::RoundCap ? "stroke-linecap:round;" : "stroke-linecap:square;";
    if (pen.joinStyle() == Qt::RoundJoin) text += "stroke-linejoin:round;";
    if (pen.joinStyle() == Qt::BevelJoin) text += "stroke-linejoin:bevel;";
    if (pen.style() == Qt::SolidLine) return text;
    QByteArray dashes;
    for (const double dash : pen.dashPattern())
        dashes += (dashes.isEmpty() ? "" : " ") + number(dash * width);
    text += "stroke-dasharray:" + dashes + ';';
    if (pen.dashOffset() != 0) text += "stroke-dashoffset:" + number(pen.dashOffset() * width) + ';';
    return text;
}

/// The part of a line inside a rectangle (Liang and Barsky, 1984).
std::optional<QLineF> cutTo(const QRectF& box, const QLineF& line)
{
    double from = 0, to = 1;
    const auto cut = [&](double slope, double room) {
        if (slope == 0) return room >= 0;
        const double at = room / slope;
        slope < 0 ? from = std::max(from, at) : to = std::min(to, at);
        return from <= to;
    };
    if (!cut(-line.dx(), line.x1() - box.left()) || !cut(line.dx(), box.right() - line.x1()) ||
        !cut(-line.dy(), line.y1() - box.top()) || !cut(line.dy(), box.bottom() - line.y1()))
        return std::nullopt;
    return QLineF(line.pointAt(from), line.pointAt(to));
}

} // namespace

QByteArray SvgSheet::look(const QByteArray& declarations)
{
    if (m_form == Form::Classes) {
        const auto known = m_looks.constFind(declarations);
        const int index = known == m_looks.cend() ? static_cast<int>(m_looks.size()) : *known;
        if (known == m_looks.cend()) m_looks.insert(declarations, index);
        return " class=\"c" + QByteArray::number(index) + '"';
    }
    QByteArray attributes;
    for (const QByteArray& declaration : declarations.split(';')) {
        const qsizetype colon = declaration.indexOf(':');
        if (colon > 0) attributes += ' ' + declaration.left(colon) + "=\"" + declaration.mid(colon + 1) + '"';
    }
    return attributes;
}

QByteArray SvgSheet::clip(const QByteArray& path)
{
    if (!m_clips.contains(path)) m_clips.insert(path, static_cast<int>(m_clips.size()));
    return " clip-path=\"url(#k" + QByteArray::number(m_clips.value(path)) + ")\"";
}

QByteArray SvgSheet::style() const
{
    std::vector<QByteArray> inOrder(static_cast<std::size_t>(m_looks.size()));
    for (auto it = m_looks.cbegin(); it != m_looks.cend(); ++it)
        inOrder[static_cast<std::size_t>(it.value())] = it.key();
    QByteArray text;
    for (std::size_t i = 0; i < inOrder.size(); ++i)
        text += ".c" + QByteArray::number(static_cast<int>(i)) + '{' + inOrder[i] + "}\n";
    return text;
}

QByteArray SvgSheet::definitions() const
{
    std::vector<QByteArray> inOrder(static_cast<std::size_t>(m_clips.size()));
    for (auto it = m_clips.cbegin(); it != m_clips.cend(); ++it)
        inOrder[static_cast<std::size_t>(it.value())] = it.key();
    QByteArray text;
    for (std::size_t i = 0; i < inOrder.size(); ++i)
        text += "<clipPath id=\"k" + QByteArray::number(static_cast<int>(i)) + "\"><path d=\"" + inOrder[i] +
                "\"/></clipPath>\n";
    return text;
}

class SvgDrawing::Engine : public QPaintEngine {
public:
    explicit Engine(SvgSheet& sheet)
        : QPaintEngine(PrimitiveTransform | PixmapTransform | PainterPaths | Antialiasing | AlphaBlend |
                       ConstantOpacity | PaintOutsidePaintEvent)
        , m_sheet(sheet)
    {}

    const std::vector<QByteArray>& elements() const { return m_elements; }

    bool begin(QPaintDevice*) override
    {
        m_clip.reset();
        m_isClipping = true;
        return true;
    }
    bool end() override
    {
        finishLines();
        return true;
    }
    Type type() const override { return User; }

    void updateState(const QPaintEngineState& next) override;
    void drawPath(const QPainterPath& path) override;
    void drawRects(const QRectF* rects, int count) override;
    void drawLines(const QLineF* lines, int count) override;
    void drawEllipse(const QRectF& box) override;
    void drawPoints(const QPointF* points, int count) override;
    void drawPolygon(const QPointF* points, int count, PolygonDrawMode mode) override;
    void drawPixmap(const QRectF& box, const QPixmap& pixmap, const QRectF& part) override;
    void drawImage(const QRectF& box, const QImage& image, const QRectF& part,
                   Qt::ImageConversionFlags flags) override;
    void drawTextItem(const QPointF& place, const QTextItem& item) override;
    using QPaintEngine::drawEllipse;
    using QPaintEngine::drawLines;
    using QPaintEngine::drawPoints;
    using QPaintEngine::drawPolygon;
    using QPaintEngine::drawRects;

private:
    /// Where an element stands: moved by whole coordinates if that is all, else by an attribute.
    bool isMoved() const { return m_transform.type() <= QTransform::TxTranslate; }
    QPointF offset() const { return isMoved() ? QPointF(m_transform.dx(), m_transform.dy()) : QPointF(); }
    void combineClip(const QPainterPath& path, Qt::ClipOperation operation);
    void add(const QByteArray& tag, const QByteArray& attributes, const QRectF& box,
             const QByteArray& content = {});
    QByteArray shapeDeclarations() const;
    QByteArray shapeLook();
    void drawWithoutFill(const QPainterPath& path);
    QRectF extentOf(const QRectF& box) const;
    void addLine(const QLineF& line);
    void finishLines();

    SvgSheet& m_sheet;
    std::vector<QByteArray> m_elements;
    QPen m_pen;
    QBrush m_brush;
    QTransform m_transform;
    double m_opacity = 1;
    QByteArray m_shapeLook; ///< of pen, brush and opacity; empty where it is still to be made
    bool m_isSmooth = false;
    bool m_isCrisp = false; ///< edges on whole pixels, wherever the drawing is shown
    bool m_isClipping = true;
    std::optional<QPainterPath> m_clip; ///< in the device's coordinates
    std::optional<QRectF> m_clipBox;    ///< the same where it is a rectangle
    QByteArray m_lines, m_linesLook;    ///< lines that wait for more of them
};

void SvgDrawing::Engine::updateState(const QPaintEngineState& next)
{
    const DirtyFlags flags = next.state();
    if (flags & (DirtyPen | DirtyBrush | DirtyOpacity)) m_shapeLook.clear();
    if (flags & DirtyPen) m_pen = next.pen();
    if (flags & DirtyBrush) m_brush = next.brush();
    if (flags & DirtyOpacity) m_opacity = next.opacity();
    if (flags & DirtyTransform) m_transform = next.transform();
    if (flags & DirtyHints) {
        m_isSmooth = next.renderHints() & QPainter::SmoothPixmapTransform;
        m_isCrisp = !(next.renderHints() & QPainter::Antialiasing);
        m_shapeLook.clear();
    }
    if (flags & DirtyClipEnabled) m_isClipping = next.isClipEnabled();
    if (flags & DirtyClipPath) combineClip(next.clipPath(), next.clipOperation());
    if (flags & DirtyClipRegion) {
        QPainterPath path;
        path.addRegion(next.clipRegion());
        combineClip(path, next.clipOperation());
    }
}

void SvgDrawing::Engine::combineClip(const QPainterPath& path, Qt::ClipOperation operation)
{
    if (operation == Qt::NoClip) {
        m_clip.reset();
        m_clipBox.reset();
        return;
    }
    const QPainterPath here = m_transform.map(path);
    const auto box = rectangleOf(here);
    const bool isPart = operation == Qt::IntersectClip && m_clip;
    if (isPart && box && m_clipBox) {
        m_clipBox = box->intersected(*m_clipBox);
        m_clip = QPainterPath();
        m_clip->addRect(*m_clipBox);
        return;
    }
    m_clip = isPart ? m_clip->intersected(here) : here;
    m_clipBox = rectangleOf(*m_clip);
}

void SvgDrawing::Engine::add(const QByteArray& tag, const QByteArray& attributes, const QRectF& box,
                             const QByteArray& content)
{
    finishLines();
    QByteArray place, clip;
    if (!isMoved()) {
        const QTransform& t = m_transform;
        place = " transform=\"matrix(" + number(t.m11()) + ' ' + number(t.m12()) + ' ' + number(t.m21()) +
                ' ' + number(t.m22()) + ' ' + number(t.dx()) + ' ' + number(t.dy()) + ")\"";
    }
    if (m_clip && m_isClipping) {
        const QRectF extent = isMoved() ? box : m_transform.mapRect(box);
        if (!m_clip->boundingRect().intersects(extent)) return;
        if (!m_clipBox || !m_clipBox->contains(extent)) clip = m_sheet.clip(pathData(*m_clip));
    }
    QByteArray element = '<' + tag + attributes + place + (place.isEmpty() ? clip : QByteArray());
    element += content.isEmpty() ? QByteArray("/>") : '>' + content + "</" + tag + '>';
    if (!place.isEmpty() && !clip.isEmpty()) element = "<g" + clip + '>' + element + "</g>";
    m_elements.push_back(element);
}

QByteArray SvgDrawing::Engine::shapeDeclarations() const
{
    const QByteArray fill = m_brush.style() == Qt::NoBrush
                                ? QByteArray("fill:none;")
                                : colourDeclaration("fill", m_brush.color(), m_opacity);
    const bool isCrisp = m_isCrisp && m_pen.style() == Qt::NoPen; // fills side by side: no seam at any size
    return fill + strokeDeclarations(m_pen, m_opacity, m_pen.capStyle()) +
           (isCrisp ? "shape-rendering:crispEdges;" : "");
}

QByteArray SvgDrawing::Engine::shapeLook()
{
    if (m_shapeLook.isEmpty()) m_shapeLook = m_sheet.look(shapeDeclarations());
    return m_shapeLook;
}

QRectF SvgDrawing::Engine::extentOf(const QRectF& box) const
{
    if (m_pen.style() == Qt::NoPen) return box;
    const double width = std::max(1.0, m_pen.widthF());
    return box.adjusted(-width, -width, width, width);
}

void SvgDrawing::Engine::drawPath(const QPainterPath& path)
{
    const QPainterPath here = path.translated(offset());
    const QRectF box = here.controlPointRect();
    if (const auto corners = cornersOf(here, box)) {
        const QByteArray rx = number(corners->width()), ry = number(corners->height());
        return add("rect",
                   shapeLook() + boxAttributes(box) + " rx=\"" + rx +
                       (ry == rx ? QByteArray("\"") : "\" ry=\"" + ry + '"'),
                   extentOf(box));
    }
    const bool isOddEven = path.fillRule() == Qt::OddEvenFill && hasSeveralParts(path);
    const QByteArray look =
        isOddEven ? m_sheet.look(shapeDeclarations() + "fill-rule:evenodd;") : shapeLook();
    add("path", look + " d=\"" + pathData(here) + '"', extentOf(box));
}

void SvgDrawing::Engine::drawRects(const QRectF* rects, int count)
{
    for (const QRectF& rect : std::span(rects, static_cast<std::size_t>(count))) {
        const QRectF box = rect.normalized().translated(offset());
        add("rect", shapeLook() + boxAttributes(box), extentOf(box));
    }
}

void SvgDrawing::Engine::drawEllipse(const QRectF& rect)
{
    const QRectF box = rect.translated(offset());
    const QByteArray centre = attribute("cx", box.center().x()) + attribute("cy", box.center().y());
    if (box.width() == box.height())
        add("circle", shapeLook() + centre + attribute("r", box.width() / 2), extentOf(box));
    else
        add("ellipse",
            shapeLook() + centre + attribute("rx", box.width() / 2) + attribute("ry", box.height() / 2),
            extentOf(box));
}

void SvgDrawing::Engine::drawLines(const QLineF* lines, int count)
{
    for (const QLineF& line : std::span(lines, static_cast<std::size_t>(count)))
        addLine(line);
}

/// One element for all, on tenths of a pixel. Where they are see-through those
/// of one call do not darken each other.
void SvgDrawing::Engine::drawPoints(const QPointF* points, int count)
{
    const std::span all(points, static_cast<std::size_t>(count));
    if (m_pen.style() == Qt::NoPen) return;
    if (!isMoved() || (m_clip && m_isClipping && !m_clipBox)) {
        for (const QPointF& point : all)
            addLine({point, point});
        return;
    }
    std::vector<QPoint> dots;
    QRectF box;
    for (const QPointF& point : all) {
        const QPointF here = point + offset();
        if (m_clipBox && m_isClipping && !m_clipBox->contains(here)) continue;
        dots.push_back((here * 10).toPoint());
        box |= extentOf(QRectF(here, QSizeF(0.1, 0.1)));
    }
    if (dots.empty()) return;
    const Qt::PenCapStyle cap = m_pen.capStyle() == Qt::FlatCap ? Qt::SquareCap : m_pen.capStyle();
    const QByteArray look = m_sheet.look("fill:none;" + strokeDeclarations(m_pen, m_opacity, cap));
    add("path", look + " d=\"" + dotsData(std::move(dots)) + '"', box);
}

void SvgDrawing::Engine::addLine(const QLineF& line)
{
    if (m_pen.style() == Qt::NoPen) return;
    const bool isOpaque = m_pen.color().alpha() == 255 && m_opacity >= 1; // crossings show where it is not
    if (!isMoved() || !isOpaque || (m_clip && m_isClipping && !m_clipBox)) {
        QPainterPath path(line.p1());
        path.lineTo(line.p2());
        return drawWithoutFill(path);
    }
    QLineF here = line.translated(offset());
    Qt::PenCapStyle cap = m_pen.capStyle();
    if (m_clipBox && m_isClipping) {
        const auto cut = cutTo(*m_clipBox, here);
        if (!cut) return;
        if (*cut != here) cap = Qt::FlatCap; // no end sticks out of the clip
        here = *cut;
    }
    const QByteArray look = m_sheet.look("fill:none;" + strokeDeclarations(m_pen, m_opacity, cap));
    if (look != m_linesLook) finishLines();
    m_linesLook = look;
    m_lines += 'M' + pair(here.p1()) + 'L' + pair(here.p2());
}

void SvgDrawing::Engine::finishLines()
{
    if (!m_lines.isEmpty()) m_elements.push_back("<path" + m_linesLook + " d=\"" + m_lines + "\"/>");
    m_lines.clear();
    m_linesLook.clear();
}

void SvgDrawing::Engine::drawPolygon(const QPointF* points, int count, PolygonDrawMode mode)
{
    QPainterPath path;
    path.addPolygon(QPolygonF(QList<QPointF>(points, points + count)));
    path.setFillRule(mode == WindingMode ? Qt::WindingFill : Qt::OddEvenFill);
    if (mode != PolylineMode) {
        path.closeSubpath();
        return drawPath(path);
    }
    drawWithoutFill(path);
}

void SvgDrawing::Engine::drawWithoutFill(const QPainterPath& path)
{
    const QBrush fill = std::exchange(m_brush, Qt::NoBrush);
    m_shapeLook.clear();
    drawPath(path);
    m_brush = fill;
    m_shapeLook.clear();
}

void SvgDrawing::Engine::drawPixmap(const QRectF& box, const QPixmap& pixmap, const QRectF& part)
{
    drawImage(box, pixmap.toImage(), part, Qt::AutoColor);
}

void SvgDrawing::Engine::drawImage(const QRectF& box, const QImage& image, const QRectF& part,
                                   Qt::ImageConversionFlags)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.copy(part.toAlignedRect()).save(&buffer, "PNG");
    const QRectF here = box.translated(offset());
    const QByteArray fade = m_opacity < 1 ? "opacity:" + number(m_opacity) + ';' : QByteArray();
    const QByteArray grain = m_isSmooth ? QByteArray() : QByteArray("image-rendering:pixelated;");
    add("image",
        (fade.isEmpty() && grain.isEmpty() ? QByteArray() : m_sheet.look(fade + grain)) +
            boxAttributes(here) + " preserveAspectRatio=\"none\"" + " xlink:href=\"data:image/png;base64," +
            bytes.toBase64() + '"',
        here);
}

void SvgDrawing::Engine::drawTextItem(const QPointF& place, const QTextItem& item)
{
    const QString text = item.text().trimmed(); // blanks at the ends would be lost, or stretched
    if (text.isEmpty() || m_pen.style() == Qt::NoPen) return;
    const QFont font = item.font();
    const QFontMetricsF metrics(font);
    const qsizetype blanks = item.text().indexOf(text);
    const double left =
        place.x() + offset().x() + (blanks > 0 ? metrics.horizontalAdvance(item.text().left(blanks)) : 0);
    const double width = metrics.horizontalAdvance(text), base = place.y() + offset().y();
    const double pixels = font.pixelSize() > 0 ? font.pixelSize() : font.pointSizeF() * pixelsAPoint;
    QByteArray look = colourDeclaration("fill", m_pen.color(), m_opacity) +
                      "font-family:" + font.family().toUtf8() + ',' + otherFaces +
                      ";font-size:" + number(pixels) + "px;";
    if (font.weight() != QFont::Normal)
        look += "font-weight:" + QByteArray::number(static_cast<int>(font.weight())) + ';';
    if (font.italic()) look += "font-style:italic;";
    // A number stays in the middle of its cell in any face; a longer text keeps its width.
    const bool isShort = text.size() <= shortText;
    if (isShort) look += "text-anchor:middle;";
    const QByteArray fit =
        isShort ? QByteArray() : attribute("textLength", width) + " lengthAdjust=\"spacingAndGlyphs\"";
    add("text",
        m_sheet.look(look) + attribute("x", isShort ? left + width / 2 : left) + attribute("y", base) + fit,
        QRectF(left, base - metrics.ascent(), width, metrics.height()), text.toHtmlEscaped().toUtf8());
}

SvgDrawing::SvgDrawing(const QSize& size, SvgSheet& sheet)
    : m_size(size), m_engine(std::make_unique<Engine>(sheet))
{}

SvgDrawing::~SvgDrawing() = default;

QPaintEngine* SvgDrawing::paintEngine() const
{
    return m_engine.get();
}

const std::vector<QByteArray>& SvgDrawing::elements() const
{
    return m_engine->elements();
}

int SvgDrawing::metric(PaintDeviceMetric metric) const
{
    constexpr double millimetresPerInch = 25.4;
    switch (metric) {
    case PdmWidth:
        return m_size.width();
    case PdmHeight:
        return m_size.height();
    case PdmWidthMM:
        return static_cast<int>(std::lround(m_size.width() * millimetresPerInch / pixelsPerInch));
    case PdmHeightMM:
        return static_cast<int>(std::lround(m_size.height() * millimetresPerInch / pixelsPerInch));
    case PdmDpiX:
    case PdmDpiY:
    case PdmPhysicalDpiX:
    case PdmPhysicalDpiY:
        return pixelsPerInch;
    case PdmNumColors:
        return 1 << 24;
    case PdmDepth:
        return 32;
    case PdmDevicePixelRatio:
        return 1;
    case PdmDevicePixelRatioScaled:
        return static_cast<int>(devicePixelRatioFScale());
    default:
        return QPaintDevice::metric(metric);
    }
}

} // namespace hg
