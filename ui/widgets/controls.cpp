#include "ui/widgets/controls.h"

#include "ui/theme/icons.h"
#include "ui/theme/texts.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QComboBox>
#include <QFontMetrics>
#include <QFrame>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPainter>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace hg {

namespace {

// Of a notice's frame: something is wrong, or waits.
constexpr const char *problemLook = "notice", *waitingLook = "pending";

void moveTab(const QButtonGroup& group)
{
    for (auto* button : group.buttons()) {
        const bool isStop = button->isChecked() || !group.checkedButton();
        button->setFocusPolicy(isStop ? Qt::StrongFocus : Qt::ClickFocus);
    }
}

} // namespace

QComboBox* newList(QWidget* parent)
{
    auto* box = new QComboBox(parent);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(9);
    return box;
}

void fitTo(QPushButton& button, const QStringList& texts)
{
    const QString now = button.text();
    int wide = 0;
    for (const QString& text : texts) {
        button.setText(text);
        wide = std::max(wide, button.sizeHint().width());
    }
    button.setText(now);
    button.setMinimumWidth(wide);
}

void keepTabAtChosen(QButtonGroup& group)
{
    QObject::connect(&group, &QButtonGroup::idToggled, &group, [&group] { moveTab(group); });
}

Segmented::Segmented(int count, QWidget* parent) : QWidget(parent), m_group(new QButtonGroup(this))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    for (int i = 0; i < count; ++i) {
        auto* button = new QPushButton(this);
        button->setCheckable(true);
        button->setAutoDefault(false); // in a dialog Return is the dialog's
        button->setProperty("look", QStringLiteral("segment"));
        m_group->addButton(button, i);
        row->addWidget(button);
    }
    placeButtons();
    keepTabAtChosen(*m_group);
    connect(m_group, &QButtonGroup::idClicked, this, &Segmented::chosen);
}

/// The ends of the row are round, whichever buttons are shown.
void Segmented::placeButtons()
{
    QList<QAbstractButton*> shown;
    for (auto* b : m_group->buttons())
        if (!b->isHidden()) shown << b;
    for (auto* b : shown) {
        const bool isFirst = b == shown.first(), isLast = b == shown.last();
        const QString place = isFirst && isLast ? QStringLiteral("only")
                              : isFirst         ? QStringLiteral("first")
                              : isLast          ? QStringLiteral("last")
                                                : QStringLiteral("middle");
        if (b->property("place") == place) continue;
        b->setProperty("place", place);
        style()->unpolish(b);
        style()->polish(b);
    }
}

void Segmented::setTexts(const QStringList& texts)
{
    // The chosen one is set in bold: room for that, so that nothing is cut and nothing jumps.
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    constexpr int padding = 24;
    for (int i = 0; i < texts.size(); ++i) {
        button(i)->setText(texts.at(i));
        button(i)->setMinimumWidth(QFontMetrics(bold).horizontalAdvance(texts.at(i)) + padding);
    }
}

int Segmented::current() const
{
    return m_group->checkedId();
}

void Segmented::setCurrent(int index)
{
    if (index >= 0) {
        button(index)->setChecked(true);
        return;
    }
    m_group->setExclusive(false);
    for (auto* b : m_group->buttons())
        b->setChecked(false);
    m_group->setExclusive(true);
}

void Segmented::setButtonVisible(int index, bool isVisible)
{
    if (button(index)->isHidden() != isVisible) return;
    button(index)->setVisible(isVisible);
    placeButtons();
}

QAbstractButton* Segmented::button(int index) const
{
    return m_group->button(index);
}

Stepper::Stepper(QWidget* parent)
    : QWidget(parent), m_edit(new QLineEdit(this)), m_up(new QToolButton(this)), m_down(new QToolButton(this))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2);
    row->addWidget(m_edit);
    for (auto* arrow : {m_down, m_up}) {
        arrow->setProperty("look", QStringLiteral("flat"));
        arrow->setAutoRepeat(true);
        arrow->setFocusPolicy(Qt::NoFocus); // the field itself has the arrow keys
        row->addWidget(arrow);
    }
    m_edit->setAlignment(Qt::AlignRight);
    m_edit->setFixedWidth(72);
    m_edit->installEventFilter(this);
    setFocusProxy(m_edit);
    connect(m_up, &QToolButton::clicked, this, [this] { stepBy(1, m_step); });
    connect(m_down, &QToolButton::clicked, this, [this] { stepBy(-1, m_step); });
    connect(m_edit, &QLineEdit::editingFinished, this, &Stepper::finishTyping);
    connect(m_edit, &QLineEdit::textEdited, this, [this] { setMarked(false); });
    refreshIcons();
}

