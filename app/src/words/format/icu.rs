//! ICU4X, with the data that is compiled into its crates.

use std::cell::OnceCell;

use fixed_decimal::Decimal;
use icu_calendar::{Date, Gregorian};
use icu_datetime::FixedCalendarDateTimeFormatter;
use icu_datetime::fieldsets::{DE, MD, YM, YMD, YMDE};
use icu_decimal::DecimalFormatter;
use icu_decimal::options::DecimalFormatterOptions;
use icu_locale_core::{Locale, locale};

use super::{CivilDate, Language, Shape};

type DayFormatter<Fields> = FixedCalendarDateTimeFormatter<Gregorian, Fields>;

struct Formatters {
    integer: DecimalFormatter,
    date: DayFormatter<YMD>,
    month: DayFormatter<YM>,
    month_short_day: DayFormatter<MD>,
    weekday_date: DayFormatter<YMDE>,
    weekday_day: DayFormatter<DE>,
}

impl Formatters {
    fn new(language: Language) -> Option<Self> {
        let locale = locale(language);
        Some(Self {
            integer: DecimalFormatter::try_new((&locale).into(), DecimalFormatterOptions::default()).ok()?,
            date: DayFormatter::try_new((&locale).into(), YMD::long()).ok()?,
            month: DayFormatter::try_new((&locale).into(), YM::long()).ok()?,
            month_short_day: DayFormatter::try_new((&locale).into(), MD::medium()).ok()?,
            weekday_date: DayFormatter::try_new((&locale).into(), YMDE::long()).ok()?,
            weekday_day: DayFormatter::try_new((&locale).into(), DE::long()).ok()?,
        })
    }
}

/// English as in Britain, for the day before the month.
fn locale(language: Language) -> Locale {
    match language {
        Language::English | Language::Pseudo => locale!("en-GB"),
        Language::French => locale!("fr"),
        Language::Spanish => locale!("es"),
        Language::Arabic => locale!("ar-u-nu-latn"),
    }
}

fn with<R>(language: Language, format: impl FnOnce(&Formatters) -> Option<R>) -> Option<R> {
    // Costly to make, and not to be shared between threads.
    thread_local! {
        static FORMATTERS: [OnceCell<Option<Formatters>>; 5] = const { [const { OnceCell::new() }; 5] };
    }
    FORMATTERS.with(|formatters| {
        formatters.get(language as usize)?.get_or_init(|| Formatters::new(language)).as_ref().and_then(format)
    })
}

pub fn integer(language: Language, number: i64) -> Option<String> {
    with(language, |formatters| Some(formatters.integer.format(&Decimal::from(number)).to_string()))
}

pub fn day(language: Language, shape: Shape, day: CivilDate) -> Option<String> {
    let date = Date::try_new_gregorian(day.year.into(), day.month, day.day).ok()?;
    with(language, |formatters| {
        Some(match shape {
            Shape::Date => formatters.date.format(&date).to_string(),
            Shape::Month => formatters.month.format(&date).to_string(),
            Shape::MonthShortDay => formatters.month_short_day.format(&date).to_string(),
            Shape::WeekdayDate => formatters.weekday_date.format(&date).to_string(),
            Shape::WeekdayDay => formatters.weekday_day.format(&date).to_string(),
        })
    })
}
