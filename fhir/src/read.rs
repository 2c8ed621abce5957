//! A file as a stream of bytes: passes over JSON values of any size with a small buffer, and keeps
//! the bytes of those asked for, up to a limit. It pairs brackets and quotes and leaves the rest
//! of the grammar to who parses what was kept.

use std::io::{self, BufRead, BufReader, Read};

use crate::refusal::{Refusal, Spot};

const BUFFER: usize = 256 << 10;

/// The place of the next byte.
#[derive(Debug, Clone, Copy)]
pub struct Position {
    pub offset: u64,
    pub line: u32,
    line_start: u64,
}

impl Position {
    pub fn spot(self) -> Spot {
        let column = self.offset.saturating_sub(self.line_start) + 1;
        Spot { line: self.line, column: u32::try_from(column).unwrap_or(u32::MAX) }
    }
}

/// What a byte outside of strings does to the nesting.
enum Step {
    On,
    Ended,
    Mismatch,
    TooDeep,
}

pub struct Scanner<R> {
    input: BufReader<R>,
    at: Position,
    max_bytes: u64,
    max_depth: usize,
    keep_limit: usize,
    keeping: bool,
    overflowed: bool,
    kept: Vec<u8>,
    open: Vec<u8>,
}

impl<R: Read> Scanner<R> {
    pub fn new(input: R, max_bytes: u64, max_depth: usize, keep_limit: usize) -> Self {
        Self {
            input: BufReader::with_capacity(BUFFER, input),
            at: Position { offset: 0, line: 1, line_start: 0 },
            max_bytes,
            max_depth,
            keep_limit,
            keeping: false,
            overflowed: false,
            kept: Vec::new(),
            open: Vec::new(),
        }
    }

    pub fn position(&self) -> Position {
        self.at
    }

    pub fn spot(&self) -> Spot {
        self.at.spot()
    }

    /// Passes the mark that some programs put before UTF-8; it takes no column.
    pub fn pass_mark(&mut self) -> Result<(), Refusal> {
        self.pass(3)?;
        self.at.line_start = self.at.offset;
        Ok(())
    }

    /// From here on, bytes that are passed are kept; what was kept before is dropped.
    pub fn keep(&mut self) {
        self.kept.clear();
        // One huge resource must not hold its memory until the end of the file.
        self.kept.shrink_to(1 << 20);
        self.keeping = true;
        self.overflowed = false;
    }

    pub fn keep_no_more(&mut self) {
        self.keeping = false;
    }

    /// What was kept; `None` when it grew over the limit.
    pub fn kept(&self) -> Option<&[u8]> {
        (!self.overflowed).then_some(&self.kept)
    }

    pub fn kept_len(&self) -> usize {
        self.kept.len()
    }

    fn fill(&mut self) -> Result<&[u8], Refusal> {
        loop {
            match self.input.fill_buf() {
                Ok(_) => break,
                Err(e) if e.kind() == io::ErrorKind::Interrupted => {}
                Err(e) => return Err(Refusal::Unreadable(e)),
            }
        }
        Ok(self.input.buffer())
    }

    /// The next bytes that are at hand without passing them; fewer than asked for at the end.
    pub fn ahead(&mut self, count: usize) -> Result<&[u8], Refusal> {
        let bytes = self.fill()?;
        Ok(&bytes[..count.min(bytes.len())])
    }

    pub fn peek(&mut self) -> Result<Option<u8>, Refusal> {
        Ok(self.fill()?.first().copied())
    }

    /// Passes `count` bytes of the buffer.
    pub fn pass(&mut self, count: usize) -> Result<(), Refusal> {
        let bytes = &self.input.buffer()[..count];
        let lines = newlines(bytes);
        if lines > 0 {
            self.at.line = self.at.line.saturating_add(u32::try_from(lines).unwrap_or(u32::MAX));
            let last = bytes.iter().rposition(|b| *b == b'\n').unwrap_or(0);
            self.at.line_start = self.at.offset + last as u64 + 1;
        }
        if self.keeping && !self.overflowed {
            if self.kept.len() + count > self.keep_limit {
                self.overflowed = true;
                self.kept = Vec::new();
            } else {
                self.kept.extend_from_slice(bytes);
            }
        }
        self.at.offset += count as u64;
        self.input.consume(count);
        if self.at.offset > self.max_bytes {
            return Err(Refusal::TooLarge { max: self.max_bytes });
        }
        Ok(())
    }

