//! What people read: which text fits them now. The texts themselves are in the catalogues of `app`.

pub mod advice;
