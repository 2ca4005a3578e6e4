#pragma once

#include "ui/labs/denoise/denoise_scene.h"
#include "ui/painters/curve_plot.h"
#include "ui/theme/paint_style.h"

#include <QStringList>

#include <span>

namespace hg {

/// What is painted of a denoising at one strength.
struct DenoiseLook {
    DenoiseSetup setup;
    double strength = 0;
    std::span<const int> labels;                ///< of the pictures; or none
    const DenoisedPictures* pictures = nullptr; ///< as many as columnsIn() says
    AllFigures figures{};
    QString figuresOf{}; ///< "σ 0.5 · 5,000 pictures": what those are of
    std::span<const std::optional<AllFigures>> points{};
    const BlackPixel* blackPixel = nullptr; ///< under that noise; null where it treats no pixel by itself
    std::array<QString, denoiseRowCount> notes{}; ///< instead of what the row is: "learning: 46 %"
};

/// Rows of pictures with what they are worth, and below them the curves along the strength and what the noise
/// does to a black pixel.
class DenoisePainter {
public:
    DenoisePainter(const QSizeF& size, const PaintStyle& style);

    /// How many pictures stand in a row.
    int columns() const { return m_columns; }
    void paint(QPainter& p, const DenoiseLook& look) const;
    /// The column under a place among the pictures, or −1.
    int columnAt(const QPointF& place) const;
    /// The strength under a place in a plot; nothing elsewhere.
    std::optional<double> strengthAt(const QPointF& place, const DenoiseLook& look) const;
    /// All numbers in a sentence a row.
    static QString describe(const DenoiseLook& look, const Texts& texts);

private:
    void paintCard(QPainter& p, const QRectF& box) const;
    QString wrongText(double room) const;
    void paintHead(QPainter& p, const DenoiseLook& look) const;
    void paintRow(QPainter& p, DenoiseRow row, const DenoiseLook& look) const;
    void paintPicture(QPainter& p, const QRectF& box, DenoiseRow row, int column,
                      const DenoiseLook& look) const;
    void paintFigures(QPainter& p, DenoiseRow row, const DenoiseLook& look) const;
    void paintPixel(QPainter& p, const QRectF& box, const DenoiseLook& look) const;
    CurvePlot plotOf(const DenoiseLook& look, bool isRead) const;
    QRectF pictureBox(int row, int column) const;
    /// The room within a card.
    QRectF inside(const QRectF& card) const;

    PaintStyle m_style;
    QRectF m_table, m_psnr, m_read, m_pixel; ///< cards
    QRectF m_pictures;
    double m_side = 0, m_names = 0, m_numbers = 0;
    int m_columns = 1;
    bool m_isNarrow = false;
};

} // namespace hg