    pub fn skip_space(&mut self) -> Result<(), Refusal> {
        loop {
            let bytes = self.fill()?;
            let blank = bytes.iter().take_while(|b| is_space(**b)).count();
            let more = blank == bytes.len() && blank > 0;
            self.pass(blank)?;
            if !more {
                return Ok(());
            }
        }
    }

    pub fn cut_off(&self) -> Refusal {
        Refusal::CutOff { at: self.spot() }
    }

    pub fn not_json(&self, why: impl Into<String>) -> Refusal {
        Refusal::NotJson { at: self.spot(), why: why.into() }
    }

    /// Passes exactly this byte.
    pub fn expect(&mut self, byte: u8) -> Result<(), Refusal> {
        match self.peek()? {
            Some(b) if b == byte => self.pass(1),
            Some(b) => Err(self.not_json(format!("expected {:?}, found {}", char::from(byte), shown(b)))),
            None => Err(self.cut_off()),
        }
    }

    /// Passes one value of any kind.
    pub fn pass_value(&mut self) -> Result<(), Refusal> {
        match self.peek()? {
            None => Err(self.cut_off()),
            Some(b'"' | b'{' | b'[') => self.pass_nested(),
            Some(_) => self.pass_word(),
        }
    }

    /// A number, `true`, `false`, `null`, or something that is none of them.
    fn pass_word(&mut self) -> Result<(), Refusal> {
        let mut any = false;
        loop {
            let bytes = self.fill()?;
            let ends = |b: u8| is_space(b) || matches!(b, b',' | b':' | b'}' | b']' | b'{' | b'[' | b'"');
            let length = bytes.iter().take_while(|b| !ends(**b)).count();
            let more = length == bytes.len() && length > 0;
            any |= length > 0;
            self.pass(length)?;
            if !more {
                break;
            }
        }
        if any {
            return Ok(());
        }
        match self.peek()? {
            Some(b) => Err(self.not_json(format!("expected a value, found {}", shown(b)))),
            None => Err(self.cut_off()),
        }
    }

    fn pass_nested(&mut self) -> Result<(), Refusal> {
        self.open.clear();
        let (mut quoted, mut escaped) = (false, false);
        loop {
            let max_depth = self.max_depth;
            let bytes = match self.fill() {
                Ok([]) => return Err(self.cut_off()),
                Err(e) => return Err(e),
                Ok(_) => self.input.buffer(),
            };
            let mut i = 0;
            let mut step = Step::On;
            while i < bytes.len() {
                let byte = bytes[i];
                i += 1;
                if escaped {
                    escaped = false;
                } else if quoted {
                    match byte {
                        b'\\' => escaped = true,
                        b'"' => {
                            quoted = false;
                            if self.open.is_empty() {
                                step = Step::Ended;
                                break;
                            }
                        }
                        _ => {
                            // Most bytes of a file are here: run to the next byte that matters.
                            i += bytes[i..].iter().take_while(|b| !matches!(b, b'"' | b'\\')).count();
                        }
                    }
                } else if byte == b'"' {
                    quoted = true;
                } else {
                    step = nest(&mut self.open, byte, max_depth);
                    if !matches!(step, Step::On) {
                        break;
                    }
                }
            }
            if let Step::Mismatch | Step::TooDeep = step {
                i -= 1;
            }
            self.pass(i)?;
            match step {
                Step::On => {}
                Step::Ended => return Ok(()),
                Step::Mismatch => return Err(self.not_json("brackets don't match")),
                Step::TooDeep => return Err(Refusal::TooDeep { at: self.spot(), max: max_depth }),
            }
        }
    }
}

fn nest(open: &mut Vec<u8>, byte: u8, max_depth: usize) -> Step {
    match byte {
        b'{' | b'[' => {
            if open.len() >= max_depth {
                return Step::TooDeep;
            }
            open.push(byte);
            Step::On
        }
        b'}' | b']' => {
            let opened = if byte == b'}' { b'{' } else { b'[' };
            if open.pop() != Some(opened) {
                return Step::Mismatch;
            }
            if open.is_empty() { Step::Ended } else { Step::On }
        }
        _ => Step::On,
    }
}

/// How many lines end in these bytes.
pub fn newlines(bytes: &[u8]) -> usize {
    bytes.iter().map(|b| usize::from(*b == b'\n')).sum()
}

fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r')
}

/// A byte for people.
pub fn shown(byte: u8) -> String {
    if byte.is_ascii_graphic() { format!("{:?}", char::from(byte)) } else { format!("the byte 0x{byte:02x}") }
}
