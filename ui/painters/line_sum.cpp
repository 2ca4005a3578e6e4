// The card of the sum: every product in a column of its own, with what has been added up so far.

#include "ui/painters/formula_text.h"
#include "ui/painters/line_painter.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace hg {
std::vector<Term> LinePainter::stampTerms(int place, std::vector<double>& sums) const
{
    const ConvScene& s = m_figure.scene;
    const StampedOutput after = stampedOutput(m_figure, place + 1);
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
        const int column = static_cast<int>(m_layout.windowStart(place)) + k * m_figure.geometry.w.dilation;
        sums.push_back(after.values.at(0, m_filter, 0, column));
    }
    return terms;
}

std::vector<TextRun> LinePainter::endOfSum(const ConvMoment& m, const Sum& sum) const
{
    const Theme& theme = m_style.theme;
    std::vector<TextRun> runs;
    if (m.termsShare < 1) return runs;
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

void LinePainter::paintSum(QPainter& p, const ConvMoment& m) const
{
    const double px = m_style.scale;
    m_marks.card(p, m_layout.sumCard);
    const QRectF title(m_layout.sumCard.left() + 16 * px, m_layout.sumCard.top() + 4 * px,
                       m_layout.sumCard.width() - 32 * px, 26 * px);
    const ConvScene& s = m_figure.scene;
    std::vector<double> sums;
    if (m_layout.isTransposed) {
        m_marks.title(p, title, m_style.texts.say("LinePainter", "The stamp: input × weights"), Role::Filter,
                      m_style.texts.say("LinePainter", "what its cells hold once it has been added"));
        const auto terms = stampTerms(m.position, sums);
        return paintTerms(p, m, terms, sums, {});
    }
    const Sum sum = sumBehind(s, m_figure.geometry, {0, m.position, m_filter});
    m_marks.title(p, title,
                  s.pooling == Pooling::Max ? m_style.texts.say("LinePainter", "The greatest in the window")
                  : s.pooling == Pooling::Average
                      ? m_style.texts.say("LinePainter", "The mean of the window")
                      : m_style.texts.say("LinePainter", "In the window: value × weight"),
                  Role::Filter,
                  m_look.hidesSize ? QString()
                                   : m_style.texts.say("LinePainter", "position %1 of %2")
                                         .arg(m.position + 1)
                                         .arg(m_figure.positionCount()));
    if (s.kernel.shape.channels > 1 && !s.pooling) return paintChannelSums(p, m, sum);
    double total = 0;
    for (const Term& term : sum.terms)
        sums.push_back(total += term.product());
    paintTerms(p, m, sum.terms, sums, endOfSum(m, sum));
}

void LinePainter::paintTerms(QPainter& p, const ConvMoment& m, const std::vector<Term>& terms,
                             const std::vector<double>& sums, const std::vector<TextRun>& end) const
{
    const double px = m_style.scale;
    const Theme& theme = m_style.theme;
    const QRectF area = m_layout.sumCard.adjusted(16 * px, 32 * px, -16 * px, -6 * px);
    const double names = 86 * px, endPixels = 26,
                 endRoom = std::max(110 * px, m_marks.widthOf(end, endPixels) + 12 * px);
    const bool isMax = m_figure.scene.pooling == Pooling::Max;
    const double pitch =
        std::min(92 * px, (area.width() - names - endRoom) / static_cast<double>(terms.size()));
    const double line = area.height() / (isMax ? 2 : 4);
    const double high = std::max(line, 24 * px); // of a number's room: its figures are never below 13
    const std::array<QString, 4> captions{m_layout.isTransposed ? m_style.texts.say("LinePainter", "input")
                                                                : m_style.texts.say("LinePainter", "value"),
                                          m_style.texts.say("LinePainter", "× weight"),
                                          m_style.texts.say("LinePainter", "product"),
                                          m_style.texts.say("LinePainter", "sum so far")};
    for (int i = 0; i < (isMax ? 1 : 4); ++i)
        m_marks.text(p, QRectF(area.left(), area.top() + i * line, names, line),
                     Qt::AlignLeft | Qt::AlignVCenter, captions[static_cast<std::size_t>(i)], theme.muted);
    const std::size_t formed = m.formed(terms.size());
    for (std::size_t i = 0; i < terms.size(); ++i) {
        const Term& term = terms[i];
        const auto at = [&](int row) {
            return QRectF(area.left() + names + static_cast<double>(i) * pitch,
                          area.top() + (row + 0.5) * line - high / 2, pitch - 3 * px, high);
        };
        const bool isFormed = i < formed, counts = term.product() != 0 && !term.isPadding;
        m_marks.number(p, at(0), term.value, !counts ? theme.faint : theme.role(Role::Input).text,
                       counts ? QFont::Bold : QFont::Normal);
        if (isMax) {
            if (isFormed && term.weight != 0) m_marks.outline(p, at(0), theme.role(Role::Output).fill, 2);
            continue;
        }
        m_marks.number(p, at(1), term.weight, !counts ? theme.faint : theme.role(Role::Filter).text,
                       counts ? QFont::Bold : QFont::Normal);
        if (!isFormed) continue;
        m_marks.number(p, at(2), term.product(), counts ? theme.ink : theme.faint);
        if (m_look.hidesNext) continue;
        m_marks.number(p, at(3), sums[i], i + 1 == formed ? theme.role(Role::Output).text : theme.muted,
                       i + 1 == formed ? QFont::Bold : QFont::Normal);
    }
    p.setPen(QPen(theme.line, px));
    if (!isMax)
        p.drawLine(
            QPointF(area.left(), area.top() + 3 * line),
            QPointF(area.left() + names + pitch * static_cast<double>(terms.size()), area.top() + 3 * line));
    const double after = area.left() + names + pitch * static_cast<double>(terms.size()) + 10 * px;
    m_marks.runs(p, {after, area.top() + (isMax ? 0.5 : 3.4) * line + endPixels * 0.36 * px}, end, endPixels);
}

void LinePainter::paintChannelSums(QPainter& p, const ConvMoment& m, const Sum& sum) const
{
    const double px = m_style.scale;
    const Theme& theme = m_style.theme;
    const QRectF area = m_layout.sumCard.adjusted(16 * px, 32 * px, -16 * px, -6 * px);
    const int channels = static_cast<int>(sum.terms.size()) / m_figure.scene.kernel.shape.width;
    const std::size_t formed = m.formed(sum.terms.size());
    const double line = area.height() / channels;
    std::vector<std::vector<TextRun>> lines;
    double total = 0, widest = 1;
    for (std::size_t i = 0; i < sum.terms.size(); ++i) {
        const Term& term = sum.terms[i];
        const bool isNew = i == 0 || sum.terms[i - 1].channel != term.channel, isFormed = i < formed;
        const bool counts = isFormed && term.product() != 0 && !term.isPadding;
        if (isNew) {
            total = 0;
            lines.push_back(
                {{m_style.texts.say("LinePainter", "channel %1:  ").arg(term.channel + 1), theme.muted}});
        } else
            lines.back().push_back({QStringLiteral(" + "), theme.muted});
        const auto factor = [this](double v) {
            return v < 0 ? QStringLiteral("(%1)").arg(number(v)) : number(v);
        };
        lines.back().push_back({factor(term.value), counts ? theme.role(Role::Input).text : theme.faint});
        lines.back().push_back({QStringLiteral("·"), theme.muted});
        lines.back().push_back({factor(term.weight), counts ? theme.role(Role::Filter).text : theme.faint});
        total += term.product();
        const bool isLast = i + 1 == sum.terms.size() || sum.terms[i + 1].channel != term.channel;
        if (isLast && isFormed && !m_look.hidesNext)
            lines.back().push_back({QStringLiteral(" = %1").arg(number(total)), theme.ink, QFont::Bold});
        if (isLast) widest = std::max(widest, m_marks.widthOf(lines.back(), 16));
    }
    const auto end = endOfSum(m, sum);
    const double endWide = m_marks.widthOf(end, 26),
                 room = area.width() - std::max(140 * px, endWide + 20 * px);
    const double pixels = std::min({16.0, 16 * room / widest, 0.7 * line / px});
    for (std::size_t i = 0; i < lines.size(); ++i)
        m_marks.runs(p,
                     {area.left(), area.top() + (static_cast<double>(i) + 0.5) * line + pixels * 0.36 * px},
                     lines[i], pixels);
    m_marks.runs(p, {area.right() - endWide, area.center().y() + 10 * px}, end, 26);
}

} // namespace hg
