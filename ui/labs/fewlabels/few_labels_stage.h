#pragma once

#include "ui/lab/lab.h"

#include <QPointer>

#include <vector>

class QLabel;
class QStackedWidget;

namespace hg {

class FewLabelsBar;
class FewLabelsModel;
class FewLabelsPage;
class Notice;
class TabRow;
class YourselfPage;

/// The stage of the lab Few labels: its tabs, or a sentence while the data are read.
class FewLabelsStage : public LabStage {
    Q_OBJECT

public:
    explicit FewLabelsStage(FewLabelsModel& model);
    ~FewLabelsStage() override;
    void setStyle(const PaintStyle& style) override;
    QWidget* transportExtras() override;
    void setPresented(bool isPresented) override;
    void setBare(bool isBare) override;
    bool isAtRest() const override;
    bool leavesFootFree() const override { return true; }
    YourselfPage* yourself() const { return m_yourself; }

protected:
    void showEvent(QShowEvent* event) override;

private:
    void adoptData();
    void showTab();
    void showRemark();

    FewLabelsModel& m_model;
    TabRow* m_tabs;
    QStackedWidget *m_pages, *m_tabPages;
    QLabel* m_waiting;
    Notice* m_notice;
    YourselfPage* m_yourself;
    std::vector<FewLabelsPage*> m_all; ///< in the order of FewLabelsTab
    QPointer<FewLabelsBar> m_bar;      ///< the transport may have taken it
    bool m_isBare = false;
};

} // namespace hg
