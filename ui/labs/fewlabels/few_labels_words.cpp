#include "ui/labs/fewlabels/few_labels_words.h"

#include "ui/theme/text_table.h"

#include <QCoreApplication>

#include <array>
#include <cmath>

namespace hg {
namespace {

constexpr const char* context = "FewLabels";

struct ExampleWords {
    std::string_view id;
    const char *name, *text;
};

constexpr std::array examples{
    ExampleWords{"five", QT_TRANSLATE_NOOP("FewLabels", "Lecture: 5 labels a class"),
                 QT_TRANSLATE_NOOP("FewLabels",
                                   "Fifty labelled digits, and the frozen code reads far more than "
                                   "the pixels themselves.")},
    ExampleWords{"one", QT_TRANSLATE_NOOP("FewLabels", "One label a class"),
                 QT_TRANSLATE_NOOP("FewLabels",
                                   "Ten labels in all: which ones were drawn decides much. Let the "
                                   "draws run.")},
    ExampleWords{"hundred", QT_TRANSLATE_NOOP("FewLabels", "A hundred labels: the lead melts"),
                 QT_TRANSLATE_NOOP("FewLabels",
                                   "With many labels eight numbers are too few: the layer before "
                                   "the code overtakes it.")},
    ExampleWords{"two-numbers", QT_TRANSLATE_NOOP("FewLabels", "Two numbers are not enough"),
                 QT_TRANSLATE_NOOP("FewLabels",
                                   "A code that can be drawn is too small: from five labels a class "
                                   "on the pixels are ahead.")},
    ExampleWords{"scratch", QT_TRANSLATE_NOOP("FewLabels", "The same network from scratch"),
                 QT_TRANSLATE_NOOP("FewLabels",
                                   "What the network learns from the labels alone: the difference is "
                                   "what it learnt without them.")},
    ExampleWords{"twenty-clicks", QT_TRANSLATE_NOOP("FewLabels", "Twenty clicks"),
                 QT_TRANSLATE_NOOP("FewLabels",
                                   "Label digits yourself and watch the score of every feature at "
                                   "each click.")},
    ExampleWords{
        "neighbours", QT_TRANSLATE_NOOP("FewLabels", "Nearest neighbours instead"),
        QT_TRANSLATE_NOOP("FewLabels", "Nothing is fitted at all: the nearest labelled digits vote.")},
    ExampleWords{"spreading", QT_TRANSLATE_NOOP("FewLabels", "Labels spread"),
                 QT_TRANSLATE_NOOP("FewLabels", "The digits without labels help once more: labels go from "
                                                "neighbour to neighbour.")},
    ExampleWords{"spreading-conv", QT_TRANSLATE_NOOP("FewLabels", "Labels spread, convolutional code"),
                 QT_TRANSLATE_NOOP("FewLabels",
                                   "A convolutional code of 32. Spreading over bare pixels takes a "
                                   "minute, and is nearly as good.")},
};

} // namespace

QString drawText(const Texts& texts, int draw, int draws)
{
    return texts.say("FewLabels", "draw %1 of %2").arg(draw).arg(draws);
}

QString labelText(const Texts& texts, int label, int labels)
{
    return texts.say("FewLabels", "label %1 of %2").arg(label).arg(labels);
}

QStringList readingNames()
{
    return {QCoreApplication::translate("FewLabels", "Softmax"),
            QCoreApplication::translate("FewLabels", "Nearest neighbours"),
            QCoreApplication::translate("FewLabels", "Hidden layer and softmax"),
            QCoreApplication::translate("FewLabels", "Spreading labels")};
}

QString readingText(const Texts& texts, LabelReading reading)
{
    switch (reading) {
    case LabelReading::Neighbours:
        return texts.say("FewLabels", "neighbours vote");
    case LabelReading::HiddenLayer:
        return texts.say("FewLabels", "bends and learns");
    case LabelReading::Spreading:
        return texts.say("FewLabels", "labels spread");
    default:
        return texts.say("FewLabels", "learns");
    }
}

QString labelRowName(const Texts& texts, LabelRow row, int bottleneck)
{
    switch (row) {
    case LabelRow::Code:
        return texts.say("FewLabels", "code of %1").arg(bottleneck);
    case LabelRow::Hidden:
        return texts.say("FewLabels", "layer before");
    case LabelRow::Raw:
        return texts.say("FewLabels", "raw pixels");
    case LabelRow::Pca:
        return texts.say("FewLabels", "PCA-%1").arg(bottleneck);
    case LabelRow::Untrained:
        return texts.say("FewLabels", "untrained");
    default:
        return texts.say("FewLabels", "from scratch");
    }
}

QColor labelRowColour(LabelRow row, const Theme& theme)
{
    switch (row) {
    case LabelRow::Code:
    case LabelRow::Hidden:
        return theme.role(Role::Code).text;
    case LabelRow::Raw:
        return theme.role(Role::Input).text;
    case LabelRow::Pca:
        return theme.ink;
    case LabelRow::Untrained:
        return theme.muted;
    default:
        return theme.role(Role::Output).text;
    }
}

Qt::PenStyle labelRowLine(LabelRow row)
{
    switch (row) {
    case LabelRow::Hidden:
    case LabelRow::Pca:
        return Qt::DashLine;
    case LabelRow::Untrained:
        return Qt::DotLine;
    default:
        return Qt::SolidLine;
    }
}

QString accuracyText(const Texts& texts, double accuracy)
{
    const QString text = texts.locale().toString(accuracy, 'f', 3);
    return texts.language() == Language::English && text.startsWith(u'0') ? text.mid(1) : text;
}

QString percentText(const Texts& texts, double share)
{
    constexpr double percent = 100;
    return texts.say("FewLabels", "%1 %").arg(texts.locale().toString(percent * share, 'f', 0));
}

QString fewLabelsExampleName(const char* id)
{
    return translatedIn(context, examples, id, &ExampleWords::name);
}

QString fewLabelsExampleText(const char* id)
{
    return translatedIn(context, examples, id, &ExampleWords::text);
}

} // namespace hg
