// The card of the sum: every product in a column of its own, with what has been added up so far.

#include "ui/painters/formula_text.h"
#include "ui/painters/line_painter.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace hg {
namespace {

constexpr double leastFigure = 9; // pixels; smaller ones are left out

} // namespace

std::vector<Term> LinePainter::stampTerms(int place, std::vector<double>& sums) const
{
    const ConvScene& s = m_figure.scene;
    std::vector<Term> terms;
    // With several channels one term holds what all of them stamp onto a cell.
    for (int k = 0; k < s.kernel.shape.width; ++k) {
        Term term{
            .kernelColumn = k, .value = s.input.at(0, 0, 0, place), .weight = weightAt(s, m_filter, 0, 0, k)};
        if (s.channels() > 1) {
            term.value = 0;
            for (int ch = 0; ch < s.channels(); ++ch)
                term.value += s.input.at(0, ch, 0, place) * weightAt(s, m_filter, ch, 0, k);
            term.weight = 1;
        }
        terms.push_back(term);
        const int column = static_cast<int>(m_layout.axis.tapPlace(place, k));
        sums.push_back(m_stamps->valueAt(m_filter, 0, column, place + 1));
    }
    return terms;
}

std::vector<TextRun> LinePainter::endOfSum(const ConvMoment& m, const Sum& sum, bool isComplete) const
{
    const Theme& theme = m_style.theme;
    std::vector<TextRun> runs;
    if (!isComplete) // a number would be a false equation
        return {{QStringLiteral("= "), theme.muted},
                {m_look.hidesNext ? QStringLiteral("?") : QStringLiteral("…"), theme.muted, QFont::Bold}};
    if (sum.bias != 0)
        runs.push_back({QStringLiteral("%1 %2 ").arg(sum.bias < 0 ? QChar(0x2212) : QChar(u'+'),
                                                     number(std::abs(sum.bias))),
                        theme.ink});
    if (m_figure.scene.activation != Activation::Linear)
        runs.push_back({QStringLiteral("→ %1(%2) ")
                            .arg(activationName(m_figure.scene.activation),
                                 m_look.hidesNext ? QStringLiteral("?") : number(sum.total)),
                        theme.ink});
    runs.push_back({QStringLiteral("= "), theme.muted});
    runs.push_back(
        {m_look.hidesNext ? QStringLiteral("?") : number(m_figure.output.at(0, m_filter, 0, m.position)),
         theme.role(Role::Output).text, QFont::Bold});
    return runs;
}

/// The transport's count, and no other: a twin's windows are not its positions.
QString LinePainter::placeNote(const ConvMoment& m, bool hasBegun) const
{
    if (m_look.hidesSize || m_figure.zerosBetween || m_layout.isUpright || !hasBegun) return {};
    return m_style.texts.say("LinePainter", "position %1 of %2")
        .arg(m.position + 1)
        .arg(m_figure.positionCount());
}

void LinePainter::paintSum(QPainter& p, const ConvMoment& m, bool hasBegun) const
{
    const double px = m_style.scale, side = (m_layout.isUpright ? 8 : 16) * px;
    m_marks.card(p, m_layout.sumCard);
    const QRectF title(m_layout.sumCard.left() + side, m_layout.sumCard.top() + 4 * px,
                       m_layout.sumCard.width() - 2 * side, 26 * px);
    const ConvScene& s = m_figure.scene;
    std::vector<double> sums;
    if (m_layout.isTransposed) {
        m_marks.title(p, title, m_style.texts.say("LinePainter", "The stamp: input × weights"), Role::Filter,
                      m_layout.isUpright
                          ? QString()
                          : m_style.texts.say("LinePainter", "what its cells hold once it has been added"));
        const auto terms = stampTerms(m.position, sums);
        if (m_layout.isUpright && terms.size() > mostUprightTerms) return;
        return paintTerms(p, m, terms, sums, {}, {});
    }
    const Sum sum = sumBehind(s, m_figure.geometry, {0, m.position, m_filter});
    m_marks.title(p, title,
                  s.pooling == Pooling::Max ? m_style.texts.say("LinePainter", "The greatest in the window")
                  : s.pooling == Pooling::Average
                      ? m_style.texts.say("LinePainter", "The mean of the window")
                      : m_style.texts.say("LinePainter", "In the window: value × weight"),
                  Role::Filter, placeNote(m, hasBegun));
    if (m_layout.isUpright && sum.terms.size() > mostUprightTerms) return paintLongSum(p, m, sum);
    if (!m_layout.isUpright && s.kernel.shape.channels > 1 && !s.pooling) return paintChannelSums(p, m, sum);
    double total = 0;
    for (const Term& term : sum.terms)
        sums.push_back(total += term.product());
    const bool isComplete = m.formed(sum.terms.size()) == sum.terms.size();
    paintTerms(p, m, sum.terms, sums, endOfSum(m, sum, isComplete), endOfSum(m, sum, true));
}

