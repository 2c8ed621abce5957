//! How the answers of server functions and the models of pages are read: as JSON first, then as what they
//! are. Reading JSON straight into types makes a reader of JSON for each type, which every browser would
//! download; this way there is one, and for each type a short walk over what it read.

use leptos::server_fn::{
    ContentType, Decodes, Encodes, Format, FormatType,
    codec::{JsonEncoding, Post},
};
use serde::{
    Serialize,
    de::{
        DeserializeOwned, DeserializeSeed, Deserializer, EnumAccess, Error as _, MapAccess, SeqAccess, VariantAccess,
        Visitor,
    },
};
use serde_json::{Error, Value};

/// JSON on the wire, as [`JsonEncoding`] writes it.
pub struct TreeEncoding;

/// What a server function answers with: `#[server(endpoint = "…", output = Tree)]`.
pub type Tree = Post<TreeEncoding>;

type Bytes = leptos::server_fn::Bytes;

impl ContentType for TreeEncoding {
    const CONTENT_TYPE: &'static str = JsonEncoding::CONTENT_TYPE;
}

impl FormatType for TreeEncoding {
    const FORMAT_TYPE: Format = JsonEncoding::FORMAT_TYPE;
}

impl<T: Serialize> Encodes<T> for TreeEncoding {
    type Error = Error;

    fn encode(output: &T) -> Result<Bytes, Self::Error> {
        JsonEncoding::encode(output)
    }
}

impl<T: DeserializeOwned> Decodes<T> for TreeEncoding {
    type Error = Error;

    fn decode(bytes: Bytes) -> Result<T, Self::Error> {
        read(&bytes)
    }
}

/// # Errors
/// When it is no JSON, or not that of the type.
pub fn read<T: DeserializeOwned>(json: &[u8]) -> Result<T, Error> {
    T::deserialize(Node(tree(json)?))
}

#[inline(never)]
fn tree(json: &[u8]) -> Result<Value, Error> {
    serde_json::from_slice(json)
}

/// A part of what was read. It knows only what [`JsonEncoding`] writes: a struct is an object, never a
/// list, which halves the code for each of them.
struct Node(Value);

fn other() -> Error {
    Error::custom("the JSON is of another form")
}

macro_rules! numbers {
    ($($way:ident $visit:ident $as:ident),+) => {$(
        fn $way<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
            visitor.$visit(self.0.$as().ok_or_else(other)?)
        }
    )+};
}

impl<'de> Deserializer<'de> for Node {
    type Error = Error;

    numbers!(
        deserialize_bool visit_bool as_bool,
        deserialize_i8 visit_i64 as_i64,
        deserialize_i16 visit_i64 as_i64,
        deserialize_i32 visit_i64 as_i64,
        deserialize_i64 visit_i64 as_i64,
        deserialize_u8 visit_u64 as_u64,
        deserialize_u16 visit_u64 as_u64,
        deserialize_u32 visit_u64 as_u64,
        deserialize_u64 visit_u64 as_u64,
        deserialize_f32 visit_f64 as_f64,
        deserialize_f64 visit_f64 as_f64
    );

    /// What does not say what it is: fields that are skipped, values that are JSON themselves.
    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.0.deserialize_any(visitor)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.0 {
            Value::String(text) => visitor.visit_string(text),
            _ => Err(other()),
        }
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_string(visitor)
    }

    fn deserialize_char<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_string(visitor)
    }

    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_string(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        if self.0.is_null() { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_unit<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        if self.0.is_null() { visitor.visit_unit() } else { Err(other()) }
    }

    fn deserialize_unit_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_unit(visitor)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.0 {
            Value::Array(items) => visitor.visit_seq(Items(items.into_iter())),
            _ => Err(other()),
        }
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_seq(visitor)
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: usize,
        visitor: V,
    ) -> Result<V::Value, Error> {
        self.deserialize_seq(visitor)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.0 {
            Value::Object(fields) => visitor.visit_map(Fields { left: fields.into_iter(), value: None }),
            _ => Err(other()),
        }
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        self.deserialize_map(visitor)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        visitor.visit_enum(variant(self.0)?)
    }

    fn deserialize_bytes<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Error> {
        Err(other())
    }

    fn deserialize_byte_buf<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Error> {
        Err(other())
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_unit()
    }
}

/// What a list holds.
struct Items(std::vec::IntoIter<Value>);

impl<'de> SeqAccess<'de> for Items {
    type Error = Error;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Error> {
        self.0.next().map(|value| seed.deserialize(Node(value))).transpose()
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.0.len())
    }
}

