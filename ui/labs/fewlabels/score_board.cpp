#include "ui/labs/fewlabels/score_board.h"

#include "ui/labs/fewlabels/few_labels_words.h"
#include "ui/painters/paint_marks.h"

#include <QPainter>

#include <algorithm>

namespace hg {

void ScoreBoard::setStyle(const PaintStyle& style)
{
    m_style = style;
    update();
}

void ScoreBoard::show(Content content)
{
    m_content = std::move(content);
    setAccessibleDescription(describe());
    update();
}

std::optional<double> ScoreBoard::scoreOf(const Row& row) const
{
    const auto at = static_cast<std::size_t>(m_content.shown);
    if (at == 0 || at > row.accuracies.size()) return std::nullopt;
    return row.accuracies[at - 1];
}

double ScoreBoard::rowHeight() const
{
    return std::clamp(0.46 * height() / std::max<double>(1, double(m_content.rows.size())), m_style.px(34),
                      m_style.px(56));
}

void ScoreBoard::paintScores(QPainter& p) const
{
    const Texts& texts = m_style.texts;
    const Theme& theme = m_style.theme;
    const PaintMarks marks(m_style);
    const double title = m_style.px(22), high = rowHeight();
    marks.text(p, QRectF(0, 0, width(), title), Qt::AlignLeft | Qt::AlignVCenter,
               texts.say("FewLabels", "%1 test pictures").arg(texts.grouped(m_content.test)), theme.muted,
               13);
    const double number = std::min(0.42 * width(), m_style.px(104)), left = number + m_style.px(8);
    double y = title + m_style.px(4);
    for (const Row& row : m_content.rows) {
        const auto score = scoreOf(row);
        const QColor colour = labelRowColour(row.row, theme);
        const double size = std::min(row.row == LabelRow::Code ? 34.0 : 26.0, 0.75 * high / m_style.scale);
        marks.text(p, QRectF(0, y, number, high), Qt::AlignLeft | Qt::AlignVCenter,
                   score ? percentText(texts, *score) : QStringLiteral("…"), colour, size, QFont::Bold);
        const double line = m_style.px(18), middle = y + high / 2;
        marks.text(p, QRectF(left, middle - line, width() - left, line), Qt::AlignLeft | Qt::AlignVCenter,
                   row.note.isEmpty() ? labelRowName(texts, row.row, m_content.bottleneck) : row.note, colour,
                   13, QFont::DemiBold);
        const QRectF bar(left, middle + m_style.px(3), width() - left, m_style.px(7));
        p.setPen(Qt::NoPen);
        p.setBrush(theme.stage);
        p.drawRoundedRect(bar, bar.height() / 2, bar.height() / 2);
        if (score) {
            p.setBrush(colour);
            p.drawRoundedRect(QRectF(bar.left(), bar.top(), *score * bar.width(), bar.height()),
                              bar.height() / 2, bar.height() / 2);
        }
        y += high;
    }
}

CurvePlot ScoreBoard::plot() const
{
    const Texts& texts = m_style.texts;
    CurvePlot plot{.title = texts.say("FewLabels", "Label by label"),
                   .x = {.from = 0, .to = double(mostOwnLabels), .name = texts.say("FewLabels", "labels")},
                   .y = {.from = 0, .to = 0.8}};
    for (const int tick : {0, 5, 10, 15, 20}) {
        plot.x.ticks.push_back(tick);
        plot.x.texts << QString::number(tick);
    }
    for (const double tick : {0.0, 0.2, 0.4, 0.6, 0.8}) {
        plot.y.ticks.push_back(tick);
        plot.y.texts << percentText(texts, tick);
    }
    PlotLine random{.name = {},
                    .colour = m_style.theme.role(Role::Code).fill,
                    .spread = m_content.randomSpread,
                    .hasPoints = true,
                    .hasWhiskers = true};
    for (std::size_t i = 0; i < m_content.randomCounts.size(); ++i)
        random.points.emplace_back(m_content.randomCounts[i], m_content.randomMeans[i]);
    plot.curves.push_back(random);
    for (auto row = m_content.rows.rbegin(); row != m_content.rows.rend(); ++row) {
        PlotLine line{.name = {},
                      .colour = labelRowColour(row->row, m_style.theme),
                      .line = labelRowLine(row->row),
                      .isStrong = row->row == LabelRow::Code};
        for (std::size_t i = 0; i < row->accuracies.size(); ++i)
            line.points.emplace_back(double(i + 1), row->accuracies[i]);
        plot.curves.push_back(std::move(line));
    }
    if (m_content.shown > 0) plot.cursor = m_content.shown;
    return plot;
}

void ScoreBoard::paintEvent(QPaintEvent*)
{
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    paintScores(p);
    const double top = m_style.px(34) + rowHeight() * static_cast<double>(m_content.rows.size()),
                 foot = m_content.randomCounts.empty() ? 0 : m_style.px(34);
    if (height() - top - foot < m_style.px(110)) return;
    paintCurves(p, QRectF(0, top, width(), height() - top - foot), plot(), m_style);
    if (foot == 0) return;
    PaintMarks(m_style).text(
        p, QRectF(0, height() - foot, width(), foot), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextWordWrap,
        m_style.texts.say("FewLabels", "bars: code, labels at random, ten draws"), m_style.theme.muted, 12);
}

QString ScoreBoard::describe() const
{
    QStringList parts;
    for (const Row& row : m_content.rows) {
        const auto score = scoreOf(row);
        parts << m_style.texts.say("FewLabels", "%1: %2 read right")
                     .arg(labelRowName(m_style.texts, row.row, m_content.bottleneck),
                          score ? percentText(m_style.texts, *score) : QStringLiteral("…"));
    }
    return parts.join(QStringLiteral(". "));
}

} // namespace hg
