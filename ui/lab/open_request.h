#pragma once

#include "core/lab/lab_state.h"

#include <QString>

namespace hg {

/// A wish to see a state in the lab that it belongs to, from wherever it came.
struct OpenRequest {
    LabState state;
    QString where{}; ///< what it came from, where somebody is to be told

    /// The id of that lab.
    QString lab() const
    {
        const std::string_view id = labOf(state);
        return QString::fromLatin1(id.data(), static_cast<qsizetype>(id.size()));
    }
};

} // namespace hg
