//! Text from outside made fit to show: invisible and direction-changing characters removed, lengths
//! bounded, markup reduced to words.

/// Characters of a name or title.
pub const TITLE: usize = 300;
/// Characters of a note, a conclusion or a value in words.
const BLOCK: usize = 100_000;

/// Characters that show nothing, or change how what stands around them is shown.
fn invisible(c: char) -> bool {
    matches!(c,
        '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}'
        | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E007F}')
}

/// One line of at most `cap` characters: white space collapsed, invisible characters removed.
pub fn line(text: &str, cap: usize) -> String {
    let mut out = String::with_capacity(text.len().min(cap * 4));
    let mut space = false;
    for c in text.chars() {
        if invisible(c) {
            continue;
        }
        if c.is_whitespace() || c.is_control() {
            space = true;
            continue;
        }
        if space && !out.is_empty() {
            out.push(' ');
        }
        space = false;
        out.push(c);
    }
    shorten(out, cap)
}

/// A title or name; `None` when nothing visible is left.
pub fn title(text: &str) -> Option<String> {
    let text = line(text, TITLE);
    (!text.is_empty()).then_some(text)
}

/// Text of several lines; `None` when nothing visible is left.
pub fn block(text: &str) -> Option<String> {
    let text = shorten(lines(text), BLOCK);
    (!text.is_empty()).then_some(text)
}

/// Text of several lines and any length.
pub fn lines(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\r' if chars.peek() == Some(&'\n') => {}
            '\r' | '\u{2028}' | '\u{2029}' | '\u{0C}' => out.push('\n'),
            '\n' | '\t' => out.push(c),
            c if c.is_control() || invisible(c) => {}
            c => out.push(c),
        }
    }
    // Leading spaces of the first line may be its layout: only empty lines go.
    let start =
        out.find(|c: char| !c.is_whitespace()).map_or(out.len(), |at| out[..at].rfind('\n').map_or(0, |n| n + 1));
    out.drain(..start);
    out.truncate(out.trim_end().len());
    out
}

fn shorten(mut text: String, cap: usize) -> String {
    if text.len() > cap
        && let Some((cut, _)) = text.char_indices().nth(cap)
    {
        text.truncate(cut);
        while text.pop().is_some_and(char::is_whitespace) {}
        text.push('…');
    }
    text
}

/// HTML or XHTML as plain text: tags dropped, blocks on their own lines, entities decoded. What
/// comes out is text and must be shown as text.
pub fn from_markup(markup: &str) -> String {
    let mut out = String::with_capacity(markup.len() / 2);
    let mut rest = markup;
    while let Some(at) = rest.find(['<', '&']) {
        words(&mut out, &rest[..at]);
        rest = &rest[at..];
        if rest.starts_with('&') {
            let (decoded, length) = entity(rest);
            match decoded {
                Some('\u{A0}') => words(&mut out, " "),
                Some(c) => out.push(c),
                None => out.push('&'),
            }
            rest = &rest[length..];
        } else {
            rest = tag(&mut out, rest);
        }
    }
    words(&mut out, rest);
    let trimmed: Vec<&str> = out.lines().map(str::trim).collect();
    let mut text = String::with_capacity(out.len());
    for line in trimmed {
        // No more than one empty line in a row.
        if !(line.is_empty() && (text.is_empty() || text.ends_with("\n\n"))) {
            text.push_str(line);
            text.push('\n');
        }
    }
    lines(&text)
}

/// Running text: white space of the source collapses.
fn words(out: &mut String, text: &str) {
    for c in text.chars() {
        if !c.is_whitespace() {
            out.push(c);
        } else if !out.is_empty() && !out.ends_with(char::is_whitespace) {
            out.push(' ');
        }
    }
}

/// Passes the markup that `rest` begins with.
fn tag<'a>(out: &mut String, rest: &'a str) -> &'a str {
    if let Some(comment) = rest.strip_prefix("<!--") {
        return comment.find("-->").map_or("", |end| &comment[end + 3..]);
    }
    let inner = &rest[1..];
    let name_at = usize::from(inner.starts_with('/'));
    if !inner[name_at..].starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '!' | '?')) {
        out.push('<');
        return inner;
    }
    let name: String =
        inner[name_at..].chars().take_while(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect();
    let after = tag_end(inner);
    match name.as_str() {
        "script" | "style" | "head" | "title"
            if name_at == 0 && !inner[..inner.len() - after.len()].ends_with("/>") =>
        {
            return after_closing(after, &name);
        }
        "br" | "p" | "div" | "li" | "tr" | "ul" | "ol" | "table" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "pre"
        | "section" | "caption" | "dt" | "dd" | "hr" | "blockquote" | "thead" | "tbody"
            if !out.is_empty() && !out.ends_with('\n') =>
        {
            out.push('\n');
        }
        "td" | "th" if !out.is_empty() && !out.ends_with(char::is_whitespace) => out.push('\t'),
        _ => {}
    }
    after
}

