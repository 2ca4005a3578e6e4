#pragma once

#include "ui/theme/paint_style.h"
#include "ui/widgets/panel.h"

class QHBoxLayout;
class QLabel;
class QMenu;
class QPushButton;

namespace hg {

class AeModel;
class ErrorHistogram;
class InkPad;
class PictureStrip;
class Steady;
class WalkModel;

/// A digit drawn with the mouse and what the network makes of it: its code, what is rebuilt, how unusual that
/// is among the held-out pictures, and which training pictures are near.
class DrawingCard : public Panel {
    Q_OBJECT

public:
    explicit DrawingCard(AeModel& model, QWidget* parent = nullptr);
    void setStyle(const PaintStyle& style);
    void refresh();
    /// After another moment of the training.
    void refreshMoment();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void build();
    void fitPad();
    QHBoxLayout* buttons();
    QWidget* buildFacts();
    /// Pixels along both sides of the data's pictures; 0 where they are no grey squares.
    int pictureSide() const;
    void takeInk();
    void fillLabels();
    void keepAs(int label);
    void trainOnKept();
    void styleNumbers();
    void refreshUnusual();
    void refreshNearest();
    void setRooms();
    QString codeText() const;
    QString shareText(int percent, int pictures) const;
    QString landingText(int label, std::size_t votes, std::size_t pictures) const;

    AeModel& m_model;
    WalkModel& m_walk;
    PaintStyle m_style;
    QLabel* m_title;
    QPushButton *m_undo, *m_clear, *m_keep;
    QMenu* m_labels; ///< what a drawing is kept as
    InkPad* m_pad;
    QLabel *m_codeName, *m_code;
    PictureStrip* m_pair;
    QLabel *m_unusual, *m_error;
    ErrorHistogram* m_histogram;
    QLabel *m_share, *m_nearTitle;
    PictureStrip* m_near;
    QLabel* m_landing;
    Steady *m_shareRoom, *m_landingRoom;
};

} // namespace hg
