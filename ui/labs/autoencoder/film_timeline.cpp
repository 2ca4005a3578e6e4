#include "ui/labs/autoencoder/film_timeline.h"

#include <cmath>
#include <utility>

namespace hg {

QString FilmTimeline::label() const
{
    return tr("Picture %1 of %2").arg(std::lround(position()) + 1).arg(m_pictures);
}

void FilmTimeline::setPictures(int pictures)
{
    if (std::exchange(m_pictures, pictures) != pictures) countChanged();
}

} // namespace hg