/// A product as it is written out: both factors, a negative one in brackets behind the dot.
std::vector<TextRun> LinePainter::factorRuns(const Term& term) const
{
    const Theme& theme = m_style.theme;
    const bool counts = term.product() != 0;
    const QString weight =
        term.weight < 0 ? QStringLiteral("(%1)").arg(number(term.weight)) : number(term.weight);
    const auto weightOf = [&](const QColor& colour) { return counts ? colour : theme.faint; };
    const QFont::Weight look = counts ? QFont::Bold : QFont::Normal;
    return {{number(term.value), weightOf(theme.role(Role::Input).text), look},
            {QStringLiteral(" · "), theme.muted},
            {weight, weightOf(theme.role(Role::Filter).text), look}};
}

QStringList LinePainter::tableCaptions(bool isJoined) const
{
    const Texts& texts = m_style.texts;
    const QString value = m_layout.isTransposed ? texts.say("LinePainter", "input")
                                                : texts.say("LinePainter", "value"),
                  weight = texts.say("LinePainter", "× weight"),
                  product = texts.say("LinePainter", "product"), sum = texts.say("LinePainter", "sum so far");
    if (m_figure.scene.pooling == Pooling::Max)
        return m_layout.isUpright ? QStringList{value} : QStringList{value, QString()};
    if (isJoined) return {value + u' ' + weight, product, sum};
    return {value, weight, product, sum};
}

LinePainter::TermTable LinePainter::uprightTableOf(const std::vector<Term>& terms,
                                                   const std::vector<double>& sums) const
{
    const double px = m_style.scale;
    TermTable t;
    t.isUpright = true;
    t.area = uprightSumArea();
    t.captions = tableCaptions(false);
    t.line = uprightTermHeight * px;
    t.heads = uprightCaptionHeight * px;
    t.pixels = 17;
    if (!terms.empty() && terms.back().channel > 0)
        t.names = m_marks.widthOf(m_style.texts.say("LinePainter", "channel %1:  ").arg(88), 13);
    t.pitch = std::min((t.area.width() - t.names) / static_cast<double>(t.captions.size()), 110 * px);
    const auto add = [&](double v) {
        t.content = std::max(t.content, m_marks.widthOf(number(v), t.pixels, QFont::Bold));
    };
    for (const Term& term : terms)
        for (const double v : {term.value, term.weight, term.product()})
            add(v);
    for (const double v : sums)
        add(v);
    if (t.content > t.pitch - 8 * px) t.pixels = std::max(15.0, t.pixels * (t.pitch - 8 * px) / t.content);
    return t;
}

