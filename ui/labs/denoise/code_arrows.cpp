#include "ui/labs/denoise/code_arrows.h"

#include "ui/labs/denoise/denoise_words.h"

#include <cmath>

namespace hg {
namespace {

double shareMoved(const std::vector<float>& from, const std::vector<float>& to,
                  const std::vector<float>& cloud)
{
    const std::size_t n = from.size() / 2, all = cloud.size() / 2;
    double moved = 0, meanX = 0, meanY = 0, spread = 0;
    for (std::size_t i = 0; i < n; ++i)
        moved += std::hypot(static_cast<double>(to[2 * i] - from[2 * i]),
                            static_cast<double>(to[2 * i + 1] - from[2 * i + 1]));
    for (std::size_t i = 0; i < all; ++i) {
        meanX += static_cast<double>(cloud[2 * i]) / static_cast<double>(all);
        meanY += static_cast<double>(cloud[2 * i + 1]) / static_cast<double>(all);
    }
    for (std::size_t i = 0; i < all; ++i)
        spread += std::hypot(static_cast<double>(cloud[2 * i]) - meanX,
                             static_cast<double>(cloud[2 * i + 1]) - meanY);
    return spread > 0 && n > 0 ? moved / static_cast<double>(n) / (spread / static_cast<double>(all)) : 0;
}

} // namespace

std::vector<float> codesBy(const DenoiseCase& subject, Denoiser whose, const SampleView& pictures,
                           Workers& workers)
{
    const Denoisers& all = subject.denoisers;
    if (whose == Denoiser::Pca) return all.pca ? project(*all.pca, pictures, workers) : std::vector<float>();
    const auto& model = whose == Denoiser::NoiseTrained ? all.noiseTrained : all.autoencoder;
    return model ? encode(*model, pictures, workers) : std::vector<float>();
}

MovedCodes movedCodes(const DenoiseCase& subject, Denoiser whose,
                      std::shared_ptr<const std::vector<float>> cloud, double strength, Workers& workers)
{
    const Samples& held = subject.data->dataset->test;
    const int count = std::min(codesWithArrows, held.count);
    const DenoiseTest test = subject.testOf(count, strength);
    const auto noisy = noisyCopy(test.noise, test.seed, test.pictures, held.shape);
    const SampleView spoilt{.floats = noisy.data(), .count = count, .features = test.pictures.features};
    MovedCodes codes{
        .cloud = std::move(cloud), .clean = {}, .noisy = codesBy(subject, whose, spoilt, workers)};
    if (codes.cloud->size() >= 2 * static_cast<std::size_t>(count))
        codes.clean.assign(codes.cloud->begin(), codes.cloud->begin() + 2 * count);
    return codes;
}

QString movedText(const Texts& texts, Noise::Kind kind, double strength, const MovedCodes& moved)
{
    if (!moved.cloud || moved.clean.empty()) return QStringLiteral("…");
    const double share = shareMoved(moved.clean, moved.noisy, *moved.cloud);
    return texts.say("Denoise", "%1: on average the noise moves a code by %2 % of the cloud’s radius.")
        .arg(strengthText(texts, kind, strength))
        .arg(std::lround(100 * share));
}

void paintMovedCodes(QPainter& p, const MapFrame& frame, const MovedCodes& moved,
                     const std::vector<int>& labels, const PaintStyle& style)
{
    constexpr double head = 6, opening = 0.45;
    p.setClipRect(frame.box); // the noise may move a code out of what is seen
    const auto at = [&](const std::vector<float>& codes, std::size_t i) {
        return frame.toPixel(static_cast<double>(codes[i]), static_cast<double>(codes[i + 1]));
    };
    for (std::size_t i = 0; i + 1 < moved.clean.size(); i += 2) {
        const QPointF from = at(moved.clean, i), to = at(moved.noisy, i);
        const std::size_t label = i / 2 < labels.size() ? classPlace(labels[i / 2]) : 0;
        const QColor colour = labels.empty() ? style.theme.ink : style.theme.classes[label].fill;
        p.setPen(QPen(colour, style.px(1.8)));
        p.drawLine(from, to);
        const double angle = std::atan2(from.y() - to.y(), from.x() - to.x());
        if (std::hypot(to.x() - from.x(), to.y() - from.y()) > style.px(head))
            for (const double side : {-opening, opening})
                p.drawLine(to, to + style.px(head) * QPointF(std::cos(angle + side), std::sin(angle + side)));
        p.setPen(QPen(style.theme.surface, 1));
        p.setBrush(colour);
        p.drawEllipse(from, style.px(3.5), style.px(3.5));
    }
}

} // namespace hg
