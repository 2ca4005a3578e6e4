#pragma once

#include "ui/lab/lab.h"
#include "ui/labs/conv/conv_inspector.h"

namespace hg {

class ConvStage;
class InputSource;
class PlaneModel;

/// The stage of Convolution 2D: the figure with its pencil, and a spectrogram's sound above it.
class PlaneStage : public LabStage {
    Q_OBJECT

public:
    explicit PlaneStage(PlaneModel& model);
    void setStyle(const PaintStyle& style) override;
    void setPresented(bool isPresented) override;
    void setBare(bool isBare) override;
    bool isAtRest() const override;

private:
    PlaneModel& m_model;
    ConvStage* m_figure;
};

/// Its controls, with the input's source behind the examples.
class PlaneInspector : public ConvInspector {
    Q_OBJECT

public:
    explicit PlaneInspector(PlaneModel& model);

private:
    void showInput();

    PlaneModel& m_plane;
    InputSource* m_input;
};

} // namespace hg
