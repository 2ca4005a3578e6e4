#include "ui/painters/sum_card.h"

#include "core/nn/activation.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace hg {
namespace {

constexpr double linePixels = 26, lineResultPixels = 36, leastLinePixels = 14;
constexpr double leastTotal = 13;  // of the addends, pixels
constexpr double leastProduct = 9; // pixels; smaller ones are left out
constexpr int mostInLine = 9;
constexpr int mostInGeometry = 4; // a larger filter's products do not fit the card in rows and columns

/// Of the result, as long as terms are missing: a number there would be a false equation.
constexpr QChar ellipsis(0x2026);

/// Sums of each channel's products.
std::vector<double> channelSums(const Sum& sum)
{
    std::vector<double> sums;
    int last = -1;
    for (const Term& term : sum.terms) {
        if (term.channel != last) sums.push_back(0);
        last = term.channel;
        sums.back() += term.product();
    }
    return sums;
}

/// A value joined to a sum: with its sign, or an operator between.
QString joined(const CellBrush& brush, double value, bool isFirst)
{
    const QString sign = isFirst ? (value < 0 ? QStringLiteral("−") : QString())
                                 : (value < 0 ? QStringLiteral(" − ") : QStringLiteral(" + "));
    return sign + brush.number(std::abs(value));
}

} // namespace

QString SumCard::factor(double value) const
{
    return value < 0 ? QStringLiteral("(%1)").arg(m_brush.number(value)) : m_brush.number(value);
}

QRectF SumCard::paintFrame(QPainter& p, const QRectF& card, const QString& place) const
{
    const double px = m_style.scale;
    p.setPen(QPen(m_style.theme.line, px));
    p.setBrush(m_style.theme.surface);
    p.drawRoundedRect(card, 10 * px, 10 * px);
    const QRectF area = card.adjusted(22 * px, 12 * px, -22 * px, -12 * px);
    p.setFont(m_style.font(14));
    p.setPen(m_style.theme.muted);
    p.drawText(area, Qt::AlignRight | Qt::AlignTop, place);
    return area;
}

SumCard::Runs SumCard::productRuns(const Term& term, bool isFormed) const
{
    const Theme& theme = m_style.theme;
    const bool isZero = term.product() == 0;
    if (isZero || !isFormed) // as wide as when it stands: nothing moves
        return {{factor(term.value) + QStringLiteral("·") + factor(term.weight),
                 isFormed ? theme.muted : theme.faint, isZero ? QFont::Normal : QFont::Bold, !isFormed}};
    return {{factor(term.value), theme.role(Role::Input).text, QFont::Bold},
            {QStringLiteral("·"), theme.ink},
            {factor(term.weight), theme.role(Role::Filter).text, QFont::Bold}};
}

double SumCard::paintProducts(QPainter& p, const QRectF& area, const Sum& sum, std::size_t formed) const
{
    const double px = m_style.scale;
    const Axes k = m_figure.scene.kernelSize();
    double pixels = std::min(21.0, area.height() / px / k.h * 0.6), pitch = 0;
    for (const Term& term : sum.terms)
        pitch = std::max(pitch, m_brush.widthOf(productRuns(term, true), pixels));
    const double plus = 34 * px, room = area.width() * 0.62;
    if (k.w * (pitch + plus) > room) {
        const double shrink = room / (k.w * (pitch + plus));
        pixels *= shrink;
        pitch *= shrink;
    }
    const double line = area.height() / k.h;
    for (std::size_t i = 0; i < sum.terms.size(); ++i) {
        const Term& term = sum.terms[i];
        const double y = area.top() + (term.kernelRow + 0.5) * line + pixels * px * 0.36,
                     left = area.left() + term.kernelColumn * (pitch + plus);
        m_brush.draw(p, {left, y}, productRuns(term, i < formed), pixels);
        if (i + 1 < sum.terms.size())
            m_brush.draw(p, {left + pitch + plus * 0.34, y}, {{QStringLiteral("+"), m_style.theme.muted}},
                         pixels * 0.9);
    }
    return area.left() + k.w * (pitch + plus);
}

