// Blocks of `new` between pages that nobody may touch, so that a write beyond a block ends the program at once.
//
// Without it, such a write changes another block or the heap's own data, and the program may answer rightly, answer
// wrongly or crash. The worker replaces the operators new and delete, for the submission too.
#pragma once

namespace reductions {

// From now on. A block that is deleted is never given out again, so using it ends the program as well.
void guard_heap();

}  // namespace reductions
