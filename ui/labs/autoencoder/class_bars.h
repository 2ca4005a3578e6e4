#pragma once

#include "ui/theme/paint_style.h"

#include <QStringList>
#include <QWidget>

#include <map>
#include <utility>
#include <vector>

namespace hg {

/// How many samples of each class, the most frequent first: four bars, and how many classes there are more.
class ClassBars : public QWidget {
    Q_OBJECT

public:
    explicit ClassBars(QWidget* parent = nullptr);
    void setStyle(const PaintStyle& style);
    /// By label; `names` as classText() takes them.
    void setCounts(const std::map<int, int>& counts, const QStringList& names);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    PaintStyle m_style;
    std::vector<std::pair<int, int>> m_counts; ///< label and number, the most frequent first
    QStringList m_names;
};

} // namespace hg
