#include "ui/painters/formula_text.h"

#include "core/lab/size_formula.h"

namespace hg {
namespace {

QColor colourOf(FormulaPiece::Kind kind, const Theme& theme)
{
    switch (kind) {
    case FormulaPiece::Kind::Plain:
        break;
    case FormulaPiece::Kind::Input:
        return theme.role(Role::Input).text;
    case FormulaPiece::Kind::Filter:
        return theme.role(Role::Filter).text;
    case FormulaPiece::Kind::Output:
        return theme.role(Role::Output).text;
    case FormulaPiece::Kind::Padding:
        return theme.muted;
    case FormulaPiece::Kind::Crop:
        return theme.danger;
    }
    return theme.ink;
}

} // namespace

std::vector<TextRun> formulaRuns(const ConvAxis& axis, bool isTransposed, const Theme& theme,
                                 bool isResultHidden)
{
    std::vector<TextRun> runs;
    for (const FormulaPiece& piece : sizeFormula(axis, isTransposed)) {
        const bool isPlain = piece.kind == FormulaPiece::Kind::Plain;
        const bool isHidden = isResultHidden && piece.kind == FormulaPiece::Kind::Output;
        runs.push_back({isHidden ? QStringLiteral("?") : QString::fromStdString(piece.text),
                        colourOf(piece.kind, theme), isPlain ? QFont::Normal : QFont::Bold});
    }
    return runs;
}

std::vector<TextRun> counterRuns(const ConvScene& s, const Theme& theme)
{
    const int channels = s.isTransposed ? s.channels() : s.kernel.shape.channels;
    const Axes k = s.kernelSize();
    const QString dot = QStringLiteral(" · "), size = s.axes == 1
                                                          ? QString::number(k.w)
                                                          : QString::number(k.h) + dot + QString::number(k.w);
    const QColor filter = theme.role(Role::Filter).text;
    return {{QString::number(s.filters()), filter, QFont::Bold},
            {dot + u'(', theme.ink},
            {size, filter, QFont::Bold},
            {dot, theme.ink},
            {QString::number(channels), theme.role(Role::Input).text, QFont::Bold},
            {QStringLiteral(" + 1) = "), theme.ink},
            {QString::number(s.filters() * (k.h * k.w * channels + 1)), theme.ink, QFont::Bold}};
}

QString counterNote(const Texts& texts)
{
    return texts.say("ConvPicture", "weights to learn: filters · (size · channels + bias)");
}

QString activationName(Activation activation)
{
    switch (activation) {
    case Activation::Linear:
        break;
    case Activation::Tanh:
        return QStringLiteral("tanh");
    case Activation::Sigmoid:
        return QStringLiteral("σ");
    case Activation::Relu:
        return QStringLiteral("ReLU");
    case Activation::LeakyRelu:
        return QStringLiteral("LReLU");
    case Activation::Elu:
        return QStringLiteral("ELU");
    }
    return {};
}

QString conventionName(Convention convention)
{
    switch (convention) {
    case Convention::Keras:
        return QStringLiteral("Keras");
    case Convention::PyTorch:
        return QStringLiteral("PyTorch");
    case Convention::NumPy:
        return QStringLiteral("NumPy");
    case Convention::Arithmetic:
        return QStringLiteral("conv_arithmetic");
    }
    return {};
}

} // namespace hg
