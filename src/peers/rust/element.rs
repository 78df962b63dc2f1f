//! What is computed, as src/contract/element.hpp says it for C++: sum((a[i] - b[i])²), which wraps around as NumPy's
//! integers do. Difference and square have the array's own type; the sum of integers has 64 bits.

use std::iter::Sum;
use std::num::Wrapping;
use std::slice;

pub trait Element: Copy + Send + Sync {
    /// What the squares are added in.
    type Total: Sum + Send;

    fn squared_difference(self, other: Self) -> Self::Total;
}

impl Element for i64 {
    type Total = Wrapping<i64>;

    fn squared_difference(self, other: i64) -> Wrapping<i64> {
        let difference = self.wrapping_sub(other);
        Wrapping(difference.wrapping_mul(difference))
    }
}

impl Element for i32 {
    type Total = Wrapping<i64>;

    fn squared_difference(self, other: i32) -> Wrapping<i64> {
        let difference = self.wrapping_sub(other);
        Wrapping(difference.wrapping_mul(difference).into())
    }
}

impl Element for f32 {
    type Total = f32;

    fn squared_difference(self, other: f32) -> f32 {
        let difference = self - other;
        difference * difference
    }
}

/// A caller's array.
///
/// # Safety
/// `first` points to `length` elements, which nobody changes as long as the slice is used.
pub unsafe fn array<'a, T: Element>(first: *const T, length: usize) -> &'a [T] {
    slice::from_raw_parts(first, length)
}
