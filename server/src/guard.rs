//! Private pages are for who is signed in; everyone else is sent to the door before anything is
//! rendered, with the same empty answer whatever was asked for.

use app::request::{Session, forget_pages, leading_on};
use axum::{
    Extension,
    extract::Request,
    middleware::Next,
    response::{IntoResponse as _, Redirect, Response},
};
use domain::access::AccountRole;

/// What lies under these addresses needs a session.
const PRIVATE: [&str; 3] = ["/records", "/account", "/team"];

/// What is open to members of staff who have not shown a second factor.
const SETTING_UP: [&str; 3] = ["/account/second-factor", "/account/second-factor/new", "/account/confirm"];

/// Whether an address shows something of somebody's.
pub fn is_private(path: &str) -> bool {
    PRIVATE.iter().any(|start| path.strip_prefix(start).is_some_and(|rest| rest.is_empty() || rest.starts_with('/')))
}

/// Lets requests for private pages pass that carry a session; of staff, one that has shown a second
/// factor. Without it they are led to where one is set up or shown.
pub async fn signed_in_only(request: Request, next: Next) -> Response {
    let session = request.extensions().get::<Session>().and_then(|session| session.0.as_ref());
    let (signed_in, lacks_factor) = (session.is_some(), session.is_some_and(|s| s.caller.lacks_factor()));
    let path = request.uri().path();
    if is_private(path) && !signed_in {
        let door = door(request.uri().path_and_query().map_or(path, |here| here.as_str()));
        // What was open before the session ended is not to come back either.
        return ([forget_pages()], Redirect::to(&door)).into_response();
    }
    if is_private(path) && lacks_factor && !SETTING_UP.contains(&path) {
        return Redirect::to(SETTING_UP[0]).into_response();
    }
    if path == "/sign-in" && signed_in {
        return Redirect::to("/").into_response();
    }
    next.run(request).await
}

/// The address of the sign-in that leads on to `next`.
pub fn door(next: &str) -> String {
    leading_on("/sign-in", next)
}

/// The start: one's own Today, what waits for one's teams, or the door.
pub async fn start(Extension(session): Extension<Session>) -> Redirect {
    let Some(signed_in) = session.0 else { return Redirect::to("/sign-in") };
    let caller = signed_in.caller;
    match (caller.record, caller.role) {
        (Some(record), _) => Redirect::to(&format!("/records/{record}")),
        // Without a second factor the list would be refused.
        (None, AccountRole::CareTeam) if caller.second_factor => Redirect::to("/team/worklist"),
        (None, _) => Redirect::to("/account"),
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
        assert!(is_private("/team"));
        assert!(!is_private("/accountants"));
        assert!(!is_private("/ill"));
    }

    #[test]
    fn the_door_leads_back() {
        assert_eq!(door("/records/x?q=a b&kind=c"), "/sign-in?next=/records/x%3Fq%3Da%20b%26kind%3Dc");
    }
}
