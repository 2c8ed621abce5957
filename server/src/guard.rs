//! Private pages are for who is signed in; everyone else is sent to the door before anything is
//! rendered, with the same empty answer whatever was asked for.

use app::{request::Session, visit::Visit};
use axum::{
    Extension,
    extract::Request,
    middleware::Next,
    response::{IntoResponse as _, Redirect, Response},
};

/// What lies under these addresses needs a session.
const PRIVATE: [&str; 3] = ["/records", "/account", "/team"];

/// Whether an address shows something of somebody's.
pub fn is_private(path: &str) -> bool {
    PRIVATE.iter().any(|start| path.strip_prefix(start).is_some_and(|rest| rest.is_empty() || rest.starts_with('/')))
}

/// Lets requests for private pages pass that carry a session.
pub async fn signed_in_only(request: Request, next: Next) -> Response {
    let signed_in = request.extensions().get::<Session>().is_some_and(|session| session.0.is_some());
    let path = request.uri().path();
    if is_private(path) && !signed_in {
        return Redirect::to(&door(request.uri().path_and_query().map_or(path, |here| here.as_str()))).into_response();
    }
    if path == "/sign-in" && signed_in {
        return Redirect::to("/").into_response();
    }
    next.run(request).await
}

/// The address of the sign-in that leads on to `next`.
pub fn door(next: &str) -> String {
    let encoded: String = next
        .bytes()
        .map(|b| {
            if b.is_ascii_alphanumeric() || b"-_.~/".contains(&b) {
                char::from(b).to_string()
            } else {
                format!("%{b:02X}")
            }
        })
        .collect();
    format!("/sign-in?next={encoded}")
}

/// The start: one's own Today, or the door.
pub async fn start(Extension(visit): Extension<Visit>) -> Redirect {
    match visit.who {
        None => Redirect::to("/sign-in"),
        Some(who) => match who.record {
            Some(record) => Redirect::to(&format!("/records/{record}")),
            None => Redirect::to("/account"),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn private_is_what_lies_under_records_account_and_team() {
        assert!(is_private("/team/comments"));
        assert!(is_private("/records/x/results"));
        assert!(is_private("/account"));
        assert!(!is_private("/accountants"));
        assert!(!is_private("/ill"));
    }

    #[test]
    fn the_door_leads_back() {
        assert_eq!(door("/records/x?q=a b&kind=c"), "/sign-in?next=/records/x%3Fq%3Da%20b%26kind%3Dc");
    }
}
