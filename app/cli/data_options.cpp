#include "app/cli/data_options.h"

#include "app/cli/label_column.h"

#include <algorithm>
#include <string_view>

namespace hg::cli {

void addDataOptions(std::vector<Option>& options)
{
    const std::vector<Option> own{
        labelColumnOption(),
        {"side", "N", "scale pictures to N x N, or read rows of N*N numbers as such (as they are)"},
        {"transpose", nullptr, "swap rows and columns of every picture (EMNIST's files hold them swapped)"},
        {"values", "NAME",
         "of a table or array: as-is, pixels (0 to 255 become 0 to 1), range (0 to 1, by column) or standard "
         "(mean 0, deviation 1, by column) (as-is)"},
        {"classes", "N[,N…]", "only samples with these labels (all)"},
        {"held-out", "PERCENT", "hold out so much of all samples (the data's own part, or every tenth)"}};
    const auto isData = [](const Option& option) { return std::string_view(option.name) == "data"; };
    const auto data = std::find_if(options.begin(), options.end(), isData);
    options.insert(data == options.end() ? data : data + 1, own.begin(), own.end());
}

std::string heldOutText(const Dataset& data)
{
    return data.heldOut == usualHeldOut ? "every tenth" : std::to_string(data.heldOut) + " %";
}

} // namespace hg::cli
