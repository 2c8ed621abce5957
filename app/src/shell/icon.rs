//! The one icon set: 24 × 24, drawn for Daybook, in the colour of the text beside it.

use leptos::prelude::*;

/// A drawing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Drawing {
    Appointment,
    ArrowDown,
    ArrowUp,
    Attention,
    Back,
    Check,
    ChevronEnd,
    ChevronStart,
    Circle,
    Computer,
    Device,
    Diagnosis,
    Diamond,
    Diary,
    Document,
    Download,
    Filter,
    Genetics,
    Info,
    Key,
    Lab,
    Language,
    Mark,
    Measurement,
    Medicine,
    Medicines,
    More,
    Note,
    Octagon,
    Other,
    Pathology,
    Person,
    Phone,
    Plan,
    Print,
    Privacy,
    Procedure,
    Question,
    Results,
    Same,
    Scan,
    Search,
    SignOut,
    Today,
    Treatment,
    Trend,
    Vaccine,
    Visit,
    Waiting,
}

impl Drawing {
    /// The inside of the `<svg>`.
    const fn markup(self) -> &'static str {
        match self {
            Self::Appointment => {
                r#"<path d="M5 5.5h14a1 1 0 0 1 1 1v12a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1v-12a1 1 0 0 1 1-1zM4 10h16M8 3.5v4M16 3.5v4M8 14h3"/>"#
            }
            Self::ArrowDown => r#"<path d="M12 4.5v15M6 13.5l6 6 6-6"/>"#,
            Self::ArrowUp => r#"<path d="M12 19.5v-15M6 10.5l6-6 6 6"/>"#,
            Self::Attention => r#"<path d="M12 4 3.5 19.5h17zM12 10v4.5M12 17v.01"/>"#,
            Self::Back => r#"<path d="M20 12H4.5M10.5 6l-6 6 6 6"/>"#,
            Self::Check => r#"<path d="m5 12.5 4.5 4.5L19 7.5"/>"#,
            Self::ChevronEnd => r#"<path d="m9.5 6 6 6-6 6"/>"#,
            Self::ChevronStart => r#"<path d="m14.5 6-6 6 6 6"/>"#,
            Self::Circle => r#"<path d="M12 4.5a7.5 7.5 0 1 1 0 15 7.5 7.5 0 0 1 0-15z"/>"#,
            Self::Computer => r#"<path d="M5 5h14a1 1 0 0 1 1 1v9.5H4V6a1 1 0 0 1 1-1zM2.5 19h19"/>"#,
            Self::Device => {
                r#"<path d="M8 3.5h8a1 1 0 0 1 1 1v15a1 1 0 0 1-1 1H8a1 1 0 0 1-1-1v-15a1 1 0 0 1 1-1zM11 17.5h2"/>"#
            }
            Self::Diagnosis => {
                r#"<path d="M9 5H6.5a1 1 0 0 0-1 1v13.5a1 1 0 0 0 1 1h11a1 1 0 0 0 1-1V6a1 1 0 0 0-1-1H15M9 3.5h6V7H9zM12 10.5v6M9 13.5h6"/>"#
            }
            Self::Diamond => r#"<path d="m12 3.5 8.5 8.5-8.5 8.5L3.5 12z"/>"#,
            Self::Diary => {
                r#"<path d="M6.5 3.5h11a1 1 0 0 1 1 1v15a1 1 0 0 1-1 1h-11a1 1 0 0 1-1-1v-15a1 1 0 0 1 1-1zM9 3.5v17M3.5 8h3M3.5 12h3M3.5 16h3M12 8h3.5M12 11.5h3.5"/>"#
            }
            Self::Document => {
                r#"<path d="M6.5 3.5h8l4 4v12a1 1 0 0 1-1 1h-11a1 1 0 0 1-1-1v-15a1 1 0 0 1 1-1zM14 3.5V8h4.5M9 12.5h6M9 16h6"/>"#
            }
            Self::Download => r#"<path d="M12 4v11M7.5 11l4.5 4.5 4.5-4.5M4.5 19.5h15"/>"#,
            Self::Filter => r#"<path d="M4 6.5h16M7 12h10M10 17.5h4"/>"#,
            Self::Genetics => {
                r#"<path d="M8 3c0 7 8 11 8 18M16 3c0 7-8 11-8 18M8.6 6h6.8M10 9h4M10 15h4M8.6 18h6.8"/>"#
            }
            Self::Info => r#"<circle cx="12" cy="12" r="8.5"/><path d="M12 11v5.5M12 7.7v.01"/>"#,
            Self::Key => r#"<circle cx="8" cy="15.5" r="4"/><path d="M11 12.5 19.5 4M16 7.5l3 3"/>"#,
            Self::Lab => r#"<path d="M9 3.5v14a3 3 0 0 0 6 0v-14M7.5 3.5h9M9 12.5h6"/>"#,
            Self::Language => {
                r#"<circle cx="12" cy="12" r="8.5"/><path d="M3.5 12h17M12 3.5c2.3 2.3 3.5 5.2 3.5 8.5s-1.2 6.2-3.5 8.5c-2.3-2.3-3.5-5.2-3.5-8.5s1.2-6.2 3.5-8.5z"/>"#
            }
            Self::Mark => {
                r#"<path d="M7.5 12.5a4.5 4.5 0 0 1 9 0M12 3.5v1.6M5.6 6.4l1.1 1.1M18.4 6.4l-1.1 1.1M12 20c-2.4-2-5.4-3-9-3v-3.2c3.6 0 6.6 1 9 3 2.4-2 5.4-3 9-3V17c-3.6 0-6.6 1-9 3zM12 16.8V20"/>"#
            }
            Self::Measurement => {
                r#"<path d="M4 17.5a8 8 0 1 1 16 0M4 17.5h16M12 17.5l3.5-5M12 9.5v1M6.5 15h.5M17 15h.5"/>"#
            }
            Self::Medicine => {
                r#"<path d="m10.5 20.3 9.8-9.8a4.8 4.8 0 0 0-6.8-6.8l-9.8 9.8a4.8 4.8 0 0 0 6.8 6.8zM8.6 8.6l6.8 6.8"/>"#
            }
            Self::Medicines => {
                r#"<path d="M5.5 3.5h13v4h-13zM7 7.5v12a1 1 0 0 0 1 1h8a1 1 0 0 0 1-1v-12M7 11.5h10M7 17h10M12 12.7v3M10.5 14.2h3"/>"#
            }
            Self::More => r#"<path d="M4 7h16M4 12h16M4 17h16"/>"#,
            Self::Note => {
                r#"<path d="M5.5 4h13a1 1 0 0 1 1 1v9.5l-5.5 5.5H5.5a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1zM19.5 14.5H14V20M8 8.5h8M8 12h4"/>"#
            }
            Self::Octagon => r#"<path d="M8.5 3.5h7l5 5v7l-5 5h-7l-5-5v-7zM12 8v5M12 16v.01"/>"#,
            Self::Other => r#"<circle cx="12" cy="12" r="8.5"/><path d="M8 12h.01M12 12h.01M16 12h.01"/>"#,
            Self::Pathology => {
                r#"<path d="m9.5 4.5 3-1 3 8-3 1.1zM8.5 15.5h6M14.5 7.5a6.5 6.5 0 0 1 2 12.5M5 20h14.5M11 4l-.6-1.5M13.5 12.2l.5 1.8"/>"#
            }
            Self::Person => r#"<circle cx="12" cy="8" r="4"/><path d="M4.5 20.5c.5-4 3.5-6 7.5-6s7 2 7.5 6"/>"#,
            Self::Phone => {
                r#"<path d="M8.6 4H5.5a1.5 1.5 0 0 0-1.5 1.6C4.6 13.4 10.6 19.4 18.4 20a1.5 1.5 0 0 0 1.6-1.5v-3.1l-4.2-1.7-1.9 2.1a12.5 12.5 0 0 1-5.7-5.7l2.1-1.9z"/>"#
            }
            Self::Plan => {
                r#"<path d="m4 6.5 1.5 1.5L8 5M4 12.5l1.5 1.5L8 11M4 18.5 5.5 20 8 17M11.5 7H20M11.5 13H20M11.5 19H20"/>"#
            }
            Self::Print => {
                r#"<path d="M7.5 9V3.5h9V9M7.5 16.5h-3v-6.5a1 1 0 0 1 1-1h13a1 1 0 0 1 1 1v6.5h-3M7.5 14h9v6.5h-9z"/>"#
            }
            Self::Privacy => r#"<path d="M12 3.5 5 6v5.5c0 4.5 3 7.5 7 9 4-1.5 7-4.5 7-9V6zM9 12l2.2 2.2L15 10.3"/>"#,
            Self::Procedure => {
                r#"<path d="M6.5 8h11a4 4 0 0 1 0 8h-11a4 4 0 0 1 0-8zM9 8v8M15 8v8M11 10.7h.01M13 10.7h.01M11 13.3h.01M13 13.3h.01"/>"#
            }
            Self::Question => {
                r#"<path d="M5 5h14a1 1 0 0 1 1 1v9.5a1 1 0 0 1-1 1h-7L7.5 20.5v-4H5a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1zM9.8 9.3a2.2 2.2 0 1 1 2.9 2.1c-.5.2-.7.5-.7 1M12 14v.01"/>"#
            }
            Self::Results => {
                r#"<path d="M6.5 3.5h8l4 4v12a1 1 0 0 1-1 1h-11a1 1 0 0 1-1-1v-15a1 1 0 0 1 1-1zM14 3.5V8h4.5M8.5 15.5l2-2.5 2 1.5 3-3.5"/>"#
            }
            Self::Same => r#"<path d="M5 9.5h14M5 14.5h14"/>"#,
            Self::Scan => {
                r#"<path d="M4 8V5a1 1 0 0 1 1-1h3M16 4h3a1 1 0 0 1 1 1v3M20 16v3a1 1 0 0 1-1 1h-3M8 20H5a1 1 0 0 1-1-1v-3M12 7.5v9M9 9.5c1-.7 5-.7 6 0M8.5 12.5c1.2-.7 5.8-.7 7 0M9.5 15.5c.8-.5 4.2-.5 5 0"/>"#
            }
            Self::Search => r#"<circle cx="10.5" cy="10.5" r="6"/><path d="m15 15 5 5"/>"#,
            Self::SignOut => {
                r#"<path d="M13.5 4.5h-7a1 1 0 0 0-1 1v13a1 1 0 0 0 1 1h7M10.5 12h10M17 8.5l3.5 3.5-3.5 3.5"/>"#
            }
            Self::Today => {
                r#"<circle cx="12" cy="12" r="4"/><path d="M12 3v1.5M12 19.5V21M3 12h1.5M19.5 12H21M5.64 5.64 6.7 6.7M17.3 17.3l1.06 1.06M5.64 18.36l1.06-1.06M17.3 6.7l1.06-1.06"/>"#
            }
            Self::Treatment => r#"<path d="M8 3.5h8v8a4 4 0 0 1-8 0zM8 8h8M12 15.5v2M12 20.5v.01M10.5 3.5V2.5h3v1"/>"#,
            Self::Trend => r#"<path d="M4 4v15a1 1 0 0 0 1 1h15M7.5 15l3.5-4.5 3 2.5 5-6.5"/>"#,
            Self::Vaccine => {
                r#"<path d="m14.5 3.5 6 6M17.5 6.5l-3 3M10 7l7 7M11.5 8.5 5.5 14.5v4h4l6-6M5.5 18.5l-2.5 2.5M9 14.5l-1.2-1.2M11.5 12l-1.2-1.2"/>"#
            }
            Self::Visit => {
                r#"<path d="M6 3.5v5a4 4 0 0 0 8 0v-5M4.8 3.5H7M13 3.5h2.2M10 12.5v2.5a5 5 0 0 0 5 5c2.5 0 4-1.7 4-4v-1.5"/><circle cx="19" cy="12.5" r="2"/>"#
            }
            Self::Waiting => r#"<circle cx="12" cy="12" r="8.5"/><path d="M12 7v5l3.5 2"/>"#,
        }
    }

    /// Whether it points somewhere along the line of writing.
    const fn turns(self) -> bool {
        matches!(self, Self::ChevronStart | Self::ChevronEnd | Self::Back | Self::SignOut)
    }
}

/// Shows a drawing; what it means is always said in words beside it.
#[component]
pub fn Icon(of: Drawing) -> impl IntoView {
    let class = if of.turns() { "icon icon-flip" } else { "icon" };
    // The markup is this file's own, so this is not a door for anyone's HTML.
    view! {
        <svg class=class viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false" inner_html=of.markup()></svg>
    }
}
