// What to say where a program was made for a newer processor than the one that runs it.
#pragma once

namespace ssd {

// From now on an instruction that this processor does not have ends the program with one line and exit status 2.
void explain_illegal_instructions(const char* program);

}  // namespace ssd
