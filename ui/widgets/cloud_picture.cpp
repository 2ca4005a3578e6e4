#include "ui/widgets/cloud_picture.h"

#include <QThreadPool>

namespace hg {
namespace {

constexpr std::size_t atOnce = 2000; // points that are painted in half a millisecond

} // namespace

CloudPicture::CloudPicture(QObject* parent) : QObject(parent), m_shared(std::make_shared<Shared>())
{
    m_shared->owner = this;
}

CloudPicture::~CloudPicture()
{
    m_shared->isStopped = true;
    const std::scoped_lock lock(m_shared->mutex);
    m_shared->owner = nullptr;
}

void CloudPicture::want(const PointCloud& cloud, const MapFrame& frame, double ratio)
{
    Wish wish{cloud, frame, ratio};
    if (wish == m_wish) return;
    m_wish = std::move(wish);
    m_isReady = false;
    // The first picture is waited for: an empty map would be a lie, if a short one.
    if (cloud.count() > atOnce && !m_image.isNull()) return begin();
    take(m_wish, paintCloud(cloud, frame, ratio));
}

void CloudPicture::begin()
{
    if (std::exchange(m_isPainting, true)) return;
    QThreadPool::globalInstance()->start([shared = m_shared, wish = m_wish] {
        const QImage image =
            paintCloud(wish.cloud, wish.frame, wish.ratio, [&] { return shared->isStopped.load(); });
        const std::scoped_lock lock(shared->mutex);
        if (!shared->owner) return;
        QMetaObject::invokeMethod(
            shared->owner,
            [owner = shared->owner, wish, image] {
                owner->m_isPainting = false;
                owner->take(wish, image);
                if (!owner->m_isReady) owner->begin();
            },
            Qt::QueuedConnection);
    });
}

void CloudPicture::take(const Wish& wish, QImage image)
{
    // One that nobody wants any more is still nearer to what is wanted than the one before.
    m_isReady = wish == m_wish;
    m_image = std::move(image);
    m_frame = wish.frame;
    Q_EMIT painted();
}

} // namespace hg
