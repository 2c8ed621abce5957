//! Where a person chooses when results open, for each group of kinds.

use domain::{
    Field, FieldCode,
    id::RecordId,
    results::{
        Kind,
        readiness::{Choice, Days, GROUPS},
        wait::list_choices,
    },
};
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};
use serde::{Deserialize, Serialize};

use super::{
    api::Choose,
    model::{Asked, TypedChoices},
    say,
    timeline::record_in_path,
};
use crate::{
    error::{Answer, ApiError, refused},
    request::{self, Draft},
    shell::{
        form::{ErrorSummary, FieldError, field_error, general_error},
        icon::Drawing,
        page::{Back, PageHead, loaded, model, notice},
    },
    visit::words,
    words::Words,
};

/// The days that stand in the form before someone has named any.
const DAYS: u8 = 7;

/// The choices of the form.
///
/// # Errors
/// `{kind}: NotAChoice`, `{kind}_days: Malformed`.
pub fn read(typed: &TypedChoices) -> Answer<Vec<(Kind, Choice)>> {
    let fields = [
        (Kind::Laboratory, &typed.laboratory, &typed.laboratory_days),
        (Kind::Imaging, &typed.imaging, &typed.imaging_days),
        (Kind::Pathology, &typed.pathology, &typed.pathology_days),
        (Kind::Genetics, &typed.genetics, &typed.genetics_days),
    ];
    let mut wrong = Vec::new();
    let mut choices = Vec::new();
    for (kind, choice, days) in fields {
        let days = days.trim().parse::<u8>().ok().and_then(|days| Days::try_from(days).ok());
        match (choice.as_str(), days) {
            ("at-once", _) => choices.push((kind, Choice::AtOnce)),
            ("after-comment", _) => choices.push((kind, Choice::AfterComment)),
            ("after-days", Some(days)) => choices.push((kind, Choice::AfterDays(days))),
            ("after-days", None) => {
                wrong.push(Field { name: format!("{}_days", kind.code()), code: FieldCode::Malformed });
            }
            _ => wrong.push(Field { name: kind.code().into(), code: FieldCode::NotAChoice }),
        }
    }
    if wrong.is_empty() { Ok(choices) } else { Err(ApiError::Invalid(wrong)) }
}

/// What the page shows.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Readiness {
    record: RecordId,
    groups: Vec<Group>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
struct Group {
    kind: Kind,
    choice: Choice,
    /// How the clinic begins.
    start: Choice,
}

async fn find_readiness(record: RecordId) -> Answer<Readiness> {
    use domain::{access, access::Results};

    let (backend, caller) = request::caller()?;
    let mut tx = backend.db.read().await?;
    // For the person alone, as choosing is.
    access::choose(&mut tx, &caller, record).await?;
    let granted = access::view::<Results>(&mut tx, &caller, record, backend.now()).await?;
    let choices = list_choices(&mut tx, &granted, &backend.site.readiness).await?;
    let group = |chosen: domain::results::wait::Chosen| Group {
        kind: chosen.kind,
        choice: chosen.choice(),
        start: chosen.start,
    };
    Ok(Readiness { record, groups: choices.into_iter().map(group).collect() })
}

/// The page of the choices.
#[component]
pub fn ReadinessPage() -> impl IntoView {
    let params = use_params_map();
    let page = model(
        move || params.read().get("record"),
        |record| async move { find_readiness(record_in_path(record)?).await },
    );
    loaded(page, |page| readiness(&page))
}

fn readiness(page: &Readiness) -> AnyView {
    let words = words();
    let error = refused::<Choose>();
    let draft = Draft::of_request();
    let saved = use_query_map().read_untracked().get("saved").is_some() && error.is_none();
    let lines = error.as_ref().map(|error| problems(words, error));
    let groups = page.groups.iter().map(|group| fieldset(words, group, &draft, error.as_ref())).collect_view();
    view! {
        <Back href=Asked::default().href(page.record) to=words.results_back()/>
        <PageHead title=words.results_readiness() lead=words.results_readiness_lead()/>
        {saved.then(|| notice(Drawing::Check, words.results_readiness_saved(), None))}
        {lines.map(|lines| view! { <ErrorSummary title=words.account_check_wrong() lines/> })}
        <form class="form readiness" method="post" action="/api/results/choose">
            <input type="hidden" name="record" value=page.record.to_string()/>
            {groups}
            <p class="small">{words.results_readiness_counts()}</p>
            <button class="button">{words.results_readiness_save()}</button>
        </form>
    }
    .into_any()
}

/// The word for a choice in forms.
const fn code(choice: Choice) -> &'static str {
    match choice {
        Choice::AtOnce => "at-once",
        Choice::AfterDays(_) => "after-days",
        Choice::AfterComment => "after-comment",
    }
}

/// The field of the days of a group, also its id.
const fn days_field(kind: Kind) -> &'static str {
    match kind {
        Kind::Laboratory => "laboratory_days",
        Kind::Imaging => "imaging_days",
        Kind::Pathology => "pathology_days",
        _ => "genetics_days",
    }
}

