#pragma once

#include "ui/theme/paint_style.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/controls.h"

#include <QComboBox>

#include <vector>

namespace hg {

/// The controls beside a convolution, as its lab sees them.
class SceneInspector : public Form {
    Q_OBJECT

public:
    using Form::Form;
    virtual void setStyle(const PaintStyle& style) = 0;
    /// What it offers before an audience beside sizes, stride and padding: sources and weights by name.
    virtual std::vector<ChipContent> chips() const { return {}; }

protected:
    /// A list of the inspector as a chip; `choose` goes through the list itself.
    static ChipContent chipOf(QComboBox& box, const QString& name);

Q_SIGNALS:
    /// A file of the user's own is to be chosen.
    void fileAsked();
};

} // namespace hg