/// What follows the tag, past quoted attributes that hold a `>`.
fn tag_end(inner: &str) -> &str {
    let mut quote = None;
    // Bounded, or a file of unclosed quotes would be read to its end for each of them.
    for (at, c) in inner.char_indices().take(4096) {
        match (quote, c) {
            (Some(q), c) if q == c => quote = None,
            (None, '"' | '\'') => quote = Some(c),
            (None, '>') => return &inner[at + 1..],
            _ => {}
        }
    }
    // A quote that never closes: the first > ends the tag after all.
    inner.find('>').map_or("", |at| &inner[at + 1..])
}

fn after_closing<'a>(text: &'a str, name: &str) -> &'a str {
    let mut rest = text;
    while let Some(at) = rest.find("</") {
        rest = &rest[at + 2..];
        if rest.get(..name.len()).is_some_and(|n| n.eq_ignore_ascii_case(name)) {
            return rest.find('>').map_or("", |end| &rest[end + 1..]);
        }
    }
    ""
}

/// The character of an entity and how many bytes it takes; a lone `&` stands for itself.
fn entity(text: &str) -> (Option<char>, usize) {
    let Some(end) = text.bytes().take(12).position(|b| b == b';') else { return (None, 1) };
    let name = &text[1..end];
    let decoded = match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        "nbsp" => Some('\u{A0}'),
        "deg" => Some('°'),
        "micro" => Some('µ'),
        "plusmn" => Some('±'),
        "ge" => Some('≥'),
        "le" => Some('≤'),
        "ndash" => Some('–'),
        "mdash" => Some('—'),
        "hellip" => Some('…'),
        "bull" => Some('•'),
        "rsquo" => Some('’'),
        "lsquo" => Some('‘'),
        "rdquo" => Some('”'),
        "ldquo" => Some('“'),
        _ => name.strip_prefix('#').and_then(|n| {
            let code = match n.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => n.parse().ok()?,
            };
            char::from_u32(code)
        }),
    };
    match decoded {
        Some(c) => (Some(c), end + 1),
        None => (None, 1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use rstest::rstest;

    #[rstest]
    #[case("  Hemo\u{200B}globin \n [Mass/volume] ", "Hemoglobin [Mass/volume]")]
    #[case("a\u{202E}b\u{2066}c\u{0007}d", "abc d")]
    #[case("\u{FEFF}", "")]
    fn a_line_has_nothing_invisible(#[case] text: &str, #[case] clean: &str) {
        assert_eq!(line(text, TITLE), clean);
    }

    #[test]
    fn a_long_title_is_cut_with_a_sign_of_it() {
        let long = "é".repeat(400);
        let cut = line(&long, TITLE);
        assert!(cut.ends_with('…'));
        assert!(cut.chars().count() <= TITLE + 1);
        assert_eq!(line(&"x".repeat(300), TITLE).chars().count(), 300);
    }

    #[rstest]
    #[case("<div><p>One</p><p>Two &amp; three</p></div>", "One\nTwo & three")]
    #[case("<p>a<script>alert(1 > 0)</script>b<style>p{}</style>c</p>", "abc")]
    #[case("<td>Hb</td><td>12&nbsp;g</td>", "Hb\t12 g")]
    #[case("<a title='x>y'>link</a> 3 < 5 &#x41;&#66; &bogus;", "link 3 < 5 AB &bogus;")]
    #[case("&lt;b&gt; stays text", "<b> stays text")]
    #[case("<!-- no --> yes<br/>next", "yes\nnext")]
    fn markup_becomes_plain_text(#[case] markup: &str, #[case] text: &str) {
        assert_eq!(from_markup(markup), text);
    }

    proptest! {
        #[test]
        fn no_text_makes_it_panic(text in "\\PC{0,80}|[<>&;/!a-z#\"' é-]{0,80}") {
            let _ = line(&text, 20);
            let _ = block(&text);
            let _ = from_markup(&text);
        }
    }
}