/// What an object holds.
struct Fields {
    left: serde_json::map::IntoIter,
    value: Option<Value>,
}

impl<'de> MapAccess<'de> for Fields {
    type Error = Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Error> {
        let Some((key, value)) = self.left.next() else { return Ok(None) };
        self.value = Some(value);
        seed.deserialize(Node(Value::String(key))).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Error> {
        seed.deserialize(Node(self.value.take().ok_or_else(other)?))
    }
}

/// A variant: its name alone, or an object with its name and what it holds.
struct Variant {
    name: String,
    holds: Option<Value>,
}

fn variant(value: Value) -> Result<Variant, Error> {
    match value {
        Value::String(name) => Ok(Variant { name, holds: None }),
        Value::Object(fields) => {
            let (name, holds) = fields.into_iter().next().ok_or_else(other)?;
            Ok(Variant { name, holds: Some(holds) })
        }
        _ => Err(other()),
    }
}

impl<'de> EnumAccess<'de> for Variant {
    type Error = Error;
    type Variant = Self;

    fn variant_seed<V: DeserializeSeed<'de>>(mut self, seed: V) -> Result<(V::Value, Self), Error> {
        let name = std::mem::take(&mut self.name);
        Ok((seed.deserialize(Node(Value::String(name)))?, self))
    }
}

impl<'de> VariantAccess<'de> for Variant {
    type Error = Error;

    fn unit_variant(self) -> Result<(), Error> {
        if self.holds.is_none() { Ok(()) } else { Err(other()) }
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, Error> {
        seed.deserialize(Node(self.holds.ok_or_else(other)?))
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Error> {
        Node(self.holds.ok_or_else(other)?).deserialize_seq(visitor)
    }

    fn struct_variant<V: Visitor<'de>>(self, _: &'static [&'static str], visitor: V) -> Result<V::Value, Error> {
        Node(self.holds.ok_or_else(other)?).deserialize_map(visitor)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;
    use serde::Deserialize;

    use super::*;

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
    enum Kind {
        Unit,
        One(i64),
        Two(u8, String),
        Named { at: Option<f64>, words: Vec<String> },
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
    struct Newtype(u32);

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
    struct Whole {
        kind: Kind,
        newtype: Newtype,
        pairs: Vec<(String, Option<bool>)>,
        map: BTreeMap<String, Kind>,
        #[serde(default)]
        unsaid: Vec<u8>,
        nothing: (),
    }

    fn kinds() -> impl Strategy<Value = Kind> {
        prop_oneof![
            Just(Kind::Unit),
            any::<i64>().prop_map(Kind::One),
            (any::<u8>(), ".*").prop_map(|(n, text)| Kind::Two(n, text)),
            (
                proptest::option::of(any::<i32>().prop_map(|n| f64::from(n) / 2.0)),
                proptest::collection::vec(".*", 0..3)
            )
                .prop_map(|(at, words)| Kind::Named { at, words }),
        ]
    }

    proptest! {
        #[test]
        fn what_was_written_is_read_as_it_was(
            kind in kinds(),
            n in any::<u32>(),
            pairs in proptest::collection::vec((".*", any::<Option<bool>>()), 0..4),
            map in proptest::collection::btree_map(".*", kinds(), 0..4),
            answer in any::<Result<(), String>>(),
        ) {
            let whole = Whole { kind, newtype: Newtype(n), pairs, map, unsaid: Vec::new(), nothing: () };
            let json = serde_json::to_vec(&(&whole, &answer)).unwrap();
            prop_assert_eq!(read::<(Whole, Result<(), String>)>(&json).unwrap(), (whole, answer));
        }
    }

    #[test]
    fn what_is_unknown_is_passed_over_and_what_is_missing_is_refused() {
        let json = r#"{"kind": "Unit", "newtype": 1, "pairs": [], "map": {}, "nothing": null, "later": {"x": [1]}}"#;
        assert_eq!(read::<Whole>(json.as_bytes()).unwrap().kind, Kind::Unit);
        assert!(read::<Whole>(json.replace("\"newtype\": 1,", "").as_bytes()).is_err());
        for wrong in ["", "[]", "{", "null", "7", r#"{"kind": "Other"}"#] {
            assert!(read::<Whole>(wrong.as_bytes()).is_err(), "{wrong}");
        }
        assert!(read::<u8>(b"300").is_err() && read::<bool>(b"1").is_err() && read::<String>(b"1").is_err());
    }
}
