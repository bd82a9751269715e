//! A random sample that a seed makes the same every time.

/// How many records are looked at, and which.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sample {
    /// How many.
    pub count: usize,
    /// What the choice follows from.
    pub seed: u64,
}

impl Sample {
    /// So many of the names, or all when there are no more; sorted.
    pub(super) fn of<'n>(self, names: &[&'n str]) -> Vec<&'n str> {
        let mut names = names.to_vec();
        let mut random = oorandom::Rand64::new(self.seed.into());
        let count = self.count.min(names.len());
        for place in 0..count {
            let from = random.rand_range(place as u64..names.len() as u64);
            // It is a place of a list in memory.
            names.swap(place, from as usize);
        }
        names.truncate(count);
        names.sort_unstable();
        names
    }
}

#[cfg(test)]
mod tests {
    use super::Sample;

    #[test]
    fn a_seed_is_a_choice() {
        let names: Vec<String> = (0..100).map(|number| format!("N{number:02}")).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let choose = |count, seed| Sample { count, seed }.of(&names);
        assert_eq!(choose(10, 7), choose(10, 7));
        assert_ne!(choose(10, 7), choose(10, 8));
        assert_eq!(choose(10, 7).len(), 10);
        assert!(choose(10, 7).is_sorted());
        assert_eq!(choose(1000, 7), names);
    }
}
