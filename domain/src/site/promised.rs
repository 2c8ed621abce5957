//! By when someone takes what waits: so much time, counted in the hours in which a team works.

use serde::{Deserialize, Serialize};

/// The site's promise for each severity, as `daybook site` takes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Promised {
    /// Minutes of work.
    pub urgent_minutes: u32,
    /// Minutes of work.
    pub soon_minutes: u32,
    /// Days of work: until the end of the last of them.
    pub low_days: u32,
}

impl Default for Promised {
    fn default() -> Self {
        Self { urgent_minutes: 60, soon_minutes: 240, low_days: 3 }
    }
}

/// So much time of work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Span {
    Minutes(u32),
    Days(u32),
}

#[cfg(feature = "server")]
pub use counting::Calendar;

#[cfg(feature = "server")]
mod counting {
    use std::collections::BTreeSet;

    use jiff::{
        civil::{Date, Time},
        tz::TimeZone,
    };

    use super::Span;
    use crate::{site::TeamBody, time::Instant};

    /// So many days ahead are looked at. A team that does not work in all of them is one without hours.
    const HORIZON: usize = 400;
    const MINUTE: i64 = 60_000_000;
    const DAY: i64 = 86_400_000_000;

    /// When a team works, on the calendar and clock of the site.
    ///
    /// A team that says no hours works around the clock: what is promised then counts plain time, which is
    /// the sooner and the safer reading.
    #[derive(Debug, Clone)]
    pub struct Calendar {
        zone: TimeZone,
        /// By weekday, Monday first; apart from each other and in order.
        week: [Vec<(Time, End)>; 7],
        holidays: BTreeSet<Date>,
    }

    /// Until when, on the same day.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
    enum End {
        At(Time),
        /// `24:00`.
        Midnight,
    }

    impl Calendar {
        /// Hours that can't be read, or that end before they begin, count as none.
        pub fn new(team: &TeamBody, zone: &str) -> Self {
            let hours = |day: &Vec<crate::site::Hours>| {
                let mut read: Vec<(Time, End)> = day.iter().filter_map(|one| read(&one.from, &one.until)).collect();
                read.sort_unstable();
                apart(&read)
            };
            let holiday = |date: &crate::time::PartialDate| {
                let part = |number: Option<u8>| i8::try_from(number?).ok();
                Date::new(date.year, part(date.month)?, part(date.day)?).ok()
            };
            Self {
                zone: TimeZone::get(zone).unwrap_or(TimeZone::UTC),
                week: team.hours.each_ref().map(hours),
                holidays: team.holidays.iter().filter_map(holiday).collect(),
            }
        }

        /// The moment by which `span` of work has passed since `from`.
        pub fn due(&self, from: Instant, span: Span) -> Instant {
            match span {
                Span::Minutes(minutes) => self.after_minutes(from, i64::from(minutes) * MINUTE),
                Span::Days(days) => self.after_days(from, days),
            }
        }

        /// When the team works again, when it does not work at this moment; nothing when it does.
        pub fn opens(&self, at: Instant) -> Option<Instant> {
            let (from, _) = self.stretches(at).find(|(_, until)| *until > at)?;
            (from > at).then_some(from)
        }

        fn after_minutes(&self, from: Instant, micros: i64) -> Instant {
            let mut left = micros;
            for (begin, end) in self.stretches(from) {
                let begin = begin.max(from);
                let here = end.0 - begin.0;
                if here >= left && end > begin {
                    return Instant(begin.0 + left);
                }
                left -= here.max(0);
            }
            Instant(from.0.saturating_add(micros))
        }

        /// The end of work on the last of so many days; the day on which it began does not count.
        fn after_days(&self, from: Instant, days: u32) -> Instant {
            let today = self.date(from);
            let mut worked = 0;
            let mut last = None;
            for (begin, end) in self.stretches(from) {
                let date = self.date(begin);
                if date == today {
                    continue;
                }
                if last.is_none_or(|(of, _)| of != date) {
                    if worked == days {
                        break;
                    }
                    worked += 1;
                }
                last = Some((date, end));
            }
            match last {
                Some((_, end)) if worked == days => end,
                _ => Instant(from.0.saturating_add(i64::from(days) * DAY)),
            }
        }

        fn date(&self, at: Instant) -> Option<Date> {
            Some(jiff::Timestamp::from_microsecond(at.0).ok()?.to_zoned(self.zone.clone()).date())
        }

