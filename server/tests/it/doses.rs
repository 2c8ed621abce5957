//! What happened with a dose, said after days.

use http::StatusCode;
use rstest::rstest;

use crate::world::World;

const MEDICINE: &str = "01900000-0000-7000-8000-0000000000d0";
/// The evening's dose of the first day.
const EVENING: &str = "2026-09-21.1200";

#[rstest]
#[tokio::test]
async fn a_dose_that_nobody_answered_is_answered_after_weeks_on_the_page_of_its_day(
    #[values("sqlite", "postgres")] database: &str,
) {
    let Some(world) = World::on(database).await else { return };
    let anna = world.patient("anna").await;
    let nurse = world.carer("nurse", anna.record).await;
    world.prescribes(&anna, "anna").await;
    world.later(20 * 86_400);
    let (token, nurse) = (world.session(anna.account).await, world.session_of(&nurse).await);
    let of_day = format!("/records/{}/medicines/history/2026-09-21", anna.record);
    let month = format!("/records/{}/medicines/history?month=2026-09", anna.record);
    let leads = async |token: &str| world.get(&month, Some(token)).await.body.contains(&of_day);
    assert!(leads(&token).await, "the month leads to the day");
    assert!(!leads(&nurse).await, "only the person says what happened");
    let page = async |token: &str| world.get(&of_day, Some(token)).await.body;
    assert!(page(&token).await.matches(EVENING).count() > 3 && !page(&nurse).await.contains(EVENING));

    let id = "01900000-0000-7000-8000-0000000000f1";
    let form = format!(
        "record={}&medicine={MEDICINE}&id={id}&typed[slot]={EVENING}&typed[what]=taken&typed[day]=2026-09-21\
         &typed[time]=20:10&typed[back]=2026-09-21",
        anna.record
    );
    let noted = world.call("/api/medicines/note", &form, Some(&token)).await;
    assert_eq!((noted.status, noted.header("location")), (StatusCode::OK, format!("{of_day}?noted={id}").as_str()));
    let said = world.get(noted.header("location"), Some(&token)).await.body;
    assert!(said.contains("noted as taken"), "{said}");
    // The other medicine's dose of that evening is open still.
    assert!(said.contains(EVENING) && !said.contains(MEDICINE), "{said}");
    let other = form.replace(MEDICINE, "01900000-0000-7000-8000-0000000000d1").replace("f1&", "f2&");
    assert_eq!(world.call("/api/medicines/note", &other, Some(&token)).await.status, StatusCode::OK);
    assert!(page(&token).await.contains("Nothing is open on this day") && !leads(&token).await);
}
