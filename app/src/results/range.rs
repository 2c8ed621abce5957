//! Where a value lies: a line, the range as a band in its middle half, and a mark. Position and
//! shape say it, the words beside it say it again.

use domain::results::meaning::{Band, BandSource};
use leptos::prelude::*;

use super::chart::coordinate;
use crate::words::Words;

const WIDTH: f64 = 240.0;
/// Where the band begins and ends when the range has both limits.
const LOW: f64 = 60.0;
const HIGH: f64 = 180.0;
/// A band without a limit runs to here.
const OPEN: f64 = 8.0;
/// The mark stays this far from the edge.
const EDGE: f64 = 10.0;

/// Where the mark of a number stands; the same order as the numbers, always inside the drawing.
fn mark_at(number: f64, low: Option<f64>, high: Option<f64>) -> f64 {
    let size = |limit: f64| if limit == 0.0 { 1.0 } else { limit.abs() };
    let x = match (low, high) {
        (Some(low), Some(high)) if high > low => LOW + (number - low) / (high - low) * (HIGH - LOW),
        // A range of one number: below, at it, above.
        (Some(low), Some(_)) if number < low => LOW / 2.0,
        (Some(_), Some(high)) if number > high => f64::midpoint(HIGH, WIDTH),
        (Some(_), Some(_)) | (None, None) => WIDTH / 2.0,
        (None, Some(high)) if number <= high => HIGH - (high - number) / size(high) * 156.0,
        (None, Some(high)) => HIGH + (number - high) / size(high) * 120.0,
        (Some(low), None) if number >= low => LOW + (number - low) / size(low) * 80.0,
        (Some(low), None) => LOW - (low - number) / size(low) * LOW,
    };
    if x.is_nan() { WIDTH / 2.0 } else { x.clamp(EDGE, WIDTH - EDGE) }
}

/// From where to where the band runs.
fn band_at(band: &Band) -> (f64, f64) {
    let from = if band.low.is_some() { LOW } else { OPEN };
    let to = if band.high.is_some() { HIGH } else { WIDTH - OPEN };
    (from, to)
}

/// The drawing. `outside` is what the laboratory says, not what the numbers seem to say.
pub fn range_drawing(number: f64, band: &Band, outside: bool) -> AnyView {
    let x = mark_at(number, band.low, band.high);
    let (from, to) = band_at(band);
    let mark = if outside && band.source == BandSource::Laboratory {
        view! { <path class="range-mark" d=format!("M{} 3l9 9-9 9-9-9z", coordinate(x))/> }.into_any()
    } else {
        view! { <circle class="range-mark" cx=coordinate(x) cy="12" r="7.5"/> }.into_any()
    };
    let limit = |x: f64, text: &Option<String>| {
        text.clone().map(|text| view! { <text class="range-end" x=coordinate(x) y="35">{text}</text> })
    };
    view! {
        <svg viewBox="0 0 240 38" aria-hidden="true" focusable="false">
            <path class="range-line" d="M4 12h232"/>
            <rect class="range-band" x=coordinate(from) y="5" width=coordinate(to - from) height="14" rx="5"/>
            {mark}
            {limit(LOW, &band.low_text)}
            {limit(HIGH, &band.high_text)}
        </svg>
    }
    .into_any()
}

/// The range in a sentence; `None` when it has no limit.
pub fn range_sentence(words: Words, band: &Band) -> Option<String> {
    let typical = band.source == BandSource::Typical;
    Some(match (&band.low_text, &band.high_text) {
        (Some(low), Some(high)) if typical => words.results_typical(high, low),
        (Some(low), Some(high)) => words.results_range(high, low),
        (Some(low), None) if typical => words.results_typical_from(low),
        (Some(low), None) => words.results_range_from(low),
        (None, Some(high)) if typical => words.results_typical_to(high),
        (None, Some(high)) => words.results_range_to(high),
        (None, None) => return None,
    })
}

/// The range beside the band of a chart.
pub fn range_legend(words: Words, band: &Band) -> Option<String> {
    let typical = band.source == BandSource::Typical;
    Some(match (&band.low_text, &band.high_text) {
        (Some(low), Some(high)) if typical => words.results_legend_typical(high, low),
        (Some(low), Some(high)) => words.results_legend_range(high, low),
        (Some(low), None) if typical => words.results_legend_typical_from(low),
        (Some(low), None) => words.results_legend_range_from(low),
        (None, Some(high)) if typical => words.results_legend_typical_to(high),
        (None, Some(high)) => words.results_legend_range_to(high),
        (None, None) => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn a_limit() -> impl Strategy<Value = Option<f64>> {
        proptest::option::of(-1e6f64..1e6)
    }

    proptest! {
        #[test]
        fn the_mark_is_inside_the_drawing_and_on_the_right_side_of_each_limit(
            number in -1e9f64..1e9, one in a_limit(), other in a_limit()
        ) {
            let (low, high) = match (one, other) {
                (Some(a), Some(b)) => (Some(a.min(b)), Some(a.max(b))),
                limits => limits,
            };
            let x = mark_at(number, low, high);
            prop_assert!((EDGE..=WIDTH - EDGE).contains(&x));
            if let Some(low) = low {
                prop_assert!((number < low && x <= LOW) || (number >= low && x >= LOW));
            }
            if let Some(high) = high {
                prop_assert!((number > high && x >= HIGH) || (number <= high && x <= HIGH));
            }
        }

        #[test]
        fn a_higher_number_never_stands_lower(a in -1e6f64..1e6, b in -1e6f64..1e6, low in a_limit(), width in 0f64..1e3) {
            let high = low.map(|low| low + width);
            let (less, more) = (a.min(b), a.max(b));
            for (low, high) in [(low, high), (low, None), (None, high)] {
                prop_assert!(mark_at(less, low, high) <= mark_at(more, low, high));
            }
        }
    }
}
