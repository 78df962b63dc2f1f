// Text from outside, made safe to show.
#pragma once

#include <string>
#include <string_view>

namespace reductions {

// Escapes everything in the text that is not a visible character: control characters, which a terminal would obey;
// bytes that are not UTF-8; line separators; marks that change the direction of writing. So the result is one line, and
// it is what it seems to be. Backslashes stay as they are, so escaping twice changes nothing.
std::string printable(std::string_view text);

}  // namespace reductions
