#include "ui/painters/learned_painter.h"

#include <QFontMetricsF>

#include <algorithm>
#include <array>
#include <cmath>

namespace hg {
namespace {

constexpr double leastGreatest = 1e-12; // a scale is never 0
constexpr double seenShare = 1.0 / 255; // of a scale: less is not seen
constexpr double restShare = 1e-3;      // of the first gradient: less is rest
constexpr double freeFrom = 0.01;       // of a weight's direction: less is not worth a hatch
constexpr double lowestError = 1e-10;   // of the curve

double greatestOf(std::span<const double> values)
{
    double greatest = 0;
    for (const double v : values)
        if (std::isfinite(v)) greatest = std::max(greatest, std::abs(v));
    return greatest;
}

double scaleOf(std::span<const double> values)
{
    return std::max(leastGreatest, greatestOf(values));
}

bool hasNegative(std::span<const double> values)
{
    return std::ranges::any_of(values, [](double v) { return v < 0; });
}

QRectF line(const QRectF& box, double from, double height)
{
    return {box.left(), box.top() + from, box.width(), height};
}

/// 10⁻⁴, as it is written.
QString powerOfTen(int exponent)
{
    if (exponent == 0) return QStringLiteral("1");
    QString text = QStringLiteral("10");
    if (exponent == 1) return text;
    constexpr std::array raised{u'⁰', u'¹', u'²', u'³', u'⁴', u'⁵', u'⁶', u'⁷', u'⁸', u'⁹'};
    if (exponent < 0) text += u'⁻';
    for (const QChar digit : QString::number(std::abs(exponent)))
        text += raised[static_cast<std::size_t>(digit.digitValue())];
    return text;
}

QString braceText(const Texts& texts, bool showsInputGradient)
{
    return showsInputGradient
               ? texts.say("Learned", "the difference stamped by the filter: a transposed convolution")
               : texts.say("Learned", "input slid over the difference: a convolution again");
}

QString restSentence(const Texts& texts)
{
    return texts.say("Learned", "Hardly any gradient: the weights rest.");
}

QString wantedNote(const Texts& texts, bool isDrawn)
{
    return isDrawn ? texts.say("Learned", "drawn") : texts.say("Learned", "made by a hidden filter");
}

/// What stands above the filter that was found and the hidden one.
QString hiddenTitle(const Texts& texts, bool isHidden, bool isRevealed)
{
    if (!isHidden) return texts.say("Learned", "No hidden filter: the wanted picture was drawn");
    return isRevealed ? texts.say("Learned", "Found by the error | hidden until now")
                      : texts.say("Learned", "Filter now | hidden until the end");
}

/// The power of ten below or above.
double decade(double value, bool isAbove)
{
    const double power = std::log10(value);
    return std::pow(10, isAbove ? std::ceil(power - 1e-9) : std::floor(power + 1e-9));
}

QString endSentence(const LearnedRun& run, const Texts& texts)
{
    if (run.isBlank()) return texts.say("Learned", "A blank input: no error can move a weight.");
    switch (run.run.end()) {
    case FilterEnd::Learned:
        return texts.say("Learned", "The error has come to rest, and so have the weights.");
    case FilterEnd::Diverged:
        return texts.say("Learned", "It has flown apart: each step overshoots by more.");
    case FilterEnd::LastUpdate:
    case FilterEnd::None:
        break;
    }
    return run.figure().hidden ? texts.say("Learned", "The last update: it would go on.")
                               : texts.say("Learned", "No filter of this size comes much closer.");
}

QString fixedSentence(const LearnedRun& run, const Texts& texts)
{
    const FilterSpectrum& spectrum = run.spectrum;
    if (spectrum.isFixed()) return {};
    const QString fixed =
        texts.say("Learned", "This input fixes %1 of %2 directions: hatched weights keep a part of their "
                             "beginning, and the output is the same.");
    return fixed.arg(spectrum.rank).arg(spectrum.eigenvalues.size());
}

/// What is told below one update.
QString explanationOf(const LearnedRun& run, std::size_t weight, bool showsInputGradient, const Texts& texts)
{
    const FilterFigure& figure = run.figure();
    const int outputs = figure.layer.out.height * figure.layer.out.width, columns = figure.task.kernel.w;
    QStringList sentences;
    if (const QString fixed = fixedSentence(run, texts); !fixed.isEmpty()) sentences << fixed;
    if (showsInputGradient)
        sentences
            << texts
                   .say("Learned",
                        "Each cell of the difference stamps the filter, times 2/%1: the layer before takes "
                        "this as "
                        "its own error.")
                   .arg(outputs);
    else
        sentences << texts
                         .say("Learned", "The framed cell, row %1, column %2: its gradient is 2/%3 · Σ input "
                                         "· difference, over "
                                         "the dashed part of the input.")
                         .arg(static_cast<int>(weight) / columns + 1)
                         .arg(static_cast<int>(weight) % columns + 1)
                         .arg(outputs);
    if (!showsInputGradient && figure.task.method == DescentMethod::Momentum)
        sentences << texts.say("Learned", "Momentum: .9 of the last step goes on.");
    if (!showsInputGradient && figure.task.method == DescentMethod::Adam)
        sentences << texts.say("Learned", "Adam: each weight has a step of its own.");
    return sentences.join(u' ');
}

/// The longest that may stand on an upright page, at whichever update.
LearnedWords wordsOf(const LearnedRun& run, bool showsInputGradient, const Texts& texts)
{
    const FilterFigure& figure = run.figure();
    const QString dash = texts.say("Learned", "dash: below 0"), update = texts.say("Learned", "update %1");
    LearnedWords words;
    words.notes = {dash, update.arg(run.run.updates()), dash, wantedNote(texts, !figure.hidden),
                   texts.say("Learned", "nothing left to see")};
    words.brace = braceText(texts, showsInputGradient);
    words.explanation = explanationOf(run, figure.weightCount() - 1, showsInputGradient, texts);
    words.hidden = hiddenTitle(texts, figure.hidden.has_value(), true);
    words.sums = {endSentence(run, texts), restSentence(texts)};
    return words;
}

} // namespace

struct LearnedPainter::Moment {
    int update = 0;
    std::span<const double> weights;
    std::vector<double> next;
    FilterStep step;
    TensorD wanted;
    std::size_t weight = 0; ///< whose arithmetic is told
    bool isLast = false, isRevealed = false, isResting = false;
    LearnedLook look;
};

LearnedPainter::LearnedPainter(std::shared_ptr<const LearnedRun> run, const QSizeF& size, PaintStyle style,
                               bool showsInputGradient)
    : LearnedPainter(run, LearnedLayout(run->figure(), size, style, showsInputGradient), style,
                     showsInputGradient)
{}

LearnedLayout LearnedPainter::uprightLayout(const LearnedRun& run, double width, const PaintStyle& style,
                                            bool showsInputGradient)
{
    return LearnedLayout::upright(run.figure(), width, style, showsInputGradient,
                                  wordsOf(run, showsInputGradient, style.texts));
}

LearnedPainter::LearnedPainter(std::shared_ptr<const LearnedRun> run, LearnedLayout layout, PaintStyle style,
                               bool showsInputGradient)
    : m_run(std::move(run))
    , m_style(std::move(style))
    , m_showsInputGradient(showsInputGradient)
    , m_layout(std::move(layout))
    , m_brush(m_style)
    , m_pictures(m_style)
    , m_signed(divergingRamp(m_style.theme))
{
    const FilterFigure& figure = m_run->figure();
    const FilterStep first = stepAt(figure, m_run->run.weightsAt(0));
    m_steepest =
        static_cast<int>(std::ranges::max_element(
                             first.gradient, [](double a, double b) { return std::abs(a) < std::abs(b); }) -
                         first.gradient.begin());
    m_greatestInput = scaleOf(figure.task.input.data);
    m_greatestOutput = std::max(scaleOf(figure.wanted.data), 0.25 * greatestOf(first.output.data));
    m_greatestDifference = scaleOf(first.difference.data); // it keeps its scale: its fading is real
    m_greatestGradient = scaleOf(first.gradient);
    const int last = m_run->run.updates();
    const bool hasDiverged = m_run->run.end() == FilterEnd::Diverged;
    constexpr int looks = 12; // that of the first update is small, as its weights are
    for (int i = 0; i <= (hasDiverged ? 0 : looks); ++i) {
        const auto update = static_cast<int>(std::lround(updateOfShare(1.0 * i / looks, last)));
        const FilterStep step = stepAt(figure, m_run->run.weightsAt(update));
        m_greatestInputGradient = std::max(m_greatestInputGradient, scaleOf(step.inputGradient.data));
    }
    m_greatestWeight = std::max(scaleOf(m_run->run.weightsAt(hasDiverged ? 0 : last)),
                                figure.hidden ? scaleOf(*figure.hidden) : 0.0);
}

LearnedPainter::Moment LearnedPainter::momentOf(const LearnedLook& look) const
{
    const FilterRun& run = m_run->run;
    Moment m;
    m.look = look;
    m.update = std::clamp(look.update, 0, run.updates());
    m.weights = run.weightsAt(m.update);
    m.next = run.nextWeights(m.update);
    m.step = stepAt(run.figure(), m.weights);
    m.wanted = look.drawn ? *look.drawn : run.figure().wanted;
    const int chosen = look.weight.value_or(m_steepest), count = static_cast<int>(m.weights.size());
    m.weight = static_cast<std::size_t>(chosen >= 0 && chosen < count ? chosen : m_steepest);
    m.isLast = m.update == run.updates();
    m.isRevealed = look.isRevealed || m.isLast;
    m.isResting = greatestOf(m.step.gradient) < restShare * m_greatestGradient || m_run->isBlank();
    return m;
}

/// Three places are enough to follow the sum.
QString LearnedPainter::short3(double value) const
{
    if (!std::isfinite(value) || std::abs(value) >= 1e4) return m_style.texts.glance(value, 3);
    const double size = std::abs(value);
    if (size == 0 || size >= 0.001) return m_style.texts.number(value, 3);
    return withRealMinus(m_style.texts.locale().toString(value, 'g', 2));
}

void LearnedPainter::paint(QPainter& p, const LearnedLook& look) const
{
    const Moment m = momentOf(look);
    const PaintMarks marks(m_style);
    p.setRenderHint(QPainter::Antialiasing);
    if (m_layout.isUpright) marks.card(p, m_layout.pictureCard);
    marks.card(p, m_layout.stepCard);
    marks.card(p, m_layout.curveCard);
    paintTop(p, m);
    paintBrace(p);
    paintStep(p, m);
    paintCurve(p, m);
    paintHidden(p, m);
}

void LearnedPainter::paintHead(QPainter& p, LearnedPart part, const QString& title, const QColor& colour,
                               const QString& note) const
{
    const QRectF& head = m_layout.head(part);
    if (m_layout.isUpright) return paintTitle(p, head, title, colour, note, 18);
    const bool isLow = head.height() < m_style.px(38);
    const double first = isLow ? head.height() * 0.55 : m_style.px(22);
    fittedText(p, line(head, 0, first), Qt::AlignLeft | Qt::AlignVCenter, title, colour, isLow ? 14 : 18,
               QFont::Bold);
    fittedText(p, line(head, first, isLow ? head.height() - first : m_style.px(17)),
               Qt::AlignLeft | Qt::AlignVCenter, note, m_style.theme.muted, 13);
}

/// Upright, in as many lines as it takes.
void LearnedPainter::paintTitle(QPainter& p, const QRectF& box, const QString& title, const QColor& colour,
                                const QString& note, double pixels) const
{
    const double high = wrappedHeight(title, box.width(), m_style, pixels, QFont::Bold);
    PaintMarks(m_style).sentence(p, box, title, colour, pixels, QFont::Bold);
    PaintMarks(m_style).sentence(p, box.adjusted(0, high, 0, 0), note, m_style.theme.muted, uprightNote);
}

void LearnedPainter::paintTop(QPainter& p, const Moment& m) const
{
    const Theme& theme = m_style.theme;
    const FilterFigure& figure = m_run->figure();
    const Shape in = figure.task.input.shape;
    const auto signNote = [&](LearnedPart part, std::span<const double> values, double greatest) {
        const GridLayout& grid = m_layout.part(part);
        const bool needsIt = hasNegative(values) && !hasNumbers(grid, greatest) && isDashed(grid);
        return needsIt ? m_style.texts.say("Learned", "dash: below 0") : QString();
    };
    const QString channel =
        m.look.of && *m.look.of > 1
            ? m_style.texts.say("Learned", "channel %1 of %2").arg(m.look.channel.value_or(1)).arg(*m.look.of)
            : signNote(LearnedPart::Input, figure.task.input.data, m_greatestInput);
    // Upright the signs do not stand between the rows of pictures.
    const QString equals = m_layout.isUpright && !m_layout.isLine ? QStringLiteral("= ") : QString();
    paintHead(p, LearnedPart::Input,
              m_style.texts.say("Learned", "Input %1 × %2").arg(in.height).arg(in.width),
              theme.role(Role::Input).text, channel);
    paintHead(p, LearnedPart::Filter, m_style.texts.say("Learned", "Filter now"),
              theme.role(Role::Filter).text, m_style.texts.say("Learned", "update %1").arg(m.update));
    paintHead(p, LearnedPart::Output, equals + m_style.texts.say("Learned", "Output now"),
              theme.role(Role::Output).text,
              signNote(LearnedPart::Output, m.step.output.data, m_greatestOutput));
    paintHead(p, LearnedPart::Wanted, m_style.texts.say("Learned", "Wanted"), theme.role(Role::Output).text,
              wantedNote(m_style.texts, !figure.hidden || m.look.drawn));
    const bool isGone = greatestOf(m.step.difference.data) < seenShare * m_greatestDifference;
    paintHead(p, LearnedPart::Difference, equals + m_style.texts.say("Learned", "Difference"), theme.ink,
              isGone ? m_style.texts.say("Learned", "nothing left to see")
                     : m_style.texts.say("Learned", "blue: too little"));
    paintValues(p, m_layout.part(LearnedPart::Input), figure.task.input.data, Role::Input, m_greatestInput);
    paintValues(p, m_layout.part(LearnedPart::Filter), m.weights, Role::Filter, m_greatestWeight);
    paintFree(p, m_layout.part(LearnedPart::Filter));
    paintValues(p, m_layout.part(LearnedPart::Output), m.step.output.data, Role::Output, m_greatestOutput);
    paintValues(p, m_layout.part(LearnedPart::Wanted), m.wanted.data, Role::Output, m_greatestOutput);
    paintSigned(p, m_layout.part(LearnedPart::Difference), m.step.difference.data, m_greatestDifference);
    m_pictures.frame(p, m_layout.part(LearnedPart::Filter).box, theme.role(Role::Filter).fill, 3);
    paintPair(p, m);
    if (!m_layout.isLine) paintOperators(p);
}

/// Values whose depth is their size: a number in each cell, or a dash where one is negative.
void LearnedPainter::paintValues(QPainter& p, const GridLayout& grid, std::span<const double> values,
                                 Role role, double greatest) const
{
    const bool isNumbered = hasNumbers(grid, greatest);
    const Ramp deepening = roleRamp(m_style.theme, m_style.theme.role(role).fill);
    const auto colourOf = [&](double v) {
        if (!std::isfinite(v)) return m_style.theme.faint;
        const double depth = std::abs(v) / greatest;
        return isNumbered ? m_style.theme.shade(role, depth) : deepening.at(depth);
    };
    paintCells(p, grid, values, greatest, colourOf, m_style.theme.role(role).fill);
    if (!isNumbered && isDashed(grid)) paintDashes(p, grid, values, greatest);
}

/// Blue below 0, orange above, no colour at 0.
void LearnedPainter::paintSigned(QPainter& p, const GridLayout& grid, std::span<const double> values,
                                 double greatest) const
{
    const double reach = hasNumbers(grid, greatest) ? 0.3 : 0.5; // ink stays readable on it
    const auto colourOf = [&](double v) {
        return m_signed.at(0.5 + reach * std::clamp(v / greatest, -1.0, 1.0));
    };
    paintCells(p, grid, values, greatest, colourOf, m_style.theme.faint);
}

std::optional<UprightDigits> LearnedPainter::digitsIn(const GridLayout& grid, double greatest) const
{
    if (m_layout.isUpright) return uprightDigits(grid.cell, greatest, m_style);
    return m_brush.hasNumbers(grid.cell) ? std::optional(UprightDigits{}) : std::nullopt;
}

/// A strip on an upright page is higher than its cells are wide.
void LearnedPainter::paintMosaic(QPainter& p, const GridLayout& grid,
                                 const PictureCells::ColourOf& colourOf) const
{
    p.save();
    if (m_layout.isUpright && grid.rows == 1) {
        p.translate(0, grid.box.top());
        p.scale(1, grid.box.height() / grid.cell);
        p.translate(0, -grid.box.top());
    }
    m_pictures.mosaic(p, grid, colourOf);
    p.restore();
}

void LearnedPainter::paintCells(QPainter& p, const GridLayout& grid, std::span<const double> values,
                                double greatest, const std::function<QColor(double)>& colourOf,
                                const QColor& border) const
{
    const auto at = [&](int r, int c) {
        return values[static_cast<std::size_t>(r) * static_cast<std::size_t>(grid.columns) +
                      static_cast<std::size_t>(c)];
    };
    const auto digits = digitsIn(grid, greatest);
    if (!digits) {
        paintMosaic(p, grid, [&](int r, int c) { return colourOf(at(r, c)); });
        return m_pictures.frame(p, grid.box, border, 1.5);
    }
    for (int r = 0; r < grid.rows; ++r)
        for (int c = 0; c < grid.columns; ++c) {
            const double v = at(r, c);
            m_brush.cell(p, grid.at(r, c), colourOf(v), mixed(m_style.theme.surface, border, 0.5));
            if (m_layout.isUpright)
                paintUprightNumber(p, grid.at(r, c), v, *digits, m_style);
            else
                m_brush.words(p, grid.at(r, c), m_style.texts.glance(v, 2), m_style.theme.ink,
                              QFont::DemiBold);
        }
}

void LearnedPainter::paintDashes(QPainter& p, const GridLayout& grid, std::span<const double> values,
                                 double greatest) const
{
    constexpr double worthIt = 0.06; // of the scale
    p.setPen(QPen(m_style.theme.surface, std::max(1.0, 0.16 * grid.cell), Qt::SolidLine, Qt::FlatCap));
    std::size_t i = 0;
    for (int r = 0; r < grid.rows; ++r)
        for (int c = 0; c < grid.columns; ++c) {
            if (values[i++] >= -worthIt * greatest) continue;
            const double high = grid.box.height() / grid.rows;
            const QPointF middle(grid.at(r, c).center().x(), grid.box.top() + (r + 0.5) * high);
            p.drawLine(middle - QPointF(0.28 * grid.cell, 0), middle + QPointF(0.28 * grid.cell, 0));
        }
}

/// Weights that keep a part of their beginning, whatever is learned.
void LearnedPainter::paintFree(QPainter& p, const GridLayout& grid) const
{
    const auto& shares = m_run->spectrum.freeShare;
    QColor colour = m_style.theme.ink;
    colour.setAlphaF(0.35f);
    for (std::size_t i = 0; i < shares.size(); ++i)
        if (shares[i] >= freeFrom)
            m_brush.hatch(p, grid.at(static_cast<int>(i) / grid.columns, static_cast<int>(i) % grid.columns),
                          colour);
}

void LearnedPainter::paintOperators(QPainter& p) const
{
    constexpr std::array signs{u'•', u'=', u'−', u'='};
    const PaintMarks marks(m_style);
    for (std::size_t i = 0; i < signs.size(); ++i)
        if (!m_layout.signs[i].isEmpty())
            marks.text(p, m_layout.signs[i], Qt::AlignCenter, QString(signs[i]), m_style.theme.muted, 20);
}

void LearnedPainter::paintBrace(QPainter& p) const
{
    const QString text = braceText(m_style.texts, m_showsInputGradient);
    const QRectF& box = m_layout.brace;
    if (m_layout.isUpright)
        return PaintMarks(m_style).sentence(p, box, text, m_style.theme.ink, 14, QFont::DemiBold);
    fittedText(p, box, Qt::AlignCenter, text, m_style.theme.ink, 14, QFont::DemiBold);
    if (m_layout.isLine) return;
    const double half = std::min(
        0.5 * box.width(),
        0.5 * QFontMetricsF(m_style.font(14, QFont::DemiBold)).horizontalAdvance(text) + m_style.px(12));
    const GridLayout& first = m_layout.part(m_showsInputGradient ? LearnedPart::Filter : LearnedPart::Input);
    p.setPen(QPen(m_style.theme.muted, m_style.px(1.4)));
    p.setBrush(Qt::NoBrush);
    const double top = box.top() + m_style.px(4), y = box.center().y(), x = box.center().x();
    for (const double from :
         {first.box.center().x(), m_layout.part(LearnedPart::Difference).box.center().x()}) {
        const double end = from < x ? x - half : x + half;
        if (std::abs(from - x) > half) // else the text is right below
            p.drawPolyline(QPolygonF{{from, top}, {from, y}, {end, y}});
    }
}

/// What the chosen weight has multiplied: the part of the input that its tap slides over.
void LearnedPainter::paintPair(QPainter& p, const Moment& m) const
{
    if (m_showsInputGradient) return;
    const ConvGeometry& g = m_run->figure().layer.geometry;
    const GridLayout& input = m_layout.part(LearnedPart::Input);
    const int row = static_cast<int>(m.weight) / g.w.kernel, column = static_cast<int>(m.weight) % g.w.kernel;
    const int top = row * g.h.dilation - g.h.padBefore, left = column * g.w.dilation - g.w.padBefore;
    QRectF box = input.span(top, left, g.h.outputsAtStrideOne(), g.w.outputsAtStrideOne());
    if (m_layout.isLine) box.setBottom(input.box.bottom());
    const GridLayout& filter = m_layout.part(LearnedPart::Filter);
    m_brush.outline(p, filter.at(row, column), m_style.theme.ink, 2);
    if (box.intersects(input.box)) m_brush.outline(p, box & input.box, m_style.theme.ink, 1.6, Qt::DashLine);
}

void LearnedPainter::paintStep(QPainter& p, const Moment& m) const
{
    const auto& [first, second, third] = m_layout.steps;
    paintStepHeads(p, m);
    paintStepOperators(p);
    if (m_showsInputGradient) {
        paintSigned(p, first, m.step.difference.data, m_greatestDifference);
        paintValues(p, second, m.weights, Role::Filter, m_greatestWeight);
        paintSigned(p, third, m.step.inputGradient.data, m_greatestInputGradient);
        return paintNotes(p, m);
    }
    paintValues(p, first, m.weights, Role::Filter, m_greatestWeight);
    // It fades more slowly than it shrinks: what is left is to be seen until it rests.
    const double now = greatestOf(m.step.gradient);
    paintSigned(p, second, m.step.gradient, std::max(now, 10 * restShare * m_greatestGradient));
    paintValues(p, third, m.next, Role::Filter, m_greatestWeight);
    for (const GridLayout* grid : {&first, &second, &third}) {
        paintFree(p, *grid);
        const int row = static_cast<int>(m.weight) / grid->columns,
                  column = static_cast<int>(m.weight) % grid->columns;
        m_brush.outline(p, grid->at(row, column), m_style.theme.ink, 2.5);
    }
    paintRamp(p);
    paintSum(p, m);
    paintNotes(p, m);
}

void LearnedPainter::paintStepHeads(QPainter& p, const Moment& m) const
{
    const Theme& theme = m_style.theme;
    const auto head = [&](std::size_t i, const QString& title, const QColor& colour, const QString& note) {
        const QRectF& box = m_layout.stepHeads[i];
        if (m_layout.isUpright) return paintTitle(p, box, title, colour, note, 16);
        fittedText(p, line(box, 0, m_style.px(21)), Qt::AlignLeft | Qt::AlignVCenter, title, colour, 17,
                   QFont::Bold);
        fittedText(p, line(box, m_style.px(20), m_style.px(17)), Qt::AlignLeft | Qt::AlignVCenter, note,
                   theme.muted, 13);
    };
    const QColor filter = theme.role(Role::Filter).text;
    const int rows = m_run->figure().task.kernel.h, columns = m_run->figure().task.kernel.w;
    if (m_showsInputGradient) {
        head(0, m_style.texts.say("Learned", "Difference"), theme.ink,
             m_style.texts.say("Learned", "update %1").arg(m.update));
        head(1, m_style.texts.say("Learned", "Filter"), filter,
             m_style.texts.say("Learned", "%1 × %2 weights").arg(rows).arg(columns));
        return head(2, m_style.texts.say("Learned", "Gradient dL/dx"), theme.ink,
                    m_style.texts.say("Learned", "of each cell of the input"));
    }
    head(0, m_style.texts.say("Learned", "Filter"), filter,
         m_style.texts.say("Learned", "%1 × %2 weights").arg(rows).arg(columns));
    head(1, m_style.texts.say("Learned", "Gradient dL/dw"), theme.ink,
         m_style.texts.say("Learned", "what raises the error"));
    head(2, m_style.texts.say("Learned", "Next filter"), filter,
         m_style.texts.say("Learned", "update %1").arg(m.update + 1));
}

void LearnedPainter::paintStepOperators(QPainter& p) const
{
    const auto between = [&](std::size_t i, const QString& text) {
        fittedText(p, m_layout.stepSigns[i], Qt::AlignCenter, text, m_style.theme.muted, 16);
    };
    const bool isPlain = m_run->figure().task.method == DescentMethod::Plain;
    if (m_showsInputGradient) {
        between(0, QStringLiteral("⊛"));
        return between(1, QStringLiteral("="));
    }
    between(0, isPlain ? QStringLiteral("− %1 ·").arg(short3(m_run->rate())) : QString());
    between(1, isPlain ? QStringLiteral("=") : QStringLiteral("→"));
}

void LearnedPainter::paintRamp(QPainter& p) const
{
    const QRectF& grid = m_layout.steps[1].box;
    const double high = m_style.px(7),
                 wide = m_layout.isUpright ? m_layout.ramp.width() : std::max(grid.width(), m_style.px(190)),
                 bar = m_layout.isUpright ? wide : grid.width();
    const GridLayout strip{QRectF(grid.left(), m_layout.ramp.top(), bar, high), 1, 48, bar / 48};
    for (int i = 0; i < strip.columns; ++i)
        p.fillRect(QRectF(strip.box.left() + i * strip.cell, strip.box.top(), strip.cell + 0.5, high),
                   m_signed.at((i + 0.5) / strip.columns));
    const double top = strip.box.bottom() + m_style.px(1), pixels = m_layout.isUpright ? uprightNote : 12;
    const QRectF box(strip.box.center().x() - wide / 2, top, wide, m_style.px(pixels + 3));
    fittedText(p, QRectF(box.left(), top, 0.6 * wide, box.height()), Qt::AlignLeft | Qt::AlignVCenter,
               m_style.texts.say("Learned", "raise the weight"), m_style.theme.muted, pixels);
    fittedText(p, QRectF(box.left() + 0.6 * wide, top, 0.4 * wide, box.height()),
               Qt::AlignRight | Qt::AlignVCenter, m_style.texts.say("Learned", "lower it"),
               m_style.theme.muted, pixels);
}

void LearnedPainter::paintSum(QPainter& p, const Moment& m) const
{
    const Theme& theme = m_style.theme;
    if (m.isLast || m.isResting) {
        const QString said = m.isLast ? endSentence(*m_run, m_style.texts) : restSentence(m_style.texts);
        if (m_layout.isUpright)
            return PaintMarks(m_style).sentence(p, m_layout.sum, said, theme.ink, 17, QFont::Bold);
        return fittedText(p, m_layout.sum, Qt::AlignLeft | Qt::AlignVCenter, said, theme.ink, 17,
                          QFont::Bold);
    }
    const double now = m.weights[m.weight], next = m.next[m.weight], gradient = m.step.gradient[m.weight];
    const QColor filter = theme.role(Role::Filter).text;
    const auto signedText = [&](double v) {
        return (v < 0 ? QStringLiteral(" − ") : QStringLiteral(" + ")) + short3(std::abs(v));
    };
    std::vector<TextRun> runs{{short3(now), filter, QFont::Bold}};
    if (m_run->figure().task.method == DescentMethod::Plain) {
        runs.push_back({QStringLiteral(" − %1 · ").arg(short3(m_run->rate())), theme.muted});
        runs.push_back({gradient < 0 ? QStringLiteral("(%1)").arg(short3(gradient)) : short3(gradient),
                        theme.ink, QFont::Bold});
    } else {
        runs.push_back({signedText(next - now), theme.ink, QFont::Bold});
    }
    runs.push_back({QStringLiteral(" = "), theme.muted});
    runs.push_back({short3(next), filter, QFont::Bold});
    double pixels = 24;
    const double wide = m_brush.widthOf(runs, pixels);
    const double least = m_layout.isUpright ? uprightNumber : 11.0;
    if (wide > m_layout.sum.width()) pixels = std::max(least, pixels * m_layout.sum.width() / wide);
    m_brush.draw(p, {m_layout.sum.left(), m_layout.sum.center().y() + 0.36 * m_style.px(pixels)}, runs,
                 pixels);
}

void LearnedPainter::paintNotes(QPainter& p, const Moment& m) const
{
    const QRectF box = m_showsInputGradient ? m_layout.notes | m_layout.sum : m_layout.notes;
    wrappedText(p, box, explanationOf(*m_run, m.weight, m_showsInputGradient, m_style.texts));
}

CurvePlot LearnedPainter::plotOf(const Moment& m) const
{
    const FilterRun& run = m_run->run;
    const auto shown = [](double loss) { return std::isfinite(loss) ? std::max(loss, lowestError) : 1e300; };
    CurvePlot plot;
    plot.title = m_style.texts.say("Learned", "Error L: mean of the squared difference");
    plot.shortTitle = m_style.texts.say("Learned", "Error L");
    if (m_layout.isUpright) plot.axisPixels = uprightNumber;
    const PaintMarks marks(m_style);
    const double room = m_layout.curve.width(),
                 beside = m_style.px(110); // the figure stands beside the title
    if (marks.widthOf(plot.title, 14, QFont::Bold) > room - beside) plot.title = plot.shortTitle;
    plot.remark = plot.shortRemark =
        withRealMinus(m_style.texts.locale().toString(run.lossAt(m.update), 'g', 3));
    if (!std::isfinite(run.lossAt(m.update))) plot.remark = plot.shortRemark = QStringLiteral("∞");
    double least = 1e300, most = lowestError;
    for (const double loss : run.losses()) {
        least = std::min(least, shown(loss));
        most = std::max(most, std::isfinite(loss) ? shown(loss) : most);
    }
    plot.y = {decade(least, false), std::max(decade(most, true), 10 * decade(least, false))};
    plot.y.isLogarithmic = plot.x.isLogarithmic = true;
    const int decades = static_cast<int>(std::lround(std::log10(plot.y.to / plot.y.from))),
              every = std::max(1, (decades + 4) / 5);
    for (int i = 0; i <= decades; i += every) {
        plot.y.ticks.push_back(plot.y.from * std::pow(10, i));
        plot.y.texts << powerOfTen(static_cast<int>(std::lround(std::log10(plot.y.ticks.back()))));
    }
    // The axis log(1 + update), as that of the track.
    plot.x.from = 1;
    plot.x.to = std::max(2, run.updates() + 1);
    for (int update : {0, 1, 10, 100, 1000}) {
        if (update > run.updates() && update > 1) break;
        plot.x.ticks.push_back(update + 1);
        plot.x.texts << QString::number(update);
    }
    plot.x.name = m_style.texts.say("Learned", "updates");
    PlotLine curve{{}, m_style.theme.role(Role::Filter).fill};
    curve.isStrong = true;
    constexpr int places = 300;
    int last = -1;
    for (int i = 0; i <= places; ++i) {
        const int update =
            std::min(m.update, static_cast<int>(std::lround(updateOfShare(1.0 * i / places, run.updates()))));
        if (update == last) continue;
        curve.points.emplace_back(update + 1, shown(run.lossAt(update)));
        last = update;
    }
    plot.curves.push_back(std::move(curve));
    plot.mark = QPointF(m.update + 1, shown(run.lossAt(m.update)));
    if (m.isLast && run.figure().hidden && m_run->spectrum.isFixed())
        if (const auto settled = settledUpdate(run, 0.05))
            plot.note = m_style.texts.say("Learned", "every weight within %1 from update %2")
                            .arg(m_style.texts.number(0.05))
                            .arg(*settled);
    if (marks.widthOf(plot.note, 13) > 0.7 * room) plot.note.clear(); // it would be cut
    return plot;
}

void LearnedPainter::paintCurve(QPainter& p, const Moment& m) const
{
    if (m_layout.curve.height() < m_style.px(70)) return;
    paintCurves(p, m_layout.curve, plotOf(m), m_style);
}

void LearnedPainter::paintHidden(QPainter& p, const Moment& m) const
{
    const auto& hidden = m_run->figure().hidden;
    const Theme& theme = m_style.theme;
    const QString title = hiddenTitle(m_style.texts, hidden.has_value(), m.isRevealed);
    if (m_layout.isUpright)
        PaintMarks(m_style).sentence(p, m_layout.hiddenHead, title, theme.ink, 14, QFont::DemiBold);
    else
        fittedText(p, m_layout.hiddenHead, Qt::AlignLeft | Qt::AlignVCenter, title, theme.ink, 14,
                   QFont::DemiBold);
    paintValues(p, m_layout.found, m.weights, Role::Filter, m_greatestWeight);
    if (!hidden) return;
    paintFree(p, m_layout.found);
    const PaintMarks marks(m_style);
    const bool isNear = largestGap(m_run->run, m.update) < 0.05;
    if (m.isRevealed)
        marks.text(p, m_layout.hiddenSign, Qt::AlignCenter,
                   isNear ? QStringLiteral("≈") : QStringLiteral("≠"), theme.muted, 16);
    if (m.isRevealed) {
        paintValues(p, m_layout.hidden, *hidden, Role::Filter, m_greatestWeight);
        return fittedText(
            p, m_layout.hiddenNote, Qt::AlignLeft | Qt::AlignVCenter,
            m_style.texts.say("Learned", "largest gap %1").arg(short3(largestGap(m_run->run, m.update))),
            theme.muted, 13);
    }
    const GridLayout& grid = m_layout.hidden;
    for (int r = 0; r < grid.rows; ++r)
        for (int c = 0; c < grid.columns; ++c) {
            m_brush.cell(p, grid.at(r, c), theme.stage, theme.line);
            if (grid.cell >= m_style.px(m_layout.isUpright ? 2 * uprightNumber : 9))
                marks.text(p, grid.at(r, c), Qt::AlignCenter, QStringLiteral("?"), theme.muted,
                           std::min(18.0, 0.5 * grid.cell / m_style.scale));
        }
    m_pictures.frame(p, grid.box, theme.line, 1);
}

void LearnedPainter::fittedText(QPainter& p, const QRectF& box, int flags, const QString& text,
                                const QColor& colour, double pixels, QFont::Weight weight) const
{
    PaintMarks(m_style).fittedText(p, box, flags, text, colour, pixels, weight);
}

/// As large as it fits into the box by whole lines.
void LearnedPainter::wrappedText(QPainter& p, const QRectF& box, const QString& text) const
{
    double pixels = 15;
    QRectF need;
    for (; pixels > 9; pixels -= 0.5) {
        need = QFontMetricsF(m_style.font(pixels)).boundingRect(box, Qt::TextWordWrap, text);
        if (need.height() <= box.height()) break;
    }
    p.setFont(m_style.font(pixels));
    p.setPen(m_style.theme.muted);
    p.drawText(box, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, text);
}

QString LearnedPainter::describe(const LearnedLook& look) const
{
    const Moment m = momentOf(look);
    QStringList sentences{m_style.texts.say("Learned", "Update %1 of %2: error %3.")
                              .arg(m.update)
                              .arg(m_run->run.updates())
                              .arg(short3(m_run->run.lossAt(m.update)))};
    QStringList weights;
    for (const double w : m.weights.first(std::min<std::size_t>(m.weights.size(), 25)))
        weights << m_style.texts.glance(w, 2);
    sentences << m_style.texts.say("Learned", "Filter now: %1.").arg(weights.join(QStringLiteral("; ")));
    if (const QString fixed = fixedSentence(*m_run, m_style.texts); !fixed.isEmpty()) sentences << fixed;
    if (m.isLast) sentences << endSentence(*m_run, m_style.texts);
    if (m.isRevealed && m_run->figure().hidden)
        sentences
            << m_style.texts.say("Learned", "largest gap %1").arg(short3(largestGap(m_run->run, m.update))) +
                   u'.';
    return sentences.join(u' ');
}

std::optional<int> LearnedPainter::weightAt(const QPointF& place) const
{
    std::vector<const GridLayout*> grids{&m_layout.part(LearnedPart::Filter)};
    if (!m_showsInputGradient)
        for (const GridLayout& grid : m_layout.steps)
            grids.push_back(&grid);
    for (const GridLayout* grid : grids) {
        if (!grid->box.contains(place)) continue;
        const int row =
                      std::min(grid->rows - 1, static_cast<int>((place.y() - grid->box.top()) / grid->cell)),
                  column = std::min(grid->columns - 1,
                                    static_cast<int>((place.x() - grid->box.left()) / grid->cell));
        return row * grid->columns + column;
    }
    return std::nullopt;
}

std::optional<OutputCell> LearnedPainter::wantedAt(const QPointF& place) const
{
    const GridLayout& grid = m_layout.part(LearnedPart::Wanted);
    if (!grid.box.contains(place)) return std::nullopt;
    return OutputCell{std::min(grid.rows - 1, static_cast<int>((place.y() - grid.box.top()) / grid.cell)),
                      std::min(grid.columns - 1, static_cast<int>((place.x() - grid.box.left()) / grid.cell)),
                      0};
}

std::optional<int> LearnedPainter::updateAt(const QPointF& place) const
{
    const auto x = xAt(place, m_layout.curve, plotOf(momentOf({})), m_style);
    if (!x) return std::nullopt;
    return std::clamp(static_cast<int>(std::lround(*x - 1)), 0, m_run->run.updates());
}

} // namespace hg
