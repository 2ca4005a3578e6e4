#include "ui/labs/denoise/code_page.h"

#include "ui/labs/denoise/denoise_model.h"
#include "ui/labs/denoise/denoise_words.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/map_view.h"

#include <QAbstractButton>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <cmath>

namespace hg {
namespace {

constexpr int arrows = 80, mapped = 2000; // held-out pictures, from the first on

/// How far the rows lie apart on average, as a share of how far the cloud's points lie from its middle.
double shareMoved(const std::vector<float>& from, const std::vector<float>& to,
                  const std::vector<float>& cloud)
{
    const std::size_t n = from.size() / 2, all = cloud.size() / 2;
    double moved = 0, meanX = 0, meanY = 0, spread = 0;
    for (std::size_t i = 0; i < n; ++i)
        moved += std::hypot(static_cast<double>(to[2 * i] - from[2 * i]),
                            static_cast<double>(to[2 * i + 1] - from[2 * i + 1]));
    for (std::size_t i = 0; i < all; ++i) {
        meanX += static_cast<double>(cloud[2 * i]) / static_cast<double>(all);
        meanY += static_cast<double>(cloud[2 * i + 1]) / static_cast<double>(all);
    }
    for (std::size_t i = 0; i < all; ++i)
        spread += std::hypot(static_cast<double>(cloud[2 * i]) - meanX,
                             static_cast<double>(cloud[2 * i + 1]) - meanY);
    return spread > 0 && n > 0 ? moved / static_cast<double>(n) / (spread / static_cast<double>(all)) : 0;
}

} // namespace

CodePage::CodePage(DenoiseModel& model)
    : DenoisePage(model)
    , m_pages(new QStackedWidget)
    , m_denoisers(new Segmented(3))
    , m_map(new MapView)
    , m_sentence(new QLabel)
    , m_reason(new QLabel)
    , m_useTwo(new QPushButton)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_pages);
    m_pages->addWidget(buildMap());
    m_pages->addWidget(buildOffer());
    connect(m_denoisers, &Segmented::chosen, &model,
            [&model](int i) { model.followCodes(static_cast<Denoiser>(i)); });
    connect(m_useTwo, &QPushButton::clicked, &model, [&model] {
        DenoiseSetup setup = model.setup();
        setup.network.bottleneck = 2;
        model.edit(setup);
    });
    connect(&model, &DenoiseModel::viewChanged, this, &CodePage::follow);
    m_map->setLayers({}, [this](QPainter& p, const MapFrame& frame) { paintArrows(p, frame); });
    translated([this] {
        m_denoisers->setTexts({tr("autoencoder"), tr("noise-trained"), tr("PCA")});
        m_denoisers->setAccessibleName(tr("Whose code"));
        m_map->setAccessibleName(tr("Codes of clean pictures, with arrows to those of the noisy ones"));
        m_reason->setText(tr("The map is a plane: it needs a code of two numbers."));
        m_useTwo->setText(tr("Bottleneck 2"));
        follow();
    });
}

QWidget* CodePage::buildMap()
{
    auto* card = new QFrame;
    card->setProperty("look", QStringLiteral("card"));
    auto* column = new QVBoxLayout(card);
    column->setContentsMargins(14, 8, 12, 8);
    auto* row = new QHBoxLayout;
    row->addWidget(m_denoisers);
    row->addSpacing(12);
    m_sentence->setWordWrap(true);
    row->addWidget(m_sentence, 1);
    column->addLayout(row);
    column->addWidget(m_map, 1);
    return card;
}

QWidget* CodePage::buildOffer()
{
    auto* offer = new QWidget;
    auto* column = new QVBoxLayout(offer);
    column->addStretch();
    column->addWidget(m_reason, 0, Qt::AlignHCenter);
    column->addWidget(m_useTwo, 0, Qt::AlignHCenter);
    column->addStretch();
    return offer;
}

void CodePage::setStyle(const PaintStyle& style)
{
    m_style = style;
    m_map->setStyle(style, Role::Code, false);
    follow();
}

void CodePage::refresh()
{
    const bool isPlane = m_model.setup().network.bottleneck == 2;
    m_pages->setCurrentIndex(isPlane ? 0 : 1);
    m_denoisers->setCurrent(static_cast<int>(m_model.view().arrows));
    if (!isPlane) return;
    const MovedCodes moved = m_model.movedCodes(mapped, arrows);
    m_codes = moved.cloud;
    m_clean = moved.clean;
    m_noisy = moved.noisy;
    m_map->setLabels(m_model.data()->dataset->test.labels);
    m_map->setPoints(m_codes, m_model.standing() == DenoiseModel::Standing::Running);
    const bool isPca = m_model.view().arrows == Denoiser::Pca;
    m_map->setAxisNames(isPca ? tr("PC 1") : tr("z₁"), isPca ? tr("PC 2") : tr("z₂"));
    refreshSentence();
    m_map->update();
}

void CodePage::refreshSentence()
{
    if (!m_codes || m_clean.empty()) return m_sentence->setText(tr("…"));
    const double share = shareMoved(m_clean, m_noisy, *m_codes);
    m_sentence->setText(tr("%1: on average the noise moves a code by %2 % of the cloud’s radius.")
                            .arg(strengthText(m_style.texts, m_model.setup().kind, m_model.strength()))
                            .arg(std::lround(100 * share)));
    m_map->setAccessibleDescription(m_sentence->text());
}

void CodePage::paintArrows(QPainter& p, const MapFrame& frame) const
{
    constexpr double head = 6, opening = 0.45;
    const auto& labels = m_model.data()->dataset->test.labels;
    for (std::size_t i = 0; i + 1 < m_clean.size(); i += 2) {
        const QPointF from =
                          frame.toPixel(static_cast<double>(m_clean[i]), static_cast<double>(m_clean[i + 1])),
                      to =
                          frame.toPixel(static_cast<double>(m_noisy[i]), static_cast<double>(m_noisy[i + 1]));
        const std::size_t label = i / 2 < labels.size() ? static_cast<std::size_t>(labels[i / 2]) % 10 : 0;
        const QColor colour = labels.empty() ? m_style.theme.ink : m_style.theme.classes[label].fill;
        p.setPen(QPen(colour, m_style.px(1.8)));
        p.drawLine(from, to);
        const double angle = std::atan2(from.y() - to.y(), from.x() - to.x());
        if (std::hypot(to.x() - from.x(), to.y() - from.y()) > m_style.px(head))
            for (const double side : {-opening, opening})
                p.drawLine(to,
                           to + m_style.px(head) * QPointF(std::cos(angle + side), std::sin(angle + side)));
        p.setPen(QPen(m_style.theme.surface, 1));
        p.setBrush(colour);
        p.drawEllipse(from, m_style.px(3.5), m_style.px(3.5));
    }
}

} // namespace hg