/// One line a channel: its products where they fit, and what they add up to.
double SumCard::paintChannels(QPainter& p, const QRectF& area, const Sum& sum, std::size_t formed,
                              bool namesProducts) const
{
    const double px = m_style.scale;
    const Theme& theme = m_style.theme;
    const auto sums = channelSums(sum);
    const std::size_t each = sum.terms.size() / std::max<std::size_t>(1, sums.size());
    const bool hasProducts = namesProducts && each <= mostInLine;
    const double line = area.height() / static_cast<double>(sums.size()), room = area.width() * 0.66;
    std::vector<Runs> lines;
    double pixels = std::min(17.0, line / px * 0.62), widest = 1;
    for (std::size_t c = 0; c < sums.size(); ++c) {
        const int channel = sum.terms[c * each].channel + 1;
        Runs runs{{m_style.texts.say("ConvPicture", "channel %1:").arg(channel) + u' ', theme.muted}};
        for (std::size_t i = c * each; hasProducts && i < (c + 1) * each; ++i) {
            if (i > c * each) runs.push_back({QStringLiteral(" + "), theme.muted});
            for (const TextRun& run : productRuns(sum.terms[i], i < formed))
                runs.push_back(run);
        }
        const bool isComplete = formed >= (c + 1) * each;
        runs.push_back({(hasProducts ? QStringLiteral(" = ") : QString()) +
                            (isComplete ? m_brush.number(sums[c]) : QString(ellipsis)),
                        isComplete ? theme.ink : theme.muted, QFont::Bold});
        widest = std::max(widest, m_brush.widthOf(runs, pixels));
        lines.push_back(std::move(runs));
    }
    if (widest > room) { // type has whole pixels
        pixels = std::max(9.0, std::floor(pixels * px * room / widest) / px);
        widest = 1;
        for (const Runs& runs : lines)
            widest = std::max(widest, m_brush.widthOf(runs, pixels));
    }
    for (std::size_t c = 0; c < lines.size(); ++c)
        m_brush.draw(p,
                     {area.left(), area.top() + (static_cast<double>(c) + 0.5) * line + pixels * px * 0.36},
                     lines[c], pixels);
    return area.left() + widest + 10 * px;
}

/// The addends that stand, to be followed by the result.
SumCard::Runs SumCard::totalRuns(const Sum& sum, std::size_t formed, bool isHidden) const
{
    const Theme& theme = m_style.theme;
    const bool isComplete = formed >= sum.terms.size();
    Runs runs;
    const auto join = [&](double value, const QColor& colour) {
        runs.push_back({joined(m_brush, value, runs.empty()), colour});
    };
    const auto channels = channelSums(sum);
    if (channels.size() > 1)
        for (std::size_t c = 0; c < formed / (sum.terms.size() / channels.size()); ++c)
            join(channels[c], theme.ink);
    else
        for (std::size_t i = 0; i < formed; ++i)
            if (sum.terms[i].product() != 0) join(sum.terms[i].product(), theme.ink);
    if (sum.bias != 0 && isComplete) join(sum.bias, theme.role(Role::Filter).text);
    // A single addend is the result: it would be told twice, and told at all where it is to be predicted.
    if (runs.empty() || (runs.size() < 2 && (isComplete || isHidden))) return {};
    if (!isComplete) runs.push_back({QStringLiteral(" + ") + ellipsis, theme.muted});
    runs.push_back({QStringLiteral(" = "), theme.muted});
    return runs;
}

/// Of a complete sum: what the activation makes of it, before the result.
SumCard::Runs SumCard::activationRuns(double sum, bool isHidden) const
{
    const Activation f = m_figure.scene.activation;
    if (f == Activation::Linear) return {};
    const QString shown = isHidden ? QString(ellipsis) : m_brush.number(sum);
    return {{QStringLiteral("%1,  %2(%1) = ").arg(shown, activationName(f)), m_style.theme.ink}};
}

SumCard::Runs SumCard::resultRuns(double sum, bool isComplete, bool isHidden) const
{
    const Theme& theme = m_style.theme;
    const QColor result = isComplete ? theme.role(Role::Output).text : theme.muted;
    if (isHidden) return {{QStringLiteral("?"), result, QFont::Bold}};
    if (!isComplete) return {{ellipsis, result, QFont::Bold}};
    return {{m_brush.number(activate(m_figure.scene.activation, sum)), result, QFont::Bold}};
}

