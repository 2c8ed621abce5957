//! What was typed to find someone: read, and kept for the page that shows who was found.

use std::collections::BTreeMap;

use domain::{Error, FieldCode, access::Caller, account::draft, db::Tx, time::PartialDate, worklist::Search};
use serde::{Deserialize, Serialize};

use crate::request::{Backend, Draft};

/// The fields of the search as they were typed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Typed {
    pub q: String,
    pub birth_day: String,
    pub birth_month: String,
    pub birth_year: String,
}

impl Typed {
    /// # Errors
    /// `birth-day: NotADate` when day, month and year are no day, month or year.
    pub fn search(&self) -> Result<Search, Error> {
        Ok(Search::new(&self.q, self.born()?))
    }

    /// A whole date, a month with its year, or a year.
    fn born(&self) -> Result<Option<PartialDate>, Error> {
        let [day, month, year] = [&self.birth_day, &self.birth_month, &self.birth_year].map(|part| part.trim());
        let wrong = || Error::field("birth-day", FieldCode::NotADate);
        let two = |text: &str| text.parse::<u8>().map(|number| format!("-{number:02}")).map_err(|_| wrong());
        let text = match (day, month, year) {
            ("", "", "") => return Ok(None),
            ("", "", year) => year.to_owned(),
            ("", month, year) => format!("{year}{}", two(month)?),
            (day, month, year) => format!("{year}{}{}", two(month)?, two(day)?),
        };
        let written = text.parse().ok().filter(|_| year.len() == 4 && year.bytes().all(|b| b.is_ascii_digit()));
        written.map(Some).ok_or_else(wrong)
    }

    /// Keeps it for the account, sealed as drafts are, and answers the id to find it by.
    pub async fn keep(&self, tx: &mut Tx, backend: &Backend, caller: &Caller) -> Result<String, Error> {
        let fields = [
            ("q", &self.q),
            ("birth_day", &self.birth_day),
            ("birth_month", &self.birth_month),
            ("birth_year", &self.birth_year),
        ];
        let fields: BTreeMap<String, String> =
            fields.into_iter().map(|(name, typed)| (name.to_owned(), typed.clone())).collect();
        draft::save_draft(tx, &backend.keys, Some(caller.account), &fields, backend.now()).await
    }

    /// What is kept under an id for this account, while it is kept.
    pub async fn find(tx: &mut Tx, backend: &Backend, caller: &Caller, id: &str) -> Result<Option<Self>, Error> {
        if id.is_empty() {
            return Ok(None);
        }
        let found = draft::find_draft(tx, &backend.keys, Some(caller.account), id, backend.now()).await?;
        Ok(found.map(|fields| Self::of(&Draft(fields))))
    }

    /// The fields of a form that came back.
    pub fn of(draft: &Draft) -> Self {
        let field = |name| draft.field(name);
        Self {
            q: field("q"),
            birth_day: field("birth_day"),
            birth_month: field("birth_month"),
            birth_year: field("birth_year"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case(["", "", ""], Ok(None))]
    #[case(["27", "3", "1961"], Ok(Some("1961-03-27")))]
    #[case([" 7", "03 ", "1961"], Ok(Some("1961-03-07")))]
    #[case(["", "3", "1961"], Ok(Some("1961-03")))]
    #[case(["", "", "1961"], Ok(Some("1961")))]
    #[case(["27", "", "1961"], Err(()))]
    #[case(["27", "3", ""], Err(()))]
    #[case(["31", "2", "1961"], Err(()))]
    #[case(["", "", "61"], Err(()))]
    #[case(["", "", "1961-03-27"], Err(()))]
    #[case(["", "March", "1961"], Err(()))]
    fn a_date_of_birth_may_be_a_day_a_month_or_a_year(
        #[case] typed: [&str; 3],
        #[case] read: Result<Option<&str>, ()>,
    ) {
        let [birth_day, birth_month, birth_year] = typed.map(str::to_owned);
        let typed = Typed { q: String::new(), birth_day, birth_month, birth_year };
        let born = typed.born().map(|born| born.map(|born| born.to_string())).map_err(|_| ());
        assert_eq!(born, read.map(|read| read.map(str::to_owned)));
    }
}
