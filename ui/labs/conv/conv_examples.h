#pragma once

#include "core/lab/lab_state.h"
#include "core/lab/spectrogram_examples.h"
#include "ui/lab/app_context.h"

#include <QObject>

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace hg {

/// An example of a convolution lab.
struct ConvExample {
    std::string_view id;
    bool isShown;                   ///< in the gallery, with its picture
    std::optional<ConvScene> scene; ///< of a sound's spectrogram: once that has been read
    MonoSound sound;                ///< that one
    ConvView view{};                ///< that it opens with
};

/// The examples of one of the convolution labs, each made once. Sounds are read beside the window at the
/// first wish.
class ConvExamples : public QObject {
    Q_OBJECT

public:
    ConvExamples(int axes, AppContext& context);

    const std::vector<ConvExample>& rows() const { return m_rows; }
    const ConvExample* find(std::string_view id) const;
    /// The example that is exactly this scene, or null.
    const ConvExample* of(const ConvScene& scene) const;
    /// Reads what is missing; nothing at a second call.
    void load();

Q_SIGNALS:
    void loaded();

private:
    using Made = std::vector<std::optional<SoundingScene>>;
    void take(const Made& made);

    Assets m_assets;
    std::vector<ConvExample> m_rows;
    Job m_job;
    bool m_hasBegun = false;
};

} // namespace hg
