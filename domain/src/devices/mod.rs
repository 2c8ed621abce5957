//! Devices that keep something of their person, to show it and to take entries without a network.

pub mod store;

use crate::{
    Error, FieldCode, Result,
    id::AccountId,
    secret::{Keys, Purpose, hex},
    time::Instant,
};

/// What a device keeps without hearing of Daybook, it keeps for so many days.
pub const KEPT_DAYS: i64 = 14;
/// What was said longer ago was said by a clock that was wrong.
const OLDEST_DAYS: i64 = 366;
/// Nothing is said before what it is about was noted; clocks may differ by so much.
const SLACK_SECONDS: i64 = 60;

/// When something was said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Said {
    pub at: Instant,
    /// When it reached Daybook.
    pub arrived: Instant,
    /// A device took it without a network, and nobody could be asked anything.
    pub kept: bool,
}

impl Said {
    /// Of what a device took so many seconds ago, by its own clock: one that was set back counts as none.
    ///
    /// # Errors
    /// `kept: NotADate` for what would be more than a year ago: nobody knows when that was.
    pub fn kept(age: i64, now: Instant) -> Result<Self> {
        if age > OLDEST_DAYS * 86_400 {
            return Err(Error::field("kept", FieldCode::NotADate));
        }
        Ok(Self { at: now.plus_seconds(-age.max(0)), arrived: now, kept: true })
    }

    /// Seconds since something was noted (and `came` here, where that was later): as the person saw it on the device,
    /// or since Daybook has known of it. The clock of a device may have been put right in between, and then is no
    /// measure.
    pub fn seconds_since(self, noted: Instant, came: Option<Instant>) -> i64 {
        let known = self.arrived.seconds_since(came.unwrap_or(noted));
        let seen = self.at.seconds_since(noted);
        if seen < -SLACK_SECONDS { known } else { seen.min(known) }
    }

    /// When it reached Daybook, where that was later.
    pub fn came_later(&self) -> Option<Instant> {
        self.kept.then_some(self.arrived)
    }
}

impl From<Instant> for Said {
    fn from(now: Instant) -> Self {
        Self { at: now, arrived: now, kept: false }
    }
}

/// What a device knows an account by: always the same, and it tells nobody whose it is.
pub fn name(keys: &Keys, account: AccountId) -> String {
    hex(&keys.keyed_hash(Purpose::DeviceName, &account.to_string())[..16])
}

/// The secret by which a device opens what it keeps for an account: it is nowhere on the device, and comes to
/// who is signed in.
pub fn key(keys: &Keys, account: AccountId, salt: &[u8]) -> [u8; 32] {
    keys.keyed_hash(Purpose::DeviceKey, &format!("{account}:{}", hex(salt)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_kept_was_said_then_and_never_in_time_to_come_nor_so_long_ago_that_a_clock_was_wrong() {
        let now = Instant(1_790_000_000_000_000);
        let of = |age| Said::kept(age, now).ok().map(|said| said.at);
        assert_eq!(of(3_600), Some(now.plus_seconds(-3_600)));
        assert_eq!(of(-7_200), Some(now));
        assert_eq!(of(40 * 86_400), Some(now.plus_days(-40)));
        assert_eq!((of(366 * 86_400 + 1), of(i64::MAX)), (None, None));
        assert_eq!(Said::kept(0, now).unwrap().came_later(), Some(now));
        assert_eq!(Said::from(now).came_later(), None);
    }

    #[test]
    fn time_passes_as_on_the_device_or_since_daybook_knew_whichever_is_less() {
        let now = Instant(1_790_000_000_000_000);
        let noted = now.plus_seconds(-3_600);
        let said = |age| Said::kept(age, now).unwrap();
        assert_eq!(Said::from(now).seconds_since(noted, None), 3_600);
        // Taken back after five seconds, and brought an hour later.
        assert_eq!(said(3_595).seconds_since(noted, None), 5);
        // Both were kept, and the clock was put right between them.
        assert_eq!(said(0).seconds_since(noted, Some(now.plus_seconds(-2))), 2);
        // Whoever says that it was before it was noted has proved nothing.
        assert_eq!(said(7_200).seconds_since(noted, None), 3_600);
        assert_eq!(said(3_630).seconds_since(noted, None), -30);
    }

    #[test]
    fn a_key_belongs_to_an_account_a_salt_and_an_installation() {
        let (anna, ben) = (AccountId::new(), AccountId::new());
        let (keys, other) = (Keys::new([3; 32]), Keys::new([4; 32]));
        let of_anna = key(&keys, anna, &[7; 32]);
        assert_eq!(of_anna, key(&keys, anna, &[7; 32]));
        let others = [key(&keys, ben, &[7; 32]), key(&keys, anna, &[8; 32]), key(&other, anna, &[7; 32])];
        assert!(!others.contains(&of_anna));
        assert_ne!(name(&keys, anna), name(&keys, ben));
        assert!(!name(&keys, anna).contains(&anna.to_string()[..8]));
    }
}
