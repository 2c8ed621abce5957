//! How a page is loaded, headed and titled.

use std::{any::Any, convert::Infallible, fmt::Write as _, marker::PhantomData, pin::Pin, sync::Arc};

use leptos::{
    prelude::*,
    server::codee::{Decoder, Encoder},
};
use leptos_meta::Title;
use serde::{Serialize, de::DeserializeOwned};

use super::{
    fault::fault,
    icon::{Drawing, Icon},
};
use crate::{
    error::{Answer, ApiError},
    tree,
    visit::words,
};

/// The model of a page on its way: handed over with the page, fetched when one moves within the app.
pub struct Model<T> {
    answer: Resource<Fetched, Json>,
    of: PhantomData<fn() -> T>,
}

impl<T> Clone for Model<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Model<T> {}

/// A model of whichever page. All that waits for it, hands it over and shows it knows no more than
/// this, so that the browser downloads it once and not once a page.
#[derive(Clone)]
pub enum Fetched {
    /// As the server function answered.
    Answer(Arc<dyn Fetchable>),
    /// As it was handed over with the page.
    Text(Arc<str>),
}

impl Fetched {
    fn answer<T: Clone + DeserializeOwned + 'static>(&self) -> Answer<T> {
        let defect = || Err(ApiError::Internal(String::new()));
        match self {
            Self::Answer(answer) => (&**answer as &dyn Any).downcast_ref().cloned().unwrap_or_else(defect),
            // As the answers of server functions are read: the two share one reader.
            Self::Text(text) => tree::read(text.as_bytes()).unwrap_or_else(|_| defect()),
        }
    }
}

/// The answer of the server function of a page.
pub trait Fetchable: Any + Send + Sync {
    #[cfg(feature = "ssr")]
    fn json(&self) -> Result<String, serde_json::Error>;
}

impl<T: Serialize + Send + Sync + 'static> Fetchable for Answer<T> {
    #[cfg(feature = "ssr")]
    fn json(&self) -> Result<String, serde_json::Error> {
        serde_json::to_string(self)
    }
}

/// How a model is handed over: as JSON, which only its page can read.
pub struct Json;

impl Encoder<Fetched> for Json {
    type Error = serde_json::Error;
    type Encoded = String;

    fn encode(value: &Fetched) -> Result<String, serde_json::Error> {
        match value {
            #[cfg(feature = "ssr")]
            Fetched::Answer(answer) => answer.json(),
            // The browser hands nothing over.
            #[cfg(not(feature = "ssr"))]
            Fetched::Answer(_) => Ok(String::new()),
            Fetched::Text(text) => Ok(text.as_ref().to_owned()),
        }
    }
}

impl Decoder<Fetched> for Json {
    type Error = Infallible;
    type Encoded = str;

    fn decode(text: &str) -> Result<Fetched, Infallible> {
        Ok(Fetched::Text(text.into()))
    }
}

type Fetching = Pin<Box<dyn Future<Output = Fetched> + Send>>;

/// What a page asks for, and how.
trait Request: Any + Send + Sync {
    fn is_same(&self, other: &dyn Request) -> bool;
    fn send(&self) -> Fetching;
}

struct RequestOf<S, F> {
    source: S,
    fetch: Arc<F>,
}

impl<S, F> Request for RequestOf<S, F>
where
    S: PartialEq + Clone + Send + Sync + 'static,
    F: Fn(S) -> Fetching + Send + Sync + 'static,
{
    fn is_same(&self, other: &dyn Request) -> bool {
        (other as &dyn Any).downcast_ref::<Self>().is_some_and(|other| other.source == self.source)
    }

    fn send(&self) -> Fetching {
        (self.fetch)(self.source.clone())
    }
}

#[derive(Clone)]
struct AnyRequest(Arc<dyn Request>);

