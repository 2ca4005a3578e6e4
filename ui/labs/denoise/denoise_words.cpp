#include "ui/labs/denoise/denoise_words.h"

#include "ui/theme/text_table.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace hg {
namespace {

constexpr const char* context = "Denoise";

struct ExampleWords {
    std::string_view id;
    const char *name, *text;
};

constexpr std::array examples{
    ExampleWords{"gaussian", QT_TRANSLATE_NOOP("Denoise", "Lecture: Gaussian noise 0.5"),
                 QT_TRANSLATE_NOOP("Denoise", "The pictures get cleaner, yet no easier to read. PCA does "
                                              "better, and what has learnt the noise far better.")},
    ExampleWords{"clipped", QT_TRANSLATE_NOOP("Denoise", "The same noise, clipped"),
                 QT_TRANSLATE_NOOP("Denoise", "Black becomes grey, which the network has never seen: hardly "
                                              "cleaner than the noisy picture, and read no better.")},
    ExampleWords{"little", QT_TRANSLATE_NOOP("Denoise", "A little noise"),
                 QT_TRANSLATE_NOOP("Denoise", "Below the break-even, whoever leaves the noise alone is "
                                              "better off.")},
    ExampleWords{"thrown-off", QT_TRANSLATE_NOOP("Denoise", "Two numbers: crisp and wrong"),
                 QT_TRANSLATE_NOOP("Denoise", "The noise throws the code elsewhere on the map, where "
                                              "another digit lives.")},
    ExampleWords{"wide", QT_TRANSLATE_NOOP("Denoise", "32 numbers, trained on the noise"),
                 QT_TRANSLATE_NOOP("Denoise", "Learning on clipped noise takes off what learning on clean "
                                              "pictures does not.")},
    ExampleWords{"salt-and-pepper", QT_TRANSLATE_NOOP("Denoise", "Salt and pepper"),
                 QT_TRANSLATE_NOOP("Denoise", "Made for the median filter, which learns nothing.")},
    ExampleWords{"mask", QT_TRANSLATE_NOOP("Denoise", "A quarter of the pixels is missing"),
                 QT_TRANSLATE_NOOP("Denoise", "The masking noise of the first denoising autoencoders.")},
    ExampleWords{"block", QT_TRANSLATE_NOOP("Denoise", "A block is missing"),
                 QT_TRANSLATE_NOOP("Denoise", "What no filter can bring back, a network can guess.")},
    ExampleWords{"blur", QT_TRANSLATE_NOOP("Denoise", "Blurred"),
                 QT_TRANSLATE_NOOP("Denoise", "Nothing random: the twin learns to sharpen.")},
};

} // namespace

QStringList noiseNames()
{
    return {QCoreApplication::translate("Denoise", "Gaussian"),
            QCoreApplication::translate("Denoise", "Salt and pepper"),
            QCoreApplication::translate("Denoise", "Masking"),
            QCoreApplication::translate("Denoise", "Block"), QCoreApplication::translate("Denoise", "Blur")};
}

int noiseRow(Noise::Kind kind)
{
    return static_cast<int>(std::find(noiseChoices.begin(), noiseChoices.end(), kind) - noiseChoices.begin());
}

const char* strengthName(Noise::Kind kind)
{
    switch (kind) {
    case Noise::Kind::SaltAndPepper:
    case Noise::Kind::Mask:
        return QT_TRANSLATE_NOOP("Denoise", "share of pixels");
    case Noise::Kind::Block:
        return QT_TRANSLATE_NOOP("Denoise", "side in pixels");
    case Noise::Kind::Blur:
        return QT_TRANSLATE_NOOP("Denoise", "blur σ in pixels");
    default:
        return QT_TRANSLATE_NOOP("Denoise", "noise σ");
    }
}

QString strengthText(const Texts& texts, Noise::Kind kind, double strength)
{
    constexpr double percent = 100;
    switch (kind) {
    case Noise::Kind::SaltAndPepper:
    case Noise::Kind::Mask:
        return texts.say("Denoise", "%1 % of the pixels").arg(texts.number(percent * strength));
    case Noise::Kind::Block:
        return texts.say("Denoise", "side %1").arg(texts.number(strength, 3));
    default:
        return texts.say("Denoise", "σ %1").arg(texts.number(strength, 3));
    }
}

QString rowName(const Texts& texts, DenoiseRow row)
{
    switch (row) {
    case DenoiseRow::Clean:
        return texts.say("Denoise", "clean");
    case DenoiseRow::Noisy:
        return texts.say("Denoise", "noisy");
    case DenoiseRow::Autoencoder:
        return texts.say("Denoise", "autoencoder");
    case DenoiseRow::NoiseTrained:
        return texts.say("Denoise", "noise-trained");
    case DenoiseRow::Pca:
        return texts.say("Denoise", "PCA");
    default:
        return texts.say("Denoise", "median filter");
    }
}

QColor rowColour(DenoiseRow row, const Theme& theme)
{
    switch (row) {
    case DenoiseRow::Clean:
        return theme.role(Role::Input).text;
    case DenoiseRow::Noisy:
        return theme.muted;
    case DenoiseRow::Autoencoder:
    case DenoiseRow::NoiseTrained:
        return theme.role(Role::Code).text;
    case DenoiseRow::Pca:
        return theme.ink;
    default:
        return theme.role(Role::Filter).text;
    }
}

Qt::PenStyle rowLine(DenoiseRow row)
{
    if (row == DenoiseRow::NoiseTrained) return Qt::DashLine;
    return row == DenoiseRow::Noisy ? Qt::DotLine : Qt::SolidLine;
}

QString rowNote(const Texts& texts, DenoiseRow row, const DenoiseSetup& setup)
{
    switch (row) {
    case DenoiseRow::Autoencoder:
        return texts.say("Denoise", "learnt clean pictures");
    case DenoiseRow::NoiseTrained:
        return texts.say("Denoise", "learnt %1")
            .arg(strengthText(texts, setup.trained.kind, setup.trained.amount));
    case DenoiseRow::Pca:
        return setup.network.bottleneck == 1
                   ? texts.say("Denoise", "1 component")
                   : texts.say("Denoise", "%1 components").arg(setup.network.bottleneck);
    case DenoiseRow::Median:
        return texts.say("Denoise", "3 × 3, no learning");
    default:
        return {};
    }
}

QString denoiseExampleName(const char* id)
{
    return translatedIn(context, examples, id, &ExampleWords::name);
}

QString denoiseExampleText(const char* id)
{
    return translatedIn(context, examples, id, &ExampleWords::text);
}

QString measuredText(const Texts& texts, Noise::Kind kind, double strength, int pictures)
{
    return texts.say("Denoise", "%1 · %2 pictures")
        .arg(strengthText(texts, kind, strength), texts.grouped(pictures));
}

} // namespace hg
