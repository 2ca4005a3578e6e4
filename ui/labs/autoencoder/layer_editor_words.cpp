#include "ui/labs/autoencoder/layer_editor_words.h"

#include "ui/theme/error_text.h"
#include "ui/theme/texts.h"

#include <QCoreApplication>

#include <array>
#include <utility>

namespace hg {
namespace {

QString translated(const char* text)
{
    return QCoreApplication::translate("LayerEditor", text);
}

template <std::size_t count>
QStringList translatedAll(const std::array<const char*, count>& texts)
{
    QStringList list;
    for (const char* text : texts)
        list << translated(text);
    return list;
}

constexpr std::array types{
    QT_TRANSLATE_NOOP("LayerEditor", "Dense"),      QT_TRANSLATE_NOOP("LayerEditor", "Conv"),
    QT_TRANSLATE_NOOP("LayerEditor", "Transposed"), QT_TRANSLATE_NOOP("LayerEditor", "Max pool"),
    QT_TRANSLATE_NOOP("LayerEditor", "Mean pool"),  QT_TRANSLATE_NOOP("LayerEditor", "Upsample"),
};

constexpr std::array activations{
    QT_TRANSLATE_NOOP("LayerEditor", "Linear"),  QT_TRANSLATE_NOOP("LayerEditor", "Tanh"),
    QT_TRANSLATE_NOOP("LayerEditor", "Sigmoid"), QT_TRANSLATE_NOOP("LayerEditor", "ReLU"),
    QT_TRANSLATE_NOOP("LayerEditor", "Leaky"),   QT_TRANSLATE_NOOP("LayerEditor", "ELU"),
};

constexpr std::array paddings{
    QT_TRANSLATE_NOOP("LayerEditor", "Valid"),      QT_TRANSLATE_NOOP("LayerEditor", "Same"),
    QT_TRANSLATE_NOOP("LayerEditor", "Full"),       QT_TRANSLATE_NOOP("LayerEditor", "Causal"),
    QT_TRANSLATE_NOOP("LayerEditor", "In numbers"),
};

constexpr std::array parameters{
    std::pair{"units", QT_TRANSLATE_NOOP("LayerEditor", "units")},
    std::pair{"filters", QT_TRANSLATE_NOOP("LayerEditor", "filters")},
    std::pair{"kernel", QT_TRANSLATE_NOOP("LayerEditor", "kernel")},
    std::pair{"stride", QT_TRANSLATE_NOOP("LayerEditor", "stride")},
    std::pair{"dilation", QT_TRANSLATE_NOOP("LayerEditor", "dilation")},
    std::pair{"padding", QT_TRANSLATE_NOOP("LayerEditor", "padding")},
    std::pair{"activation", QT_TRANSLATE_NOOP("LayerEditor", "activation")},
    std::pair{"bias", QT_TRANSLATE_NOOP("LayerEditor", "bias")},
};

/// resolve() bounds three things; which of them it was is told by the bound.
const char* tooLargeText(double bound)
{
    if (bound == 1e8)
        return QT_TRANSLATE_NOOP("LayerEditor", "Too large: %1 weights up to here; %2 are possible.");
    if (bound == 1e7)
        return QT_TRANSLATE_NOOP("LayerEditor", "Too large: %1 products up to here; %2 are possible.");
    return QT_TRANSLATE_NOOP("LayerEditor", "Too large: %1 numbers up to here; %2 are possible.");
}

QString ownSentence(const RowFault& fault, const Texts& texts)
{
    const Error& e = fault.error;
    const auto number = [&](std::size_t i) {
        return texts.number(i < e.numbers.size() ? e.numbers[i] : 0, 0);
    };
    switch (e.code) {
    case ErrorCode::KernelTooLarge:
        return translated(QT_TRANSLATE_NOOP("LayerEditor",
                                            "Its window of %1 is wider than what it slides over, %2."))
            .arg(number(0), number(1));
    case ErrorCode::ShapesDoNotFit:
        return (fault.part == OwnPart::Encoder
                    ? translated(
                          QT_TRANSLATE_NOOP("LayerEditor", "The way back gives %1 here instead of %2."))
                    : translated(
                          QT_TRANSLATE_NOOP("LayerEditor", "The decoder ends with %1, the samples have %2.")))
            .arg(shapeText(fault.found, texts), shapeText(fault.needed, texts));
    case ErrorCode::OutputEmpty:
        return translated(QT_TRANSLATE_NOOP("LayerEditor", "Nothing is left after so much is cut off."));
    case ErrorCode::TooLarge:
        return translated(tooLargeText(e.numbers.size() > 1 ? e.numbers[1] : 0)).arg(number(0), number(1));
    case ErrorCode::LayerCount:
        return translated(QT_TRANSLATE_NOOP("LayerEditor", "%1 layers are too many; up to %2 are possible."))
            .arg(number(0), number(2));
    case ErrorCode::PaddingNotAllowed:
        return translated(QT_TRANSLATE_NOOP("LayerEditor", "This padding has no meaning here."));
    default:
        return {};
    }
}

QString sides(Axes axes)
{
    return axes.h == axes.w ? QString::number(axes.w) : QStringLiteral("%1 × %2").arg(axes.h).arg(axes.w);
}

/// A row's value of a parameter, for a button.
struct ValueText {
    const LayerSpec& spec;
    QString operator()(Shape LayerSpec::*field) const { return QString::number((spec.*field).channels); }
    QString operator()(int LayerSpec::*field) const { return QString::number(spec.*field); }
    QString operator()(Axes LayerSpec::*field) const
    {
        const Axes axes = spec.*field;
        return axes.h == 1 ? QString::number(axes.w) : sides(axes);
    }
    QString operator()(PaddingFields field) const
    {
        return paddingNames().at(static_cast<int>((spec.*field.w).kind));
    }
    QString operator()(Activation LayerSpec::*field) const
    {
        return shortActivationNames().at(static_cast<int>(spec.*field));
    }
    QString operator()(bool LayerSpec::*) const { return {}; }
};

} // namespace

QString layerTypeName(LayerType type)
{
    return layerTypeNames().at(static_cast<int>(type));
}

QStringList layerTypeNames()
{
    static_assert(types.size() == static_cast<std::size_t>(LayerType::Upsample) + 1);
    return translatedAll(types);
}

QStringList shortActivationNames()
{
    return translatedAll(activations);
}

QStringList paddingNames()
{
    return translatedAll(paddings);
}

QString parameterName(const LayerParameter& parameter)
{
    for (const auto& [name, text] : parameters)
        if (std::string_view(name) == parameter.name) return translated(text);
    return QString::fromLatin1(parameter.name);
}

QString shapeText(Shape shape, const Texts& texts)
{
    if (shape.cells() == 1) return texts.grouped(shape.channels);
    return QStringLiteral("%1 × %2 × %3").arg(shape.channels).arg(shape.height).arg(shape.width);
}

QString rowName(OwnPart part, int row)
{
    return (part == OwnPart::Encoder ? translated(QT_TRANSLATE_NOOP("LayerEditor", "Encoder, layer %1"))
                                     : translated(QT_TRANSLATE_NOOP("LayerEditor", "Decoder, layer %1")))
        .arg(row + 1);
}

QString faultSentence(const RowFault& fault, const Texts& texts)
{
    const QString sentence = ownSentence(fault, texts);
    if (!sentence.isEmpty()) return sentence;
    const QString usual = errorSentence(fault.error);
    return usual.left(1).toUpper() + usual.mid(1) + QLatin1Char('.');
}

QString fixText(const RowFix& fix)
{
    return QStringLiteral("%1 %2").arg(parameterName(*fix.parameter),
                                       std::visit(ValueText{fix.row}, fix.parameter->field));
}

} // namespace hg
