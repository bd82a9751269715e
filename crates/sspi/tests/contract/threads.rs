//! Many threads at once.

use std::thread;

use winsec_sspi::{package, packages};

use crate::common::Lab;

const THREADS: usize = 8;
const ROUNDS: usize = 500;

#[test]
fn eight_threads_enumerate_and_drop() {
    let lab = Lab::new();
    let count = packages().unwrap().len();
    thread::scope(|scope| {
        for _ in 0..THREADS {
            let visitor = lab.visitor();
            scope.spawn(move || {
                let _entered = visitor.enter();
                for _ in 0..ROUNDS {
                    let list = packages().unwrap();
                    assert_eq!(list.len(), count);
                    let one = package("Negotiate").unwrap();
                    let listed = list.find("negotiate").unwrap();
                    assert_eq!(one.info().to_owned(), listed.to_owned());
                }
            });
        }
    });
    lab.audit();
}

#[test]
fn a_list_is_read_by_many_and_dropped_by_another() {
    let lab = Lab::new();
    let list = packages().unwrap();
    let names: Vec<_> = list.iter().map(|one| one.to_owned()).collect();
    thread::scope(|scope| {
        for _ in 0..THREADS {
            scope.spawn(|| {
                let seen: Vec<_> = list.iter().map(|one| one.to_owned()).collect();
                assert_eq!(seen, names);
            });
        }
    });
    let visitor = lab.visitor();
    let gone = thread::spawn(move || {
        let _entered = visitor.enter();
        drop(list);
    });
    gone.join().unwrap();
    lab.audit();
}
