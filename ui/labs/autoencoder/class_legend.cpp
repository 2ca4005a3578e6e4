#include "ui/labs/autoencoder/class_legend.h"

#include "ui/painters/class_marks.h"
#include "ui/widgets/flow_row.h"

#include <QAbstractButton>
#include <QPainter>

#include <cmath>

namespace hg {

class ClassLegend::Mark : public QAbstractButton {
public:
    Mark(int label, ClassLegend& legend) : QAbstractButton(&legend), m_legend(legend), m_label(label)
    {
        setCheckable(true);
        setFocusPolicy(Qt::TabFocus);
        connect(this, &QAbstractButton::clicked, &m_legend,
                [this](bool isOn) { Q_EMIT m_legend.toggled(m_label, isOn); });
    }
    int label() const { return m_label; }
    QString text() const { return classText(m_label, m_legend.m_names); }
    QSize sizeHint() const override
    {
        const PaintStyle& style = m_legend.m_style;
        const double width = classMarkWidth(text(), style.px(radius()), style) + style.px(3);
        return {static_cast<int>(std::ceil(width)), static_cast<int>(std::ceil(style.px(2 * radius() + 3)))};
    }

protected:
    void mouseDoubleClickEvent(QMouseEvent*) override
    {
        Q_EMIT m_legend.toggled(m_label, !isChecked()); // takes back what the first click did
        Q_EMIT m_legend.isolated(m_label);
    }
    void paintEvent(QPaintEvent*) override
    {
        const PaintStyle& style = m_legend.m_style;
        QPainter p(this);
        p.setRenderHint(QPainter::Antialiasing);
        const QPointF centre = QRectF(rect()).center();
        const double high = style.px(radius()), width = classMarkWidth(text(), high, style);
        const QRectF box(centre - QPointF(width / 2, high), QSizeF(width, 2 * high));
        if (isChecked())
            paintClassMark(p, centre, high, m_label, text(), style);
        else
            paintHidden(p, box);
        if (!hasFocus()) return;
        p.setPen(QPen(style.theme.accent, style.px(2)));
        p.setBrush(Qt::NoBrush);
        p.drawRoundedRect(box.adjusted(-1, -1, 1, 1), high + 1, high + 1);
    }

private:
    /// Many classes are to do with one line.
    double radius() const { return m_legend.m_labels.size() > manyMarkedClasses ? 8.5 : 10; }
    void paintHidden(QPainter& p, const QRectF& box) const
    {
        const PaintStyle& style = m_legend.m_style;
        p.setPen(QPen(style.theme.muted, style.px(1.2), Qt::DashLine));
        p.drawRoundedRect(box, style.px(radius()), style.px(radius()));
        p.setPen(style.theme.muted);
        p.setFont(style.font(13));
        const double room = box.width() - (text().size() > 2 ? style.px(radius()) : 0);
        p.drawText(box, Qt::AlignCenter, QFontMetricsF(p.font()).elidedText(text(), Qt::ElideRight, room));
    }

    ClassLegend& m_legend;
    int m_label;
};

ClassLegend::ClassLegend(QWidget* parent) : Panel(parent)
{
    auto* row = new FlowRow(1, this);
    row->setContentsMargins(0, 0, 0, 0);
    translated([this] { nameMarks(); });
}

void ClassLegend::nameMarks()
{
    const QString how = tr("Click hides the class or shows it; a double click leaves it alone");
    for (Mark* mark : m_marks) {
        const bool hasName = !m_names.value(mark->label()).isEmpty();
        mark->setAccessibleName(hasName ? mark->text() : tr("Class %1").arg(mark->label()));
        mark->setToolTip(hasName ? mark->text() + u'\n' + how : how);
    }
}

void ClassLegend::setStyle(const PaintStyle& style)
{
    m_style = style;
    for (auto* mark : m_marks) {
        mark->updateGeometry();
        mark->update();
    }
}

void ClassLegend::setClasses(const std::vector<int>& labels, const QStringList& names)
{
    if (labels == m_labels && names == m_names) return;
    m_labels = labels;
    m_names = names;
    qDeleteAll(m_marks);
    m_marks.clear();
    if (labels.size() > mostMarkedClasses) return;
    for (const int label : labels) {
        m_marks.push_back(new Mark(label, *this));
        m_marks.back()->setChecked(true);
        layout()->addWidget(m_marks.back());
        m_marks.back()->show();
    }
    nameMarks();
}

void ClassLegend::setHidden(const std::set<int>& hidden)
{
    for (Mark* mark : m_marks)
        mark->setChecked(!hidden.contains(mark->label()));
}

} // namespace hg