/// As large as the card allows: value and weight in one row where that leaves larger figures than a row each.
LinePainter::TermTable LinePainter::tableOf(const std::vector<Term>& terms, const std::vector<double>& sums,
                                            const std::vector<TextRun>& end) const
{
    const double px = m_style.scale;
    const bool isMax = m_figure.scene.pooling == Pooling::Max;
    const auto sized = [&](bool isJoined) {
        TermTable t;
        t.area = m_layout.sumCard.adjusted(16 * px, 32 * px, -16 * px, -6 * px);
        t.isJoined = isJoined;
        t.captions = tableCaptions(isJoined);
        t.line = t.area.height() / static_cast<double>(t.captions.size());
        const auto measure = [&](double pixels) {
            t.pixels = pixels;
            t.names = 0;
            t.content = 0;
            for (const QString& caption : t.captions)
                t.names = std::max(t.names, m_marks.widthOf(caption, t.captionPixels()) + 16 * px);
            for (std::size_t i = 0; i < terms.size(); ++i) {
                const auto add = [&](const QString& text) {
                    t.content = std::max(t.content, m_marks.widthOf(text, pixels, QFont::Bold));
                };
                if (isJoined) t.content = std::max(t.content, m_marks.widthOf(factorRuns(terms[i]), pixels));
                for (const double v : {terms[i].value, terms[i].weight, terms[i].product()})
                    add(number(v));
                if (i < sums.size()) add(number(sums[i]));
            }
            t.end = end.empty() ? 0 : m_marks.widthOf(end, t.endPixels()) + 22 * px;
            return (t.area.width() - t.names - t.end) / static_cast<double>(terms.size());
        };
        double pixels = std::clamp(0.66 * t.line / px, 13.0, 34.0);
        t.pitch = measure(pixels);
        while (pixels > leastFigure && t.content + 0.5 * pixels * px > t.pitch)
            t.pitch = measure(pixels = std::max(leastFigure, pixels - 1));
        t.pitch = std::min(t.pitch, t.content + 5 * t.pixels * px); // a row is still read as one
        return t;
    };
    const TermTable apart = sized(false);
    if (isMax) return apart;
    const TermTable joined = sized(true);
    return joined.pixels >= apart.pixels ? joined : apart;
}

void LinePainter::paintTerm(QPainter& p, const TermTable& t, const Term& term, std::size_t index,
                            bool isFormed) const
{
    const Theme& theme = m_style.theme;
    const bool counts = term.product() != 0;
    const QFont::Weight look = counts ? QFont::Bold : QFont::Normal;
    const auto put = [&](int row, const QString& text, const QColor& colour, QFont::Weight weight) {
        if (t.pixels >= leastFigure)
            m_marks.text(p, t.at(row, index), Qt::AlignCenter, text, colour, t.pixels, weight);
    };
    if (m_figure.scene.pooling == Pooling::Max) {
        put(0, number(term.value), counts ? theme.role(Role::Input).text : theme.faint, look);
        if (isFormed && term.weight != 0)
            m_marks.outline(p, t.frame(0, index, m_style.scale), theme.role(Role::Output).fill, 2);
        return;
    }
    if (t.isJoined) {
        const auto runs = factorRuns(term);
        const QRectF box = t.at(0, index);
        const double wide = m_marks.widthOf(runs, t.pixels);
        m_marks.runs(p, {box.center().x() - wide / 2, box.center().y() + 0.36 * m_style.px(t.pixels)}, runs,
                     t.pixels);
    } else {
        put(0, number(term.value), counts ? theme.role(Role::Input).text : theme.faint, look);
        put(1, number(term.weight), counts ? theme.role(Role::Filter).text : theme.faint, look);
    }
    const int row = t.isJoined ? 1 : 2;
    if (isFormed)
        put(row, number(term.product()), counts ? theme.ink : theme.faint, QFont::Normal);
    else
        m_marks.outline(p, t.frame(row, index, m_style.scale), theme.faint, 1, Qt::DashLine);
}

