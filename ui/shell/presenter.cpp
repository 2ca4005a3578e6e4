#include "ui/shell/presenter.h"

#include "ui/lab/lab.h"
#include "ui/widgets/language_switch.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>

#include <algorithm>

namespace hg {
namespace {

constexpr int stageMargin = 16; // the stage stands as far from the edge
constexpr double scaleAtFullHd = 1.5, leastScale = 1.05, greatestScale = 4;

} // namespace

Presenter::Presenter(QWidget* parent)
    : Panel(parent)
    , m_row(new QHBoxLayout(this))
    , m_chips(new ChipRow(this))
    , m_language(new LanguageSwitch(this))
    , m_hint(new QLabel(this))
{
    m_hint->setProperty("look", QStringLiteral("muted"));
    m_row->addWidget(m_chips, 1);
    m_row->addWidget(m_language);
    m_row->addWidget(m_hint);
    connect(m_language, &LanguageSwitch::languageChosen, this, &Presenter::languageChosen);
    translated([this] { m_hint->setText(tr("Esc leaves")); });
    hide();
}

double Presenter::scaleOf(const QSize& size)
{
    const double share = std::min(size.width() / 1920.0, size.height() / 1080.0);
    return std::clamp(scaleAtFullHd * share, leastScale, greatestScale);
}

double Presenter::scale() const
{
    return isPresenting() ? scaleOf(window()->size()) : 1;
}

void Presenter::present(LabModel& model, LabStage& stage)
{
    if (isPresenting()) {
        m_stage->setPresented(false);
        m_model = &model;
        m_stage = &stage;
        return stage.setPresented(true);
    }
    QWidget* window = this->window();
    m_model = &model;
    m_stage = &stage;
    m_focus = window->focusWidget();
    m_state = window->windowState();
    m_normal = window->geometry();
    m_geometry = window->saveGeometry();
    m_scale = scale();
    stage.setPresented(true);
    showRest(false);
    window->installEventFilter(this);
    window->setWindowState(m_state | Qt::WindowFullScreen);
    stage.setFocus();
    Q_EMIT scaleChanged();
}

void Presenter::leave()
{
    if (!isPresenting()) return;
    QWidget* window = this->window();
    window->removeEventFilter(this);
    m_stage->setPresented(false);
    QWidget* focus = m_focus ? m_focus.data() : m_stage;
    m_stage = nullptr;
    showRest(true);
    window->setWindowState(m_state);
    if (!(m_state & (Qt::WindowMaximized | Qt::WindowFullScreen))) window->setGeometry(m_normal);
    focus->setFocus();
    Q_EMIT scaleChanged();
}

void Presenter::showRest(bool isShown)
{
    for (QWidget* widget : m_hidden)
        widget->setVisible(isShown);
    setVisible(!isShown);
}

QByteArray Presenter::windowGeometry() const
{
    return isPresenting() ? m_geometry : window()->saveGeometry();
}

bool Presenter::eventFilter(QObject* object, QEvent* event)
{
    // A screen's size is known only when the window has it, which may be later than asked for.
    if (event->type() == QEvent::Resize && isPresenting() && scale() != m_scale) {
        m_scale = scale();
        Q_EMIT scaleChanged();
    }
    return Panel::eventFilter(object, event);
}

void Presenter::refresh(const PaintStyle& style, const ChipContent& last)
{
    if (!isPresenting()) return;
    const double side = width() < 1200 ? 12 : 24; // where there is little room the chips need it
    const int margin = stageMargin + static_cast<int>(style.px(side)), gap = static_cast<int>(style.px(9));
    m_row->setContentsMargins(margin, static_cast<int>(style.px(14)), margin, gap / 2);
    m_row->setSpacing(gap);
    m_language->setLanguage(style.texts.language());
    auto chips = m_model->chips();
    chips.push_back(last);
    m_chips->setContents(std::move(chips), style);
    fitHint();
}

/// The chips are worth more room than the hint.
void Presenter::fitHint()
{
    const QMargins margins = m_row->contentsMargins();
    const int wide = margins.left() + margins.right() + m_language->sizeHint().width() +
                     m_hint->sizeHint().width() + m_chips->wholeWidth();
    m_hint->setVisible(wide + 2 * m_row->spacing() <= width());
}

void Presenter::resizeEvent(QResizeEvent* event)
{
    fitHint();
    Panel::resizeEvent(event);
}

bool Presenter::takesKey(QKeyEvent* event)
{
    if (!isPresenting()) return false;
    const bool isPlain = !(event->modifiers() & ~Qt::KeypadModifier);
    if (isPlain && event->key() >= Qt::Key_1 && event->key() <= Qt::Key_9)
        return m_chips->press(event->key() - Qt::Key_1);
    if (event->key() != Qt::Key_Escape) return false;
    leave();
    return true;
}

} // namespace hg