fn fieldset(words: Words, group: &Group, draft: &Draft, error: Option<&ApiError>) -> AnyView {
    let name = group.kind.code();
    let days_name = days_field(group.kind);
    let of_form = |field: &str| format!("typed[{field}]");
    let typed =
        |field: &str, or: String| Some(draft.field(&of_form(field))).filter(|typed| !typed.is_empty()).unwrap_or(or);
    let chosen = typed(name, code(group.choice).to_owned());
    let days_of = |choice: Choice| if let Choice::AfterDays(days) = choice { Some(days.get()) } else { None };
    let days = days_of(group.choice).or_else(|| days_of(group.start)).unwrap_or(DAYS);
    let days = typed(days_name, days.to_string());
    let error_of = |field: &str| error.and_then(|error| error.field(field)).map(|code| problem(words, field, code));
    let (wrong, wrong_days) = (error_of(name), error_of(days_name));
    let option = |value: &'static str, label: String, about: String| {
        let id = if value == "at-once" { name.to_owned() } else { format!("{name}-{value}") };
        let about_id = format!("{name}-{value}-about");
        let begins = (code(group.start) == value).then(|| {
            let text = match days_of(group.start) {
                Some(days) => words.results_readiness_start_days(u32::from(days)),
                None => words.results_readiness_start(),
            };
            view! { <span class="badge">{text}</span> }
        });
        view! {
            <div class="choice">
                <label class="check">
                    <input
                        type="radio"
                        id=id
                        name=of_form(name)
                        value=value
                        checked=chosen == value
                        aria-describedby=about_id.clone()
                    />
                    <span>{label} " " {begins}</span>
                </label>
                <p class="hint" id=about_id>{about}</p>
            </div>
        }
    };
    let days_error = format!("{days_name}-error");
    let described = wrong_days.is_some().then(|| days_error.clone());
    let is_wrong = wrong.is_some() || wrong_days.is_some();
    view! {
        <fieldset class=if is_wrong { "card field-wrong" } else { "card" }>
            <legend>
                <h2>{say::kinds(words, group.kind)}</h2>
            </legend>
            {wrong.map(|text| view! { <FieldError id=format!("{name}-error") text/> })}
            {option("at-once", words.results_readiness_at_once(), words.results_readiness_at_once_about())}
            {option("after-days", words.results_readiness_after_days(), words.results_readiness_after_days_about())}
            <div class="field choice-days">
                <label for=days_name>{words.results_readiness_days()}</label>
                {wrong_days.clone().map(|text| view! { <FieldError id=days_error text/> })}
                <input
                    class="input input-2"
                    id=days_name
                    name=of_form(days_name)
                    inputmode="numeric"
                    autocomplete="off"
                    value=days
                    aria-invalid=wrong_days.is_some().then_some("true")
                    aria-describedby=described
                />
            </div>
            {option(
                "after-comment",
                words.results_readiness_after_comment(),
                words.results_readiness_after_comment_about(),
            )}
        </fieldset>
    }
    .into_any()
}

fn problem(words: Words, field: &str, code: FieldCode) -> String {
    match code {
        FieldCode::NotAChoice => words.results_readiness_choose_one(),
        FieldCode::Malformed if field.ends_with("_days") => words.results_readiness_days_wrong(),
        other => field_error(other),
    }
}

/// Each group's problems, in the order of the page.
fn problems(words: Words, error: &ApiError) -> Vec<(&'static str, String)> {
    if !matches!(error, ApiError::Invalid(_)) {
        return vec![("laboratory", general_error(error))];
    }
    GROUPS
        .into_iter()
        .flat_map(|kind| [kind.code(), days_field(kind)])
        .filter_map(|field| error.field(field).map(|code| (field, problem(words, field, code))))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(choice: &str, days: &str) -> TypedChoices {
        let (choice, days) = (|| choice.to_owned(), || days.to_owned());
        TypedChoices {
            laboratory: choice(),
            laboratory_days: days(),
            imaging: choice(),
            imaging_days: days(),
            pathology: choice(),
            pathology_days: days(),
            genetics: choice(),
            genetics_days: days(),
        }
    }

    #[test]
    fn days_are_read_only_where_they_count() {
        let chosen = read(&form("at-once", "many")).unwrap();
        assert!(chosen.iter().all(|(_, choice)| *choice == Choice::AtOnce));
        let chosen = read(&form("after-days", " 14 ")).unwrap();
        assert_eq!(chosen[0], (Kind::Laboratory, Choice::AfterDays(Days::try_from(14).unwrap())));
    }

    #[test]
    fn what_is_no_choice_is_refused_field_by_field() {
        for days in ["", "0", "31", "-1", "2.5", "300"] {
            let error = read(&form("after-days", days)).unwrap_err();
            assert_eq!(error.field("pathology_days"), Some(FieldCode::Malformed), "{days}");
        }
        let error = read(&form("never", "7")).unwrap_err();
        assert_eq!(error.field("genetics"), Some(FieldCode::NotAChoice));
    }
}
