#pragma once

#include "core/lab/denoise_state.h"
#include "ui/theme/texts.h"
#include "ui/widgets/timeline.h"

#include <functional>
#include <optional>
#include <utility>

namespace hg {

/// The strength of the noise as a timeline: its stops are the steps of the kind's scale.
class StrengthTimeline : public Timeline {
    Q_OBJECT

public:
    /// Its label is in the language that `texts` gives at the moment.
    StrengthTimeline(const Clock& clock, std::function<const Texts&()> texts)
        : Timeline(clock), m_texts(std::move(texts))
    {}
    int count() const override { return scaleOf(m_kind).steps(); }
    QString label() const override;
    double rate(double) const override { return 2; }
    std::vector<double> speeds() const override { return {0.5, 1, 2, 4}; }

    void setKind(Noise::Kind kind);
    /// Of the playhead: as it was given, until the playhead is moved; then in steps that can be read.
    double strength() const;
    void seekStrength(double strength);

private:
    std::function<const Texts&()> m_texts;
    Noise::Kind m_kind = Noise::Kind::Gaussian;
    std::optional<std::pair<double, double>> m_given; ///< a strength, and where the playhead was put for it
};

} // namespace hg
