#pragma once

#include <QImage>

#include <cstdint>
#include <unordered_map>
#include <vector>

namespace hg {

/// The colours of pictures and how many pixels have each, in bounded memory: where they are many, those rarer
/// than one pixel in 4096 are counted by cells of 8 levels.
class ColourCount {
public:
    /// Counts every pixel of a Format_RGB32 picture.
    void add(const QImage& picture);

    /// All colours if they are at most `most`. Else the most popular one and then, again and again, the
    /// colour whose pixels are together worst served by those chosen: what covers much comes first, yet a
    /// small bright mark is not lost.
    std::vector<QRgb> palette(std::size_t most);

private:
    void fold();

    std::unordered_map<QRgb, std::int64_t> m_counts;
};

/// The entry of a palette nearest to a colour, each colour searched for once.
class NearestColour {
public:
    /// `palette` has at most 255 entries.
    explicit NearestColour(std::vector<QRgb> palette);

    std::uint8_t operator()(QRgb colour);
    const std::vector<QRgb>& palette() const { return m_palette; }

private:
    std::uint8_t search(QRgb colour) const;

    std::vector<QRgb> m_palette;
    std::vector<std::uint8_t> m_known; ///< by 24-bit colour, `unknown` where not yet searched
};

} // namespace hg
