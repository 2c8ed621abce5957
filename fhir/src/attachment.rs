//! Files within resources: texts are decoded to be read in place, everything else stays base64 in
//! the raw resource and is decoded when someone asks for it.

use base64::{
    Engine as _, alphabet,
    engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig},
};
use domain::results::{Attachment, AttachmentContent};

use crate::{
    json::{self, Object, Read},
    text,
};

/// Senders leave the padding out or not; both are read.
const BASE64: GeneralPurpose = GeneralPurpose::new(
    &alphabet::STANDARD,
    GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent),
);

/// The bytes of an attachment that a raw resource holds at a JSON pointer; nothing when there is no
/// text there, or it is not base64.
pub fn attachment(raw: &str, pointer: &str) -> Option<Vec<u8>> {
    let mut at = raw.trim();
    for step in pointer.strip_prefix('/')?.split('/') {
        let step = step.replace("~1", "/").replace("~0", "~");
        at = if at.starts_with('[') {
            json::elements(at).ok()?.get(step.parse::<usize>().ok()?).copied()?
        } else {
            Object::parse(at).ok()?.raw(&step)?
        };
    }
    decode(&json::string(at).ok()?)
}

fn decode(data: &str) -> Option<Vec<u8>> {
    if data.bytes().any(|b| b.is_ascii_whitespace()) {
        let data: String = data.chars().filter(|c| !c.is_ascii_whitespace()).collect();
        return BASE64.decode(data).ok();
    }
    BASE64.decode(data).ok()
}

/// One Attachment; `pointer` leads to it within its resource.
pub fn read(object: &Object<'_>, pointer: &str) -> Read<Attachment> {
    let declared = object.text("contentType")?.unwrap_or_default();
    let media_type = declared.split(';').next().unwrap_or_default().to_ascii_lowercase();
    let media_type = text::line(&media_type, 100);
    let title = object.text("title")?.and_then(|t| text::title(&t));
    let Some(data) = object.text("data")? else {
        let size = object.number("size")?.and_then(|n| n.parse().ok()).unwrap_or(0);
        return Ok(Attachment { media_type, title, size, content: AttachmentContent::Elsewhere });
    };
    let Some(bytes) = decode(&data) else {
        return Ok(Attachment { media_type, title, size: 0, content: AttachmentContent::Unreadable });
    };
    let size = bytes.len() as u64;
    let content = content(&media_type, bytes, pointer);
    Ok(Attachment { media_type, title, size, content })
}

fn content(media_type: &str, bytes: Vec<u8>, pointer: &str) -> AttachmentContent {
    let markup = matches!(media_type, "text/html" | "application/xhtml+xml");
    // RTF is a text only in name.
    let readable = markup || (media_type.starts_with("text/") && media_type != "text/rtf");
    if readable {
        // No text has a zero byte: this is some other file under the name of a text.
        if bytes.contains(&0) {
            return AttachmentContent::Unreadable;
        }
        let decoded = characters(bytes);
        return AttachmentContent::Text(if markup { text::from_markup(&decoded) } else { text::lines(&decoded) });
    }
    if media_type == "application/pdf" && !bytes[..bytes.len().min(1024)].windows(5).any(|w| w == b"%PDF-") {
        return AttachmentContent::Unreadable;
    }
    AttachmentContent::Inline(format!("{pointer}/data"))
}

/// UTF-8, else Windows' Western letters, of which Latin-1 is a part. The bytes decide, not what the
/// sender declares: text in Western letters is hardly ever valid UTF-8 by chance.
fn characters(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).unwrap_or_else(|e| e.into_bytes().into_iter().map(western_letter).collect())
}

fn western_letter(byte: u8) -> char {
    const HIGH: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘',
        '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
    ];
    match byte {
        0x80..=0x9F => HIGH[usize::from(byte - 0x80)],
        _ => char::from(byte),
    }
}

/// The narrative of a resource as plain text.
pub fn narrative(object: &Object<'_>) -> Read<Option<String>> {
    let div = object.object("text", |narrative| narrative.text("div"))?.flatten();
    Ok(div.and_then(|div| text::block(&text::from_markup(&div))))
}
