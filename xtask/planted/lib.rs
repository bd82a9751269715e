//! Nothing: the faults are the package's tests, because it is tests that the sanitizers run.
