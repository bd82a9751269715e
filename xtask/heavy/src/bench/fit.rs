//! How a cost grows with the size of its input.

/// The slope of the straight line through logarithms: 1 is linear, 2 quadratic. Nothing for fewer
/// than two sizes.
pub fn slope(points: &[(f64, f64)]) -> Option<f64> {
    let logs: Vec<_> = points
        .iter()
        .map(|(size, cost)| (size.ln(), cost.ln()))
        .collect();
    let count = logs.len() as f64;
    let mean = |part: fn(&(f64, f64)) -> f64| logs.iter().map(part).sum::<f64>() / count;
    let (x, y) = (mean(|point| point.0), mean(|point| point.1));
    let above: f64 = logs.iter().map(|point| (point.0 - x) * (point.1 - y)).sum();
    let below: f64 = logs.iter().map(|point| (point.0 - x).powi(2)).sum();
    (below > 0.0).then(|| above / below)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(power: f64) -> f64 {
        let points = [1e3, 1e4, 1e5].map(|size: f64| (size, 7.0 * size.powf(power)));
        slope(&points).unwrap()
    }

    #[test]
    fn the_slope_is_the_power() {
        assert!((of(1.0) - 1.0).abs() < 1e-9);
        assert!((of(2.0) - 2.0).abs() < 1e-9);
        assert_eq!(slope(&[(1.0, 1.0)]), None);
        assert_eq!(slope(&[]), None);
    }
}
