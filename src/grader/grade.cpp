#include "grader/grade.hpp"

#include <algorithm>

namespace reductions {

std::string_view to_string(VerdictCode code) {
    return std::find_if(verdict_codes.begin(), verdict_codes.end(), [&](const auto& row) { return row.first == code; })
        ->second;
}

std::optional<VerdictCode> Grade::verdict() const {
    std::optional<VerdictCode> first;
    for (const Criterion& criterion : criteria) {
        if (criterion.failure && (!first || *criterion.failure < *first)) first = criterion.failure;
    }
    return first;
}

bool Grade::has_right_answer() const { return !criteria.empty() && criteria.front().state == Criterion::State::passed; }

double Grade::points() const {
    if (!has_right_answer()) return 0;
    double sum = 0;
    for (const Criterion& criterion : criteria) sum += criterion.points();
    return sum;
}

double Grade::most_points() const {
    double sum = 0;
    for (const Criterion& criterion : criteria) sum += criterion.most_points;
    return sum;
}

}  // namespace reductions
