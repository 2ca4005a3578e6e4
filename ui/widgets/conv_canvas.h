#pragma once

#include "ui/painters/conv_picture.h"
#include "ui/widgets/timeline.h"

#include <QPixmap>
#include <QWidget>

#include <optional>

class QLineEdit;

namespace hg {

/// The pace of a convolution: the first three positions that are looked at slowly, term by term, then so fast
/// that the whole ends within twenty seconds.
class ConvTimeline : public Timeline {
    Q_OBJECT

public:
    using Timeline::Timeline;
    int count() const override { return m_count; }
    QString label() const override;
    double rate(double position) const override;
    void setCount(int count);
    /// The position that is looked at first: it and the next two go slowly.
    void setOpening(int position) { m_opening = position; }
    int opening() const { return m_opening; }
    /// The label does not tell the count: somebody is to predict it.
    void setCountHidden(bool isHidden);
    /// Stops after each of so many products of a position too; 0: whole positions only.
    void setTerms(int terms) { m_terms = terms; }
    int terms() const { return m_terms; }

protected:
    double stopBefore(double position) const override;
    double stopAfter(double position) const override;

private:
    int m_count = 0;
    int m_opening = 0;
    int m_terms = 0;
    bool m_isCountHidden = false;
};

/// Shows a convolution at the timeline's time, and lets its numbers be edited in place: by mouse, or with the
/// arrow keys and typing; Return and Tab finish a number and go to the next cell. It only says what was asked
/// for; the owner changes the figure.
class ConvCanvas : public QWidget {
    Q_OBJECT

public:
    explicit ConvCanvas(ConvTimeline& timeline, QWidget* parent = nullptr);
    ~ConvCanvas() override;

    void setFigure(const ConvFigure& figure);
    void setStyle(const PaintStyle& style);
    void setGhostShown(bool isShown);
    /// Zero insertion beside stamping, where there is stamping.
    void setZerosShown(bool areShown);
    /// One range of values for all slices that stand as pictures.
    void setOneScale(bool isOn);
    /// Brings a filter to the front.
    void setFilter(int filter);
    /// The result at work stays a question mark.
    void setNextHidden(bool isHidden);
    /// The output's size stays a question mark.
    void setSizeHidden(bool isHidden);
    /// Marks the part of the ghost that a widely printed table takes for the result.
    void setErratumShown(bool isShown);
    /// Sets output cells apart; empty: none.
    void setOutlined(std::vector<bool> outlined);
    /// A figure that is only looked at: no editing, no sum below.
    void setEditable(bool isEditable);
    /// For an audience: no hints for editing, the sum in one line.
    void setPresented(bool isPresented);
    /// The second of the sound behind a spectrogram that is heard; none: no playhead.
    void setSecond(std::optional<double> second);
    std::optional<double> second() const { return m_second; }
    const ConvLook& look() const { return m_look; }
    const ConvPicture* picture() const { return m_picture.get(); }
    QSize minimumSizeHint() const override { return {480, 420}; }

Q_SIGNALS:
    void valueEdited(const ConvHit& cell, double value);
    void filterChosen(int filter);
    /// The picture was laid out anew.
    void laidOut();
    void problemFound(const QString& sentence);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* object, QEvent* event) override;

private:
    void rebuild();
    void refreshMoving();
    void keepLayers();
    QRegion playheadRegion() const;
    void paintPlayhead(QPainter& p) const;
    void focusOn(const std::optional<ConvHit>& cell);
    bool withProducts() const { return m_timeline.speed() < 4; }
    void select(const ConvHit& hit);
    void unselect();
    void moveSelection(int rows, int columns);
    void goOn(int cells);
    bool isInRange(const ConvHit& hit) const;
    void beginEdit(const QString& text);
    void finishEdit(int cells = 0);
    void refreshDescription();

    ConvTimeline& m_timeline;
    std::optional<ConvFigure> m_figure;
    std::unique_ptr<ConvPicture> m_picture;
    QPixmap m_still, m_done; // the picture's layers that do not move; null until painted
    QRegion m_shownMoving, m_shownDone;
    double m_shownTime = 0;
    bool m_isPinned = false;
    PaintStyle m_style;
    ConvLook m_look;
    std::optional<ConvHit> m_selected;
    std::optional<double> m_second;
    QLineEdit* m_editor;
    bool m_isEditable = true;
};

} // namespace hg
