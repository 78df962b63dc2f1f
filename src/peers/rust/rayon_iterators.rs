//! rayon: a parallel iterator in place of a sequential one.
//!
//! Rayon splits the iterator into halves until its threads have enough work, and a thread that has none takes some from
//! another. Where it splits can depend on the run, and so can the order in which floats are added.

mod element;

use element::{array, Element};
use rayon::prelude::*;
use rayon::{ThreadPool, ThreadPoolBuilder};
use std::sync::Mutex;

/// The pool of the last call, because a program creates its pool once.
static POOL: Mutex<Option<ThreadPool>> = Mutex::new(None);

fn rayon_iterators<T: Element>(a: &[T], b: &[T], threads: usize) -> T::Total
where
    T::Total: std::iter::Sum<T::Total>,
{
    let mut pool = POOL.lock().unwrap();
    if pool.as_ref().map(ThreadPool::current_num_threads) != Some(threads) {
        *pool = Some(ThreadPoolBuilder::new().num_threads(threads).build().unwrap());
    }
    pool.as_ref().unwrap().install(|| a.par_iter().zip(b).map(|(&x, &y)| x.squared_difference(y)).sum())
}

// What peers.py calls: two arrays of `length` elements, and the number of threads, which is at least 1.

#[no_mangle]
pub unsafe extern "C" fn sum_int64(a: *const i64, b: *const i64, length: usize, threads: usize) -> i64 {
    rayon_iterators(array(a, length), array(b, length), threads).0
}

#[no_mangle]
pub unsafe extern "C" fn sum_int32(a: *const i32, b: *const i32, length: usize, threads: usize) -> i64 {
    rayon_iterators(array(a, length), array(b, length), threads).0
}

#[no_mangle]
pub unsafe extern "C" fn sum_float32(a: *const f32, b: *const f32, length: usize, threads: usize) -> f32 {
    rayon_iterators(array(a, length), array(b, length), threads)
}
