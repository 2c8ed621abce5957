//! QR codes as drawings, made on the server.

use std::fmt::Write as _;

use leptos::prelude::*;
use qrcode::{Color, QrCode};

/// Empty modules around the code, as the standard wants them.
const QUIET: usize = 4;

/// A drawing of `text` that phones read; nothing when it is too long for one.
pub fn qr(text: &str, label: String) -> Option<AnyView> {
    let code = QrCode::new(text).ok()?;
    let (width, path) = (code.width(), path(&code.to_colors(), code.width()));
    let side = width + 2 * QUIET;
    let drawing = view! {
        <svg class="qr" role="img" aria-label=label viewBox=format!("-{QUIET} -{QUIET} {side} {side}")>
            <path shape-rendering="crispEdges" d=path></path>
        </svg>
    };
    Some(drawing.into_any())
}

/// Each run of dark modules in a row as one rectangle.
fn path(modules: &[Color], width: usize) -> String {
    let mut path = String::new();
    for (y, row) in modules.chunks(width).enumerate() {
        let mut x = 0;
        for run in row.chunk_by(|a, b| a == b) {
            if run[0] == Color::Dark {
                // Writing to a string can't fail.
                let _ = write!(path, "M{x} {y}h{0}v1h-{0}z", run.len());
            }
            x += run.len();
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_of_dark_modules_become_rectangles() {
        let row = |text: &str| text.chars().map(|c| if c == '#' { Color::Dark } else { Color::Light }).collect();
        let modules: Vec<Color> =
            ["##.#", "....", ".###"].iter().flat_map(|text| -> Vec<Color> { row(text) }).collect();
        assert_eq!(path(&modules, 4), "M0 0h2v1h-2zM3 0h1v1h-1zM1 2h3v1h-3z");
    }
}
