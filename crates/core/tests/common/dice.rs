//! Chance that is the same for the same seed, and how long the long tests run.

/// SplitMix64.
pub struct Dice(u64);

impl Dice {
    pub const fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// A number below `limit`.
    pub const fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (z ^ (z >> 31)) % limit
    }
}

/// How many queries a long test makes: all in a release build, fewer in a debug build, and as many
/// as `WINSEC_SOAK_QUERIES` says if it is set. The number is printed.
pub fn queries(all: u64, in_debug: u64) -> u64 {
    let asked = std::env::var("WINSEC_SOAK_QUERIES").ok();
    let asked = asked.map(|text| text.parse().expect("WINSEC_SOAK_QUERIES is a number"));
    let count = asked.unwrap_or(if cfg!(debug_assertions) {
        in_debug
    } else {
        all
    });
    if count < all {
        println!(
            "{count} of {all} queries; WINSEC_SOAK_QUERIES={all} or a release build makes all"
        );
    } else {
        println!("{count} queries");
    }
    count
}

/// The seed: `WINSEC_SOAK_SEED` if it is set. It is printed.
pub fn seed() -> u64 {
    let asked = std::env::var("WINSEC_SOAK_SEED").ok();
    let seed = asked.map_or(20_250_806, |text| {
        text.parse().expect("WINSEC_SOAK_SEED is a number")
    });
    println!("seed {seed}");
    seed
}
