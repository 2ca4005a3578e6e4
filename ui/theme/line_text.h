#pragma once

#include <QString>

#include <string_view>

namespace hg {

class Texts;

/// The names of core/audio's filters, of lineSources(), and of the bundled instruments and melodies, by id;
/// empty for an unknown one.
QString filterName(const Texts& words, std::string_view id);
QString sourceName(const Texts& words, std::string_view id);
/// The same of core/lab's filters on a plane.
QString planeFilterName(const Texts& words, std::string_view id);

} // namespace hg
