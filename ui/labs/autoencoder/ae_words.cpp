#include "ui/labs/autoencoder/ae_words.h"

#include "ui/theme/text_table.h"
#include "ui/theme/texts.h"

namespace hg {
namespace {

struct Words {
    std::string_view id;
    const char* name;
    const char* expectation = nullptr;
};

constexpr std::array models{
    Words{"linear", QT_TRANSLATE_NOOP("Autoencoder", "Linear, constant rate")},
    Words{"dense", QT_TRANSLATE_NOOP("Autoencoder", "Dense, ReLU")},
    Words{"conv", QT_TRANSLATE_NOOP("Autoencoder", "Conv, ReLU")},
    Words{"lab-linear", QT_TRANSLATE_NOOP("Autoencoder", "Linear")},
    Words{"lab-deep-linear", QT_TRANSLATE_NOOP("Autoencoder", "Linear, deep")},
    Words{"lab-dense", QT_TRANSLATE_NOOP("Autoencoder", "Dense")},
    Words{"lab-deep", QT_TRANSLATE_NOOP("Autoencoder", "Dense, deep")},
    Words{"lab-conv", QT_TRANSLATE_NOOP("Autoencoder", "Conv")},
    Words{"lab-conv-3", QT_TRANSLATE_NOOP("Autoencoder", "Conv, 3×3")},
    Words{"lab-ordered", QT_TRANSLATE_NOOP("Autoencoder", "Linear, ordered")},
};

constexpr std::array examples{
    Words{"linear-pca", QT_TRANSLATE_NOOP("Autoencoder", "Linear = PCA"),
          QT_TRANSLATE_NOOP("Autoencoder", "Finds PCA’s plane: the larger angle falls from 89° to below 1°, "
                                           "and the error meets PCA’s line.")},
    Words{"deep-linear", QT_TRANSLATE_NOOP("Autoencoder", "Seven linear layers, still PCA"),
          QT_TRANSLATE_NOOP("Autoencoder",
                            "Depth without bending adds nothing: the error stays on PCA’s line.")},
    Words{"digits-2", QT_TRANSLATE_NOOP("Autoencoder", "Digits, 2 neurons"),
          QT_TRANSLATE_NOOP("Autoencoder",
                            "Bends, so it crosses PCA’s line within the first epoch: to about 0.04.")},
    Words{"deep", QT_TRANSLATE_NOOP("Autoencoder", "Deep"),
          QT_TRANSLATE_NOOP("Autoencoder",
                            "One layer more helps a code of two numbers more than wider layers do.")},
    Words{"convolutional", QT_TRANSLATE_NOOP("Autoencoder", "Convolutional"),
          QT_TRANSLATE_NOOP("Autoencoder",
                            "Four times fewer weights. Click a layer to see its filters at work.")},
    Words{"ordered", QT_TRANSLATE_NOOP("Autoencoder", "Ordered: true to the letter"),
          QT_TRANSLATE_NOOP("Autoencoder",
                            "Not the plane alone: the axes themselves become PC1 and PC2, within 1°.")},
    Words{"code-16", QT_TRANSLATE_NOOP("Autoencoder", "Code of 16"),
          QT_TRANSLATE_NOOP("Autoencoder",
                            "Sixteen numbers: about half the error of PCA with sixteen components.")},
    Words{"dead-neuron", QT_TRANSLATE_NOOP("Autoencoder", "ReLU on the code: a dead neuron"),
          QT_TRANSLATE_NOOP("Autoencoder",
                            "One of the two neurons falls silent for good: a line is left of the plane.")},
    Words{
        "not-centred", QT_TRANSLATE_NOOP("Autoencoder", "Not centred: 88°"),
        QT_TRANSLATE_NOOP("Autoencoder",
                          "Without mean and biases it finds another plane than PCA’s, and a larger error.")},
    Words{"diverges", QT_TRANSLATE_NOOP("Autoencoder", "Rate too large: diverges"),
          QT_TRANSLATE_NOOP("Autoencoder",
                            "Plain descent oversteps, the error grows without end, and the run says so.")},
    Words{"threes-and-eights", QT_TRANSLATE_NOOP("Autoencoder", "3s and 8s only"),
          QT_TRANSLATE_NOOP("Autoencoder", "Two classes only: what is left to tell them apart?")},
    Words{"known-factors", QT_TRANSLATE_NOOP("Autoencoder", "Bars that turn and move"),
          QT_TRANSLATE_NOOP("Autoencoder",
                            "Two numbers drew each picture: a turn and a place. The code finds "
                            "them, and lays the tenths of the turn out in order.")},
};

QStringList translatedAll(std::initializer_list<const char*> texts)
{
    QStringList list;
    for (const char* text : texts)
        list << QCoreApplication::translate("Autoencoder", text);
    return list;
}

constexpr std::array paces{Pace{0, 4}, Pace{20, 0}, Pace{0, 0}};

} // namespace

QString shortModelName(const char* id)
{
    const QString name = translatedIn("Autoencoder", models, id, &Words::name);
    return name.isEmpty() ? QString::fromUtf8(id) : name;
}

QString networkName(const AutoencoderSetup& setup)
{
    if (setup.own) return QCoreApplication::translate("Autoencoder", "Own layers");
    return shortModelName(setup.model.c_str());
}

QString exampleName(const char* id)
{
    return translatedIn("Autoencoder", examples, id, &Words::name);
}

QString exampleExpectation(const char* id)
{
    return translatedIn("Autoencoder", examples, id, &Words::expectation);
}

QString layersOf(const Network& network)
{
    QStringList sizes{QString::number(network.input.size())};
    const auto resolved = resolve(network);
    for (int l = 0; resolved && l <= network.codeLayer; ++l) {
        const Shape out = resolved->layers[static_cast<std::size_t>(l)].out;
        sizes << (out.height > 1 ? QStringLiteral("%1×%2×%3").arg(out.channels).arg(out.height).arg(out.width)
                                 : QString::number(out.size()));
    }
    return sizes.join(QLatin1Char('-'));
}

QStringList paceNames()
{
    return translatedAll({QT_TRANSLATE_NOOP("Autoencoder", "Slow"), QT_TRANSLATE_NOOP("Autoencoder", "20 s"),
                          QT_TRANSLATE_NOOP("Autoencoder", "Full speed")});
}

Pace paceOf(int index)
{
    return paces[static_cast<std::size_t>(std::clamp(index, 0, 2))];
}

int paceIndex(const Pace& pace)
{
    if (pace.updatesASecond > 0) return 0;
    return pace.seconds > 0 ? 1 : 2;
}

QStringList activationNames()
{
    return translatedAll(
        {QT_TRANSLATE_NOOP("Autoencoder", "Linear"), QT_TRANSLATE_NOOP("Autoencoder", "Tanh"),
         QT_TRANSLATE_NOOP("Autoencoder", "Sigmoid"), QT_TRANSLATE_NOOP("Autoencoder", "ReLU"),
         QT_TRANSLATE_NOOP("Autoencoder", "Leaky ReLU"), QT_TRANSLATE_NOOP("Autoencoder", "ELU")});
}

QString activationWord(Activation activation)
{
    return activationNames().at(static_cast<int>(activation));
}

QStringList lossNames()
{
    return translatedAll({QT_TRANSLATE_NOOP("Autoencoder", "Squared error"),
                          QT_TRANSLATE_NOOP("Autoencoder", "Cross-entropy")});
}

QStringList optimizerNames()
{
    return translatedAll({QT_TRANSLATE_NOOP("Autoencoder", "Adam"),
                          QT_TRANSLATE_NOOP("Autoencoder", "Plain descent"),
                          QT_TRANSLATE_NOOP("Autoencoder", "AdamW")});
}

QStringList scheduleNames()
{
    return translatedAll(
        {QT_TRANSLATE_NOOP("Autoencoder", "Constant"), QT_TRANSLATE_NOOP("Autoencoder", "Falling (cosine)")});
}

QStringList initialisationNames()
{
    return translatedAll({QT_TRANSLATE_NOOP("Autoencoder", "Glorot"), QT_TRANSLATE_NOOP("Autoencoder", "He"),
                          QT_TRANSLATE_NOOP("Autoencoder", "As in PyTorch")});
}

QString eventText(const RunEvent& event, const Texts& texts)
{
    const auto translated = [](const char* text) { return QCoreApplication::translate("Autoencoder", text); };
    switch (event.kind) {
    case RunEvent::Kind::LearningRate:
        return translated(QT_TRANSLATE_NOOP("Autoencoder", "rate %1")).arg(texts.number(event.to, 6));
    case RunEvent::Kind::CodeSize:
        return translated(QT_TRANSLATE_NOOP("Autoencoder", "%1 → %2 neurons")).arg(event.from).arg(event.to);
    case RunEvent::Kind::Activation:
        return translated(QT_TRANSLATE_NOOP("Autoencoder", "activation"));
    case RunEvent::Kind::Recipe:
        return translated(QT_TRANSLATE_NOOP("Autoencoder", "settings"));
    case RunEvent::Kind::Branch:
        return translated(QT_TRANSLATE_NOOP("Autoencoder", "continued"));
    }
    return {};
}

} // namespace hg
