// Trains the window's networks with every size of code, each to the end of its preset's recipe on all digits,
// and writes the errors on the held-out digits, as JSON, to the file given. Beside each list stands the setup
// that it is of, so that a table which no longer fits its preset is seen to be old.

#include "core/lab/size_error.h"
#include "core/session/state_json.h"

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>

namespace {

using namespace hg;

/// Seven places, more than two instruction sets agree in.
std::string pairOf(const SizeError& point)
{
    char text[64];
    std::snprintf(text, sizeof text, "[%d,%.7f]", point.size, point.error);
    return text;
}

Result<std::string> lineOf(const ModelPreset& preset, const std::shared_ptr<const Dataset>& data,
                           Workers& workers)
{
    const AutoencoderSetup setup = setupOf(preset);
    std::string points;
    for (const int size : storedSizes) {
        const auto point = errorOfSize(setup, size, data, workers);
        if (!point) return point.error();
        points += (points.empty() ? "" : ",") + pairOf(*point);
        std::cerr << "  " << pairOf(*point) << '\n';
    }
    return "{\"state\":" + writeState(AutoencoderState{setup}) + ",\n\"errors\":[" + points + "]}";
}

} // namespace

int main(int argc, char** argv)
{
    if (argc != 2) {
        std::cerr << "usage: hourglass_sizes FILE.json\n";
        return 2;
    }
    Workers workers;
    const std::filesystem::path program(argv[0]);
    const Assets assets(program.parent_path());
    const auto data = loadDataset(AutoencoderSetup().data, assets);
    if (!data) {
        std::cerr << "the digits are not there\n";
        return 1;
    }
    std::string text;
    for (const char* id : {"lab-linear", "lab-dense", "lab-deep", "lab-conv"}) {
        std::cerr << id << '\n';
        const auto line = lineOf(*findModelPreset(id), *data, workers);
        if (!line) {
            std::cerr << "cannot train " << id << '\n';
            return 1;
        }
        text += std::string(text.empty() ? "[\n" : ",\n") + *line;
    }
    std::ofstream(argv[1]) << text << "\n]\n";
    return 0;
}
