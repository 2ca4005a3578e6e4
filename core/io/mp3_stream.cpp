#include "core/io/mp3_stream.h"

#include "core/io/sound_samples.h"

#include <array>
#include <memory>
#include <mpg123.h>

namespace hg {
namespace {

struct Delete {
    void operator()(mpg123_handle* decoder) const { mpg123_delete(decoder); }
};
using Decoder = std::unique_ptr<mpg123_handle, Delete>;

Decoder openDecoder()
{
    Decoder decoder(mpg123_new(nullptr, nullptr));
    constexpr long flags = MPG123_QUIET | MPG123_FORCE_FLOAT | MPG123_GAPLESS;
    constexpr long anyDistance = -1;
    const bool isOpen = decoder && mpg123_param(decoder.get(), MPG123_ADD_FLAGS, flags, 0) == MPG123_OK &&
                        mpg123_param(decoder.get(), MPG123_RESYNC_LIMIT, anyDistance, 0) == MPG123_OK &&
                        mpg123_open_feed(decoder.get()) == MPG123_OK;
    return isOpen ? std::move(decoder) : nullptr;
}

/// One stream from its first frame to its last.
class Mp3Stream {
public:
    Mp3Stream(Decoder decoder, const std::string& where) : m_decoder(std::move(decoder)), m_where(where) {}

    /// Decodes what `content` completes.
    std::optional<Error> feed(std::span<const std::uint8_t> content)
    {
        if (mpg123_feed(m_decoder.get(), content.data(), content.size()) != MPG123_OK) return bad();
        for (;;) {
            std::size_t bytes = 0;
            const int status = mpg123_read(m_decoder.get(), reinterpret_cast<unsigned char*>(m_buffer.data()),
                                           sizeof m_buffer, &bytes);
            if (status == MPG123_NEW_FORMAT)
                if (auto error = takeFormat()) return error;
            if (bytes > 0 && !m_samples) return bad();
            if (bytes > 0)
                if (auto error = m_samples->append(std::span(m_buffer).first(bytes / sizeof(float))))
                    return error;
            if (status == MPG123_NEED_MORE || status == MPG123_DONE) return std::nullopt;
            if (status != MPG123_OK && status != MPG123_NEW_FORMAT) return bad();
        }
    }

    Result<Sound> take() { return m_samples ? m_samples->take() : Result<Sound>(bad()); }

private:
    std::optional<Error> takeFormat()
    {
        long rate = 0;
        int channels = 0, encoding = 0;
        if (mpg123_getformat(m_decoder.get(), &rate, &channels, &encoding) != MPG123_OK) return bad();
        if (encoding != MPG123_ENC_FLOAT_32) return bad();
        if (m_samples)
            return rate == m_rate && channels == m_samples->channels() ? std::nullopt : std::optional(bad());
        auto samples = SoundSamples::create(rate, channels, m_where);
        if (!samples) return samples.error();
        m_samples = std::move(*samples);
        m_rate = rate;
        return std::nullopt;
    }

    Error bad() const { return {ErrorCode::BadSound, m_where}; }

    Decoder m_decoder;
    std::string m_where;
    std::optional<SoundSamples> m_samples;
    long m_rate = 0;
    std::array<float, 1 << 14> m_buffer{};
};

} // namespace

Result<Sound> decodeMp3(std::span<const std::uint8_t> content, const std::string& where)
{
    constexpr std::size_t atOnce = 1 << 16; // the decoder copies what it is fed
    Decoder decoder = openDecoder();
    if (!decoder) return Error{ErrorCode::BadSound, where};
    Mp3Stream stream(std::move(decoder), where);
    while (!content.empty()) {
        const auto piece = content.first(std::min(atOnce, content.size()));
        if (auto error = stream.feed(piece)) return *error;
        content = content.subspan(piece.size());
    }
    return stream.take();
}

} // namespace hg
