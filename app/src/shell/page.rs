//! How a page is loaded, headed and titled.

use leptos::{
    prelude::*,
    server::codee::{Decoder, Encoder},
};
use leptos_meta::Title;
use serde::{Serialize, de::DeserializeOwned};

use super::{fault::fault, icon::{Drawing, Icon}};
use crate::{error::Answer, visit::words};

/// The model of a page on its way: handed over with the page, fetched when one moves within the app.
pub type Model<T> = Resource<Answer<T>, Json>;

/// JSON, read from bytes as the answers of server functions are: the two share one decoder, which
/// is a tenth of what the browser downloads.
pub struct Json;

impl<T: Serialize> Encoder<T> for Json {
    type Error = serde_json::Error;
    type Encoded = String;

    fn encode(value: &T) -> Result<String, serde_json::Error> {
        serde_json::to_string(value)
    }
}

impl<T: DeserializeOwned> Decoder<T> for Json {
    type Error = serde_json::Error;
    type Encoded = str;

    fn decode(text: &str) -> Result<T, serde_json::Error> {
        serde_json::from_slice(text.as_bytes())
    }
}

/// Fetches a page's model again whenever `source` changes.
pub fn model<S, T, F>(
    source: impl Fn() -> S + Send + Sync + 'static,
    fetch: impl Fn(S) -> F + Send + Sync + 'static,
) -> Model<T>
where
    S: PartialEq + Clone + Send + Sync + 'static,
    T: Serialize + DeserializeOwned + Send + Sync + 'static,
    F: Future<Output = Answer<T>> + Send + 'static,
{
    Resource::new_with_options(source, fetch, false)
}

/// Shows the one model of a page when it is there, and the fault when it isn't.
pub fn loaded<T>(model: Model<T>, page: impl Fn(T) -> AnyView + Copy + Send + Sync + 'static) -> AnyView
where
    T: Clone + Serialize + DeserializeOwned + Send + Sync + 'static,
{
    view! {
        <Transition fallback=Loading>
            {move || Suspend::new(async move {
                match model.await {
                    Ok(model) => page(model),
                    Err(error) => fault(&error),
                }
            })}
        </Transition>
    }
    .into_any()
}

#[component]
fn Loading() -> impl IntoView {
    view! {
        <div class="loading" role="status">
            <p>{words().site_loading()}</p>
        </div>
    }
}

/// Title of the window and heading of the page. After moving within the app the heading takes the
/// focus, so that a screen reader says where one is.
#[component]
pub fn PageHead(
    /// The heading.
    #[prop(into)]
    title: String,
    /// What the window says, when the heading alone would not tell pages apart.
    #[prop(optional, into)]
    window: Option<String>,
    /// A sentence below the heading.
    #[prop(optional, into)]
    lead: Option<String>,
    /// A small line above the heading.
    #[prop(optional, into)]
    above: Option<String>,
    /// Whether the heading is somebody's name or words from outside.
    #[prop(optional)]
    foreign: bool,
) -> impl IntoView {
    let heading = NodeRef::<leptos::html::H1>::new();
    focus_after_moving(heading);
    let name = words().site_name();
    let window = format!("{} – {name}", window.unwrap_or_else(|| title.clone()));
    view! {
        <Title text=window/>
        <div class="page-head">
            {above.map(|above| view! { <p class="steps">{above}</p> })}
            <h1 tabindex="-1" node_ref=heading>
                {if foreign { view! { <bdi>{title}</bdi> }.into_any() } else { title.into_any() }}
            </h1>
            {lead.map(|lead| view! { <p class="lead">{lead}</p> })}
        </div>
    }
    .into_any()
}

#[cfg(not(feature = "ssr"))]
fn focus_after_moving(heading: NodeRef<leptos::html::H1>) {
    use std::cell::Cell;
    thread_local! {
        static FIRST: Cell<bool> = const { Cell::new(true) };
    }
    Effect::new(move |_| {
        if let Some(heading) = heading.get() {
            // The page that the browser opened by itself keeps its own focus.
            if !FIRST.replace(false) {
                let _ = heading.focus();
            }
        }
    });
}

#[cfg(feature = "ssr")]
fn focus_after_moving(_: NodeRef<leptos::html::H1>) {}

/// The way back to the page above this one.
#[component]
pub fn Back(href: String, #[prop(into)] to: String) -> impl IntoView {
    view! {
        <a class="back" href=href>
            <Icon of=Drawing::ChevronStart/>
            {to}
        </a>
    }
}

/// Nothing is here: why, and what one can do.
#[component]
pub fn Empty(of: Drawing, #[prop(into)] title: String, #[prop(into)] text: String) -> impl IntoView {
    view! {
        <div class="empty">
            <Icon of=of/>
            <p>{title}</p>
            <p class="small">{text}</p>
        </div>
    }
}
