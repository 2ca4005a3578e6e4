#pragma once

#include "core/lab/conv_moment.h"
#include "core/lab/stamps.h"
#include "ui/painters/conv_picture.h"
#include "ui/painters/line_layout.h"
#include "ui/painters/paint_marks.h"

#include <QStringList>

#include <algorithm>

namespace hg {

/// The picture of a convolution along a line: input, the sum's terms and output on one scale of columns. Few
/// numbers stand in cells, more are stems; the filter lies under the samples that it multiplies, and an
/// output stands under the middle of its window.
class LinePainter final : public ConvPicture {
public:
    LinePainter(const ConvFigure& figure, const QSizeF& size, const PaintStyle& style, const ConvLook& look);

    void paintStill(QPainter& painter) const override;
    void paintMoving(QPainter& painter, double t, bool withProducts) const override;
    void paint(QPainter& painter, double t, bool withProducts) const override;
    QRegion movingRegion(double t, bool withProducts) const override;
    void setFocus(const std::optional<ConvHit>& focus) override { m_look.focus = focus; }
    std::optional<ConvHit> hit(const QPointF& point) const override;
    QRectF cellOf(const ConvHit& hit) const override;
    QRectF figureBox() const override;
    QString describe(double t) const override;
    const LineLayout& layout() const { return m_layout; }
    const LineScale& inputScale() const { return m_inputScale; }

private:
    QString number(double value) const { return m_style.texts.number(value); }
    bool isRead(int channel) const;
    /// A zero that stands between two inputs only to keep them apart.
    bool isInserted(int column) const;

    void layOutUpright(const QSizeF& size);
    /// A card's title with its note: behind it, and upright below it.
    void paintTitle(QPainter& p, const QRectF& card, const QString& title, Role role,
                    const QString& note) const;
    void paintHead(QPainter& p) const;
    void paintCounter(QPainter& p) const;
    void paintStrip(QPainter& p) const;
    void paintInput(QPainter& p) const;
    void paintInputCells(QPainter& p, int channel) const;
    void paintInputStems(QPainter& p, int channel) const;
    void paintPadding(QPainter& p, const QRectF& row) const;
    void paintBracket(QPainter& p, double column, int count, const QRectF& row, const QString& text) const;
    void paintUnread(QPainter& p, const QRectF& row) const;
    void paintAxis(QPainter& p, const LineScale& scale, const QRectF& row) const;
    void paintIndices(QPainter& p, const QRectF& row, bool isOutput) const;
    QString inputNote() const;
    QString outputNote() const;
    QString outputSize() const;
    void paintSizeQuestion(QPainter& p) const;

    void paintWindow(QPainter& p, const ConvMoment& m) const;
    void paintWeights(QPainter& p, const ConvMoment& m, int channel) const;
    void paintForwardOutput(QPainter& p, const ConvMoment& m, bool hasBegun) const;
    void paintGhost(QPainter& p, const ConvMoment& m) const;
    void paintStamps(QPainter& p, const ConvMoment& m) const;
    void paintStamp(QPainter& p, int place, double termsShare, const QRectF& row) const;
    void paintStampedOutput(QPainter& p, const ConvMoment& m) const;
    void paintCounts(QPainter& p) const;
    void paintOutputCell(QPainter& p, int o, double value, bool isCropped, double column) const;
    void paintStem(QPainter& p, double column, double value, const LineScale& scale, const QRectF& row,
                   const QColor& colour, double share = 1) const;

    QString placeNote(const ConvMoment& m, bool hasBegun) const;
    void paintSum(QPainter& p, const ConvMoment& m, bool hasBegun) const;
    /// The table of terms: names of its rows, then a column a term, then what follows the last sum.
    struct TermTable {
        QRectF area;
        QStringList captions;
        bool isJoined = false;  ///< value and weight stand in one row
        bool isUpright = false; ///< turned: a row a term, captions above their columns
        double pixels = 13;     ///< of its figures
        double line = 0, names = 0, heads = 0, pitch = 0, content = 0, end = 0;

