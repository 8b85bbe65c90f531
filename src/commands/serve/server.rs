//! Answers browsers: the site from memory, its problems, and one WebSocket a tab.
//!
//! Only the preview's own host names are answered: a page elsewhere that resolves its name to this machine (DNS
//! rebinding) gets nothing.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::net::{IpAddr, TcpListener};
use std::sync::Arc;
use std::sync::mpsc::Sender;

use anyhow::{Context, Result};
use axum::Router;
use axum::body::Body;
use axum::extract::State;
use axum::extract::ws::rejection::WebSocketUpgradeRejection;
use axum::extract::ws::{Message, WebSocket, WebSocketUpgrade};
use axum::http::{HeaderMap, Method, Request, Response, StatusCode, header};
use axum::response::IntoResponse;
use axum::serve::ListenerExt;

use super::editor::Editor;
use super::message::{self, Heard, Tab, Turn, Words};
use super::problems::Problems;
use super::shown::{Served, Shown};
use super::stage::{LAST_GOOD, Scene, Stage};
use super::wake::Wake;
use crate::diagnostic::{Diagnostic, MessageLang, Messages};
use crate::html::escape;
use crate::model::address::decode;
use crate::model::digest::Digest;
use crate::model::media::{self, Media};

const CLIENT_SCRIPT: &str = concat!(
    "(() => {\n\"use strict\";\n",
    include_str!("morph.js"),
    include_str!("client.js"),
    "})();\n"
);
const CLIENT_STYLE: &str = include_str!("client.css");
/// Where the preview's own files are, under the site's path.
const OWN: &str = "__canevas/";
/// What the preview adds to the policy of the site: its own connection.
const CONNECTION: &str = "connect-src 'self' ws:";

/// What the server says, and in which language.
pub struct Voice {
    messages: Messages,
    /// The words of the bar.
    words: Words,
    editor: Editor,
}

impl Voice {
    /// The words of `lang`.
    pub fn new(lang: MessageLang, editor: Editor) -> Self {
        let messages = Messages::new(lang);
        Self { words: message::words(&messages), messages, editor }
    }
}

/// Everything a request needs.
#[derive(Clone)]
pub struct Server {
    stage: Arc<Stage>,
    wake: Sender<Wake>,
    voice: Arc<Voice>,
    hosts: Arc<Hosts>,
}

/// Host names that are answered. A page of another site may have its own name lead here (DNS rebinding), and would
/// then read the preview: a name that anybody can buy is never answered unless it was asked for.
enum Hosts {
    Named(Vec<String>),
    /// Listening everywhere is asking to be reached by names this machine does not know: addresses, and names that only
    /// a local network gives.
    Local,
}

impl Hosts {
    fn new(asked: Option<&str>) -> Self {
        let own = ["localhost", "127.0.0.1", "[::1]"].map(str::to_owned);
        match asked {
            Some("0.0.0.0" | "::" | "[::]") => Self::Local,
            asked => Self::Named(own.into_iter().chain(asked.map(str::to_lowercase)).collect()),
        }
    }

    /// Whether an authority, a name with or without its port, is one of them.
    fn have(&self, authority: &str) -> bool {
        let name = match authority.rsplit_once(':') {
            Some((name, port)) if port.bytes().all(|b| b.is_ascii_digit()) => name,
            _ => authority,
        };
        let name = name.to_lowercase();
        match self {
            Self::Named(names) => names.contains(&name),
            Self::Local => is_local(&name),
        }
    }
}

/// Whether a name is an address, or one that is never sold (RFC 6761, RFC 6762, RFC 8375).
fn is_local(name: &str) -> bool {
    let bare = name.strip_prefix('[').and_then(|name| name.strip_suffix(']')).unwrap_or(name);
    let ends = ["local", "localhost", "lan", "internal", "home.arpa"];
    let ends =
        ends.iter().any(|end| name.strip_suffix(end).is_some_and(|rest| rest.ends_with('.')));
    let is_word =
        |name: &str| name.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_.".contains(&b));
    let is_name = !name.is_empty() && is_word(name);
    bare.parse::<IpAddr>().is_ok() || is_name && (ends || !name.contains('.'))
}

