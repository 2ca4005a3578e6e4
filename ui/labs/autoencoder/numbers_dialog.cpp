#include "ui/labs/autoencoder/numbers_dialog.h"

#include "ui/labs/autoencoder/ae_model.h"
#include "ui/widgets/controls.h"

#include <QComboBox>
#include <QEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <array>

namespace hg {

NumbersDialog::NumbersDialog(AeModel& model, QWidget* parent)
    : QDialog(parent)
    , m_model(model)
    , m_what(new QComboBox)
    , m_part(new Segmented(2))
    , m_kind(new Segmented(2))
    , m_whatName(nullptr)
    , m_partName(nullptr)
    , m_kindName(nullptr)
    , m_sentence(new QLabel)
    , m_close(new QPushButton)
    , m_save(new QPushButton)
{
    setWindowModality(Qt::WindowModal);
    auto* form = new Form;
    m_whatName = form->addGroup();
    form->addWide(m_what);
    m_partName = form->addGroup();
    form->addWide(m_part);
    m_kindName = form->addGroup();
    form->addWide(m_kind);
    m_sentence->setProperty("look", QStringLiteral("muted"));
    m_sentence->setWordWrap(true);
    m_sentence->setMinimumHeight(2 * m_sentence->fontMetrics().lineSpacing()); // nothing jumps
    form->addWide(m_sentence);
    form->setMinimumWidth(420);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(18, 0, 18, 0);
    row->addStretch();
    row->addWidget(m_close);
    row->addWidget(m_save);
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(6, 4, 6, 14);
    rows->addWidget(form);
    rows->addLayout(row);
    m_save->setProperty("look", QStringLiteral("primary"));
    m_close->setAutoDefault(false);
    m_save->setDefault(true);
    for (int i = 0; i < AeNumbers::whatCount; ++i)
        if (m_model.numbers().has(static_cast<AeNumbers::What>(i)))
            m_offered.push_back(static_cast<AeNumbers::What>(i));
    m_part->setCurrent(m_model.mapsTraining() ? 1 : 0);
    m_kind->setCurrent(0);
    retranslate();
    connect(m_what, &QComboBox::currentIndexChanged, this, &NumbersDialog::refresh);
    connect(m_part, &Segmented::chosen, this, &NumbersDialog::refresh);
    connect(m_kind, &Segmented::chosen, this, &NumbersDialog::refresh);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &NumbersDialog::chooseFile);
    connect(&m_model, &AeModel::momentChanged, this, &NumbersDialog::refresh);
}

void NumbersDialog::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) retranslate();
    QDialog::changeEvent(event);
}

void NumbersDialog::retranslate()
{
    setWindowTitle(tr("Save numbers"));
    m_whatName->setText(tr("What"));
    m_partName->setText(tr("Of which samples"));
    m_kindName->setText(tr("Kind of file"));
    const std::array names{tr("Codes"), tr("Pictures rebuilt from them"), tr("Codes turned onto PCA’s map"),
                           tr("PCA’s scores"), tr("Places on the MDS map")};
    const int before = m_what->currentIndex();
    {
        const QSignalBlocker quiet(m_what);
        m_what->clear();
        for (const AeNumbers::What what : m_offered)
            m_what->addItem(names[static_cast<std::size_t>(what)]);
        m_what->setCurrentIndex(std::max(0, before));
    }
    m_what->setAccessibleName(m_whatName->text());
    m_part->setTexts({tr("Held out"), tr("Trained on")});
    m_kind->setTexts({QStringLiteral("CSV"), QStringLiteral(".npy")});
    m_close->setText(tr("Close"));
    m_save->setText(tr("Save…"));
    refresh();
}

AeNumbers::Choice NumbersDialog::choice() const
{
    const auto index = static_cast<std::size_t>(std::max(0, m_what->currentIndex()));
    const AeNumbers::What what = m_offered.empty() ? AeNumbers::What::Codes : m_offered[index];
    return {what, m_part->current() == 1 && m_model.numbers().hasTraining(what)};
}

QString NumbersDialog::ending() const
{
    return m_kind->current() == 1 ? QStringLiteral("npy") : QStringLiteral("csv");
}

/// What is going to be in the file.
void NumbersDialog::refresh()
{
    const bool isPossible = m_model.numbers().isPossible() && !m_offered.empty();
    m_save->setEnabled(isPossible);
    if (!isPossible) return m_sentence->clear();
    const AeNumbers::Choice chosen = choice();
    m_part->button(1)->setEnabled(m_model.numbers().hasTraining(chosen.what));
    const int rows = m_model.numbers().rows(chosen), columns = m_model.numbers().columns(chosen);
    const QString counts = m_model.texts().grouped(rows);
    const bool hasLabels = m_kind->current() == 0 && m_model.numbers().hasLabels(chosen);
    m_sentence->setText(
        (hasLabels ? tr("%1 rows of %n numbers, the label behind them, after update %2.", nullptr, columns)
                   : tr("%1 rows of %n numbers, after update %2.", nullptr, columns))
            .arg(counts, m_model.texts().grouped(m_model.moment().update)));
}

void NumbersDialog::chooseFile()
{
    const AeNumbers::Choice chosen = choice();
    auto* chooser =
        new QFileDialog(parentWidget(), tr("Save numbers"), m_model.context().settings.openFolder());
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setAcceptMode(QFileDialog::AcceptSave);
    chooser->setDefaultSuffix(ending());
    chooser->selectFile(AeNumbers::proposedName(chosen) + u'.' + ending());
    connect(chooser, &QFileDialog::fileSelected, &m_model,
            [&model = m_model, chosen](const QString& path) { model.numbers().save(path, chosen); });
    accept();
    chooser->open();
}

} // namespace hg
