#include "ui/painters/checker_painter.h"

#include "core/lab/filter_descent.h"

#include <algorithm>
#include <cmath>

namespace hg {
namespace {

constexpr double firstStop = 10; // after update 0
constexpr double leastStrength = 0.3, mostStrength = 50;
constexpr std::array strengthTicks{0.3, 1.0, 3.0, 10.0, 30.0};
constexpr std::array updateTicks{0, 10, 50, 200, 500, 1000, 2000};
constexpr double leastDrawn = 1e-3, contrastAlone = 4;
constexpr int inside = 4; // of the map's first cell: away from the picture's border, at an even place

/// Those that tell most, where only some have room; the last is the comparison's end.
std::vector<int> thumbUpdates(std::size_t count, int end)
{
    const std::vector<std::vector<int>> choices{
        {20, 50}, {20, 50, 100}, {0, 20, 50, 100}, {0, 20, 50, 100, end > shortChecking ? 500 : 200}};
    std::vector<int> updates = choices[std::clamp<std::size_t>(count, 3, 6) - 3];
    updates.push_back(end);
    return updates;
}

} // namespace

double checkerShareOf(double update, int end)
{
    return shareOfUpdate(update, end, firstStop);
}

CheckerPainter::CheckerPainter(std::shared_ptr<const CheckerFilm> film, const QSizeF& size, PaintStyle style)
    : m_film(std::move(film))
    , m_style(std::move(style))
    , m_layout(m_film->shape(), size, m_style)
    , m_pictures(m_style)
    , m_marks(m_style)
    , m_ramp(photographRamp())
    , m_thumbs(thumbUpdates(m_layout.cards.front().thumbs.size(), m_film->updates))
{}

/// Three figures at most: more are not the measure's.
QString CheckerPainter::strengthText(double strength) const
{
    return m_style.texts.number(strength, strength >= 10 ? 0 : strength >= 1 ? 1 : 2);
}

const TensorD& CheckerPainter::pictureOf(const CheckerMoment& moment, std::size_t doubling,
                                         const CheckerLook& look) const
{
    if (look.isMean) return moment.means[doubling];
    const int last = std::max(0, m_film->data->test.count - 1), picture = std::clamp(look.picture, 0, last);
    const PictureKey key{moment.update, doubling, picture};
    const auto found = m_rebuilt.find(key);
    if (found != m_rebuilt.end()) return found->second;
    const std::vector<float> pixels = m_film->data->test.view().sample(picture);
    return m_rebuilt.emplace(key, rebuiltBy(*moment.models[doubling], pixels)).first->second;
}

void CheckerPainter::paint(QPainter& p, const CheckerLook& look) const
{
    p.setRenderHint(QPainter::Antialiasing);
    for (std::size_t i = 0; i < doublings.size(); ++i)
        paintCard(p, i, look);
    m_marks.card(p, m_layout.curveCard);
    paintCurves(p, m_layout.curve, plotOf(look.update), m_style);
    paintWords(p);
}

void CheckerPainter::paintCard(QPainter& p, std::size_t doubling, const CheckerLook& look) const
{
    const CheckerLayout::Card& card = m_layout.cards[doubling];
    const Texts& texts = m_style.texts;
    const std::array titles{texts.say("Checkerboards", "Size 3, stride 2"),
                            texts.say("Checkerboards", "Size 4, stride 2"),
                            m_layout.isWide ? texts.say("Checkerboards", "Upsample, then size 3")
                                            : texts.say("Checkerboards", "Upsample, then 3")};
    const std::array subtitles{texts.say("Checkerboards", "transposed, crop 0 + 1"),
                               texts.say("Checkerboards", "transposed, crop 1 + 1"),
                               m_layout.isWide
                                   ? texts.say("Checkerboards", "each value twice, then a plain filter")
                                   : texts.say("Checkerboards", "each value twice")};
    m_marks.card(p, card.box);
    m_marks.fittedText(p, card.title, Qt::AlignLeft | Qt::AlignVCenter, titles[doubling], m_style.theme.ink,
                       18, QFont::Bold);
    m_marks.fittedText(p, card.subtitle, Qt::AlignLeft | Qt::AlignVCenter, subtitles[doubling],
                       m_style.theme.muted, 13);
    paintMap(p, doubling);
    paintNote(p, doubling);
    paintThumbs(p, doubling, look);
    const CheckerMoment* moment = m_film->momentAt(look.update);
    if (!moment) return m_marks.outline(p, card.picture.box, m_style.theme.line, 1, Qt::DashLine);
    paintPicture(p, card.picture, pictureOf(*moment, doubling, look), look.isGridAlone);
    paintStrength(p, card.strength, moment->strengths[doubling]);
}

/// A corner of the overlap map, away from the border.
void CheckerPainter::paintMap(QPainter& p, std::size_t doubling) const
{
    const GridLayout& grid = m_layout.cards[doubling].map;
    const Shape shape = m_film->shape();
    const std::vector<int> map = overlapMap(doublings[doubling], shape);
    const bool isStamped = doublings[doubling] != Doubling::UpsampleConv;
    const Theme& theme = m_style.theme;
    for (int r = 0; r < grid.rows; ++r)
        for (int c = 0; c < grid.columns; ++c) {
            const int stamps = map[static_cast<std::size_t>((inside + r) * shape.width + inside + c)];
            const QRectF cell = grid.at(r, c).adjusted(0.5, 0.5, -0.5, -0.5);
            p.fillRect(cell, theme.shade(Role::Filter, isStamped ? 0.25 * stamps : 0.25));
            if (isStamped && grid.cell >= m_style.px(12))
                m_marks.text(p, cell, Qt::AlignCenter, QString::number(stamps), theme.ink,
                             std::min(16.0, 0.62 * grid.cell / m_style.scale), QFont::DemiBold);
        }
}

void CheckerPainter::paintNote(QPainter& p, std::size_t doubling) const
{
    const QRectF& box = m_layout.cards[doubling].mapNote;
    const Texts& texts = m_style.texts;
    const std::array notes{texts.say("Checkerboards", "stamps on a cell: 1, 2 or 4, uneven"),
                           texts.say("Checkerboards", "stamps on a cell: 4 everywhere, but the weights "
                                                      "alternate"),
                           texts.say("Checkerboards", "no stamps: one filter for all cells")};
    const std::array shortNotes{texts.say("Checkerboards", "stamps: 1, 2 or 4"),
                                texts.say("Checkerboards", "stamps: 4, weights alternate"),
                                texts.say("Checkerboards", "no stamps: one filter")};
    const QColor& colour = m_style.theme.role(Role::Filter).text;
    if (!m_layout.isWide)
        return m_marks.fittedText(p, box, Qt::AlignLeft | Qt::AlignVCenter, shortNotes[doubling], colour, 13,
                                  QFont::DemiBold);
    m_marks.text(p, box, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, notes[doubling], colour, 13,
                 QFont::DemiBold);
}

void CheckerPainter::paintStrength(QPainter& p, const QRectF& box, double strength) const
{
    const QString number = strengthText(strength);
    const bool isShort = m_marks.widthOf(number, 32, QFont::Bold) < 0.4 * box.width();
    const double size = isShort ? 32 : 26, wide = m_marks.widthOf(number, size, QFont::Bold) + m_style.px(8);
    m_marks.text(p, box, Qt::AlignLeft | Qt::AlignVCenter, number, m_style.theme.role(Role::Output).text,
                 size, QFont::Bold);
    const QRectF unit = box.adjusted(wide, box.height() / 2 - m_style.px(17), 0, 0);
    const double line = m_style.px(17);
    m_marks.fittedText(p, {unit.left(), unit.top(), unit.width(), line}, Qt::AlignLeft | Qt::AlignVCenter,
                       m_style.texts.say("Checkerboards", "grey levels"), m_style.theme.muted, 13);
    m_marks.fittedText(p, {unit.left(), unit.top() + line, unit.width(), line},
                       Qt::AlignLeft | Qt::AlignVCenter, m_style.texts.say("Checkerboards", "of grid"),
                       m_style.theme.muted, 13);
}

void CheckerPainter::paintPicture(QPainter& p, const GridLayout& grid, const TensorD& picture,
                                  bool isGridAlone) const
{
    const TensorD shown = isGridAlone ? finePart(picture) : picture;
    m_pictures.mosaic(p, grid, [&](int r, int c) {
        const double value = shown.at(0, 0, r, c);
        return m_ramp.at(isGridAlone ? 0.5 + contrastAlone * value : value);
    });
}

void CheckerPainter::paintThumbs(QPainter& p, std::size_t doubling, const CheckerLook& look) const
{
    const CheckerLayout::Card& card = m_layout.cards[doubling];
    const CheckerMoment* shown = m_film->momentAt(look.update);
    const Theme& theme = m_style.theme;
    const double line = m_layout.line, beside = m_style.px(3);
    for (std::size_t i = 0; i < card.thumbs.size(); ++i) {
        const QRectF& box = card.thumbs[i];
        const int update = m_thumbs[i];
        const CheckerMoment* moment = m_film->momentAt(update);
        const bool isThere = moment && moment->update == update, isShown = isThere && moment == shown;
        const QRectF below(box.left() - beside, box.bottom() + m_style.px(2), box.width() + 2 * beside, line);
        m_marks.fittedText(p, below, Qt::AlignCenter, m_style.texts.grouped(update),
                           isShown ? theme.accentText : theme.muted, 12,
                           isShown ? QFont::Bold : QFont::Normal);
        if (!isThere) {
            m_marks.outline(p, box, theme.line, 1, Qt::DashLine);
            continue;
        }
        const Shape shape = moment->means[doubling].shape;
        const GridLayout grid{box, shape.height, shape.width, box.height() / shape.height};
        paintPicture(p, grid, pictureOf(*moment, doubling, look), look.isGridAlone);
        m_marks.fittedText(p, below.translated(0, line), Qt::AlignCenter,
                           strengthText(moment->strengths[doubling]), theme.role(Role::Output).text, 12,
                           QFont::Bold);
        if (isShown) m_marks.outline(p, box.adjusted(-1, -1, 1, 1), theme.accent, 3);
    }
}

void CheckerPainter::addCurve(CurvePlot& plot, const CheckerFilm::Curve& curve, bool isOwn) const
{
    const Theme& theme = m_style.theme;
    const Texts& texts = m_style.texts;
    const std::array names{texts.say("Checkerboards", "size 3"), texts.say("Checkerboards", "size 4"),
                           texts.say("Checkerboards", "upsample")};
    const std::array colours{theme.role(Role::Output).text, theme.role(Role::Output).text, theme.ink};
    for (std::size_t i = 0; i < doublings.size() && !curve.updates.empty(); ++i) {
        PlotLine line{.name = isOwn ? names[i] + u' ' + strengthText(curve.strengths[i].back()) : QString(),
                      .colour = isOwn ? colours[i] : mixed(theme.surface, colours[i], 0.35),
                      .line = doublings[i] == Doubling::Transposed4 ? Qt::DashLine : Qt::SolidLine,
                      .isStrong = isOwn};
        for (std::size_t k = 0; k < curve.updates.size();
             ++k) // a logarithmic axis: below it lies what is no grid
            line.points.emplace_back(checkerShareOf(curve.updates[k], m_film->updates),
                                     std::max(curve.strengths[i][k], leastDrawn));
        plot.curves.push_back(std::move(line));
    }
}

CurvePlot CheckerPainter::plotOf(int update) const
{
    const Texts& texts = m_style.texts;
    const int end = m_film->updates;
    CurvePlot plot{.title = texts.say("Checkerboards", "Grid in the mean picture, in grey levels of 255"),
                   .shortTitle = texts.say("Checkerboards", "Grid in the mean picture")};
    plot.y = {leastStrength, mostStrength, {strengthTicks.begin(), strengthTicks.end()}};
    plot.y.isLogarithmic = true;
    for (const double tick : strengthTicks)
        plot.y.texts << texts.number(tick);
    plot.x.name = texts.say("Checkerboards", "updates");
    for (const int tick : updateTicks)
        if (tick <= end) {
            plot.x.ticks.push_back(checkerShareOf(tick, end));
            plot.x.texts << texts.grouped(tick);
        }
    if (m_film->ownStrength > 0)
        plot.curves.push_back({.name = texts.say("Checkerboards", "the digits themselves %1")
                                           .arg(strengthText(m_film->ownStrength)),
                               .colour = m_style.theme.role(Role::Input).text,
                               .line = Qt::DotLine,
                               .points = {{0, m_film->ownStrength}, {1, m_film->ownStrength}}});
    for (const CheckerFilm::Curve& other : m_film->others)
        addCurve(plot, other, false);
    addCurve(plot, m_film->curve(), true);
    if (m_film->moments.empty())
        plot.empty = texts.say("Checkerboards", "The curves come with the training.");
    else
        plot.cursor = checkerShareOf(update, end);
    if (m_layout.words.isEmpty()) {
        plot.title = plot.shortTitle;
        plot.remark = texts.say("Checkerboards", "Seen early, cancelled by training");
    }
    return plot;
}

/// Of this run, where it has passed the height of all three.
QString CheckerPainter::peakSentence() const
{
    std::array<QString, doublings.size()> peaks;
    for (std::size_t i = 0; i < doublings.size(); ++i) {
        const CheckerMoment* peak = m_film->peakOf(i);
        if (!peak || peak == m_film->moments.back().get()) return {};
        peaks[i] = strengthText(peak->strengths[i]);
    }
    return m_style.texts
        .say("Checkerboards", "At its height here: %1 for size 3, %2 for size 4, %3 for upsampling.")
        .arg(peaks[0], peaks[1], peaks[2]);
}

QString CheckerPainter::body() const
{
    const Texts& texts = m_style.texts;
    QStringList sentences;
    if (const QString peak = peakSentence(); !peak.isEmpty()) sentences << peak;
    const CheckerRecipe usual{.seed = m_film->recipe.seed};
    if (m_film->recipe == usual) {
        const RecordedGrids& all = recordedGrids;
        sentences << texts
                         .say("Checkerboards",
                              "Medians of %1 seeds: %2, %3 and %4; size 3 above size 4 in %5 of them. "
                              "By 2,000 updates little is left but what the digits have.")
                         .arg(all.seeds)
                         .arg(strengthText(all.medianPeaks[0]), strengthText(all.medianPeaks[1]),
                              strengthText(all.medianPeaks[2]))
                         .arg(all.seedsInOrder);
    }
    if (!m_film->others.empty()) sentences << texts.say("Checkerboards", "Thin: other seeds.");
    return sentences.join(u' ');
}

void CheckerPainter::paintWords(QPainter& p) const
{
    const QRectF& box = m_layout.words;
    if (box.isEmpty()) return;
    const double head = m_style.px(22);
    m_marks.fittedText(p, {box.left(), box.top(), box.width(), head}, Qt::AlignLeft | Qt::AlignVCenter,
                       m_style.texts.say("Checkerboards", "Seen early, cancelled by training"),
                       m_style.theme.ink, 15, QFont::DemiBold);
    m_marks.text(p, box.adjusted(0, head + m_style.px(4), 0, 0),
                 Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, body(), m_style.theme.ink, 14);
}

QString CheckerPainter::describe(const CheckerLook& look) const
{
    const CheckerMoment* moment = m_film->momentAt(look.update);
    const Texts& texts = m_style.texts;
    if (!moment) return texts.say("Checkerboards", "The three decoders have not been trained yet.");
    const QString now =
        texts
            .say("Checkerboards",
                 "Update %1. Grey levels of grid: %2 for size 3, %3 for size 4, %4 for upsampling; "
                 "%5 in the digits themselves.")
            .arg(moment->update)
            .arg(strengthText(moment->strengths[0]), strengthText(moment->strengths[1]),
                 strengthText(moment->strengths[2]), strengthText(m_film->ownStrength));
    const QString more = body();
    return more.isEmpty() ? now : now + u' ' + more;
}

std::optional<int> CheckerPainter::updateAt(const QPointF& place) const
{
    for (const CheckerLayout::Card& card : m_layout.cards)
        for (std::size_t i = 0; i < card.thumbs.size(); ++i)
            if (card.thumbs[i].adjusted(0, 0, 0, 2 * m_layout.line).contains(place)) return m_thumbs[i];
    const auto share = xAt(place, m_layout.curve, plotOf(0), m_style);
    if (!share) return std::nullopt;
    return static_cast<int>(std::lround(updateOfShare(*share, m_film->updates, firstStop)));
}

} // namespace hg
