// Keeps the compiler from fusing a multiplication and an addition in one file, whatever its options are. A variant
// whose bits are promised includes this before anything else.
//
// g++ fuses the two wherever the processor can (-ffp-contract=fast), and so rounds once instead of twice. clang++ fuses
// within an expression. The pragma must come first, because g++ does not inline functions that have other options. With
// -ffp-contract=fast, clang++ overrules the pragma; g++ never does. CMake builds everything with -ffp-contract=off.
#pragma once

#ifdef __clang__
#pragma clang fp contract(off)
#else
#pragma GCC optimize("fp-contract=off")
#endif
