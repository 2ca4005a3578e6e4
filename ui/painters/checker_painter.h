#pragma once

#include "core/lab/checker_training.h"
#include "ui/painters/checker_layout.h"
#include "ui/painters/curve_plot.h"
#include "ui/painters/picture_cells.h"
#include "ui/theme/ramps.h"

#include <map>
#include <memory>
#include <optional>
#include <tuple>

namespace hg {

/// How the comparison is looked at.
struct CheckerLook {
    int update = 0;
    int picture = 0; ///< held-out, from 0
    bool isMean = false, isGridAlone = false;
    bool operator==(const CheckerLook&) const = default;
};

/// Where an update stands between 0 and the end of a comparison, 0 … 1: the first hundred have half of it.
double checkerShareOf(double update, int end);

/// Three decoders side by side at one size: how often each cell is stamped, what is rebuilt, how much of a
/// grid is in it, and that along the training. One painter for window and files.
class CheckerPainter {
public:
    CheckerPainter(std::shared_ptr<const CheckerFilm> film, const QSizeF& size, PaintStyle style);
    CheckerPainter(const CheckerPainter&) = delete; // its marks look at its style
    CheckerPainter& operator=(const CheckerPainter&) = delete;

    void paint(QPainter& p, const CheckerLook& look) const;
    /// What is seen, in sentences.
    QString describe(const CheckerLook& look) const;
    /// The update whose small picture is under a place, or that of the curves there.
    std::optional<int> updateAt(const QPointF& place) const;
    const CheckerLayout& layout() const { return m_layout; }
    const CheckerFilm& film() const { return *m_film; }

private:
    const TensorD& pictureOf(const CheckerMoment& moment, std::size_t doubling,
                             const CheckerLook& look) const;
    QString strengthText(double strength) const;
    QString peakSentence() const;
    QString body() const;
    CurvePlot plotOf(int update) const;
    void addCurve(CurvePlot& plot, const CheckerFilm::Curve& curve, bool isOwn) const;
    void paintCard(QPainter& p, std::size_t doubling, const CheckerLook& look) const;
    void paintMap(QPainter& p, std::size_t doubling) const;
    void paintNote(QPainter& p, std::size_t doubling) const;
    void paintStrength(QPainter& p, const QRectF& box, double strength) const;
    void paintPicture(QPainter& p, const GridLayout& grid, const TensorD& picture, bool isGridAlone) const;
    void paintThumbs(QPainter& p, std::size_t doubling, const CheckerLook& look) const;
    void paintWords(QPainter& p) const;

    using PictureKey = std::tuple<int, std::size_t, int>; ///< update, decoder, picture

    std::shared_ptr<const CheckerFilm> m_film;
    PaintStyle m_style;
    CheckerLayout m_layout;
    PictureCells m_pictures;
    PaintMarks m_marks;
    Ramp m_ramp;
    std::vector<int> m_thumbs;                       ///< the updates of the small pictures
    mutable std::map<PictureKey, TensorD> m_rebuilt; ///< as they are asked for
};

} // namespace hg
