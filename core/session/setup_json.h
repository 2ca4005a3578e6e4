#pragma once

#include "core/io/json_object.h"
#include "core/lab/autoencoder_setup.h"

namespace hg {

// The setup of an autoencoder, as the states that hold one keep it.

/// Without what is as the model and its file's recipe have it by themselves.
Json setupJson(const AutoencoderSetup& setup);
/// `path` names the setup in errors.
AutoencoderSetup readSetup(const Json& value, const std::string& path, JsonFault& fault);

/// Why the setup cannot be trained: TooManyComponents for a code beyond what PCA beside it has, and those of
/// validate(); layers of one's own may be impossible. Of data that are not looked into the size is not known:
/// any that every model takes will do.
std::optional<Error> hindranceOfSetup(const AutoencoderSetup& setup);
/// Where the setup keeps the path of the user's own data; null for those that come with the program.
std::string* fileInSetup(AutoencoderSetup& setup);

} // namespace hg
