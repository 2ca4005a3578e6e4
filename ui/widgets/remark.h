#pragma once

#include <QList>
#include <QObject>
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
    bool isFault = true; ///< otherwise nothing is wrong: something waits, or is offered
};

/// Has `teller` tell what a field complains of, until it is corrected.
template <class Field, class Teller>
void heed(Field& field, Teller& teller)
{
    QObject::connect(&field, &Field::problemFound, &teller,
                     [&teller](const QString& sentence) { teller.tell(sentence, {}); });
    QObject::connect(&field, &Field::problemSolved, &teller, &Teller::forgetRemark);
}

} // namespace hg
