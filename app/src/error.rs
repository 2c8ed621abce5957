//! The one error that travels: codes only, never a cause. Texts for people are made from it by
//! the catalogues ([`crate::shell::fault`]).

use domain::Field;
use leptos::{
    prelude::*,
    server_fn::error::{FromServerFnError, ServerFnErrorErr},
};
use serde::{Deserialize, Serialize};

use crate::tree::TreeEncoding;

/// Everything a server function can answer instead of its result.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum ApiError {
    /// 401: no session, or it has ended.
    SignedOut,
    /// 403: show a factor again first.
    FactorNeeded,
    /// 404: it does not exist, or it is someone else's.
    NotFound,
    /// 422: fields and codes.
    Invalid(Vec<Field>),
    /// 409: the same id came with other content, or someone was faster.
    Conflict,
    /// 429: taken again after so many seconds.
    Throttled(u32),
    /// 503: nothing was written; trying again later helps.
    Unavailable,
    /// 500: a defect, found in the log under this reference.
    Internal(String),
}

impl ApiError {
    /// The HTTP status of the answer that carries it.
    pub const fn status(&self) -> u16 {
        match self {
            Self::SignedOut => 401,
            Self::FactorNeeded => 403,
            Self::NotFound => 404,
            Self::Conflict => 409,
            Self::Invalid(_) => 422,
            Self::Throttled(_) => 429,
            Self::Internal(_) => 500,
            Self::Unavailable => 503,
        }
    }

    /// What is wrong with a field of the form.
    pub fn field(&self, name: &str) -> Option<domain::FieldCode> {
        let Self::Invalid(fields) = self else { return None };
        fields.iter().find(|field| field.name == name).map(|field| field.code)
    }
}

impl FromServerFnError for ApiError {
    type Encoder = TreeEncoding;

    fn from_server_fn_error(error: ServerFnErrorErr) -> Self {
        match error {
            ServerFnErrorErr::Args(_) | ServerFnErrorErr::MissingArg(_) => Self::Invalid(Vec::new()),
            // In the browser: the request did not reach the server, or no answer came back.
            ServerFnErrorErr::Request(_) | ServerFnErrorErr::Response(_) => Self::Unavailable,
            _ => Self::Internal(String::new()),
        }
    }
}

#[cfg(feature = "ssr")]
impl From<domain::Error> for ApiError {
    fn from(error: domain::Error) -> Self {
        use domain::Error;
        match error {
            Error::NotFound => Self::NotFound,
            Error::Invalid(fields) => Self::Invalid(fields),
            Error::Conflict => Self::Conflict,
            Error::Throttled(seconds) => Self::Throttled(seconds),
            Error::SignedOut => Self::SignedOut,
            Error::FactorNeeded => Self::FactorNeeded,
            Error::Unavailable(cause) => {
                tracing::error!(event = "unavailable", %cause);
                Self::Unavailable
            }
            Error::Internal(cause) => {
                let reference = crate::request::reference();
                tracing::error!(event = "internal", reference, %cause);
                Self::Internal(reference)
            }
        }
    }
}

/// What a page does with the answer of its server function.
pub type Answer<T> = Result<T, ApiError>;

/// The error that a form without JavaScript came back with, when it was this form's.
pub fn refused<S>() -> Option<ApiError>
where
    S: leptos::server_fn::ServerFn<Error = ApiError> + Clone + Send + Sync + 'static,
    S::Output: Clone + Send + Sync + 'static,
{
    ServerAction::<S>::new().value().get_untracked().and_then(Result::err)
}