void LinePainter::paintTerms(QPainter& p, const ConvMoment& m, const std::vector<Term>& terms,
                             const std::vector<double>& sums, const std::vector<TextRun>& end,
                             const std::vector<TextRun>& wholeEnd) const
{
    const double px = m_style.scale;
    const Theme& theme = m_style.theme;
    const TermTable t = m_layout.isUpright ? uprightTableOf(terms, sums) : tableOf(terms, sums, wholeEnd);
    const int side = t.isUpright ? Qt::AlignHCenter : Qt::AlignLeft;
    for (int i = 0; i < static_cast<int>(t.captions.size()); ++i)
        m_marks.text(p, t.caption(i), side | Qt::AlignVCenter, t.captions[i], theme.muted, t.captionPixels());
    if (t.isUpright && t.names > 0) paintTermNames(p, t, terms);
    const std::size_t formed = m.formed(terms.size());
    const bool isMax = m_figure.scene.pooling == Pooling::Max;
    const int last = static_cast<int>(t.captions.size()) - 1;
    for (std::size_t i = 0; i < terms.size(); ++i) {
        paintTerm(p, t, terms[i], i, i < formed);
        if (isMax || m_look.hidesNext) continue;
        const bool isNewest = i + 1 == formed;
        if (i >= formed)
            m_marks.outline(p, t.frame(last, i, px), theme.faint, 1, Qt::DashLine);
        else if (t.pixels >= leastFigure)
            m_marks.text(p, t.at(last, i), Qt::AlignCenter, number(sums[i]),
                         isNewest ? theme.role(Role::Output).text : theme.muted, t.pixels,
                         isNewest ? QFont::Bold : QFont::Normal);
    }
    paintTableEnd(p, t, terms.size(), end);
}

/// Upright, where a channel's terms begin.
void LinePainter::paintTermNames(QPainter& p, const TermTable& t, const std::vector<Term>& terms) const
{
    for (std::size_t i = 0; i < terms.size(); ++i) {
        if (i > 0 && terms[i].channel == terms[i - 1].channel) continue;
        const QRectF row(t.area.left(), t.at(0, i).top(), t.names, t.line);
        m_marks.text(p, row, Qt::AlignLeft | Qt::AlignVCenter,
                     m_style.texts.say("LinePainter", "channel %1:  ").arg(terms[i].channel + 1).trimmed(),
                     m_style.theme.muted);
    }
}

void LinePainter::paintTableEnd(QPainter& p, const TermTable& t, std::size_t terms,
                                const std::vector<TextRun>& end) const
{
    const double px = m_style.scale;
    const bool isMax = m_figure.scene.pooling == Pooling::Max;
    p.setPen(QPen(m_style.theme.line, px));
    if (t.isUpright) {
        const double bottom = t.at(0, terms).top() + 4 * px;
        if (end.empty()) return;
        p.drawLine(QPointF(t.area.left(), bottom), QPointF(t.area.right(), bottom));
        return paintUprightEnd(p, bottom + 32 * px, end);
    }
    const int last = static_cast<int>(t.captions.size()) - 1;
    const double right = t.area.left() + t.names + t.pitch * static_cast<double>(terms),
                 lowest = t.area.top() + last * t.line;
    if (!isMax) p.drawLine(QPointF(t.area.left(), lowest), QPointF(right, lowest));
    const double middle = t.area.top() + (isMax ? 0.5 : last + 0.5) * t.line;
    m_marks.runs(p, {right + 10 * px, middle + 0.36 * t.endPixels() * px}, end, t.endPixels());
}