impl PartialEq for AnyRequest {
    fn eq(&self, other: &Self) -> bool {
        self.0.is_same(&*other.0)
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
    let fetch = Arc::new(move |source| -> Fetching {
        let answer = fetch(source);
        Box::pin(async move { Fetched::Answer(Arc::new(answer.await)) })
    });
    let request = move || AnyRequest(Arc::new(RequestOf { source: source(), fetch: fetch.clone() }));
    Model { answer: fetched(Box::new(request)), of: PhantomData }
}

fn fetched(request: Box<dyn Fn() -> AnyRequest + Send + Sync>) -> Resource<Fetched, Json> {
    Resource::new_with_options(request, |request| request.0.send(), false)
}

/// Shows the one model of a page when it is there, and the fault when it isn't.
pub fn loaded<T>(model: Model<T>, page: impl Fn(T) -> AnyView + Send + Sync + 'static) -> AnyView
where
    T: Clone + DeserializeOwned + 'static,
{
    let show = move |fetched: &Fetched| match fetched.answer() {
        Ok(model) => page(model),
        Err(error) => fault(&error),
    };
    shown(model.answer, Arc::new(show))
}

fn shown(answer: Resource<Fetched, Json>, show: Arc<dyn Fn(&Fetched) -> AnyView + Send + Sync>) -> AnyView {
    view! {
        <Transition fallback=Loading>
            {move || {
                let show = show.clone();
                Suspend::new(async move { show(&answer.await) })
            }}
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

/// Whose a page is, for paper: on the screen of their own they know it.
pub fn on_paper(name: Option<&str>) -> Option<AnyView> {
    let name = name?.to_owned();
    Some(view! { <p class="only-print"><bdi>{name}</bdi></p> }.into_any())
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
    let location = leptos_router::hooks::use_location();
    let here = place(&location.pathname.get_untracked(), &location.search.get_untracked());
    // The page that the browser opened by itself keeps its own focus, and so does a search, which
    // is refined where it was typed.
    let moved = LAST.with(|last| last.replace(here.clone())) != here;
    Effect::new(move |_| {
        if let Some(heading) = heading.get().filter(|_| moved) {
            // What is only being built can't be focused; by the next frame it is in the page.
            request_animation_frame(move || {
                let _ = heading.focus();
            });
        }
    });
}

#[cfg(not(feature = "ssr"))]
thread_local! {
    /// Where one was; to begin with, where the browser opened the page.
    static LAST: std::cell::RefCell<String> = std::cell::RefCell::new(place(
        &window().location().pathname().unwrap_or_default(),
        &window().location().search().unwrap_or_default(),
    ));
}

/// Where one is: another page, another stretch of a long one, or another screen of a report.
#[cfg(not(feature = "ssr"))]
fn place(path: &str, query: &str) -> String {
    let stretch = query
        .trim_start_matches('?')
        .split('&')
        .filter(|p| ["before=", "year=", "at="].iter().any(|key| p.starts_with(key)));
    stretch.fold(path.to_owned(), |place, part| place + "&" + part)
}

/// Notes where the browser opened the page, before anyone moves.
#[cfg(not(feature = "ssr"))]
pub fn remember_where_one_began() {
    LAST.with(|_| ());
}

/// Focuses the heading of the page, where what had the focus goes away.
pub fn focus_heading() {
    #[cfg(not(feature = "ssr"))]
    if let Ok(Some(heading)) = document().query_selector("h1") {
        let _ = wasm_bindgen::JsCast::unchecked_into::<web_sys::HtmlElement>(heading).focus();
    }
}

#[cfg(feature = "ssr")]
fn focus_after_moving(_: NodeRef<leptos::html::H1>) {}

/// A text as a part of an address.
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            // Writing to a string can't fail.
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

/// What has just happened, above a page; it is read out when it comes.
pub fn notice(of: Drawing, text: String, more: Option<AnyView>) -> AnyView {
    // What asks for attention never looks like what went well.
    let class = if of == Drawing::Attention { "notice notice-strong" } else { "notice" };
    view! {
        <div class=class role="status">
            <Icon of=of/>
            <div>
                <p>{text}</p>
                {more}
            </div>
        </div>
    }
    .into_any()
}

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
