// What the runs of one variant gave: its answers on the given arrays and on control arrays.
#pragma once

#include "judge/control_arrays.hpp"
#include "judge/reference.hpp"
#include "judge/tally.hpp"

namespace reductions {

// What all runs together show.
enum class Finding {
    right,     // every answer on the given arrays is proven right, and every control run agrees
    counted,   // every control run counted every element; on the given arrays rounding leaves the answers unproven
    unproven,  // no answer is wrong, but there was no memory for control arrays
    wrong,     // an answer was wrong
};

class Judgement {
public:
    // Counts an answer on the given arrays.
    template <Element T>
    void count(Sum<T> answer, const Reference<T>& reference) {
        const Verdict verdict = reference.verdict(answer);
        given_.count(answer, verdict);
        if (verdict != Verdict::within_rounding) return;
        const double off = reference.off(answer);
        if (!(off <= off_)) off_ = off;  // NaN counts as worse
        most_off_ = reference.most_off();
    }

    // Counts an answer on control arrays.
    template <Element T>
    void count(Sum<T> answer, const ControlArrays<T>& control) {
        control_.count(answer, control.verdict(answer));
    }

    const Tally& given() const { return given_; }
    const Tally& control() const { return control_; }

    // For the answers within rounding: how far the worst of them is from the exact sum, and how far rounding can lead,
    // as fractions of the sum. NaN if the sum is not finite.
    double off() const { return off_; }
    double most_off() const { return most_off_; }

    bool wrong() const { return given_.wrong() + control_.wrong() != 0; }

    Finding finding() const {
        if (wrong()) return Finding::wrong;
        if (control_.runs() == 0) return Finding::unproven;
        return given_.within_rounding() == 0 ? Finding::right : Finding::counted;
    }

private:
    Tally given_;
    Tally control_;
    double off_ = 0;
    double most_off_ = 0;
};

}  // namespace reductions
