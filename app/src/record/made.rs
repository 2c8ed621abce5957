//! How Today is made from the domain.

use domain::{
    access::{self, Caller, Diary, Identity, Medicines, Reader, Results},
    db::Tx,
    id::{EntryId, RecordId},
    record::store::get_whose,
    results::{Kind, store},
    time::Instant,
};

use super::api::TodayPage;
use crate::{
    diary::api::made as diary,
    error::Answer,
    medicines::api::made as medicines,
    request::{self, Backend},
    results::api::made,
};

/// Lines of each list.
const MOST: i64 = 8;

/// Today, or what Today will be at a moment `ahead`, by what is known now: with every dose of the day then, for
/// whoever looks at that time.
pub async fn today(
    tx: &mut Tx,
    (backend, caller): (&Backend, &Caller),
    record: RecordId,
    noted: Option<EntryId>,
    ahead: Option<Instant>,
) -> Answer<TodayPage> {
    let signed_in = request::signed_in()?;
    let now = backend.now();
    let at = ahead.unwrap_or(now);
    let day = request::local_date(at, &signed_in.zone).date();
    let identity = access::view::<Identity>(tx, caller, record, now).await?;
    let whose = get_whose(tx, &identity).await?;
    let granted = access::view::<Results>(tx, caller, record, now).await?;
    let own = granted.reader() == Reader::Person;
    let mut ids = store::list_new(tx, &granted, MOST + 1).await?;
    let more = i64::try_from(ids.len()).unwrap_or(i64::MAX) > MOST;
    ids.truncate(usize::try_from(MOST).unwrap_or(usize::MAX));
    let new = if own {
        store::list_entries(tx, &granted, &ids).await?
    } else {
        let kinds = vec![Kind::Laboratory, Kind::Imaging, Kind::Pathology, Kind::Genetics];
        let filter = store::Filter { kinds, ..store::Filter::default() };
        store::list_timeline(tx, &granted, &filter, MOST).await?.0
    };
    let coming = store::list_coming(tx, &granted, day, MOST).await?;
    let zone = &backend.site.zone;
    let reports = access::view::<Diary>(tx, caller, record, now).await?;
    let diary = if own { Some(diary::card(tx, &reports, &signed_in.zone, at).await?) } else { None };
    let taken = access::view::<Medicines>(tx, caller, record, now).await?;
    let card = if own { medicines::card(tx, &taken, noted, at).await? } else { None };
    let medicines = if ahead.is_some() { card } else { card.and_then(|card| card.at(now.0)) };
    Ok(TodayPage {
        record,
        own,
        medicines,
        diary,
        name: whose.name.or(signed_in.name).unwrap_or_default(),
        day,
        new: new.into_iter().map(|entry| made::entry_model(&ids, entry, zone)).collect(),
        more,
        coming: coming.into_iter().map(|entry| made::entry_model(&[], entry, zone)).collect(),
    })
}
