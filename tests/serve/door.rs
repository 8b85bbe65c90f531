//! Who is let in, and where.

use std::net::TcpListener;

use super::http::{Answer, ask};
use super::preview::Preview;
use crate::project::{Project, TODAY, said};

const SOCKET: [(&str, &str); 4] = [
    ("Connection", "Upgrade"),
    ("Upgrade", "websocket"),
    ("Sec-WebSocket-Version", "13"),
    ("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ=="),
];

fn raw(preview: &Preview, verb: &str, path: &str, headers: &[(&str, &str)]) -> Answer {
    ask(preview.address, verb, &format!("{}{path}", preview.base), headers)
}

#[test]
fn only_its_own_names_are_answered() {
    let project = Project::base();
    let preview = Preview::of(&project);
    let port = preview.address.port();
    for name in ["localhost", "127.0.0.1", "LOCALHOST", "[::1]"] {
        for host in [name.to_owned(), format!("{name}:{port}")] {
            assert_eq!(
                raw(&preview, "GET", "fr/index.html", &[("Host", &host)]).status,
                200,
                "{host}"
            );
        }
    }
    for host in [
        "evil.example",
        "127.0.0.1.evil.example",
        "localhost.evil.example:4000",
        "",
        "127.0.0.1@evil",
    ] {
        let answer = raw(&preview, "GET", "fr/index.html", &[("Host", host)]);
        assert!((400..500).contains(&answer.status), "{host}: {}", answer.status);
        assert!(!answer.has("Bretagne"), "{host}");
    }
    let answer = raw(&preview, "GET", "fr/index.html", &[]);
    assert!((400..500).contains(&answer.status), "no name");
}

#[test]
fn listening_everywhere_is_not_being_open_to_every_page() {
    let project = Project::base();
    let preview = Preview::with(&project, &["--host", "0.0.0.0"]);
    let port = preview.address.port();
    let open = |host: &str, origin: &str| {
        let (host, origin) = (format!("{host}:{port}"), format!("http://{origin}:{port}"));
        let headers: Vec<_> =
            SOCKET.into_iter().chain([("Host", &*host), ("Origin", &*origin)]).collect();
        raw(&preview, "GET", "__canevas/socket", &headers).status
    };
    for host in ["192.0.2.7", "[2001:db8::7]", "poste-12", "poste-12.local", "localhost"] {
        assert_eq!(open(host, host), 101, "{host}");
        assert_eq!(open(host, "evil.example"), 421, "{host}");
    }
    // A page whose own name was made to lead here.
    for host in ["evil.example", "evil.local.example", "192.0.2.7.example", "@evil"] {
        assert_eq!(open(host, host), 421, "{host}");
    }
}

#[test]
fn the_socket_opens_to_our_own_pages_only() {
    let project = Project::base();
    let preview = Preview::of(&project);
    let host = preview.address.to_string();
    let open = |origin: &str| {
        let headers: Vec<_> =
            SOCKET.into_iter().chain([("Host", &*host), ("Origin", origin)]).collect();
        raw(&preview, "GET", "__canevas/socket", &headers).status
    };
    assert_eq!(open(&format!("http://{host}")), 101);
    for origin in ["http://evil.example", "https://127.0.0.1.evil.example", "null", "file://"] {
        let status = open(origin);
        assert!((400..500).contains(&status), "{origin}: {status}");
    }
}

#[test]
fn no_path_leaves_the_site_and_no_folder_is_listed() {
    let project = Project::base();
    let preview = Preview::of(&project);
    let host = preview.address.to_string();
    let headers = [("Host", &*host)];
    for path in [
        "..%2fcanevas.yaml",
        "..%2f..%2f..%2f..%2fetc/passwd",
        "%2e%2e/%2e%2e/etc/passwd",
        "../canevas.yaml",
        "fr/..%5c..%5ccanevas.yaml",
        "canevas.yaml",
        "regions/bretagne/region.yaml",
        "assets/",
        "assets",
        "__canevas/",
        "__canevas/valable/..%2f..%2fcanevas.yaml",
        "%00",
        "%ff%fe",
        "fr/index.html%00.css",
        "%",
    ] {
        let answer = raw(&preview, "GET", path, &headers);
        assert!([302, 400, 404].contains(&answer.status), "{path}: {}", answer.status);
        for secret in ["root:", "territoire:", "langues: [", "sobre.css\">sobre.css"] {
            assert!(!answer.has(secret), "{path} shows {secret}");
        }
    }
}

#[test]
fn it_can_only_be_read() {
    let project = Project::base();
    let preview = Preview::of(&project);
    let host = preview.address.to_string();
    for verb in ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"] {
        let answer =
            raw(&preview, verb, "fr/index.html", &[("Host", &host), ("Content-Length", "0")]);
        assert_eq!(answer.status, 405, "{verb}");
        assert_eq!(answer.header("allow"), Some("GET, HEAD"), "{verb}");
    }
    let head = raw(&preview, "HEAD", "fr/index.html", &[("Host", &host)]);
    assert_eq!((head.status, head.body.len()), (200, 0));
}

#[test]
fn a_busy_port_that_was_asked_for_is_one_sentence() {
    let project = Project::base();
    let held = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let port = held.local_addr().expect("bound").port().to_string();
    for (lang, sentence) in [("fr", "n'est pas disponible"), ("en", "is not available")] {
        let mut command = project.canevas();
        command.args(["serve", "--port", &port, "--lang", lang, "--date", TODAY]);
        let said = said(command.env("RUST_BACKTRACE", "1"));
        assert_eq!(said.status, Some(2), "{}", said.stderr);
        assert_eq!(said.stderr.lines().count(), 1, "{}", said.stderr);
        assert!(said.stderr.contains(&port) && said.stderr.contains(sentence), "{}", said.stderr);
        assert_eq!(said.stdout, "");
    }
}

#[test]
fn a_busy_default_port_gives_way_to_the_next() {
    let project = Project::base();
    // Held here, or by somebody else: busy all the same.
    let _held = TcpListener::bind("127.0.0.1:4000");
    let mut command = project.canevas();
    let preview = Preview::start(command.args(["serve", "--date", TODAY]));
    let port = preview.address.port();
    assert!((4001..=4100).contains(&port), "{port}");
    assert!(preview.announcement().contains(&port.to_string()), "{}", preview.announcement());
    assert_eq!(preview.get("fr/index.html").status, 200);
}
