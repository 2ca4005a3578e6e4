#pragma once

#include <QList>
#include <QString>

#include <functional>

namespace hg {

/// A way out of a problem: what its button says, and what it does.
struct Offer {
    QString text;
    std::function<void()> take;
};

/// What is said about something that could not be done, with ways out; empty: nothing.
struct Remark {
    QString sentence;
    QList<Offer> offers{};
};

} // namespace hg
