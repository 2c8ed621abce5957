//! Calls of server functions: the status of a refusal, and drafts for forms without JavaScript.

use std::collections::BTreeMap;

use app::{
    error::ApiError,
    request::{Backend, NewCodes, Session, Token, Unsent, leading_on},
    visit::Visit,
};
use axum::{
    Extension,
    body::{Body, Bytes},
    response::{IntoResponse as _, Response},
};
use domain::{
    account::{draft, store},
    diary::report::Flag,
    id::AccountId,
};
use http::{Extensions, HeaderValue, Request, StatusCode, Uri, header};
use leptos::server_fn::error::{FromServerFnError as _, ServerFnUrlError};

use crate::{files, guard, router::MOST_BODY, session};

/// The header by which Leptos marks an answer that is an error.
const REFUSED: &str = "serverfnerror";

/// Functions whose answer a person sees this once: the page of it is the answer to the form. With each: the
/// page, and where a change of language leads.
const SHOWN_ONCE: [(&str, &str, &str); 3] = [
    ("/api/account/set_up_factor", CODES, "/account/second-factor"),
    ("/api/account/recovery_codes", CODES, "/account/second-factor"),
    ("/api/medicines/make_feed", FEED, FEED),
];
const CODES: &str = "/account/second-factor/codes";
const FEED: &str = "/account/calendar";

/// Whoever ticks a red flag is shown whom to call, whatever becomes of the form.
pub const RED_FLAGS: &str = "/api/diary/flags";

/// Runs the server function that the address names.
pub async fn call(
    Extension(backend): Extension<Backend>,
    Extension(session): Extension<Session>,
    Extension(token): Extension<Token>,
    request: axum::extract::Request,
) -> Response {
    let (parts, body) = request.into_parts();
    let Ok(body) = axum::body::to_bytes(body, MOST_BODY).await else {
        return StatusCode::PAYLOAD_TOO_LARGE.into_response();
    };
    let text = |name| parts.headers.get(name).and_then(|value: &HeaderValue| value.to_str().ok()).unwrap_or_default();
    let is_form = text(header::ACCEPT).contains("text/html");
    let came_from = own_part(text(header::REFERER));
    let shown_once = SHOWN_ONCE
        .into_iter()
        .find(|(function, ..)| *function == parts.uri.path())
        .map(|(_, page, here)| (page, here, parts.extensions.clone()));
    let red_flags = (parts.uri.path() == RED_FLAGS).then(|| parts.extensions.clone());
    let request = Request::from_parts(parts, Body::from(body.clone()));
    let response = leptos_axum::handle_server_fns_with_context(session::provide, request).await.into_response();
    if is_form {
        if let Some((page, here, extensions)) = shown_once
            && refusal(&response).is_none()
        {
            return show_once(page, here, extensions, response).await;
        }
        if let Some(extensions) = red_flags
            && let Some(unsent) = unsent(&body, &response)
        {
            return whom_to_call(extensions, unsent).await;
        }
        after_form(&backend, &session, &token, &body, &came_from, response).await
    } else {
        with_status(response).await
    }
}

/// The path and query of one of Daybook's own addresses.
fn own_part(address: &str) -> String {
    let path = address.split_once("://").map_or(address, |(_, rest)| rest.find('/').map_or("/", |at| &rest[at..]));
    app::request::own_path(path).to_owned()
}

/// Sends the browser on: where the function says, or back to the form with the error's code and,
/// by an opaque id, what was typed. Where a session or a fresh factor is missing, the way back is
/// by the page that asks for it.
async fn after_form(
    backend: &Backend,
    session: &Session,
    token: &Token,
    body: &Bytes,
    came_from: &str,
    mut response: Response,
) -> Response {
    let Some(location) = response.headers().get(header::LOCATION).and_then(|to| to.to_str().ok()).map(own_part) else {
        return response;
    };
    let mut to = location;
    if let Some(error) = error_in(&to) {
        let back = session::without_error(came_from);
        let fields = fields(body);
        let (account, signed_out) = match (&session.0, &error) {
            (Some(signed_in), _) => (Some(signed_in.caller.account), false),
            (None, ApiError::SignedOut) => (owner(backend, token).await, true),
            (None, _) => (None, false),
        };
        let draft = keep(backend, account, &fields).await;
        let with = |address: &str| match &draft {
            Some(id) => format!("{address}{}draft={id}", if address.contains('?') { '&' } else { '?' }),
            None => address.to_owned(),
        };
        to = match error {
            _ if signed_out => guard::door(&with(&back)),
            ApiError::FactorNeeded => leading_on("/account/confirm", &with(&back)),
            _ => with(&session::without(&to, &["draft="])),
        };
    }
    if let Ok(to) = HeaderValue::from_str(&to) {
        response.headers_mut().insert(header::LOCATION, to);
    }
    // A reload of the next page must not send the form again.
    *response.status_mut() = StatusCode::SEE_OTHER;
    *response.body_mut() = Body::empty();
    response.headers_mut().remove(header::CONTENT_TYPE);
    response.headers_mut().remove(header::CONTENT_LENGTH);
    response
}

/// The error that a form is sent back with.
fn refusal(response: &Response) -> Option<ApiError> {
    error_in(response.headers().get(header::LOCATION)?.to_str().ok()?)
}

