#include "core/train/objective.h"

#include "core/util/rng.h"

namespace hg {
namespace {

constexpr std::uint32_t noisePurpose = 3;

} // namespace

void addNoise(const Noise& noise, std::uint64_t seed, int update, int sample, float* first,
              std::size_t features, std::size_t stride)
{
    // One key a sample and update; the feature counts on. Salt and pepper takes one number: its two ends are
    // the two kinds.
    const Random random(seed ^ (static_cast<std::uint64_t>(sample) << 20), noisePurpose,
                        static_cast<std::uint32_t>(update));
    for (std::size_t f = 0; f < features; ++f) {
        float& x = first[f * stride];
        switch (noise.kind) {
        case Noise::Kind::None:
            return;
        case Noise::Kind::Gaussian:
            x += static_cast<float>(noise.amount * random.normal(f));
            break;
        case Noise::Kind::Mask:
            x = random.uniform(f) < noise.amount ? 0.0f : x;
            break;
        case Noise::Kind::SaltAndPepper: {
            const double u = random.uniform(f);
            if (u < noise.amount / 2)
                x = 0;
            else if (u >= 1 - noise.amount / 2)
                x = 1;
            break;
        }
        }
    }
}

} // namespace hg
