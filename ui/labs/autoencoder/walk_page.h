#pragma once

#include "core/lab/lab_state.h"
#include "ui/labs/autoencoder/ae_page.h"
#include "ui/painters/walk_layers.h"
#include "ui/widgets/map_view.h"

#include <QElapsedTimer>

class QGridLayout;
class QLabel;
class QPushButton;
class QShortcut;

namespace hg {

class DrawingCard;
class PictureStrip;
class Segmented;
class WalkModel;
enum class PathEnd;
struct DecodedSheet;
struct PathFilm;

/// The tab Walk: the plane of the codes with what the decoder draws behind its points, a path across it with
/// its film, and a digit drawn by hand.
class WalkPage : public AePage {
    Q_OBJECT

public:
    explicit WalkPage(AeModel& model);
    void setStyle(const PaintStyle& style);
    void adoptData();
    void refreshAll() override;
    void setPresented(bool isPresented);
    MapView* map() const { return m_map; }

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void fold();
    void foldHead();
    QWidget* buildMap();
    QWidget* buildStrip();
    QWidget* buildRight();
    void connectAll();
    void connectMap();
    void refreshTexts();
    void refreshView();
    void refreshMoment();
    /// What has been worked out meanwhile.
    void refreshLayers();
    void refreshCross();
    void refreshFilm();
    void refreshStrip(const PathFilm* film);
    void refreshHead();
    QString mapText() const;
    QString stripTitle(const PathFilm* film) const;
    void paintBehind(QPainter& p, const MapFrame& frame);
    void paintBefore(QPainter& p, const MapFrame& frame);
    /// Density or holes, painted once for what is seen, not at each step of a drag.
    const QImage& countedLayer(const MapFrame& frame, WalkLayer layer, const std::vector<int>& counts);
    const DecodedSheet* newestSheet();
    void pick(int index);
    void hover(int index);
    void dragEnd(int handle, const QPointF& place);
    void addKeys();
    /// Shows a layer, or none where it is shown.
    void toggle(WalkLayer layer);
    /// Takes away what was put onto the map, one thing after the other.
    void removeLast();
    bool isHole(const QPointF& place) const;
    CellGrid halfCells() const;
    QImage pictureOf(std::span<const float> pixels) const;

    WalkModel& m_walk;
    MapView* m_map;
    QLabel *m_title, *m_text;
    Segmented* m_layers;
    PictureStrip* m_strip;
    QLabel *m_stripTitle, *m_stripNote;
    QPushButton* m_begin;
    QWidget* m_stripCard = nullptr;
    DrawingCard* m_drawing;
    QLabel *m_hintTitle, *m_hint;
    QWidget *m_hintCard = nullptr, *m_right = nullptr;
    QGridLayout *m_head = nullptr, *m_grid = nullptr;
    bool m_isFolded = false; ///< the layers are below the title
    bool m_isNarrow = false, m_isPresented = false;
    QElapsedTimer m_sinceSheet; ///< asked for, while it trains
    CellGrid m_sheetCells;
    PathMarks m_marks;
    /// What the picture of a layer is of.
    struct LayerKey {
        WalkLayer layer = WalkLayer::None;
        MapFrame frame;
        std::shared_ptr<const std::vector<float>> places;
        double scale = 0;
        bool isDark = false;
        bool operator==(const LayerKey&) const = default;
    };
    LayerKey m_layerKey;
    QImage m_layer;
    QShortcut* m_escape = nullptr;
};

} // namespace hg
