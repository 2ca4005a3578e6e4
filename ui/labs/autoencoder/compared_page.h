#pragma once

#include "core/embed/alignment.h"
#include "core/lab/lab_state.h"
#include "ui/labs/autoencoder/ae_page.h"
#include "ui/runs/run.h"
#include "ui/widgets/map_view.h"

#include <QVariantAnimation>

#include <optional>

class QGridLayout;
class QLabel;
class QPushButton;
class QStackedWidget;

namespace hg {

class ClassLegend;
class ComparedFigures;
class DialCard;
class Segmented;
class SizesCard;
class Steady;
class Switch;

/// The tab Compared: the plane of the bottleneck's values beside PCA's or MDS's map of the same pictures, and
/// the network above, its two neurons joined to the axes that they are.
class ComparedPage : public HourglassPage {
    Q_OBJECT

public:
    explicit ComparedPage(AeModel& model);
    void setStyle(const PaintStyle& style);
    void adoptData();
    void refreshAll() override;
    /// Before an audience: what is compared, in large type, without the network above.
    void setPresented(bool isPresented);
    MapView* bottleneckMap() const { return m_left; }
    MapView* otherMap() const { return m_right; }

protected:
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    class Joints;
    /// How the foot is laid out.
    struct FootFold {
        bool isNoteBelow = false, isLegendApart = false;
        bool operator==(const FootFold&) const = default;
    };

    QWidget* buildUpper();
    QWidget* buildMaps();
    QWidget* buildFoot();
    void foldFoot();
    void placeFoot();
    void makeRoom();
    void connectAll();
    void connectMaps();
    void refreshMoment();
    /// After a round of MDS, which moves the right map alone.
    void refreshMds();
    void refreshMdsButtons();
    void shareZoom(const MapView& from, MapView& to);
    void refreshTexts();
    QString leftText() const;
    void nameLeftAxes();
    void refreshRightTexts();
    void refreshView();
    void refreshChoice();
    void refreshPoints();
    void refreshFoot();
    QString noteText() const;
    void adoptCrowd();
    void shareRange();
    /// Moves the points between where the codes are and where they are aligned.
    void morphTo(bool isAligned);
    void takeLasso(const QPolygonF& lasso, Qt::KeyboardModifiers keys, MapView& map);
    void pick(int index);
    void hover(int index);
    void decodeAt(QPointF place);
    void placeCross();
    QImage pictureOf(int index) const;
    std::shared_ptr<const std::vector<float>> leftPoints();
    bool isMds() const { return isBeside(Beside::Mds); }
    bool isBeside(Beside beside) const;
    /// Whether the dial is beside, and the network has one.
    bool hasDial() const;
    void connectDial();
    /// After another matrix, which moves arrows and numbers, never the points.
    void refreshDial();
    void refreshSizes();
    AffineMap shownMap() const;
    void placeArrows();
    void dragArrow(int arrow, QPointF place);
    QString dialText() const;
    QString dialNote() const;

    ComparedFigures* m_figures;
    QGridLayout* m_foot = nullptr;
    FootFold m_fold;
    QWidget *m_upper = nullptr, *m_rightHead = nullptr;
    MapView *m_left, *m_right;
    DialCard* m_dialCard;
    SizesCard* m_sizesCard;
    QStackedWidget* m_beside; ///< the right card's contents
    QLabel *m_leftTitle, *m_leftText, *m_rightTitle, *m_rightText, *m_note, *m_inView;
    Steady* m_inViewRoom = nullptr;
    QLabel* m_alignName;
    Switch* m_align;
    QPushButton *m_pause, *m_again;
    ClassLegend* m_legend;
    Segmented* m_crowd;
    Joints* m_joints;
    QVariantAnimation m_morph;
    double m_alignedShare = 0;               ///< 0: the codes as they are, 1: aligned
    std::pair<const LabData*, int> m_saidOf; ///< the data and the size of the code that the texts are of
    bool m_hadDial = false;                  ///< with the last moment
    bool m_isCrowd = false;                  ///< the maps show what is trained on
    std::optional<QPointF> m_cross;          ///< a code of two numbers
};

} // namespace hg