void Stepper::setRange(double least, double most, double step, int decimals)
{
    m_least = least;
    m_most = most;
    m_step = step;
    m_decimals = decimals;
    showValue();
}

void Stepper::setPlaces(int places)
{
    m_decimals = places;
    m_hasPlaces = true;
    showValue();
}

void Stepper::setValue(double value)
{
    m_value = value;
    showValue();
}

void Stepper::setName(const QString& name)
{
    m_edit->setAccessibleName(name);
    m_up->setAccessibleName(tr("%1: more").arg(name));
    m_down->setAccessibleName(tr("%1: less").arg(name));
}

void Stepper::setArrowsShown(bool areShown)
{
    m_up->setVisible(areShown);
    m_down->setVisible(areShown);
}

void Stepper::stackArrows()
{
    auto* column = new QVBoxLayout;
    column->setSpacing(0);
    for (auto* arrow : {m_up, m_down}) {
        layout()->removeWidget(arrow);
        arrow->setProperty("look", QStringLiteral("slim"));
        arrow->setFixedSize(18, 14);
        column->addWidget(arrow);
    }
    static_cast<QBoxLayout*>(layout())->addLayout(column);
}

bool Stepper::eventFilter(QObject* object, QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride && !m_edit->isModified()) {
        // Unless something is being typed, undo and redo are the lab's, not the field's.
        auto* keys = static_cast<QKeyEvent*>(event);
        if (keys->matches(QKeySequence::Undo) || keys->matches(QKeySequence::Redo)) {
            event->ignore();
            return true;
        }
    }
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Up || key == Qt::Key_Down) {
            stepBy(key == Qt::Key_Up ? 1 : -1, m_step);
            return true;
        }
    }
    return QWidget::eventFilter(object, event);
}

void Stepper::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange) refreshIcons();
    if (event->type() == QEvent::LocaleChange || event->type() == QEvent::LanguageChange) showValue();
    QWidget::changeEvent(event);
}

void Stepper::wheelEvent(QWheelEvent* event)
{
    // Only a field that is being used reacts: a page that scrolls under the pointer must not change numbers.
    if (!m_edit->hasFocus()) return event->ignore();
    stepBy(event->angleDelta().y() > 0 ? 1 : -1, m_wheelStep > 0 ? m_wheelStep : m_step);
    event->accept();
}

void Stepper::stepBy(int direction, double step)
{
    setMarked(false);
    const double next = m_factor > 1 ? m_value * std::pow(m_factor, direction) : m_value + direction * step;
    adopt(std::clamp(m_decimals > 0 ? next : std::round(next), m_least, m_most));
}

void Stepper::finishTyping()
{
    if (!m_edit->isModified()) return; // the text may be shorter than the value that it shows
    const auto typed = numberIn(m_edit->text());
    const bool isWhole = typed && (m_decimals > 0 || *typed == std::floor(*typed));
    if (isWhole && *typed >= m_least && *typed <= m_most) {
        setMarked(false);
        adopt(*typed);
        return;
    }
    setMarked(true);
    Q_EMIT problemFound((m_decimals > 0 ? tr("“%1” is not a number from %2 to %3")
                                        : tr("“%1” is not a whole number from %2 to %3"))
                            .arg(m_edit->text(), withRealMinus(QLocale().toString(m_least)),
                                 withRealMinus(QLocale().toString(m_most))));
}

void Stepper::adopt(double value)
{
    const bool isNew = value != m_value;
    m_value = value;
    showValue();
    if (isNew) Q_EMIT changed(value);
}

void Stepper::showValue()
{
    QLocale locale;
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    m_edit->setText(withRealMinus(m_decimals > 0
                                      ? locale.toString(m_value, m_hasPlaces ? 'f' : 'g', m_decimals)
                                      : locale.toString(static_cast<qlonglong>(m_value))));
    setMarked(false);
}

void Stepper::setMarked(bool isInvalid)
{
    if (m_edit->property("invalid").toBool() == isInvalid) return;
    m_edit->setProperty("invalid", isInvalid);
    m_edit->style()->unpolish(m_edit);
    m_edit->style()->polish(m_edit);
    if (!isInvalid) Q_EMIT problemSolved();
}