impl Server {
    /// A server of `stage`, that answers to this machine's own names and to `host`.
    pub fn new(
        stage: Arc<Stage>,
        wake: Sender<Wake>,
        (voice, host): (Voice, Option<&str>),
    ) -> Self {
        Self { stage, wake, voice: Arc::new(voice), hosts: Arc::new(Hosts::new(host)) }
    }

    /// Serves in threads of its own, until the process ends.
    pub fn start(self, listener: TcpListener) -> Result<()> {
        listener.set_nonblocking(true).context("listening")?;
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(2)
            .enable_all()
            .build()
            .context("starting the server")?;
        let router = Router::new().fallback(answer).with_state(self);
        std::thread::spawn(move || {
            runtime.block_on(async move {
                let listener = tokio::net::TcpListener::from_std(listener)?;
                // A message is worth its own packet: nothing comes soon after it.
                let listener = listener.tap_io(|stream| drop(stream.set_nodelay(true)));
                axum::serve(listener, router).await
            })
        });
        Ok(())
    }

    fn knows(&self, headers: &HeaderMap) -> bool {
        let text = |name| headers.get(name).and_then(|value| value.to_str().ok());
        let origin = text(header::ORIGIN).map(|o| o.split_once("://").map_or(o, |(_, host)| host));
        let host = text(header::HOST);
        host.is_some_and(|host| self.hosts.have(host))
            && origin.is_none_or(|origin| host == Some(origin))
    }
}

async fn answer(
    State(server): State<Server>,
    upgrade: Result<WebSocketUpgrade, WebSocketUpgradeRejection>,
    request: Request<Body>,
) -> Response<Body> {
    if !server.knows(request.headers()) {
        return plain(StatusCode::MISDIRECTED_REQUEST, "canevas: unknown host");
    }
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        let allowed = [(header::ALLOW, "GET, HEAD")];
        return (StatusCode::METHOD_NOT_ALLOWED, allowed, "canevas: GET only").into_response();
    }
    let scene = server.stage.scene();
    let base = scene.base_path();
    let path = request.uri().path();
    let Some(inside) = path.strip_prefix(base) else {
        let near = path == "/" || base.strip_suffix('/') == Some(path);
        return if near {
            redirect(base)
        } else {
            plain(StatusCode::NOT_FOUND, "canevas: not found")
        };
    };
    let address = decode(inside);
    let voice = Arc::clone(&server.voice);
    let headers = request.headers();
    let visit = Visit { scene: &scene, base, voice: &voice, asked: &address, headers };
    match (address.as_str(), upgrade) {
        ("__canevas/client.js", _) => visit.own(CLIENT_SCRIPT, "client.js"),
        ("__canevas/client.css", _) => visit.own(CLIENT_STYLE, "client.css"),
        ("__canevas/socket", Ok(upgrade)) => {
            upgrade.on_upgrade(move |socket| converse(server, socket))
        }
        _ => tokio::task::block_in_place(|| visit.answer()),
    }
}

/// What is sent: the tag is empty when no browser may keep it.
struct Content {
    kind: String,
    tag: String,
    body: Body,
}

/// One request, with the scene it is answered from.
struct Visit<'a> {
    scene: &'a Scene,
    /// The path of the site: `/` or `/appel/`.
    base: &'a str,
    voice: &'a Voice,
    asked: &'a str,
    headers: &'a HeaderMap,
}

