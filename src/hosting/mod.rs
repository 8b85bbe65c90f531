//! The configuration of a web server, from the address, languages and policy of a site.
//!
//! Each is a file of this folder with names between « »: a reader of it sees what will be written. A value holds no
//! character that means something to a server: what does is refused before.

use std::collections::BTreeSet;

use crate::model::media::{MEDIA, Media};

/// A server that is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Server {
    Nginx,
    Apache,
    Caddy,
}

/// What a server must know of a site.
#[derive(Debug, Clone, Default)]
pub struct Hosted {
    /// Of the public address.
    pub host: String,
    /// `/` or `/appel/`.
    pub base: String,
    pub languages: Vec<String>,
    /// The content security policy of pages, then of those that other sites may show in a frame.
    pub policies: [String; 2],
    /// The addresses of these.
    pub framed: Vec<String>,
    /// Former addresses, and where each leads now.
    pub moved: Vec<(String, String)>,
}

/// What comments say, by name.
pub const COMMENTS: [&str; 14] = [
    "usage",
    "https",
    "root",
    "types",
    "compression",
    "brotli",
    "copies",
    "headers",
    "hsts",
    "hidden",
    "addresses",
    "missing",
    "modules",
    "specific",
];

impl Hosted {
    /// What a server could take for something else than an address, if anything.
    pub fn unsafe_value(&self) -> Option<&str> {
        let moved = self.moved.iter().flat_map(|(from, to)| [from, to]);
        let paths = self.languages.iter().chain(&self.framed).chain(moved);
        let mut paths = paths.chain([&self.base, &self.host]);
        let policies = || self.policies.iter().find(|policy| !is_plain(policy, "/-._~:;'* "));
        paths.find(|path| !is_plain(path, "/-._~:")).or_else(policies).map(String::as_str)
    }
}

fn is_plain(text: &str, signs: &str) -> bool {
    text.chars().all(|c| c.is_ascii_alphanumeric() || signs.contains(c))
}

/// Writes the configuration; `say` gives the sentence of a comment.
pub fn configuration(server: Server, site: &Hosted, say: &dyn Fn(&str) -> String) -> String {
    let template = match server {
        Server::Nginx => include_str!("nginx.conf"),
        Server::Apache => include_str!("apache.conf"),
        Server::Caddy => include_str!("Caddyfile"),
    };
    let values = values(server, site);
    let mut text = String::with_capacity(template.len() * 2);
    for line in template.lines() {
        let mut line = line.to_owned();
        for name in COMMENTS {
            let mark = format!("«{name}»");
            if line.contains(&mark) {
                line = line.replace(&mark, &say(name));
            }
        }
        for (name, value) in &values {
            line = line.replace(&format!("«{name}»"), value);
        }
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}

fn values(server: Server, site: &Hosted) -> [(&'static str, String); 14] {
    let Hosted { host, base, languages, policies, .. } = site;
    [
        ("host", host.clone()),
        ("server-name", server_name(host)),
        ("base", base.clone()),
        ("base-re", literal(base)),
        ("languages-re", languages.join("|")),
        ("policy", policies[0].clone()),
        ("framed", framed(server, site)),
        ("kinds", kinds(server)),
        ("text", names(|media| media.text && media.name != "text/html").join(" ")),
        ("compressed", compressed(server)),
        ("texts-re", texts().map(|media| media.extension).collect::<Vec<_>>().join("|")),
        ("copied", copied()),
        ("moved", moved(server, site)),
        ("not-found", not_found(server, site)),
    ]
}

/// A path or a name in a regular expression.
fn literal(path: &str) -> String {
    path.replace('.', "\\.")
}

/// For nginx, whose table of names has no room for the longest by default; it keeps expressions elsewhere.
fn server_name(host: &str) -> String {
    if host.len() > 40 { format!("~^{}$", literal(host)) } else { host.to_owned() }
}

fn names(wanted: impl Fn(&Media) -> bool) -> Vec<&'static str> {
    let names = MEDIA.iter().filter(|media| wanted(media)).map(|media| media.name);
    names.collect::<BTreeSet<_>>().into_iter().collect()
}

fn compressed(server: Server) -> String {
    let names = names(|media| media.compressible && media.name != "text/html");
    match server {
        Server::Nginx | Server::Apache => names.join(" "),
        Server::Caddy => {
            let others = names.iter().filter(|name| !name.starts_with("text/"));
            let lines = others.map(|name| format!("\t\t\theader Content-Type {name}*"));
            lines.collect::<Vec<_>>().join("\n")
        }
    }
}

/// What has compressed copies.
fn texts() -> impl Iterator<Item = &'static Media> {
    MEDIA.iter().filter(|media| media.compressible)
}

/// The kinds of copies for Apache, which would tell them by the last end of their names.
fn copied() -> String {
    let line = |media: &Media| {
        let (extension, header) = (media.extension, media.header());
        format!(
            "    <FilesMatch \"\\.{extension}\\.(?:br|gz)$\">\n        ForceType \"{header}\"\n    </FilesMatch>"
        )
    };
    texts().map(line).collect::<Vec<_>>().join("\n")
}

