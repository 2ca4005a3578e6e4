#pragma once

#include <QString>

#include <functional>

namespace hg {

/// A way out of a problem: what its button says, and what it does.
struct Offer {
    QString text;
    std::function<void()> take;
};

} // namespace hg
