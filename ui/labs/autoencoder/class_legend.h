#pragma once

#include "ui/theme/paint_style.h"
#include "ui/widgets/panel.h"

#include <QStringList>

#include <set>
#include <vector>

namespace hg {

/// The classes' marks, in as many lines as they need: a click hides a class of the maps or shows it again, a
/// double click leaves it alone.
class ClassLegend : public Panel {
    Q_OBJECT

public:
    explicit ClassLegend(QWidget* parent = nullptr);

    void setStyle(const PaintStyle& style);
    /// Which classes there are, `names` as classText() takes them. There are marks for mostMarkedClasses, or
    /// none.
    void setClasses(const std::vector<int>& labels, const QStringList& names);
    void setHidden(const std::set<int>& hidden);
    bool isEmpty() const { return m_marks.empty(); }
    /// The width of all marks side by side.
    int wholeWidth() const { return sizeHint().width(); }

Q_SIGNALS:
    void toggled(int label, bool isShown);
    void isolated(int label);

private:
    class Mark;

    void nameMarks();

    std::vector<Mark*> m_marks;
    std::vector<int> m_labels;
    QStringList m_names;
    PaintStyle m_style;
};

} // namespace hg
