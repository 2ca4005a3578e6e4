#pragma once

#include "ui/painters/field_painter.h"
#include "ui/theme/export_style.h"

namespace hg {

/// A cell's cone for a file: a stop a layer, from the first one below the cell down to the input.
Exportable exportField(std::shared_ptr<const FieldNumbers> numbers, const FieldLook& look,
                       const ExportChoice& choice);

} // namespace hg
