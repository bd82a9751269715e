//! What a name stands for: one thing nearly always, several where architectures differ.

/// One thing or several, in the order in which they came; the one alone takes no memory of its own.
#[derive(Debug)]
pub enum Few<T> {
    /// The only one so far.
    One(T),
    /// All of them.
    Several(Vec<T>),
}

impl<T> Few<T> {
    /// Adds another.
    pub fn push(&mut self, next: T) {
        match self {
            Self::Several(all) => all.push(next),
            Self::One(_) => {
                let first = std::mem::replace(self, Self::Several(Vec::with_capacity(2)));
                if let (Self::Several(all), Self::One(first)) = (self, first) {
                    all.extend([first, next]);
                }
            }
        }
    }

    /// All of them.
    pub fn as_slice(&self) -> &[T] {
        match self {
            Self::One(only) => std::slice::from_ref(only),
            Self::Several(all) => all,
        }
    }
}