impl Visit<'_> {
    /// The bytes of an address: from the present site, or from the last good one.
    fn answer(&self) -> Response<Body> {
        let asked = self.asked;
        let (shown, address) = match asked.strip_prefix(LAST_GOOD) {
            Some(address) => (self.scene.good.as_deref(), index_of(address)),
            None => (self.scene.shown.as_deref(), index_of(asked)),
        };
        let spoilt = self.scene.problems.forbid && !asked.starts_with(OWN);
        let Some(shown) = shown else { return self.problems(&self.scene.problems, &address) };
        match shown.get(&address) {
            Some(Err(failure)) => self.failure(shown, *failure, &address),
            Some(Ok(served)) if !is_html(&address) => self.file(&served, &address),
            _ if spoilt => self.problems(&self.scene.problems, &address),
            Some(Ok(served)) => self.page(StatusCode::OK, &served, &address),
            None => self.not_found(shown, &address),
        }
    }

    fn not_found(&self, shown: &Shown, address: &str) -> Response<Body> {
        match shown.get("404.html") {
            Some(Ok(served)) => self.page(StatusCode::NOT_FOUND, &served, address),
            _ => plain(StatusCode::NOT_FOUND, "canevas: not found"),
        }
    }

    /// A built page with the preview's script, the only bytes that `build` does not write.
    fn page(&self, status: StatusCode, served: &Served, address: &str) -> Response<Body> {
        let body = with_script(self.base, address, served);
        let tag = format!("\"{}\"", Digest::of(body.as_bytes()));
        self.send(status, Content { kind: content_type("x.html"), tag, body: body.into() })
    }

    fn file(&self, served: &Served, address: &str) -> Response<Body> {
        let tag = format!("\"{}\"", served.digest);
        let body = Body::from(served.bytes.to_vec());
        self.send(StatusCode::OK, Content { kind: content_type(address), tag, body })
    }

    /// A file of the preview itself.
    fn own(&self, text: &'static str, name: &str) -> Response<Body> {
        let tag = format!("\"{}\"", Digest::of(text.as_bytes()));
        self.send(StatusCode::OK, Content { kind: content_type(name), tag, body: text.into() })
    }

    /// The link to the same page of the last good site, if there was one.
    fn last_good(&self, address: &str) -> String {
        if self.scene.good.is_none() {
            return String::new();
        }
        let mut link = String::from("<p><a href=\"");
        escape(&self.scene.last_good(address), &mut link);
        link.push_str("\">");
        escape(self.voice.words.get("last_good").map_or("", String::as_str), &mut link);
        link.push_str("</a></p>");
        link
    }

    /// A template has failed, perhaps before anybody else has noticed.
    fn failure(&self, shown: &Shown, failure: Diagnostic, address: &str) -> Response<Body> {
        let Voice { messages, editor, .. } = self.voice;
        let problems = Problems::of(shown.prepared(), &[failure], editor, messages);
        self.problems(&problems, address)
    }

    /// Every problem, in place of the page: it mends itself when they are mended.
    fn problems(&self, problems: &Problems, address: &str) -> Response<Body> {
        let Self { base, voice, .. } = self;
        let lang = voice.words.get("lang").map_or("", String::as_str);
        let mut title = String::new();
        escape(&problems.title, &mut title);
        let list = problems.html();
        let last_good = self.last_good(address);
        let script = script(base, address, "");
        let html = format!(
            "<!DOCTYPE html>\n<html lang=\"{lang}\">\n<head><meta charset=\"utf-8\"><title>{title}</title>\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
             <link rel=\"stylesheet\" href=\"{base}{OWN}client.css\"></head>\n\
             <body data-canevas-errors><main><h1>{title}</h1>{last_good}{list}</main>{script}</body>\n</html>\n"
        );
        let status = StatusCode::INTERNAL_SERVER_ERROR;
        let kind = content_type("x.html");
        self.send(status, Content { kind, tag: String::new(), body: html.into() })
    }

    fn send(&self, status: StatusCode, content: Content) -> Response<Body> {
        let Content { kind, tag, body } = content;
        let known = self.headers.get(header::IF_NONE_MATCH).and_then(|value| value.to_str().ok());
        let unchanged = status == StatusCode::OK
            && known.is_some_and(|known| known.split(',').any(|one| one.trim() == tag));
        let (status, body) =
            if unchanged { (StatusCode::NOT_MODIFIED, Body::empty()) } else { (status, body) };
        let response = Response::builder()
            .status(status)
            .header(header::CONTENT_TYPE, kind)
            .header(header::CACHE_CONTROL, "no-cache")
            .header(
                header::CONTENT_SECURITY_POLICY,
                format!("{}; {CONNECTION}", self.scene.policy(self.asked)),
            )
            .header(header::X_CONTENT_TYPE_OPTIONS, "nosniff")
            .header("x-robots-tag", "noindex");
        let response = if tag.is_empty() { response } else { response.header(header::ETAG, tag) };
        response.body(body).unwrap_or_else(|_| StatusCode::INTERNAL_SERVER_ERROR.into_response())
    }
}

