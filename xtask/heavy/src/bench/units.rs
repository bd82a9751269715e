//! Figures, as people read them.

/// A count: `1,234`, or `12.3 M`.
pub fn count(figure: u64) -> String {
    match figure {
        0..100_000 => grouped(figure),
        _ => scaled(figure as f64, 1000.0, &["", " k", " M", " G", " T"]),
    }
}

/// A time in nanoseconds: `1.23 ms`.
pub fn time(nanoseconds: u64) -> String {
    match nanoseconds {
        0..1_000_000_000 => scaled(nanoseconds as f64, 1000.0, &[" ns", " µs", " ms"]),
        _ => format!("{} s", digits(nanoseconds as f64 / 1e9)),
    }
}

/// A size in bytes: `1.23 MiB`.
pub fn bytes(figure: u64) -> String {
    scaled(figure as f64, 1024.0, &[" B", " KiB", " MiB", " GiB"])
}

/// A ratio: what is faster reads as how many times.
pub fn ratio(ours: f64, theirs: f64) -> String {
    if theirs == 0.0 {
        return if ours == 0.0 { "same" } else { "-" }.to_owned();
    }
    if ours == 0.0 {
        return "0".to_owned();
    }
    let ratio = ours / theirs;
    if ratio > 0.0 && ratio <= 0.1 {
        format!("1/{}", digits(1.0 / ratio))
    } else {
        format!("{ratio:.3}")
    }
}

/// A change, in per cent.
pub fn change(now: f64, before: f64) -> String {
    if now == before {
        return "same".to_owned();
    }
    if before == 0.0 {
        return "new".to_owned();
    }
    format!("{:+.2} %", (now / before - 1.0) * 100.0)
}

fn scaled(figure: f64, step: f64, units: &[&str]) -> String {
    let mut figure = figure;
    let mut units = units.iter().peekable();
    while let Some(unit) = units.next() {
        if figure < step || units.peek().is_none() {
            let text = if figure.fract() == 0.0 && figure < 1000.0 {
                format!("{figure}")
            } else {
                digits(figure)
            };
            return text + unit;
        }
        figure /= step;
    }
    String::new()
}

/// Three digits that count.
fn digits(figure: f64) -> String {
    match figure {
        100.0.. => format!("{figure:.0}"),
        10.0.. => format!("{figure:.1}"),
        _ => format!("{figure:.2}"),
    }
}

fn grouped(figure: u64) -> String {
    let text = figure.to_string();
    let mut grouped = String::new();
    for (at, digit) in text.chars().enumerate() {
        if at > 0 && (text.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_have_three_digits_and_a_unit() {
        assert_eq!(count(0), "0");
        assert_eq!(count(99_999), "99,999");
        assert_eq!(count(221_571_487), "222 M");
        assert_eq!(time(950), "950 ns");
        assert_eq!(time(24_800_000), "24.8 ms");
        assert_eq!(time(3_210_000_000), "3.21 s");
        assert_eq!(time(131_000_000_000), "131 s");
        assert_eq!(bytes(512), "512 B");
        assert_eq!(bytes(52_608_119), "50.2 MiB");
    }

    #[test]
    fn ratios_and_changes_are_plain() {
        assert_eq!(ratio(10.0, 500.0), "1/50.0");
        assert_eq!(ratio(1.0, 2.0), "0.500");
        assert_eq!(ratio(0.0, 0.0), "same");
        assert_eq!(ratio(0.0, 7.0), "0");
        assert_eq!(ratio(1.0, 0.0), "-");
        assert_eq!(change(1.0, 1.0), "same");
        assert_eq!(change(2.0, 0.0), "new");
        assert_eq!(change(101.0, 100.0), "+1.00 %");
        assert_eq!(change(99.0, 100.0), "-1.00 %");
    }
}
