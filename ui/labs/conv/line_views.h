#pragma once

#include "ui/lab/lab.h"

class QStackedWidget;

namespace hg {

class ConvStage;
class LineInspector;
class LineModel;
class Segmented;
class SoundInspector;
class SoundStage;

/// The stage of Convolution 1D: one of its two scales, with a switch between them.
class LineStage : public LabStage {
    Q_OBJECT

public:
    explicit LineStage(LineModel& model);
    void setStyle(const PaintStyle& style) override;
    void setPresented(bool isPresented) override;
    void setBare(bool isBare) override;
    bool isAtRest() const override;

protected:
    /// Handed on to the stage inside; were that its proxy, Tab would skip what stands before it.
    void focusInEvent(QFocusEvent* event) override;

private:
    void build();
    void showScale();

    LineModel& m_model;
    Segmented* m_scales;
    QStackedWidget* m_pages;
    ConvStage* m_numbers;
    SoundStage* m_sound;
    bool m_isBare = false;
};

/// The controls of the scale that is shown.
class LineInspectors : public LabInspector {
    Q_OBJECT

public:
    explicit LineInspectors(LineModel& model);
    void setStyle(const PaintStyle& style) override;

private:
    void showScale();

    LineModel& m_model;
    QStackedWidget* m_pages;
    LineInspector* m_numbers;
    SoundInspector* m_sound;
};

} // namespace hg
