#include "ui/labs/conv/scene_inspector.h"

namespace hg {

ChipContent SceneInspector::chipOf(QComboBox& box, const QString& name)
{
    ChipContent chip{.name = name};
    for (int i = 0; i < box.count(); ++i)
        chip.values << box.itemText(i);
    chip.current = box.currentIndex();
    chip.areNumbers = false;
    chip.isElidable = true;
    chip.choose = [&box](int i) { Q_EMIT box.activated(i); };
    return chip;
}

} // namespace hg
