#include "core/kernels/lane_kernels.h"

namespace hg {

namespace isa_baseline {
extern const LaneKernels laneTable;
}
#if defined(HG_X86_64_SETS)
namespace isa_v3 {
extern const LaneKernels laneTable;
}
namespace isa_v4 {
extern const LaneKernels laneTable;
}
#endif

const LaneKernels& laneKernels(Isa isa)
{
#if defined(HG_X86_64_SETS)
    if (isa == Isa::V4) return isa_v4::laneTable;
    if (isa == Isa::V3) return isa_v3::laneTable;
#endif
    static_cast<void>(isa);
    return isa_baseline::laneTable;
}

} // namespace hg
