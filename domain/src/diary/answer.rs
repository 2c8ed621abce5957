//! What someone answered to an instrument, as it was given.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::instrument::LinkId;

/// Answers by question. A question that is not in it was not answered.
pub type Answers = BTreeMap<LinkId, Vec<Answer>>;

/// One answer to one question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Answer {
    Boolean(bool),
    Integer(i64),
    /// Digit for digit, with a point before the decimals.
    Decimal(String),
    /// `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    Date(String),
    /// Words of one's own, also to an open choice.
    Text(String),
    /// The code of a choice.
    Choice(String),
    /// The question was seen and passed over.
    Skipped,
}
