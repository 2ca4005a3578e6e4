#include "ui/export/gif_writer.h"

#include <QIODevice>

#include <algorithm>
#include <array>
#include <gif_lib.h>
#include <memory>

namespace hg {
namespace {

constexpr int longestDelay = 65535;

using ColourMap = std::unique_ptr<ColorMapObject, decltype(&GifFreeMapObject)>;

/// A map of the next power of two entries, as the format wants it.
ColourMap colourMapOf(const std::vector<QRgb>& palette, int entries)
{
    int size = 2;
    while (size < entries)
        size *= 2;
    std::vector<GifColorType> colours(static_cast<std::size_t>(size));
    std::transform(palette.begin(), palette.end(), colours.begin(), [](QRgb c) {
        return GifColorType{static_cast<GifByteType>(qRed(c)), static_cast<GifByteType>(qGreen(c)),
                            static_cast<GifByteType>(qBlue(c))};
    });
    return {GifMakeMapObject(size, colours.data()), &GifFreeMapObject};
}

std::string textOf(int code)
{
    const char* text = GifErrorString(code); // null for a code it does not know
    return text ? text : "giflib";
}

} // namespace

GifWriter::GifWriter(QIODevice& device, QSize size, std::vector<QRgb> palette)
    : m_device(device)
    , m_nearest(std::move(palette))
    , m_transparent(static_cast<int>(m_nearest.palette().size()))
    , m_width(size.width())
{
    begin(size);
}

GifWriter::~GifWriter()
{
    finish();
}

int GifWriter::writeBytes(GifFileType* gif, const unsigned char* bytes, int count)
{
    auto* self = static_cast<GifWriter*>(gif->UserData);
    // giflib does not look at every outcome (the terminator's for one), hence it is noted here.
    const auto written = self->m_device.write(reinterpret_cast<const char*>(bytes), count);
    if (written != count && self->m_problem.empty()) self->check(GIF_ERROR);
    return static_cast<int>(written);
}

void GifWriter::check(int outcome)
{
    if (outcome == GIF_OK || !m_problem.empty()) return;
    m_problem = textOf(m_gif && m_gif->Error ? m_gif->Error : E_GIF_ERR_WRITE_FAILED);
}

void GifWriter::begin(QSize size)
{
    int code = 0;
    m_gif = EGifOpen(this, &GifWriter::writeBytes, &code);
    const ColourMap map = colourMapOf(m_nearest.palette(), m_transparent + 1);
    if (!m_gif || !map) {
        m_problem = textOf(code ? code : E_GIF_ERR_NOT_ENOUGH_MEM);
        return;
    }
    EGifSetGifVersion(m_gif, true);
    check(EGifPutScreenDesc(m_gif, size.width(), size.height(), 8, 0, map.get()));
    // The extension by which every reader loops; a count of 0 means for ever.
    const std::array<unsigned char, 3> loop{1, 0, 0};
    check(EGifPutExtensionLeader(m_gif, APPLICATION_EXT_FUNC_CODE));
    check(EGifPutExtensionBlock(m_gif, 11, "NETSCAPE2.0"));
    check(EGifPutExtensionBlock(m_gif, static_cast<int>(loop.size()), loop.data()));
    check(EGifPutExtensionTrailer(m_gif));
}

void GifWriter::add(const QImage& picture, int delay)
{
    if (!isFine()) return;
    Q_ASSERT(picture.format() == QImage::Format_RGB32 && picture.width() == m_width);
    std::vector<std::uint8_t> indices;
    indices.reserve(static_cast<std::size_t>(m_width) * static_cast<std::size_t>(picture.height()));
    for (int y = 0; y < picture.height(); ++y) {
        const auto* line = reinterpret_cast<const QRgb*>(picture.constScanLine(y));
        for (int x = 0; x < m_width; ++x)
            indices.push_back(x > 0 && line[x] == line[x - 1] ? indices.back() : m_nearest(line[x]));
    }
    const QRect rect = m_shown.empty() ? picture.rect() : changedRect(indices);
    if (rect.isEmpty() && m_waiting.delay + delay <= longestDelay) {
        m_waiting.delay += delay;
        return;
    }
    write(m_waiting);
    // Unchanged for so long that one delay cannot hold it: one pixel is shown again.
    m_waiting = patchTo(indices, rect.isEmpty() ? QRect(0, 0, 1, 1) : rect);
    m_waiting.delay = delay;
    m_shown = std::move(indices);
}

QRect GifWriter::changedRect(const std::vector<std::uint8_t>& picture) const
{
    int left = m_width, right = -1, top = -1, bottom = -1;
    const int height = static_cast<int>(picture.size()) / m_width;
    for (int y = 0; y < height; ++y) {
        const auto line = picture.begin() + static_cast<std::ptrdiff_t>(y) * m_width, end = line + m_width;
        const auto first = std::mismatch(line, end, m_shown.begin() + (line - picture.begin())).first;
        if (first == end) continue;
        int last = m_width - 1;
        while (line[last] == m_shown[static_cast<std::size_t>(line - picture.begin() + last)])
            --last;
        left = std::min(left, static_cast<int>(first - line));
        right = std::max(right, last);
        if (top < 0) top = y;
        bottom = y;
    }
    return top < 0 ? QRect() : QRect(QPoint(left, top), QPoint(right, bottom));
}

GifWriter::Patch GifWriter::patchTo(const std::vector<std::uint8_t>& picture, const QRect& rect) const
{
    Patch patch{rect, {}, 0};
    patch.pixels.reserve(static_cast<std::size_t>(rect.width()) * static_cast<std::size_t>(rect.height()));
    for (int y = rect.top(); y <= rect.bottom(); ++y) {
        for (int x = rect.left(); x <= rect.right(); ++x) {
            const auto at =
                static_cast<std::size_t>(y) * static_cast<std::size_t>(m_width) + static_cast<std::size_t>(x);
            const bool isSame = !m_shown.empty() && m_shown[at] == picture[at];
            patch.pixels.push_back(isSame ? static_cast<std::uint8_t>(m_transparent) : picture[at]);
        }
    }
    return patch;
}

void GifWriter::write(Patch& patch)
{
    if (patch.pixels.empty() || !isFine()) return;
    writeControl(patch.delay);
    const QRect& r = patch.rect;
    if (isFine()) check(EGifPutImageDesc(m_gif, r.left(), r.top(), r.width(), r.height(), false, nullptr));
    for (int y = 0; y < r.height() && isFine(); ++y)
        check(
            EGifPutLine(m_gif, patch.pixels.data() + static_cast<std::ptrdiff_t>(y) * r.width(), r.width()));
}

void GifWriter::writeControl(int delay)
{
    const GraphicsControlBlock control{DISPOSE_DO_NOT, false, delay, m_transparent};
    std::array<GifByteType, 4> bytes{};
    const auto size = EGifGCBToExtension(&control, bytes.data());
    check(EGifPutExtension(m_gif, GRAPHICS_EXT_FUNC_CODE, static_cast<int>(size), bytes.data()));
}

bool GifWriter::finish()
{
    write(m_waiting);
    m_waiting = {};
    if (m_gif) {
        int code = 0;
        if (EGifCloseFile(m_gif, &code) != GIF_OK && m_problem.empty()) m_problem = textOf(code);
        m_gif = nullptr;
    }
    return m_problem.empty();
}

} // namespace hg
