#include "core/kernels/byte_kernels.h"

namespace hg {

namespace isa_baseline {
extern const ByteKernels byteTable;
}
#if defined(HG_X86_64_SETS)
namespace isa_v3 {
extern const ByteKernels byteTable;
}
namespace isa_v4 {
extern const ByteKernels byteTable;
}
#endif

const ByteKernels& byteKernels(Isa isa)
{
#if defined(HG_X86_64_SETS)
    if (isa == Isa::V4) return isa_v4::byteTable;
    if (isa == Isa::V3) return isa_v3::byteTable;
#endif
    static_cast<void>(isa);
    return isa_baseline::byteTable;
}

} // namespace hg
