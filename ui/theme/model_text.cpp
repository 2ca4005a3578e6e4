#include "ui/theme/model_text.h"

#include "ui/theme/text_table.h"

namespace hg {
namespace {

struct ModelText {
    std::string_view id;
    const char* title;
    const char* description;
};

constexpr std::array texts{
    ModelText{
        "linear", QT_TRANSLATE_NOOP("Models", "Linear"),
        QT_TRANSLATE_NOOP("Models", "784-K-784 without activations; the data centred by the training mean")},
    ModelText{"dense", QT_TRANSLATE_NOOP("Models", "Dense"),
              QT_TRANSLATE_NOOP("Models", "784-256-64-K-64-256-784 with ReLU; sigmoid output")},
    ModelText{
        "conv", QT_TRANSLATE_NOOP("Models", "Conv"),
        QT_TRANSLATE_NOOP("Models", "two convolutions of 8 and 16 filters; K numbers; two transposed ones")},
    ModelText{"lab-linear", QT_TRANSLATE_NOOP("Models", "Linear as in the lab"),
              QT_TRANSLATE_NOOP("Models",
                                "the network linear; a learning rate of 0.003 that decays over 6 epochs")},
    ModelText{"lab-deep-linear", QT_TRANSLATE_NOOP("Models", "Deep linear"),
              QT_TRANSLATE_NOOP("Models", "784-256-64-K-64-256-784 without activations; centred; a learning "
                                          "rate of 0.01 that decays over 3 epochs")},
    ModelText{"lab-dense", QT_TRANSLATE_NOOP("Models", "Dense as in the lab"),
              QT_TRANSLATE_NOOP("Models",
                                "784-256-64-K-64-256-784 with leaky ReLU and sigmoid output; bce; a "
                                "learning rate of 0.003 that decays over 5 epochs")},
    ModelText{"lab-deep", QT_TRANSLATE_NOOP("Models", "Deep"),
              QT_TRANSLATE_NOOP("Models",
                                "784-256-128-32-K and back; activations and training those of lab-dense")},
    ModelText{"lab-conv", QT_TRANSLATE_NOOP("Models", "Conv as in the lab"),
              QT_TRANSLATE_NOOP("Models",
                                "convolutions of 8 and 16 filters of 4×4; 64 numbers; K numbers; and "
                                "back; activations and training those of lab-dense")},
    ModelText{"lab-conv-3", QT_TRANSLATE_NOOP("Models", "Conv with 3×3 filters"),
              QT_TRANSLATE_NOOP("Models", "the network lab-conv with filters of 3×3")},
    ModelText{"lab-ordered", QT_TRANSLATE_NOOP("Models", "Linear with ordered axes"),
              QT_TRANSLATE_NOOP("Models",
                                "the network linear that also learns every shorter code; a learning "
                                "rate of 0.003 that decays over 20 epochs")},
};

} // namespace

QString modelTitle(const char* id)
{
    return translatedIn("Models", texts, id, &ModelText::title);
}

QString modelDescription(const char* id)
{
    return translatedIn("Models", texts, id, &ModelText::description);
}

} // namespace hg
