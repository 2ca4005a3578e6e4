#pragma once

#include "ui/labs/fewlabels/few_labels_page.h"

#include <vector>

class QComboBox;
class QLabel;
class QPainter;

namespace hg {

class MapView;
class Segmented;
struct MapFrame;

/// The tab Map: codes of test pictures on a plane, in the colours of what they are or of what is read in
/// them, and the labelled ones of the draw as discs.
class LabelMapPage : public FewLabelsPage {
    Q_OBJECT

public:
    explicit LabelMapPage(FewLabelsModel& model);
    void setStyle(const PaintStyle& style) override;
    void refresh() override;
    bool isAtRest() const override;
    MapView* map() const { return m_map; }

private:
    void refreshColours(int count);
    void refreshDiscs();
    void paintDiscs(QPainter& p, const MapFrame& frame) const;
    QImage pictureOfTest(int index) const;

    Segmented* m_colours;
    QLabel* m_sentence;
    MapView* m_map;
    std::vector<float> m_places; ///< of the labelled samples, (n, 2)
    std::vector<int> m_labels;   ///< theirs
};

} // namespace hg
