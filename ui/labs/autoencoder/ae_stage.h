#pragma once

#include "ui/painters/hourglass_painter.h"
#include "ui/theme/paint_style.h"
#include "ui/widgets/panel.h"

#include <QPointF>

#include <optional>

class QLabel;
class QStackedWidget;

namespace hg {

class AeLab;
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
class AeStage : public Panel {
    Q_OBJECT

public:
    explicit AeStage(AeLab& lab);
    void setStyle(const PaintStyle& style);

    MapView* bottleneckMap() const { return m_map; }
    Notice* notice() const { return m_notice; }

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
    void showState();
    void hover(int index);
    void decodeAt(QPointF place);
    QImage pictureOf(int index) const;

    AeLab& m_lab;
    PaintStyle m_style;
    QStackedWidget* m_pages;
    QLabel* m_waiting;
    Notice* m_notice;
    HourglassView* m_hourglass;
    QLabel *m_ownError, *m_ownName, *m_pcaError, *m_pcaName, *m_errorHead, *m_angles;
    LossView* m_loss;
    MapView *m_map, *m_pcaMap;
    QLabel *m_mapTitle, *m_mapText, *m_pcaTitle, *m_pcaText, *m_note, *m_inView;
    std::optional<QPointF> m_cross;
};

} // namespace hg
