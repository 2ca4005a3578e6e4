#pragma once

#include "ui/lab/lab.h"

#include <QPointer>

#include <array>

class QLabel;
class QStackedWidget;

namespace hg {

class AeModel;
class AeTrainBar;
class ComparedPage;
class LearnsPage;
class MapView;
class Notice;
class TabRow;
class WalkPage;

/// The stage of the autoencoder lab: its tabs, or a sentence while the data are read.
class AeStage : public LabStage {
    Q_OBJECT

public:
    explicit AeStage(AeModel& model);
    ~AeStage() override;
    void setStyle(const PaintStyle& style) override;
    QWidget* transportExtras() override;
    void setPresented(bool isPresented) override;
    void setBare(bool isBare) override;
    bool isAtRest() const override;
    bool leavesFootFree() const override { return true; }

    MapView* bottleneckMap() const;
    MapView* otherMap() const;
    MapView* walkMap() const;

private:
    void connectAll();
    void askForNumbers();
    void adoptData();
    void showTab();
    void showRemark();

    AeModel& m_model;
    TabRow* m_tabs;
    QStackedWidget *m_pages, *m_tabPages;
    QLabel* m_waiting;
    Notice* m_notice;
    LearnsPage* m_learns;
    ComparedPage* m_compared;
    WalkPage* m_walk;
    QPointer<AeTrainBar> m_bar; ///< stands in whatever transport asked for it
};

} // namespace hg
