#pragma once

#include "core/io/json_object.h"
#include "core/nn/network.h"
#include "core/train/recipe.h"

namespace hg {

// What a model file keeps as JSON, as values of the parser: network_json.cpp and recipe_json.cpp.
Network readNetwork(const Json& value, const std::string& path, JsonFault& fault);
std::string writeNetwork(const Network& network);
/// One to 256 layers, as a description has them.
std::vector<LayerSpec> readLayers(const Json& value, const std::string& path, JsonFault& fault);
Json layersJson(const std::vector<LayerSpec>& layers);
Recipe readRecipe(const Json& value, const std::string& path, JsonFault& fault);
std::string writeRecipe(const Recipe& recipe);

} // namespace hg
