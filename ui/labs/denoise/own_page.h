#pragma once

#include "ui/labs/denoise/denoise_page.h"

class QFrame;
class QHBoxLayout;
class QLabel;
class QPushButton;

namespace hg {

class OwnResults;
class ScribblePad;
class Segmented;
class Stepper;

/// The tab Your own noise: a held-out digit to scribble over, or a picture of one's own, and what each
/// denoiser makes of it.
class OwnPage : public DenoisePage {
    Q_OBJECT

public:
    explicit OwnPage(DenoiseModel& model);
    void setStyle(const PaintStyle& style) override;
    void refresh() override;
    ScribblePad* pad() const { return m_pad; }

private:
    QFrame* buildInput();
    void connectAll();
    void takeStroke(const std::vector<std::uint8_t>& pixels, int stroke);
    void centre();

    Segmented* m_pen;
    Stepper* m_digit;
    ScribblePad* m_pad;
    OwnResults* m_results;
    QLabel *m_title, *m_penName, *m_digitName, *m_note;
    QPushButton *m_clean, *m_blank, *m_centre, *m_open;
};

} // namespace hg
