// The sample program of one variant: compiled once for each, with -DSAMPLE=<the variant's name>.
#include "programs/run_sample.hpp"

namespace ssd::variants {
extern const Variant SAMPLE;
}

int main(int count, char** arguments) { return ssd::run_sample(ssd::variants::SAMPLE, count, arguments); }
