#include "ui/labs/autoencoder/data_form.h"

#include "core/data/bundled_digits.h"
#include "core/data/drawings.h"
#include "core/data/made_set.h"
#include "ui/labs/autoencoder/ae_model.h"
#include "ui/painters/class_marks.h"

#include <QComboBox>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <set>

namespace hg {
namespace {

enum Row { SourceRow, FileRow, FolderRow }; // what a row of the list does
constexpr int kindRole = Qt::UserRole + 1;

QString classesText(const std::vector<int>& classes, const QStringList& names)
{
    QStringList texts;
    for (const int label : classes)
        texts << classText(label, names);
    return texts.join(QStringLiteral(", "));
}

/// A label by its name, or a number.
std::optional<int> labelIn(const QString& word, const QStringList& names)
{
    for (const auto how : {Qt::CaseSensitive, Qt::CaseInsensitive})
        for (qsizetype i = 0; i < names.size(); ++i)
            if (!names[i].isEmpty() && names[i].compare(word, how) == 0) return static_cast<int>(i);
    bool isWhole = false;
    const int label = word.toInt(&isWhole);
    return isWhole ? std::optional(label) : std::nullopt;
}

/// Labels between commas or semicolons, or blanks where classes have no names, which may hold some; nothing
/// for any other text.
std::optional<std::vector<int>> classesIn(const QString& text, const QStringList& names)
{
    static const QRegularExpression commas(QStringLiteral("[,;]+")), apart(QStringLiteral("[,;\\s]+"));
    std::set<int> classes;
    for (const QString& word : text.split(names.isEmpty() ? apart : commas, Qt::SkipEmptyParts)) {
        const QString name = word.trimmed();
        const auto label = labelIn(name, names);
        if (label) classes.insert(*label);
        if (!label && !name.isEmpty()) return std::nullopt;
    }
    return std::vector<int>(classes.begin(), classes.end());
}

bool isOwn(const DataRequest& request)
{
    return !fileOfData(request).empty();
}

} // namespace

DataForm::DataForm(AeModel& model, QWidget* parent) : Form(parent), m_model(model), m_source(newList(this))
{
    column()->setContentsMargins(0, 0, 0, 0);
    m_source->setMinimumContentsLength(14); // names of made sets and of files
    auto* name = addRow(m_source);
    connect(m_source, &QComboBox::activated, this, &DataForm::choose);
    connect(&m_model, &AeModel::setupChanged, this, &DataForm::refresh);
    connect(&m_model, &AeModel::confirmed, this, &DataForm::refresh); // a drawing was kept
    translated([=, this] {
        name->setText(tr("Data"));
        m_source->setAccessibleName(name->text());
        m_listed.reset();
        refresh();
    });
}

void DataForm::choose(int row)
{
    const auto kind = static_cast<Row>(m_source->itemData(row, kindRole).toInt());
    const DataRequest chosen(m_source->itemData(row).toString().toStdString());
    refresh(); // the list goes on showing what is there
    if (kind == FileRow) return Q_EMIT m_model.fileAsked();
    if (kind == FolderRow) return Q_EMIT m_model.folderAsked();
    if (chosen.source == m_model.wantedData().source) return;
    const DataRequest drawings = drawingsOf(m_model.drawingsFile());
    if (chosen.source == drawings.source) return m_model.openDataAnew(drawings);
    isOwn(chosen) ? m_model.openFile(QString::fromStdString(chosen.source)) : m_model.openData(chosen);
}

void DataForm::refresh()
{
    const DataRequest& shown = m_model.wantedData();
    const QString source = QString::fromStdString(shown.source);
    const Settings& settings = m_model.context().settings;
    Listed listed{source, settings.recentData(), QFileInfo(settings.drawingsFile()).lastModified()};
    if (m_listed != listed) {
        m_listed = std::move(listed);
        fill();
    }
    m_source->setCurrentIndex(m_source->findData(source));
    m_source->setToolTip(isOwn(shown) ? source : QString());
}

void DataForm::addSource(const std::string& source)
{
    m_source->addItem(dataName(source), QString::fromStdString(source));
    m_source->setItemData(m_source->count() - 1, SourceRow, kindRole);
}

void DataForm::fill()
{
    m_source->clear();
    addSource("mnist");
    for (const MadeSet& set : madeSets()) {
        addSource(set.source);
        addSource(set.other);
    }
    QStringList own = m_listed->recent;
    if (isOwn(m_model.wantedData()) && !own.contains(m_listed->shown)) own.prepend(m_listed->shown);
    own.removeAll(m_model.context().settings.drawingsFile());
    for (const QString& path : own) {
        addSource(path.toStdString());
        m_source->setItemData(m_source->count() - 1, path, Qt::ToolTipRole);
    }
    const std::filesystem::path drawings = m_model.drawingsFile();
    const int kept = drawingsIn(drawings);
    if (kept > 0)
        m_source->addItem(tr("%n drawings of your own", nullptr, kept),
                          QString::fromStdString(drawings.string()));
    m_source->insertSeparator(m_source->count());
    for (const auto& [kind, text] :
         {std::pair(FileRow, tr("Open a file…")), {FolderRow, tr("Open a folder…")}}) {
        m_source->addItem(text);
        m_source->setItemData(m_source->count() - 1, kind, kindRole);
    }
}

DataCutForm::DataCutForm(AeModel& model, QWidget* parent)
    : Form(parent)
    , m_model(model)
    , m_classes(new QLineEdit)
    , m_count(new Stepper)
    , m_heldOut(new Stepper)
    , m_side(new Stepper)
    , m_isTransposed(new Switch)
    , m_values(newList(this))
    , m_labels(newList(this))
    , m_own(new QWidget)
{
    column()->setContentsMargins(0, 0, 0, 0);
    constexpr int mostSamples = 10'000'000;
    m_count->setRange(2, mostSamples);
    m_count->setFactor(2);
    m_heldOut->setRange(leastHeldOut, mostHeldOut, 5);
    m_side->setRange(leastSide, largestPictureSide);
    build();
    connectAll();
    refresh();
}

void DataCutForm::build()
{
    auto* heading = addGroup();
    auto* classes = addRow(m_classes);
    auto* count = addRow(m_count);
    auto* heldOut = addRow(m_heldOut);
    auto* own = new Form;
    own->column()->setContentsMargins(0, 0, 0, 0);
    auto* outer = new QVBoxLayout(m_own);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(own);
    auto* values = own->addRow(m_values);
    auto* labels = own->addRow(m_labels);
    auto* side = own->addRow(m_side);
    auto* transposed = own->addRow(m_isTransposed);
    addWide(m_own);
    translated([=, this] {
        heading->setText(tr("Data"));
        classes->setText(tr("Classes"));
        m_classes->setAccessibleName(classes->text());
        m_classes->setPlaceholderText(tr("all"));
        m_classes->setToolTip(tr("Labels between commas, such as 3, 8; empty: all"));
        count->setText(tr("Samples"));
        m_count->setName(tr("Samples to train on"));
        m_count->setToolTip(tr("The first so many of the training part; more than there are: all"));
        heldOut->setText(tr("Held out, %"));
        m_heldOut->setName(tr("Held out, per cent"));
        m_heldOut->setToolTip(tr("Of all samples, evenly spread; the error is measured on them"));
        values->setText(tr("Numbers"));
        m_values->setAccessibleName(values->text());
        m_values->clear();
        m_values->addItems({tr("as they are"), tr("pixels 0…255"), tr("range → 0…1"), tr("mean 0, sd 1")});
        labels->setText(tr("Labels in"));
        m_labels->setAccessibleName(tr("Column of the labels"));
        side->setText(tr("Picture side"));
        m_side->setName(side->text());
        m_side->setToolTip(tr("Pictures are scaled to squares of this side; rows of so many numbers squared "
                              "are read as pictures"));
        transposed->setText(tr("Transposed"));
        m_isTransposed->setAccessibleName(tr("Transposed pictures"));
        m_isTransposed->setToolTip(
            tr("Rows and columns of each picture change places: EMNIST's files hold them so"));
        refresh();
    });
}

template <class Change>
void DataCutForm::change(const Change& set)
{
    DataRequest request = m_model.wantedData();
    set(request.cut);
    if (request != m_model.wantedData()) m_model.openData(request);
}

void DataCutForm::connectAll()
{
    connect(&m_model, &AeModel::setupChanged, this, &DataCutForm::refresh);
    connect(&m_model, &AeModel::dataReady, this, &DataCutForm::refresh);
    connect(m_classes, &QLineEdit::editingFinished, this, &DataCutForm::readClasses);
    connect(m_count, &Stepper::changed, this,
            [this](double n) { change([n](DataCut& cut) { cut.limit = static_cast<int>(n); }); });
    connect(m_heldOut, &Stepper::changed, this,
            [this](double n) { change([n](DataCut& cut) { cut.heldOut = static_cast<int>(n); }); });
    connect(m_side, &Stepper::changed, this,
            [this](double n) { change([n](DataCut& cut) { cut.side = static_cast<int>(n); }); });
    connect(m_isTransposed, &Switch::toggled, this,
            [this](bool isOn) { change([isOn](DataCut& cut) { cut.isTransposed = isOn; }); });
    connect(m_values, &QComboBox::activated, this,
            [this](int row) { change([row](DataCut& cut) { cut.values = static_cast<Values>(row); }); });
    connect(m_labels, &QComboBox::activated, this, [this](int row) {
        const int column = m_labels->itemData(row).toInt();
        change([column](DataCut& cut) { cut.labelColumn = column; });
    });
    for (Stepper* stepper : {m_count, m_heldOut, m_side})
        heed(*stepper, m_model);
}

void DataCutForm::readClasses()
{
    const auto classes = classesIn(m_classes->text(), m_model.classNames());
    if (!classes) {
        m_model.refuse(tr("Classes"), tr("“%1” are no labels between commas").arg(m_classes->text()));
        return refresh();
    }
    change([&classes](DataCut& cut) { cut.classes = *classes; });
}

void DataCutForm::refresh()
{
    const DataRequest& request = m_model.wantedData();
    const LabData* shown = m_model.data();
    m_classes->setText(classesText(request.cut.classes, m_model.classNames()));
    m_classes->setEnabled(shown && !shown->dataset->train.labels.empty());
    if (shown) {
        const int train = shown->dataset->train.count, test = shown->dataset->test.count;
        m_count->setValue(request.cut.limit > 0 ? std::min(request.cut.limit, train) : train);
        const int share = static_cast<int>(std::lround(100.0 * test / (train + test)));
        m_heldOut->setValue(request.cut.heldOut > 0 ? request.cut.heldOut : share);
        m_side->setValue(request.cut.side > 0 ? request.cut.side : shown->dataset->train.shape.height);
    }
    m_own->setVisible(isOwn(request));
    m_isTransposed->setOn(request.cut.isTransposed);
    m_values->setCurrentIndex(static_cast<int>(request.cut.values));
    m_labels->clear();
    const int column = request.cut.labelColumn;
    m_labels->addItem(tr("no column"), noLabelColumn);
    m_labels->addItem(tr("the first"), 1);
    m_labels->addItem(tr("the last"), lastLabelColumn);
    if (column > 1) m_labels->addItem(tr("column %1").arg(column), column);
    m_labels->setCurrentIndex(m_labels->findData(column));
}

} // namespace hg
