//! std::thread::scope: one slice and one partial sum per thread. No crate is needed.
//!
//! The scope ends when all its threads have ended, so the threads may borrow the arrays. A shared total, as in the
//! article's race, does not compile: two threads cannot both borrow it to write.

mod element;

use element::{array, Element};
use std::thread;

fn thread_scope<T: Element>(a: &[T], b: &[T], threads: usize) -> T::Total {
    let length = (a.len() + threads - 1) / threads;
    thread::scope(|scope| {
        let slices = a.chunks(length.max(1)).zip(b.chunks(length.max(1)));
        let workers: Vec<_> = slices.map(|(a, b)| scope.spawn(|| partial_sum(a, b))).collect();
        workers.into_iter().map(|worker| worker.join().unwrap()).sum()
    })
}

fn partial_sum<T: Element>(a: &[T], b: &[T]) -> T::Total {
    a.iter().zip(b).map(|(&x, &y)| x.squared_difference(y)).sum()
}

// What peers.py calls: two arrays of `length` elements, and the number of threads, which is at least 1.

#[no_mangle]
pub unsafe extern "C" fn sum_int64(a: *const i64, b: *const i64, length: usize, threads: usize) -> i64 {
    thread_scope(array(a, length), array(b, length), threads).0
}

#[no_mangle]
pub unsafe extern "C" fn sum_int32(a: *const i32, b: *const i32, length: usize, threads: usize) -> i64 {
    thread_scope(array(a, length), array(b, length), threads).0
}

#[no_mangle]
pub unsafe extern "C" fn sum_float32(a: *const f32, b: *const f32, length: usize, threads: usize) -> f32 {
    thread_scope(array(a, length), array(b, length), threads)
}