fn kinds(server: Server) -> String {
    let line = |media: &Media| {
        let (extension, name) = (media.extension, media.name);
        match server {
            Server::Nginx => format!("        {name} {extension};"),
            Server::Apache if media.text => {
                format!("    AddType {name} .{extension}\n    AddCharset utf-8 .{extension}")
            }
            Server::Apache => format!("    AddType {name} .{extension}"),
            Server::Caddy => {
                let header = media.header();
                format!(
                    "\t@{extension} {{\n\t\tpath *.{extension}\n\t\tfile\n\t}}\n\
                     \theader @{extension} Content-Type \"{header}\""
                )
            }
        }
    };
    MEDIA.iter().map(line).collect::<Vec<_>>().join("\n")
}

fn framed(server: Server, site: &Hosted) -> String {
    let (base, policy) = (&site.base, &site.policies[1]);
    let paths: Vec<String> = site.framed.iter().map(|page| format!("{base}{page}")).collect();
    if paths.is_empty() {
        return String::new();
    }
    let lines = paths.iter().map(|path| match server {
        // Like a long name, a long address is an expression.
        Server::Nginx => format!("    \"~^{}$\" \"{policy}\";", literal(path)),
        Server::Apache => {
            let page = literal(path);
            format!(
                "    <LocationMatch \"^{page}(?:\\.(?:br|gz))?$\">\n        \
                 Header always set Content-Security-Policy \"{policy}\"\n    </LocationMatch>"
            )
        }
        Server::Caddy => format!("\t\theader \"{path}\" Content-Security-Policy \"{policy}\""),
    });
    lines.collect::<Vec<_>>().join("\n")
}

fn moved(server: Server, site: &Hosted) -> String {
    let base = &site.base;
    let lines = site.moved.iter().map(|(from, to)| match server {
        Server::Nginx => {
            format!(
                "    location = \"{base}{from}\" {{\n        return 301 \"{base}{to}\";\n    }}"
            )
        }
        Server::Apache => {
            format!(
                "    RewriteRule \"^{}$\" \"{base}{to}\" [R=301,L]",
                literal(&format!("{base}{from}"))
            )
        }
        Server::Caddy => format!("\tredir \"{base}{from}\" \"{base}{to}\" permanent"),
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// What is said in the language of the folder that an unknown address is in.
fn not_found(server: Server, site: &Hosted) -> String {
    let base = &site.base;
    let lines = site.languages.iter().map(|lang| match server {
        Server::Nginx => format!(
            "    location \"{base}{lang}/\" {{\n        error_page 404 \"{base}{lang}/404.html\";\n        \
             try_files $uri $uri.html $uri/index.html =404;\n    }}"
        ),
        Server::Apache => format!(
            "    <Location \"{base}{lang}/\">\n        ErrorDocument 404 \"{base}{lang}/404.html\"\n    </Location>"
        ),
        Server::Caddy => format!(
            "\t\t@in-{lang} path \"{base}{lang}/*\"\n\t\thandle @in-{lang} {{\n\t\t\trewrite * \"{base}{lang}/404.html\"\n\
             \t\t\tfile_server\n\t\t}}"
        ),
    });
    lines.collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::{Hosted, Server, configuration};

    fn site() -> Hosted {
        Hosted {
            host: "exemple.example.org".to_owned(),
            base: "/appels.fr/".to_owned(),
            languages: vec!["fr".to_owned(), "en".to_owned()],
            policies: ["default-src 'none'", "frame-ancestors *"].map(str::to_owned),
            framed: vec!["fr/a/b-cadre.html".to_owned()],
            moved: vec![("fr/vieux.htm".to_owned(), "fr/neuf.html".to_owned())],
        }
    }

    #[test]
    fn nothing_is_left_to_fill_in() {
        for server in [Server::Nginx, Server::Apache, Server::Caddy] {
            let text = configuration(server, &site(), &str::to_uppercase);
            assert!(!text.contains(['«', '»']), "{server:?}: {text}");
            for said in ["fr/404.html", "fr/neuf.html", "b-cadre", "text/calendar", "TYPES"] {
                assert!(text.contains(said), "{server:?}: {said}");
            }
        }
    }

    #[test]
    fn what_a_server_could_obey_is_refused() {
        assert_eq!(site().unsafe_value(), None);
        for hostile in
            ["/a\";}/", "/a b/", "/a\nlisten 1;/", "/$x/", "/{env.HOME}/", "/é/", "/a(b)/"]
        {
            let base = Hosted { base: hostile.to_owned(), ..site() };
            let host = Hosted { host: hostile.to_owned(), ..site() };
            let moved = Hosted { moved: vec![(hostile.to_owned(), String::new())], ..site() };
            for site in [base, host, moved] {
                assert_eq!(site.unsafe_value(), Some(hostile));
            }
        }
        let policies = ["default-src 'none'".to_owned(), "frame-ancestors https://a\"b".to_owned()];
        assert!(Hosted { policies, ..site() }.unsafe_value().is_some());
    }
}
