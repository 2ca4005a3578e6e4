#pragma once

#include "ui/theme/paint_style.h"
#include "ui/widgets/chip_row.h"
#include "ui/widgets/panel.h"

#include <QByteArray>
#include <QPointer>

class QHBoxLayout;
class QKeyEvent;
class QLabel;

namespace hg {

class LabModel;
class LabStage;
class LanguageSwitch;

/// Presenter mode: the window fills the screen with a lab's stage and transport in large type, under this
/// strip of chips. Leaving brings the window back as it was.
class Presenter : public Panel {
    Q_OBJECT

public:
    explicit Presenter(QWidget* parent = nullptr);

    /// What is not seen while presenting.
    void setHidden(const QList<QWidget*>& widgets) { m_hidden = widgets; }
    bool isPresenting() const { return m_stage; }
    /// Another lab takes the place of the one that is presented.
    void present(LabModel& model, LabStage& stage);
    void leave();
    /// Shows what the lab offers at the moment, in the language of the moment, and a chip of the shell's.
    void refresh(const PaintStyle& style, const ChipContent& last);
    /// Esc leaves, the digits press the chips, from 1 on; false: not for it.
    bool takesKey(QKeyEvent* event);

    /// The size of a design pixel while presenting: 1 when not.
    double scale() const;
    /// For a screen of that size. Labels of 13 design pixels have 18 and more at 1920 × 1080, 13 on any.
    static double scaleOf(const QSize& size);
    /// The window's geometry to be kept for the next start: never that of presenting.
    QByteArray windowGeometry() const;

Q_SIGNALS:
    /// Entered, left, or on a screen of another size: everything is to be laid out at scale().
    void scaleChanged();
    void languageChosen(hg::Language language);

protected:
    bool eventFilter(QObject* object, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void showRest(bool isShown);
    void fitHint();

    QPointer<LabModel> m_model;
    QPointer<LabStage> m_stage;
    QList<QWidget*> m_hidden;
    QHBoxLayout* m_row;
    ChipRow* m_chips;
    LanguageSwitch* m_language;
    QLabel* m_hint;
    QPointer<QWidget> m_focus; ///< before
    Qt::WindowStates m_state;
    QRect m_normal;
    QByteArray m_geometry;
    double m_scale = 1;
};

} // namespace hg
