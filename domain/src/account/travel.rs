//! Whether someone's device shows another time than the zone in which they live, and whether they are asked by which
//! of the two they want to live.

use crate::time::Instant;

/// How the clock of a device stands to the zone of its person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Travel {
    /// It shows the same time, or a zone that nobody knows: there is nothing to ask.
    Home,
    /// It shows another time, and the person is asked.
    Asks,
    /// It shows another time, of which the person said that the time of home stays.
    Kept,
}

/// How a device stands whose zone is `device`. What counts is the time that the clocks show now, not how their zones
/// are called: between Paris and Madrid there is nothing to ask.
pub fn travel(home: &str, kept: Option<&str>, device: &str, now: Instant) -> Travel {
    let Some(device) = clock(device, now) else { return Travel::Home };
    if clock(home, now) == Some(device) {
        Travel::Home
    } else if kept.and_then(|kept| clock(kept, now)) == Some(device) {
        Travel::Kept
    } else {
        Travel::Asks
    }
}

/// How far the clocks of a zone are ahead, in seconds; none where nobody knows it, as browsers say of some.
pub(super) fn clock(zone: &str, now: Instant) -> Option<i32> {
    let local = now.in_zone(zone).ok().filter(|local| !local.time_zone().is_unknown())?;
    Some(local.offset().seconds())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 1 January and 1 July 2026.
    const WINTER: Instant = Instant(1_767_225_600_000_000);
    const SUMMER: Instant = Instant(1_782_864_000_000_000);

    #[test]
    fn who_takes_a_journey_is_asked_once_and_again_only_where_the_clock_shows_yet_another_time() {
        let home = "America/Chicago";
        assert_eq!(travel(home, None, "Europe/Lisbon", WINTER), Travel::Asks);
        assert_eq!(travel(home, Some("Europe/Lisbon"), "Europe/Lisbon", WINTER), Travel::Kept);
        assert_eq!(travel(home, Some("Europe/Lisbon"), "Europe/London", WINTER), Travel::Kept, "the same time");
        assert_eq!(travel(home, Some("Europe/Lisbon"), "Europe/Paris", WINTER), Travel::Asks);
        assert_eq!(travel(home, Some("Europe/Lisbon"), home, WINTER), Travel::Home);
    }

    #[test]
    fn what_counts_is_the_time_that_clocks_show_and_not_the_name_of_a_zone() {
        assert_eq!(travel("Asia/Kolkata", None, "Asia/Calcutta", WINTER), Travel::Home);
        assert_eq!(travel("Europe/Paris", None, "Europe/Madrid", SUMMER), Travel::Home);
        assert_eq!(travel("America/Los_Angeles", None, "America/Phoenix", SUMMER), Travel::Home);
        assert_eq!(travel("America/Los_Angeles", None, "America/Phoenix", WINTER), Travel::Asks);
    }

    #[test]
    fn a_zone_that_nobody_knows_asks_nothing() {
        for device in ["", "Mars/Olympus", "../etc/passwd", "Etc/Unknown"] {
            assert_eq!(travel("Europe/Paris", None, device, WINTER), Travel::Home, "{device}");
        }
    }
}