/// The page that shows what a function has just answered. It has no address to come back
/// to: nobody finds it in the history of the browser.
async fn show_once(page: &'static str, here: &str, mut extensions: Extensions, response: Response) -> Response {
    let (parts, body) = response.into_parts();
    let read = axum::body::to_bytes(body, MOST_BODY).await.map(|bytes| serde_json::from_slice(&bytes));
    let Ok(Ok(codes)) = read else { return StatusCode::INTERNAL_SERVER_ERROR.into_response() };
    if let Some(visit) = extensions.get_mut::<Visit>() {
        here.clone_into(&mut visit.here);
    }
    extensions.insert(NewCodes(codes));
    let mut request = Request::new(Body::empty());
    *request.uri_mut() = Uri::from_static(page);
    *request.extensions_mut() = extensions;
    let mut page = files::served_page(request).await;
    for cookie in parts.headers.get_all(header::SET_COOKIE) {
        page.headers_mut().append(header::SET_COOKIE, cookie.clone());
    }
    page
}

/// The red flags of a form that was refused; nothing where none was ticked.
fn unsent(body: &Bytes, response: &Response) -> Option<Unsent> {
    let broken = response.headers().contains_key(REFUSED).then(|| ApiError::Internal(String::new()));
    let error = refusal(response).or(broken)?;
    let mut ticked = pairs(body).filter(|(name, _)| name.starts_with("flags[")).map(|(_, code)| code).peekable();
    ticked.peek()?;
    let codes: Vec<String> = ticked.collect();
    let flags = Flag::ALL.into_iter().filter(|flag| codes.iter().any(|code| code == flag.code())).collect();
    let record = pairs(body).find(|(name, _)| name == "record").and_then(|(_, id)| id.parse().ok());
    Some(Unsent { flags, record, status: error.status() })
}

/// The page that says whom to call. It is made of what the server has in memory: no database has to be there.
async fn whom_to_call(mut extensions: Extensions, unsent: Unsent) -> Response {
    const ILL: &str = "/ill";
    if let Some(visit) = extensions.get_mut::<Visit>() {
        // Where a change of language leads: to the same numbers.
        ILL.clone_into(&mut visit.here);
    }
    extensions.insert(unsent);
    let mut request = Request::new(Body::empty());
    *request.uri_mut() = Uri::from_static(ILL);
    *request.extensions_mut() = extensions;
    files::public_page(request).await
}

/// The error that Leptos wrote into the address that it sends a refused form back to.
fn error_in(address: &str) -> Option<ApiError> {
    let query = address.split_once('?')?.1;
    let error = query.split('&').find_map(|pair| pair.strip_prefix("__err="))?;
    Some(ServerFnUrlError::<ApiError>::decode_err(&percent_decoded(error)))
}

fn percent_decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        match byte {
            b'+' => bytes.push(b' '),
            b'%' => {
                let digits: Vec<u8> = rest.by_ref().take(2).collect();
                let value = std::str::from_utf8(&digits).ok().and_then(|two| u8::from_str_radix(two, 16).ok());
                bytes.extend(value);
            }
            other => bytes.push(other),
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// The fields of a url-encoded form; of a repeated one, the last.
fn fields(body: &Bytes) -> BTreeMap<String, String> {
    pairs(body).collect()
}

/// The fields of a url-encoded form, each as often as it is there.
fn pairs(body: &Bytes) -> impl Iterator<Item = (String, String)> {
    body.split(|byte| *byte == b'&').filter_map(|pair| {
        let pair = String::from_utf8_lossy(pair);
        let (name, value) = pair.split_once('=')?;
        Some((percent_decoded(name), percent_decoded(value)))
    })
}

/// Whose session it was, also when it has ended.
async fn owner(backend: &Backend, token: &Token) -> Option<AccountId> {
    let token = token.0.as_ref()?;
    let mut tx = backend.db.read().await.ok()?;
    store::find_owner(&mut tx, token).await.ok()?
}

async fn keep(backend: &Backend, account: Option<AccountId>, fields: &BTreeMap<String, String>) -> Option<String> {
    let kept = async {
        let mut tx = backend.db.write().await?;
        let id = draft::save_draft(&mut tx, &backend.keys, account, fields, backend.now()).await?;
        tx.commit().await?;
        Ok::<_, domain::Error>(id)
    };
    match kept.await {
        Ok(id) => Some(id),
        Err(cause) => {
            tracing::warn!(event = "draft.unwritable", %cause);
            None
        }
    }
}

/// Gives an error its HTTP status; Leptos answers all of them with 500.
async fn with_status(response: Response) -> Response {
    if !response.headers().contains_key(REFUSED) {
        return response;
    }
    let (mut parts, body) = response.into_parts();
    let Ok(bytes) = axum::body::to_bytes(body, MOST_BODY).await else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let status = ApiError::de(bytes.clone()).status();
    parts.status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    parts.headers.remove(header::CONTENT_LENGTH);
    Response::from_parts(parts, Body::from(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_is_read_as_browsers_write_it() {
        let read = fields(&Bytes::from_static(b"name=Jos%C3%A9+Mar%C3%ADa&note=a%26b&broken&name=Eva"));
        assert_eq!(read.get("name").map(String::as_str), Some("Eva"));
        assert_eq!(read.get("note").map(String::as_str), Some("a&b"));
    }

    #[test]
    fn a_second_refusal_forgets_the_draft_of_the_first() {
        assert_eq!(session::without("/enrol?draft=a&__err=b", &["draft="]), "/enrol?__err=b");
    }

    #[test]
    fn only_the_path_of_a_referer_is_followed() {
        assert_eq!(own_part("https://daybook.example/sign-in?next=%2F"), "/sign-in?next=%2F");
        assert_eq!(own_part("https://evil.example//evil.example/x"), "/");
        assert_eq!(own_part(""), "/");
    }
}
