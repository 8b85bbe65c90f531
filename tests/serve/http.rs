//! As much of HTTP as a test needs: one request a connection.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

/// Far above what any answer needs.
const PATIENCE: Duration = Duration::from_secs(10);

/// What came back.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    head: String,
    pub body: Vec<u8>,
}

impl Answer {
    /// One header, by its lowercase name.
    pub fn header(&self, name: &str) -> Option<&str> {
        let lines = self.head.lines().filter_map(|line| line.split_once(": "));
        lines.into_iter().find(|(n, _)| n.eq_ignore_ascii_case(name)).map(|(_, value)| value.trim())
    }

    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    pub fn has(&self, words: &str) -> bool {
        self.text().contains(words)
    }
}

/// Sends one request with these headers, `Host` among them.
pub fn ask(to: SocketAddr, verb: &str, path: &str, headers: &[(&str, &str)]) -> Answer {
    let lines: Vec<String> =
        headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
    let mut stream = TcpStream::connect_timeout(&to, PATIENCE).expect("the server listens");
    stream.set_read_timeout(Some(PATIENCE)).expect("a positive time");
    write!(stream, "{verb} {path} HTTP/1.1\r\n{}\r\n", lines.concat()).expect("the server reads");
    let (mut bytes, mut buffer) = (Vec::new(), [0; 1 << 12]);
    loop {
        let read = stream.read(&mut buffer).expect("an answer in time");
        bytes.extend_from_slice(&buffer[..read]);
        if read == 0 || is_whole(&bytes, verb) {
            return answer(&bytes);
        }
    }
}

fn split(bytes: &[u8]) -> Option<(String, &[u8])> {
    let end = bytes.windows(4).position(|four| four == b"\r\n\r\n")?;
    Some((String::from_utf8_lossy(&bytes[..end]).into_owned(), &bytes[end + 4..]))
}

/// A socket, once accepted, stays open; other answers say how long they are.
fn is_whole(bytes: &[u8], verb: &str) -> bool {
    let Some((head, body)) = split(bytes) else { return false };
    let found = Answer { status: 0, head, body: Vec::new() };
    let length = found.header("content-length").and_then(|length| length.parse().ok());
    verb == "HEAD" || body.len() >= length.unwrap_or(0)
}

fn answer(bytes: &[u8]) -> Answer {
    let (head, body) = split(bytes).expect("a head");
    let status = head.split(' ').nth(1).and_then(|status| status.parse().ok());
    Answer { status: status.expect("a status"), head, body: body.to_vec() }
}
