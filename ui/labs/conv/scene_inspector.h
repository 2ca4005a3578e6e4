#pragma once

#include "ui/theme/paint_style.h"
#include "ui/widgets/controls.h"

namespace hg {

/// The controls beside a convolution, as its lab sees them.
class SceneInspector : public Form {
    Q_OBJECT

public:
    using Form::Form;
    virtual void setStyle(const PaintStyle& style) = 0;

Q_SIGNALS:
    /// A file of the user's own is to be chosen.
    void fileAsked();
};

} // namespace hg