/// A line a channel: its products, and what they add up to once all of them stand.
std::vector<std::vector<TextRun>> LinePainter::channelLines(const Sum& sum, std::size_t formed) const
{
    const Theme& theme = m_style.theme;
    const auto factor = [this](double v) {
        return v < 0 ? QStringLiteral("(%1)").arg(number(v)) : number(v);
    };
    std::vector<std::vector<TextRun>> lines;
    double total = 0;
    for (std::size_t i = 0; i < sum.terms.size(); ++i) {
        const Term& term = sum.terms[i];
        const bool isNew = i == 0 || sum.terms[i - 1].channel != term.channel, isFormed = i < formed,
                   counts = term.product() != 0;
        if (isNew) {
            total = 0;
            lines.push_back(
                {{m_style.texts.say("LinePainter", "channel %1:  ").arg(term.channel + 1), theme.muted}});
        } else
            lines.back().push_back({QStringLiteral(" + "), theme.muted});
        if (isFormed && counts) {
            lines.back().push_back({factor(term.value), theme.role(Role::Input).text});
            lines.back().push_back({QStringLiteral("·"), theme.muted});
            lines.back().push_back({factor(term.weight), theme.role(Role::Filter).text});
        } else
            lines.back().push_back(
                {factor(term.value) + u'·' + factor(term.weight), theme.faint, QFont::Normal, !isFormed});
        total += term.product();
        const bool isLast = i + 1 == sum.terms.size() || sum.terms[i + 1].channel != term.channel;
        if (isLast && !m_look.hidesNext)
            lines.back().push_back({QStringLiteral(" = ") + (isFormed ? number(total) : QStringLiteral("…")),
                                    isFormed ? theme.ink : theme.muted, QFont::Bold});
    }
    return lines;
}

void LinePainter::paintLongSum(QPainter& p, const ConvMoment& m, const Sum& sum) const
{
    const double px = m_style.scale, line = uprightTermHeight * px;
    const QRectF area = uprightSumArea();
    const std::size_t formed = m.formed(sum.terms.size());
    double top = area.top(), total = 0;
    for (std::size_t i = 0; i < sum.terms.size(); ++i) {
        const Term& term = sum.terms[i];
        total += term.product();
        if (i + 1 < sum.terms.size() && sum.terms[i + 1].channel == term.channel) continue;
        if (m_figure.scene.kernel.shape.channels > 1) {
            const bool isFormed = i < formed && !m_look.hidesNext;
            m_marks.runs(p, {area.left(), top + 17 * px},
                         {{m_style.texts.say("LinePainter", "channel %1:  ").arg(term.channel + 1),
                           m_style.theme.muted},
                          {isFormed ? number(total) : QStringLiteral("…"), m_style.theme.ink, QFont::Bold}},
                         17);
            top += line;
        }
        total = 0;
    }
    std::vector<TextRun> runs{{QStringLiteral("Σ "), m_style.theme.muted}};
    for (const TextRun& run : endOfSum(m, sum, formed == sum.terms.size()))
        runs.push_back(run);
    paintUprightEnd(p, top + 34 * px, runs);
}

/// At the right, as large as it fits.
void LinePainter::paintUprightEnd(QPainter& p, double baseline, const std::vector<TextRun>& end) const
{
    constexpr double most = 28;
    const QRectF area = uprightSumArea();
    const double wide = m_marks.widthOf(end, most), pixels = std::min(most, most * area.width() / wide);
    m_marks.runs(p, {area.right() - wide * pixels / most, baseline}, end, pixels);
}

void LinePainter::paintChannelSums(QPainter& p, const ConvMoment& m, const Sum& sum) const
{
    const double px = m_style.scale, most = 24;
    const QRectF area = m_layout.sumCard.adjusted(16 * px, 32 * px, -16 * px, -6 * px);
    const std::size_t count = sum.terms.size(), formed = m.formed(count);
    const auto lines = channelLines(sum, formed);
    const double line = area.height() / static_cast<double>(lines.size());
    double widest = 1;
    for (const auto& runs : channelLines(sum, count)) // whole lines: they keep their size
        widest = std::max(widest, m_marks.widthOf(runs, most));
    const auto end = endOfSum(m, sum, formed == count);
    const double endWide = m_marks.widthOf(endOfSum(m, sum, true), 26),
                 room = area.width() - std::max(140 * px, endWide + 20 * px);
    const double pixels = std::min({most, most * room / widest, 0.7 * line / px});
    for (std::size_t i = 0; i < lines.size(); ++i)
        m_marks.runs(p,
                     {area.left(), area.top() + (static_cast<double>(i) + 0.5) * line + pixels * 0.36 * px},
                     lines[i], pixels);
    m_marks.runs(p, {area.right() - endWide, area.center().y() + 10 * px}, end, 26);
}

} // namespace hg