/// What the greys and the bias mean, where there are any.
QString SumCard::noteOf(const Sum& sum, std::size_t formed, bool showsProducts) const
{
    const auto end = sum.terms.begin() + static_cast<std::ptrdiff_t>(formed);
    const bool hasGrey =
        showsProducts && std::any_of(sum.terms.begin(), end, [](const Term& t) { return t.product() == 0; });
    const Texts& texts = m_style.texts;
    if (sum.bias == 0)
        return hasGrey ? texts.say("ConvPicture", "Terms with a 0 are grey: they add nothing.") : QString();
    const QString note = hasGrey
                             ? texts.say("ConvPicture", "Terms with a 0 are grey; the bias %1 comes last.")
                             : texts.say("ConvPicture", "The bias %1 comes last.");
    return note.arg(m_brush.number(sum.bias));
}

void SumCard::paintTotal(QPainter& p, const QRectF& area, double left, const Sum& sum, std::size_t formed,
                         bool isHidden) const
{
    const double px = m_style.scale;
    const auto runsOf = [&](std::size_t count) {
        Runs runs = totalRuns(sum, count, isHidden);
        if (count < sum.terms.size()) return runs;
        for (const TextRun& run : activationRuns(sum.total, isHidden))
            runs.push_back(run);
        return runs;
    };
    Runs runs = runsOf(formed);
    const Runs result = resultRuns(sum.total, formed >= sum.terms.size(), isHidden);
    const double pixels = 26, resultPixels = 38;
    double wide = std::max(m_brush.widthOf(runs, pixels), m_brush.widthOf(runsOf(sum.terms.size()), pixels)) +
                  m_brush.widthOf(resultRuns(sum.total, true, isHidden), resultPixels);
    const bool follows = left > area.left();
    const double equalSpace = follows ? 38 * px : 0, room = area.right() - left - equalSpace;
    if (wide * leastTotal >
        room * pixels) { // too many to be told one by one, or once more behind the products
        runs = follows ? Runs{} : Runs{{QStringLiteral("Σ = "), m_style.theme.muted}};
        if (formed >= sum.terms.size())
            for (const TextRun& run : activationRuns(sum.total, isHidden))
                runs.push_back(run);
        wide = m_brush.widthOf(runs, pixels) + m_brush.widthOf(result, resultPixels);
    }
    double shrink = std::min(1.0, room / std::max(1.0, wide)); // of the whole sum: it keeps its size
    if (shrink < 1) shrink = std::floor(shrink * pixels * px) / (pixels * px); // type has whole pixels
    const QRectF noteRoom(left + equalSpace, area.top(), area.right() - left - equalSpace, area.height());
    const QString note = noteOf(sum, formed, follows);
    const QFontMetricsF metrics(m_style.font(13));
    const auto topOf = [&](std::size_t count) {
        const QString text = noteOf(sum, count, follows);
        const auto flags = Qt::AlignLeft | Qt::AlignBottom | Qt::TextWordWrap;
        return text.isEmpty() ? area.bottom() : metrics.boundingRect(noteRoom, flags, text).top();
    };
    // Above the note, however many lines it will have: the sum stays where it is while its terms come in.
    const double noteTop = std::min(topOf(0), topOf(sum.terms.size())) - 5 * px,
                 y = std::min(area.center().y() + pixels * shrink * px * 0.36 + 4 * px, noteTop);
    if (follows) m_brush.draw(p, {left + 6 * px, y}, {{QStringLiteral("="), m_style.theme.muted}}, 26);
    const double after = m_brush.draw(p, {left + equalSpace, y}, runs, pixels * shrink);
    m_brush.draw(p, {after, y}, result, resultPixels * shrink);
    p.setFont(m_style.font(13));
    p.setPen(m_style.theme.muted);
    p.drawText(noteRoom, Qt::AlignLeft | Qt::AlignBottom | Qt::TextWordWrap, note);
}

