#pragma once

#include "ui/lab/lab_model.h"
#include "ui/labs/conv/conv_model.h"
#include "ui/theme/export_style.h"
#include "ui/widgets/chip_content.h"

#include <optional>
#include <vector>

namespace hg {

/// What a tab of a convolution lab shows instead of the sliding filter, without any view of it. While it is
/// in front its timeline, summary, chips and export are the lab's.
class TabModel : public QObject {
    Q_OBJECT

public:
    TabModel(ConvModel& numbers, ConvTab tab);

    ConvModel& numbers() { return m_numbers; }
    ConvTab tab() const { return m_tab; }
    bool isShown() const { return m_isShown; }

    virtual Timeline* timeline() = 0;
    virtual QString summary() const = 0;
    /// What is changed before an audience, with or without the chips of the numbers.
    virtual std::vector<ChipContent> withChips(std::vector<ChipContent> numbers) = 0;
    virtual bool canExport() const { return true; }
    virtual std::optional<Exportable> exportable(const ExportChoice& choice) const = 0;
    /// What a saved state keeps of it, with the playhead.
    virtual void writeTo(ConvView& view) const = 0;
    virtual void readFrom(const ConvView& view) = 0;
    /// Nothing of what it shows is under way.
    virtual bool isAtRest() const { return true; }
    /// Whether the scene's own settings say nothing about it.
    virtual bool standsAlone() const { return false; }
    /// Whether the scene's input is seen in it.
    virtual bool readsInput() const { return true; }

Q_SIGNALS:
    /// What is shown, or how.
    void changed();
    /// It has come to the front, or another tab has.
    void shownChanged();

protected:
    /// It has come to the front.
    virtual void comeToFront() {}
    /// For models whose examples bring a setup; those of other tabs leave it as it is.
    void takeBrought(const ConvView& view);

    ConvModel& m_numbers;

private:
    void followTab();

    const ConvTab m_tab;
    bool m_isShown = false;
};

/// The tabs of a lab: the one in front speaks for it, else the numbers do.
class Tabs {
public:
    /// The lab hears of every change. `tabs` belong to it.
    Tabs(LabModel& lab, ConvModel& numbers, std::vector<TabModel*> tabs);

    /// Null where the numbers are shown.
    TabModel* shown() const;
    ConvState state() const;
    void open(const ConvState& state);
    Timeline* timeline() const;
    QString summary() const;
    std::vector<ChipContent> withChips(std::vector<ChipContent> numbers) const;
    bool canExport() const;
    std::optional<Exportable> exportable(const ExportChoice& choice) const;
    bool isAtRest() const;

private:
    ConvModel& m_numbers;
    std::vector<TabModel*> m_tabs;
};

} // namespace hg
