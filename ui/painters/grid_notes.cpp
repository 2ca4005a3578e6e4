// The words of a plane's picture: titles with their notes, the formulas, and what is seen at a moment.

#include "ui/painters/grid_painter.h"

#include <algorithm>

namespace hg {

QString GridPainter::inputNote() const
{
    const ConvAxis &h = m_figure.geometry.h, &w = m_figure.geometry.w;
    const Texts& texts = m_style.texts;
    if (m_figure.zerosBetween) return texts.say("ConvPicture", "dotted: zeros put in");
    if (!m_figure.scene.isTransposed && (h.unreadTail() > 0 || w.unreadTail() > 0))
        return texts.say("ConvPicture", "never read, crossed out: rows %1, columns %2")
            .arg(h.unreadTail())
            .arg(w.unreadTail());
    const bool isPadded = h.padBefore + h.padAfter + w.padBefore + w.padAfter > 0;
    if (!m_figure.scene.isTransposed && isPadded) return texts.say("ConvPicture", "hatched: padding");
    return m_look.isEditable && !m_look.isPresented ? texts.say("ConvPicture", "click a number to change it")
                                                    : QString();
}

QString GridPainter::outputNote() const
{
    if (m_look.hidesSize) return {};
    const ConvAxis &h = m_figure.geometry.h, &w = m_figure.geometry.w;
    const Texts& texts = m_style.texts;
    if (m_figure.scene.isTransposed) {
        const bool isCropped = h.padBefore + h.padAfter + w.padBefore + w.padAfter > 0;
        return isCropped ? texts.say("ConvPicture", "red: cut off")
                         : texts.say("ConvPicture", "each input adds its stamp");
    }
    if (m_look.showsErratum && m_layout.hasGhost)
        return texts.say("ConvPicture", "strong: right; framed: printed");
    if (!m_look.outlined.empty()) return texts.say("ConvPicture", "dashed: other rules give another number");
    if (m_layout.hasGhost)
        return texts.say("ConvPicture", "strong: what stride %1 keeps").arg(std::max(h.stride, w.stride));
    return m_figure.scene.filters() > 1 ? texts.say("ConvPicture", "one slice per filter") : QString();
}

QString GridPainter::filterNote() const
{
    const ConvScene& s = m_figure.scene;
    const Texts& texts = m_style.texts;
    const bool isNamed = !m_filterName.isEmpty();
    if (m_figure.zerosBetween) return texts.say("ConvPicture", "turned 180°");
    if (s.convention == Convention::NumPy && !s.isTransposed && !s.pooling)
        return isNamed ? texts.say("ConvPicture", "%1, turned by 180°").arg(m_filterName)
                       : texts.say("ConvPicture", "turned by 180° as it slides");
    if (s.filters() > 1 && !s.pooling) {
        const QString note = isNamed ? texts.say("ConvPicture", "%1 (%2 of %3)").arg(m_filterName)
                                     : texts.say("ConvPicture", "number %1 of %2 in front");
        return note.arg(front() + 1).arg(s.filters());
    }
    if (isNamed) return m_filterName;
    const bool isHinted = m_look.isEditable && !m_look.isPresented && !s.pooling;
    return isHinted ? texts.say("ConvPicture", "click to edit") : QString();
}

void GridPainter::paintTitles(QPainter& p) const
{
    const double px = m_style.scale;
    for (const PartTitle& title : m_layout.titles) {
        const QRectF line(title.left, title.top, title.room, 28 * px);
        p.setPen(title.isWrong ? m_style.theme.danger : m_style.theme.role(title.role).text);
        p.setFont(m_style.font(m_layout.titlePixels, QFont::Bold));
        p.drawText(line, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip, title.text);
        if (!hasNotes()) continue;
        p.setPen(m_style.theme.muted);
        p.setFont(m_style.font(13));
        p.drawText(QRectF(line.left(), line.bottom() - 2 * px, line.width(), 34 * px),
                   Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, title.note);
    }
}

/// From the output's left on, as far as the card below reaches.
double GridPainter::formulaLeft(double width) const
{
    return std::max(m_layout.sumCard.left(),
                    std::min(m_layout.outputRoom.left(), m_layout.sumCard.right() - width));
}

void GridPainter::paintFormulas(QPainter& p) const
{
    const double px = m_style.scale;
    const bool t = m_figure.scene.isTransposed, areAlike = m_figure.geometry.h == m_figure.geometry.w;
    const auto rows = formulaRuns(m_figure.geometry.h, t, m_style.theme, m_look.hidesSize),
               columns = formulaRuns(m_figure.geometry.w, t, m_style.theme, m_look.hidesSize);
    const QRectF& out = m_layout.outputRoom;
    const double right =
        m_look.isUpright ? m_layout.sumCard.right()
                         : std::min(std::max(out.right(), out.left() + 200 * px), m_layout.sumCard.right());
    const bool isClose = m_layout.isTight && !m_look.isPresented; // under the output, from its right on
    const double left = m_look.isUpright ? (m_layout.formulaTop < out.bottom() ? m_layout.titles.back().left
                                                                               : m_layout.sumCard.left())
                        : isClose        ? m_layout.inputRoom.right() + 12 * px
                        : isPlain()      ? m_layout.inputRoom.left()
                                         : around(m_layout.kernels).left();
    double pixels = areAlike ? (m_layout.isPicture || isClose ? 20 : 24) : 19;
    const double room =
        m_look.isPresented && isPlain() ? m_layout.sumCard.right() - out.left() : right - left;
    pixels *= std::min(
        1.0, room / std::max(1.0, std::max(m_brush.widthOf(rows, pixels), m_brush.widthOf(columns, pixels))));
    const auto line = [&](const std::vector<TextRun>& runs, const QString& note, double y,
                          bool isNoteBeside) {
        const double wide = m_brush.widthOf(runs, pixels),
                     x = m_look.isPresented && isPlain() ? formulaLeft(wide)
                                                         : std::max(m_layout.sumCard.left(), right - wide);
        m_brush.draw(p, {x, y}, runs, pixels);
        p.setFont(m_style.font(13));
        p.setPen(m_style.theme.muted);
        if (m_look.isPresented && isPlain())
            p.drawText(QRectF(x + wide + 12 * px, y - 22 * px, 118 * px, 28 * px),
                       Qt::AlignLeft | Qt::AlignVCenter, isNoteBeside ? note : QString());
        else if (isNoteBeside) {
            const double free = x - 12 * px - left, needed = p.fontMetrics().horizontalAdvance(note);
            if (!isClose || needed <= free)
                p.drawText(QRectF(x - 252 * px, y - 22 * px, 240 * px, 28 * px),
                           Qt::AlignRight | Qt::AlignVCenter, note);
        } else
            p.drawText(QRectF(right - 400 * px, y + 7 * px, 400 * px, 20 * px), Qt::AlignRight | Qt::AlignTop,
                       note);
    };
    const bool isOneLine = (m_layout.isPicture || isClose) && isPlain(); // its note beside it
    if (areAlike)
        return line(rows, m_style.texts.say("ConvPicture", "rows and columns alike"),
                    m_layout.formulaTop + (isOneLine ? 22 : 26) * px, isOneLine && !m_look.isPresented);
    line(rows, m_style.texts.say("ConvPicture", "rows"), m_layout.formulaTop + 22 * px, true);
    line(columns, m_style.texts.say("ConvPicture", "columns"), m_layout.formulaTop + 48 * px, true);
}

void GridPainter::paintCounter(QPainter& p) const
{
    const double px = m_style.scale, left = around(m_layout.inputs).left();
    const double top =
        m_layout.formulaTop + (m_look.isUpright ? 54 : 0) * px; // under the formula, or beside it
    m_brush.draw(p, {left, top + 26 * px}, counterRuns(m_figure.scene, m_style.theme), 20);
    p.setFont(m_style.font(13));
    p.setPen(m_style.theme.muted);
    p.drawText(QRectF(left, top + 33 * px, 420 * px, 20 * px), Qt::AlignLeft | Qt::AlignTop,
               counterNote(m_style.texts));
}

QString GridPainter::describe(double t) const
{
    if (m_look.hidesSize)
        return m_style.texts.say("ConvPicture", "How many rows and columns does the output have?");
    const ConvMoment m = momentAt(m_figure, t);
    if (m_figure.scene.isTransposed)
        return m_style.texts.say("ConvPicture", "Input row %1, column %2: the filter times %3 is stamped.")
            .arg(m.row + 1)
            .arg(m.column + 1)
            .arg(m_brush.number(m_figure.scene.input.at(0, 0, m.row, m.column)));
    if (m_look.hidesNext)
        return m_style.texts.say("ConvPicture", "Window at output row %1, column %2: what is the result?")
            .arg(m.row + 1)
            .arg(m.column + 1);
    if (m.writeShare <= 0)
        return m_style.texts.say("ConvPicture", "Window at output row %1, column %2.")
            .arg(m.row + 1)
            .arg(m.column + 1);
    return m_style.texts.say("ConvPicture", "Window at output row %1, column %2: the sum is %3.")
        .arg(m.row + 1)
        .arg(m.column + 1)
        .arg(m_brush.number(m_figure.output.at(0, front(), m.row, m.column)));
}

} // namespace hg
