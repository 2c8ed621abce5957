//! The page to compare with: axum and a template, written by hand, with the same session, access
//! proof, log and queries as Daybook's page, and the same values on it: the first of a long panel, and
//! the ways to the others.

use askama::Template;
use axum::{
    Router,
    extract::{Path, State},
    response::{Html, IntoResponse, Response},
    routing::get,
};
use domain::{
    access,
    account::store::{find_session, touch_session},
    db::Db,
    id::{ItemId, RecordId},
    results::{
        Body, Quantity, Value,
        change::Changes,
        course::list_changes,
        meaning::Place,
        store::{Detail, get_stretch, list_new_of, save_look},
        stretch::{Shown, Stretch},
    },
    time::Clock,
};
use http::{HeaderMap, StatusCode, header};

use crate::Failure;

/// Serves until it is killed.
pub async fn serve(database: &str) -> Result<(), Failure> {
    let db = Db::open(database).await?;
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
    println!("{}", serde_json::json!({ "address": format!("http://{}", listener.local_addr()?) }));
    let app = Router::new()
        .route("/ready", get(async || "ready"))
        .route("/records/{record}/results/{item}", get(page))
        .with_state(db);
    Ok(axum::serve(listener, app).await?)
}

#[derive(Template)]
#[template(path = "panel.html")]
struct Panel {
    title: String,
    record: RecordId,
    values: Vec<Row>,
    shown: Option<Shown>,
}

struct Row {
    id: ItemId,
    name: String,
    number: String,
    unit: String,
    range: Option<Range>,
    place: &'static str,
    note: String,
    changes: Vec<String>,
    series: Option<String>,
}

/// The picture of a value within its range.
struct Range {
    low: String,
    high: String,
    /// Where the value stands, the band being from 60 to 180.
    at: String,
    within: bool,
}

async fn page(State(db): State<Db>, Path((record, item)): Path<(RecordId, ItemId)>, headers: HeaderMap) -> Response {
    match panel(&db, record, item, &headers).await {
        Ok(page) => match page.render() {
            Ok(html) => ([(header::CACHE_CONTROL, "no-store")], Html(html)).into_response(),
            Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
        },
        Err(domain::Error::NotFound | domain::Error::SignedOut) => StatusCode::NOT_FOUND.into_response(),
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

async fn panel(db: &Db, record: RecordId, item: ItemId, headers: &HeaderMap) -> domain::Result<Panel> {
    let now = Clock::system().now();
    let cookie = headers.get(header::COOKIE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let token = cookie.strip_prefix("__Host-session=").ok_or(domain::Error::SignedOut)?;
    let mut tx = db.read().await?;
    let signed_in = find_session(&mut tx, token, now).await?.ok_or(domain::Error::SignedOut)?;
    drop(tx);
    touch_session(db, &signed_in, now).await?;
    let mut tx = db.read().await?;
    let granted = access::view::<access::Results>(&mut tx, &signed_in.caller, record, now).await?;
    let opened = get_stretch(&mut tx, &granted, item, Stretch::Around(1)).await?;
    let mut changes = list_changes(&mut tx, &granted, &opened, "Europe/London").await?.changes;
    let new = list_new_of(&mut tx, &granted, &[item]).await?;
    drop(tx);
    if !new.is_empty() {
        let mut tx = db.write().await?;
        save_look(&mut tx, &granted, item, now).await?;
        tx.commit().await?;
    }
    let title = opened.head.item.title.clone();
    let values = opened.values.into_iter().map(|one| {
        let changes = changes.remove(&one.id).unwrap_or_default();
        row(one, &changes)
    });
    Ok(Panel { title, record, values: values.collect(), shown: opened.tally.shown })
}

fn row(detail: Detail, changes: &Changes) -> Row {
    let quantity = match &detail.item.body {
        Body::Observation(observation) => match &observation.value {
            Some(Value::Quantity(quantity)) => Some(quantity.clone()),
            _ => None,
        },
        _ => None,
    };
    let meaning = detail.meaning.unwrap_or_default();
    let value = quantity.as_ref().and_then(Quantity::to_f64);
    let range = meaning.band.zip(value).map(|(band, value)| {
        let (low, high) = (band.low.unwrap_or(value), band.high.unwrap_or(value));
        let share = if high > low { (value - low) / (high - low) } else { 0.5 };
        Range {
            at: format!("{:.0}", (60.0 + 120.0 * share).clamp(8.0, 232.0)),
            low: band.low_text.unwrap_or_default(),
            high: band.high_text.unwrap_or_default(),
            within: meaning.place == Some(Place::Within),
        }
    });
    let (number, unit) = quantity.map(|q| (q.number, q.unit.unwrap_or_default())).unwrap_or_default();
    Row {
        id: detail.id,
        name: detail.item.title,
        number,
        unit,
        range,
        place: match meaning.place {
            Some(Place::Below) => "Lower than usual for this laboratory",
            Some(Place::Above) => "Higher than usual for this laboratory",
            Some(Place::Within) => "Within this laboratory's range",
            Some(Place::Outside) => "Outside this laboratory's range",
            None => "",
        },
        note: detail.item.notes.join(" "),
        changes: [&changes.since_last, &changes.over_treatment]
            .into_iter()
            .flatten()
            .map(|change| format!("On {} it was {}", change.when, change.value.number))
            .collect(),
        series: detail.series,
    }
}
