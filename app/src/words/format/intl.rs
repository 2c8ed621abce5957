//! The browser's own `Intl`, so that no table of months is downloaded.

use std::cell::OnceCell;

use js_sys::{Array, Date, Function, Intl, Object, Reflect};
use wasm_bindgen::JsValue;

use super::{CivilDate, Language, Shape};

const MILLISECONDS_OF_A_DAY: f64 = 86_400_000.0;

/// The format functions of one language, made when they are first needed.
#[derive(Default)]
struct Formats {
    integer: OnceCell<Function>,
    /// In the order of [`Shape`].
    days: [OnceCell<Function>; 5],
}

thread_local! {
    static FORMATS: [Formats; 5] = Default::default();
}

/// English as in Britain, for the day before the month.
fn locale(language: Language) -> Array {
    Array::of1(&JsValue::from_str(match language {
        Language::English | Language::Pseudo => "en-GB",
        Language::French => "fr",
        Language::Spanish => "es",
        Language::Arabic => "ar-u-nu-latn",
    }))
}

pub fn integer(language: Language, number: i64) -> Option<String> {
    FORMATS.with(|formats| {
        let format = formats
            .get(language as usize)?
            .integer
            .get_or_init(|| Intl::NumberFormat::new(&locale(language), &Object::new()).format());
        call(format, &JsValue::from(number))
    })
}

pub fn day(language: Language, shape: Shape, day: CivilDate) -> Option<String> {
    let first = Date::utc(day.year.into(), f64::from(day.month) - 1.0);
    let instant = first + (f64::from(day.day) - 1.0) * MILLISECONDS_OF_A_DAY;
    FORMATS.with(|formats| {
        let format = formats
            .get(language as usize)?
            .days
            .get(shape as usize)?
            .get_or_init(|| Intl::DateTimeFormat::new(&locale(language), &options(shape)).format());
        call(format, &JsValue::from_f64(instant))
    })
}

fn options(shape: Shape) -> Object {
    let fields: &[(&str, &str)] = match shape {
        Shape::Date => &[("day", "numeric"), ("month", "long"), ("year", "numeric")],
        Shape::Month => &[("month", "long"), ("year", "numeric")],
        Shape::MonthShortDay => &[("day", "numeric"), ("month", "short")],
        Shape::WeekdayDate => &[("weekday", "long"), ("day", "numeric"), ("month", "long"), ("year", "numeric")],
        Shape::WeekdayDay => &[("weekday", "long"), ("day", "numeric")],
    };
    let options = Object::new();
    // The day is made in UTC, so it must be read in UTC to stay the same day.
    for (name, value) in fields.iter().chain(&[("timeZone", "UTC")]) {
        // Setting a property of a plain new object can't fail.
        let _ = Reflect::set(&options, &JsValue::from_str(name), &JsValue::from_str(value));
    }
    options
}

fn call(format: &Function, value: &JsValue) -> Option<String> {
    format.call1(&JsValue::UNDEFINED, value).ok()?.as_string()
}
