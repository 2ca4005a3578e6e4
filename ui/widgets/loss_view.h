#pragma once

#include "core/train/history.h"
#include "ui/theme/paint_style.h"

#include <QWidget>

#include <array>
#include <optional>
#include <vector>

class QCPGraph;
class QCPItemLine;
class QCPItemText;
class QCustomPlot;

namespace hg {

/// A point of a curve of errors.
struct ErrorPoint {
    double update = 0;
    double error = 0;
};

/// An earlier run as a grey curve, named at its end.
struct EarlierCurve {
    QString name;
    std::vector<ErrorPoint> points{};
    bool isDiverged = false; ///< no axis is stretched for it
    bool isChosen = false;
};

/// Everything that the plot of a run's error shows.
struct LossCurves {
    LossLog batches;
    std::vector<ErrorPoint> heldOut;
    std::vector<ErrorPoint> ahead; ///< what the run had been before it was continued from an earlier update
    std::vector<EarlierCurve> earlier;
    struct Mark {
        double update;
        QString text;
    };
    std::vector<Mark> marks; ///< where something was changed mid-run
    int updatesPerEpoch = 1;
    double totalUpdates = 1;
    std::optional<double> pcaError;
    struct Band {
        double low, high;
    };
    std::optional<Band> band; ///< where the recipe's error is expected to end
    double shownUpdate = 0;   ///< of the playhead
    std::optional<double> shownError;
    std::optional<double> diverged; ///< the update at which it did
    bool isLogarithmic = false;     ///< both axes: the first updates get as much room as the last
};

/// The error of a run over its updates: every batch thinly, the held-out part strongly, PCA as a line, the
/// band that is expected, earlier runs in grey. Names stand at the curves' ends, in a margin of their own.
class LossView : public QWidget {
    Q_OBJECT

public:
    explicit LossView(QWidget* parent = nullptr);
    ~LossView() override;

    void setStyle(const PaintStyle& style);
    void setCurves(const LossCurves& curves);
    const LossCurves& curves() const { return m_curves; }

Q_SIGNALS:
    /// An earlier run's curve or name was clicked.
    void earlierPicked(int index);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* object, QEvent* event) override;

private:
    /// What stands at a curve's end, and where it would like to.
    struct EndName {
        QString text;
        QColor colour;
        bool isStrong;
        double y;
        int earlier; ///< of the earlier curves; -1: none of them
    };

    void applyTheme();
    void refresh();
    void chooseScales();
    void fitRanges();
    int stepsThatFit() const;
    int stepsThatFitBeside() const;
    void chooseTicks();
    void keepTicksApart();
    void drawCurves();
    void drawBand();
    void drawMarks();
    void keepRoomForNames();
    void nameEnds();
    bool standsJustAbove(std::optional<double> line, double value) const;
    int nameWidth() const;
    double xOf(double update) const;
    void setPoints(QCPGraph* graph, const std::vector<ErrorPoint>& points) const;
    int earlierAt(const QPointF& place) const;

    QCustomPlot* m_plot;
    QCPGraph *m_batches, *m_heldOut, *m_shown, *m_pca, *m_ahead, *m_bandLow, *m_bandHigh, *m_diverged;
    std::vector<QCPGraph*> m_earlier;
    std::vector<QCPItemText*> m_names;
    std::vector<int> m_namedEarlier; ///< the earlier curve that each name is of; -1: none
    std::vector<QCPItemLine*> m_markLines;
    std::vector<QCPItemText*> m_markTexts;
    QCPItemLine* m_playhead;
    QCPItemText* m_value;
    PaintStyle m_style;
    LossCurves m_curves;
    bool m_isDrawnLogarithmic = false;
    std::array<int, 2> m_steps{1, 1}; ///< that fit along x and y
};

} // namespace hg
