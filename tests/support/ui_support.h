#pragma once

#include "ui/lab/app_context.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/transport.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QMouseEvent>
#include <QScrollArea>
#include <QStyleOptionComboBox>
#include <QTemporaryDir>
#include <QTest>
#include <QWidget>

namespace hg::test {

inline QString q(const char* text)
{
    return QString::fromUtf8(text);
}

/// What a window needs, with settings that vanish; `ClockType` stands still or runs.
template <class ClockType>
struct Bench {
    QTemporaryDir folder;
    Settings settings{folder.filePath(QStringLiteral("settings.ini"))};
    Workers workers;
    ClockType clock;
    Assets assets{{}};
    Stores stores{workers, assets};
    AppContext context{settings, workers, clock, assets, stores.jobs, stores.data, stores.runs};
};

/// Shows a window at a size and waits until it takes keys.
inline bool bringUp(QWidget& window, const QSize& size)
{
    window.resize(size);
    window.show();
    window.activateWindow();
    return QTest::qWaitForWindowActive(&window);
}

/// Whether a user's pointer would reach the widget at `place`: shown, enabled, scrolled to, nothing on top of
/// it.
inline bool isReachable(QWidget& widget, const QPoint& place)
{
    for (QWidget* w = widget.parentWidget(); w; w = w->parentWidget())
        if (auto* area = qobject_cast<QScrollArea*>(w)) area->ensureWidgetVisible(&widget, 0, 0);
    if (!widget.isVisible() || !widget.isEnabled()) return false;
    QWidget* window = widget.window();
    const QWidget* under = window->childAt(widget.mapTo(window, place));
    if (window == &widget) return !under;
    return under && (under == &widget || widget.isAncestorOf(under));
}

/// A click of the left button as a user does it; false, without a click, where the pointer cannot go.
inline bool clickAt(QWidget* widget, const QPoint& place)
{
    if (!widget) return false;
    for (QWidget* above = widget->parentWidget(); above; above = above->parentWidget())
        if (auto* area = qobject_cast<QScrollArea*>(above)) {
            // What was just unfolded is laid out before somebody scrolls to it; nothing else happens
            // meanwhile.
            for (int level = 0; level < 8; ++level)
                QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
            area->ensureWidgetVisible(widget);
        }
    if (!isReachable(*widget, place)) return false;
    QTest::mouseClick(widget, Qt::LeftButton, {}, place);
    return true;
}

inline bool click(QWidget* widget)
{
    return widget && clickAt(widget, widget->rect().center());
}

/// Nothing is drawn on it.
inline bool isOneColour(const QImage& picture)
{
    for (int y = 0; y < picture.height(); ++y)
        for (int x = 0; x < picture.width(); ++x)
            if (picture.pixel(x, y) != picture.pixel(0, 0)) return false;
    return true;
}

/// Presses at `from`, moves to `to` and, when `releases`, lets go there.
inline void drag(QWidget& widget, const QPoint& from, const QPoint& to, bool releases = true)
{
    QTest::mousePress(&widget, Qt::LeftButton, {}, from);
    QMouseEvent move(QEvent::MouseMove, to, widget.mapToGlobal(to), Qt::NoButton, Qt::LeftButton, {});
    QApplication::sendEvent(&widget, &move);
    if (releases) QTest::mouseRelease(&widget, Qt::LeftButton, {}, to);
}

/// The shown widget of a type that calls itself `name`, or null.
template <class T>
T* named(const QWidget& root, const QString& name)
{
    for (T* widget : root.findChildren<T*>())
        if (widget->accessibleName() == name && widget->isVisible()) return widget;
    return nullptr;
}

/// The shown button with that text, or null.
inline QAbstractButton* buttonOf(const QWidget& root, const QString& text)
{
    for (auto* button : root.findChildren<QAbstractButton*>())
        if (button->text() == text && button->isVisible()) return button;
    return nullptr;
}

/// Clicks into a field, replaces its text and ends with `end`.
inline bool type(QWidget* field, const QString& text, Qt::Key end = Qt::Key_Return)
{
    if (!click(field)) return false;
    QTest::keyClick(field, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(field, Qt::Key_Delete);
    // keyClicks() knows ASCII only
    for (const QChar c : text)
        QTest::sendKeyEvent(QTest::Click, field, Qt::Key_unknown, QString(c), Qt::NoModifier);
    QTest::keyClick(field, end);
    return true;
}

/// The texts that stick out of their widget, or whose widget sticks out of the column that scrolls it.
inline QStringList cutTexts(const QWidget& window)
{
    QStringList cut;
    for (const auto* widget : window.findChildren<QWidget*>()) {
        if (!widget->isVisible()) continue;
        const auto* label = qobject_cast<const QLabel*>(widget);
        const auto* button = qobject_cast<const QAbstractButton*>(widget);
        if (!label && !button) continue;
        const QString text = label ? label->text() : button->text();
        const bool isElided = label && label->sizePolicy().horizontalPolicy() == QSizePolicy::Ignored;
        if (text.isEmpty() || isElided) continue;
        bool isCut = widget->sizeHint().width() > widget->width();
        if (label && label->wordWrap()) isCut = label->heightForWidth(label->width()) > label->height();
        for (const QWidget* w = widget->parentWidget(); w; w = w->parentWidget())
            if (const auto* area = qobject_cast<const QScrollArea*>(w))
                isCut |= widget->mapTo(area->viewport(), QPoint(widget->width(), 0)).x() >
                         area->viewport()->width();
        if (isCut)
            cut << QStringLiteral("%1 (%2 × %3, needs %4)")
                       .arg(text)
                       .arg(widget->width())
                       .arg(widget->height())
                       .arg(widget->sizeHint().width());
    }
    return cut;
}

/// Whether all of a list's chosen text is seen beside its icon.
inline bool showsWhole(const QComboBox& box)
{
    QStyleOptionComboBox option;
    option.initFrom(&box);
    const QRect field =
        box.style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, &box);
    const bool hasIcon = !box.itemIcon(box.currentIndex()).isNull() && !box.property("hidesIcon").toBool();
    const int icon = hasIcon ? box.iconSize().width() + 4 : 0;
    return box.fontMetrics().horizontalAdvance(box.currentText()) + icon <= field.width();
}

/// What a user does not see all of: texts, fields, chips, lists and the track that are too narrow, and
/// whatever sticks out of the window or of the column that scrolls it.
inline QStringList cutThings(const QWidget& window)
{
    QStringList cut = cutTexts(window);
    const auto tell = [&](const QWidget& widget, const QString& what) {
        cut << QStringLiteral("%1 \"%2\" %3")
                   .arg(QLatin1String(widget.metaObject()->className()), widget.accessibleName(), what);
    };
    for (const auto* widget : window.findChildren<QWidget*>()) {
        if (!widget->isVisible() || widget->isWindow()) continue;
        const QScrollArea* area = nullptr;
        for (const QWidget* w = widget->parentWidget(); w && !area; w = w->parentWidget())
            area = qobject_cast<const QScrollArea*>(w);
        const QWidget* frame = area ? area->viewport() : &window;
        const bool isInside = frame->isAncestorOf(widget); // an area's bars are not
        const int right = isInside ? widget->mapTo(frame, QPoint(widget->width(), 0)).x() : 0;
        if (right > frame->width())
            tell(*widget, QStringLiteral("ends at %1 of %2").arg(right).arg(frame->width()));
        if (const auto* box = qobject_cast<const QComboBox*>(widget); box && !showsWhole(*box))
            tell(*box, QStringLiteral("cuts ") + box->currentText());
        if (const auto* edit = qobject_cast<const QLineEdit*>(widget);
            edit && edit->isEnabled() && !edit->text().isEmpty() && edit->text().size() < 12 &&
            edit->fontMetrics().horizontalAdvance(edit->text()) + 8 > edit->width())
            tell(*edit, QStringLiteral("cuts ") + edit->text());
        if (const auto* chip = qobject_cast<const Chip*>(widget);
            chip && chip->width() < chip->comfortableWidth())
            tell(*chip, QStringLiteral("has %1 of %2").arg(chip->width()).arg(chip->comfortableWidth()));
        if (qobject_cast<const Track*>(widget) && widget->width() < 160)
            tell(*widget, QStringLiteral("has %1 px").arg(widget->width()));
    }
    return cut;
}

/// What the keys come to, by Tab or by arrows, and that says nothing to a screen reader.
inline QStringList namelessStops(const QWidget& window)
{
    QStringList nameless;
    for (auto* widget : window.findChildren<QWidget*>()) {
        if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus || widget->focusProxy()) continue;
        const auto* spoken = QAccessible::queryAccessibleInterface(widget);
        if (!spoken || spoken->text(QAccessible::Name).isEmpty())
            nameless << QStringLiteral("%1 in %2")
                            .arg(QLatin1String(widget->metaObject()->className()),
                                 QLatin1String(widget->parentWidget()->metaObject()->className()));
    }
    return nameless;
}

/// Empty where everything of the window is seen and named once it has settled, else what is not.
inline QString notWhole(const QWidget& window)
{
    for (int level = 0; level < 8; ++level) // layouts answer layouts
        QCoreApplication::processEvents();
    return (cutThings(window) + namelessStops(window)).join(u'\n');
}

/// The columns language and size: both languages at the sizes of a window that are asked for.
inline void addWindowRows()
{
    QTest::addColumn<Language>("language");
    QTest::addColumn<QSize>("size");
    for (const QSize& size : {QSize(1024, 744), QSize(1366, 744), QSize(1920, 1056)}) {
        QTest::addRow("%d", size.width()) << Language::English << size;
        QTest::addRow("%d, Greek", size.width()) << Language::Greek << size;
    }
}

} // namespace hg::test
