#include "ui/painters/matrix_painter.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>
#include <limits>

namespace hg {
namespace {

constexpr std::int64_t mostPlacesByRow = 20'000; // up to which both products are worked out after each row
constexpr int mostInLens = 25;

/// With its thousands set apart, as far as whole numbers of the usual size reach.
QString countText(const Texts& texts, std::int64_t count)
{
    return count <= std::numeric_limits<int>::max() ? texts.grouped(static_cast<int>(count))
                                                    : texts.glance(static_cast<double>(count), 1);
}

/// A figure that can be evaluated lacks a matrix for one reason only.
QString noMatrixText(const Texts& texts)
{
    return texts.say("MatrixPainter", "A maximum is not linear: no matrix does what it does.");
}

} // namespace

MatrixPainter::MatrixPainter(const ConvFigure& figure, const QSizeF& size, const PaintStyle& style,
                             const ConvLook& look)
    : m_figure(figure), m_style(style), m_marks(m_style), m_brush(m_style), m_look(look)
{
    auto matrix = ConvMatrix::of(figure.scene);
    if (!matrix) {
        m_layout.matrix.box = QRectF(QPointF(), size);
        return;
    }
    m_matrix.emplace(std::move(*matrix));
    const int channels = isTransposed() ? figure.scene.channels() : figure.scene.kernel.shape.channels;
    m_layout = look.isUpright ? layOutUprightMatrix(figure, *m_matrix, channels, size.width(), m_style)
                              : layOutMatrix(figure, *m_matrix, channels, size, m_style);
    const auto& x = figure.scene.input.data;
    for (int r = 0; r < rows(); ++r) {
        double sum = figure.scene.biasOf(front());
        for (const MatrixEntry& entry : m_matrix->row(firstRow() + r).entries)
            sum += entry.value * x[static_cast<std::size_t>(entry.column)];
        m_results.push_back(sum);
    }
    m_probe = usualProbe(m_matrix->outputShape()).data;
    const bool isSmall = m_matrix->counts().places <= mostPlacesByRow;
    for (int done = isSmall ? 0 : rows(); done <= rows(); ++done)
        m_products.push_back(productsOf(*m_matrix, x, m_probe, firstRow() + done));
    m_greatestInput = shadeScaleOf(x);
    m_greatestKernel = shadeScaleOf(figure.scene.kernel.data);
    m_greatestOutput = shadeScaleOf(m_results);
}

int MatrixPainter::front() const
{
    return std::clamp(m_look.filter, 0, m_matrix->outputShape().channels - 1);
}

int MatrixPainter::firstRow() const
{
    return m_matrix->rowOf({0, 0, front()});
}

OutputCell MatrixPainter::cellOfRow(int row) const
{
    return m_matrix->cellOf(firstRow() + row);
}

int MatrixPainter::twinPositions() const
{
    return m_matrix && isTransposed() ? rows() : 0; // forward, a row is a position
}

MatrixPainter::Moment MatrixPainter::momentAt(double t, bool withProducts) const
{
    const double count = m_figure.positionCount(), at = std::clamp(t, 0.0, count) * rows() / count;
    const MatrixMoment now = matrixMomentAt(*m_matrix, firstRow() + at, withProducts);
    Moment m;
    m.isBegun = at > 0 && now.row >= firstRow(); // otherwise it is another filter's last
    if (!m.isBegun) return m;
    m.row = now.row - firstRow();
    m.moveShare = now.moveShare;
    m.multiplies = now.termsShare > 0;
    m.writes = now.writeShare > 0;
    m.done = m.row + (m.writes ? 1 : 0);
    return m;
}

int MatrixPainter::rowInWords(const Moment& m) const
{
    if (!m_look.focus || m_look.focus->place != ConvPlace::Output) return m.isBegun ? m.row : -1;
    const Shape out = m_matrix->outputShape();
    return m_look.focus->row * out.width + m_look.focus->column;
}

double MatrixPainter::resultOf(int row) const
{
    return m_results[static_cast<std::size_t>(row)];
}

QRectF MatrixPainter::rowBox(int row) const
{
    return m_layout.matrix.span(row, 0, 1, m_layout.matrix.columns);
}

/// What the row reads of the first channel.
QRectF MatrixPainter::windowOf(int row) const
{
    QRectF box;
    const GridLayout& grid = m_layout.inputs.front();
    for (const MatrixEntry& entry : m_matrix->row(firstRow() + row).entries) {
        const int cell = entry.column % (grid.rows * grid.columns);
        box = box.united(grid.at(cell / grid.columns, cell % grid.columns));
    }
    return box;
}

/// Each weight has a tint of its own, from light to deep in their order: what is found again in the matrix.
QColor MatrixPainter::tintOf(int weight) const
{
    const Theme& theme = m_style.theme;
    const Shape k = m_figure.scene.kernel.shape;
    const int count = m_figure.scene.pooling ? 1 : k.cells() * (isTransposed() ? 1 : k.channels);
    const int place = weight % count;
    const double share = count > 1 ? static_cast<double>(place) / (count - 1) : 0.5;
    return mixed(theme.surface, theme.member(Role::Filter, place, count), 0.28 + 0.57 * share);
}

QColor MatrixPainter::inkOn(const QColor& ground) const
{
    const Theme& theme = m_style.theme;
    return contrast(theme.ink, ground) >= contrast(theme.surface, ground) ? theme.ink : theme.surface;
}

/// With its size where there is room before `end`.
void MatrixPainter::paintTitle(QPainter& p, const GridLayout& below, const QString& name, Role role,
                               double end) const
{
    const double room = end - below.box.left() - m_style.px(10);
    QString title = QStringLiteral("%1 %2 × %3").arg(name).arg(below.rows).arg(below.columns);
    double pixels = 17;
    if (m_marks.widthOf(title, pixels, QFont::Bold) > room) pixels = 14;
    if (m_marks.widthOf(title, pixels, QFont::Bold) > room) title = name;
    m_marks.text(p,
                 QRectF(below.box.left(), below.box.top() - m_style.px(30), std::max(room, m_style.px(40)),
                        m_style.px(24)),
                 Qt::AlignLeft | Qt::AlignVCenter, title, m_style.theme.role(role).text, pixels, QFont::Bold);
}

void MatrixPainter::paintTitles(QPainter& p) const
{
    const Texts& texts = m_style.texts;
    const MatrixLayout& l = m_layout;
    const double right = std::max(l.products.right(), l.output.box.right()),
                 end = l.isUpright || l.isHigh ? right : l.counts.left(),
                 column = l.isUpright || !l.isHigh ? end : l.heading.left();
    // Up to the next part of the same row.
    const auto room = [&](const GridLayout& part, const GridLayout& next, double most) {
        return next.box.top() == part.box.top() && next.box.left() > part.box.left() ? next.box.left() : most;
    };
    const GridLayout& afterInput = l.kernels.empty() ? l.output : l.kernels.front();
    paintTitle(p, l.inputs.front(),
               isTransposed() ? texts.say("MatrixPainter", "Code g") : texts.say("ConvPicture", "Input"),
               Role::Input, room(l.inputs.front(), afterInput, column));
    if (!l.kernels.empty())
        paintTitle(p, l.kernels.front(), texts.say("ConvPicture", "Filter"), Role::Filter,
                   room(l.kernels.front(), l.output, column));
    paintTitle(p, l.output, texts.say("ConvPicture", "Output"), Role::Output, end);
}

void MatrixPainter::paintGrids(QPainter& p) const
{
    const Theme& theme = m_style.theme;
    const TensorD& x = m_figure.scene.input;
    for (std::size_t ch = 0; ch < m_layout.inputs.size(); ++ch) {
        const GridLayout& grid = m_layout.inputs[ch];
        for (int r = 0; r < grid.rows; ++r)
            for (int c = 0; c < grid.columns; ++c) {
                const double value = x.at(0, static_cast<int>(ch), r, c);
                m_brush.cell(p, grid.at(r, c), theme.shade(Role::Input, std::abs(value) / m_greatestInput),
                             mixed(theme.surface, theme.role(Role::Input).fill, 0.5));
                m_brush.value(p, grid.at(r, c), value, theme.ink);
            }
    }
    const TensorD kernel = appliedKernel(m_figure.scene);
    const int cells = kernel.shape.cells();
    for (std::size_t ch = 0; ch < m_layout.kernels.size(); ++ch) {
        const GridLayout& grid = m_layout.kernels[ch];
        const int n = isTransposed() ? static_cast<int>(ch) : front(),
                  c = isTransposed() ? front() : static_cast<int>(ch);
        for (int i = 0; i < cells; ++i) {
            const int row = i / grid.columns, column = i % grid.columns;
            const QColor tint = tintOf(isTransposed() ? i : static_cast<int>(ch) * cells + i);
            m_brush.cell(p, grid.at(row, column), tint,
                         mixed(theme.surface, theme.role(Role::Filter).fill, 0.6));
            m_brush.value(p, grid.at(row, column), kernel.at(n, c, row, column), inkOn(tint), QFont::Bold);
        }
        m_brush.outline(p, grid.box, theme.role(Role::Filter).fill, 3);
    }
    paintTitles(p);
    const QColor border = mixed(theme.surface, theme.role(Role::Output).fill, 0.55);
    for (int r = 0; r < m_layout.output.rows; ++r)
        for (int c = 0; c < m_layout.output.columns; ++c)
            m_brush.cell(p, m_layout.output.at(r, c), Qt::transparent, border, Qt::DashLine);
}

void MatrixPainter::paintHeading(QPainter& p) const
{
    const Theme& theme = m_style.theme;
    const QColor in = theme.role(Role::Input).text, filter = theme.role(Role::Filter).text,
                 out = theme.role(Role::Output).text;
    std::vector<TextRun> runs = isTransposed()
                                    ? std::vector<TextRun>{{QStringLiteral("x̂"), out, QFont::Bold},
                                                           {QStringLiteral(" = "), theme.ink},
                                                           {QStringLiteral("Wᵀ "), filter, QFont::Bold},
                                                           {QStringLiteral("g"), in, QFont::Bold}}
                                    : std::vector<TextRun>{{QStringLiteral("y"), out, QFont::Bold},
                                                           {QStringLiteral(" = "), theme.ink},
                                                           {QStringLiteral("W "), filter, QFont::Bold},
                                                           {QStringLiteral("x"), in, QFont::Bold}};
    if (m_figure.scene.biasOf(front()) != 0) {
        runs.push_back({QStringLiteral(" + "), theme.ink});
        runs.push_back({m_brush.number(m_figure.scene.biasOf(front())), filter, QFont::Bold});
    }
    const QRectF& line = m_layout.heading;
    const double high = m_layout.isUpright ? m_style.px(30) : line.height();
    const double end = m_marks.runs(p, {line.left(), line.top() + 0.75 * high}, runs, 22);
    const QString note =
        isTransposed() ? m_style.texts.say("MatrixPainter", "the columns of W have become rows")
                       : m_style.texts.say("MatrixPainter", "each position of the filter drops one row");
    if (m_layout.isUpright)
        return m_marks.text(p, line.adjusted(0, high, 0, 0), Qt::AlignLeft | Qt::AlignTop, note, theme.muted);
    const QRectF rest = line.adjusted(end - line.left() + m_style.px(18), 0, 0, 0);
    m_marks.text(p, rest, Qt::AlignLeft | Qt::AlignVCenter,
                 QFontMetricsF(m_style.font(13)).elidedText(note, Qt::ElideRight, rest.width()), theme.muted);
}

void MatrixPainter::paintCounts(QPainter& p) const
{
    const Theme& theme = m_style.theme;
    const Texts& texts = m_style.texts;
    const MatrixCounts counts = m_matrix->counts();
    const auto grouped = [&](std::int64_t n) { return countText(texts, n); };
    const QRectF& box = m_layout.counts;
    if (!m_layout.isHigh) m_marks.card(p, box);
    const QRectF room =
        m_layout.isHigh ? box : box.adjusted(m_style.px(14), m_style.px(6), -m_style.px(12), -m_style.px(6));
    const double large = m_layout.isHigh ? 20 : 32, line = m_style.px(m_layout.isHigh ? 28 : 42);
    double y = room.top() + 0.78 * line;
    const auto row = [&](const QString& figure, const QColor& colour, const QString& words) {
        const double end = m_marks.runs(p, {room.left(), y}, {{figure, colour, QFont::Bold}}, large);
        m_marks.runs(p, {end + m_style.px(8), y}, {{words, theme.ink}}, 15);
        y += line;
    };
    row(grouped(counts.numbers), theme.role(Role::Filter).text, texts.say("MatrixPainter", "weights"));
    row(grouped(counts.filled), theme.ink,
        texts.say("MatrixPainter", "places of %1").arg(grouped(counts.places)));
    const QString told =
        isTransposed()
            ? texts.say("MatrixPainter", "Transposed, not inverse: the size comes back, the values do not.")
            : texts
                  .say("MatrixPainter",
                       "%1 places stay empty. A dense layer of this size would learn %2 numbers.")
                  .arg(grouped(counts.places - counts.filled), grouped(counts.places));
    const QRectF rest(room.left(), y - 0.62 * line, room.width(), room.bottom() - y + 0.62 * line);
    p.save();
    p.setClipRect(rest, Qt::IntersectClip);
    m_marks.text(p, rest, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, told, theme.muted);
    p.restore();
}

/// Places that wait for their rows, and the input's numbers above their columns.
void MatrixPainter::paintFrames(QPainter& p) const
{
    const Theme& theme = m_style.theme;
    if (!m_layout.hasNumbers) {
        p.setPen(QPen(theme.line, m_style.scale));
        p.setBrush(theme.surface);
        return p.drawRect(m_layout.matrix.box);
    }
    const auto& x = m_figure.scene.input.data;
    for (int c = 0; c < m_layout.x.columns; ++c) {
        const double value = x[static_cast<std::size_t>(c)];
        m_brush.cell(p, m_layout.x.at(0, c), theme.shade(Role::Input, std::abs(value) / m_greatestInput),
                     mixed(theme.surface, theme.role(Role::Input).fill, 0.5));
        m_brush.value(p, m_layout.x.at(0, c), value, theme.ink);
    }
    const QRectF label(m_layout.x.box.left() - m_style.px(30), m_layout.x.box.top(), m_style.px(24),
                       m_layout.x.cell);
    m_marks.text(p, label, Qt::AlignRight | Qt::AlignVCenter,
                 isTransposed() ? QStringLiteral("g") : QStringLiteral("x"), theme.role(Role::Input).text, 16,
                 QFont::Bold);
    m_marks.text(p, QRectF(m_layout.y.box.left(), m_layout.x.box.top(), m_layout.y.cell, m_layout.x.cell),
                 Qt::AlignCenter, isTransposed() ? QStringLiteral("x̂") : QStringLiteral("y"),
                 theme.role(Role::Output).text, 16, QFont::Bold);
    const QColor waiting = mixed(theme.surface, theme.role(Role::Output).fill, 0.55);
    for (int r = 0; r < rows(); ++r) {
        for (int c = 0; c < m_layout.matrix.columns; ++c)
            m_brush.cell(p, m_layout.matrix.at(r, c), Qt::transparent, theme.line, Qt::DashLine);
        m_brush.cell(p, m_layout.y.at(r, 0), Qt::transparent, waiting, Qt::DashLine);
        const QRectF at = m_layout.matrix.at(r, 0);
        m_marks.text(p, QRectF(at.left() - m_style.px(42), at.top(), m_style.px(36), at.height()),
                     Qt::AlignRight | Qt::AlignVCenter, QString::number(r + 1), theme.muted);
        m_marks.text(p,
                     QRectF(m_layout.matrix.box.right(), at.top(),
                            m_layout.y.box.left() - m_layout.matrix.box.right(), at.height()),
                     Qt::AlignCenter, QStringLiteral("="), theme.muted, 15);
    }
}

/// Where no weight stands is a dot, where one is 0 a tinted cell with its 0.
void MatrixPainter::paintRow(QPainter& p, int row, const QPointF& shift) const
{
    const Theme& theme = m_style.theme;
    const MatrixRow entries = m_matrix->row(firstRow() + row);
    if (!m_layout.hasNumbers) {
        const double side = std::max(m_layout.matrix.cell, 1.2);
        for (const MatrixEntry& entry : entries.entries)
            p.fillRect(QRectF(m_layout.matrix.at(row, entry.column).topLeft() + shift, QSizeF(side, side)),
                       tintOf(entries.weightsOf(entry).front()));
        return;
    }
    std::size_t next = 0;
    for (int c = 0; c < m_layout.matrix.columns; ++c) {
        const QRectF cell = m_layout.matrix.at(row, c).translated(shift);
        if (next < entries.entries.size() && entries.entries[next].column == c) {
            const MatrixEntry& entry = entries.entries[next++];
            const QColor tint = tintOf(entries.weightsOf(entry).front());
            m_brush.cell(p, cell, tint, mixed(theme.surface, theme.role(Role::Filter).fill, 0.6));
            m_brush.value(p, cell, entry.value, inkOn(tint), QFont::Bold);
            continue;
        }
        m_brush.cell(p, cell, theme.stage, theme.line);
        p.setPen(Qt::NoPen);
        p.setBrush(theme.faint);
        p.drawEllipse(cell.center(), m_style.px(1.5), m_style.px(1.5));
    }
}

void MatrixPainter::paintResult(QPainter& p, int row) const
{
    if (!m_layout.hasNumbers) return;
    const Theme& theme = m_style.theme;
    const double value = resultOf(row);
    m_brush.cell(p, m_layout.y.at(row, 0), theme.shade(Role::Output, std::abs(value) / m_greatestOutput),
                 mixed(theme.surface, theme.role(Role::Output).fill, 0.55));
    m_brush.value(p, m_layout.y.at(row, 0), value, theme.ink, QFont::Bold);
}

void MatrixPainter::paintOutput(QPainter& p, int row) const
{
    const Theme& theme = m_style.theme;
    const OutputCell cell = cellOfRow(row);
    const double value = resultOf(row);
    const QRectF box = m_layout.output.at(cell.row, cell.column);
    m_brush.cell(p, box, theme.shade(Role::Output, std::abs(value) / m_greatestOutput),
                 mixed(theme.surface, theme.role(Role::Output).fill, 0.55));
    m_brush.value(p, box, value, theme.ink, QFont::Bold);
}

void MatrixPainter::paintFirstRows(QPainter& p, int count) const
{
    for (int r = 0; r < count; ++r) {
        paintRow(p, r, {});
        paintResult(p, r);
        paintOutput(p, r);
    }
}

void MatrixPainter::paintNone(QPainter& p) const
{
    const QString told = noMatrixText(m_style.texts);
    m_marks.text(p, m_layout.matrix.box.adjusted(m_style.px(40), 0, -m_style.px(40), 0),
                 Qt::AlignCenter | Qt::TextWordWrap, told, m_style.theme.ink, 18);
}

void MatrixPainter::paintStill(QPainter& p) const
{
    p.setRenderHint(QPainter::Antialiasing);
    p.setRenderHint(QPainter::TextAntialiasing);
    if (!m_matrix) return paintNone(p);
    paintGrids(p);
    paintCounts(p);
    paintHeading(p);
    paintFrames(p);
    if (m_look.selected && m_look.selected->place != ConvPlace::Output)
        m_brush.outline(p, cellOf(*m_look.selected), m_style.theme.role(Role::Filter).fill, 2);
}

void MatrixPainter::paintDone(QPainter& p) const
{
    if (!m_matrix) return;
    p.setRenderHint(QPainter::Antialiasing);
    p.setRenderHint(QPainter::TextAntialiasing);
    paintFirstRows(p, rows());
}

QRegion MatrixPainter::doneRegion(double t, bool withProducts) const
{
    if (!m_matrix) return {};
    const int done = momentAt(t, withProducts).done;
    if (done == 0) return {};
    QRegion region = m_layout.matrix.span(0, 0, done, m_layout.matrix.columns).toAlignedRect();
    if (m_layout.hasNumbers) region += m_layout.y.span(0, 0, done, 1).toAlignedRect();
    const int across = m_layout.output.columns;
    region += m_layout.output.span(0, 0, done / across, across).toAlignedRect();
    if (done % across > 0) region += m_layout.output.span(done / across, 0, 1, done % across).toAlignedRect();
    return region;
}

/// The row falls from the input's numbers to its place.
void MatrixPainter::paintRowAtWork(QPainter& p, const Moment& m) const
{
    const QColor colour = m_style.theme.role(Role::Filter).fill;
    const QRectF window = windowOf(m.row), row = rowBox(m.row);
    if (m_layout.hasNumbers && !m.multiplies) {
        const double from = m_layout.x.box.top() - row.top();
        paintRow(p, m.row, {0, (1 - m.moveShare) * from});
    } else if (!m.writes)
        paintRow(p, m.row, {});
    if (!window.isEmpty()) m_brush.outline(p, window, colour, 3);
    m_brush.outline(p, row.adjusted(-2, -1, 2, 1), colour, m_layout.hasNumbers ? 3 : 1.5);
    if (m.writes) {
        const OutputCell cell = cellOfRow(m.row);
        m_brush.outline(p, m_layout.output.at(cell.row, cell.column), colour, 3);
        if (m_layout.hasNumbers) m_brush.outline(p, m_layout.y.at(m.row, 0), colour, 3);
    }
    if (m_layout.isHigh || window.isEmpty()) return;
    const double end = row.left() - m_style.px(m_layout.hasNumbers ? 36 : 4), // before the row's name
        x = std::max(m_style.px(6), std::min(window.left() - m_style.px(8), end - m_style.px(8)));
    p.setPen(QPen(colour, m_style.px(2)));
    p.setBrush(Qt::NoBrush);
    p.drawPolyline(QPolygonF{{window.left(), window.bottom() - m_style.px(3)},
                             {x, window.bottom() - m_style.px(3)},
                             {x, row.center().y()},
                             {end, row.center().y()}});
}

void MatrixPainter::paintSum(QPainter& p, int row) const
{
    const Theme& theme = m_style.theme;
    const MatrixRow entries = m_matrix->row(firstRow() + row);
    const QRectF& box = m_layout.sum;
    std::vector<TextRun> runs;
    for (const MatrixEntry& entry : entries.entries) {
        const double value = m_figure.scene.input.data[static_cast<std::size_t>(entry.column)];
        const bool counts = value * entry.value != 0;
        if (!runs.empty()) runs.push_back({QStringLiteral(" + "), theme.muted});
        runs.push_back({m_brush.number(value), counts ? theme.role(Role::Input).text : theme.muted,
                        counts ? QFont::Bold : QFont::Normal});
        runs.push_back({QStringLiteral("·"), theme.muted});
        runs.push_back({m_brush.number(entry.value), counts ? theme.role(Role::Filter).text : theme.muted,
                        counts ? QFont::Bold : QFont::Normal});
    }
    const double bias = m_figure.scene.biasOf(front());
    if (bias != 0)
        runs.push_back({QStringLiteral(" + ") + m_brush.number(bias), theme.role(Role::Filter).text});
    const std::vector<TextRun> result{
        {QStringLiteral(" = "), theme.muted},
        {m_brush.number(resultOf(row)), theme.role(Role::Output).text, QFont::Bold}};
    if (m_layout.isUpright && paintUprightSum(p, runs, result)) return;
    const double room = box.width() - m_style.px(8) - m_marks.widthOf(result, 26);
    double pixels = std::min(20.0, std::floor(20 * room / std::max(1.0, m_marks.widthOf(runs, 20))));
    if (pixels < (m_layout.isUpright ? 14 : 12)) { // too many to be told one by one
        runs = {{m_style.texts.say("MatrixPainter", "row %1: %2 products")
                     .arg(row + 1)
                     .arg(entries.entries.size()),
                 theme.muted}};
        pixels = 15;
    }
    const double share = m_layout.isUpright ? 0.35
                         : m_layout.isHigh  ? 0.55
                                            : 0.7,
                 y = box.top() + share * box.height();
    const double end = m_marks.runs(p, {box.left(), y}, runs, pixels);
    m_marks.runs(p, {end, y}, result, std::min(26.0, 1.35 * pixels));
}

bool MatrixPainter::paintUprightSum(QPainter& p, std::vector<TextRun> runs,
                                    const std::vector<TextRun>& result) const
{
    constexpr double pixels = 16, resultPixels = 24;
    constexpr std::size_t parts = 4; // a term: + value · weight
    const QRectF& box = m_layout.sum;
    const double line = m_style.px(25), last = m_marks.widthOf(result, resultPixels);
    std::vector<std::vector<TextRun>> lines(1);
    runs.insert(runs.begin(), TextRun{});
    for (std::size_t i = 0; i < runs.size(); i += parts) {
        const std::vector<TextRun> term(runs.begin() + static_cast<std::ptrdiff_t>(i),
                                        runs.begin() +
                                            static_cast<std::ptrdiff_t>(std::min(i + parts, runs.size())));
        const bool isLast = i + parts >= runs.size();
        const double wide = m_marks.widthOf(lines.back(), pixels) + m_marks.widthOf(term, pixels);
        if (wide + (isLast ? last : 0) > box.width()) lines.emplace_back();
        lines.back().insert(lines.back().end(), term.begin(), term.end());
    }
    if (static_cast<double>(lines.size()) * line > box.height()) return false;
    QPointF at(box.left(), box.top());
    for (const auto& each : lines) {
        at = {box.left(), at.y() + line};
        at.setX(m_marks.runs(p, at, each, pixels));
    }
    m_marks.runs(p, at, result, resultPixels);
    return true;
}

/// One side of ⟨W x, g⟩ = ⟨x, Wᵀ g⟩, with its products where there is room for them.
void MatrixPainter::paintProduct(QPainter& p, const QRectF& line, bool isOutputSide, int done) const
{
    const Theme& theme = m_style.theme;
    const bool isWhole = done == rows(), isKnown = isWhole || m_products.size() > 1;
    const MatrixProducts& at = m_products[isWhole   ? m_products.size() - 1
                                          : isKnown ? static_cast<std::size_t>(done)
                                                    : 0];
    const QColor in = theme.role(Role::Input).text, filter = theme.role(Role::Filter).text;
    const TextRun w{isTransposed() == isOutputSide ? QStringLiteral("Wᵀ") : QStringLiteral("W"), filter,
                    QFont::Bold};
    // A transposed scene's own matrix is Wᵀ, its input g, and the probe x.
    const TextRun own{isTransposed() ? QStringLiteral("g") : QStringLiteral("x"), in, QFont::Bold},
        probe{isTransposed() ? QStringLiteral("x") : QStringLiteral("g"), theme.ink, QFont::Bold};
    std::vector<TextRun> runs{{QStringLiteral("⟨"), theme.ink}};
    if (isOutputSide)
        runs.insert(runs.end(), {w, own, {QStringLiteral(", "), theme.ink}, probe});
    else
        runs.insert(runs.end(), {own, {QStringLiteral(", "), theme.ink}, w, probe});
    runs.push_back({QStringLiteral("⟩"), theme.ink});
    const double y = line.top() + 0.68 * line.height();
    const double end = m_marks.runs(p, {line.left(), y}, runs, 17);
    const QString result =
        isKnown ? m_brush.number(isOutputSide ? at.outputSide : at.inputSide) : QStringLiteral("…");
    const std::vector<TextRun> total{{QStringLiteral("= "), theme.muted},
                                     {result, theme.role(Role::Output).text, QFont::Bold}};
    const double wide = m_marks.widthOf(total, 22);
    m_marks.runs(p, {line.right() - wide, y}, total, 22);
    if (!isKnown) return;
    const std::vector<double>& left = isOutputSide ? at.forward : m_figure.scene.input.data;
    const std::vector<double>& right = isOutputSide ? m_probe : at.back;
    QString told;
    for (std::size_t i = 0; i < left.size() && told.size() < 200; ++i)
        told += (i > 0 ? QStringLiteral(" + ") : QString()) + m_brush.number(left[i]) + QStringLiteral("·") +
                m_brush.number(right[i]);
    const double room = line.right() - wide - end - m_style.px(16);
    told.prepend(QStringLiteral("= "));
    if (m_marks.widthOf(told, 14) > room)
        told = m_style.texts.say("MatrixPainter", "%1 products")
                   .arg(m_style.texts.grouped(static_cast<int>(left.size())));
    if (m_marks.widthOf(told, 14) <= room)
        m_marks.text(p, QRectF(end + m_style.px(8), line.top(), room, line.height()),
                     Qt::AlignLeft | Qt::AlignVCenter, told, theme.muted, 14);
}

void MatrixPainter::paintProducts(QPainter& p, int done) const
{
    const QRectF& box = m_layout.products;
    m_marks.card(p, box);
    const QRectF room = box.adjusted(m_style.px(14), m_style.px(6), -m_style.px(14), -m_style.px(6));
    double high = std::min(m_style.px(34), room.height() / 2);
    QRectF line(room.left(), room.top(), room.width(), high);
    paintProduct(p, line, !isTransposed(), done);
    paintProduct(p, line.translated(0, high), isTransposed(), done);
    const QRectF rest = room.adjusted(0, 2 * high + m_style.px(2), 0, 0);
    if (rest.height() < m_style.px(34)) return;
    const QString told =
        done < rows()
            ? m_style.texts.say("MatrixPainter", "for the rows so far, with small whole numbers x and g")
            : m_style.texts.say("MatrixPainter",
                                "equal for any x and g: the decoder’s matrix is the encoder’s, turned over");
    m_marks.text(p, rest, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, told, m_style.theme.muted);
}

/// The filled places of a row that is too narrow for numbers, with the columns that they stand in.
void MatrixPainter::paintLens(QPainter& p, int row) const
{
    if (m_layout.hasNumbers) return;
    const Theme& theme = m_style.theme;
    const MatrixRow entries = m_matrix->row(firstRow() + row);
    const double cell = m_style.px(m_layout.isUpright ? 36 : 34), head = m_style.px(20),
                 all = static_cast<double>(entries.entries.size());
    const double around = m_style.px(m_layout.isUpright ? 16 : 30);
    const int fit = static_cast<int>((m_layout.heading.width() - around) / cell);
    const int count = std::min({static_cast<int>(all), mostInLens, std::max(1, fit)});
    if (count == 0) return;
    QRectF box(0, 0, count * cell + m_style.px(16), cell + head + m_style.px(14));
    const QRectF at = rowBox(row);
    box.moveCenter(at.center());
    box.moveTop(at.bottom() + m_style.px(8));
    if (box.bottom() > m_layout.matrix.box.bottom()) box.moveBottom(at.top() - m_style.px(8));
    if (m_layout.isUpright) box.moveTop(m_layout.lens.top());
    box.moveLeft(std::clamp(box.left(), m_layout.heading.left(),
                            std::max(m_layout.heading.left(), m_layout.heading.right() - box.width())));
    m_marks.card(p, box);
    for (int i = 0; i < count; ++i) {
        const MatrixEntry& entry = entries.entries[static_cast<std::size_t>(i)];
        const QRectF place(box.left() + m_style.px(8) + i * cell, box.top() + m_style.px(6) + head, cell,
                           cell);
        const QColor tint = tintOf(entries.weightsOf(entry).front());
        m_brush.cell(p, place, tint, theme.line);
        m_brush.value(p, place, entry.value, inkOn(tint), QFont::Bold);
        m_marks.text(p, QRectF(place.left(), place.top() - head, cell, head), Qt::AlignCenter,
                     QString::number(entry.column + 1), theme.muted);
    }
}

void MatrixPainter::paintMoving(QPainter& p, double t, bool withProducts) const
{
    if (!m_matrix) return;
    p.setRenderHint(QPainter::Antialiasing);
    p.setRenderHint(QPainter::TextAntialiasing);
    const Moment m = momentAt(t, withProducts);
    if (m.isBegun) paintRowAtWork(p, m);
    const int told = rowInWords(m);
    if (told >= 0 && told < rows()) {
        if (m_look.focus) {
            m_brush.outline(p, rowBox(told).adjusted(-2, -1, 2, 1), m_style.theme.accent, 2.5);
            m_brush.outline(p, cellOf(*m_look.focus), m_style.theme.accent, 3);
            if (const QRectF window = windowOf(told); !window.isEmpty())
                m_brush.outline(p, window, m_style.theme.accent, 3);
        }
        paintSum(p, told);
    } else if (m_look.focus)
        m_brush.outline(p, cellOf(*m_look.focus), m_style.theme.accent, 3);
    paintProducts(p, m.done);
    if (told >= 0 && told < rows()) paintLens(p, told);
}

/// Without clips: only the rows that stand.
void MatrixPainter::paint(QPainter& p, double t, bool withProducts) const
{
    paintStill(p);
    if (!m_matrix) return;
    paintFirstRows(p, momentAt(t, withProducts).done);
    paintMoving(p, t, withProducts);
}

QRegion MatrixPainter::movingRegion(double t, bool withProducts) const
{
    if (!m_matrix) return {};
    const Moment m = momentAt(t, withProducts);
    const double edge = m_style.px(5);
    const auto edged = [&](const QRectF& box) {
        return box.adjusted(-edge, -edge, edge, edge).toAlignedRect();
    };
    QRegion region = QRegion(edged(m_layout.products)) + edged(m_layout.sum);
    const bool isFocused = m_look.focus.has_value();
    if (isFocused || !m_layout.hasNumbers || (m.isBegun && !m.multiplies)) // lens, and what falls
        return region + edged(figureBox());
    region += QRegion(edged(rowBox(m.row))) + edged(m_layout.y.at(m.row, 0));
    for (const GridLayout& grid : m_layout.inputs)
        region += edged(grid.box);
    const OutputCell cell = cellOfRow(m.row);
    region += edged(m_layout.output.at(cell.row, cell.column));
    if (m_layout.isHigh) return region;
    // The line between window and row.
    const QRectF first = m_layout.inputs.front().box;
    return region + QRectF(0, first.top(), std::max(first.left(), m_layout.matrix.box.left()) + edge,
                           m_layout.matrix.box.bottom() - first.top())
                        .toAlignedRect();
}

QRegion MatrixPainter::betweenRegion(double from, double to, bool withProducts) const
{
    if (!m_matrix || momentAt(from, withProducts).row == momentAt(to, withProducts).row) return {};
    return m_layout.sum.united(m_layout.products).toAlignedRect();
}

std::optional<ConvHit> MatrixPainter::hit(const QPointF& point) const
{
    if (!m_matrix) return std::nullopt;
    for (std::size_t ch = 0; ch < m_layout.inputs.size(); ++ch)
        if (const auto c = m_layout.inputs[ch].cellAt(point))
            return ConvHit{ConvPlace::Input, c->h, c->w, static_cast<int>(ch)};
    for (std::size_t ch = 0; ch < m_layout.kernels.size(); ++ch)
        if (const auto c = m_layout.kernels[ch].cellAt(point)) {
            const bool isTurned = m_figure.scene.convention == Convention::NumPy && !isTransposed();
            const Axes k = m_figure.scene.kernelSize();
            return ConvHit{ConvPlace::Kernel, isTurned ? k.h - 1 - c->h : c->h,
                           isTurned ? k.w - 1 - c->w : c->w, static_cast<int>(ch), front()};
        }
    if (const auto c = m_layout.output.cellAt(point))
        return ConvHit{ConvPlace::Output, c->h, c->w, 0, front()};
    for (const GridLayout* grid : {&m_layout.matrix, &m_layout.y})
        if (const auto c = grid->cellAt(point)) {
            const OutputCell cell = cellOfRow(c->h);
            return ConvHit{ConvPlace::Output, cell.row, cell.column, 0, cell.filter};
        }
    if (const auto c = m_layout.x.cellAt(point)) {
        const GridLayout& grid = m_layout.inputs.front();
        const int cells = grid.rows * grid.columns, at = c->w % cells;
        return ConvHit{ConvPlace::Input, at / grid.columns, at % grid.columns, c->w / cells};
    }
    return std::nullopt;
}

QRectF MatrixPainter::cellOf(const ConvHit& hit) const
{
    if (!m_matrix) return {};
    const auto in = [&](const std::vector<GridLayout>& grids) {
        const auto at = static_cast<std::size_t>(hit.channel);
        return at < grids.size() ? grids[at].at(hit.row, hit.column) : QRectF();
    };
    switch (hit.place) {
    case ConvPlace::Input:
        return in(m_layout.inputs);
    case ConvPlace::Kernel:
        return in(m_layout.kernels);
    case ConvPlace::Output:
        break;
    }
    return m_layout.output.at(hit.row, hit.column);
}

QRectF MatrixPainter::figureBox() const
{
    QRectF box = m_layout.matrix.box.united(around(m_layout.inputs)).united(m_layout.output.box);
    if (m_layout.hasNumbers) box = box.united(m_layout.x.box).united(m_layout.y.box);
    return box;
}

QString MatrixPainter::describe(double t) const
{
    const Texts& texts = m_style.texts;
    if (!m_matrix) return noMatrixText(texts);
    const MatrixCounts counts = m_matrix->counts();
    const Moment m = momentAt(t, true);
    QString told =
        texts
            .say("MatrixPainter",
                 "A matrix of %1 rows and %2 columns: %3 weights in %4 of %5 places. %6 rows stand.")
            .arg(m_matrix->rows())
            .arg(m_matrix->columns())
            .arg(counts.numbers)
            .arg(counts.filled)
            .arg(counts.places)
            .arg(m.done);
    if (m.isBegun)
        told += u' ' + texts.say("MatrixPainter", "Row %1 gives %2.")
                           .arg(m.row + 1)
                           .arg(m_brush.number(resultOf(m.row)));
    return told;
}

} // namespace hg
