#pragma once

#include "ui/runs/run.h"
#include "ui/theme/paint_style.h"
#include "ui/widgets/panel.h"

#include <QImage>
#include <QPointF>

#include <optional>

class QLabel;

namespace hg {

class AeModel;
class HourglassView;
class MapView;
class Segmented;

/// The tab Compared: the plane of the bottleneck's values beside PCA's, and the network above, its two
/// neurons joined to the axes that they are.
class ComparedPage : public Panel {
    Q_OBJECT

public:
    explicit ComparedPage(AeModel& model);
    void setStyle(const PaintStyle& style);
    void adoptData();
    void refreshAll();
    MapView* bottleneckMap() const { return m_map; }

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    class Joints;
    QWidget* buildUpper();
    QWidget* buildMaps();
    QWidget* card(QLabel* title, QLabel* subtitle, MapView* map);
    void connectAll();
    void refreshMoment();
    void refreshHourglass();
    void refreshNumbers();
    void refreshTexts();
    void adoptCrowd(std::size_t points);
    void pick(int index);
    void hover(int index);
    void decodeAt(QPointF place);
    QImage pictureOf(int index) const;
    std::shared_ptr<const std::vector<float>> firstTwo(const RunMoment& moment);

    AeModel& m_model;
    PaintStyle m_style;
    HourglassView* m_hourglass;
    QLabel *m_ownError, *m_ownName, *m_pcaError, *m_pcaName, *m_errorHead, *m_angles;
    MapView *m_map, *m_pcaMap;
    QLabel *m_mapTitle, *m_mapText, *m_pcaTitle, *m_pcaText, *m_note, *m_inView;
    Segmented* m_crowd;
    Joints* m_joints;
    bool m_isCrowd = false; ///< the maps show what is trained on
    std::optional<QPointF> m_cross;
    std::shared_ptr<const std::vector<float>> m_pairedFrom, m_pairs; ///< firstTwo() of the last codes
};

} // namespace hg
