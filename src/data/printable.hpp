// Text from outside, as it may be shown.
#pragma once

#include <string>
#include <string_view>

namespace ssd {

// The text with everything escaped that is not a visible character: control characters, which a terminal would obey;
// bytes that are not UTF-8; line separators; marks that turn the direction of writing. So it is one line, and it is
// what it seems to be. Backslashes stay as they are: escaping twice changes nothing.
std::string printable(std::string_view text);

}  // namespace ssd
