// rejected: refused
// Contains no function. A grader that loads it finds nothing to call, and must not call that success.
#include <cstdint>
#include <span>

static_assert(sizeof(std::span<const std::int64_t>) >= sizeof(std::int64_t));