        double captionPixels() const { return std::clamp(0.7 * pixels, 13.0, 20.0); }
        double endPixels() const { return std::clamp(1.4 * pixels, 26.0, 48.0); }
        QRectF at(int row, std::size_t term) const
        {
            if (isUpright)
                return {area.left() + names + row * pitch,
                        area.top() + heads + static_cast<double>(term) * line, pitch, line};
            return {area.left() + names + static_cast<double>(term) * pitch, area.top() + row * line, pitch,
                    line};
        }
        QRectF caption(int row) const
        {
            if (isUpright) return {area.left() + names + row * pitch, area.top(), pitch, heads};
            return {area.left(), area.top() + row * line, names, line};
        }
        /// Around a number of the table. `px`: a pixel of the design.
        QRectF frame(int row, std::size_t term, double px) const
        {
            const double wide = std::min(content + 0.5 * pixels * px, pitch - 3 * px),
                         high = std::min(1.3 * pixels * px, line - 4 * px);
            const QPointF middle = at(row, term).center();
            return {middle.x() - wide / 2, middle.y() - high / 2, wide, high};
        }
    };
    TermTable tableOf(const std::vector<Term>& terms, const std::vector<double>& sums,
                      const std::vector<TextRun>& end) const;
    QStringList tableCaptions(bool isJoined) const;
    TermTable uprightTableOf(const std::vector<Term>& terms, const std::vector<double>& sums) const;
    std::vector<TextRun> factorRuns(const Term& term) const;
    void paintTerm(QPainter& p, const TermTable& table, const Term& term, std::size_t index,
                   bool isFormed) const;
    /// `wholeEnd`: what stands there once all terms are in, and has its room from the beginning.
    void paintTerms(QPainter& p, const ConvMoment& m, const std::vector<Term>& terms,
                    const std::vector<double>& sums, const std::vector<TextRun>& end,
                    const std::vector<TextRun>& wholeEnd) const;
    std::vector<std::vector<TextRun>> channelLines(const Sum& sum, std::size_t formed) const;
    void paintTermNames(QPainter& p, const TermTable& table, const std::vector<Term>& terms) const;
    void paintTableEnd(QPainter& p, const TermTable& table, std::size_t terms,
                       const std::vector<TextRun>& end) const;
    void paintChannelSums(QPainter& p, const ConvMoment& m, const Sum& sum) const;
    QRectF uprightSumArea() const
    {
        const double px = m_style.scale;
        return m_layout.sumCard.adjusted(8 * px, 32 * px, -8 * px, -6 * px);
    }
    void paintUprightEnd(QPainter& p, double baseline, const std::vector<TextRun>& end) const;
    /// Upright, of more terms than are told one by one: what each channel comes to, and the result.
    void paintLongSum(QPainter& p, const ConvMoment& m, const Sum& sum) const;
    std::vector<TextRun> endOfSum(const ConvMoment& m, const Sum& sum, bool isComplete) const;
    std::vector<Term> stampTerms(int place, std::vector<double>& sums) const;

    void paintDiffering(QPainter& p, const ConvMoment& m) const;
    void paintFocus(QPainter& p) const;
    void paintLink(QPainter& p, const ConvHit& end, double weight) const;

    const ConvFigure& m_figure;
    PaintStyle m_style;
    ConvLook m_look;
    LineLayout m_layout;
    PaintMarks m_marks;
    LineScale m_inputScale, m_outputScale, m_kernelScale;
    double m_greatestInput = 1, m_greatestKernel = 1, m_greatestOutput = 1;
    std::optional<Stamps> m_stamps; ///< transposed
    StampedOutput m_whole;          ///< transposed: after the last stamp
    TensorD m_counts{1, {1, 1, 1}};
    int m_filter = 0;
};

} // namespace hg
