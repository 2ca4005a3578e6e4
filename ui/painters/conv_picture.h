#pragma once

#include "core/lab/lab_state.h"
#include "ui/theme/paint_style.h"

#include <QLineF>
#include <QList>
#include <QPainter>
#include <QRectF>
#include <QRegion>

#include <memory>
#include <optional>

namespace hg {

enum class ConvPlace { Input, Kernel, Output };

/// A cell of the figure, in its own coordinates. Input: of `channel`; a row or column outside the input lies
/// in the padding. Kernel: the weight of `filter` on `channel`. Output: of `filter`.
struct ConvHit {
    ConvPlace place = ConvPlace::Input;
    int row = 0, column = 0;
    int channel = 0, filter = 0;
    bool operator==(const ConvHit&) const = default;
};

/// Whether a tab shows a ConvPicture; the others have pages of their own.
constexpr bool hasPicture(ConvTab tab)
{
    return tab == ConvTab::Sliding || tab == ConvTab::Matrix;
}

/// How a figure is looked at.
struct ConvLook {
    ConvTab tab = ConvTab::Sliding;
    bool showGhost = true;
    bool hasOneScale = false;        ///< slices without numbers share one range of values
    bool showsZeros = false;         ///< transposed: zero insertion beside stamping
    bool showSum = true;             ///< the sum written out below
    bool isEditable = true;          ///< says that numbers can be changed
    bool isUpright = false;          ///< for a narrow page: input over filter over output
    bool isPresented = false;        ///< for an audience: bare, the sum in one line where it fits
    bool hidesNext = false;          ///< the result at work stays a question mark: somebody is to predict it
    bool hidesSize = false;          ///< so does the output's size, and with it all that would tell it
    int filter = 0;                  ///< the one in front
    std::optional<ConvHit> selected; ///< the cell that keys would edit
    std::optional<ConvHit> focus;    ///< the cell whose links are drawn: pointed at or pinned
    bool showsErratum = false;       ///< marks the upper left of the ghost that is printed as the result
    std::vector<bool> outlined;      ///< output cells that are set apart, in the output's order; or empty
    bool operator==(const ConvLook&) const = default;
};

/// The picture of a convolution at one size: laid out once, then painted and hit-tested. One painter for the
/// window, PNG, GIF, SVG, PDF and HTML; knows no widget. Refers to the figure, which has to outlive it.
class ConvPicture {
public:
    virtual ~ConvPicture() = default;

    /// What does not change with t: a window keeps it as pixels. Cost: O(cells).
    virtual void paintStill(QPainter& painter) const = 0;
    /// The results as they stand at the end, kept as pixels too; of them doneRegion() is shown at t.
    virtual void paintDone(QPainter&) const {}
    virtual QRegion doneRegion(double, bool) const { return {}; }
    /// What changes, over both. `withProducts`: slowly enough to follow products. Cost: O(what is new
    /// at t), whatever the size of the figure.
    virtual void paintMoving(QPainter& painter, double t, bool withProducts) const = 0;
    /// The whole picture at t, without clips: a vector file gets only what is seen.
    virtual void paint(QPainter& painter, double t, bool withProducts) const
    {
        paintStill(painter);
        paintMoving(painter, t, withProducts);
    }
    /// Where paintMoving() draws at t: what has to be painted anew when it moves away.
    virtual QRegion movingRegion(double t, bool withProducts) const = 0;

    /// What both moving regions of two times leave out, though it differs between them.
    virtual QRegion betweenRegion(double /*from*/, double /*to*/, bool) const { return {}; }

    /// Another cell whose links are drawn, without laying out anew.
    virtual void setFocus(const std::optional<ConvHit>&) {}
    virtual std::optional<ConvHit> hit(const QPointF& point) const = 0;
    virtual QRectF cellOf(const ConvHit& hit) const = 0;
    /// Lines at a second of the sound whose spectrogram is the input: over that, and over the output.
    virtual QList<QLineF> playhead(double /*second*/) const { return {}; }
    /// The part of the picture that shows the figure itself, for a thumbnail.
    virtual QRectF figureBox() const = 0;
    /// Whether several slices stand as pictures, each over its own range of values or all over one.
    virtual bool hasSlicesWithoutNumbers() const { return false; }
    /// Positions of a reading that stands beside the figure's own and shares its time; 0: there is none.
    virtual int twinPositions() const { return 0; }
    /// What the picture shows at t, in words.
    virtual QString describe(double t) const = 0;
};

/// The figure for a narrow page, and how large it is there. Of a twin it is the stamping; no picture of the
/// matrix of a maximum, which there is not.
struct UprightPicture {
    std::unique_ptr<ConvPicture> picture;
    QSizeF size;
};
UprightPicture makeUprightPicture(const ConvFigure& figure, double width, const PaintStyle& style,
                                  const ConvLook& look);
std::unique_ptr<ConvPicture> makeConvPicture(const ConvFigure& figure, const QSizeF& size,
                                             const PaintStyle& style, const ConvLook& look);

} // namespace hg
