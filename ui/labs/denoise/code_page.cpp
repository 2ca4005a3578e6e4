#include "ui/labs/denoise/code_page.h"

#include "ui/labs/denoise/denoise_model.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/map_view.h"

#include <QAbstractButton>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace hg {
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
    m_moved = m_model.movedCodes();
    m_map->setLabels(m_model.data()->dataset->test.labels);
    m_map->setClassNames(classNamesOf(m_model.data()->dataset->classNames));
    m_map->setPoints(m_moved.cloud, m_model.standing() == DenoiseModel::Standing::Running);
    const bool isPca = m_model.view().arrows == Denoiser::Pca;
    m_map->setAxisNames(isPca ? componentAxisNames() : codeAxisNames(0, 1, 2));
    refreshSentence();
    m_map->update();
}

void CodePage::refreshSentence()
{
    m_sentence->setText(movedText(m_style.texts, m_model.setup().kind, m_model.strength(), m_moved));
    m_map->setAccessibleDescription(m_sentence->text());
}

void CodePage::paintArrows(QPainter& p, const MapFrame& frame) const
{
    paintMovedCodes(p, frame, m_moved, m_model.data()->dataset->test.labels, m_style);
}

} // namespace hg
