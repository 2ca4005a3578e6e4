#include "ui/labs/autoencoder/sizes_card.h"

#include "ui/labs/autoencoder/ae_model.h"
#include "ui/labs/autoencoder/compared_model.h"
#include "ui/labs/autoencoder/sizes_view.h"
#include "ui/labs/autoencoder/stored_sizes.h"
#include "ui/runs/sizes_run.h"
#include "ui/theme/error_text.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace hg {

SizesCard::SizesCard(AeModel& model, QWidget* parent)
    : Panel(parent), m_model(model), m_view(new SizesView), m_source(new QLabel), m_train(new QPushButton)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 6, 0, 2);
    column->setSpacing(6);
    column->addWidget(m_view, 1);
    auto* row = new QHBoxLayout;
    m_source->setWordWrap(true);
    m_source->setProperty("look", QStringLiteral("muted"));
    row->addWidget(m_source, 1);
    row->addWidget(m_train);
    column->addLayout(row);
    connect(m_view, &SizesView::sizePicked, this, &SizesCard::pick);
    connect(m_train, &QPushButton::clicked, this, &SizesCard::toggle);
    translated([this] {
        m_view->setAccessibleName(tr("Error against the size of the bottleneck"));
        m_source->setToolTip(
            tr("Squared error a pixel on the held-out part. The stored table was trained on all digits "
               "to the end of the recipe; PCA is computed here."));
        m_train->setToolTip(
            tr("Trains these settings with 1 to 64 numbers, one after the other, beside the window"));
        refresh();
    });
}

void SizesCard::setStyle(const PaintStyle& style)
{
    m_style = style;
    m_view->setStyle(style);
    refresh();
}

void SizesCard::pick(int size)
{
    AutoencoderSetup setup = m_model.setup();
    setup.bottleneck = size;
    m_model.edit(setup, "bottleneck");
}

void SizesCard::toggle()
{
    SizesRun& sizes = m_model.compared().sizes();
    if (sizes.isTraining(m_model.setup())) return sizes.job().cancel();
    if (m_model.data()) sizes.train(m_model.setup(), m_model.data()->dataset);
}

void SizesCard::refresh()
{
    const LabData* loaded = m_model.data();
    if (!loaded) return;
    SizesView::Content content{.autoencoder = storedErrorsOf(m_model.setup()),
                               .size = m_model.setup().bottleneck};
    const bool isStored = !content.autoencoder.empty();
    if (!isStored) content.autoencoder = m_model.compared().sizes().errorsOf(m_model.setup());
    for (int k = 1; k <= std::min(mostNeuronsInLab, loaded->pca.count()); ++k)
        content.pca.push_back({k, loaded->pcaErrorOf(k)});
    const RunMoment& moment = m_model.moment();
    if (moment.model && moment.testError && moment.update > 0 && std::isfinite(*moment.testError))
        content.run = SizeError{moment.model->plan->codeSize(), *moment.testError};
    m_view->setContent(content);
    refreshSource(isStored, static_cast<int>(content.autoencoder.size()));
}

QString SizesCard::sourceText(bool isStored, int known) const
{
    SizesRun& sizes = m_model.compared().sizes();
    constexpr auto all = static_cast<int>(trainedSizes.size());
    if (isStored) return tr("Autoencoder: stored table (seed 1, the network’s own recipe)");
    if (sizes.isTraining(m_model.setup()))
        return tr("Training: %1 of %2 sizes, %3 %")
            .arg(known)
            .arg(all)
            .arg(std::lround(100 * std::max(0.0, sizes.job().share())));
    if (known == 0) return tr("PCA alone: no stored table for these settings, %1 runs").arg(all);
    if (sizes.problem()) return errorSentence(*sizes.problem());
    return tr("Autoencoder: %1 sizes, trained here").arg(known);
}

void SizesCard::refreshSource(bool isStored, int known)
{
    const bool isTraining = m_model.compared().sizes().isTraining(m_model.setup());
    const QString text = sourceText(isStored, known);
    if (m_source->text() != text) m_source->setText(text);
    const QString action = isTraining ? tr("Cancel") : tr("Train all sizes");
    if (m_train->text() != action) m_train->setText(action);
    m_train->setVisible(!isStored && (isTraining || known < static_cast<int>(trainedSizes.size())));
}

} // namespace hg