        /// The stretches of work from the day of `from` on, in order. A clock that is put forward or back
        /// makes a stretch shorter or longer, never another time on the clock.
        fn stretches(&self, from: Instant) -> impl Iterator<Item = (Instant, Instant)> + '_ {
            let first = self.date(from);
            let days = first.into_iter().flat_map(|first| first.series(jiff::Span::new().days(1))).take(HORIZON);
            days.filter(|day| !self.holidays.contains(day)).flat_map(move |day| {
                let hours = &self.week[usize::try_from(day.weekday().to_monday_zero_offset()).unwrap_or(0)];
                hours.iter().filter_map(move |(begin, end)| {
                    let until = match end {
                        End::At(time) => self.instant(day, *time)?,
                        End::Midnight => self.instant(day.tomorrow().ok()?, Time::midnight())?,
                    };
                    let begin = self.instant(day, *begin)?;
                    (until > begin).then_some((begin, until))
                })
            })
        }

        fn instant(&self, day: Date, time: Time) -> Option<Instant> {
            let zoned = day.to_datetime(time).to_zoned(self.zone.clone()).ok()?;
            Some(Instant(zoned.timestamp().as_microsecond()))
        }
    }

    fn read(from: &str, until: &str) -> Option<(Time, End)> {
        let from = time(from)?;
        let until = if until.trim() == "24:00" { End::Midnight } else { End::At(time(until)?) };
        (until > End::At(from)).then_some((from, until))
    }

    fn time(text: &str) -> Option<Time> {
        let (hour, minute) = text.trim().split_once(':')?;
        Time::new(hour.parse().ok()?, minute.parse().ok()?, 0, 0).ok()
    }

    /// Stretches that touch become one.
    fn apart(hours: &[(Time, End)]) -> Vec<(Time, End)> {
        let mut made: Vec<(Time, End)> = Vec::new();
        for (from, until) in hours {
            match made.last_mut() {
                Some(last) if last.1 >= End::At(*from) => last.1 = last.1.max(*until),
                _ => made.push((*from, *until)),
            }
        }
        made
    }
}

#[cfg(test)]
#[cfg(feature = "server")]
mod tests {
    use proptest::prelude::*;
    use rstest::rstest;

    use super::{Calendar, Span};
    use crate::{
        site::{Hours, TeamBody},
        time::{Instant, PartialDate},
    };

    const ZONE: &str = "Europe/Paris";

    fn at(text: &str) -> Instant {
        let zoned: jiff::Zoned = format!("{text}[{ZONE}]").parse().unwrap();
        Instant(zoned.timestamp().as_microsecond())
    }

    /// Monday to Friday, with a break at noon.
    fn office() -> TeamBody {
        let day = vec![hours("08:00", "12:00"), hours("13:00", "17:00")];
        let free = Vec::new;
        TeamBody {
            hours: [day.clone(), day.clone(), day.clone(), day.clone(), day, free(), free()],
            holidays: vec![PartialDate::day(2026, 11, 11)],
            next_contact: None,
        }
    }

    fn hours(from: &str, until: &str) -> Hours {
        Hours { from: from.into(), until: until.into() }
    }

    #[rstest]
    // 9 November 2026 is a Monday.
    #[case::within_the_morning("2026-11-09T09:00", Span::Minutes(60), "2026-11-09T10:00")]
    #[case::over_the_break("2026-11-09T11:30", Span::Minutes(60), "2026-11-09T13:30")]
    #[case::before_work("2026-11-09T03:00", Span::Minutes(60), "2026-11-09T09:00")]
    #[case::over_the_night("2026-11-09T16:30", Span::Minutes(60), "2026-11-10T08:30")]
    #[case::over_a_holiday("2026-11-10T16:30", Span::Minutes(60), "2026-11-12T08:30")]
    #[case::over_the_weekend("2026-11-13T16:00", Span::Minutes(240), "2026-11-16T11:00")]
    #[case::exactly_until_the_end("2026-11-09T16:00", Span::Minutes(60), "2026-11-09T17:00")]
    #[case::days_of_work("2026-11-09T09:00", Span::Days(3), "2026-11-13T17:00")]
    #[case::days_from_a_weekend("2026-11-14T09:00", Span::Days(1), "2026-11-16T17:00")]
    #[case::no_time_at_all("2026-11-09T09:00", Span::Minutes(0), "2026-11-09T09:00")]
    fn what_is_promised_counts_in_hours_of_work(#[case] from: &str, #[case] span: Span, #[case] due: &str) {
        assert_eq!(Calendar::new(&office(), ZONE).due(at(from), span), at(due));
    }

