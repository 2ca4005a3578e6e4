#pragma once

#include "ui/theme/paint_style.h"
#include "ui/widgets/picture_box.h"

namespace hg {

class ConvModel;

/// The examples of a convolution model with their pictures; those that tell most come first. Names the one
/// that is shown, or says that the settings are the user's own.
class ExampleBox : public PictureBox {
    Q_OBJECT

public:
    explicit ExampleBox(ConvModel& model);
    /// Draws the pictures and takes the names in the style's theme and language.
    void setStyle(const PaintStyle& style);

protected:
    /// Sounds that belong to examples are read when somebody can see them.
    void showEvent(QShowEvent* event) override;

private:
    void open(int item);
    void fill();
    void addRows(bool areShown);
    QIcon pictureOf(int item) const;
    void refresh();

    ConvModel& m_model;
    PaintStyle m_style;
};

} // namespace hg
