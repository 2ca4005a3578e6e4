#pragma once

#include "ui/labs/denoise/code_arrows.h"
#include "ui/labs/denoise/denoise_page.h"

class QLabel;
class QPushButton;
class QStackedWidget;

namespace hg {

class MapView;
class Segmented;
struct MapFrame;

/// The tab In the code: an arrow from the code of each clean picture to that of the noisy one, on the map of
/// a code of two numbers. It is seen at a glance whether the noise throws the encoder off.
class CodePage : public DenoisePage {
    Q_OBJECT

public:
    explicit CodePage(DenoiseModel& model);
    void setStyle(const PaintStyle& style) override;
    void refresh() override;
    MapView* map() const { return m_map; }

private:
    QWidget* buildMap();
    QWidget* buildOffer();
    void paintArrows(QPainter& p, const MapFrame& frame) const;
    void refreshSentence();

    QStackedWidget* m_pages;
    Segmented* m_denoisers;
    MapView* m_map;
    QLabel *m_sentence, *m_reason;
    QPushButton* m_useTwo;
    MovedCodes m_moved;
};

} // namespace hg
