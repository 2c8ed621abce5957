//! What anyone may ask, signed in or not.

use leptos::prelude::*;

use crate::error::Answer;

/// Changes the language of everything, here and (signed in) on every device.
#[server(endpoint = "site/language")]
pub async fn set_language(language: String, #[server(default)] back: String) -> Answer<()> {
    use domain::{Error, FieldCode, account::store};

    use crate::{request, words::Language};

    let backend = request::backend()?;
    let chosen =
        if backend.settings.pseudo { Language::from_code_or_pseudo(&language) } else { Language::from_code(&language) };
    let Some(chosen) = chosen else {
        return Err(Error::field("language", FieldCode::NotAChoice).into());
    };
    if let Ok((_, caller)) = request::caller()
        && Language::ALL.contains(&chosen)
    {
        let mut tx = backend.db.write().await?;
        store::set_language(&mut tx, &caller, chosen.code()).await?;
        tx.commit().await?;
    }
    request::set_cookie(request::LANGUAGE_COOKIE, Some(chosen.code()), Some(365 * 86_400));
    leptos_axum::redirect(request::own_path(&back));
    Ok(())
}
