#pragma once

#include "ui/export/gif_palette.h"

#include <QRect>

#include <string>

class QIODevice;
struct GifFileType;

namespace hg {

/// Encodes pictures into a GIF that loops for ever, one at a time: of each only the rectangle that changed is
/// stored, and in that the pixels that did not change are left transparent. A picture equal to the one before
/// it prolongs that one.
class GifWriter {
public:
    /// Writes to an open device pictures of one size in the colours of a palette of at most 255.
    GifWriter(QIODevice& device, QSize size, std::vector<QRgb> palette);
    ~GifWriter();
    GifWriter(const GifWriter&) = delete;
    GifWriter& operator=(const GifWriter&) = delete;

    /// Shows a Format_RGB32 picture for `delay` hundredths of a second.
    void add(const QImage& picture, int delay);

    /// Writes what is left. False if anything could not be written since the beginning; problem() then says
    /// what.
    bool finish();
    const std::string& problem() const { return m_problem; }

private:
    /// A rectangle of the picture that waits for its delay to be known.
    struct Patch {
        QRect rect;
        std::vector<std::uint8_t> pixels;
        int delay = 0;
    };

    static int writeBytes(GifFileType* gif, const unsigned char* bytes, int count);
    void begin(QSize size);
    QRect changedRect(const std::vector<std::uint8_t>& picture) const;
    Patch patchTo(const std::vector<std::uint8_t>& picture, const QRect& rect) const;
    void write(Patch& patch);
    void writeControl(int delay);
    void check(int outcome);
    bool isFine() const { return m_gif && m_problem.empty(); }

    QIODevice& m_device;
    GifFileType* m_gif = nullptr;
    NearestColour m_nearest;
    int m_transparent; ///< the index behind the palette's last
    int m_width;
    std::vector<std::uint8_t> m_shown; ///< the indices on the screen; empty before the first picture
    Patch m_waiting;
    std::string m_problem;
};

} // namespace hg
