//! Reading of whole files through the public interface: shapes, refusals, values, and the traps of
//! real files. All people and clinics in here are made up.

#![expect(
    clippy::unwrap_used,
    clippy::needless_pass_by_value,
    reason = "a test that can't go on fails, and its data are written where they are passed"
)]

mod dosages;
mod instruments;
mod instruments_refused;
mod made;
mod people;
mod proctcae;
mod properties;
mod references;
mod refusals;
mod resources;
mod samples;
mod shapes;
mod symptom_check;
mod traps;
mod values;
