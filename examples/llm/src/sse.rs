//! Server-sent events, as far as the streams of language models use them.

use std::{error, fmt};

/// The maximum length of a line, and of the data of an event, in bytes.
const MAX_BYTES: usize = 64 * 1024;

/// Reads events from bytes that arrive in pieces of any size. Only the data of an event is kept; its
/// name and id are ignored. A line ends with LF or CR LF.
#[derive(Debug, Default)]
pub struct EventReader {
    line: Vec<u8>,
    data: Vec<u8>,
}

/// An event is longer than 64 KiB.
#[derive(Debug, PartialEq, Eq)]
pub struct TooLong;

impl EventReader {
    /// Reads more bytes. Returns the data of the events that are complete now.
    pub fn read(&mut self, bytes: &[u8]) -> Result<Vec<String>, TooLong> {
        let mut events = Vec::new();
        let mut rest = bytes;
        while let Some(end) = rest.iter().position(|byte| *byte == b'\n') {
            self.append(&rest[..end])?;
            rest = &rest[end + 1..];
            events.extend(self.end_line()?);
        }
        self.append(rest)?;
        Ok(events)
    }

    fn append(&mut self, bytes: &[u8]) -> Result<(), TooLong> {
        if self.line.len() + bytes.len() > MAX_BYTES {
            return Err(TooLong);
        }
        self.line.extend_from_slice(bytes);
        Ok(())
    }

    /// Returns the data of the event if this line, which is empty then, ends one.
    fn end_line(&mut self) -> Result<Option<String>, TooLong> {
        let line = std::mem::take(&mut self.line);
        let line = line.strip_suffix(b"\r").unwrap_or(&line);
        if line.is_empty() {
            let data = std::mem::take(&mut self.data);
            let text = String::from_utf8_lossy(data.strip_suffix(b"\n").unwrap_or(&data));
            return Ok((!data.is_empty()).then(|| text.into_owned()));
        }
        if let Some(value) = line.strip_prefix(b"data:") {
            let value = value.strip_prefix(b" ").unwrap_or(value);
            if self.data.len() + value.len() > MAX_BYTES {
                return Err(TooLong);
            }
            self.data.extend_from_slice(value);
            self.data.push(b'\n');
        }
        Ok(None)
    }
}

impl fmt::Display for TooLong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "an event is longer than {MAX_BYTES} bytes")
    }
}

impl error::Error for TooLong {}

#[cfg(test)]
mod tests {
    use super::*;

    const STREAM: &str =
        ": a comment\n\ndata: one\r\n\r\nevent: x\ndata: 二\ndata:2\n\n\ndata: [DONE]\n\n";

    #[test]
    fn events_are_the_same_in_pieces_of_any_size() {
        for size in 1..STREAM.len() {
            let mut reader = EventReader::default();
            let pieces = STREAM.as_bytes().chunks(size);
            let events: Vec<_> = pieces.flat_map(|piece| reader.read(piece).unwrap()).collect();
            assert_eq!(events, ["one", "二\n2", "[DONE]"], "in pieces of {size} bytes");
        }
    }

    #[test]
    fn an_event_without_end_is_rejected() {
        let mut reader = EventReader::default();
        let piece = [b'x'; 1000];
        let read = (0..100).map(|_| reader.read(&piece)).find(Result::is_err);
        assert_eq!(read, Some(Err(TooLong)));

        let mut reader = EventReader::default();
        let line = format!("data: {}\n", "x".repeat(1000));
        let read = (0..100).map(|_| reader.read(line.as_bytes())).find(Result::is_err);
        assert_eq!(read, Some(Err(TooLong)));
    }
}
