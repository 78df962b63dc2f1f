// Base64 of RFC 4648, section 4: with padding, without line breaks.
#pragma once

#include <string>
#include <string_view>

namespace reductions {

std::string base64(std::string_view bytes);

}  // namespace reductions
