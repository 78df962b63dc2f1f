// Why a submission fails a criterion.
#pragma once

#include <string>

#include "grader/grade.hpp"

namespace reductions {

struct Fault {
    VerdictCode code;
    std::string message;  // for the student; may contain bytes from the submission
};

}  // namespace reductions
