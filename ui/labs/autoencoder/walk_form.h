#pragma once

#include "ui/widgets/controls.h"

class QLabel;
class QPushButton;

namespace hg {

class AeModel;
class CodeNumbers;
enum class PathEnd;

/// The controls of the tab Walk: the path and its film, the points, and of a longer code which two numbers.
class WalkForm : public Form {
    Q_OBJECT

public:
    explicit WalkForm(AeModel& model, QWidget* parent = nullptr);

private:
    void build();
    void connectAll();
    void refresh();
    QString endText(PathEnd end) const;

    AeModel& m_model;
    QPushButton *m_from, *m_to, *m_drop;
    Segmented* m_way;
    Stepper* m_pictures;
    Switch* m_colours;
    CodeNumbers* m_numbers;
};

} // namespace hg