/// Of a window that keeps its greatest value.
void SumCard::paintGreatest(QPainter& p, const QRectF& area, const Sum& sum, std::size_t formed,
                            bool isHidden) const
{
    const Theme& theme = m_style.theme;
    const bool isComplete = formed >= sum.terms.size();
    Runs runs{{QStringLiteral("max("), theme.muted}};
    for (std::size_t i = 0; i < sum.terms.size(); ++i) {
        const Term& term = sum.terms[i];
        if (term.isPadding) continue;
        if (runs.size() > 1) runs.push_back({QStringLiteral("; "), theme.muted});
        const bool isGreatest = isComplete && term.weight != 0, isFormed = i < formed;
        runs.push_back({m_brush.number(term.value),
                        isGreatest ? theme.role(Role::Input).text
                        : isFormed ? theme.muted
                                   : theme.faint,
                        isGreatest ? QFont::Bold : QFont::Normal, !isFormed});
    }
    const bool hasAny = runs.size() > 1; // a window may lie in the padding
    runs.push_back({QStringLiteral(") = "), theme.muted});
    if (hasAny && isComplete)
        for (const TextRun& run : activationRuns(sum.total, isHidden))
            runs.push_back(run);
    const Runs result = hasAny ? resultRuns(sum.total, isComplete, isHidden) : Runs{};
    const double wide = m_brush.widthOf(runs, 24) + m_brush.widthOf(result, 38);
    const double shrink = std::min(1.0, area.width() / std::max(1.0, wide));
    const double y = area.center().y() + 12 * m_style.scale;
    if (24 * shrink < leastProduct) { // too many to be told one by one
        const Runs whole{{QStringLiteral("max(…) = "), theme.muted}};
        m_brush.draw(p, {m_brush.draw(p, {area.left(), y}, whole, 24), y}, result, 38);
        return;
    }
    const double after = m_brush.draw(p, {area.left(), y}, runs, 24 * shrink);
    m_brush.draw(p, {after, y}, result, 38 * shrink);
}

void SumCard::paint(QPainter& p, const QRectF& card, OutputCell cell, std::size_t formed, bool isHidden,
                    bool isNarrow) const
{
    const ConvScene& scene = m_figure.scene;
    const QString place = m_style.texts.say("ConvPicture", "row %1, column %2 of the output")
                              .arg(cell.row + 1)
                              .arg(cell.column + 1);
    const QRectF area = paintFrame(p, card, isNarrow ? QString() : place);
    const Sum sum = sumBehind(scene, m_figure.geometry, cell);
    formed = std::min(formed, sum.terms.size());
    if (scene.pooling == Pooling::Max) return paintGreatest(p, area, sum, formed, isHidden);
    const Axes k = scene.kernelSize();
    const bool hasChannels = !scene.pooling && scene.kernel.shape.channels > 1;
    double left = area.left();
    if (hasChannels)
        left = paintChannels(p, area, sum, formed, !isNarrow);
    else if (k.h <= mostInGeometry && k.w <= mostInGeometry)
        left = paintProducts(p, area, sum, formed);
    paintTotal(p, area, left, sum, formed, isHidden);
}

SumCard::Runs SumCard::lineRuns(const Sum& sum, std::size_t formed, bool isHidden) const
{
    const QColor& muted = m_style.theme.muted;
    const bool isComplete = formed >= sum.terms.size();
    Runs runs;
    for (std::size_t i = 0; i < sum.terms.size(); ++i) {
        if (i > 0) runs.push_back({QStringLiteral(" + "), muted});
        for (const TextRun& run : productRuns(sum.terms[i], i < formed))
            runs.push_back(run);
    }
    if (sum.bias != 0)
        runs.push_back({joined(m_brush, sum.bias, false),
                        isComplete ? m_style.theme.role(Role::Filter).text : m_style.theme.faint,
                        QFont::Normal, !isComplete});
    runs.push_back({QStringLiteral(" = "), muted});
    if (isComplete)
        for (const TextRun& run : activationRuns(sum.total, isHidden))
            runs.push_back(run);
    return runs;
}

bool SumCard::fitsLine(double width) const
{
    const ConvScene& s = m_figure.scene;
    const Axes k = s.kernelSize();
    if (s.isTransposed || s.pooling || s.kernel.shape.channels > 1 || k.h * k.w > mostInLine) return false;
    // The longest of each kind stands in for every position's own.
    const auto longest = [this](const TensorD& t) {
        double found = 0;
        for (const double v : t.data)
            if (factor(v).size() > factor(found).size()) found = v;
        return found;
    };
    const Term term{.value = longest(s.input), .weight = longest(s.kernel)};
    Sum sum{.terms = std::vector<Term>(static_cast<std::size_t>(k.h * k.w), term),
            .bias = s.biasOf(0),
            .total = longest(m_figure.output)};
    Runs runs = lineRuns(sum, sum.terms.size(), false);
    runs.push_back({m_brush.number(sum.total), {}, QFont::Bold});
    return m_brush.widthOf(runs, leastLinePixels * 1.05) <= width - 44 * m_style.scale;
}