fn with_script(base: &str, address: &str, served: &Served) -> String {
    let html = String::from_utf8_lossy(&served.bytes);
    let script = script(base, address, &served.digest.to_string());
    match html.rfind("</body>") {
        Some(at) => format!("{}{script}{}", &html[..at], &html[at..]),
        None => format!("{html}{script}"),
    }
}

fn script(base: &str, address: &str, hash: &str) -> String {
    let mut script = format!("<script src=\"{base}{OWN}client.js\" data-page=\"");
    escape(address, &mut script);
    let _ = write!(script, "\" data-hash=\"{hash}\" defer></script>");
    script
}

fn plain(status: StatusCode, text: &'static str) -> Response<Body> {
    (status, text).into_response()
}

fn redirect(base: &str) -> Response<Body> {
    let response = Response::builder().status(StatusCode::FOUND).header(header::LOCATION, base);
    response.body(Body::empty()).unwrap_or_else(|_| StatusCode::FOUND.into_response())
}

/// Talks with one tab: says the state now, then what changes.
async fn converse(server: Server, mut socket: WebSocket) {
    let mut scenes = server.stage.subscribe();
    let mut tab = None;
    loop {
        tokio::select! {
            heard = socket.recv() => {
                let Some(Ok(heard)) = heard else { return };
                let Message::Text(text) = heard else { continue };
                match serde_json::from_str(&text) {
                    Ok(Heard::Hello { page, hash }) => tab = Some(Tab::new(page, hash)),
                    Ok(Heard::Travel { date }) => {
                        // The loop ends only with the process.
                        let _ = server.wake.send(Wake::Travel(date));
                        continue;
                    }
                    Err(_) => continue,
                }
            }
            changed = scenes.changed() => {
                if changed.is_err() {
                    return;
                }
            }
        }
        let Some(tab) = &mut tab else { continue };
        let scene = scenes.borrow_and_update().clone();
        for say in [turn, news] {
            let said = tokio::task::block_in_place(|| say(tab, &scene, &server.voice.words));
            if let Some(said) = said
                && socket.send(Message::Text(said.into())).await.is_err()
            {
                return;
            }
        }
    }
}

/// The page goes first and alone: nobody waits for the bar.
fn turn(tab: &mut Tab, scene: &Scene, _: &Words) -> Option<String> {
    let turn = match tab.turn(scene)? {
        Turn::Page(served) => ("page", with_script(scene.base_path(), &tab.address, &served)),
        Turn::Reload => ("reload", String::new()),
    };
    serde_json::to_string(&BTreeMap::from([turn])).ok()
}

fn news(tab: &mut Tab, scene: &Scene, words: &Words) -> Option<String> {
    tab.news(scene, words)
}

fn index_of(address: &str) -> String {
    if address.is_empty() || address.ends_with('/') {
        format!("{address}index.html")
    } else {
        address.to_owned()
    }
}

fn is_html(address: &str) -> bool {
    address.rsplit_once('.').is_some_and(|(_, extension)| extension == "html")
}

/// The kind of a file, as servers are configured to say it.
fn content_type(address: &str) -> String {
    media::of(address).map_or_else(|| "application/octet-stream".to_owned(), Media::header)
}
