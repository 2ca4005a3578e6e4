#pragma once

#include "ui/labs/fewlabels/few_labels_page.h"

#include <QImage>

#include <memory>
#include <vector>

class QLabel;
class QPainter;
class QPushButton;

namespace hg {

class DigitQuestion;
class LabelStrip;
class MapView;
class ScoreBoard;
class Segmented;
class Switch;
struct MapFrame;

/// The tab Label it yourself: digits without labels on a map of their codes, of which at most twenty get one
/// by hand, and what each of these is worth for every feature.
class YourselfPage : public FewLabelsPage {
    Q_OBJECT

public:
    explicit YourselfPage(FewLabelsModel& model);
    ~YourselfPage() override;
    void setStyle(const PaintStyle& style) override;
    void refresh() override;
    bool isAtRest() const override;
    /// Before an audience nothing gives away what the points are.
    void setPresented(bool isPresented);
    MapView* map() const { return m_map; }
    DigitQuestion* question() const { return m_question; }
    LabelStrip* strip() const { return m_strip; }

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* buildMap();
    QWidget* buildTruth();
    QWidget* buildStrip();
    QWidget* buildBoard();
    void connectAll();
    void refreshMap();
    void refreshTruth();
    void refreshStrip();
    void refreshBoard();
    void refreshQuestion();
    void refreshRegions(const MapFrame& frame);
    void paintRegions(QPainter& p, const MapFrame& frame);
    void paintLabels(QPainter& p, const MapFrame& frame) const;
    QPointF placeOf(int sample) const;
    QImage pictureOfPoint(int sample) const;

    Segmented* m_behind;
    QLabel *m_title, *m_about, *m_count, *m_truthName;
    Switch* m_truth;
    MapView* m_map;
    DigitQuestion* m_question;
    LabelStrip* m_strip;
    ScoreBoard* m_board;
    QPushButton* m_clear;
    bool m_isPresented = false;
    std::shared_ptr<const std::vector<float>> m_places;
    std::vector<int> m_read; ///< the label that is read in each point
    /// The regions as they were painted, and of what.
    struct Regions;
    std::unique_ptr<Regions> m_regions;
};

} // namespace hg
