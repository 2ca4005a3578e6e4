#pragma once

#include "ui/painters/point_cloud.h"

#include <QObject>

#include <atomic>
#include <mutex>

namespace hg {

/// The painted picture of a cloud: a small one at once, a large one beside the window, one at a time and the
/// newest next. So the window's work does not grow with the points.
class CloudPicture : public QObject {
    Q_OBJECT

public:
    explicit CloudPicture(QObject* parent = nullptr);
    ~CloudPicture() override;

    /// What is to be seen; painted() follows where it takes a while.
    void want(const PointCloud& cloud, const MapFrame& frame, double ratio);
    /// The newest that is ready, and the frame it was painted for; null before the first.
    const QImage& image() const { return m_image; }
    const MapFrame& frame() const { return m_frame; }
    bool isReady() const { return m_isReady; }

Q_SIGNALS:
    void painted();

private:
    /// What the painting thread and the owner both see.
    struct Shared {
        std::mutex mutex;
        CloudPicture* owner = nullptr; ///< null once nobody waits
        std::atomic<bool> isStopped = false;
    };
    struct Wish {
        PointCloud cloud;
        MapFrame frame;
        double ratio = 1;
        bool operator==(const Wish&) const = default;
    };
    void begin();
    void take(const Wish& wish, QImage image);

    std::shared_ptr<Shared> m_shared;
    Wish m_wish;
    bool m_isReady = false, m_isPainting = false;
    QImage m_image;
    MapFrame m_frame;
};

} // namespace hg
