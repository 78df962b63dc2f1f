// What to say if a program was built for a newer processor than the one that runs it.
#pragma once

namespace reductions {

// An instruction that this processor does not have ends the program with one line and exit status 2 (x86-64 only). This
// function also runs automatically before everything else in a program that calls it.
void explain_illegal_instructions();

}  // namespace reductions
