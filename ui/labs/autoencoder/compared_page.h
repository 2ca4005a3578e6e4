#pragma once

#include "ui/labs/autoencoder/ae_page.h"
#include "ui/runs/run.h"

#include <QImage>
#include <QPointF>

#include <optional>

class QLabel;

namespace hg {

class MapView;
class Segmented;

/// The tab Compared: the plane of the bottleneck's values beside PCA's, and the network above, its two
/// neurons joined to the axes that they are.
class ComparedPage : public AePage {
    Q_OBJECT

public:
    explicit ComparedPage(AeModel& model);
    void setStyle(const PaintStyle& style);
    void adoptData();
    void refreshAll() override;
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
    void refreshNumbers();
    void refreshTexts();
    void adoptCrowd(std::size_t points);
    void pick(int index);
    void hover(int index);
    void decodeAt(QPointF place);
    QImage pictureOf(int index) const;
    std::shared_ptr<const std::vector<float>> firstTwo(const RunMoment& moment);

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
