//! What a device that keeps something asks of the server.

use std::collections::BTreeMap;

use domain::id::RecordId;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::{error::Answer, visit::Visit};

/// What a device keeps, so that every page of the app opens without a network.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct KeptCopy {
    /// In milliseconds, by the server's clock.
    pub made: i64,
    /// IANA zone that the person lives in.
    pub zone: String,
    pub visit: Visit,
    pub record: RecordId,
    pub calls: Vec<Call>,
}

/// What a server function answers.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Call {
    pub path: String,
    /// What it was asked with, but for what is empty.
    pub fields: BTreeMap<String, String>,
    /// The day on which it is the answer, where that makes a difference.
    pub day: Option<String>,
    pub answer: serde_json::Value,
}

/// The secret by which this device opens what it keeps of the caller: 32 bytes, as hexadecimal digits. `salt` are
/// 16 to 32 bytes that the device made.
#[server(endpoint = "devices/key")]
pub async fn get_key(salt: String) -> Answer<String> {
    use domain::{Error, FieldCode, devices, secret};

    let (backend, caller) = super::kept::own()?;
    let salt = secret::unhex(&salt).filter(|salt| (16..=32).contains(&salt.len()));
    let salt = salt.ok_or_else(|| Error::field("salt", FieldCode::Malformed))?;
    let mut tx = backend.db.write().await?;
    devices::store::save_kept(&mut tx, &caller, backend.now()).await?;
    tx.commit().await?;
    Ok(secret::hex(&devices::key(&backend.keys, caller.account, &salt)))
}

/// All that a device keeps of the caller.
#[server(endpoint = "devices/kept")]
pub async fn get_kept() -> Answer<KeptCopy> {
    let (backend, caller) = super::kept::own()?;
    let mut tx = backend.db.read().await?;
    super::kept::copy(&mut tx, &backend, &caller).await
}
