#include "ui/labs/conv/predict_bar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace hg {

PredictBar::PredictBar(QWidget* parent)
    : Panel(parent)
    , m_question(new QLabel(this))
    , m_verdict(new QLabel(this))
    , m_answer(new QLineEdit(this))
    , m_check(new QPushButton(this))
    , m_reveal(new QPushButton(this))
    , m_next(new QPushButton(this))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(8, 2, 8, 2);
    m_answer->setFixedWidth(90);
    m_verdict->setWordWrap(true);
    row->addWidget(m_question);
    row->addWidget(m_answer);
    row->addWidget(m_check);
    row->addWidget(m_verdict, 1);
    row->addWidget(m_reveal);
    row->addWidget(m_next);
    connect(m_answer, &QLineEdit::returnPressed, this, &PredictBar::check);
    connect(m_check, &QPushButton::clicked, this, &PredictBar::check);
    connect(m_reveal, &QPushButton::clicked, this, &PredictBar::reveal);
    connect(m_next, &QPushButton::clicked, this, &PredictBar::nextAsked);
    translated([this] {
        m_question->setText(question());
        m_answer->setAccessibleName(tr("Your answer"));
        m_check->setText(tr("Check"));
        m_reveal->setText(tr("Show"));
        m_next->setText(tr("Next"));
    });
}

QString PredictBar::question() const
{
    if (m_figure && m_figure->scene.axes == 1) return tr("Output %1:").arg(m_cell.column + 1);
    return tr("Row %1, column %2 of the output:").arg(m_cell.row + 1).arg(m_cell.column + 1);
}

void PredictBar::ask(const ConvFigure& figure, OutputCell cell)
{
    m_figure = &figure;
    if (cell != m_cell) {
        m_answer->clear();
        m_verdict->clear();
    }
    m_cell = cell;
    m_question->setText(question());
}

void PredictBar::check()
{
    bool isNumber = false;
    const QString text = m_answer->text().trimmed();
    const double answer = QString(text).replace(u',', u'.').replace(QChar(0x2212), u'-').toDouble(&isNumber);
    if (!m_figure || text.isEmpty()) return;
    if (!isNumber) return m_verdict->setText(tr("“%1” is not a number.").arg(text));
    showVerdict(judgeValue(*m_figure, m_cell, answer));
}

void PredictBar::reveal()
{
    if (!m_figure) return;
    const double value = m_figure->output.at(0, m_cell.filter, m_cell.row, m_cell.column);
    m_verdict->setText(tr("It is %1.").arg(m_style.texts.number(value)));
    Q_EMIT revealed();
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
    case Verdict::Wrong:
        break;
    }
    m_verdict->setText(tr("Not yet. Multiply cell by cell, then add everything."));
}

} // namespace hg
