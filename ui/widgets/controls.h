#pragma once

#include "ui/widgets/panel.h"
#include "ui/widgets/remark.h"

#include <QCheckBox>
#include <QStringList>

class QAbstractButton;
class QBoxLayout;
class QButtonGroup;
class QComboBox;
class QFrame;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace hg {

/// Lets Tab stop at the chosen button of an exclusive group, whichever way it was chosen; the arrow keys go
/// from there.
void keepTabAtChosen(QButtonGroup& group);

/// A list for a form's row: its entries do not widen it.
QComboBox* newList(QWidget* parent);
/// Gives a button the room of the longest of the texts that it will have, so that nothing moves.
void fitTo(QPushButton& button, const QStringList& texts);

/// A row of joined buttons of which one is chosen.
class Segmented : public QWidget {
    Q_OBJECT

public:
    explicit Segmented(int count, QWidget* parent = nullptr);

    void setTexts(const QStringList& texts);
    int current() const;
    /// Chooses without the signal. −1 chooses none.
    void setCurrent(int index);
    void setButtonVisible(int index, bool isVisible);
    QAbstractButton* button(int index) const;

Q_SIGNALS:
    void chosen(int index);

private:
    void placeButtons();
    QButtonGroup* m_group;
};

/// A number field with two arrows: keys, wheel and typing. What is typed is checked when it is finished; a
/// wrong text is marked, told by problemFound(), and the last good value stays; problemSolved() when the mark
/// goes.
class Stepper : public QWidget {
    Q_OBJECT

public:
    explicit Stepper(QWidget* parent = nullptr);

    void setRange(double least, double most, double step = 1, int decimals = 0);
    /// Arrows multiply and divide by `factor` instead of adding: for learning rates.
    void setFactor(double factor) { m_factor = factor; }
    /// The wheel adds less than the arrows do.
    void setWheelStep(double step) { m_wheelStep = step; }
    /// So many decimals, whatever the value: for numbers that stand below each other.
    void setPlaces(int places);
    double value() const { return m_value; }
    /// Shows a value without the signal.
    void setValue(double value);
    void setName(const QString& name);
    /// Where room is short, keys and wheel are enough.
    void setArrowsShown(bool areShown);
    /// The arrows above each other, at half the height: for fields that stand close together.
    void stackArrows();
    QLineEdit* edit() const { return m_edit; }

Q_SIGNALS:
    void changed(double value);
    void problemFound(const QString& sentence);
    void problemSolved();

protected:
    bool eventFilter(QObject* object, QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    void stepBy(int direction, double step);
    void finishTyping();
    void adopt(double value);
    void showValue();
    void setMarked(bool isInvalid);
    void refreshIcons();

    QLineEdit* m_edit;
    QToolButton* m_up;
    QToolButton* m_down;
    double m_value = 1, m_least = 1, m_most = 99, m_step = 1, m_factor = 1;
    double m_wheelStep = 0; ///< 0: as the arrows
    int m_decimals = 0;
    bool m_hasPlaces = false; ///< m_decimals are places, not digits
};

/// An on/off switch: a check box to screen readers. toggled() tells what the user does, not setOn().
class Switch : public QCheckBox {
    Q_OBJECT

public:
    explicit Switch(QWidget* parent = nullptr);

    bool isOn() const { return isChecked(); }
    void setOn(bool isOn);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool hitButton(const QPoint& place) const override { return rect().contains(place); }
};

/// The inspector's form: group headings and rows of a label and a control.
class Form : public Panel {
    Q_OBJECT

public:
    explicit Form(QWidget* parent = nullptr);

    /// A label whose text the caller keeps translated.
    QLabel* addGroup();
    QLabel* addRow(QWidget* control);
    void addWide(QWidget* control);
    void addStretch();
    QVBoxLayout* column() const { return m_column; }

private:
    QVBoxLayout* m_column;
};

/// Says what is wrong in one sentence and offers ways out, or is hidden.
class Notice : public Panel {
    Q_OBJECT

public:
    explicit Notice(QWidget* parent = nullptr);

    void showProblem(const QString& sentence, const QList<Offer>& offers = {});
    /// The same, or nothing where the remark is empty.
    void showRemark(const Remark& remark);
    void clear();
    QString text() const;

private:
    void dropOffers();
    void setLook(const char* name);

    QFrame* m_frame;
    QLabel* m_text;
    QBoxLayout* m_layout;
    QHBoxLayout* m_row; ///< of the offers
    QList<QPushButton*> m_buttons;
};

} // namespace hg