void Stepper::refreshIcons()
{
    const QColor ink = palette().color(QPalette::PlaceholderText);
    m_up->setIcon(glyphIcon(Glyph::Up, ink, 14));
    m_down->setIcon(glyphIcon(Glyph::Down, ink, 14));
}

Switch::Switch(QWidget* parent) : QCheckBox(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void Switch::setOn(bool isOn)
{
    const QSignalBlocker isSilent(this);
    setChecked(isOn);
}

QSize Switch::sizeHint() const
{
    return {44, 26};
}

void Switch::paintEvent(QPaintEvent*)
{
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    const QRectF track = QRectF(rect()).adjusted(3, 3, -3, -3);
    p.setPen(hasFocus() ? QPen(palette().color(QPalette::Link), 2) : QPen(Qt::NoPen));
    p.setBrush(palette().color(isOn() ? QPalette::Highlight : QPalette::PlaceholderText));
    p.drawRoundedRect(track, track.height() / 2, track.height() / 2);
    p.setPen(Qt::NoPen);
    p.setBrush(Qt::white);
    const double radius = track.height() / 2 - 3;
    p.drawEllipse(
        QPointF(isOn() ? track.right() - radius - 3 : track.left() + radius + 3, track.center().y()), radius,
        radius);
}

void Switch::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return)
        click();
    else
        QCheckBox::keyPressEvent(event);
}

Form::Form(QWidget* parent) : Panel(parent), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(14, 14, 14, 14);
    m_column->setSpacing(9);
}

QLabel* Form::addGroup()
{
    auto* label = new QLabel(this);
    label->setProperty("look", QStringLiteral("group"));
    if (m_column->count() > 0) m_column->addSpacing(8);
    m_column->addWidget(label);
    return label;
}

QLabel* Form::addRow(QWidget* control)
{
    auto* row = new QHBoxLayout;
    auto* label = new QLabel(this);
    label->setBuddy(control);
    row->addWidget(label);
    row->addStretch();
    row->addWidget(control);
    m_column->addLayout(row);
    return label;
}

void Form::addWide(QWidget* control)
{
    m_column->addWidget(control);
}

void Form::addStretch()
{
    m_column->addStretch();
}

Notice::Notice(QWidget* parent)
    : Panel(parent)
    , m_frame(new QFrame(this))
    , m_text(new QLabel)
    , m_layout(new QBoxLayout(QBoxLayout::LeftToRight))
    , m_row(new QHBoxLayout)
{
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    m_frame->setProperty("look", QString::fromLatin1(problemLook));
    outer->addWidget(m_frame);
    m_frame->setLayout(m_layout);
    m_layout->setContentsMargins(12, 8, 8, 8);
    m_text->setWordWrap(true);
    m_layout->addWidget(m_text, 1);
    m_layout->addLayout(m_row);
    m_row->addStretch();
    hide();
}

void Notice::showProblem(const QString& sentence, const QList<Offer>& offers)
{
    showRemark({sentence, offers});
}

void Notice::showRemark(const Remark& remark)
{
    if (remark.sentence.isEmpty()) return clear();
    setLook(remark.isFault ? problemLook : waitingLook);
    m_text->setText(remark.sentence);
    dropOffers();
    // Several would leave the sentence no room beside them.
    m_layout->setDirection(remark.offers.size() > 1 ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    for (const Offer& offer : remark.offers) {
        auto* button = new QPushButton(offer.text);
        button->setAutoDefault(false);
        connect(button, &QAbstractButton::clicked, this, offer.take);
        m_row->addWidget(button);
        m_buttons << button;
    }
    show();
}

void Notice::dropOffers()
{
    for (QPushButton* button : std::as_const(m_buttons)) {
        button->hide();
        button->deleteLater(); // it may be the one that is being clicked
    }
    m_buttons.clear();
}

void Notice::setLook(const char* name)
{
    const QString look = QString::fromLatin1(name);
    if (m_frame->property("look").toString() == look) return;
    m_frame->setProperty("look", look);
    m_frame->style()->polish(m_frame);
}

void Notice::clear()
{
    hide();
    m_text->clear();
    dropOffers();
}

QString Notice::text() const
{
    return isHidden() ? QString() : m_text->text();
}

} // namespace hg
