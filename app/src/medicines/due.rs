//! What is due at a moment, of doses as they stood before. The server asks it for now; a device asks it of what it
//! keeps, with its own time.

use super::model::{DoseCard, DoseLine, DoseState, MedicinesPage};

impl DoseLine {
    /// How it stands at a moment, when nothing more was said of it.
    #[must_use]
    pub fn at(mut self, now: i64) -> Self {
        if matches!(self.state, DoseState::Upcoming | DoseState::Due | DoseState::Later(_)) && now >= self.from {
            self.state = if now < self.until { DoseState::Due } else { DoseState::Unanswered };
        }
        self
    }
}

impl DoseCard {
    /// What of its day is due at a moment and what comes next; nothing where there is nothing to say.
    #[must_use]
    pub fn at(mut self, now: i64) -> Option<Self> {
        for line in std::mem::take(&mut self.day) {
            let mut line = line.at(now);
            match &line.state {
                DoseState::Due => self.due.push(line),
                // It was said here, a moment ago, of a dose that would still be asked for.
                _ if line.unsent && now < line.until => self.due.push(line),
                DoseState::Unanswered => self.unanswered = true,
                DoseState::Upcoming | DoseState::Later(_)
                    if self.next.as_ref().is_none_or(|next| line.from < next.from) =>
                {
                    // What was put off comes at the time that it was put off to.
                    if let DoseState::Later(time) = &line.state {
                        line.time.clone_from(time);
                    }
                    self.next = Some(line);
                }
                _ => {}
            }
        }
        let empty = self.due.is_empty()
            && self.next.is_none()
            && self.noted.is_none()
            && !self.unanswered
            && !self.problem
            && self.stopped.is_empty();
        (!empty).then_some(self)
    }
}

impl MedicinesPage {
    /// The page at a moment: what nobody answered stands by itself, what may be taken again is not held back.
    #[must_use]
    pub fn at(mut self, now: i64) -> Self {
        for line in std::mem::take(&mut self.doses) {
            let line = line.at(now);
            let list = if line.state == DoseState::Unanswered { &mut self.unanswered } else { &mut self.doses };
            list.push(line);
        }
        for line in &mut self.needed {
            if line.next_at.is_some_and(|next| next <= now) {
                line.next = None;
            }
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use domain::id::{EntryId, MedicineId};
    use rstest::rstest;

    use super::*;

    fn line(time: &str, state: DoseState, (from, until): (i64, i64)) -> DoseLine {
        DoseLine {
            medicine: MedicineId::new(),
            name: "Capecitabine".into(),
            amount: "2".into(),
            slot: "2026-11-22.0".into(),
            id: EntryId::new(),
            time: time.into(),
            day: "2026-11-22".parse().unwrap(),
            state,
            from,
            until,
            entry: None,
            unsent: false,
            by: None,
            if_missed: None,
        }
    }

    fn day() -> DoseCard {
        let later = line("08:00", DoseState::Later("08:40".into()), (40, 100));
        let day = vec![
            line("07:00", DoseState::Taken("07:05".into()), (0, 50)),
            later,
            line("20:00", DoseState::Upcoming, (500, 600)),
        ];
        DoseCard { day, ..DoseCard::default() }
    }

    #[rstest]
    #[case(39, &[], Some("08:40"), false)]
    #[case(40, &["08:00"], Some("20:00"), false)]
    #[case(99, &["08:00"], Some("20:00"), false)]
    #[case(100, &[], Some("20:00"), true)]
    #[case(500, &["20:00"], None, true)]
    #[case(600, &[], None, true)]
    fn what_is_due_follows_the_time_of_whoever_looks(
        #[case] now: i64,
        #[case] due: &[&str],
        #[case] next: Option<&str>,
        #[case] unanswered: bool,
    ) {
        let card = day().at(now).unwrap();
        assert_eq!(card.due.iter().map(|line| line.time.as_str()).collect::<Vec<_>>(), due);
        assert_eq!(card.next.as_ref().map(|line| line.time.as_str()), next);
        assert_eq!(card.unanswered, unanswered);
        assert!(card.day.is_empty());
    }

    #[test]
    fn a_day_on_which_everything_is_said_says_nothing() {
        let mut card = day();
        card.day.truncate(1);
        assert_eq!(card.at(1_000), None);
    }

    #[test]
    fn what_was_said_of_a_dose_stays_whatever_the_time() {
        for state in [
            DoseState::Held,
            DoseState::Taken("07:05".into()),
            DoseState::TakenTwice,
            DoseState::Skipped(domain::medicines::entry::Reason::Unwell),
            DoseState::Missed,
            DoseState::Unanswered,
        ] {
            for now in [0, 60, 1_000] {
                assert_eq!(line("07:00", state.clone(), (50, 100)).at(now).state, state);
            }
        }
    }
}
