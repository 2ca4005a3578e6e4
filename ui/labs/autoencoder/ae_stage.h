#pragma once

#include "ui/lab/lab.h"
#include "ui/painters/hourglass_painter.h"

#include <QPointF>
#include <QPointer>

#include <optional>

class QLabel;
class QStackedWidget;

namespace hg {

class AeModel;
class AeTrainBar;
class LossView;
class MapView;
class Notice;

/// The hourglass with the chosen digit in it.
class HourglassView : public QWidget {
    Q_OBJECT

public:
    using QWidget::QWidget;
    void setStyle(const PaintStyle& style);
    void setActivations(const Plan& plan, std::vector<std::vector<float>> activations);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    PaintStyle m_style;
    std::optional<HourglassPainter> m_painter;
};

/// The stage of the autoencoder lab: hourglass, numbers, loss, and the two maps.
class AeStage : public LabStage {
    Q_OBJECT

public:
    explicit AeStage(AeModel& model);
    ~AeStage() override;
    void setStyle(const PaintStyle& style) override;
    QWidget* transportExtras() override;

    MapView* bottleneckMap() const { return m_map; }

private:
    QWidget* buildUpper();
    QWidget* buildMaps();
    QWidget* card(QLabel* title, QLabel* subtitle, MapView* map);
    void connectAll();
    void adoptData();
    void refresh();
    void refreshHourglass();
    void refreshNumbers();
    void refreshTexts();
    void nameCounts();
    void showRemark();
    void hover(int index);
    void decodeAt(QPointF place);
    QImage pictureOf(int index) const;

    AeModel& m_model;
    PaintStyle m_style;
    QStackedWidget* m_pages;
    QLabel* m_waiting;
    Notice* m_notice;
    HourglassView* m_hourglass;
    QLabel *m_ownError, *m_ownName, *m_pcaError, *m_pcaName, *m_errorHead, *m_angles;
    LossView* m_loss;
    MapView *m_map, *m_pcaMap;
    QLabel *m_mapTitle, *m_mapText, *m_pcaTitle, *m_pcaText, *m_note, *m_inView;
    QPointer<AeTrainBar> m_bar; ///< stands in whatever transport asked for it
    std::optional<QPointF> m_cross;
};

} // namespace hg
