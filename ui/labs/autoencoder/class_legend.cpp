#include "ui/labs/autoencoder/class_legend.h"

#include "ui/painters/map_axes.h"

#include <QAbstractButton>
#include <QHBoxLayout>
#include <QPainter>

#include <cmath>

namespace hg {

class ClassLegend::Disc : public QAbstractButton {
public:
    Disc(int label, ClassLegend& legend) : QAbstractButton(&legend), m_legend(legend), m_label(label)
    {
        setCheckable(true);
        setFocusPolicy(Qt::TabFocus);
        connect(this, &QAbstractButton::clicked, &m_legend,
                [this](bool isOn) { Q_EMIT m_legend.toggled(m_label, isOn); });
    }
    QSize sizeHint() const override
    {
        const int side = static_cast<int>(std::ceil(m_legend.m_style.px(23)));
        return {side, side};
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
        const double radius = style.px(10);
        if (isChecked()) {
            paintDisc(p, centre, radius, m_label, style);
        } else { // hidden: a ring
            p.setPen(QPen(style.theme.muted, style.px(1.2), Qt::DashLine));
            p.drawEllipse(centre, radius, radius);
            p.setPen(style.theme.muted);
            p.setFont(style.font(13));
            p.drawText(rect(), Qt::AlignCenter, QString::number(m_label));
        }
        if (!hasFocus()) return;
        p.setPen(QPen(style.theme.accent, style.px(2)));
        p.setBrush(Qt::NoBrush);
        p.drawEllipse(centre, radius + 1, radius + 1);
    }

private:
    ClassLegend& m_legend;
    int m_label;
};

ClassLegend::ClassLegend(QWidget* parent) : Panel(parent)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(1);
    for (int label = 0; label < 10; ++label) {
        m_discs.push_back(new Disc(label, *this));
        row->addWidget(m_discs.back());
    }
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    translated([this] { nameDiscs(); });
}

void ClassLegend::nameDiscs()
{
    const QString how = tr("Click hides the class or shows it; a double click leaves it alone");
    for (int i = 0; i < static_cast<int>(m_discs.size()); ++i) {
        const bool hasName = i < m_names.size();
        Disc* disc = m_discs[static_cast<std::size_t>(i)];
        disc->setAccessibleName(hasName ? m_names[i] : tr("Class %1").arg(i));
        disc->setToolTip(hasName ? m_names[i] + u'\n' + how : how);
    }
}

void ClassLegend::setNames(const QStringList& names)
{
    if (names == m_names) return;
    m_names = names;
    nameDiscs();
}

void ClassLegend::setStyle(const PaintStyle& style)
{
    m_style = style;
    for (auto* disc : m_discs) {
        disc->updateGeometry();
        disc->update();
    }
}

void ClassLegend::setClasses(const std::bitset<10>& present, const std::bitset<10>& shown)
{
    for (std::size_t i = 0; i < m_discs.size(); ++i) {
        m_discs[i]->setVisible(present[i]);
        m_discs[i]->setChecked(shown[i]);
    }
}

} // namespace hg
