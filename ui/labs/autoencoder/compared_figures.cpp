#include "ui/labs/autoencoder/compared_figures.h"

#include "ui/labs/autoencoder/ae_model.h"
#include "ui/labs/autoencoder/compared_model.h"
#include "ui/labs/autoencoder/loss_curves.h"
#include "ui/labs/autoencoder/plane_gauge.h"
#include "ui/labs/autoencoder/stress_view.h"
#include "ui/widgets/steady.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <cmath>

namespace hg {
namespace {

constexpr int errorPlaces = 4, stressPlaces = 3;
constexpr int roomy = 310; // pixels in which large numbers fit

} // namespace

ComparedFigures::ComparedFigures(AeModel& model, QWidget* parent)
    : Panel(parent)
    , m_model(model)
    , m_parts(new QBoxLayout(QBoxLayout::TopToBottom, this))
    , m_head(new QLabel)
    , m_below(new QStackedWidget)
    , m_gauge(new PlaneGauge)
    , m_loss(new LossView)
    , m_stress(new StressView)
{
    m_parts->setContentsMargins(0, 2, 0, 0);
    m_parts->setSpacing(4);
    auto* column = new QVBoxLayout;
    column->setSpacing(1);
    m_head->setWordWrap(true);
    m_head->setProperty("look", QStringLiteral("group"));
    column->addWidget(m_head);
    auto* numbers = new QHBoxLayout;
    numbers->setSpacing(18);
    for (Figure& figure : m_figures) {
        auto* value = new QLabel;
        figure = {value, new QLabel, new Steady(value), new QWidget};
        auto* pair = new QVBoxLayout(figure.box);
        pair->setContentsMargins(0, 0, 0, 0);
        pair->setSpacing(0);
        pair->addWidget(figure.room);
        pair->addWidget(figure.name);
        numbers->addWidget(figure.box);
    }
    numbers->addStretch();
    column->addLayout(numbers);
    column->addStretch();
    m_parts->addLayout(column);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_gauge, m_loss, m_stress})
        m_below->addWidget(widget);
    m_parts->addWidget(m_below, 1);
    translated([this] { refresh(); });
}

void ComparedFigures::setWide(bool isWide)
{
    m_parts->setDirection(isWide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_parts->setSpacing(isWide ? 40 : 4);
    m_isWide = isWide;
    m_gauge->setLarge(isWide);
    styleNumbers();
}

void ComparedFigures::setStyle(const PaintStyle& style)
{
    m_style = style;
    styleNumbers();
    PaintStyle onStage = style;
    onStage.theme.surface = style.theme.stage;
    m_gauge->setStyle(onStage);
    m_stress->setStyle(onStage);
    m_loss->setStyle(onStage);
    refresh();
}

/// Of the digits one is the widest.
QString ComparedFigures::widestError(int pixels) const
{
    const QFontMetrics metrics(m_style.font(pixels, QFont::Bold));
    QString widest;
    for (int digit = 1; digit < 10; ++digit)
        if (const QString text = m_style.texts.number(digit * 0.0111, errorPlaces);
            metrics.horizontalAdvance(text) > metrics.horizontalAdvance(widest))
            widest = text;
    return widest;
}

/// Three numbers beside each other have to be smaller where the room is small.
void ComparedFigures::styleNumbers()
{
    const int large = m_isWide ? 50 : 30, small = m_isWide ? 32 : 22;
    m_isSmall = width() < m_style.px(roomy);
    const std::array colours{m_style.theme.role(Role::Code).text, m_style.theme.ink, m_style.theme.muted};
    for (std::size_t i = 0; i < m_figures.size(); ++i) {
        m_figures[i].value->setStyleSheet(m_style.boldLabel(colours[i], m_isSmall ? small : large));
        m_figures[i].name->setStyleSheet(m_style.boldLabel(colours[i], 14));
        // A number that is not yet known takes as much room as the widest.
        m_figures[i].room->setWidest(widestError(m_isSmall ? small : large));
    }
}

void ComparedFigures::resizeEvent(QResizeEvent* event)
{
    Panel::resizeEvent(event);
    if (m_isSmall != (width() < m_style.px(roomy))) styleNumbers();
}

void ComparedFigures::say(std::size_t figure, const QString& value, const QString& name)
{
    m_figures[figure].value->setText(value);
    if (m_figures[figure].name->text() != name) m_figures[figure].name->setText(name);
}

void ComparedFigures::refresh()
{
    if (!m_model.data() || !m_model.moment().model) return;
    const bool isMds = m_model.view().beside == Beside::Mds;
    m_figures[2].box->setVisible(isMds);
    isMds ? refreshStresses() : refreshErrors();
}

void ComparedFigures::refreshErrors()
{
    const RunMoment& moment = m_model.moment();
    const auto pca = m_model.pcaError();
    const QString pattern =
        m_model.showsDigits() ? tr("error on %1 held-out digits") : tr("error on %1 held-out samples");
    const QString head = pattern.arg(m_style.texts.grouped(m_model.data()->dataset->test.count));
    if (m_head->text() != head) m_head->setText(head);
    m_head->setToolTip(m_model.data()->dataset->test.shape.height > 1 ? tr("squared, per pixel")
                                                                      : tr("squared, per number"));
    const bool isLinear = moment.model->plan->network().network.isLinear();
    say(0, moment.testError ? m_style.texts.glance(*moment.testError, errorPlaces) : QStringLiteral("…"),
        isLinear && !m_isSmall ? tr("linear autoencoder") : tr("autoencoder"));
    say(1, pca ? m_style.texts.number(*pca, errorPlaces) : QStringLiteral("–"),
        tr("PCA, %n components", nullptr, m_model.run().setup().bottleneck));
    const auto angles = m_model.angles(moment);
    m_below->setCurrentWidget(angles.empty() ? static_cast<QWidget*>(m_loss) : m_gauge);
    if (!angles.empty()) {
        const bool isKnown = moment.testError && pca && *pca > 0;
        m_gauge->setReading(angles, isKnown ? std::optional(*moment.testError / *pca - 1) : std::nullopt);
    } else if (m_model.snapshot()) {
        m_loss->setCurves(lossCurvesOf(m_model, m_style.texts));
    }
}

void ComparedFigures::refreshStresses()
{
    MdsRun& mds = m_model.compared().mds();
    const auto number = [this](std::optional<double> value) {
        return value ? m_style.texts.number(*value, stressPlaces) : QStringLiteral("…");
    };
    const QString head = tr("stress: 0 = every distance kept");
    if (m_head->text() != head) m_head->setText(head);
    say(0, number(mds.otherStress()), tr("bottleneck"));
    say(1, number(mds.moment() ? std::optional(mds.moment()->stress) : std::nullopt), tr("MDS"));
    say(2, number(mds.pcaStress()), tr("PCA"));
    m_below->setCurrentWidget(m_stress);
    m_stress->setStresses(mds.stresses(), mds.isDone());
}

} // namespace hg
