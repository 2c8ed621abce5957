//! A letter as one page of PDF, and what any attachment needs: base64.
//!
//! Helvetica in WinAnsi, which every viewer has: letters of western Europe only.

use std::fmt::Write as _;

/// One A4 page: the first line large, the others below it.
pub fn page(title: &str, lines: &[&str]) -> Vec<u8> {
    let mut text = Vec::new();
    text.extend_from_slice(b"BT /F1 18 Tf 56 770 Td (");
    text.extend(escaped(title));
    text.extend_from_slice(b") Tj /F1 11 Tf 0 -14 Td 16 TL\n");
    for line in lines {
        text.extend_from_slice(b"T* (");
        text.extend(escaped(line));
        text.extend_from_slice(b") Tj\n");
    }
    text.extend_from_slice(b"ET");

    let mut content = format!("<< /Length {} >>\nstream\n", text.len()).into_bytes();
    content.extend(text);
    content.extend_from_slice(b"\nendstream");
    let mut info = b"<< /Producer (Daybook demonstration) /Title (".to_vec();
    info.extend(escaped(title));
    info.extend_from_slice(b") >>");
    written(&[
        b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_vec(),
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] \
          /Resources << /Font << /F1 4 0 R >> >> /Contents 5 0 R >>"
            .to_vec(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>".to_vec(),
        content,
        info,
    ])
}

/// The objects one after the other, then the table of where each begins.
fn written(objects: &[Vec<u8>]) -> Vec<u8> {
    // The bytes above 127 tell programs on the way that this is not text.
    let mut file = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n".to_vec();
    let size = objects.len() + 1;
    let mut table = format!("xref\n0 {size}\n0000000000 65535 f \n");
    for (number, object) in (1..).zip(objects) {
        // Writing to a String cannot fail.
        let _ = writeln!(table, "{:010} 00000 n ", file.len());
        file.extend(format!("{number} 0 obj\n").into_bytes());
        file.extend(object);
        file.extend_from_slice(b"\nendobj\n");
    }
    let start = file.len();
    file.extend(table.into_bytes());
    file.extend(
        format!("trailer\n<< /Size {size} /Root 1 0 R /Info 6 0 R >>\nstartxref\n{start}\n%%EOF\n").into_bytes(),
    );
    file
}

/// The bytes of a PDF string. Latin-1 and WinAnsi agree on the letters; what lies beyond them
/// becomes a question mark.
fn escaped(text: &str) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(text.len());
    for letter in text.chars() {
        let byte = u8::try_from(u32::from(letter)).unwrap_or(b'?');
        if matches!(byte, b'(' | b')' | b'\\') {
            bytes.push(b'\\');
        }
        bytes.push(byte);
    }
    bytes
}

/// RFC 4648, with padding.
pub fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let three = chunk.iter().chain(&[0, 0]).take(3).fold(0_usize, |sum, byte| sum << 8 | usize::from(*byte));
        for place in 0..4 {
            if place <= chunk.len() {
                text.push(char::from(LETTERS[three >> (18 - 6 * place) & 63]));
            } else {
                text.push('=');
            }
        }
    }
    text
}
