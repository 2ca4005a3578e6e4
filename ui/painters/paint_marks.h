#pragma once

#include "ui/theme/paint_style.h"

#include <QPainter>
#include <QRectF>

#include <vector>

namespace hg {

/// A piece of a line of text with its look.
struct TextRun {
    QString text;
    QColor colour;
    QFont::Weight weight = QFont::Normal;
    bool isPending = false; ///< stands in a dashed frame: it has not been added yet
};

/// The marks that pictures along a line are made of: cards, cells, hatches, outlines, lines of coloured text.
class PaintMarks {
public:
    explicit PaintMarks(const PaintStyle& style) : m_style(style) {}

    void card(QPainter& p, const QRectF& box) const;
    /// A bold title in the role's colour and a note behind it on the same line, cut off where the room ends.
    void title(QPainter& p, const QRectF& line, const QString& title, Role role, const QString& note) const;
    void cell(QPainter& p, const QRectF& box, const QColor& ground, const QColor& border,
              Qt::PenStyle line = Qt::SolidLine) const;
    void hatch(QPainter& p, const QRectF& box, const QColor& colour, bool isSteep = false) const;
    /// On top of cells, never a wash over them.
    void outline(QPainter& p, const QRectF& box, const QColor& colour, double pixels = 3,
                 Qt::PenStyle line = Qt::SolidLine) const;
    /// A dashed frame with a question mark in the output's colour, in place of what is to be predicted.
    void question(QPainter& p, const QRectF& box) const;
    /// The number as large as it fits, nothing where it would be unreadable.
    void number(QPainter& p, const QRectF& box, double value, const QColor& ink,
                QFont::Weight weight = QFont::Normal) const;
    void text(QPainter& p, const QRectF& box, int flags, const QString& text, const QColor& colour,
              double pixels = 13, QFont::Weight weight = QFont::Normal) const;

    /// In lines from the top of its box on, as many as it takes.
    void sentence(QPainter& p, const QRectF& box, const QString& text, const QColor& colour,
                  double pixels = 13, QFont::Weight weight = QFont::Normal) const
    {
        this->text(p, box, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, text, colour, pixels, weight);
    }

    /// Smaller where the box is too narrow, and at last cut off.
    void fittedText(QPainter& p, const QRectF& box, int flags, const QString& text, const QColor& colour,
                    double pixels, QFont::Weight weight = QFont::Normal) const;

    /// Draws from `baseline` on and gives where the line ends.
    double runs(QPainter& p, QPointF baseline, const std::vector<TextRun>& runs, double pixels) const;
    /// Where a number has not been made yet, in the line of its text from `baseline` on.
    void pendingFrame(QPainter& p, QPointF baseline, double width, double pixels) const;
    double widthOf(const std::vector<TextRun>& runs, double pixels) const;
    double widthOf(const QString& text, double pixels, QFont::Weight weight = QFont::Normal) const;

private:
    const PaintStyle& m_style;
};

} // namespace hg