    #[rstest]
    // The clock is put forward on 29 March 2026 at 2, and back on 25 October at 3.
    #[case::a_short_night("2026-03-29T01:30", 60, "2026-03-29T03:30")]
    #[case::a_long_night("2026-10-25T01:30", 180, "2026-10-25T03:30")]
    fn an_hour_is_an_hour_also_when_the_clock_is_changed(#[case] from: &str, #[case] minutes: u32, #[case] due: &str) {
        let night = TeamBody { hours: std::array::from_fn(|_| vec![hours("00:00", "24:00")]), ..TeamBody::default() };
        assert_eq!(Calendar::new(&night, ZONE).due(at(from), Span::Minutes(minutes)), at(due));
    }

    #[test]
    fn a_team_without_hours_works_around_the_clock() {
        let calendar = Calendar::new(&TeamBody::default(), ZONE);
        let from = at("2026-11-14T23:50");
        assert_eq!(calendar.due(from, Span::Minutes(60)), from.plus_seconds(3_600));
        assert_eq!(calendar.due(from, Span::Days(3)), from.plus_days(3));
        assert_eq!(calendar.opens(from), None);
        let unreadable = TeamBody { hours: std::array::from_fn(|_| vec![hours("nine", "17:00")]), ..office() };
        assert_eq!(Calendar::new(&unreadable, ZONE).due(from, Span::Minutes(60)), from.plus_seconds(3_600));
    }

    #[rstest]
    #[case("2026-11-09T09:00", None)]
    #[case("2026-11-09T12:30", Some("2026-11-09T13:00"))]
    #[case("2026-11-13T17:00", Some("2026-11-16T08:00"))]
    #[case("2026-11-10T20:00", Some("2026-11-12T08:00"))]
    fn outside_its_hours_it_is_said_when_the_team_works_again(#[case] now: &str, #[case] opens: Option<&str>) {
        assert_eq!(Calendar::new(&office(), ZONE).opens(at(now)), opens.map(at));
    }

    fn a_team() -> impl Strategy<Value = TeamBody> {
        // Not at night, when the clock is changed: there the plain statement below counts an hour twice.
        let stretch = (4_u8..24, 0_u8..60, 1_u16..900).prop_map(|(hour, minute, long)| {
            let until = (u16::from(hour) * 60 + u16::from(minute) + long).min(24 * 60);
            Hours { from: format!("{hour:02}:{minute:02}"), until: format!("{:02}:{:02}", until / 60, until % 60) }
        });
        let week = prop::array::uniform7(prop::collection::vec(stretch, 0..3));
        let holidays = prop::collection::vec((1_u8..=12, 1_u8..=28), 0..5);
        (week, holidays).prop_map(|(hours, holidays)| TeamBody {
            hours,
            holidays: holidays.into_iter().map(|(month, day)| PartialDate::day(2026, month, day)).collect(),
            next_contact: None,
        })
    }

    /// Whether the team works in this minute, said as plainly as it can be.
    fn works(team: &TeamBody, at: Instant) -> bool {
        let local = at.in_zone(ZONE).unwrap();
        let minute = format!("{:02}:{:02}", local.hour(), local.minute());
        let today = PartialDate::from(local.date());
        let day = &team.hours[usize::try_from(local.weekday().to_monday_zero_offset()).unwrap()];
        !team.holidays.contains(&today) && day.iter().any(|one| one.from <= minute && minute < one.until)
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn between_the_moment_and_what_is_promised_lie_just_so_many_minutes_of_work(
            team in a_team(),
            // Of a year with both changes of the clock.
            minute in 0_i64..365 * 24 * 60,
            promised in 1_u32..600,
        ) {
            let from = Instant(at("2026-01-01T00:00").0 + minute * 60_000_000);
            let due = Calendar::new(&team, ZONE).due(from, Span::Minutes(promised));
            let minutes = (0..(due.0 - from.0) / 60_000_000).map(|m| from.plus_seconds(m * 60));
            if team.hours.iter().all(Vec::is_empty) {
                prop_assert_eq!(due, from.plus_seconds(i64::from(promised) * 60));
            } else {
                let worked = minutes.filter(|minute| works(&team, *minute)).count();
                prop_assert_eq!(worked, usize::try_from(promised).unwrap());
                prop_assert!(works(&team, due.plus_seconds(-60)), "it ends in a minute of work");
            }
        }

        #[test]
        fn what_comes_later_is_never_due_sooner(
            team in a_team(),
            minute in 0_i64..365 * 24 * 60,
            later in 0_i64..5_000,
            span in prop_oneof![(1_u32..600).prop_map(Span::Minutes), (1_u32..6).prop_map(Span::Days)],
        ) {
            let calendar = Calendar::new(&team, ZONE);
            let from = Instant(at("2026-01-01T00:00").0 + minute * 60_000_000);
            let due = calendar.due(from, span);
            prop_assert!(due > from);
            prop_assert!(calendar.due(from.plus_seconds(later * 60), span) >= due);
        }
    }
}
