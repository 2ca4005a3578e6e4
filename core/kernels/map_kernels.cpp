#include "core/kernels/map_kernels.h"

namespace hg {

namespace isa_baseline {
extern const MapKernels mapTable;
}
#if defined(HG_X86_64_SETS)
namespace isa_v3 {
extern const MapKernels mapTable;
}
namespace isa_v4 {
extern const MapKernels mapTable;
}
#endif

const MapKernels& mapKernels(Isa isa)
{
#if defined(HG_X86_64_SETS)
    if (isa == Isa::V4) return isa_v4::mapTable;
    if (isa == Isa::V3) return isa_v3::mapTable;
#endif
    static_cast<void>(isa);
    return isa_baseline::mapTable;
}

} // namespace hg
