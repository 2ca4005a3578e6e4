#pragma once

#include "ui/lab/lab.h"

#include <QPointer>

#include <array>

class QLabel;
class QStackedWidget;

namespace hg {

class CodePage;
class DenoiseModel;
class DenoisePage;
class DenoiseTrainBar;
class MapView;
class Notice;
class OwnPage;
class RowsPage;
class ScribblePad;
class TabRow;

/// The stage of the denoising lab: its tabs, or a sentence while the data are read.
class DenoiseStage : public LabStage {
    Q_OBJECT

public:
    explicit DenoiseStage(DenoiseModel& model);
    ~DenoiseStage() override;
    void setStyle(const PaintStyle& style) override;
    QWidget* transportExtras() override;
    void setBare(bool isBare) override;
    bool isAtRest() const override;
    bool leavesFootFree() const override { return true; }
    /// The parts of the tabs that a hand works on.
    RowsPage* rows() const { return m_rows; }
    MapView* map() const;
    ScribblePad* pad() const;

protected:
    void showEvent(QShowEvent* event) override;

private:
    void adoptData();
    void showTab();
    void showRemark();

    DenoiseModel& m_model;
    TabRow* m_tabs;
    QStackedWidget *m_pages, *m_tabPages;
    QLabel* m_waiting;
    Notice* m_notice;
    RowsPage* m_rows;
    CodePage* m_code;
    OwnPage* m_own;
    QPointer<DenoiseTrainBar> m_bar; ///< the transport may have taken it
    bool m_isBare = false;
};

} // namespace hg
