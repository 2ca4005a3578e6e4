#pragma once

#include "ui/theme/paint_style.h"
#include "ui/widgets/panel.h"

#include <QStringList>

#include <bitset>
#include <vector>

namespace hg {

/// The classes' discs: a click hides a class of the maps or shows it again, a double click leaves it alone.
class ClassLegend : public Panel {
    Q_OBJECT

public:
    explicit ClassLegend(QWidget* parent = nullptr);

    void setStyle(const PaintStyle& style);
    /// Which classes there are, and which are shown.
    void setClasses(const std::bitset<10>& present, const std::bitset<10>& shown);
    /// What the classes are called where they have names; otherwise their numbers do.
    void setNames(const QStringList& names);

Q_SIGNALS:
    void toggled(int label, bool isShown);
    void isolated(int label);

private:
    class Disc;

    void nameDiscs();

    std::vector<Disc*> m_discs;
    QStringList m_names;
    PaintStyle m_style;
};

} // namespace hg
