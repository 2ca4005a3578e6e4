#pragma once

#include "ui/painters/conv_picture.h"
#include "ui/widgets/conv_timeline.h"

#include <QPixmap>
#include <QWidget>

#include <optional>

class QLineEdit;

namespace hg {

/// Shows a convolution at the timeline's time, and lets its numbers be edited in place: by mouse, or with the
/// arrow keys and typing; Return and Tab finish a number and go to the next cell. It only says what was asked
/// for; the owner changes the figure.
class ConvCanvas : public QWidget {
    Q_OBJECT

public:
    explicit ConvCanvas(ConvTimeline& timeline, QWidget* parent = nullptr);
    ~ConvCanvas() override;

    /// Another figure, looked at in that way.
    void setFigure(const ConvFigure& figure, const ConvLook& look);
    void setStyle(const PaintStyle& style);
    /// Takes what all views of a figure have in common; what is chosen, pointed at, presented and editable
    /// stays this one's.
    void setLook(const ConvLook& look);
    /// A figure that is only looked at: no editing, no sum below.
    void setEditable(bool isEditable);
    bool isEditable() const { return m_isEditable; }
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
    void selectionChanged(const std::optional<hg::ConvHit>& cell);
    /// Of numbers, from a field in which nothing was typed.
    void copyAsked();
    void pasteAsked();
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
    void takeLook(const ConvLook& look);
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
    bool passOn(QKeyEvent& key);
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
