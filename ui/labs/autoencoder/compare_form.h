#pragma once

#include "ui/theme/paint_style.h"
#include "ui/widgets/controls.h"

namespace hg {

class AeModel;
class ClassBars;
class CodeNumbers;

/// The controls of the tab Compared: what stands beside the bottleneck, how its points are chosen and seen,
/// and of which digits those in the lasso are.
class CompareForm : public Form {
    Q_OBJECT

public:
    explicit CompareForm(AeModel& model, QWidget* parent = nullptr);
    void setStyle(const PaintStyle& style);

private:
    void build();
    QWidget* buildPlane();
    QWidget* buildLasso();
    QWidget* buildHint();
    void connectAll();
    void connectPlane();
    void refresh();
    void refreshLasso();
    void refreshHint();
    void makeOrdered();

    AeModel& m_model;
    Segmented *m_beside, *m_tool, *m_planeKind;
    Stepper* m_pictures;
    CodeNumbers* m_numbers;
    Switch* m_colours;
    QWidget *m_mds, *m_plane, *m_lasso, *m_hint = nullptr;
    QLabel *m_lassoTitle, *m_hintTitle, *m_hintText;
    ClassBars* m_bars;
    QPushButton *m_only, *m_clear, *m_ordered;
};

} // namespace hg