void SumCard::paintLine(QPainter& p, const QRectF& card, OutputCell cell, std::size_t formed,
                        bool isHidden) const
{
    const QRectF area = paintFrame(p, card, {});
    const Sum sum = sumBehind(m_figure.scene, m_figure.geometry, cell);
    formed = std::min(formed, sum.terms.size());
    const std::size_t count = sum.terms.size();
    const Runs runs = lineRuns(sum, formed, isHidden),
               result = resultRuns(sum.total, formed == count, isHidden);
    // Of the whole sum, so that it stays where it is while its terms come in.
    const double wide = m_brush.widthOf(lineRuns(sum, count, isHidden), linePixels) +
                        m_brush.widthOf(resultRuns(sum.total, true, isHidden), lineResultPixels);
    // Type has whole pixels: rounded down, so that the line keeps its room.
    const double room = std::clamp(area.width() / wide, leastLinePixels / linePixels, 1.0),
                 shrink = std::floor(room * linePixels * m_style.scale) / (linePixels * m_style.scale);
    const double left = std::max(area.left(), area.center().x() - shrink * wide / 2),
                 y = area.center().y() + shrink * linePixels * 0.36 * m_style.scale;
    const double after = m_brush.draw(p, {left, y}, runs, shrink * linePixels);
    m_brush.draw(p, {after, y}, result, shrink * lineResultPixels);
}

void SumCard::paintStamp(QPainter& p, const QRectF& card, int row, int column, int filter, std::size_t formed,
                         bool isNarrow) const
{
    const double px = m_style.scale;
    const Theme& theme = m_style.theme;
    const ConvScene& scene = m_figure.scene;
    const QString place =
        m_style.texts.say("ConvPicture", "row %1, column %2 of the input").arg(row + 1).arg(column + 1);
    const QRectF area = paintFrame(p, card, isNarrow ? QString() : place);
    const Axes k = scene.kernelSize();
    const auto products = [&](int r, int c, bool isFormed) {
        double total = 0;
        Runs runs;
        for (int ch = 0; ch < scene.channels(); ++ch) {
            const Term term{.value = scene.input.at(0, ch, row, column),
                            .weight = weightAt(scene, filter, ch, r, c)};
            if (ch > 0) runs.push_back({QStringLiteral(" + "), theme.muted});
            for (const TextRun& run : productRuns(term, isFormed))
                runs.push_back(run);
            total += term.product();
        }
        runs.push_back({QStringLiteral(" = "), theme.muted});
        runs.push_back({isFormed ? m_brush.number(total) : QString(ellipsis),
                        isFormed && total != 0 ? theme.role(Role::Output).text : theme.muted, QFont::Bold});
        return runs;
    };
    double pixels = std::min(20.0, area.height() / px / k.h * 0.55), pitch = 0;
    for (int r = 0; r < k.h; ++r)
        for (int c = 0; c < k.w; ++c)
            pitch = std::max(pitch, m_brush.widthOf(products(r, c, true), pixels));
    const double room = area.width() * 0.66, gap = 30 * px;
    const double shrink = std::min(1.0, room / (k.w * (pitch + gap)));
    pixels *= shrink;
    const bool isLegible = pixels >= leastProduct;
    for (int r = 0; r < k.h && isLegible; ++r)
        for (int c = 0; c < k.w; ++c) {
            const auto index = static_cast<std::size_t>(r * k.w + c);
            const double y = area.top() + (r + 0.5) * area.height() / k.h + pixels * px * 0.36;
            m_brush.draw(p, {area.left() + c * (pitch + gap) * shrink, y}, products(r, c, index < formed),
                         pixels);
        }
    if (isNarrow && isLegible) return; // no room for words either
    const double left = area.left() + (isLegible ? k.w * (pitch + gap) * shrink + 10 * px : 0);
    paintStampWords(p, QRectF(left, area.top() + 24 * px, area.right() - left, area.height() - 24 * px));
}

/// What is not wholly in sight is left out.
void SumCard::paintStampWords(QPainter& p, const QRectF& room) const
{
    const auto flags = Qt::AlignLeft | Qt::AlignVCenter | Qt::TextWordWrap;
    const QString words =
        m_style.texts
            .say("ConvPicture", "The filter times the input is stamped onto the output with stride %1; "
                                "where stamps overlap, they add up.")
            .arg(m_figure.geometry.w.stride);
    for (const double pixels : {15.0, 13.0}) {
        const QFont font = m_style.font(pixels);
        const QSizeF needed = QFontMetricsF(font).boundingRect(room, flags, words).size();
        if (needed.height() > room.height() || needed.width() > room.width()) continue;
        p.setFont(font);
        p.setPen(m_style.theme.ink);
        return p.drawText(room, flags, words);
    }
}

} // namespace hg
