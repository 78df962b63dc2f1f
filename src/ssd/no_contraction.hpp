// Included before anything else by a variant whose bits are promised: no multiplication and addition of its file become
// one, whatever it is compiled with.
//
// g++ fuses the two wherever the processor can (-ffp-contract=fast), and so rounds once instead of twice; clang++ does
// within an expression. The pragma has to come first, since g++ does not inline functions with other options. clang++
// is the only one to overrule it, where it is told -ffp-contract=fast; CMake builds everything with -ffp-contract=off.
#pragma once

#ifdef __clang__
#pragma clang fp contract(off)
#else
#pragma GCC optimize("fp-contract=off")
#endif
