#include "ui/labs/conv/weights.h"

#include "core/lab/conv_filters.h"
#include "core/lab/line_sources.h"
#include "core/lab/named_filters.h"
#include "ui/labs/conv/conv_model.h"
#include "ui/theme/line_text.h"

#include <QCoreApplication>

#include <algorithm>

namespace hg {

QStringList planeWeightNames(const Texts& texts)
{
    QStringList names{QCoreApplication::translate("Weights", "own")};
    for (const FilterPreset& filter : filterPresets())
        names << planeFilterName(texts, filter.id);
    return names;
}

int planeWeightsOf(const ConvModel& model)
{
    const std::string_view id = filterIdOf(model.scene(), model.front());
    const auto rows = filterPresets();
    const auto it = std::find_if(rows.begin(), rows.end(), [&](const FilterPreset& f) { return f.id == id; });
    return it == rows.end() ? 0 : static_cast<int>(it - rows.begin()) + 1;
}

void choosePlaneWeights(ConvModel& model, int row)
{
    if (row == 0) return;
    const TensorD made = filterPresets()[static_cast<std::size_t>(row - 1)].make(model.scene().kernelSize());
    model.edit(withFilterMade(model.scene(), model.front(), [&](const TensorD&) { return made; }));
}

QStringList lineWeightNames(const Texts& texts)
{
    QStringList names{QCoreApplication::translate("Weights", "Own weights")};
    for (const FirFilter& filter : firFilters())
        names << filterName(texts, filter.id);
    return names;
}

int lineWeightsOf(const ConvModel& model)
{
    const ConvScene& s = model.scene();
    const FirFilter* filter = s.pooling ? nullptr : filterOf(s, model.front());
    return filter ? static_cast<int>(filter - firFilters().data()) + 1 : 0;
}

void chooseLineWeights(ConvModel& model, int row)
{
    if (row == 0) return;
    const FirFilter& filter = firFilters()[static_cast<std::size_t>(row - 1)];
    const auto scene = withFilter(model.scene(), filter.id, model.scene().kernel.shape.width, model.front());
    if (scene) model.edit(*scene);
}

} // namespace hg
