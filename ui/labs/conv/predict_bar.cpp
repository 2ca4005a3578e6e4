#include "ui/labs/conv/predict_bar.h"

#include "ui/widgets/controls.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>

namespace hg {

std::optional<Axes> sizeFromText(const QString& text, int axes)
{
    // Greek keyboards have χ where others have x.
    static const QRegularExpression form(
        QStringLiteral("^\\s*(\\d{1,4})(?:(?:\\s*[x×*χХх,;]\\s*|\\s+)(\\d{1,4}))?\\s*$"),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    const auto match = form.match(text);
    const bool hasTwo = match.hasCaptured(2);
    if (!match.hasMatch() || (hasTwo && axes == 1)) return std::nullopt;
    const int first = match.captured(1).toInt();
    if (axes == 1) return Axes{1, first};
    return Axes{first, hasTwo ? match.captured(2).toInt() : first};
}

PredictBar::PredictBar(QWidget* parent)
    : Panel(parent)
    , m_kinds(new Segmented(2, this))
    , m_grid(new QGridLayout(this))
    , m_fields(new QWidget(this))
    , m_verdict(new QLabel(this))
    , m_answer(new QLineEdit(this))
    , m_check(new QPushButton(this))
    , m_reveal(new QPushButton(this))
    , m_next(new QPushButton(this))
{
    build();
    connect(m_kinds, &Segmented::chosen, this, &PredictBar::kindChosen);
    connect(m_answer, &QLineEdit::returnPressed, this, &PredictBar::check);
    connect(m_check, &QPushButton::clicked, this, &PredictBar::check);
    connect(m_reveal, &QPushButton::clicked, this, &PredictBar::reveal);
    connect(m_next, &QPushButton::clicked, this, &PredictBar::nextAsked);
    translated([this] { retranslate(); });
}

void PredictBar::build()
{
    m_grid->setContentsMargins(8, 2, 8, 2);
    m_grid->setHorizontalSpacing(12);
    m_grid->setVerticalSpacing(4);
    auto* row = new QHBoxLayout(m_fields);
    row->setContentsMargins(0, 0, 0, 0);
    for (QWidget* field : std::initializer_list<QWidget*>{m_answer, m_check, m_reveal, m_next})
        row->addWidget(field);
    row->addStretch();
    m_kinds->setCurrent(0);
    m_answer->setFixedWidth(150);
    m_verdict->setWordWrap(true);
    arrange(false);
}

/// All in one row where the verdict has room beside the fields; else it stands above them.
void PredictBar::arrange(bool isWide)
{
    for (QWidget* part : std::initializer_list<QWidget*>{m_kinds, m_fields, m_verdict})
        m_grid->removeWidget(part);
    m_grid->addWidget(m_kinds, 0, 0);
    m_grid->addWidget(m_verdict, 0, isWide ? 2 : 1);
    isWide ? m_grid->addWidget(m_fields, 0, 1) : m_grid->addWidget(m_fields, 1, 0, 1, 2);
    m_grid->setColumnStretch(1, isWide ? 0 : 1);
    m_grid->setColumnStretch(2, isWide ? 1 : 0);
}

void PredictBar::resizeEvent(QResizeEvent*)
{
    constexpr int verdict = 280;
    arrange(m_kinds->sizeHint().width() + m_fields->sizeHint().width() + verdict <= width());
}

/// One row wants more width than the bar insists on.
QSize PredictBar::minimumSizeHint() const
{
    return {m_fields->minimumSizeHint().width() + 16, Panel::minimumSizeHint().height()};
}

void PredictBar::retranslate()
{
    m_kinds->setTexts({tr("Number"), tr("Size")});
    showQuestion();
    m_answer->setAccessibleName(tr("Your answer"));
    m_check->setText(tr("Check"));
    m_reveal->setText(tr("Show"));
    m_next->setText(tr("Next"));
}

QString PredictBar::question() const
{
    const bool isLine = m_figure && m_figure->scene.axes == 1;
    if (m_asked.isSize) return isLine ? tr("one number") : tr("rows × columns");
    if (isLine) return tr("output %1").arg(m_asked.cell.column + 1);
    return tr("row %1, column %2").arg(m_asked.cell.row + 1).arg(m_asked.cell.column + 1);
}

void PredictBar::showQuestion()
{
    m_answer->setPlaceholderText(question());
    m_answer->setAccessibleDescription(question());
}

void PredictBar::ask(const ConvFigure& figure, OutputCell cell)
{
    m_figure = &figure;
    const bool isSize = figure.scene.isTransposed || m_kinds->current() == 1;
    const Asked asked = isSize ? Asked{true, {}, figure.geometry} : Asked{false, cell, {}};
    if (asked != m_asked) {
        m_answer->clear();
        m_verdict->clear();
    }
    m_asked = asked;
    m_kinds->setVisible(!figure.scene.isTransposed);
    m_next->setVisible(!isSize);
    showQuestion();
}

void PredictBar::check()
{
    const QString text = m_answer->text().trimmed();
    if (!m_figure || text.isEmpty()) return;
    m_asked.isSize ? checkSize(text) : checkValue(text);
}

void PredictBar::checkSize(const QString& text)
{
    const auto size = sizeFromText(text, m_figure->scene.axes);
    if (size) return showVerdict(judgeSizes(*m_figure, *size));
    m_verdict->setText(
        m_figure->scene.axes == 1
            ? tr("“%1” is not a size. One whole number is asked for, such as 4.").arg(text)
            : tr("“%1” is not a size. Rows × columns are asked for, such as 4 × 3.").arg(text));
}

void PredictBar::checkValue(const QString& text)
{
    const auto answer = numberIn(text);
    if (!answer) return m_verdict->setText(tr("“%1” is not a number.").arg(text));
    showVerdict(judgeValue(*m_figure, m_asked.cell, *answer));
}

QString PredictBar::sizeText() const
{
    const Shape out = m_figure->outputShape();
    return m_figure->scene.axes == 1 ? QString::number(out.width)
                                     : QStringLiteral("%1 × %2").arg(out.height).arg(out.width);
}

void PredictBar::reveal()
{
    if (!m_figure) return;
    const OutputCell& cell = m_asked.cell;
    m_verdict->setText(tr("It is %1.")
                           .arg(m_asked.isSize ? sizeText()
                                               : m_style.texts.number(m_figure->output.at(
                                                     0, cell.filter, cell.row, cell.column))));
    Q_EMIT revealed();
}

void PredictBar::showVerdict(const SizeVerdict& verdict)
{
    if (verdict.isRight()) {
        m_verdict->setText(tr("Right: %1.").arg(sizeText()));
        Q_EMIT revealed();
        return;
    }
    const QString rows = sizeRemark(verdict.rows), columns = sizeRemark(verdict.columns);
    m_verdict->setText(
        m_figure->scene.axes == 1 || verdict.rows == verdict.columns ? tr("Not yet: %1").arg(columns)
        : verdict.rows == Verdict::Right    ? tr("The rows are right. The columns not yet: %1").arg(columns)
        : verdict.columns == Verdict::Right ? tr("The columns are right. The rows not yet: %1").arg(rows)
                                            : tr("Not yet. Rows: %1").arg(rows));
}

QString PredictBar::sizeRemark(Verdict verdict) const
{
    const bool isTransposed = m_figure->scene.isTransposed;
    switch (verdict) {
    case Verdict::ForgotPadding:
        return isTransposed ? tr("what is cut off has to be subtracted.")
                            : tr("that is without the padding.");
    case Verdict::ForgotFloor:
        return tr("the quotient is rounded down; a window that fits only in part does not count.");
    case Verdict::ForgotDilation:
        return tr("dilation makes the filter reach further.");
    case Verdict::ForgotLastOne:
        return isTransposed ? tr("the stride is taken only between the inputs, once less.")
                            : tr("the first position counts too: + 1.");
    case Verdict::ForgotOutputPadding:
        return tr("the output padding is missing.");
    case Verdict::ForgotStride:
        return isTransposed ? tr("that is input times stride; what the last stamp covers counts too.")
                            : tr("that is the size at stride 1.");
    case Verdict::SwappedSides:
        return tr("rows come first, then columns.");
    default:
        return tr("put the numbers into the formula.");
    }
}

void PredictBar::showVerdict(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Right:
        m_verdict->setText(tr("Right."));
        Q_EMIT revealed();
        return;
    case Verdict::ForgotPadding:
        return m_verdict->setText(tr("Not yet: that is the window without padding."));
    case Verdict::ForgotFlip:
        return m_verdict->setText(tr("Not yet: that is with the filter turned the other way."));
    case Verdict::ForgotStride:
        return m_verdict->setText(tr("Not yet: that is the next window at stride 1."));
    case Verdict::ForgotBias:
        return m_verdict->setText(tr("Not yet: the bias is missing."));
    case Verdict::ForgotActivation:
        return m_verdict->setText(tr("Not yet: the activation comes last."));
    case Verdict::ForgotDilation:
        return m_verdict->setText(tr("Not yet: that is with the taps close together, without dilation."));
    case Verdict::ForgotFloor:
    case Verdict::ForgotLastOne:
    case Verdict::ForgotOutputPadding:
    case Verdict::SwappedSides:
    case Verdict::Wrong:
        break;
    }
    m_verdict->setText(tr("Not yet. Multiply cell by cell, then add everything."));
}

} // namespace hg
