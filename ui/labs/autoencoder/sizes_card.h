#pragma once

#include "ui/theme/paint_style.h"
#include "ui/widgets/panel.h"

class QLabel;
class QPushButton;

namespace hg {

class AeModel;
class SizesView;

/// The error against the size of the bottleneck: PCA's as it is, the autoencoder's from a stored table or
/// trained here, which is said.
class SizesCard : public Panel {
    Q_OBJECT

public:
    explicit SizesCard(AeModel& model, QWidget* parent = nullptr);
    void setStyle(const PaintStyle& style);
    /// For another moment, setup or size that is known.
    void refresh();

private:
    void pick(int size);
    void toggle();
    void refreshSource(bool isStored, int known);
    QString sourceText(bool isStored, int known) const;

    AeModel& m_model;
    PaintStyle m_style;
    SizesView* m_view;
    QLabel* m_source;
    QPushButton* m_train;
};

} // namespace hg
