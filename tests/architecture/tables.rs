//! The shape of the house, as data. A place is a folder of `src`, with all that is in it, or a file without its extension.

/// The rooms, from the top of the house, and those that each names beside itself.
pub const ROOMS: &[(&str, &[&str])] = &[
    ("main", &["commands"]),
    // What the tests of the program may name.
    ("lib", &["answers", "model"]),
    // Of `answers`, what it found, to say it.
    (
        "commands",
        &["answers", "cli", "commands/serve", "diagnostic", "model", "pipeline", "publish"],
    ),
    // Of `load`, the folders to watch; of `html`, how text is escaped.
    ("commands/serve", &["cli", "commands", "diagnostic", "html", "load", "model", "pipeline"]),
    ("cli", &[]),
    (
        "pipeline",
        &[
            "answers",
            "diagnostic",
            "documents",
            "exports",
            "load",
            "merge",
            "model",
            "pages",
            "parse",
            "plan",
            "tell",
            "words",
        ],
    ),
    ("load", &["diagnostic", "model"]),
    ("parse", &["diagnostic", "model"]),
    ("merge", &["diagnostic", "model"]),
    ("plan", &["diagnostic", "model"]),
    ("documents", &["answers", "model"]),
    ("exports", &["html", "model", "tell", "words"]),
    ("pages", &["diagnostic", "html", "model", "tell", "words"]),
    ("html", &["model", "words"]),
    ("tell", &["model", "words"]),
    ("words", &["diagnostic", "model"]),
    ("answers", &["model"]),
    ("publish", &["diagnostic", "model"]),
    ("diagnostic", &["model"]),
    ("model", &[]),
];

/// Where each library may be named.
pub const LIBRARIES: &[(&str, &[&str])] = &[
    ("annotate_snippets", &["diagnostic/printer"]),
    ("anyhow", &["commands", "load", "pipeline", "publish"]),
    ("axum", &["commands/serve/server"]),
    ("blake3", &["model/digest"]),
    ("camino", &["cli", "commands", "load", "model/project", "publish"]),
    ("clap", &["cli"]),
    ("comemo", &["documents/pdf/write"]),
    ("csv", &["answers/table", "exports/csv"]),
    ("dejavu", &["documents/pdf/write"]),
    ("flate2", &["documents/pdf/read"]),
    ("fluent_bundle", &["diagnostic/messages", "words"]),
    ("fluent_syntax", &["words"]),
    ("icu_calendar", &["words"]),
    ("icu_collator", &["words"]),
    ("icu_datetime", &["words"]),
    ("icu_decimal", &["words"]),
    ("icu_locale_core", &["words"]),
    ("icu_normalizer", &["model/composed"]),
    ("icu_plurals", &["words/plurals"]),
    ("icu_properties", &["model/web"]),
    // Only its feature is asked for.
    ("icu_provider", &[]),
    ("include_dir", &["load"]),
    (
        "jiff",
        &[
            "answers/checks",
            "commands",
            "documents",
            "exports",
            "merge",
            "model",
            "parse",
            "pipeline",
            "plan",
            "tell",
            "words",
        ],
    ),
    ("lopdf", &["documents/pdf/write"]),
    ("notify", &["commands/serve/watcher"]),
    ("open", &["commands/serve"]),
    ("pulldown_cmark", &["parse"]),
    ("quick_xml", &["plan/attached/active", "documents", "exports"]),
    ("rayon", &["commands/serve", "exports", "load", "pipeline", "plan", "publish"]),
    ("rust_xlsxwriter", &["answers/table", "documents/xlsx"]),
    ("rustix", &["commands/serve/watcher", "publish/staging"]),
    ("schemars", &["exports/call_format"]),
    ("serde", &["answers/table", "commands", "documents/pdf/write", "exports", "pages/view"]),
    (
        "serde_json",
        &["answers/table", "commands", "documents/pdf/write", "exports", "pages/structured"],
    ),
    ("serde_yaml", &["parse/slips", "parse/yaml"]),
    ("strsim", &["diagnostic"]),
    ("tera", &["pages"]),
    ("tokio", &["commands/serve"]),
    ("ttf_parser", &["documents/pdf/write"]),
    ("typst", &["documents/pdf/write"]),
    ("typst_assets", &["documents/pdf/write"]),
    ("typst_layout", &["documents/pdf/write"]),
    ("typst_pdf", &["documents/pdf/write"]),
    ("unic_langid", &["diagnostic/messages", "words"]),
    ("url", &["model/web"]),
    ("walkdir", &["load", "publish"]),
    ("zip", &["documents"]),
];

/// The files that `clippy.toml` lets use the disk, the clock, the environment, the network, or print.
pub const MACHINE: &[&str] = &[
    "commands/asked",
    "commands/mod",
    "commands/serve/mod",
    "commands/terminal",
    "load",
    "publish",
];

/// The files that are in a circle until it is cut.
pub const IN_CIRCLES: &[&str] = &[];

/// The functions that take too much until they are given better.
pub const MANY_PARAMETERS: &[&str] = &[];
