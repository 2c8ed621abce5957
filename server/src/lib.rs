//! The one binary `daybook`: configuration, HTTP layers, endpoints, command line.

pub mod api;
pub mod attachment;
pub mod calendar;
pub mod command;
pub mod demo;
pub mod export;
pub mod export_endpoint;
pub mod fhir_endpoint;
pub mod files;
pub mod guard;
pub mod headers;
pub mod import;
pub mod listen;
pub mod log;
pub mod mail;
pub mod manifest;
pub mod origin;
pub mod push;
pub mod router;
pub mod serve;
pub mod session;
pub mod work;
pub mod worker;
